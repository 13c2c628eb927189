/* c4-text.c: how wide text is. Breaking it into lines is c4-text-wrap.c. */

#include "c4-text.h"

#include "c4-font.h"
#include "c4-text-pieces.h"

#include <hb.h>
#include <math.h>
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

/* Texts that are remembered; past these, all are forgotten. More than a workspace has. */
#define MAX_REMEMBERED 20000

typedef enum
{
  FACE_BOLD = 1 << 0,
  FACE_ITALIC = 1 << 1,
  N_FACES = 4,
} FaceFlags;

/* Everything that is known of one face. */
typedef struct
{
  PangoLayout *layout; /* NULL: not used yet, or fixed metrics */
  PangoFont *font;     /* the first choice, that has at least ASCII */
  GHashTable *widths;  /* (element-type utf8 int): a word's, at MEASURED_SIZE, in Pango's units */
  GHashTable *pieces;  /* (element-type utf8 GArray): a text's, of C4TextPiece */
} Face;

struct _C4TextMeasure
{
  PangoContext *context; /* NULL: fixed metrics */
  hb_buffer_t *buffer;
  Face faces[N_FACES];
};

static C4TextMeasure *
measure_new (PangoContext *context)
{
  C4TextMeasure *measure = g_new0 (C4TextMeasure, 1);

  measure->context = context;
  measure->buffer = hb_buffer_create ();
  for (guint i = 0; i < N_FACES; i++)
    {
      Face *face = &measure->faces[i];

      face->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      face->pieces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_array_unref);
    }
  return measure;
}

static void
open_face (C4TextMeasure *measure, Face *face, const C4Font *font)
{
  PangoFontDescription *description = c4_font_description_new (font, MEASURED_SIZE);

  face->layout = pango_layout_new (measure->context);
  pango_layout_set_font_description (face->layout, description);
  pango_layout_set_single_paragraph_mode (face->layout, TRUE);
  face->font = pango_context_load_font (measure->context, description);
  pango_font_description_free (description);
}

static Face *
get_face (C4TextMeasure *measure, C4TextStyle style)
{
  const C4Font *font = c4_text_style_font (style);
  Face *face
      = &measure->faces[(font->bold ? FACE_BOLD : 0) | (font->italic ? FACE_ITALIC : 0)];

  if (face->layout == NULL && measure->context != NULL)
    open_face (measure, face, font);
  return face;
}

/* The same that Pango does, without looking for scripts, directions and other fonts: an order of
 * magnitude faster, and most words are ASCII. */
static int
shape_ascii (C4TextMeasure *measure, const Face *face, const char *word)
{
  const hb_glyph_position_t *positions;
  unsigned int n_glyphs;
  int width = 0;

  hb_buffer_clear_contents (measure->buffer);
  hb_buffer_add_utf8 (measure->buffer, word, -1, 0, -1);
  hb_buffer_set_direction (measure->buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script (measure->buffer, HB_SCRIPT_LATIN);
  hb_buffer_set_language (measure->buffer, hb_language_get_default ());
  hb_shape (pango_font_get_hb_font (face->font), measure->buffer, NULL, 0);
  positions = hb_buffer_get_glyph_positions (measure->buffer, &n_glyphs);
  for (unsigned int i = 0; i < n_glyphs; i++)
    width += positions[i].x_advance;
  return width;
}

/* In Pango's units at MEASURED_SIZE. */
static int
shape_word (C4TextMeasure *measure, const Face *face, const char *word)
{
  PangoRectangle logical;

  if (measure->context == NULL)
    return (int) lround (FIXED_ADVANCE * MEASURED_SIZE * PANGO_SCALE
                         * (double) g_utf8_strlen (word, -1));
  if (face->font != NULL && g_str_is_ascii (word))
    return shape_ascii (measure, face, word);
  pango_layout_set_text (face->layout, word, -1);
  pango_layout_get_extents (face->layout, NULL, &logical);
  return logical.width;
}

static int
word_width (C4TextMeasure *measure, Face *face, const char *word)
{
  gpointer known;
  int width;

  if (g_hash_table_lookup_extended (face->widths, word, NULL, &known))
    return GPOINTER_TO_INT (known);
  width = shape_word (measure, face, word);
  if (g_hash_table_size (face->widths) >= MAX_REMEMBERED)
    g_hash_table_remove_all (face->widths);
  g_hash_table_insert (face->widths, g_strdup (word), GINT_TO_POINTER (width));
  return width;
}

/* One that was made ahead, for whoever needs one next. */
static C4TextMeasure *spare;

static C4TextMeasure *
make_measure (void)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  C4TextMeasure *measure = measure_new (c4_font_context_new (map));

  g_object_unref (map);
  return measure;
}

/**
 * c4_text_measure_new:
 *
 * Makes a measure with Pango's metrics. It has a font map of its own, so that another thread than
 * the one in which it was made may use it, too.
 *
 * Returns: (transfer full): the measure
 */
C4TextMeasure *
c4_text_measure_new (void)
{
  C4TextMeasure *measure = g_atomic_pointer_exchange (&spare, NULL);

  return measure != NULL ? measure : make_measure ();
}

/**
 * c4_text_measure_prepare:
 *
 * Makes a measure whose fonts are open already, which the next call of c4_text_measure_new() takes.
 */
void
c4_text_measure_prepare (void)
{
  C4TextMeasure *measure = make_measure ();

  for (guint style = 0; style < C4_N_TEXT_STYLES; style++)
    c4_text_width (measure, (C4TextStyle) style, "x");
  measure = g_atomic_pointer_exchange (&spare, measure);
  g_clear_pointer (&measure, c4_text_measure_free);
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
  for (guint i = 0; i < N_FACES; i++)
    {
      Face *face = &measure->faces[i];

      g_clear_object (&face->layout);
      g_clear_object (&face->font);
      g_hash_table_unref (face->widths);
      g_hash_table_unref (face->pieces);
    }
  hb_buffer_destroy (measure->buffer);
  g_clear_object (&measure->context);
  g_free (measure);
}

/**
 * c4_text_measure_get_pieces:
 * @measure: a measure
 * @style: how the text is set
 * @text: any text
 *
 * A text is set several times, at several widths, and cutting it is what takes long.
 *
 * Returns: (transfer none) (element-type C4TextPiece): the pieces, until the next call
 */
const GArray *
c4_text_measure_get_pieces (C4TextMeasure *measure, C4TextStyle style, const char *text)
{
  Face *face = get_face (measure, style);
  GArray *pieces = g_hash_table_lookup (face->pieces, text);

  if (pieces != NULL)
    return pieces;
  pieces = c4_text_pieces_new (measure, style, text);
  if (g_hash_table_size (face->pieces) >= MAX_REMEMBERED)
    g_hash_table_remove_all (face->pieces);
  g_hash_table_insert (face->pieces, g_strdup (text), pieces);
  return pieces;
}

/**
 * c4_text_measure_get_ems:
 * @measure: a measure
 * @style: how the text is set
 * @text: one line
 *
 * Words are measured one by one and remembered: the words of a model repeat, lines don't.
 *
 * Returns: the width, as a multiple of the size
 */
double
c4_text_measure_get_ems (C4TextMeasure *measure, C4TextStyle style, const char *text)
{
  Face *face = get_face (measure, style);
  gint64 width = 0;
  const char *space;

  while ((space = strchr (text, ' ')) != NULL)
    {
      g_autofree char *word = g_strndup (text, (gsize) (space - text));

      width += word_width (measure, face, word) + word_width (measure, face, " ");
      text = space + 1;
    }
  width += word_width (measure, face, text);
  return (double) width / PANGO_SCALE / MEASURED_SIZE;
}

/**
 * c4_text_width:
 * @measure: a measure
 * @style: how the text is set
 * @text: one line
 *
 * Returns: the width in points
 */
double
c4_text_width (C4TextMeasure *measure, C4TextStyle style, const char *text)
{
  g_return_val_if_fail (measure != NULL && text != NULL, 0);
  return c4_text_measure_get_ems (measure, style, text) * c4_text_style_font (style)->size;
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
