/* c4-context.c: a system among people and other systems. */

#include "c4-lines.h"
#include "c4-projection.h"
#include "c4-sentence.h"

static const char *
group_of (const C4Element *element)
{
  const char *group = element->context_group;

  if (element->kind != C4_KIND_SYSTEM || !element->external || group == NULL || *group == '\0')
    return NULL;
  return group;
}

static GPtrArray *
members_of (const C4Model *model, const char *group)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < model->elements->len; i++)
    {
      const C4Element *element = model->elements->pdata[i];

      if (g_strcmp0 (group_of (element), group) == 0)
        g_ptr_array_add (members, (gpointer) element);
    }
  return members;
}

static char *
list_names (GPtrArray *elements)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < elements->len; i++)
    {
      const C4Element *element = elements->pdata[i];

      c4_sentence_append_item (names, element->name);
    }
  return g_string_free (names, FALSE);
}

/* Where any of `members` leads. */
static GPtrArray *
collect_drills (const C4Projection *projection, GPtrArray *members)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < members->len; i++)
    {
      g_autoptr (GPtrArray) drills = c4_projection_drills (projection, members->pdata[i]);

      for (guint j = 0; j < drills->len; j++)
        if (!g_ptr_array_find_with_equal_func (all, drills->pdata[j], g_str_equal, NULL))
          g_ptr_array_add (all, g_strdup (drills->pdata[j]));
    }
  return all;
}

static void
add_group (C4Projection *projection, const char *group)
{
  g_autoptr (GPtrArray) members = members_of (projection->model, group);
  g_autoptr (GPtrArray) drills = collect_drills (projection, members);
  g_autofree char *id = g_strconcat ("group:", group, NULL);
  g_autofree char *names = list_names (members);
  guint node;

  g_ptr_array_add (drills, NULL);
  node = c4_view_builder_add_node (projection->builder,
                                   &(C4ViewNode){ .id = id,
                                                  .kind = C4_KIND_SYSTEM,
                                                  .external = TRUE,
                                                  .name = group,
                                                  .description = names,
                                                  .members = members,
                                                  .boundary = C4_NO_BOUNDARY,
                                                  .drills = (const char *const *) drills->pdata });
  for (guint i = 0; i < members->len; i++)
    projection->nodes[((const C4Element *) members->pdata[i])->index] = (int) node;
}

static gboolean *
find_people_in_flows (const C4Model *model)
{
  gboolean *in_flow = g_new0 (gboolean, model->elements->len);

  for (guint i = 0; i < model->relationships->len; i++)
    {
      const C4Relationship *flow = model->relationships->pdata[i];

      if (flow->scope != C4_SCOPE_FLOW)
        continue;
      in_flow[flow->source->index] = TRUE;
      in_flow[flow->target->index] = TRUE;
    }
  return in_flow;
}

/* People, then systems, then groups, each in the model's order. */
static void
add_boxes (C4Projection *projection)
{
  const C4Model *model = projection->model;
  g_autofree gboolean *in_flow = find_people_in_flows (model);

  for (guint i = 0; i < model->elements->len; i++)
    {
      const C4Element *element = model->elements->pdata[i];

      if (element->kind == C4_KIND_PERSON && in_flow[i])
        c4_projection_add (projection, element, C4_NO_BOUNDARY);
    }
  for (guint i = 0; i < model->elements->len; i++)
    {
      const C4Element *element = model->elements->pdata[i];

      if (element->kind == C4_KIND_SYSTEM && group_of (element) == NULL)
        c4_projection_add (projection, element, C4_NO_BOUNDARY);
    }
  for (guint i = 0; i < model->elements->len; i++)
    {
      const C4Element *element = model->elements->pdata[i];

      if (group_of (element) != NULL && projection->nodes[i] == C4_NO_NODE)
        add_group (projection, element->context_group);
    }
}

/**
 * c4_project_context:
 * @projection: a projection
 *
 * Shows the people that occur in a flow, and every system; external systems that share a context
 * group are one box. Flows are lifted to these, and one line drawn for each pair and mode.
 */
void
c4_project_context (C4Projection *projection)
{
  g_autoptr (C4Lines) lines = c4_lines_new (C4_ONE_LINE_A_PAIR);
  const C4Model *model = projection->model;

  add_boxes (projection);
  for (guint i = 0; i < model->relationships->len; i++)
    {
      const C4Relationship *flow = model->relationships->pdata[i];
      int source = projection->nodes[c4_element_owner (flow->source)->index];
      int target = projection->nodes[c4_element_owner (flow->target)->index];

      if (flow->scope == C4_SCOPE_FLOW && source != target)
        c4_lines_add (lines, (guint) source, (guint) target, flow);
    }
  c4_lines_draw (lines, projection->builder);
}
