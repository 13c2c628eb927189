/* c4-svg.h: writes a scene as SVG with real text, links and data attributes. */

#pragma once

#include "c4-emphasis.h"

G_BEGIN_DECLS

/* The address that a view's link leads to, relative to the file being written. (transfer full)
 * (nullable) */
typedef char *(*C4LinkFunc) (const char *view_path, gpointer user_data);

typedef struct
{
  const C4Theme *theme;
  gboolean transparent; /* no background */
  double scale;         /* px of the svg element for each point */
  double width;         /* what to fit the picture into the middle of, in px; 0: by scale */
  double height;
  C4LinkFunc link;      /* NULL: no links */
  gpointer link_user_data;
  C4EmphasisFunc emphasis; /* NULL: none */
  gpointer emphasis_data;
} C4SvgOptions;

GBytes *c4_svg_write (C4Scene *scene, const C4SvgOptions *options);

/* A part of a show: a view, and if it is a flow, each of its steps. */
typedef struct
{
  C4Scene *scene;
  const char *const *focus; /* C4StepEmphasis.focus */
  C4Subset *shown;          /* C4StepEmphasis.shown */
} C4SvgSlide;

/* One file that goes through all of it by itself, again and again: it is CSS that moves it, no
 * script. Where the reader wants less motion, it cuts. Options' emphasis and links are not used. */
GBytes *c4_svg_write_show (const C4SvgSlide *slides, guint n_slides, const char *title,
                           const C4SvgOptions *options);

G_END_DECLS
