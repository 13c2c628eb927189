/* c4-scene.c: what a scene can be asked. Making one is c4-scene-builder.c. */

#include "c4-scene-private.h"

#include <math.h>

/* The best answer so far. */
typedef struct
{
  C4Scene *scene;
  C4Point point;
  double tolerance;
  C4Owner owner;
  double distance;
} Hit;

static void
storage_clear (gpointer pointer)
{
  C4SceneStorage *storage = pointer;

  c4_scene_index_free (storage->index);
  g_ptr_array_unref (storage->points);
  g_string_chunk_free (storage->strings);
  g_free (storage->boundaries);
  g_free (storage->nodes);
  g_free (storage->primitives);
  g_clear_pointer (&storage->scene.dependencies, c4_dependencies_unref);
  c4_view_unref (storage->scene.view);
}

/* 0 inside. */
static double
distance_to_rect (C4Rect rect, C4Point point)
{
  double dx = MAX (MAX (rect.x - point.x, point.x - c4_rect_right (rect)), 0);
  double dy = MAX (MAX (rect.y - point.y, point.y - c4_rect_bottom (rect)), 0);

  return hypot (dx, dy);
}

/* To the edge itself: from within, too. */
static double
distance_to_edge (C4Rect rect, C4Point point)
{
  double across = MIN (point.x - rect.x, c4_rect_right (rect) - point.x);
  double along = MIN (point.y - rect.y, c4_rect_bottom (rect) - point.y);

  return c4_rect_contains (rect, point) ? MIN (across, along) : distance_to_rect (rect, point);
}

static double
distance_to_primitive (const C4Primitive *primitive, C4Point point)
{
  if (primitive->type == C4_PRIMITIVE_LINE)
    return c4_bezier_distance (primitive->line.points, primitive->line.n_points, point)
           - primitive->stroke_width / 2;
  if (primitive->owner.type == C4_OWNER_BOUNDARY && primitive->type == C4_PRIMITIVE_RECT)
    return distance_to_edge (primitive->shape.rect, point) - primitive->stroke_width / 2;
  return distance_to_rect (primitive->bounds, point);
}

/* Nodes before edges before boundaries; title and key are paper. */
static int
rank (C4OwnerType type)
{
  switch (type)
    {
    case C4_OWNER_NODE:
    case C4_OWNER_CELL:
    case C4_OWNER_CYCLE:
    case C4_OWNER_FRAGILE:
    case C4_OWNER_ETL:
    case C4_OWNER_CANDIDATE:
      return 3;
    case C4_OWNER_EDGE:
      return 2;
    case C4_OWNER_BOUNDARY:
    case C4_OWNER_LIFELINE:
      return 1;
    case C4_OWNER_PAGE:
    case C4_OWNER_TITLE:
    case C4_OWNER_LEGEND:
    case C4_OWNER_CAPTION:
    case C4_OWNER_FRAME:
    default:
      return 0;
    }
}

static void
consider (const C4Primitive *primitive, gpointer user_data)
{
  Hit *hit = user_data;
  int of_primitive = rank (primitive->owner.type);
  int of_hit = rank (hit->owner.type);
  double distance;

  if (of_primitive == 0 || of_primitive < of_hit)
    return;
  distance = MAX (0, distance_to_primitive (primitive, hit->point));
  /* a box is hit where it is, its neighbours' lines keep their room */
  if (distance > (of_primitive == 3 ? 0 : hit->tolerance))
    return;
  if (of_primitive > of_hit || distance <= hit->distance)
    {
      hit->owner = primitive->owner;
      hit->distance = distance;
    }
}

/**
 * c4_scene_ref:
 * @scene: a scene
 *
 * May be called from any thread.
 *
 * Returns: (transfer full): @scene
 */
C4Scene *
c4_scene_ref (C4Scene *scene)
{
  return (C4Scene *) g_atomic_rc_box_acquire ((C4SceneStorage *) scene);
}

/**
 * c4_scene_unref:
 * @scene: (transfer full): a scene
 *
 * Frees the scene with the last reference. May be called from any thread.
 */
void
c4_scene_unref (C4Scene *scene)
{
  g_atomic_rc_box_release_full ((C4SceneStorage *) scene, storage_clear);
}

/**
 * c4_scene_hit_test:
 * @scene: a scene
 * @point: in points
 * @tolerance: how far from a line still counts, in points
 *
 * Returns: the node there, or else the nearest line (its label counts), or else the boundary
 *   whose title or edge is there; %C4_OWNER_PAGE when there is none of them
 */
C4Owner
c4_scene_hit_test (C4Scene *scene, C4Point point, double tolerance)
{
  Hit hit = { scene, point, tolerance, { C4_OWNER_PAGE, 0 }, HUGE_VAL };
  C4Rect area = { point.x - tolerance, point.y - tolerance, 2 * tolerance, 2 * tolerance };

  c4_scene_visit (scene, area, consider, &hit);
  return hit.owner;
}

typedef struct
{
  C4SceneVisitor visit;
  gpointer user_data;
} Visit;

static gboolean
visit_and_go_on (const C4Primitive *primitive, gpointer user_data)
{
  const Visit *visit = user_data;

  visit->visit (primitive, visit->user_data);
  return TRUE;
}

/**
 * c4_scene_visit:
 * @scene: a scene
 * @area: in points
 * @visit: (scope call): called for each primitive whose bounds meet @area, in painting order
 * @user_data: passed to @visit
 */
void
c4_scene_visit (C4Scene *scene, C4Rect area, C4SceneVisitor visit, gpointer user_data)
{
  Visit all = { visit, user_data };

  c4_scene_visit_from (scene, area, 0, visit_and_go_on, &all);
}

/**
 * c4_scene_visit_from:
 * @scene: a scene
 * @area: in points
 * @first: the number of the primitive to begin with
 * @step: (scope call): called for each primitive from there on whose bounds meet @area, in painting
 *   order, until it returns %FALSE
 * @user_data: passed to @step
 *
 * Returns: the number of the primitive to go on with; how many there are when none is left
 */
guint
c4_scene_visit_from (C4Scene *scene, C4Rect area, guint first, C4SceneStep step, gpointer user_data)
{
  return c4_scene_index_visit (((C4SceneStorage *) scene)->index, area, first, step, user_data);
}
