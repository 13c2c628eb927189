/* c4-svg-private.h: parts of an SVG file, for those that put them together. */

#pragma once

#include "c4-svg.h"

G_BEGIN_DECLS

/* Put around the group of each owner; either may write nothing. */
typedef struct
{
  void (*open) (GString *svg, C4Owner owner, gpointer user_data);
  void (*close) (GString *svg, C4Owner owner, gpointer user_data);
  gpointer user_data;
} C4SvgFrame;

/* The root element with its title; what is drawn has `inside`, on the page it takes `outside`. */
void c4_svg_append_root (GString *svg, const char *title, const char *description, C4Size inside,
                         C4Size outside);

/* The groups of a scene, in its own coordinates. `frame` may be NULL. */
void c4_svg_append_scene (GString *svg, C4Scene *scene, const C4SvgOptions *options,
                          const C4SvgFrame *frame);

G_END_DECLS
