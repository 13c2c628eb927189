/* c4-title.c: the title of a picture. */

#include "c4-title.h"

/* What the text can be set for, in points. A picture that is narrower than the first is made as
 * wide as it. Lines beyond the last would be hard to read. */
static const double widths[] = { 360, 420, 480, 540, 600, 680, 760, 840, 920, 1000, 1100 };

/* Between title and description, in points. */
#define DESCRIPTION_GAP 3.0

struct _C4Title
{
  C4TextBlock *settings[G_N_ELEMENTS (widths)];
};

static guint
best_setting (double width)
{
  guint best = 0;

  while (best + 1 < G_N_ELEMENTS (widths) && widths[best + 1] <= width)
    best++;
  return best;
}

/**
 * c4_title_new:
 * @view: a view
 * @measure: measures its texts
 *
 * Returns: (transfer full): its title and description
 */
C4Title *
c4_title_new (const C4View *view, C4TextMeasure *measure)
{
  C4Title *title = g_new0 (C4Title, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      C4TextBlock *block = c4_text_block_new ();

      c4_text_block_add (block, measure, C4_TEXT_TITLE, C4_ROLE_TITLE_TEXT, view->title,
                         widths[i]);
      if (view->description != NULL)
        c4_text_block_add_gap (block, DESCRIPTION_GAP);
      c4_text_block_add (block, measure, C4_TEXT_SUBTITLE, C4_ROLE_MUTED_TEXT, view->description,
                         widths[i]);
      title->settings[i] = block;
    }
  return title;
}

void
c4_title_free (C4Title *title)
{
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    c4_text_block_free (title->settings[i]);
  g_free (title);
}

/**
 * c4_title_get_size:
 * @title: a title
 * @width: of the picture, in points
 *
 * Returns: what the title takes: more than @width where that is narrower than any setting
 */
C4Size
c4_title_get_size (const C4Title *title, double width)
{
  return c4_text_block_get_size (title->settings[best_setting (width)]);
}

/**
 * c4_title_paint:
 * @title: a title
 * @builder: a scene in the making
 * @origin: the top left of the title
 * @width: of the picture, in points
 */
void
c4_title_paint (const C4Title *title, C4SceneBuilder *builder, C4Point origin, double width)
{
  C4Size size = c4_title_get_size (title, width);

  c4_text_block_paint (title->settings[best_setting (width)], builder,
                       (C4Owner){ C4_OWNER_TITLE, 0 },
                       (C4Rect){ origin.x, origin.y, size.width, size.height }, C4_ALIGN_START);
}
