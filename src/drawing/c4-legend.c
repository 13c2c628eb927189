/* c4-legend.c: the key. */

#include "c4-box.h"
#include "c4-connector.h"
#include "c4-legend.h"

#include <glib/gi18n.h>

/* In points. */
#define SWATCH_WIDTH 26.0
#define SWATCH_HEIGHT 18.0
#define PERSON_SWATCH_WIDTH 20.0
#define LINE_SWATCH_WIDTH 40.0
#define SWATCH_GAP 7.0   /* before its text */
#define COLUMN_GAP 22.0
#define SWATCH_RADIUS 3.0

const double c4_legend_row_height = 26;

typedef enum
{
  ENTRY_BOX,
  ENTRY_BOUNDARY,
  ENTRY_LINE,
} EntryType;

typedef struct
{
  EntryType type;
  C4PrimitiveType shape;
  C4Role fill;
  gboolean sync;
  char *text;
  double text_width;
} Entry;

/* In points. */
typedef struct
{
  double x;    /* from the key's left */
  double slot; /* for the swatches */
  double text_width;
} Column;

struct _C4Legend
{
  GArray *entries; /* (element-type Entry) */
};

static void
entry_clear (gpointer entry)
{
  g_free (((Entry *) entry)->text);
}

static double
swatch_width (const Entry *entry)
{
  if (entry->type == ENTRY_LINE)
    return LINE_SWATCH_WIDTH;
  return entry->shape == C4_PRIMITIVE_PERSON ? PERSON_SWATCH_WIDTH : SWATCH_WIDTH;
}

static void
add_entry (C4Legend *legend, C4TextMeasure *measure, Entry entry, const char *text)
{
  entry.text = g_strdup (text);
  entry.text_width = c4_text_width (measure, C4_TEXT_LEGEND, text);
  g_array_append_val (legend->entries, entry);
}

/* "External system", "Component (database)"; a container that is one, just "Database". */
static char *
box_name (C4Kind kind, C4Shape shape, gboolean external)
{
  /* Translators: the entries of the key below a diagram */
  static const char *const kinds[] = { NC_ ("key", "Person"), NC_ ("key", "Software system"),
                                       NC_ ("key", "Container"), NC_ ("key", "Component") };
  static const char *const externals[]
      = { NC_ ("key", "External person"), NC_ ("key", "External system"),
          NC_ ("key", "External container"), NC_ ("key", "External component") };
  const char *name = g_dpgettext2 (NULL, "key", external ? externals[kind] : kinds[kind]);
  gboolean is_database = shape == C4_SHAPE_DB;

  if (shape == C4_SHAPE_BOX || kind == C4_KIND_PERSON)
    return g_strdup (name);
  if (kind == C4_KIND_CONTAINER && !external)
    return g_strdup (is_database ? C_ ("key", "Database") : C_ ("key", "Queue"));
  /* Translators: as in ‘Component (database)’ */
  return g_strdup_printf (is_database ? C_ ("key", "%s (database)") : C_ ("key", "%s (queue)"),
                          name);
}

static gboolean
has_box (const C4View *view, C4Kind kind, C4Shape shape, gboolean external)
{
  for (guint i = 0; i < view->nodes->len; i++)
    {
      const C4ViewNode *node = view->nodes->pdata[i];

      if (node->kind == kind && node->external == external
          && c4_box_shape (node->kind, node->shape) == c4_box_shape (kind, shape))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_line (const C4View *view, gboolean sync)
{
  for (guint i = 0; i < view->edges->len; i++)
    if (((C4ViewEdge *) view->edges->pdata[i])->sync == sync)
      return TRUE;
  return FALSE;
}

static void
add_box (C4Legend *legend, const C4View *view, C4TextMeasure *measure, C4Kind kind, C4Shape shape,
         gboolean external)
{
  g_autofree char *name = NULL;

  if (view->kind == C4_VIEW_DEPENDENCIES) /* its systems are names, not boxes */
    return;
  if (!has_box (view, kind, shape, external) || (kind == C4_KIND_PERSON && shape != C4_SHAPE_BOX))
    return;
  name = box_name (kind, shape, external);
  add_entry (legend, measure,
             (Entry){ .type = ENTRY_BOX,
                      .shape = c4_box_shape (kind, shape),
                      .fill = c4_box_fill (kind, external) },
             name);
}

/**
 * c4_legend_new:
 * @view: a view
 * @measure: measures the texts
 *
 * Returns: (transfer full): the key to @view
 */
C4Legend *
c4_legend_new (const C4View *view, C4TextMeasure *measure)
{
  C4Legend *legend = g_new0 (C4Legend, 1);

  legend->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (legend->entries, entry_clear);
  for (C4Kind kind = C4_KIND_PERSON; kind <= C4_KIND_COMPONENT; kind++)
    for (int external = FALSE; external <= TRUE; external++)
      for (C4Shape shape = C4_SHAPE_BOX; shape <= C4_SHAPE_QUEUE; shape++)
        add_box (legend, view, measure, kind, shape, external);
  if (view->boundaries->len > 0)
    add_entry (legend, measure, (Entry){ .type = ENTRY_BOUNDARY }, C_ ("key", "Boundary"));
  if (has_line (view, TRUE))
    add_entry (legend, measure, (Entry){ .type = ENTRY_LINE, .sync = TRUE },
               C_ ("key", "Synchronous"));
  if (has_line (view, FALSE))
    add_entry (legend, measure, (Entry){ .type = ENTRY_LINE, .sync = FALSE },
               C_ ("key", "Asynchronous"));
  return legend;
}

void
c4_legend_free (C4Legend *legend)
{
  g_array_unref (legend->entries);
  g_free (legend);
}

static void
paint_swatch (const Entry *entry, C4SceneBuilder *builder, C4Rect rect)
{
  C4Owner owner = { C4_OWNER_LEGEND, 0 };
  double middle = rect.y + rect.height / 2;
  C4Primitive shape = { .type = C4_PRIMITIVE_RECT, .owner = owner, .stroke_width = 1 };

  if (entry->type == ENTRY_LINE)
    {
      c4_connector_paint_sample (builder, owner, (C4Point){ rect.x, middle },
                                 (C4Point){ c4_rect_right (rect), middle }, entry->sync);
      return;
    }
  shape.shape.rect = rect;
  shape.shape.radius = SWATCH_RADIUS;
  if (entry->type == ENTRY_BOUNDARY)
    {
      shape.stroke = C4_ROLE_BOUNDARY_STROKE;
      shape.dash = (C4Dash){ 4, 3 };
    }
  else
    {
      shape.type = entry->shape;
      shape.fill = entry->fill;
      shape.stroke = entry->fill + 1;
    }
  c4_scene_builder_add (builder, &shape);
}

/* Swatches in the middle of their slot, texts one under the other. */
static void
paint_entry (const Entry *entry, C4SceneBuilder *builder, C4Point at, double slot)
{
  double middle = at.y + c4_legend_row_height / 2;
  double width = swatch_width (entry);
  C4Primitive text = { .type = C4_PRIMITIVE_TEXT,
                       .owner = { C4_OWNER_LEGEND, 0 },
                       .fill = C4_ROLE_MUTED_TEXT };

  paint_swatch (entry, builder,
                (C4Rect){ at.x + (slot - width) / 2, middle - SWATCH_HEIGHT / 2, width,
                          SWATCH_HEIGHT });
  text.text.text = entry->text;
  text.text.style = C4_TEXT_LEGEND;
  text.text.width = entry->text_width;
  text.text.baseline.x = at.x + slot + SWATCH_GAP;
  text.text.baseline.y = middle + c4_text_baseline (C4_TEXT_LEGEND)
                         - c4_text_line_height (C4_TEXT_LEGEND) / 2;
  c4_scene_builder_add (builder, &text);
}

/* The entries go row by row into `n` columns: this one has every `n`th. */
static Column
measure_column (const C4Legend *legend, guint first, guint n)
{
  Column column = { 0 };

  for (guint i = first; i < legend->entries->len; i += n)
    {
      const Entry *entry = &g_array_index (legend->entries, Entry, i);

      column.slot = MAX (column.slot, swatch_width (entry));
      column.text_width = MAX (column.text_width, entry->text_width);
    }
  return column;
}

static guint
count_rows (const C4Legend *legend, guint n_columns)
{
  return (legend->entries->len + n_columns - 1) / n_columns;
}

static C4Size
paint_columns (const C4Legend *legend, C4SceneBuilder *builder, C4Point origin, guint n)
{
  g_autofree Column *columns = g_new (Column, n);
  double x = 0;

  for (guint i = 0; i < n; i++)
    {
      columns[i] = measure_column (legend, i, n);
      columns[i].x = x;
      x += columns[i].slot + SWATCH_GAP + columns[i].text_width + COLUMN_GAP;
    }
  for (guint i = 0; builder != NULL && i < legend->entries->len; i++)
    paint_entry (&g_array_index (legend->entries, Entry, i), builder,
                 (C4Point){ origin.x + columns[i % n].x,
                            origin.y + i / n * c4_legend_row_height },
                 columns[i % n].slot);
  return (C4Size){ x - COLUMN_GAP, count_rows (legend, n) * c4_legend_row_height };
}

static gboolean
fits (const C4Legend *legend, guint n_columns, double width)
{
  return paint_columns (legend, NULL, (C4Point){ 0, 0 }, n_columns).width <= width;
}

/* In as few rows as fit, and those as equally long as can be. */
static guint
choose_columns (const C4Legend *legend, double width)
{
  guint n = legend->entries->len;
  guint even;

  while (n > 1 && !fits (legend, n, width))
    n--;
  even = count_rows (legend, count_rows (legend, n));
  return fits (legend, even, width) ? even : n;
}

/**
 * c4_legend_paint:
 * @legend: a key
 * @builder: (nullable): a scene in the making; %NULL to measure
 * @origin: the top left of the key
 * @width: that its columns are to fit into, in points
 *
 * Returns: what the rows take; 0 x 0 when the view shows nothing
 */
C4Size
c4_legend_paint (const C4Legend *legend, C4SceneBuilder *builder, C4Point origin, double width)
{
  if (legend->entries->len == 0)
    return (C4Size){ 0, 0 };
  return paint_columns (legend, builder, origin, choose_columns (legend, width));
}
