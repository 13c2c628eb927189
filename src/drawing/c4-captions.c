/* c4-captions.c: "3 of 7", who does what to whom, and how it is done. */

#include "c4-captions.h"

#include "c4-steps.h"
#include "c4-text-block.h"

#include <glib/gi18n.h>

/* Between the lines of a caption, in points. */
#define LINE_GAP 2.0

/* What they are set for, in points. A narrower picture is made as wide as the first. */
static const double widths[] = { 480, 640, 800, 1000, 1250, 1600 };

struct _C4Captions
{
  GPtrArray *settings[G_N_ELEMENTS (widths)]; /* (element-type C4TextBlock) one a step */
};

static void
add_line (C4TextBlock *block, const C4View *view, guint edge, double width,
          C4TextMeasure *measure)
{
  g_autofree char *caption = c4_steps_dup_line_caption (view, edge);
  g_autofree char *detail = c4_steps_dup_line_detail (view, edge);

  c4_text_block_add_gap (block, LINE_GAP);
  c4_text_block_add (block, measure, C4_TEXT_TITLE, C4_ROLE_TITLE_TEXT, caption, width);
  c4_text_block_add_gap (block, LINE_GAP);
  c4_text_block_add (block, measure, C4_TEXT_SUBTITLE, C4_ROLE_MUTED_TEXT, detail, width);
}

static C4TextBlock *
make_block (const C4View *view, guint step, double width, C4TextMeasure *measure)
{
  C4TextBlock *block = c4_text_block_new ();
  /* Translators: a step, and how many there are */
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), step, c4_steps_count (view));
  guint n;
  guint first = c4_steps_first_edge (view, step, &n);

  c4_text_block_add (block, measure, C4_TEXT_SUBTITLE, C4_ROLE_MUTED_TEXT, count, width);
  for (guint i = first; i < first + n; i++)
    add_line (block, view, i, width, measure);
  return block;
}

/**
 * c4_captions_new:
 * @view: a dynamic view
 * @measure: measures texts
 *
 * Returns: (transfer full): the captions of its steps
 */
C4Captions *
c4_captions_new (const C4View *view, C4TextMeasure *measure)
{
  C4Captions *captions = g_new0 (C4Captions, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      captions->settings[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) c4_text_block_free);
      for (guint step = 1; step <= c4_steps_count (view); step++)
        g_ptr_array_add (captions->settings[i], make_block (view, step, widths[i], measure));
    }
  return captions;
}

void
c4_captions_free (C4Captions *captions)
{
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    g_ptr_array_unref (captions->settings[i]);
  g_free (captions);
}

static const GPtrArray *
choose_setting (const C4Captions *captions, double width)
{
  gsize i = 0;

  while (i + 1 < G_N_ELEMENTS (widths) && widths[i + 1] <= width)
    i++;
  return captions->settings[i];
}

/**
 * c4_captions_get_size:
 * @captions: captions
 * @width: of the picture, in points
 *
 * Returns: the room that any of them needs
 */
C4Size
c4_captions_get_size (const C4Captions *captions, double width)
{
  const GPtrArray *blocks = choose_setting (captions, width);
  C4Size room = { 0, 0 };

  for (guint i = 0; i < blocks->len; i++)
    {
      C4Size size = c4_text_block_get_size (blocks->pdata[i]);

      room.width = MAX (room.width, size.width);
      room.height = MAX (room.height, size.height);
    }
  return room;
}

/**
 * c4_captions_paint:
 * @captions: captions
 * @builder: a scene in the making
 * @origin: the top left of each
 * @width: of the picture, in points
 */
void
c4_captions_paint (const C4Captions *captions, C4SceneBuilder *builder, C4Point origin,
                   double width)
{
  const GPtrArray *blocks = choose_setting (captions, width);

  for (guint i = 0; i < blocks->len; i++)
    {
      C4Size size = c4_text_block_get_size (blocks->pdata[i]);

      c4_text_block_paint (blocks->pdata[i], builder, (C4Owner){ C4_OWNER_CAPTION, i + 1 },
                           (C4Rect){ origin.x, origin.y, size.width, size.height },
                           C4_ALIGN_START);
    }
}
