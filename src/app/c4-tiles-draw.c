/* c4-tiles-draw.c: puts tiles where a sight shows them.
 *
 * Where a tile of the right scale is missing its place is filled from the nearest other scale that
 * has it. No place is filled twice, and all places begin and end at whole pixels, so that there are
 * no seams. Renderers other than cairo's are given textures, which they keep where they draw. To
 * cairo's each piece is a node of its own: it draws what is recorded in a node on a surface as
 * large as the node before it draws that, and a surface as large as a tile stays in the cache. */

#include "c4-tiles-private.h"

#include <gsk/gsk.h>
#include <math.h>

/* Tiles that would have to be shrunk further than this don't look like the picture any more. */
#define SHRINK_MAX 0.3

/* To shrink tiles takes longer than to enlarge others, as all of them is read: those that are
 * shrunk have to be so much nearer, as a logarithm. */
#define SHRINK_COST 1.5

typedef struct
{
  C4Tiles *tiles;
  const C4Sight *sight;
  GtkSnapshot *snapshot;
  gboolean by_cairo;
  double opacity;
  C4Point origin;
  int levels[C4_TILES_N_LEVELS]; /* in the order of preference */
  guint n_levels;
} Drawing;

/* In device pixels, whole ones. */
typedef struct
{
  int x;
  int y;
  int right;
  int bottom;
} Place;

/* In logical pixels, as snapshots want it. */
static graphene_rect_t
to_rect (const Drawing *drawing, Place place)
{
  double resolution = drawing->sight->resolution;

  return GRAPHENE_RECT_INIT ((float) (place.x / resolution), (float) (place.y / resolution),
                             (float) ((place.right - place.x) / resolution),
                             (float) ((place.bottom - place.y) / resolution));
}

static gboolean
is_empty (Place place)
{
  return place.x >= place.right || place.y >= place.bottom;
}

static Place
intersect (Place a, Place b)
{
  return (Place){ MAX (a.x, b.x), MAX (a.y, b.y), MIN (a.right, b.right),
                  MIN (a.bottom, b.bottom) };
}

/* How much larger a level's tiles are shown than they are. */
static double
find_factor (const Drawing *drawing, int level)
{
  return c4_sight_scale (drawing->sight) / drawing->tiles->levels[level].scale;
}

static Place
find_place (const Drawing *drawing, int level, int column, int row)
{
  double size = C4_TILE_SIZE * find_factor (drawing, level);

  return (Place){ (int) round (drawing->origin.x + column * size),
                  (int) round (drawing->origin.y + row * size),
                  (int) round (drawing->origin.x + (column + 1) * size),
                  (int) round (drawing->origin.y + (row + 1) * size) };
}

static void
set_source (const Drawing *drawing, cairo_t *cr, const C4Tile *tile, Place place)
{
  double factor = find_factor (drawing, tile->level);
  cairo_matrix_t matrix;

  cairo_matrix_init_scale (&matrix, 1 / factor, 1 / factor);
  cairo_matrix_translate (&matrix, -place.x, -place.y);
  cairo_set_source_surface (cr, tile->surface, 0, 0);
  cairo_pattern_set_matrix (cairo_get_source (cr), &matrix);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr),
                            factor == 1 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
}

static void
draw_by_cairo (const Drawing *drawing, const C4Tile *tile, Place place, Place part)
{
  graphene_rect_t shown = to_rect (drawing, part);
  cairo_t *cr = gtk_snapshot_append_cairo (drawing->snapshot, &shown);

  cairo_scale (cr, 1 / drawing->sight->resolution, 1 / drawing->sight->resolution);
  set_source (drawing, cr, tile, place);
  cairo_rectangle (cr, part.x, part.y, part.right - part.x, part.bottom - part.y);
  if (drawing->opacity == 1)
    {
      /* Tiles are opaque: nothing has to be read from below. */
      cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
      cairo_fill (cr);
    }
  else
    {
      cairo_clip (cr);
      cairo_paint_with_alpha (cr, drawing->opacity);
    }
  cairo_destroy (cr);
}

static void
draw_paper (const Drawing *drawing, Place part)
{
  C4Color paper = drawing->tiles->theme->colors[C4_ROLE_BACKGROUND];
  double alpha = drawing->by_cairo ? drawing->opacity : 1;
  graphene_rect_t rect = to_rect (drawing, part);

  gtk_snapshot_append_color (drawing->snapshot,
                             &(GdkRGBA){ (float) paper.red, (float) paper.green,
                                         (float) paper.blue, (float) alpha },
                             &rect);
}

static GdkTexture *
ensure_texture (C4Tile *tile)
{
  gsize stride;

  if (tile->texture == NULL)
    {
      g_autoptr (GBytes) bytes = NULL;

      stride = (gsize) cairo_image_surface_get_stride (tile->surface);
      bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (tile->surface),
                                          stride * C4_TILE_SIZE,
                                          (GDestroyNotify) cairo_surface_destroy,
                                          cairo_surface_reference (tile->surface));
      tile->texture = gdk_memory_texture_new (C4_TILE_SIZE, C4_TILE_SIZE, GDK_MEMORY_DEFAULT,
                                              bytes, stride);
    }
  return tile->texture;
}

static void
draw_texture (const Drawing *drawing, C4Tile *tile, Place place, Place part)
{
  gboolean whole = memcmp (&place, &part, sizeof place) == 0;
  graphene_rect_t all = to_rect (drawing, place);
  graphene_rect_t shown = to_rect (drawing, part);

  if (!whole)
    gtk_snapshot_push_clip (drawing->snapshot, &shown);
  gtk_snapshot_append_texture (drawing->snapshot, ensure_texture (tile), &all);
  if (!whole)
    gtk_snapshot_pop (drawing->snapshot);
}

static void
draw_tile (const Drawing *drawing, C4Tile *tile, Place place, Place part)
{
  tile->used = drawing->tiles->frame;
  if (tile->surface == NULL)
    draw_paper (drawing, part);
  else if (drawing->by_cairo)
    draw_by_cairo (drawing, tile, place, part);
  else
    draw_texture (drawing, tile, place, part);
}

/* Fills a part of the screen from the levels from `depth` on. */
static void
draw_part (const Drawing *drawing, guint depth, Place part)
{
  int level;
  double size;
  C4TileRange range;

  if (depth == drawing->n_levels)
    {
      draw_paper (drawing, part);
      return;
    }
  level = drawing->levels[depth];
  size = C4_TILE_SIZE * find_factor (drawing, level);
  /* One more on each side, as places are rounded. */
  range = (C4TileRange){ (int) floor ((part.x - drawing->origin.x) / size) - 1,
                         (int) floor ((part.y - drawing->origin.y) / size) - 1,
                         (int) ceil ((part.right - drawing->origin.x) / size) + 1,
                         (int) ceil ((part.bottom - drawing->origin.y) / size) + 1 };
  for (int row = range.top; row < range.bottom; row++)
    for (int column = range.left; column < range.right; column++)
      {
        Place place = find_place (drawing, level, column, row);
        Place common = intersect (place, part);
        C4Tile *tile;

        if (is_empty (common))
          continue;
        tile = c4_tiles_find (drawing->tiles, level, column, row);
        if (tile != NULL && tile->painted)
          draw_tile (drawing, tile, place, common);
        else
          draw_part (drawing, depth + 1, common);
      }
}

static double
find_difference (const Drawing *drawing, int level)
{
  double difference = log (find_factor (drawing, level));

  return difference < 0 ? -difference * SHRINK_COST : difference;
}

/* The nearest scale first. */
static void
order_levels (Drawing *drawing)
{
  for (int level = 0; level < C4_TILES_N_LEVELS; level++)
    {
      guint at = drawing->n_levels;

      if (drawing->tiles->levels[level].scale == 0
          || (level > 0 && find_factor (drawing, level) < SHRINK_MAX))
        continue;
      for (; at > 0 && find_difference (drawing, drawing->levels[at - 1])
                           > find_difference (drawing, level);
           at--)
        drawing->levels[at] = drawing->levels[at - 1];
      drawing->levels[at] = level;
      drawing->n_levels++;
    }
}

C4Rect
c4_sight_find_covered (const C4Sight *sight, const C4Scene *scene)
{
  C4Rect seen = c4_camera_rect_to_screen (sight->camera, sight->viewport,
                                          (C4Rect){ 0, 0, scene->width, scene->height });
  double left = MAX (floor (seen.x), 0);
  double top = MAX (floor (seen.y), 0);

  return (C4Rect){ left, top, MIN (ceil (c4_rect_right (seen)), ceil (sight->viewport.width)) - left,
                   MIN (ceil (c4_rect_bottom (seen)), ceil (sight->viewport.height)) - top };
}

static Place
to_device (C4Rect rect, double resolution)
{
  return (Place){ (int) floor (rect.x * resolution), (int) floor (rect.y * resolution),
                  (int) ceil (c4_rect_right (rect) * resolution),
                  (int) ceil (c4_rect_bottom (rect) * resolution) };
}

/**
 * c4_tiles_append:
 * @tiles: tiles
 * @snapshot: where to
 * @sight: where one looks from
 * @opacity: from 0 to 1
 * @by_cairo: whether it is cairo that renders the snapshot
 */
void
c4_tiles_append (C4Tiles *tiles, GtkSnapshot *snapshot, const C4Sight *sight, double opacity,
                 gboolean by_cairo)
{
  C4Rect covered = c4_sight_find_covered (sight, tiles->scene);
  Drawing drawing = { .tiles = tiles,
                      .sight = sight,
                      .snapshot = snapshot,
                      .by_cairo = by_cairo,
                      .opacity = opacity,
                      .origin = c4_sight_find_origin (sight) };

  if (tiles->theme == NULL || c4_rect_is_empty (covered) || opacity <= 0)
    return;
  order_levels (&drawing);
  if (!by_cairo)
    gtk_snapshot_push_opacity (snapshot, opacity);
  draw_part (&drawing, 0, to_device (covered, sight->resolution));
  if (!by_cairo)
    gtk_snapshot_pop (snapshot);
}
