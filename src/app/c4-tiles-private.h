/* c4-tiles-private.h: what the painting of tiles (c4-tiles.c) and their drawing (c4-tiles-draw.c)
 * share. */

#pragma once

#include "c4-tiles.h"

G_BEGIN_DECLS

/* Device pixels on a side: small enough that one is painted within a frame, large enough that a
 * screen needs few. */
#define C4_TILE_SIZE 256

/* Scales of which there are tiles at a time. The first is that of the small whole. */
#define C4_TILES_N_LEVELS 4

typedef struct
{
  int level; /* index of the level it is of; -1: of none, free to be used */
  int column;
  int row;
  gboolean painted;         /* once, at least: it can be shown */
  gboolean stale;           /* something in it has another emphasis by now */
  cairo_surface_t *surface; /* NULL: nothing but paper is there */
  cairo_surface_t *draft;   /* what is being painted; NULL: nothing is */
  guint next;               /* the primitive with which the draft goes on */
  GdkTexture *texture;      /* of the surface; NULL until a renderer wants it */
  guint64 used;             /* the last frame that showed it */
} C4Tile;

typedef struct
{
  double scale; /* device pixels a point; 0: it is free */
  guint64 used;
} C4TileLevel;

/* Neighbouring primitives of one owner. */
typedef struct
{
  C4Owner owner;
  C4Rect bounds;
  C4Emphasis emphasis; /* as painted */
} C4TileRun;

struct _C4Tiles
{
  C4Painter *painter;
  C4Scene *scene;
  const C4Theme *theme;
  C4EmphasisFunc emphasis;
  gpointer emphasis_data;
  GArray *runs; /* (element-type C4TileRun) */
  C4TileLevel levels[C4_TILES_N_LEVELS];
  GPtrArray *tiles; /* (element-type C4Tile) */
  guint capacity;   /* tiles, unless one frame needs more */
  guint64 frame;    /* the present one's number */
  cairo_surface_t *spare; /* to paint on; NULL: a new one has to be made */
};

/* Tiles of a level: columns and rows from the first to before the last. */
typedef struct
{
  int left;
  int top;
  int right;
  int bottom;
} C4TileRange;

C4Tile *c4_tiles_find (const C4Tiles *tiles, int level, int column, int row);
double c4_sight_scale (const C4Sight *sight); /* device pixels a point */

G_END_DECLS
