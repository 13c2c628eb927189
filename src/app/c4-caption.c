/* c4-caption.c: paints the words of a page. */

#include "c4-caption.h"

#include "c4-font.h"

#include <glib/gi18n.h>

/* All lengths are for a strip of this height, which is that on a screen of 1080 pixels. */
#define HEIGHT 150.0

#define MARGIN_X 40.0
#define MARGIN_Y 12.0
#define GAP 6.0
#define BADGE 64.0
#define BADGE_GAP 26.0

/* Sizes of letters. Nothing is smaller than what the back of a room reads. */
#define HEADING 36.0
#define HEADING_SMALL 29.0
#define DETAIL 28.0

/* What is too long for the room that there is becomes smaller. */
static const double detail_sizes[] = { DETAIL, 24, 20 };

/* Of what happens at once: each has a line; two that are too long for one have two. */
#define TOGETHER_ROOMY 2
#define TOGETHER_MAX 4
#define TOGETHER_LARGE 28.0
#define TOGETHER_SMALL 24.0
/* Two lines for each of two: four lines of tall letters just fill the strip. */
#define TOGETHER_HEADING 30.0
#define TOGETHER_DETAIL 24.0

struct _C4Caption
{
  GtkWidget parent_instance;

  const C4Theme *theme;
  C4PageText *text; /* NULL: the strip is empty */
};

G_DEFINE_FINAL_TYPE (C4Caption, c4_caption, GTK_TYPE_WIDGET)

static void
set_color (cairo_t *cr, C4Color color)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

static C4Color
role (const C4Caption *caption, C4Role which)
{
  return caption->theme->colors[which];
}

/* Amber is for what nobody waits for, as in the picture. */
static C4Color
mode_color (const C4Caption *caption)
{
  return role (caption, caption->text->sync ? C4_ROLE_SYNC_TEXT : C4_ROLE_ASYNC_TEXT);
}

static PangoLayout *
make_layout (const char *text, double size, gboolean bold)
{
  PangoContext *context = c4_font_context_new (NULL);
  PangoLayout *layout = pango_layout_new (context);
  const C4Font font = { .size = size, .bold = bold };
  PangoFontDescription *description = c4_font_description_new (&font, size);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, text, -1);
  g_object_unref (context);
  return layout;
}

static void
limit_layout (PangoLayout *layout, double width, int lines)
{
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_height (layout, -lines);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

static double
layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static double
layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/* Who calls whom in bold, then what for. */
static PangoLayout *
make_heading_of_size (const C4PageText *text, double size)
{
  g_autofree char *whole = g_strjoin ("   ", text->heading, text->label, NULL);
  PangoLayout *layout = make_layout (whole, size, FALSE);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->end_index = (guint) strlen (text->heading);
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* On one line, or smaller on two. */
static PangoLayout *
make_heading (const C4PageText *text, double width)
{
  PangoLayout *layout = make_heading_of_size (text, HEADING);

  if (layout_width (layout) <= width)
    return layout;
  g_object_unref (layout);
  layout = make_heading_of_size (text, HEADING_SMALL);
  limit_layout (layout, width, 2);
  return layout;
}

/* (nullable): as large as it can be, in as many lines as there is room for */
static PangoLayout *
make_detail (const C4PageText *text, double width, double height)
{
  PangoLayout *layout = NULL;
  double line;

  if (text->detail == NULL || *text->detail == '\0')
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (detail_sizes); i++)
    {
      g_clear_object (&layout);
      layout = make_layout (text->detail, detail_sizes[i], FALSE);
      line = layout_height (layout) / pango_layout_get_line_count (layout);
      limit_layout (layout, width, MAX ((int) (height / line), 1));
      if (!pango_layout_is_ellipsized (layout))
        break;
    }
  return layout;
}

static void
show_layout (cairo_t *cr, PangoLayout *layout, double x, double y, C4Color color)
{
  set_color (cr, color);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* Returns: what it takes at the left end */
static double
paint_badge (const C4Caption *caption, cairo_t *cr)
{
  g_autofree char *number = g_strdup_printf ("%u", caption->text->step);
  g_autoptr (PangoLayout) layout = make_layout (number, HEADING, TRUE);
  double width = MAX (BADGE, layout_width (layout) + BADGE / 2);
  double radius = BADGE / 2;

  cairo_new_path (cr);
  cairo_arc (cr, MARGIN_X + radius, HEIGHT / 2, radius, G_PI_2, 3 * G_PI_2);
  cairo_arc (cr, MARGIN_X + width - radius, HEIGHT / 2, radius, -G_PI_2, G_PI_2);
  set_color (cr, mode_color (caption));
  cairo_fill (cr);
  show_layout (cr, layout, MARGIN_X + (width - layout_width (layout)) / 2,
               (HEIGHT - layout_height (layout)) / 2, role (caption, C4_ROLE_BADGE_TEXT));
  return width + BADGE_GAP;
}

/* "3 of 7" at the right end. Returns: what it takes there */
static double
paint_progress (const C4Caption *caption, cairo_t *cr, double width)
{
  g_autofree char *words = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (caption->text->n_steps == 0)
    return 0;
  if (caption->text->step > 0)
    words = g_strdup_printf (_ ("%u of %u"), caption->text->step, caption->text->n_steps);
  else
    words = g_strdup_printf (ngettext ("%u step", "%u steps", caption->text->n_steps),
                             caption->text->n_steps);
  layout = make_layout (words, DETAIL, FALSE);
  show_layout (cr, layout, width - MARGIN_X - layout_width (layout), MARGIN_Y + 6,
               role (caption, C4_ROLE_MUTED_TEXT));
  return layout_width (layout) + BADGE_GAP;
}

static void
paint_words (const C4Caption *caption, cairo_t *cr, double x, double width)
{
  g_autoptr (PangoLayout) heading = make_heading (caption->text, width);
  double left = HEIGHT - 2 * MARGIN_Y - layout_height (heading) - GAP;
  g_autoptr (PangoLayout) detail = make_detail (caption->text, width, left);
  double height = layout_height (heading);
  double y;

  if (detail != NULL)
    height += GAP + layout_height (detail);
  y = MAX ((HEIGHT - height) / 2, MARGIN_Y / 2);
  show_layout (cr, heading, x, y, role (caption, C4_ROLE_TITLE_TEXT));
  if (detail != NULL)
    show_layout (cr, detail, x, y + layout_height (heading) + GAP,
                 caption->text->step > 0 ? mode_color (caption)
                                         : role (caption, C4_ROLE_MUTED_TEXT));
}

/* Like make_heading_of_size(), with how it is done after it. */
static PangoLayout *
make_line (const C4Caption *caption, const C4PageText *text, double size, gboolean roomy)
{
  g_autofree char *who = g_strjoin ("   ", text->heading, text->label, NULL);
  g_autofree char *whole = g_strjoin (roomy ? "\n" : "   ", who, text->detail, NULL);
  C4Color color = role (caption, text->sync ? C4_ROLE_SYNC_TEXT : C4_ROLE_ASYNC_TEXT);
  double detail = roomy ? TOGETHER_DETAIL : size;
  PangoLayout *layout = make_layout (whole, size, FALSE);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *mode = pango_attr_foreground_new ((guint16) (color.red * G_MAXUINT16),
                                                    (guint16) (color.green * G_MAXUINT16),
                                                    (guint16) (color.blue * G_MAXUINT16));
  PangoAttribute *small = pango_attr_size_new_absolute ((int) (detail * PANGO_SCALE));

  bold->end_index = (guint) strlen (text->heading);
  mode->start_index = small->start_index = (guint) strlen (who);
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, mode);
  pango_attr_list_insert (attributes, small);
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static GPtrArray *
make_lines (const C4Caption *caption, guint n, double size, gboolean roomy)
{
  GPtrArray *layouts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (layouts,
                     make_line (caption, caption->text->parallel->pdata[i], size, roomy));
  return layouts;
}

static gboolean
fit (const GPtrArray *layouts, double width)
{
  for (guint i = 0; i < layouts->len; i++)
    if (layout_width (layouts->pdata[i]) > width)
      return FALSE;
  return TRUE;
}

/* (transfer full) (element-type PangoLayout): as large as they can be */
static GPtrArray *
choose_lines (const C4Caption *caption, guint n, double width)
{
  GPtrArray *layouts
      = make_lines (caption, n, n <= TOGETHER_ROOMY ? TOGETHER_LARGE : TOGETHER_SMALL, FALSE);

  if (n <= TOGETHER_ROOMY && !fit (layouts, width))
    {
      g_ptr_array_unref (layouts);
      layouts = make_lines (caption, n, TOGETHER_HEADING, TRUE);
    }
  /* A line a paragraph. */
  for (guint i = 0; i < layouts->len; i++)
    limit_layout (layouts->pdata[i], width, 1);
  return layouts;
}

static PangoLayout *
make_rest (guint n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

  return make_layout (words, TOGETHER_SMALL, FALSE);
}

/* All that runs together, under each other. */
static void
paint_parallel (const C4Caption *caption, cairo_t *cr, double x, double width)
{
  const GPtrArray *texts = caption->text->parallel;
  guint n = texts->len > TOGETHER_MAX ? TOGETHER_MAX - 1 : texts->len;
  g_autoptr (GPtrArray) layouts = choose_lines (caption, n, width);
  double height = 0;
  double gap, y;

  if (n < texts->len)
    g_ptr_array_add (layouts, make_rest (texts->len - n));
  for (guint i = 0; i < layouts->len; i++)
    height += layout_height (layouts->pdata[i]);
  gap = CLAMP ((HEIGHT - height) / (layouts->len + 1), 0, GAP);
  y = (HEIGHT - height - gap * (layouts->len - 1)) / 2;
  for (guint i = 0; i < layouts->len; i++)
    {
      show_layout (cr, layouts->pdata[i], x, y, role (caption, C4_ROLE_TITLE_TEXT));
      y += layout_height (layouts->pdata[i]) + gap;
    }
}

static void
paint_strip (const C4Caption *caption, cairo_t *cr, double width)
{
  set_color (cr, c4_color_mix (role (caption, C4_ROLE_BACKGROUND),
                               role (caption, C4_ROLE_CELL_FILL), 0.8));
  cairo_paint (cr);
  cairo_rectangle (cr, 0, 0, width, 2);
  set_color (cr, role (caption, C4_ROLE_CELL_STROKE));
  cairo_fill (cr);
}

static void
c4_caption_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  C4Caption *caption = C4_CAPTION (widget);
  float height = (float) gtk_widget_get_height (widget);
  float width = (float) gtk_widget_get_width (widget);
  double unit = height / HEIGHT;
  double end = MARGIN_X;
  double start = MARGIN_X;
  cairo_t *cr;

  if (height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_scale (cr, unit, unit);
  paint_strip (caption, cr, width / unit);
  if (caption->text != NULL)
    {
      if (caption->text->step > 0)
        start += paint_badge (caption, cr);
      end += paint_progress (caption, cr, width / unit);
      width = (float) MAX (width / unit - start - end, 1);
      if (caption->text->parallel != NULL)
        paint_parallel (caption, cr, start, width);
      else
        paint_words (caption, cr, start, width);
    }
  cairo_destroy (cr);
}

static void
c4_caption_finalize (GObject *object)
{
  g_clear_pointer (&C4_CAPTION (object)->text, c4_page_text_free);

  G_OBJECT_CLASS (c4_caption_parent_class)->finalize (object);
}

static void
c4_caption_class_init (C4CaptionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = c4_caption_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = c4_caption_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
c4_caption_init (C4Caption *caption)
{
  caption->theme = c4_theme_get ("light");
  gtk_widget_set_overflow (GTK_WIDGET (caption), GTK_OVERFLOW_HIDDEN);
}

C4Caption *
c4_caption_new (void)
{
  return g_object_new (C4_TYPE_CAPTION, NULL);
}

void
c4_caption_set_theme (C4Caption *caption, const C4Theme *theme)
{
  g_return_if_fail (C4_IS_CAPTION (caption));

  caption->theme = theme;
  gtk_widget_queue_draw (GTK_WIDGET (caption));
}

/**
 * c4_caption_set_text:
 * @caption: a caption
 * @text: (transfer full) (nullable): what to say
 */
void
c4_caption_set_text (C4Caption *caption, C4PageText *text)
{
  g_autofree char *spoken = text != NULL ? c4_page_text_to_string (text) : g_strdup ("");

  g_return_if_fail (C4_IS_CAPTION (caption));

  g_clear_pointer (&caption->text, c4_page_text_free);
  caption->text = text;
  gtk_accessible_update_property (GTK_ACCESSIBLE (caption), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (caption));
}
