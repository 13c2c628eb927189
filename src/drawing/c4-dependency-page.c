/* c4-dependency-page.c: the sections of a Dependencies diagram, in one or two columns. */

#include "c4-dependency-page.h"

#include "c4-dependency-matrix.h"
#include "c4-dependency-tables.h"

#include <glib/gi18n.h>
#include <math.h>

/* In points. */
#define SECTION_GAP 30.0
#define COLUMN_GAP 44.0
#define HEADING_GAP 6.0
#define WIDEST_HEADING 560.0

/* What a picture that is as wide as a slide measures, width by height. */
#define SLIDE_ASPECT (16.0 / 9.0)

/* One part under its heading: a matrix, a table, or neither where there is nothing to list. */
typedef struct
{
  C4TextBlock *heading;
  C4DependencyMatrix *matrix;
  C4Table *table;
  C4Size size;
} Section;

struct _C4DependencyPage
{
  C4Dependencies *dependencies;
  GArray *sections;   /* (element-type Section) */
  guint second_column; /* index of the section that starts it */
};

static void
section_clear (gpointer pointer)
{
  Section *section = pointer;

  g_clear_pointer (&section->heading, c4_text_block_free);
  g_clear_pointer (&section->matrix, c4_dependency_matrix_free);
  g_clear_pointer (&section->table, c4_table_free);
}

static void
add_section (C4DependencyPage *page, C4TextMeasure *measure, const char *heading,
             const char *remark, C4DependencyMatrix *matrix, C4Table *table)
{
  Section section = { c4_text_block_new (), matrix, table, { 0, 0 } };
  C4Size head;

  c4_text_block_add (section.heading, measure, C4_TEXT_NAME, C4_ROLE_TITLE_TEXT, heading,
                     WIDEST_HEADING);
  c4_text_block_add (section.heading, measure, C4_TEXT_LABEL, C4_ROLE_MUTED_TEXT, remark,
                     WIDEST_HEADING);
  head = c4_text_block_get_size (section.heading);
  if (matrix != NULL)
    section.size = c4_dependency_matrix_get_size (matrix);
  if (table != NULL)
    section.size = c4_table_get_size (table);
  section.size.width = MAX (section.size.width, head.width);
  section.size.height += head.height + HEADING_GAP;
  g_array_append_val (page->sections, section);
}

static char *
cycles_remark (const C4Dependencies *dependencies)
{
  guint n = dependencies->cycles->len;
  guint n_sync = dependencies->n_sync_cycles;
  g_autofree char *all = NULL;
  g_autofree char *harm = NULL;

  if (n == 0)
    return g_strdup (_ ("None: no system depends on itself through others."));
  if (n_sync == 0)
    harm = g_strdup (_ ("None is closed by synchronous flows alone."));
  else
    /* Translators: how many of the cycles are so */
    harm = g_strdup_printf (
        ngettext ("%u closed by synchronous flows alone: these are the harmful ones.",
                  "%u closed by synchronous flows alone: these are the harmful ones.", n_sync),
        n_sync);
  if (dependencies->has_more_cycles)
    /* Translators: cycles */
    all = g_strdup_printf (ngettext ("More than %u, of which the shortest are shown.",
                                     "More than %u, of which the shortest are shown.", n),
                           n);
  else
    all = g_strdup_printf (ngettext ("%u cycle.", "%u cycles.", n), n);
  /* Translators: two whole sentences */
  return g_strdup_printf (_ ("%s %s"), all, harm);
}

static void
add_sections (C4DependencyPage *page, C4TextMeasure *measure)
{
  C4Dependencies *dependencies = page->dependencies;
  g_autofree char *cycles = cycles_remark (dependencies);

  add_section (page, measure, _ ("Dependency matrix"),
               dependencies->matrix->systems->len > 0
                   ? _ ("The row depends on the column. Framed cells are on cycles.")
                   : _ ("No flows join different systems."),
               c4_dependency_matrix_new (dependencies, measure), NULL);
  add_section (page, measure, _ ("Cycles"), cycles, NULL,
               c4_cycle_table_new (dependencies, measure));
  if (dependencies->fragile->len > 0)
    add_section (page, measure, _ ("Fragile links"), NULL, NULL,
                 c4_fragile_table_new (dependencies, measure));
  if (dependencies->candidates->couplings->len + dependencies->candidates->cycles->len > 0)
    add_section (page, measure, _ ("Graph candidates"),
                 _ ("Found by an analysis of the code: leads to follow up, not facts."), NULL,
                 c4_candidate_table_new (dependencies, measure));
  if (dependencies->etl->len > 0)
    add_section (page, measure, _ ("ETL sources"), NULL, NULL,
                 c4_etl_table_new (dependencies, measure));
}

static C4Size
column_size (const C4DependencyPage *page, guint from, guint to)
{
  C4Size size = { 0, 0 };

  for (guint i = from; i < to; i++)
    {
      const Section *section = &g_array_index (page->sections, Section, i);

      size.width = MAX (size.width, section->size.width);
      size.height += section->size.height + (i > from ? SECTION_GAP : 0);
    }
  return size;
}

static C4Size
page_size (const C4DependencyPage *page, guint second_column)
{
  guint n = page->sections->len;
  C4Size first = column_size (page, 0, second_column);
  C4Size second = column_size (page, second_column, n);

  return (C4Size){ first.width + (second_column < n ? COLUMN_GAP : 0) + second.width,
                   MAX (first.height, second.height) };
}

/* Where the second column starts so that the picture comes nearest to a slide. */
static void
break_columns (C4DependencyPage *page)
{
  double least = G_MAXDOUBLE;

  for (guint at = 1; at <= page->sections->len; at++)
    {
      C4Size size = page_size (page, at);
      double distance = fabs (log (size.width / size.height / SLIDE_ASPECT));

      if (distance < least)
        {
          least = distance;
          page->second_column = at;
        }
    }
}

/**
 * c4_dependency_page_new:
 * @dependencies: what to show
 * @measure: measures its texts
 *
 * Returns: (transfer full): the picture of @dependencies, measured
 */
C4DependencyPage *
c4_dependency_page_new (C4Dependencies *dependencies, C4TextMeasure *measure)
{
  C4DependencyPage *page = g_new0 (C4DependencyPage, 1);

  page->dependencies = c4_dependencies_ref (dependencies);
  page->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  g_array_set_clear_func (page->sections, section_clear);
  add_sections (page, measure);
  break_columns (page);
  return page;
}

void
c4_dependency_page_free (C4DependencyPage *page)
{
  g_array_unref (page->sections);
  c4_dependencies_unref (page->dependencies);
  g_free (page);
}

static void
paint_section (const Section *section, C4SceneBuilder *builder, C4Point origin)
{
  C4Size head = c4_text_block_get_size (section->heading);

  c4_text_block_paint (section->heading, builder, (C4Owner){ C4_OWNER_PAGE, 0 },
                       (C4Rect){ origin.x, origin.y, head.width, head.height }, C4_ALIGN_START);
  origin.y += head.height + HEADING_GAP;
  if (section->matrix != NULL)
    c4_dependency_matrix_paint (section->matrix, builder, origin);
  if (section->table != NULL)
    c4_table_paint (section->table, builder, origin);
}

/**
 * c4_dependency_page_paint:
 * @page: a Dependencies diagram
 * @builder: a scene in the making, of its view
 */
void
c4_dependency_page_paint (const C4DependencyPage *page, C4SceneBuilder *builder)
{
  C4Point at = { 0, 0 };

  for (guint i = 0; i < page->sections->len; i++)
    {
      const Section *section = &g_array_index (page->sections, Section, i);

      if (i == page->second_column)
        at = (C4Point){ column_size (page, 0, i).width + COLUMN_GAP, 0 };
      paint_section (section, builder, at);
      at.y += section->size.height + SECTION_GAP;
    }
}
