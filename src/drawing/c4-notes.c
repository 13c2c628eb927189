/* c4-notes.c: a line, and paragraphs under it. */

#include "c4-notes.h"

#include "c4-text-block.h"

/* All in points, of a sheet that is printed 595 wide: the text becomes 11 points high. */
#define SHEET_WIDTH 704.0
#define MARGIN 40.0
#define PARAGRAPH_GAP 7.0

static void
add_paragraphs (C4TextBlock *block, const char *note, C4TextMeasure *measure)
{
  g_auto (GStrv) paragraphs = g_strsplit (note, "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      if (i > 0)
        c4_text_block_add_gap (block, PARAGRAPH_GAP);
      c4_text_block_add (block, measure, C4_TEXT_SUBTITLE, C4_ROLE_TITLE_TEXT, paragraphs[i],
                         SHEET_WIDTH - 2 * MARGIN);
    }
}

static void
add_rule (C4SceneBuilder *builder)
{
  C4Point points[4];
  C4Primitive rule = { .type = C4_PRIMITIVE_LINE,
                       .stroke = C4_ROLE_BOUNDARY_STROKE,
                       .stroke_width = 1 };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (C4Point){ MARGIN + (SHEET_WIDTH - 2 * MARGIN) * i / 3, 0.5 };
  rule.line.points = points;
  rule.line.n_points = G_N_ELEMENTS (points);
  c4_scene_builder_add (builder, &rule);
}

/**
 * c4_notes_compose:
 * @view: what the slide shows
 * @note: (nullable): what the speaker noted for it; a line a paragraph
 * @measure: measures texts
 *
 * Returns: (transfer full): the sheet under the slide
 */
C4Scene *
c4_notes_compose (C4View *view, const char *note, C4TextMeasure *measure)
{
  g_autoptr (C4SceneBuilder) builder = c4_scene_builder_new (view);
  g_autoptr (C4TextBlock) block = c4_text_block_new ();
  C4Size size;

  add_paragraphs (block, note != NULL ? note : "", measure);
  size = c4_text_block_get_size (block);
  add_rule (builder);
  c4_text_block_paint (block, builder, (C4Owner){ C4_OWNER_PAGE, 0 },
                       (C4Rect){ MARGIN, MARGIN, size.width, size.height }, C4_ALIGN_START);
  return c4_scene_builder_build (builder, SHEET_WIDTH, size.height + 2 * MARGIN);
}
