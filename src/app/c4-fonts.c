/* c4-fonts.c: opens fonts ahead.
 *
 * Each font of each size takes some milliseconds: fontconfig looks for it, its metrics are made,
 * its tables are read. A window with a diagram has seven. A font map may be used in one thread
 * after the other: one is filled here, and becomes the main thread's own. */

#include "c4-fonts.h"

#include "c4-font.h"
#include "c4-text.h"

#include <gtk/gtk.h>
#include <math.h>

struct _C4Fonts
{
  PangoFontMap *map;
  GAsyncQueue *contexts; /* of the type PangoContext: as labels have it, but on the map */
  PangoContext *context; /* that was taken from the queue */
  double size;           /* of a label's letters, in points; with the context */
  int is_wanted;         /* atomic: the rest is left to whoever needs it */
  GThread *thread;
};

/* Those of libadwaita's style sheet that the first window has. */
typedef struct
{
  double share; /* of the size of a label; 0: an absolute size */
  double size;  /* in points */
  PangoWeight weight;
} LabelFont;

static const LabelFont label_fonts[] = {
  { 1, 0, PANGO_WEIGHT_NORMAL },
  { 1, 0, PANGO_WEIGHT_BOLD },         /* the window's title */
  { 1 / 1.2, 0, PANGO_WEIGHT_NORMAL }, /* its subtitle */
  { 0, 11, PANGO_WEIGHT_BOLD },        /* headings */
};

/* As GTK does it, to the last bit: it is what the font is found by again. */
static int
to_units (const C4Fonts *fonts, double points)
{
  return (int) round (points * pango_cairo_context_get_resolution (fonts->context) / 72
                      * PANGO_SCALE);
}

static void
open_label_font (C4Fonts *fonts, const LabelFont *font)
{
  const PangoFontDescription *usual = pango_context_get_font_description (fonts->context);
  PangoFontDescription *description = pango_font_description_copy (usual);
  PangoLayout *layout = pango_layout_new (fonts->context);
  double points = font->share != 0 ? font->share * fonts->size : font->size;

  pango_font_description_set_weight (description, font->weight);
  pango_font_description_set_absolute_size (description, to_units (fonts, points));
  pango_font_metrics_unref (pango_context_get_metrics (
      fonts->context, description, pango_context_get_language (fonts->context)));
  c4_font_open (layout, description);
  g_object_unref (layout);
  pango_font_description_free (description);
}

static gpointer
open_fonts (gpointer user_data)
{
  C4Fonts *fonts = user_data;

  c4_text_measure_prepare ();
  c4_font_open_usual (fonts->map);
  fonts->context = g_async_queue_pop (fonts->contexts);
  for (guint i = 0; i < G_N_ELEMENTS (label_fonts) && !g_atomic_int_get (&fonts->is_wanted); i++)
    open_label_font (fonts, &label_fonts[i]);
  return NULL;
}

/**
 * c4_fonts_begin:
 *
 * Begins to open the fonts of a diagram. Nothing has to be there for that yet.
 *
 * Returns: (transfer full): what c4_fonts_end() is to be called with
 */
C4Fonts *
c4_fonts_begin (void)
{
  C4Fonts *fonts = g_new0 (C4Fonts, 1);

  fonts->map = pango_cairo_font_map_new ();
  fonts->contexts = g_async_queue_new ();
  fonts->thread = g_thread_new ("fonts", open_fonts, fonts);
  return fonts;
}

/* In points. */
static double
get_label_size (GtkSettings *settings)
{
  g_autofree char *name = NULL;
  PangoFontDescription *description;
  int size;

  g_object_get (settings, "gtk-font-name", &name, NULL);
  description = pango_font_description_from_string (name);
  size = pango_font_description_get_size (description);
  pango_font_description_free (description);
  return (double) size / PANGO_SCALE;
}

/**
 * c4_fonts_open_labels:
 * @fonts: what was begun; once
 *
 * Goes on with the fonts of a window, which GTK has to be there for.
 */
void
c4_fonts_open_labels (C4Fonts *fonts)
{
  /* It knows how its text is set. */
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  PangoContext *context = g_object_ref (gtk_widget_get_pango_context (label));

  fonts->size = get_label_size (gtk_widget_get_settings (label));
  g_object_unref (label);
  pango_context_set_font_map (context, fonts->map);
  g_async_queue_push (fonts->contexts, context);
}

/**
 * c4_fonts_end:
 * @fonts: (transfer full): what was begun, labels included
 *
 * Makes the fonts that are open by now those of the calling thread. To be called before anything is
 * written in a window, from the main thread.
 */
void
c4_fonts_end (C4Fonts *fonts)
{
  g_atomic_int_set (&fonts->is_wanted, TRUE);
  g_thread_join (fonts->thread);
  pango_cairo_font_map_set_default (PANGO_CAIRO_FONT_MAP (fonts->map));
  g_object_unref (fonts->context);
  g_async_queue_unref (fonts->contexts);
  g_object_unref (fonts->map);
  g_free (fonts);
}
