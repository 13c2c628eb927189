/* c4-png.h: a scene as a PNG picture. */

#pragma once

#include "c4-emphasis.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const C4Theme *theme;
  gboolean transparent; /* no background */
  double scale;         /* pixels a point */
  guint width;          /* px to fit into, both or none; 0: by scale */
  guint height;
  C4EmphasisFunc emphasis; /* NULL: none */
  gpointer emphasis_data;
} C4PngOptions;

GBytes *c4_png_write (C4Scene *scene, const C4PngOptions *options, GError **error);

G_END_DECLS
