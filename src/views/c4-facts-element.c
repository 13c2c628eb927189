/* c4-facts-element.c: people, systems, containers, components, groups. */

#include "c4-facts-private.h"

#include "c4-address.h"
#include "c4-paths.h"
#include "c4-sentence.h"

#include <glib/gi18n.h>

/* "Container, database" */
static char *
dup_type (const C4ViewNode *node)
{
  const char *kind = c4_kind_to_title (node->kind, node->external);

  if (node->members->len > 0)
    return g_strdup (_ ("Group of external systems"));
  switch (node->shape)
    {
    case C4_SHAPE_DB:
      /* Translators: as in ‘Container, database’ */
      return g_strdup_printf (_ ("%s, database"), kind);
    case C4_SHAPE_QUEUE:
      return g_strdup_printf (_ ("%s, queue"), kind);
    case C4_SHAPE_BOX:
    default:
      return g_strdup (kind);
    }
}

/**
 * c4_facts_dup_element_href:
 * @builder: facts in the making
 * @element: an element of any model of the workspace
 *
 * Returns: (transfer full) (nullable): where to see @element: in the view itself if it is shown
 *   there, or else in the one that shows it best
 */
char *
c4_facts_dup_element_href (const C4FactsBuilder *builder, const C4Element *element)
{
  const C4View *view = builder->source->view;
  const C4WorkspaceMember *member;
  g_autofree char *path = NULL;

  if (view->kind != C4_VIEW_DEPENDENCIES && c4_view_find_node (view, element->id) >= 0)
    path = g_strdup (view->path);
  else
    {
      member = c4_member_of_element (view->workspace, element);
      if (member == NULL)
        return NULL;
      path = c4_element_dup_path (view->workspace, member, element);
    }
  return c4_address_to_string (&(C4Address){ .path = path, .element = element->id });
}

static void
add_element (C4FactsBuilder *builder, GPtrArray *facts, const char *name,
             const C4Element *element)
{
  g_autofree char *href = c4_facts_dup_element_href (builder, element);

  c4_facts_add (builder, facts, name, element->name, href);
}

/* A container's source is in its system's repository, where it doesn't say otherwise. */
static const char *
find_repository (const C4Element *element)
{
  while (element != NULL && element->repository == NULL)
    element = element->parent;
  return element != NULL ? element->repository : NULL;
}

static void
add_properties (C4FactsBuilder *builder, GPtrArray *facts, const C4Element *element)
{
  C4SourceLink repository = { .repository = element->repository };

  if (element->parent != NULL)
    add_element (builder, facts, C_ ("fact", "Part of"), element->parent);
  c4_facts_add (builder, facts, C_ ("fact", "Technology"), element->technology, NULL);
  c4_facts_add (builder, facts, C_ ("fact", "Group"), element->context_group, NULL);
  c4_facts_add_source (builder, facts, C_ ("fact", "Source"), &element->source,
                       find_repository (element));
  c4_facts_add_source (builder, facts, C_ ("fact", "Repository"), &repository, NULL);
  c4_facts_add (builder, facts, C_ ("fact", "Id"), element->id, NULL);
  c4_facts_set_source (builder, &element->source, find_repository (element));
  c4_facts_set_source (builder, &repository, NULL);
}

static void
add_children (C4FactsBuilder *builder, const C4Element *element)
{
  C4FactSection *section;

  if (element->children->len == 0)
    return;
  section = c4_facts_add_section (builder, element->kind == C4_KIND_SYSTEM
                                               ? C_ ("fact", "Containers")
                                               : C_ ("fact", "Components"));
  for (guint i = 0; i < element->children->len; i++)
    add_element (builder, section->facts, NULL, element->children->pdata[i]);
}

static gboolean
is_within (const C4Element *element, const C4Element *around)
{
  while (element != NULL && element != around)
    element = element->parent;
  return element != NULL;
}

/* Whether a relationship's end counts as the subject's. What components do counts for them alone,
 * as their containers' flows say it too. */
static gboolean
ends_in (const C4Relationship *relationship, const C4Element *end, const C4Element *subject)
{
  if (relationship->scope == C4_SCOPE_COMPONENT)
    return end == subject;
  return is_within (end, subject);
}

static gboolean
ends_in_any (const C4Relationship *relationship, const C4Element *end, const GPtrArray *subjects)
{
  for (guint i = 0; i < subjects->len; i++)
    if (ends_in (relationship, end, subjects->pdata[i]))
      return TRUE;
  return FALSE;
}

/* What flows over the border of the subjects, in their model. What calls itself does both. */
static void
collect_flows_of_model (const C4Model *model, const GPtrArray *subjects, GPtrArray *in,
                        GPtrArray *out)
{
  for (guint i = 0; i < model->relationships->len; i++)
    {
      C4Relationship *flow = model->relationships->pdata[i];
      gboolean starts = ends_in_any (flow, flow->source, subjects);
      gboolean ends = ends_in_any (flow, flow->target, subjects);
      gboolean calls_itself = starts && flow->source == flow->target;

      if (starts && (!ends || calls_itself))
        g_ptr_array_add (out, flow);
      if (ends && (!starts || calls_itself))
        g_ptr_array_add (in, flow);
    }
}

/* What the view's lines stand for, as the box is more than one model knows. */
static void
collect_flows_of_lines (const C4View *view, guint index, GPtrArray *in, GPtrArray *out)
{
  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];

      for (guint k = 0; k < edge->relationships->len; k++)
        {
          if (edge->source == index)
            g_ptr_array_add (out, edge->relationships->pdata[k]);
          if (edge->target == index)
            g_ptr_array_add (in, edge->relationships->pdata[k]);
        }
    }
}

static void
add_directions (C4FactsBuilder *builder, const GPtrArray *in, const GPtrArray *out)
{
  builder->facts->counts_flows = TRUE;
  builder->facts->n_flows_in = in->len;
  builder->facts->n_flows_out = out->len;
  if (in->len > 0)
    c4_facts_add_flows (builder, c4_facts_add_section (builder, C_ ("fact", "Flows In")), in);
  if (out->len > 0)
    c4_facts_add_flows (builder, c4_facts_add_section (builder, C_ ("fact", "Flows Out")), out);
}

static void
add_flows_of_elements (C4FactsBuilder *builder, const GPtrArray *elements)
{
  g_autoptr (GPtrArray) in = g_ptr_array_new ();
  g_autoptr (GPtrArray) out = g_ptr_array_new ();

  collect_flows_of_model (builder->source->view->model, elements, in, out);
  add_directions (builder, in, out);
}

static void
add_flows_of_element (C4FactsBuilder *builder, const C4Element *element)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_ptr_array_add (elements, (gpointer) element);
  add_flows_of_elements (builder, elements);
}

static void
add_flows_of_lines (C4FactsBuilder *builder, guint index)
{
  g_autoptr (GPtrArray) in = g_ptr_array_new ();
  g_autoptr (GPtrArray) out = g_ptr_array_new ();

  collect_flows_of_lines (builder->source->view, index, in, out);
  add_directions (builder, in, out);
}

static void
add_flows_of_node (C4FactsBuilder *builder, guint index)
{
  const C4View *view = builder->source->view;
  const C4ViewNode *node = view->nodes->pdata[index];

  if (view->model != NULL && node->members->len > 0)
    add_flows_of_elements (builder, node->members);
  else if (view->model != NULL && node->element != NULL)
    add_flows_of_element (builder, node->element);
  else
    add_flows_of_lines (builder, index);
}

static void
add_appearances (C4FactsBuilder *builder, const C4Element *element)
{
  const C4FactSource *source = builder->source;
  const GPtrArray *entries;
  C4FactSection *section = NULL;

  if (source->appearances == NULL || element == NULL)
    return;
  entries = c4_appearances_find (source->appearances, element);
  for (guint i = 0; i < entries->len; i++)
    {
      const C4OutlineEntry *entry = entries->pdata[i];
      g_autofree char *href = NULL;

      if (g_str_equal (entry->path, source->view->path))
        continue;
      if (section == NULL)
        section = c4_facts_add_section (builder, C_ ("fact", "Also Shown In"));
      href = c4_address_to_string (
          &(C4Address){ .path = entry->path, .element = element->id });
      c4_facts_add (builder, section->facts, NULL, entry->title, href);
    }
}

/* (nullable): where else to see an element that the view doesn't show by itself. */
static char *
dup_other_href (const C4FactSource *source, const C4Element *element)
{
  const GPtrArray *entries;

  if (source->appearances == NULL)
    return NULL;
  entries = c4_appearances_find (source->appearances, element);
  for (guint i = 0; i < entries->len; i++)
    {
      const C4OutlineEntry *entry = entries->pdata[i];

      if (!g_str_equal (entry->path, source->view->path) && entry->kind != C4_VIEW_DEPENDENCIES)
        return c4_address_to_string (&(C4Address){ .path = entry->path, .element = element->id });
    }
  return NULL;
}

static void
add_members (C4FactsBuilder *builder, const GPtrArray *members)
{
  C4FactSection *section;

  if (members->len == 0)
    return;
  section = c4_facts_add_section (builder, C_ ("fact", "Members"));
  for (guint i = 0; i < members->len; i++)
    {
      const C4Element *member = members->pdata[i];
      g_autofree char *href = dup_other_href (builder->source, member);

      c4_facts_add (builder, section->facts, NULL, member->name, href);
    }
}

/* What the outline calls a view; of a model that is not loaded it has none. */
static char *
dup_view_title (const GPtrArray *outline, const C4Workspace *workspace, const char *path)
{
  const C4OutlineEntry *entry = c4_outline_find (outline, path);

  if (entry != NULL)
    return g_strdup (entry->title);
  for (guint i = 0; i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = workspace->members->pdata[i];
      g_autofree char *context = c4_view_dup_path (workspace, member, C4_KEY_CONTEXT);

      if (g_str_equal (context, path))
        {
          g_autofree char *system = c4_isolate (c4_member_system_name (member));

          return g_strdup_printf (_ ("System Context of %s"), system);
        }
    }
  return g_strdup (path);
}

static void
add_drills (C4FactsBuilder *builder, const C4ViewNode *node)
{
  C4Workspace *workspace = builder->source->view->workspace;
  g_autoptr (GPtrArray) outline = NULL;

  if (node->drills[0] == NULL)
    return;
  outline = c4_outline_new (workspace);
  for (guint i = 0; node->drills[i] != NULL; i++)
    {
      g_autofree char *title = dup_view_title (outline, workspace, node->drills[i]);
      g_autofree char *href = c4_address_to_string (&(C4Address){ .path = node->drills[i] });

      c4_facts_add (builder, builder->facts->actions, NULL, title, href);
    }
}

/**
 * c4_facts_of_node:
 * @source: what the facts are taken from
 * @index: of a box in the view's nodes
 *
 * Returns: (transfer full): all that is known of what the box stands for
 */
C4Facts *
c4_facts_of_node (const C4FactSource *source, guint index)
{
  const C4ViewNode *node = source->view->nodes->pdata[index];
  g_autofree char *type = dup_type (node);
  C4FactsBuilder builder = c4_facts_begin (source, node->name, type);

  builder.facts->technology = c4_facts_keep (&builder, node->technology);
  if (node->members->len == 0)
    builder.facts->description = c4_facts_keep (&builder, node->description);
  add_drills (&builder, node);
  if (node->element != NULL)
    add_properties (&builder, c4_facts_add_section (&builder, NULL)->facts, node->element);
  if (source->dependencies != NULL)
    c4_facts_add_coupling (&builder, index);
  add_members (&builder, node->members);
  if (node->element != NULL)
    add_children (&builder, node->element);
  add_flows_of_node (&builder, index);
  add_appearances (&builder, node->element);
  return c4_facts_end (&builder);
}

static void
add_boxes_within (C4FactsBuilder *builder, guint boundary)
{
  const C4View *view = builder->source->view;
  C4FactSection *section = c4_facts_add_section (builder, C_ ("fact", "Members"));

  for (guint i = 0; i < view->nodes->len; i++)
    {
      const C4ViewNode *node = view->nodes->pdata[i];
      g_autofree char *href = NULL;

      if (node->boundary != (int) boundary)
        continue;
      href = c4_address_to_string (
          &(C4Address){ .path = view->path, .element = node->id });
      c4_facts_add (builder, section->facts, NULL, node->name, href);
    }
}

/**
 * c4_facts_of_boundary:
 * @source: what the facts are taken from
 * @index: of a boundary of the view
 *
 * Returns: (transfer full): all that is known of the element that the boundary is; of a group,
 *   its members
 */
C4Facts *
c4_facts_of_boundary (const C4FactSource *source, guint index)
{
  const C4ViewBoundary *boundary = source->view->boundaries->pdata[index];
  C4FactsBuilder builder = c4_facts_begin (source, boundary->name, boundary->type);

  if (boundary->element != NULL)
    {
      builder.facts->technology = c4_facts_keep (&builder, boundary->element->technology);
      builder.facts->description = c4_facts_keep (&builder, boundary->element->description);
      add_properties (&builder, c4_facts_add_section (&builder, NULL)->facts, boundary->element);
    }
  add_boxes_within (&builder, index);
  if (boundary->element != NULL)
    add_flows_of_element (&builder, boundary->element);
  add_appearances (&builder, boundary->element);
  return c4_facts_end (&builder);
}
