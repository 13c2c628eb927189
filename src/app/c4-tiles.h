/* c4-tiles.h: the picture of a scene in square pieces that are painted once and then only moved.
 *
 * A frame of a pan or a zoom puts pieces where they belong, scaled while the scale changes; what is
 * missing or no longer true is painted a few pieces a frame, so that no frame waits for it. What
 * is painted is exactly what painting all of the scene at once would give. */

#pragma once

#include "c4-camera.h"
#include "c4-painter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _C4Tiles C4Tiles;

/* Where one looks from, and through what. */
typedef struct
{
  C4Camera camera;
  C4Size viewport;   /* logical pixels */
  double resolution; /* device pixels in a logical one */
} C4Sight;

/* `painter` has to last as long as the tiles. */
C4Tiles *c4_tiles_new (C4Painter *painter);
void c4_tiles_free (C4Tiles *tiles);

/* To be called before each frame: what has another colour or emphasis now is to be painted anew. */
void c4_tiles_set_look (C4Tiles *tiles, const C4Theme *theme, C4EmphasisFunc emphasis,
                        gpointer user_data);

/* Paints what a sight lacks, for about so long; whether nothing is lacking any more. */
gboolean c4_tiles_prepare (C4Tiles *tiles, const C4Sight *sight, gint64 microseconds);

/* Paints some of the small picture of the whole that stands in for what isn't painted yet, for
 * about so long; whether it is complete. For idle moments. */
gboolean c4_tiles_prepare_whole (C4Tiles *tiles, gint64 microseconds);

gboolean c4_tiles_is_empty (const C4Tiles *tiles);
gsize c4_tiles_get_size (const C4Tiles *tiles); /* bytes of all pieces */

/* What a sight shows of the scene, as whole logical pixels. */
C4Rect c4_sight_find_covered (const C4Sight *sight, const C4Scene *scene);

/* Where a plain painting of the scene has to begin so that it is what the tiles show: the place of
 * the scene's origin, in device pixels. */
C4Point c4_sight_find_origin (const C4Sight *sight);

/* `by_cairo`: it is cairo that renders the snapshot. */
void c4_tiles_append (C4Tiles *tiles, GtkSnapshot *snapshot, const C4Sight *sight, double opacity,
                      gboolean by_cairo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Tiles, c4_tiles_free)

G_END_DECLS
