/* c4-outline.c: which views a workspace has, and the making of one. */

#include "c4-outline.h"

#include "c4-dependency-view.h"
#include "c4-landscape.h"
#include "c4-nearest.h"
#include "c4-paths.h"
#include "c4-projection.h"
#include "c4-sentence.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (c4-view-error-quark, c4_view_error)

/* An entry with what it takes to make its view. */
typedef struct
{
  C4OutlineEntry entry;
  const C4WorkspaceMember *member; /* NULL for a view of the whole workspace */
  const C4Element *container;      /* of a component view */
  const C4Scenario *scenario;      /* of a dynamic view */
} Item;

static void
item_free (gpointer pointer)
{
  Item *item = pointer;

  g_free ((gpointer) item->entry.path);
  g_free ((gpointer) item->entry.key);
  g_free ((gpointer) item->entry.title);
  g_free ((gpointer) item->entry.name);
  g_free ((gpointer) item->entry.system_id);
  g_free ((gpointer) item->entry.scenario_or_container);
  g_free (item);
}

/* Adds an item with the values given; takes `title`, copies the rest. */
static void
add_item (GPtrArray *outline, const C4Workspace *workspace, const Item *values, char *title)
{
  Item *item = g_memdup2 (values, sizeof *values);
  C4OutlineEntry *entry = &item->entry;

  entry->path = c4_view_dup_path (workspace, item->member, entry->key);
  entry->key = g_strdup (entry->key);
  entry->title = title;
  entry->name = g_strdup (entry->name);
  entry->system_id = g_strdup (item->member != NULL ? item->member->system_id : NULL);
  entry->scenario_or_container = g_strdup (entry->scenario_or_container);
  g_ptr_array_add (outline, item);
}

static void
add_member_item (GPtrArray *outline, const C4Workspace *workspace,
                 const C4WorkspaceMember *member, C4ViewKind kind, const char *key,
                 const char *name, char *title)
{
  add_item (outline, workspace,
            &(Item){ .entry = { .kind = kind, .key = key, .name = name }, .member = member },
            title);
}

static void
add_components (GPtrArray *outline, const C4Workspace *workspace, const C4WorkspaceMember *member)
{
  for (guint i = 0; i < member->model->elements->len; i++)
    {
      const C4Element *container = member->model->elements->pdata[i];
      g_autofree char *of = c4_isolate (container->name);
      g_autofree char *key = NULL;

      if (container->kind != C4_KIND_CONTAINER || container->children->len == 0)
        continue;
      key = c4_component_dup_key (container);
      add_item (outline, workspace,
                &(Item){ .entry = { .kind = C4_VIEW_COMPONENT,
                                    .key = key,
                                    .name = container->name,
                                    .scenario_or_container = container->id },
                         .member = member,
                         .container = container },
                g_strdup_printf (_ ("Components of %s"), of));
    }
}

static void
add_flows (GPtrArray *outline, const C4Workspace *workspace, const C4WorkspaceMember *member)
{
  for (guint i = 0; i < member->model->scenarios->len; i++)
    {
      const C4Scenario *scenario = member->model->scenarios->pdata[i];
      g_autofree char *key = g_strconcat (C4_KEY_FLOW_PREFIX, scenario->id, NULL);

      add_item (outline, workspace,
                &(Item){ .entry = { .kind = C4_VIEW_DYNAMIC,
                                    .key = key,
                                    .name = scenario->title,
                                    .scenario_or_container = scenario->id },
                         .member = member,
                         .scenario = scenario },
                g_strdup (scenario->title));
    }
}

static gboolean
has_containers (const C4Model *model)
{
  return model->primary_system != NULL && model->primary_system->children->len > 0;
}

static void
add_member (GPtrArray *outline, const C4Workspace *workspace, const C4WorkspaceMember *member)
{
  g_autofree char *system = c4_isolate (c4_member_system_name (member));

  add_member_item (outline, workspace, member, C4_VIEW_SYSTEM_CONTEXT, C4_KEY_CONTEXT,
                   C_ ("view", "System Context"),
                   g_strdup_printf (_ ("System Context of %s"), system));
  if (has_containers (member->model))
    add_member_item (outline, workspace, member, C4_VIEW_CONTAINER, C4_KEY_CONTAINER,
                     C_ ("view", "Containers"), g_strdup_printf (_ ("Containers of %s"), system));
  add_components (outline, workspace, member);
  add_flows (outline, workspace, member);
  add_member_item (outline, workspace, member, C4_VIEW_DEPENDENCIES, C4_KEY_DEPENDENCIES,
                   C_ ("view", "Dependencies"), g_strdup_printf (_ ("Dependencies of %s"), system));
}

/* A view of the whole workspace, of which not every one has a name. */
static void
add_workspace_item (GPtrArray *outline, const C4Workspace *workspace, C4ViewKind kind,
                    const char *key, const char *name, char *title)
{
  g_autofree char *named_title = title;
  gboolean named = workspace->name != NULL && *workspace->name != '\0';

  add_item (outline, workspace, &(Item){ .entry = { .kind = kind, .key = key, .name = name } },
            named ? g_steal_pointer (&named_title) : g_strdup (name));
}

static void
add_workspace (GPtrArray *outline, const C4Workspace *workspace)
{
  g_autofree char *of = c4_isolate (workspace->name != NULL ? workspace->name : "");

  add_workspace_item (outline, workspace, C4_VIEW_SYSTEM_LANDSCAPE, C4_KEY_LANDSCAPE,
                      C_ ("view", "System Landscape"),
                      g_strdup_printf (_ ("System Landscape of %s"), of));
  add_workspace_item (outline, workspace, C4_VIEW_DEPENDENCIES, C4_KEY_DEPENDENCIES,
                      C_ ("view", "Dependencies"), g_strdup_printf (_ ("Dependencies of %s"), of));
}

/* The key of the view a level above. */
static const char *
key_above (const Item *item)
{
  switch (item->entry.kind)
    {
    case C4_VIEW_SYSTEM_LANDSCAPE:
    case C4_VIEW_SYSTEM_CONTEXT:
      return NULL;
    case C4_VIEW_CONTAINER:
      return C4_KEY_CONTEXT;
    case C4_VIEW_COMPONENT:
    case C4_VIEW_DYNAMIC:
      return has_containers (item->member->model) ? C4_KEY_CONTAINER : C4_KEY_CONTEXT;
    case C4_VIEW_DEPENDENCIES:
      return item->member != NULL ? C4_KEY_CONTEXT : NULL;
    }
  g_return_val_if_reached (NULL);
}

static char *
dup_path_above (const C4Workspace *workspace, const Item *item)
{
  const char *key = key_above (item);

  if (key != NULL)
    return c4_view_dup_path (workspace, item->member, key);
  if (workspace->single || item->entry.kind == C4_VIEW_SYSTEM_LANDSCAPE)
    return NULL;
  return g_strdup (C4_KEY_LANDSCAPE);
}

static const char *
description_of (const Item *item)
{
  if (item->scenario != NULL)
    return item->scenario->description;
  if (item->container != NULL && item->container->description != NULL)
    return item->container->description;
  return item->member != NULL ? item->member->model->description : NULL;
}

/* Diagrams of one model that are made from its elements. */
static void
project_model (C4Workspace *workspace, const Item *item, C4ViewBuilder *builder)
{
  g_auto (C4Projection) projection = { NULL };

  c4_projection_init (&projection, workspace, item->member, item->entry.path, builder);
  switch (item->entry.kind)
    {
    case C4_VIEW_SYSTEM_CONTEXT:
      c4_project_context (&projection);
      break;
    case C4_VIEW_CONTAINER:
      c4_project_container (&projection);
      break;
    case C4_VIEW_COMPONENT:
      c4_project_component (&projection, item->container);
      break;
    case C4_VIEW_DYNAMIC:
      c4_project_dynamic (&projection, item->scenario);
      break;
    case C4_VIEW_SYSTEM_LANDSCAPE:
    case C4_VIEW_DEPENDENCIES:
      g_assert_not_reached ();
    }
}

static void
project (C4Workspace *workspace, const Item *item, C4ViewBuilder *builder)
{
  if (item->entry.kind == C4_VIEW_SYSTEM_LANDSCAPE)
    c4_project_landscape (workspace, builder);
  else if (item->entry.kind == C4_VIEW_DEPENDENCIES)
    c4_project_dependencies (workspace, item->member, builder);
  else
    project_model (workspace, item, builder);
}

static C4View *
make_view (C4Workspace *workspace, const Item *item)
{
  g_autofree char *up = dup_path_above (workspace, item);
  g_autoptr (C4ViewBuilder) builder = NULL;

  builder = c4_view_builder_new (
      workspace, &(C4View){ .kind = item->entry.kind,
                            .path = item->entry.path,
                            .key = item->entry.key,
                            .title = item->entry.title,
                            .description = description_of (item),
                            .up = up,
                            .model = item->member != NULL ? item->member->model : NULL });
  project (workspace, item, builder);
  return c4_view_builder_build (builder);
}

/* The member without a model that `path` would be a view of. */
static const C4WorkspaceMember *
find_unloaded (const C4Workspace *workspace, const char *path)
{
  for (guint i = 0; i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = workspace->members->pdata[i];
      const char *prefix = c4_member_prefix (workspace, member);

      if (member->model != NULL)
        continue;
      if (prefix == NULL)
        return member;
      if (g_str_has_prefix (path, prefix) && path[strlen (prefix)] == '/')
        return member;
    }
  return NULL;
}

static const char *
find_nearest (const GPtrArray *outline, const char *path)
{
  g_autofree const char **paths = g_new0 (const char *, outline->len + 1);

  for (guint i = 0; i < outline->len; i++)
    paths[i] = ((const C4OutlineEntry *) outline->pdata[i])->path;
  return c4_nearest (path, paths, G_MAXUINT);
}

static void
set_no_view_error (GError **error, const C4Workspace *workspace, const GPtrArray *outline,
                   const char *path)
{
  const C4WorkspaceMember *unloaded = find_unloaded (workspace, path);
  const char *nearest = find_nearest (outline, path);

  if (unloaded != NULL)
    g_set_error (error, C4_VIEW_ERROR, C4_VIEW_ERROR_UNLOADED,
                 _ ("The view “%s” cannot be made: %s is not loaded"), path, unloaded->path);
  else if (nearest != NULL)
    g_set_error (error, C4_VIEW_ERROR, C4_VIEW_ERROR_UNKNOWN,
                 _ ("There is no view “%s”; did you mean “%s”?"), path, nearest);
  else
    g_set_error (error, C4_VIEW_ERROR, C4_VIEW_ERROR_UNKNOWN,
                 _ ("There is no view “%s”, nor any other"), path);
}

/**
 * c4_outline_new:
 * @workspace: a workspace
 *
 * Lists the views of @workspace in the order of reading: the landscape and the dependencies
 * (unless one model was opened by itself), then those of each model that is loaded.
 *
 * Returns: (transfer full) (element-type C4OutlineEntry): the list, which does not need
 *   @workspace to read; but its entries make views only with c4_outline_make_view()
 */
GPtrArray *
c4_outline_new (const C4Workspace *workspace)
{
  GPtrArray *outline = g_ptr_array_new_with_free_func (item_free);

  if (!workspace->single)
    add_workspace (outline, workspace);
  for (guint i = 0; i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = workspace->members->pdata[i];

      if (member->model != NULL)
        add_member (outline, workspace, member);
    }
  return outline;
}

/**
 * c4_outline_find_heading:
 * @workspace: a workspace
 * @entry: of its outline
 *
 * Returns: the name of the system that @entry belongs to, or of the workspace
 */
const char *
c4_outline_find_heading (const C4Workspace *workspace, const C4OutlineEntry *entry)
{
  const C4WorkspaceMember *member = NULL;

  if (entry->system_id != NULL)
    member = c4_workspace_find_member (workspace, entry->system_id);
  if (member == NULL)
    return workspace->name;
  return member->model != NULL ? member->model->name : member->name;
}

/**
 * c4_outline_find:
 * @outline: an outline
 * @path: the path of a view
 *
 * Returns: (nullable) (transfer none): the first entry with this path
 */
const C4OutlineEntry *
c4_outline_find (const GPtrArray *outline, const char *path)
{
  for (guint i = 0; i < outline->len; i++)
    {
      const C4OutlineEntry *entry = outline->pdata[i];

      if (g_str_equal (entry->path, path))
        return entry;
    }
  return NULL;
}

/**
 * c4_outline_make_view:
 * @workspace: a workspace
 * @path: the path of one of its views
 * @error: where to put a #C4ViewError
 *
 * May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the view
 */
C4View *
c4_outline_make_view (C4Workspace *workspace, const char *path, GError **error)
{
  g_autoptr (GPtrArray) outline = c4_outline_new (workspace);
  const C4OutlineEntry *entry = c4_outline_find (outline, path);

  if (entry != NULL)
    return make_view (workspace, (const Item *) entry);
  set_no_view_error (error, workspace, outline, path);
  return NULL;
}
