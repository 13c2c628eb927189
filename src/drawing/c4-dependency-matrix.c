/* c4-dependency-matrix.c: the row depends on the column. Columns are numbered as the rows are, so
 * that no text has to stand on its side. */

#include "c4-dependency-matrix.h"

#include "c4-connector.h"
#include "c4-decimal.h"
#include "c4-sentence.h"

#include <glib/gi18n.h>

/* In points. */
#define CELL 38.0
#define NAME_GAP 10.0
#define NUMBER_WIDTH 22.0
#define WIDEST_NAME 206.0
#define FIGURE_WIDTH 76.0
#define FIGURE_GAP 14.0
#define WIDEST_CHAIN 270.0
#define HEAD_PADDING 5.0
#define LINE_SAMPLE 15.0
#define COUNT_GAP 3.0 /* between a number and the line under it */
#define CYCLE_STROKE_WIDTH 2.2
#define CYCLE_RADIUS 3.0
#define GRID_WIDTH 0.8
#define ROW_PADDING 4.0

enum
{
  FIGURE_FAN_IN,
  FIGURE_FAN_OUT,
  FIGURE_INSTABILITY,
  FIGURE_CHAIN,
  N_FIGURES,
};

static const char *const figure_headings[N_FIGURES]
    = { NC_ ("column", "Fan-in (sync / async)"), NC_ ("column", "Fan-out (sync / async)"),
        NC_ ("column", "Instability"), NC_ ("column", "Longest chain of synchronous calls") };

typedef struct
{
  C4TextBlock *number;
  C4TextBlock *name;
  C4TextBlock *figures[N_FIGURES];
  double height;
} Row;

typedef struct
{
  const C4Coupling *coupling;
  C4TextBlock *sync;  /* NULL: none */
  C4TextBlock *async; /* NULL: none */
} Cell;

struct _C4DependencyMatrix
{
  guint n;
  double name_width;
  double chain_width;
  double head_height;
  C4TextBlock *headings[N_FIGURES];
  Row *rows;
  GArray *cells; /* (element-type Cell) */
};

static C4TextBlock *
set_text (C4TextMeasure *measure, C4TextStyle style, C4Role role, const char *text, double width)
{
  C4TextBlock *block = c4_text_block_new ();

  c4_text_block_add (block, measure, style, role, text, width);
  return block;
}

static C4TextBlock *
set_count (C4TextMeasure *measure, C4Role role, const GPtrArray *flows)
{
  g_autofree char *text = g_strdup_printf ("%u", flows->len);

  return flows->len > 0 ? set_text (measure, C4_TEXT_NAME, role, text, CELL) : NULL;
}

static C4TextBlock *
set_fan (C4TextMeasure *measure, guint all, guint sync, guint async)
{
  g_autofree char *text = g_strdup_printf ("%u (%u / %u)", all, sync, async);

  return set_text (measure, C4_TEXT_LABEL, C4_ROLE_TITLE_TEXT, text, FIGURE_WIDTH);
}

static C4TextBlock *
set_chain (C4TextMeasure *measure, const C4CouplingMatrix *matrix, guint index)
{
  g_autofree char *chain = c4_coupling_matrix_dup_chain (matrix, index);

  if (chain == NULL)
    return set_text (measure, C4_TEXT_LABEL, C4_ROLE_MUTED_TEXT, "–", WIDEST_CHAIN);
  return set_text (measure, C4_TEXT_LABEL, C4_ROLE_TITLE_TEXT, chain, WIDEST_CHAIN);
}

static void
set_row (Row *row, C4TextMeasure *measure, const C4CouplingMatrix *matrix, guint index)
{
  const C4CoupledSystem *system = matrix->systems->pdata[index];
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *instability = c4_decimal_dup (system->instability);

  row->number = set_text (measure, C4_TEXT_LABEL, C4_ROLE_MUTED_TEXT, number, NUMBER_WIDTH);
  row->name = set_text (measure, C4_TEXT_LABEL, C4_ROLE_TITLE_TEXT, system->name, WIDEST_NAME);
  row->figures[FIGURE_FAN_IN]
      = set_fan (measure, system->fan_in, system->fan_in_sync, system->fan_in_async);
  row->figures[FIGURE_FAN_OUT]
      = set_fan (measure, system->fan_out, system->fan_out_sync, system->fan_out_async);
  row->figures[FIGURE_INSTABILITY]
      = set_text (measure, C4_TEXT_LABEL, C4_ROLE_TITLE_TEXT, instability, FIGURE_WIDTH);
  row->figures[FIGURE_CHAIN] = set_chain (measure, matrix, index);
  row->height = MAX (CELL, c4_text_block_get_size (row->name).height + 2 * ROW_PADDING);
  row->height = MAX (
      row->height, c4_text_block_get_size (row->figures[FIGURE_CHAIN]).height + 2 * ROW_PADDING);
}

/**
 * c4_dependency_matrix_new:
 * @dependencies: what to show
 * @measure: measures its texts
 *
 * Returns: (transfer full): its matrix, measured; @dependencies must outlive it
 */
C4DependencyMatrix *
c4_dependency_matrix_new (const C4Dependencies *dependencies, C4TextMeasure *measure)
{
  const C4CouplingMatrix *values = dependencies->matrix;
  C4DependencyMatrix *matrix = g_new0 (C4DependencyMatrix, 1);

  matrix->n = values->systems->len;
  matrix->rows = g_new0 (Row, matrix->n);
  matrix->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  for (guint i = 0; i < N_FIGURES; i++)
    {
      matrix->headings[i]
          = set_text (measure, C4_TEXT_LEGEND, C4_ROLE_MUTED_TEXT,
                      g_dpgettext2 (NULL, "column", figure_headings[i]),
                      i == FIGURE_CHAIN ? WIDEST_CHAIN : FIGURE_WIDTH + FIGURE_GAP / 2);
      matrix->head_height
          = MAX (matrix->head_height,
                 c4_text_block_get_size (matrix->headings[i]).height + 2 * HEAD_PADDING);
    }
  for (guint i = 0; i < matrix->n; i++)
    {
      set_row (&matrix->rows[i], measure, values, i);
      matrix->name_width
          = MAX (matrix->name_width, c4_text_block_get_size (matrix->rows[i].name).width);
      matrix->chain_width
          = MAX (matrix->chain_width,
                 c4_text_block_get_size (matrix->rows[i].figures[FIGURE_CHAIN]).width);
    }
  matrix->chain_width = MAX (matrix->chain_width,
                             c4_text_block_get_size (matrix->headings[FIGURE_CHAIN]).width);
  for (guint i = 0; i < values->couplings->len; i++)
    {
      const C4Coupling *coupling = values->couplings->pdata[i];
      Cell cell = { coupling, set_count (measure, C4_ROLE_SYNC_TEXT, coupling->sync),
                    set_count (measure, C4_ROLE_ASYNC_TEXT, coupling->async) };

      g_array_append_val (matrix->cells, cell);
    }
  return matrix;
}

void
c4_dependency_matrix_free (C4DependencyMatrix *matrix)
{
  for (guint i = 0; i < matrix->n; i++)
    {
      c4_text_block_free (matrix->rows[i].number);
      c4_text_block_free (matrix->rows[i].name);
      for (guint k = 0; k < N_FIGURES; k++)
        c4_text_block_free (matrix->rows[i].figures[k]);
    }
  for (guint i = 0; i < matrix->cells->len; i++)
    {
      Cell *cell = &g_array_index (matrix->cells, Cell, i);

      g_clear_pointer (&cell->sync, c4_text_block_free);
      g_clear_pointer (&cell->async, c4_text_block_free);
    }
  for (guint i = 0; i < N_FIGURES; i++)
    c4_text_block_free (matrix->headings[i]);
  g_array_unref (matrix->cells);
  g_free (matrix->rows);
  g_free (matrix);
}

static double
grid_left (const C4DependencyMatrix *matrix)
{
  return NUMBER_WIDTH + matrix->name_width + NAME_GAP;
}

static double
row_top (const C4DependencyMatrix *matrix, guint row)
{
  double top = matrix->head_height;

  for (guint i = 0; i < row; i++)
    top += matrix->rows[i].height;
  return top;
}

static double
figure_left (const C4DependencyMatrix *matrix, guint figure)
{
  return grid_left (matrix) + matrix->n * CELL + FIGURE_GAP
         + figure * (FIGURE_WIDTH + FIGURE_GAP);
}

C4Size
c4_dependency_matrix_get_size (const C4DependencyMatrix *matrix)
{
  return (C4Size){ figure_left (matrix, FIGURE_CHAIN) + matrix->chain_width,
                   row_top (matrix, matrix->n) };
}

static C4Rect
cell_rect (const C4DependencyMatrix *matrix, guint row, guint column, C4Point origin)
{
  return (C4Rect){ origin.x + grid_left (matrix) + column * CELL,
                   origin.y + row_top (matrix, row), CELL, matrix->rows[row].height };
}

static C4Owner
cell_owner (const C4DependencyMatrix *matrix, guint row, guint column)
{
  return (C4Owner){ C4_OWNER_CELL, row * matrix->n + column };
}

/* Lines rather than a box for each cell: most are empty. */
static void
paint_grid (const C4DependencyMatrix *matrix, C4SceneBuilder *builder, C4Point origin)
{
  C4Rect first = cell_rect (matrix, 0, 0, origin);
  double right = first.x + matrix->n * CELL;
  double bottom = origin.y + row_top (matrix, matrix->n);
  C4Primitive line = { .type = C4_PRIMITIVE_RECT, .fill = C4_ROLE_CELL_STROKE };

  for (guint i = 0; i <= matrix->n; i++)
    {
      double x = first.x + i * CELL;
      double y = origin.y + row_top (matrix, i);

      line.shape.rect = (C4Rect){ x, first.y, GRID_WIDTH, bottom - first.y };
      c4_scene_builder_add (builder, &line);
      line.shape.rect = (C4Rect){ first.x, y, right - first.x, GRID_WIDTH };
      c4_scene_builder_add (builder, &line);
    }
  for (guint i = 0; i < matrix->n; i++)
    {
      line.shape.rect = cell_rect (matrix, i, i, origin);
      c4_scene_builder_add (builder, &line);
    }
}

static void
paint_cell_rect (C4SceneBuilder *builder, C4Owner owner, C4Rect rect, gboolean in_cycle)
{
  C4Primitive frame = { .type = C4_PRIMITIVE_RECT, .owner = owner };

  frame.shape.rect = rect;
  if (in_cycle)
    {
      frame.stroke = C4_ROLE_WARNING_TEXT;
      frame.stroke_width = CYCLE_STROKE_WIDTH;
      frame.shape.rect = c4_rect_inset (rect, CYCLE_STROKE_WIDTH / 2);
      frame.shape.radius = CYCLE_RADIUS;
    }
  c4_scene_builder_add (builder, &frame);
}

/* The number of flows, and under it a piece of the line that they are drawn with elsewhere. */
static void
paint_count (C4SceneBuilder *builder, C4Owner owner, const C4TextBlock *count, gboolean sync,
             C4Rect room)
{
  C4Size size = c4_text_block_get_size (count);
  double middle = room.x + room.width / 2;
  double top = room.y + (room.height - size.height - COUNT_GAP) / 2;
  double line = top + size.height + COUNT_GAP;

  c4_text_block_paint (count, builder, owner,
                       (C4Rect){ room.x, top, room.width, size.height }, C4_ALIGN_CENTER);
  c4_connector_paint_stroke (builder, owner, (C4Point){ middle - LINE_SAMPLE / 2, line },
                             (C4Point){ middle + LINE_SAMPLE / 2, line }, sync);
}

static void
paint_cell (const C4DependencyMatrix *matrix, C4SceneBuilder *builder, const Cell *cell,
            C4Point origin)
{
  C4Owner owner = cell_owner (matrix, cell->coupling->source, cell->coupling->target);
  C4Rect rect = cell_rect (matrix, cell->coupling->source, cell->coupling->target, origin);
  C4Rect half = { rect.x, rect.y, rect.width / 2, rect.height };

  paint_cell_rect (builder, owner, rect, cell->coupling->in_cycle);
  if (cell->sync == NULL || cell->async == NULL)
    {
      paint_count (builder, owner, cell->sync != NULL ? cell->sync : cell->async,
                   cell->sync != NULL, rect);
      return;
    }
  paint_count (builder, owner, cell->sync, TRUE, half);
  half.x += half.width;
  paint_count (builder, owner, cell->async, FALSE, half);
}

static void
paint_row (const C4DependencyMatrix *matrix, C4SceneBuilder *builder, guint index, C4Point origin)
{
  const Row *row = &matrix->rows[index];
  C4Owner owner = { C4_OWNER_NODE, index };
  C4Rect name = { origin.x, origin.y + row_top (matrix, index),
                  NUMBER_WIDTH + matrix->name_width, row->height };
  C4Rect number = { name.x, name.y, NUMBER_WIDTH - 8, name.height };
  C4Primitive ground = { .type = C4_PRIMITIVE_RECT, .owner = owner };

  ground.shape.rect = name;
  c4_scene_builder_add (builder, &ground);
  c4_text_block_paint (row->number, builder, owner, number, C4_ALIGN_END);
  c4_text_block_paint (row->name, builder, owner,
                       (C4Rect){ name.x + NUMBER_WIDTH, name.y, matrix->name_width,
                                 name.height },
                       C4_ALIGN_START);
  c4_scene_builder_set_node (builder, index, name);
}

static void
paint_figures (const C4DependencyMatrix *matrix, C4SceneBuilder *builder, guint index,
               C4Point origin)
{
  const Row *row = &matrix->rows[index];

  for (guint i = 0; i < N_FIGURES; i++)
    {
      C4Rect room = { origin.x + figure_left (matrix, i), origin.y + row_top (matrix, index),
                      i == FIGURE_CHAIN ? matrix->chain_width : FIGURE_WIDTH, row->height };

      c4_text_block_paint (row->figures[i], builder, (C4Owner){ C4_OWNER_PAGE, 0 }, room,
                           C4_ALIGN_START);
    }
}

static void
paint_head (const C4DependencyMatrix *matrix, C4SceneBuilder *builder, C4Point origin)
{
  C4Owner owner = { C4_OWNER_PAGE, 0 };

  for (guint i = 0; i < matrix->n; i++)
    {
      C4Size size = c4_text_block_get_size (matrix->rows[i].number);
      C4Rect room = cell_rect (matrix, 0, i, origin);

      room.y = origin.y + matrix->head_height - HEAD_PADDING - size.height;
      room.height = size.height;
      c4_text_block_paint (matrix->rows[i].number, builder, owner, room, C4_ALIGN_CENTER);
    }
  for (guint i = 0; i < N_FIGURES; i++)
    {
      C4Size size = c4_text_block_get_size (matrix->headings[i]);
      C4Rect room = { origin.x + figure_left (matrix, i), 0, size.width, size.height };

      room.y = origin.y + matrix->head_height - HEAD_PADDING - size.height;
      c4_text_block_paint (matrix->headings[i], builder, owner, room, C4_ALIGN_START);
    }
}

/**
 * c4_dependency_matrix_paint:
 * @matrix: a matrix
 * @builder: a scene in the making, of the view that has its systems as nodes
 * @origin: where its top left goes, in points
 */
void
c4_dependency_matrix_paint (const C4DependencyMatrix *matrix, C4SceneBuilder *builder,
                            C4Point origin)
{
  if (matrix->n == 0)
    return;
  c4_scene_builder_set_matrix (builder, (C4Rect){ origin.x + grid_left (matrix), origin.y,
                                                  matrix->n * CELL,
                                                  row_top (matrix, matrix->n) });
  paint_head (matrix, builder, origin);
  paint_grid (matrix, builder, origin);
  for (guint i = 0; i < matrix->cells->len; i++)
    paint_cell (matrix, builder, &g_array_index (matrix->cells, Cell, i), origin);
  for (guint i = 0; i < matrix->n; i++)
    {
      paint_row (matrix, builder, i, origin);
      paint_figures (matrix, builder, i, origin);
    }
}
