/* c4-text.c: how wide text is. Breaking it into lines is c4-text-wrap.c. */

#include "c4-font.h"
#include "c4-text.h"

#include <string.h>

/* Unhinted widths grow with the size, so that each face is measured at one size, in points, and
 * only once: opening a font takes milliseconds. */
#define MEASURED_SIZE 16.0

/* Every character of the fixed measure is as wide as this share of its size. */
#define FIXED_ADVANCE 0.6

/* Of the size: looser than a text editor's lines, as captions are set. */
#define LINE_SPACING 1.25

/* Of the size, in the families of `c4_font_family`. The middle of a line is that of its capitals,
 * so that text looks centred in its box. */
#define CAP_HEIGHT 0.72

typedef enum
{
  FACE_BOLD = 1 << 0,
  FACE_ITALIC = 1 << 1,
  N_FACES = 4,
} Face;

struct _C4TextMeasure
{
  PangoContext *context; /* NULL: fixed metrics */
  PangoLayout *layouts[N_FACES];
  GHashTable *widths[N_FACES]; /* word: its width at MEASURED_SIZE, in Pango's units */
};

static C4TextMeasure *
measure_new (PangoContext *context)
{
  C4TextMeasure *measure = g_new0 (C4TextMeasure, 1);

  measure->context = context;
  for (guint face = 0; face < N_FACES; face++)
    measure->widths[face] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return measure;
}

static Face
style_face (C4TextStyle style)
{
  const C4Font *font = c4_text_style_font (style);

  return (font->bold ? FACE_BOLD : 0) | (font->italic ? FACE_ITALIC : 0);
}

static PangoLayout *
ensure_layout (C4TextMeasure *measure, C4TextStyle style)
{
  PangoLayout **layout = &measure->layouts[style_face (style)];

  if (*layout == NULL)
    {
      PangoFontDescription *description
          = c4_font_description_new (c4_text_style_font (style), MEASURED_SIZE);

      *layout = pango_layout_new (measure->context);
      pango_layout_set_font_description (*layout, description);
      pango_layout_set_single_paragraph_mode (*layout, TRUE);
      pango_font_description_free (description);
    }
  return *layout;
}

/* In Pango's units at MEASURED_SIZE. */
static int
shape_word (C4TextMeasure *measure, C4TextStyle style, const char *word)
{
  PangoLayout *layout;
  PangoRectangle logical;

  if (measure->context == NULL)
    return (int) (FIXED_ADVANCE * MEASURED_SIZE * PANGO_SCALE * (double) g_utf8_strlen (word, -1));
  layout = ensure_layout (measure, style);
  pango_layout_set_text (layout, word, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width;
}

static int
word_width (C4TextMeasure *measure, C4TextStyle style, const char *word)
{
  GHashTable *widths = measure->widths[style_face (style)];
  gpointer known;
  int width;

  if (g_hash_table_lookup_extended (widths, word, NULL, &known))
    return GPOINTER_TO_INT (known);
  width = shape_word (measure, style, word);
  g_hash_table_insert (widths, g_strdup (word), GINT_TO_POINTER (width));
  return width;
}

/**
 * c4_text_measure_new:
 *
 * Returns: (transfer full): a measure with Pango's metrics
 */
C4TextMeasure *
c4_text_measure_new (void)
{
  return measure_new (c4_font_context_new ());
}

/**
 * c4_text_measure_new_fixed:
 *
 * Returns: (transfer full): a measure that needs no fonts, for tests
 */
C4TextMeasure *
c4_text_measure_new_fixed (void)
{
  return measure_new (NULL);
}

void
c4_text_measure_free (C4TextMeasure *measure)
{
  for (guint face = 0; face < N_FACES; face++)
    {
      g_clear_object (&measure->layouts[face]);
      g_hash_table_unref (measure->widths[face]);
    }
  g_clear_object (&measure->context);
  g_free (measure);
}

/**
 * c4_text_width:
 * @measure: a measure
 * @style: how the text is set
 * @text: one line
 *
 * Words are measured one by one and remembered: the words of a model repeat, lines don't.
 *
 * Returns: the width in points
 */
double
c4_text_width (C4TextMeasure *measure, C4TextStyle style, const char *text)
{
  gint64 width = 0;
  const char *space;

  g_return_val_if_fail (measure != NULL && text != NULL, 0);
  while ((space = strchr (text, ' ')) != NULL)
    {
      g_autofree char *word = g_strndup (text, (gsize) (space - text));

      width += word_width (measure, style, word) + word_width (measure, style, " ");
      text = space + 1;
    }
  width += word_width (measure, style, text);
  return (double) width / PANGO_SCALE * c4_text_style_font (style)->size / MEASURED_SIZE;
}

/**
 * c4_text_line_height:
 * @style: how text is set
 *
 * Returns: from one baseline to the next, in points
 */
double
c4_text_line_height (C4TextStyle style)
{
  return c4_text_style_font (style)->size * LINE_SPACING;
}

/**
 * c4_text_baseline:
 * @style: how text is set
 *
 * Returns: from the top of a line to its baseline, in points
 */
double
c4_text_baseline (C4TextStyle style)
{
  return c4_text_style_font (style)->size * (LINE_SPACING + CAP_HEIGHT) / 2;
}
