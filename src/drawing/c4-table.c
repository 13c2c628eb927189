/* c4-table.c: each column as wide as its widest cell, each row as high as its highest. */

#include "c4-table.h"

#include <glib/gi18n.h>

/* In points. */
#define COLUMN_GAP 18.0
#define ROW_PADDING 5.0
#define RULE_WIDTH 0.8
#define WIDEST_HEADING 200.0

typedef struct
{
  C4Owner owner;
  C4TextBlock **cells;
  double height;
} Row;

struct _C4Table
{
  guint n_columns;
  double *widths;
  GArray *rows; /* (element-type Row); the first is the head */
};

static double
table_width (const C4Table *table)
{
  double width = COLUMN_GAP * (table->n_columns - 1);

  for (guint i = 0; i < table->n_columns; i++)
    width += table->widths[i];
  return width;
}

/**
 * c4_table_new:
 * @measure: measures the headings
 * @headings: (array length=n_columns): what stands over each column; to be marked for translation
 *   in the context "column"
 * @n_columns: how many columns there are; at least 1
 *
 * Returns: (transfer full): a table without rows
 */
C4Table *
c4_table_new (C4TextMeasure *measure, const char *const *headings, guint n_columns)
{
  C4Table *table = g_new0 (C4Table, 1);
  g_autofree C4TextBlock **cells = g_new0 (C4TextBlock *, n_columns);

  table->n_columns = n_columns;
  table->widths = g_new0 (double, n_columns);
  table->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; i < n_columns; i++)
    {
      cells[i] = c4_text_block_new ();
      c4_text_block_add (cells[i], measure, C4_TEXT_LEGEND, C4_ROLE_MUTED_TEXT,
                         g_dpgettext2 (NULL, "column", headings[i]), WIDEST_HEADING);
    }
  c4_table_add_row (table, (C4Owner){ C4_OWNER_PAGE, 0 }, cells);
  return table;
}

void
c4_table_free (C4Table *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      Row *row = &g_array_index (table->rows, Row, i);

      for (guint column = 0; column < table->n_columns; column++)
        g_clear_pointer (&row->cells[column], c4_text_block_free);
      g_free (row->cells);
    }
  g_array_unref (table->rows);
  g_free (table->widths);
  g_free (table);
}

/**
 * c4_table_add_row:
 * @table: a table
 * @owner: what the row is about
 * @cells: (transfer container) (nullable): a block for each column, %NULL for an empty cell; the
 *   array stays the caller's, the blocks become the table's
 */
void
c4_table_add_row (C4Table *table, C4Owner owner, C4TextBlock **cells)
{
  Row row = { .owner = owner, .cells = g_new0 (C4TextBlock *, table->n_columns) };

  for (guint i = 0; i < table->n_columns; i++)
    {
      C4Size size = { 0, 0 };

      row.cells[i] = cells[i];
      if (cells[i] != NULL)
        size = c4_text_block_get_size (cells[i]);
      table->widths[i] = MAX (table->widths[i], size.width);
      row.height = MAX (row.height, size.height + 2 * ROW_PADDING);
    }
  g_array_append_val (table->rows, row);
}

C4Size
c4_table_get_size (const C4Table *table)
{
  C4Size size = { table_width (table), 0 };

  for (guint i = 0; i < table->rows->len; i++)
    size.height += g_array_index (table->rows, Row, i).height;
  return size;
}

static void
paint_rule (C4SceneBuilder *builder, C4Owner owner, C4Rect row)
{
  C4Primitive rule = { .type = C4_PRIMITIVE_RECT, .owner = owner, .fill = C4_ROLE_CELL_STROKE };

  rule.shape.rect = (C4Rect){ row.x, c4_rect_bottom (row) - RULE_WIDTH, row.width, RULE_WIDTH };
  c4_scene_builder_add (builder, &rule);
}

/* Nothing to be seen, but all of the row can be pointed at. */
static void
paint_ground (C4SceneBuilder *builder, C4Owner owner, C4Rect row)
{
  C4Primitive ground = { .type = C4_PRIMITIVE_RECT, .owner = owner };

  ground.shape.rect = row;
  c4_scene_builder_add (builder, &ground);
}

static void
paint_row (const C4Table *table, C4SceneBuilder *builder, const Row *row, C4Rect rect)
{
  double x = rect.x;

  paint_ground (builder, row->owner, rect);
  for (guint i = 0; i < table->n_columns; i++)
    {
      if (row->cells[i] != NULL)
        {
          C4Size size = c4_text_block_get_size (row->cells[i]);
          C4Rect room = { x, rect.y + ROW_PADDING, table->widths[i], size.height };

          c4_text_block_paint (row->cells[i], builder, row->owner, room, C4_ALIGN_START);
        }
      x += table->widths[i] + COLUMN_GAP;
    }
  paint_rule (builder, row->owner, rect);
}

/**
 * c4_table_paint:
 * @table: a table
 * @builder: a scene in the making
 * @origin: where its top left goes, in points
 */
void
c4_table_paint (const C4Table *table, C4SceneBuilder *builder, C4Point origin)
{
  double width = table_width (table);
  double y = origin.y;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const Row *row = &g_array_index (table->rows, Row, i);

      paint_row (table, builder, row, (C4Rect){ origin.x, y, width, row->height });
      y += row->height;
    }
}
