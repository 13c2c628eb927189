/* sketch.c: reads models from lines of text, and writes views as such. */

#include "sketch.h"

#include "c4-model-builder.h"
#include "c4-outline.h"

#include <string.h>

typedef struct
{
  C4ModelBuilder *builder;
  C4Model header;
  const C4Scenario *scenario;
} Sketch;

static const C4Element *
get (Sketch *sketch, const char *id)
{
  const C4Element *element = c4_model_builder_find (sketch->builder, id);

  if (element == NULL)
    g_error ("the sketch has no “%s”", id);
  return element;
}

static char *
find_option (char **words, const char *name)
{
  g_autofree char *prefix = g_strconcat (name, "=", NULL);

  for (; *words != NULL; words++)
    if (g_str_has_prefix (*words, prefix))
      return g_strdelimit (g_strdup (*words + strlen (prefix)), "_", ' ');
  return NULL;
}

static const C4Element *
add_element (Sketch *sketch, C4Kind kind, char **words)
{
  g_autofree char *name = g_ascii_strup (words[1], -1);
  g_autofree char *group = find_option (words, "group");
  g_autofree char *repository = find_option (words, "repo");
  g_autofree char *technology = find_option (words, "tech");
  const char *const *all = (const char *const *) words;
  gboolean nested = kind == C4_KIND_CONTAINER || kind == C4_KIND_COMPONENT;

  return c4_model_builder_add_element (
      sketch->builder, &(C4Element){ .kind = kind,
                                     .shape = g_strv_contains (all, "db")      ? C4_SHAPE_DB
                                              : g_strv_contains (all, "queue") ? C4_SHAPE_QUEUE
                                                                               : C4_SHAPE_BOX,
                                     .external = g_str_equal (words[0], "external"),
                                     .id = words[1],
                                     .name = name,
                                     .technology = technology,
                                     .context_group = group,
                                     .repository = repository,
                                     .parent = nested ? get (sketch, words[3]) : NULL });
}

/* Cuts "label {protocol} #tag #tag" up. */
static char *
cut_label (char *text, char **protocol, char ***tags)
{
  char *hash = strchr (text, '#');
  char *brace;

  *tags = g_strsplit (hash != NULL ? hash + 1 : "", " #", -1);
  if (hash != NULL)
    *hash = '\0';
  brace = strchr (text, '{');
  if (brace != NULL)
    {
      *brace = '\0';
      *protocol = g_strndup (brace + 1, strcspn (brace + 1, "}"));
    }
  g_strstrip (text);
  return *text != '\0' ? text : NULL;
}

typedef enum
{
  LINE_FLOW,
  LINE_COMPONENT,
  LINE_STEP,
  LINE_PARALLEL_STEP,
} LineKind;

static guint
number_of_step (const Sketch *sketch, gboolean parallel)
{
  const GPtrArray *steps = sketch->scenario->steps;

  return parallel ? ((const C4Step *) steps->pdata[steps->len - 1])->number : 0;
}

static void
add_line (Sketch *sketch, const char *line, LineKind kind)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 4);
  g_auto (GStrv) tags = NULL;
  g_autofree char *protocol = NULL;
  const char *label = words[3] != NULL ? cut_label (words[3], &protocol, &tags) : NULL;
  const C4Element *source = get (sketch, words[0]);
  const C4Element *target = get (sketch, words[2]);
  gboolean sync = g_str_equal (words[1], "->");

  if (kind == LINE_STEP || kind == LINE_PARALLEL_STEP)
    c4_model_builder_add_step (
        sketch->builder, sketch->scenario,
        &(C4Step){ .number = number_of_step (sketch, kind == LINE_PARALLEL_STEP),
                   .source = source,
                   .target = target,
                   .label = label,
                   .sync = sync });
  else
    c4_model_builder_add_relationship (
        sketch->builder,
        &(C4Relationship){ .scope = kind == LINE_FLOW ? C4_SCOPE_FLOW : C4_SCOPE_COMPONENT,
                           .id = kind == LINE_FLOW ? line : NULL,
                           .source = source,
                           .target = target,
                           .label = label,
                           .technology = protocol,
                           .sync = sync,
                           .tags = (const char *const *) tags });
}

static void
add_system (Sketch *sketch, char **words)
{
  const C4Element *system = add_element (sketch, C4_KIND_SYSTEM, words);

  if (sketch->header.primary_system == NULL)
    {
      sketch->header.primary_system = system;
      sketch->header.name = system->name;
    }
}

static void
add_etl_source (Sketch *sketch, char **words)
{
  c4_model_builder_add_etl_source (
      sketch->builder,
      &(C4EtlSource){ .name = words[1], .transport = "REST", .fragile = words[2] != NULL });
}

static void
add_scenario (Sketch *sketch, char **words)
{
  g_autofree char *title = g_ascii_strup (words[1], -1);

  sketch->scenario = c4_model_builder_add_scenario (
      sketch->builder, &(C4Scenario){ .id = words[1], .title = title, .description = "Steps." });
}

static void
add (Sketch *sketch, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  const char *what = words[0];

  if (g_str_equal (what, "person"))
    add_element (sketch, C4_KIND_PERSON, words);
  else if (g_str_equal (what, "system"))
    add_system (sketch, words);
  else if (g_str_equal (what, "external"))
    add_element (sketch, C4_KIND_SYSTEM, words);
  else if (g_str_equal (what, "container"))
    add_element (sketch, C4_KIND_CONTAINER, words);
  else if (g_str_equal (what, "component"))
    add_element (sketch, C4_KIND_COMPONENT, words);
  else if (g_str_equal (what, "api"))
    sketch->header.api_container = get (sketch, words[1]);
  else if (g_str_equal (what, "scenario"))
    add_scenario (sketch, words);
  else if (g_str_equal (what, "etl"))
    add_etl_source (sketch, words);
  else if (g_str_equal (what, "uses"))
    add_line (sketch, line + strlen ("uses "), LINE_COMPONENT);
  else if (g_str_equal (what, "step"))
    add_line (sketch, line + strlen ("step "), LINE_STEP);
  else if (g_str_equal (what, "with"))
    add_line (sketch, line + strlen ("with "), LINE_PARALLEL_STEP);
  else
    add_line (sketch, line, LINE_FLOW);
}

C4Model *
sketch_model (const char *text)
{
  g_autoptr (C4ModelBuilder) builder = c4_model_builder_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Sketch sketch = { .builder = builder };

  sketch.header.description = "A model.";
  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      add (&sketch, *line);
  c4_model_builder_set_header (builder, &sketch.header);
  return c4_model_builder_build (builder);
}

C4WorkspaceBuilder *
sketch_workspace (const char *name, gboolean single)
{
  return c4_workspace_builder_new (name, "/workspace", single);
}

void
sketch_member (C4WorkspaceBuilder *builder, const char *system_id, C4Model *model)
{
  const char *name = system_id != NULL ? system_id : "unknown";
  g_autofree char *path = g_strdup_printf ("/workspace/%s.yaml", name);

  c4_workspace_builder_add_member (builder, &(C4WorkspaceMember){ .system_id = system_id,
                                                                  .name = name,
                                                                  .path = path,
                                                                  .model = model });
}

static void
write_node (GString *text, const C4View *view, const C4ViewNode *node)
{
  g_autofree char *drills = g_strjoinv (" ", (char **) node->drills);

  g_string_append_printf (text, "%s: %s%s", node->id, node->external ? "external " : "",
                          c4_kind_to_string (node->kind));
  if (node->shape != C4_SHAPE_BOX)
    g_string_append_printf (text, " %s", c4_shape_to_string (node->shape));
  if (node->technology != NULL)
    g_string_append_printf (text, " [%s]", node->technology);
  if (node->members->len > 0)
    g_string_append_printf (text, " of %s", node->description);
  if (node->boundary != C4_NO_BOUNDARY)
    g_string_append_printf (text, " in %s",
                            ((C4ViewBoundary *) view->boundaries->pdata[node->boundary])->id);
  if (*drills != '\0')
    g_string_append_printf (text, " => %s", drills);
  g_string_append_c (text, '\n');
}

static void
write_edge (GString *text, const C4View *view, const C4ViewEdge *edge)
{
  if (edge->step > 0)
    g_string_append_printf (text, "%u. ", edge->step);
  g_string_append_printf (text, "%s %s %s",
                          ((C4ViewNode *) view->nodes->pdata[edge->source])->id,
                          edge->sync ? "->" : "~>",
                          ((C4ViewNode *) view->nodes->pdata[edge->target])->id);
  if (edge->label != NULL)
    g_string_append_printf (text, " %s", edge->label);
  if (edge->technology != NULL)
    g_string_append_printf (text, " {%s}", edge->technology);
  if (edge->relationships->len > 1)
    g_string_append_printf (text, " x%u", edge->relationships->len);
  g_string_append_c (text, '\n');
}

char *
sketch_view (const C4View *view)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s < %s | %s\n", view->title, view->up != NULL ? view->up : "-",
                          view->description != NULL ? view->description : "-");
  for (guint i = 0; i < view->boundaries->len; i++)
    {
      const C4ViewBoundary *boundary = view->boundaries->pdata[i];

      g_string_append_printf (text, "(%s: %s %s)\n", boundary->id, boundary->type, boundary->name);
    }
  for (guint i = 0; i < view->nodes->len; i++)
    write_node (text, view, view->nodes->pdata[i]);
  for (guint i = 0; i < view->edges->len; i++)
    write_edge (text, view, view->edges->pdata[i]);
  return g_string_free (text, FALSE);
}

void
assert_view (C4Workspace *workspace, const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (C4View) view = c4_outline_make_view (workspace, path, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (view->path, ==, path);
  text = sketch_view (view);
  g_assert_cmpstr (text, ==, expected);
}
