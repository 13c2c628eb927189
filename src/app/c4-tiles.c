/* c4-tiles.c: which pieces there are, and their painting. */

#include "c4-tiles-private.h"

#include <math.h>

/* The longer side of the small picture of the whole, in device pixels: readable as a map. */
#define WHOLE_SIZE 768.0

/* More changes of emphasis than this at once concern all tiles, for all that matters. */
#define MANY_CHANGES 64

/* Of the tiles that a sight takes, how many may be kept: for what one comes from or goes to. */
#define KEPT_PER_SHOWN 2.2

/* In bytes. */
#define SURFACE_SIZE ((gsize) C4_TILE_SIZE * C4_TILE_SIZE * 4)

static void
drop_draft (C4Tile *tile)
{
  g_clear_pointer (&tile->draft, cairo_surface_destroy);
  tile->next = 0;
}

static void
clear_tile (C4Tile *tile)
{
  drop_draft (tile);
  tile->level = -1;
  tile->painted = FALSE;
  tile->stale = FALSE;
  g_clear_object (&tile->texture);
  g_clear_pointer (&tile->surface, cairo_surface_destroy);
}

static void
tile_free (gpointer tile)
{
  clear_tile (tile);
  g_free (tile);
}

double
c4_sight_scale (const C4Sight *sight)
{
  return sight->camera.scale * sight->resolution;
}

C4Point
c4_sight_find_origin (const C4Sight *sight)
{
  double scale = c4_sight_scale (sight);

  return (C4Point){ round (sight->viewport.width / 2 * sight->resolution
                           - sight->camera.center.x * scale),
                    round (sight->viewport.height / 2 * sight->resolution
                           - sight->camera.center.y * scale) };
}

C4Tile *
c4_tiles_find (const C4Tiles *tiles, int level, int column, int row)
{
  for (guint i = 0; i < tiles->tiles->len; i++)
    {
      C4Tile *tile = tiles->tiles->pdata[i];

      if (tile->level == level && tile->column == column && tile->row == row)
        return tile;
    }
  return NULL;
}

static void
add_run (C4Tiles *tiles, const C4Primitive *primitive)
{
  C4TileRun run = { primitive->owner, primitive->bounds, C4_EMPHASIS_NONE };
  C4TileRun *last = tiles->runs->len == 0
                        ? NULL
                        : &g_array_index (tiles->runs, C4TileRun, tiles->runs->len - 1);

  if (last != NULL && last->owner.type == run.owner.type && last->owner.index == run.owner.index)
    last->bounds = c4_rect_union (last->bounds, run.bounds);
  else
    g_array_append_val (tiles->runs, run);
}

/**
 * c4_tiles_new:
 * @painter: paints the scene; it has to last as long as the tiles
 *
 * Returns: (transfer full): tiles, none of them painted
 */
C4Tiles *
c4_tiles_new (C4Painter *painter)
{
  C4Tiles *tiles = g_new0 (C4Tiles, 1);
  C4Scene *scene = c4_painter_get_scene (painter);

  tiles->painter = painter;
  tiles->scene = c4_scene_ref (scene);
  tiles->runs = g_array_new (FALSE, FALSE, sizeof (C4TileRun));
  tiles->tiles = g_ptr_array_new_with_free_func (tile_free);
  tiles->levels[0].scale = WHOLE_SIZE / MAX (MAX (scene->width, scene->height), WHOLE_SIZE);
  for (guint i = 0; i < scene->n_primitives; i++)
    add_run (tiles, &scene->primitives[i]);
  return tiles;
}

void
c4_tiles_free (C4Tiles *tiles)
{
  g_ptr_array_unref (tiles->tiles);
  g_array_unref (tiles->runs);
  g_clear_pointer (&tiles->spare, cairo_surface_destroy);
  c4_scene_unref (tiles->scene);
  g_free (tiles);
}

static void
clear_tiles (C4Tiles *tiles)
{
  for (guint i = 0; i < tiles->tiles->len; i++)
    clear_tile (tiles->tiles->pdata[i]);
}

/* What a tile shows, in points. */
static C4Rect
find_area (const C4Tiles *tiles, const C4Tile *tile)
{
  double size = C4_TILE_SIZE / tiles->levels[tile->level].scale;

  return (C4Rect){ tile->column * size, tile->row * size, size, size };
}

static void
mark_stale (C4Tiles *tiles, C4Rect bounds)
{
  for (guint i = 0; i < tiles->tiles->len; i++)
    {
      C4Tile *tile = tiles->tiles->pdata[i];

      if (tile->level < 0 || !c4_rects_overlap (find_area (tiles, tile), bounds, 0))
        continue;
      tile->stale = TRUE;
      drop_draft (tile);
    }
}

static void
update_emphasis (C4Tiles *tiles)
{
  guint n_changes = 0;

  for (guint i = 0; i < tiles->runs->len; i++)
    {
      C4TileRun *run = &g_array_index (tiles->runs, C4TileRun, i);
      C4Emphasis emphasis = tiles->emphasis != NULL
                                ? tiles->emphasis (run->owner, tiles->emphasis_data)
                                : C4_EMPHASIS_NONE;

      if (emphasis == run->emphasis)
        continue;
      run->emphasis = emphasis;
      if (++n_changes <= MANY_CHANGES)
        mark_stale (tiles, c4_rect_inset (run->bounds, -C4_EMPHASIS_REACH));
    }
  if (n_changes > MANY_CHANGES)
    mark_stale (tiles, c4_rect_inset ((C4Rect){ 0, 0, tiles->scene->width, tiles->scene->height },
                                      -C4_EMPHASIS_REACH));
}

/**
 * c4_tiles_set_look:
 * @tiles: tiles
 * @theme: what colours the roles have
 * @emphasis: (nullable): says how each owner stands out, until the next call
 * @user_data: passed to @emphasis
 */
void
c4_tiles_set_look (C4Tiles *tiles, const C4Theme *theme, C4EmphasisFunc emphasis,
                   gpointer user_data)
{
  tiles->frame++;
  if (theme != tiles->theme)
    clear_tiles (tiles);
  tiles->theme = theme;
  tiles->emphasis = emphasis;
  tiles->emphasis_data = user_data;
  update_emphasis (tiles);
}

static void
free_level (C4Tiles *tiles, int level)
{
  for (guint i = 0; i < tiles->tiles->len; i++)
    {
      C4Tile *tile = tiles->tiles->pdata[i];

      if (tile->level == level)
        clear_tile (tile);
    }
}

/* The level of a scale; where there is none, the one that wasn't used for longest becomes it. */
static int
take_level (C4Tiles *tiles, double scale)
{
  int oldest = 1;

  for (int i = 0; i < C4_TILES_N_LEVELS; i++)
    if (tiles->levels[i].scale == scale)
      return i;
  for (int i = 2; i < C4_TILES_N_LEVELS; i++)
    if (tiles->levels[i].used < tiles->levels[oldest].used)
      oldest = i;
  free_level (tiles, oldest);
  tiles->levels[oldest].scale = scale;
  return oldest;
}

static gboolean
can_be_replaced (const C4Tiles *tiles, const C4Tile *tile, const C4Tile *best)
{
  if (tile->level == 0 || tile->used >= tiles->frame)
    return FALSE;
  return best == NULL || tile->used < best->used;
}

/* A tile to paint on: a free one, a new one, or the one that wasn't shown for longest. */
static C4Tile *
take_tile (C4Tiles *tiles)
{
  C4Tile *found = NULL;

  for (guint i = 0; i < tiles->tiles->len; i++)
    {
      C4Tile *tile = tiles->tiles->pdata[i];

      if (tile->level < 0)
        return tile;
      if (tiles->tiles->len >= tiles->capacity && can_be_replaced (tiles, tile, found))
        found = tile;
    }
  if (found == NULL)
    {
      found = g_new0 (C4Tile, 1);
      found->level = -1;
      g_ptr_array_add (tiles->tiles, found);
    }
  clear_tile (found);
  return found;
}

static gboolean
on_primitive (const C4Primitive *primitive, gpointer user_data)
{
  gboolean *found = user_data;

  *found = TRUE;
  return FALSE;
}

static cairo_surface_t *
take_surface (C4Tiles *tiles)
{
  if (tiles->spare != NULL)
    return g_steal_pointer (&tiles->spare);
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, C4_TILE_SIZE, C4_TILE_SIZE);
}

/* Renderers may still hold the picture as it was: then it can't be painted on. */
static void
give_surface_back (C4Tiles *tiles, cairo_surface_t *surface)
{
  if (tiles->spare == NULL && cairo_surface_get_reference_count (surface) == 1)
    tiles->spare = surface;
  else
    cairo_surface_destroy (surface);
}

static void
begin_draft (C4Tiles *tiles, C4Tile *tile)
{
  C4Color paper = tiles->theme->colors[C4_ROLE_BACKGROUND];
  cairo_t *cr;

  tile->draft = take_surface (tiles);
  tile->next = 0;
  cr = cairo_create (tile->draft);
  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/* Returns: whether the draft is the whole picture. */
static gboolean
go_on_with_draft (C4Tiles *tiles, C4Tile *tile, C4Rect area, gint64 deadline)
{
  double scale = tiles->levels[tile->level].scale;
  cairo_t *cr = cairo_create (tile->draft);
  gboolean done;

  cairo_translate (cr, -tile->column * C4_TILE_SIZE, -tile->row * C4_TILE_SIZE);
  cairo_scale (cr, scale, scale);
  done = c4_painter_paint_some (tiles->painter, tiles->theme, cr, &area, tiles->emphasis,
                                tiles->emphasis_data, &tile->next, deadline);
  cairo_destroy (cr);
  cairo_surface_flush (tile->draft);
  return done;
}

static void
show_draft (C4Tiles *tiles, C4Tile *tile)
{
  g_clear_object (&tile->texture);
  if (tile->surface != NULL)
    give_surface_back (tiles, g_steal_pointer (&tile->surface));
  tile->surface = g_steal_pointer (&tile->draft);
}

static gboolean
is_blank (const C4Tiles *tiles, C4Rect area)
{
  gboolean found = FALSE;

  c4_scene_visit_from (tiles->scene, c4_rect_inset (area, -C4_EMPHASIS_REACH), 0, on_primitive,
                       &found);
  return !found;
}

/* Returns: whether there was time enough for all of it. */
static gboolean
paint_tile (C4Tiles *tiles, C4Tile *tile, gint64 deadline)
{
  C4Rect area = find_area (tiles, tile);

  tile->used = tiles->frame;
  if (tile->draft == NULL && !is_blank (tiles, area))
    begin_draft (tiles, tile);
  if (tile->draft != NULL && !go_on_with_draft (tiles, tile, area, deadline))
    return FALSE;
  if (tile->draft != NULL)
    show_draft (tiles, tile);
  tile->painted = TRUE;
  tile->stale = FALSE;
  return TRUE;
}

static C4TileRange
find_range (const C4Tiles *tiles, int level, C4Rect area)
{
  double scale = tiles->levels[level].scale / C4_TILE_SIZE;
  C4Rect all = { 0, 0, tiles->scene->width, tiles->scene->height };

  return (C4TileRange){ (int) floor (MAX (area.x, all.x) * scale),
                        (int) floor (MAX (area.y, all.y) * scale),
                        (int) ceil (MIN (c4_rect_right (area), all.width) * scale),
                        (int) ceil (MIN (c4_rect_bottom (area), all.height) * scale) };
}

static gboolean
paint_at (C4Tiles *tiles, int level, int column, int row, gint64 deadline)
{
  C4Tile *tile = c4_tiles_find (tiles, level, column, row);

  if (tile == NULL)
    {
      tile = take_tile (tiles);
      tile->level = level;
      tile->column = column;
      tile->row = row;
    }
  return paint_tile (tiles, tile, deadline);
}

/* Whether there is a tile, or one that isn't true any more where that is good enough. */
static gboolean
has_tile (C4Tiles *tiles, int level, int column, int row, gboolean stale_is_enough)
{
  C4Tile *tile = c4_tiles_find (tiles, level, column, row);

  if (tile == NULL)
    return FALSE;
  tile->used = tiles->frame;
  return tile->painted && (stale_is_enough || !tile->stale);
}

/* Paints until the deadline, but something in any case, so that there is an end to it. */
static gboolean
paint_range (C4Tiles *tiles, int level, C4TileRange range, gboolean stale_is_enough,
             gint64 deadline)
{
  gboolean painted = FALSE;

  for (int row = range.top; row < range.bottom; row++)
    for (int column = range.left; column < range.right; column++)
      {
        if (has_tile (tiles, level, column, row, stale_is_enough))
          continue;
        if (painted && g_get_monotonic_time () >= deadline)
          return FALSE;
        if (!paint_at (tiles, level, column, row, deadline))
          return FALSE;
        painted = TRUE;
      }
  return TRUE;
}

/**
 * c4_tiles_prepare:
 * @tiles: tiles whose look was set
 * @sight: where one looks from, or is going to
 * @microseconds: how long it may take; something is painted in any case
 *
 * Paints what is missing first, then what is other than it was.
 *
 * Returns: whether all that @sight shows is there, and true
 */
gboolean
c4_tiles_prepare (C4Tiles *tiles, const C4Sight *sight, gint64 microseconds)
{
  gint64 deadline = g_get_monotonic_time () + microseconds;
  int level = take_level (tiles, c4_sight_scale (sight));
  /* A pixel more, as pictures begin at whole ones. */
  C4Rect area = c4_rect_inset (c4_camera_visible_area (sight->camera, sight->viewport),
                               -1 / c4_sight_scale (sight));
  C4TileRange range = find_range (tiles, level, area);
  guint n_shown;

  if (range.left >= range.right || range.top >= range.bottom)
    return TRUE;
  tiles->levels[level].used = tiles->frame;
  n_shown = (guint) ((range.right - range.left) * (range.bottom - range.top));
  tiles->capacity = (guint) (n_shown * KEPT_PER_SHOWN);
  if (!paint_range (tiles, level, range, TRUE, deadline))
    return FALSE;
  return paint_range (tiles, level, range, FALSE, deadline);
}

/**
 * c4_tiles_prepare_whole:
 * @tiles: tiles
 * @microseconds: how long it may take; something is painted in any case
 *
 * Returns: whether the small picture of the whole is complete, or can't be begun, as no look was
 *   set yet
 */
gboolean
c4_tiles_prepare_whole (C4Tiles *tiles, gint64 microseconds)
{
  gint64 deadline = g_get_monotonic_time () + microseconds;
  C4Rect all = { 0, 0, tiles->scene->width, tiles->scene->height };

  return tiles->theme == NULL
         || paint_range (tiles, 0, find_range (tiles, 0, all), FALSE, deadline);
}

gboolean
c4_tiles_is_empty (const C4Tiles *tiles)
{
  for (guint i = 0; i < tiles->tiles->len; i++)
    if (((const C4Tile *) tiles->tiles->pdata[i])->painted)
      return FALSE;
  return TRUE;
}

gsize
c4_tiles_get_size (const C4Tiles *tiles)
{
  gsize size = 0;

  for (guint i = 0; i < tiles->tiles->len; i++)
    {
      const C4Tile *tile = tiles->tiles->pdata[i];

      size += ((tile->surface != NULL) + (tile->draft != NULL)) * SURFACE_SIZE;
    }
  return size + (tiles->spare != NULL) * SURFACE_SIZE;
}
