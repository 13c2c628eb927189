/* layout-figures.c: how good the pictures of models are. Prints a line for each diagram: faults,
 * crossings, shape, and how large the smallest text is on a slide, with full and short detail.
 *
 *     layout-figures MODEL|FOLDER...
 */

#include "layout-faults.h"
#include "picture-walk.h"

#include <stdlib.h>

/* The room for a picture on a slide of 1920x1080 pixels with a margin of 3 %. */
#define SLIDE_WIDTH (1920 * 0.94)
#define SLIDE_HEIGHT (1080 * 0.94)

#define N_DETAILS 2 /* full and short */

typedef struct
{
  LayoutFaults faults;
  guint n_cut; /* texts that end in an ellipsis */
  double aspect;
  double slide; /* the smallest text, in pixels */
} Figures;

typedef struct
{
  char *path; /* of the view */
  Figures figures[N_DETAILS];
} Row;

typedef struct
{
  GArray *rows; /* (element-type Row) */
  guint detail;
  guint next; /* row to fill in */
} Table;

static void
row_clear (gpointer row)
{
  g_free (((Row *) row)->path);
}

static void
measure_texts (const C4Scene *scene, Figures *figures)
{
  double smallest = G_MAXDOUBLE;

  for (guint i = 0; i < scene->n_primitives; i++)
    {
      const C4Primitive *primitive = &scene->primitives[i];
      if (primitive->type != C4_PRIMITIVE_TEXT)
        continue;
      smallest = MIN (smallest, c4_text_style_font (primitive->text.style)->size);
      figures->n_cut += g_str_has_suffix (primitive->text.text, "…")
                        || g_str_has_suffix (primitive->text.text, "...");
    }
  figures->slide = smallest * MIN (SLIDE_WIDTH / scene->width, SLIDE_HEIGHT / scene->height);
}

static void
visit (C4Scene *scene, const C4LayoutGraph *graph, const C4Layout *layout, gpointer user_data)
{
  Table *table = user_data;
  Figures *figures;

  if (table->detail == 0)
    {
      Row row = { .path = g_strdup (scene->view->path) };
      g_array_append_val (table->rows, row);
    }
  figures = &g_array_index (table->rows, Row, table->next++).figures[table->detail];
  if (layout != NULL)
    figures->faults = layout_faults_count (graph, layout);
  figures->aspect = scene->width / scene->height;
  measure_texts (scene, figures);
}

static void
print_row (const char *path, const Figures *full, const Figures *brief)
{
  const LayoutFaults *faults = &full->faults;

  g_print ("%3u %3u %3u %3u %3u %5u %5u %3u %3u %6.2f %6.1f | %6u %3u %6.2f %6.1f  %s\n",
           faults->labels_on_labels, faults->labels_on_boxes, faults->lines_on_labels,
           faults->lines_on_boxes, faults->boxes_on_boxes, faults->on_titles + faults->strangers,
           faults->strays, full->n_cut, faults->crossings, full->aspect, full->slide,
           layout_faults_sum (&brief->faults) + brief->n_cut, brief->faults.crossings,
           brief->aspect, brief->slide, path);
}

static void
print_table (const Table *table)
{
  g_print (" LL  LN  LE  EN  NN title stray cut   X aspect  slide | faults   X aspect  slide of the "
           "short one\n");
  for (guint i = 0; i < table->rows->len; i++)
    {
      const Row *row = &g_array_index (table->rows, Row, i);
      print_row (row->path, &row->figures[0], &row->figures[1]);
    }
}

static void
measure_model (const char *path, C4TextMeasure *measure, C4LayoutService *service)
{
  Table table = { .rows = g_array_new (FALSE, FALSE, sizeof (Row)) };

  g_array_set_clear_func (table.rows, row_clear);
  for (table.detail = 0; table.detail < N_DETAILS; table.detail++)
    {
      table.next = 0;
      picture_walk (path, table.detail == 0 ? C4_DETAIL_FULL : C4_DETAIL_SHORT, measure, service,
                    visit, &table);
    }
  print_table (&table);
  g_array_unref (table.rows);
}

int
main (int argc, char *argv[])
{
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new ();
  g_autoptr (C4LayoutService) service = c4_layout_service_new (NULL);

  if (argc < 2)
    {
      g_printerr ("Usage: layout-figures MODEL|FOLDER...\n");
      return 2;
    }
  for (int i = 1; i < argc; i++)
    measure_model (argv[i], measure, service);
  return EXIT_SUCCESS;
}
