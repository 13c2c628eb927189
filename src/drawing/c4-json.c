/* c4-json.c: a scene as JSON. */

#include "c4-json.h"
#include "c4-xml.h"

static void
append_string (GString *json, const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }
  valid = g_utf8_make_valid (text, -1);
  g_string_append_c (json, '"');
  for (const char *p = valid; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (json, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (json, "\\u%04x", (guchar) *p);
    else
      g_string_append_c (json, *p);
  g_string_append_c (json, '"');
}

/* A member of an object; the first of one has no comma before it. */
static void
append_key (GString *json, const char *key)
{
  char last = json->str[json->len - 1];

  g_string_append_printf (json, "%s\"%s\": ", last == '{' ? "" : ", ", key);
}

static void
append_string_member (GString *json, const char *key, const char *value)
{
  append_key (json, key);
  append_string (json, value);
}

static void
append_boolean_member (GString *json, const char *key, gboolean value)
{
  append_key (json, key);
  g_string_append (json, value ? "true" : "false");
}

static void
append_number_member (GString *json, const char *key, double value)
{
  append_key (json, key);
  c4_append_number (json, value);
}

static void
append_numbers (GString *json, const double *numbers, guint n)
{
  g_string_append_c (json, '[');
  for (guint i = 0; i < n; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      c4_append_number (json, numbers[i]);
    }
  g_string_append_c (json, ']');
}

static void
append_box (GString *json, C4Rect rect)
{
  const double numbers[] = { rect.x, rect.y, rect.width, rect.height };

  append_numbers (json, numbers, G_N_ELEMENTS (numbers));
}

static const char *
view_kind_name (C4ViewKind kind)
{
  static const char *const names[] = { "system-landscape", "system-context", "container",
                                       "component",        "dynamic",        "dependencies" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), NULL);
  return names[kind];
}

/* For programs, which read the same in every language. */
static const char *
boundary_type (const C4ViewBoundary *boundary)
{
  static const char *const names[] = { "Person", "Software System", "Container", "Component" };

  return boundary->element != NULL ? names[boundary->element->kind] : "Group";
}

static void
write_boundary (GString *json, const C4Scene *scene, guint index)
{
  const C4ViewBoundary *boundary = scene->view->boundaries->pdata[index];

  g_string_append_c (json, '{');
  append_string_member (json, "id", boundary->id);
  append_string_member (json, "name", boundary->name);
  append_string_member (json, "type", boundary_type (boundary));
  append_key (json, "box");
  append_box (json, scene->boundaries[index]);
  g_string_append_c (json, '}');
}

static void
write_element (GString *json, const C4Scene *scene, guint index)
{
  const C4ViewNode *node = scene->view->nodes->pdata[index];
  const C4ViewBoundary *boundary
      = node->boundary == C4_NO_BOUNDARY ? NULL : scene->view->boundaries->pdata[node->boundary];

  g_string_append_c (json, '{');
  append_string_member (json, "id", node->id);
  append_string_member (json, "kind", c4_kind_to_string (node->kind));
  append_string_member (json, "shape", c4_shape_to_string (node->shape));
  append_boolean_member (json, "external", node->external);
  append_string_member (json, "name", node->name);
  append_string_member (json, "technology", node->technology);
  append_string_member (json, "description", node->description);
  append_string_member (json, "boundary", boundary != NULL ? boundary->id : NULL);
  append_key (json, "leads_to");
  g_string_append_c (json, '[');
  for (guint i = 0; node->drills[i] != NULL; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      append_string (json, node->drills[i]);
    }
  g_string_append_c (json, ']');
  append_key (json, "box");
  append_box (json, scene->nodes[index]);
  g_string_append_c (json, '}');
}

/* The line and the boxes of the texts that a relation's primitives are. */
static void
write_places (GString *json, const C4Primitive *primitives, guint n)
{
  gboolean first = TRUE;

  for (guint i = 0; i < n; i++)
    if (primitives[i].type == C4_PRIMITIVE_LINE)
      {
        append_key (json, "line");
        g_string_append_c (json, '[');
        for (guint k = 0; k < primitives[i].line.n_points; k++)
          {
            C4Point point = primitives[i].line.points[k];

            g_string_append (json, k > 0 ? ", " : "");
            append_numbers (json, (double[]){ point.x, point.y }, 2);
          }
        g_string_append_c (json, ']');
      }
  append_key (json, "texts");
  g_string_append_c (json, '[');
  for (guint i = 0; i < n; i++)
    if (primitives[i].type == C4_PRIMITIVE_TEXT)
      {
        g_string_append (json, first ? "" : ", ");
        append_box (json, primitives[i].bounds);
        first = FALSE;
      }
  g_string_append_c (json, ']');
}

static void
write_relation (GString *json, const C4Scene *scene, const C4Primitive *primitives, guint n)
{
  const C4View *view = scene->view;
  const C4ViewEdge *edge = view->edges->pdata[primitives->owner.index];
  guint n_flows = 0;

  g_string_append_c (json, '{');
  append_string_member (json, "source", ((C4ViewNode *) view->nodes->pdata[edge->source])->id);
  append_string_member (json, "target", ((C4ViewNode *) view->nodes->pdata[edge->target])->id);
  append_boolean_member (json, "sync", edge->sync);
  if (edge->step > 0)
    append_number_member (json, "step", edge->step);
  else
    append_string_member (json, "step", NULL);
  append_string_member (json, "label", edge->label);
  append_string_member (json, "technology", edge->technology);
  append_key (json, "flows");
  g_string_append_c (json, '[');
  for (guint i = 0; i < edge->relationships->len; i++)
    {
      const C4Relationship *relationship = edge->relationships->pdata[i];

      if (relationship->id == NULL)
        continue;
      g_string_append (json, n_flows++ > 0 ? ", " : "");
      append_string (json, relationship->id);
    }
  g_string_append_c (json, ']');
  write_places (json, primitives, n);
  g_string_append_c (json, '}');
}

static void
write_relations (GString *json, const C4Scene *scene)
{
  const char *separator = "\n    ";

  for (guint i = 0; i < scene->n_primitives;)
    {
      const C4Primitive *first = &scene->primitives[i];
      guint n = 1;

      while (i + n < scene->n_primitives && first[n].owner.type == first->owner.type
             && first[n].owner.index == first->owner.index)
        n++;
      if (first->owner.type == C4_OWNER_EDGE)
        {
          g_string_append (json, separator);
          write_relation (json, scene, first, n);
          separator = ",\n    ";
        }
      i += n;
    }
}

/**
 * c4_json_write:
 * @scene: a scene
 *
 * Returns: (transfer full): the file, as c4-json.h describes it
 */
GBytes *
c4_json_write (C4Scene *scene)
{
  const C4View *view = scene->view;
  GString *json = g_string_new ("{");

  append_string_member (json, "view", view->path);
  append_string_member (json, "kind", view_kind_name (view->kind));
  append_string_member (json, "title", view->title);
  append_string_member (json, "description", view->description);
  append_number_member (json, "width", scene->width);
  append_number_member (json, "height", scene->height);
  g_string_append (json, ",\n  \"boundaries\": [");
  for (guint i = 0; i < view->boundaries->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n    " : "\n    ");
      write_boundary (json, scene, i);
    }
  g_string_append (json, "],\n  \"elements\": [");
  for (guint i = 0; i < view->nodes->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n    " : "\n    ");
      write_element (json, scene, i);
    }
  g_string_append (json, "],\n  \"relations\": [");
  write_relations (json, scene);
  g_string_append (json, "]\n}\n");
  return g_string_free_to_bytes (json);
}
