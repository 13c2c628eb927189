/* c4-title.c: the title of a picture. */

#include "c4-title.h"

/* What the text can be set for, in points. A picture that is narrower than the first is made as
 * wide as it. Lines beyond the last would be hard to read. */
static const double widths[]
    = { 360, 420, 480, 540, 600, 680, 760, 840, 920, 1000, 1100, 1300, 1500 };

/* Between title and description, in points. */
#define DESCRIPTION_GAP 3.0

struct _C4Title
{
  C4TextBlock *settings[G_N_ELEMENTS (widths)];
};

/**
 * c4_title_new:
 * @view: a view
 * @options: which heading, and whether a description is wanted
 * @measure: measures its texts
 *
 * Returns: (transfer full): its title and description
 */
C4Title *
c4_title_new (const C4View *view, const C4DiagramOptions *options, C4TextMeasure *measure)
{
  C4Title *title = g_new0 (C4Title, 1);
  const char *description = options->detail == C4_DETAIL_FULL ? view->description : NULL;
  const char *heading = options->heading != NULL ? options->heading : view->title;

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      C4TextBlock *block = c4_text_block_new ();

      c4_text_block_add (block, measure, C4_TEXT_TITLE, C4_ROLE_TITLE_TEXT, heading, widths[i]);
      if (description != NULL)
        c4_text_block_add_gap (block, DESCRIPTION_GAP);
      c4_text_block_add (block, measure, C4_TEXT_SUBTITLE, C4_ROLE_MUTED_TEXT, description,
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
 * c4_title_count_settings:
 * @title: a title
 * @width: of the picture, in points
 *
 * Returns: how many settings are no wider than @width; 1 where none is
 */
guint
c4_title_count_settings (const C4Title *title, double width)
{
  guint n = 1;

  while (n < G_N_ELEMENTS (widths) && widths[n] <= width)
    n++;
  return n;
}

C4Size
c4_title_get_size (const C4Title *title, guint setting)
{
  g_return_val_if_fail (setting < G_N_ELEMENTS (widths), ((C4Size){ 0, 0 }));
  return c4_text_block_get_size (title->settings[setting]);
}

/**
 * c4_title_paint:
 * @title: a title
 * @builder: a scene in the making
 * @origin: the top left of the title
 * @setting: which of its settings
 */
void
c4_title_paint (const C4Title *title, C4SceneBuilder *builder, C4Point origin, guint setting)
{
  C4Size size = c4_title_get_size (title, setting);

  c4_text_block_paint (title->settings[setting], builder, (C4Owner){ C4_OWNER_TITLE, 0 },
                       (C4Rect){ origin.x, origin.y, size.width, size.height }, C4_ALIGN_START);
}
