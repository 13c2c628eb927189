/* c4-scene-builder.c: making a scene. What a scene can be asked is c4-scene.c. */

#include "c4-scene-builder.h"
#include "c4-scene-private.h"

#include <string.h>

/* A slanting or capital letter may reach this share of its size past its advance. */
#define TEXT_OVERHANG 0.2

struct _C4SceneBuilder
{
  C4View *view;
  C4Dependencies *dependencies;
  GArray *primitives; /* (element-type C4Primitive) */
  GStringChunk *strings;
  GPtrArray *points; /* (element-type C4Point*) arrays */
  C4Rect *nodes;
  C4Rect *boundaries;
  C4Rect matrix;
};

static C4Rect
shape_bounds (const C4Primitive *primitive)
{
  double out = primitive->stroke == C4_ROLE_NONE ? 0 : primitive->stroke_width / 2;

  return c4_rect_inset (primitive->shape.rect, -out);
}

static C4Rect
points_bounds (const C4Primitive *primitive)
{
  const C4Point *points = primitive->line.points;
  C4Rect bounds = { points[0].x, points[0].y, 0, 0 };

  if (primitive->type == C4_PRIMITIVE_LINE)
    bounds = c4_bezier_bounds (points, primitive->line.n_points);
  else
    for (guint i = 1; i < primitive->line.n_points; i++)
      {
        double right = MAX (c4_rect_right (bounds), points[i].x);
        double bottom = MAX (c4_rect_bottom (bounds), points[i].y);

        bounds.x = MIN (bounds.x, points[i].x);
        bounds.y = MIN (bounds.y, points[i].y);
        bounds.width = right - bounds.x;
        bounds.height = bottom - bounds.y;
      }
  return c4_rect_inset (bounds, -primitive->stroke_width / 2);
}

static C4Rect
text_bounds (const C4Primitive *primitive)
{
  double size = c4_text_style_font (primitive->text.style)->size;
  double overhang = size * TEXT_OVERHANG;

  return (C4Rect){ primitive->text.baseline.x - overhang, primitive->text.baseline.y - size,
                   primitive->text.width + 2 * overhang, size * 1.3 };
}

static C4Rect
primitive_bounds (const C4Primitive *primitive)
{
  switch (primitive->type)
    {
    case C4_PRIMITIVE_LINE:
    case C4_PRIMITIVE_HEAD:
      return points_bounds (primitive);
    case C4_PRIMITIVE_TEXT:
      return text_bounds (primitive);
    case C4_PRIMITIVE_RECT:
    case C4_PRIMITIVE_CYLINDER:
    case C4_PRIMITIVE_QUEUE:
    case C4_PRIMITIVE_PERSON:
    case C4_PRIMITIVE_CIRCLE:
    case C4_PRIMITIVE_MARK:
    default:
      return shape_bounds (primitive);
    }
}

/**
 * c4_scene_builder_new:
 * @view: what the scene shows
 *
 * Returns: (transfer full): an empty scene in the making
 */
C4SceneBuilder *
c4_scene_builder_new (C4View *view)
{
  C4SceneBuilder *builder = g_new0 (C4SceneBuilder, 1);

  builder->view = c4_view_ref (view);
  builder->primitives = g_array_new (FALSE, FALSE, sizeof (C4Primitive));
  builder->strings = g_string_chunk_new (2048);
  builder->points = g_ptr_array_new_with_free_func (g_free);
  builder->nodes = g_new0 (C4Rect, view->nodes->len);
  builder->boundaries = g_new0 (C4Rect, view->boundaries->len);
  return builder;
}

void
c4_scene_builder_free (C4SceneBuilder *builder)
{
  g_clear_pointer (&builder->dependencies, c4_dependencies_unref);
  g_clear_pointer (&builder->view, c4_view_unref);
  g_clear_pointer (&builder->primitives, g_array_unref);
  g_clear_pointer (&builder->strings, g_string_chunk_free);
  g_clear_pointer (&builder->points, g_ptr_array_unref);
  g_free (builder->nodes);
  g_free (builder->boundaries);
  g_free (builder);
}

/**
 * c4_scene_builder_add:
 * @builder: a scene in the making
 * @values: the primitive; its text or points are copied, its bounds computed
 */
void
c4_scene_builder_add (C4SceneBuilder *builder, const C4Primitive *values)
{
  C4Primitive primitive = *values;

  if (primitive.type == C4_PRIMITIVE_TEXT)
    primitive.text.text = g_string_chunk_insert_const (builder->strings, values->text.text);
  else if (primitive.type == C4_PRIMITIVE_LINE || primitive.type == C4_PRIMITIVE_HEAD)
    {
      primitive.line.points = g_memdup2 (values->line.points,
                                         values->line.n_points * sizeof (C4Point));
      g_ptr_array_add (builder->points, (gpointer) primitive.line.points);
    }
  primitive.bounds = primitive_bounds (&primitive);
  g_array_append_val (builder->primitives, primitive);
}

/**
 * c4_scene_builder_set_dependencies:
 * @builder: a builder
 * @dependencies: (nullable): what the scene's cells, cycles and rows are parts of
 */
void
c4_scene_builder_set_dependencies (C4SceneBuilder *builder, C4Dependencies *dependencies)
{
  g_clear_pointer (&builder->dependencies, c4_dependencies_unref);
  if (dependencies != NULL)
    builder->dependencies = c4_dependencies_ref (dependencies);
}

void
c4_scene_builder_set_matrix (C4SceneBuilder *builder, C4Rect rect)
{
  builder->matrix = rect;
}

void
c4_scene_builder_set_node (C4SceneBuilder *builder, guint index, C4Rect rect)
{
  g_return_if_fail (index < builder->view->nodes->len);
  builder->nodes[index] = rect;
}

void
c4_scene_builder_set_boundary (C4SceneBuilder *builder, guint index, C4Rect rect)
{
  g_return_if_fail (index < builder->view->boundaries->len);
  builder->boundaries[index] = rect;
}

/**
 * c4_scene_builder_foreach:
 * @builder: a scene in the making
 * @visit: (scope call): called for each primitive that has been added, in painting order
 * @user_data: passed to @visit
 */
void
c4_scene_builder_foreach (const C4SceneBuilder *builder, C4SceneVisitor visit,
                          gpointer user_data)
{
  for (guint i = 0; i < builder->primitives->len; i++)
    visit (&g_array_index (builder->primitives, C4Primitive, i), user_data);
}

static void
move_rect (C4Rect *rect, C4Point by)
{
  rect->x += by.x;
  rect->y += by.y;
}

static void
move_primitive (C4Primitive *primitive, C4Point by)
{
  move_rect (&primitive->bounds, by);
  switch (primitive->type)
    {
    case C4_PRIMITIVE_TEXT:
      primitive->text.baseline.x += by.x;
      primitive->text.baseline.y += by.y;
      break;
    case C4_PRIMITIVE_LINE:
    case C4_PRIMITIVE_HEAD:
      for (guint i = 0; i < primitive->line.n_points; i++)
        {
          C4Point *point = (C4Point *) &primitive->line.points[i]; /* the builder's own */

          point->x += by.x;
          point->y += by.y;
        }
      break;
    case C4_PRIMITIVE_RECT:
    case C4_PRIMITIVE_CYLINDER:
    case C4_PRIMITIVE_QUEUE:
    case C4_PRIMITIVE_PERSON:
    case C4_PRIMITIVE_CIRCLE:
    case C4_PRIMITIVE_MARK:
    default:
      move_rect (&primitive->shape.rect, by);
    }
}

/**
 * c4_scene_builder_move:
 * @builder: a scene in the making
 * @by: how far, in points
 *
 * Moves everything that has been added until now, and the boxes of nodes and boundaries.
 */
void
c4_scene_builder_move (C4SceneBuilder *builder, C4Point by)
{
  for (guint i = 0; i < builder->primitives->len; i++)
    move_primitive (&g_array_index (builder->primitives, C4Primitive, i), by);
  for (guint i = 0; i < builder->view->nodes->len; i++)
    move_rect (&builder->nodes[i], by);
  for (guint i = 0; i < builder->view->boundaries->len; i++)
    move_rect (&builder->boundaries[i], by);
  move_rect (&builder->matrix, by);
}

static C4Rect
get_extent (const C4SceneBuilder *builder, C4OwnerType type)
{
  C4Rect extent = { 0, 0, 0, 0 };

  for (guint i = 0; i < builder->primitives->len; i++)
    {
      const C4Primitive *primitive = &g_array_index (builder->primitives, C4Primitive, i);

      if (primitive->owner.type == type)
        extent = c4_rect_union (extent, primitive->bounds);
    }
  return extent;
}

/**
 * c4_scene_builder_build:
 * @builder: a scene in the making; only to be freed afterwards
 * @width: of the picture, in points
 * @height: of the picture, in points
 *
 * Returns: (transfer full): the scene
 */
C4Scene *
c4_scene_builder_build (C4SceneBuilder *builder, double width, double height)
{
  C4SceneStorage *storage = g_atomic_rc_box_new0 (C4SceneStorage);
  gsize n_primitives;

  storage->scene.title = get_extent (builder, C4_OWNER_TITLE);
  storage->scene.legend = get_extent (builder, C4_OWNER_LEGEND);
  storage->scene.matrix = builder->matrix;
  storage->scene.width = width;
  storage->scene.height = height;
  storage->primitives
      = (C4Primitive *) g_array_steal (builder->primitives, &n_primitives);
  storage->scene.primitives = storage->primitives;
  storage->scene.n_primitives = (guint) n_primitives;
  storage->scene.view = g_steal_pointer (&builder->view);
  storage->scene.dependencies = g_steal_pointer (&builder->dependencies);
  storage->nodes = g_steal_pointer (&builder->nodes);
  storage->scene.nodes = storage->nodes;
  storage->boundaries = g_steal_pointer (&builder->boundaries);
  storage->scene.boundaries = storage->boundaries;
  storage->strings = g_steal_pointer (&builder->strings);
  storage->points = g_steal_pointer (&builder->points);
  storage->index = c4_scene_index_new (storage->primitives, (guint) n_primitives);
  return &storage->scene;
}
