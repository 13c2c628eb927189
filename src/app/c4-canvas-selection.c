/* c4-canvas-selection.c: what stands out on the canvas: hovered, selected, lit. */

#include "c4-canvas-private.h"
#include "c4-view-cycle.h"

#include <math.h>

/* Where the focus is must be seen; without a selection it is a ring around all of it. */
static void
tell_selection (C4Canvas *canvas)
{
  if (c4_canvas_get_selection (canvas).type == C4_OWNER_PAGE)
    gtk_widget_add_css_class (GTK_WIDGET (canvas), "unselected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (canvas), "unselected");
  g_signal_emit_by_name (canvas, "selection-changed");
}

static void
selection_changed (C4Canvas *canvas)
{
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  c4_canvas_a11y_update (canvas);
  tell_selection (canvas);
}

static void
set_spotlight (C4Canvas *canvas, C4Subset *spotlight)
{
  if (spotlight == c4_highlight_get_spotlight (canvas->highlight))
    return;
  c4_highlight_set_spotlight (canvas->highlight, spotlight);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  g_signal_emit_by_name (canvas, "spotlight-changed");
}

/* What was lit in the view before, in the one that takes its place. */
static C4Subset *
find_spotlight_again (C4Canvas *canvas, C4Subset *former, C4View *view)
{
  if (canvas->lit_cycle != NULL)
    return c4_view_find_cycle (view, (const char *const *) canvas->lit_cycle);
  return former != NULL && former->view == view ? c4_subset_ref (former) : NULL;
}

/* What was selected or lit in the scene before is so again where this is another picture of the
 * same view; elsewhere indices mean other things. */
static void
carry_over (C4Canvas *canvas, C4Highlight *former, C4Scene *from, C4Scene *to)
{
  C4Owner selected = c4_highlight_get_selected (former);
  g_autoptr (C4Subset) spotlight
      = find_spotlight_again (canvas, c4_highlight_get_spotlight (former), to->view);

  c4_highlight_set_selected (canvas->highlight, c4_owner_find_again (selected, from, to));
  c4_highlight_set_spotlight (canvas->highlight, spotlight);
}

/* Called when the canvas shows another scene than `former`, which may be NULL. */
void
c4_canvas_renew_highlight (C4Canvas *canvas, C4Scene *former)
{
  C4Scene *scene = c4_canvas_get_scene (canvas);
  g_autoptr (C4Highlight) before = g_steal_pointer (&canvas->highlight);
  gboolean had_selection = FALSE;
  gboolean had_spotlight = FALSE;

  canvas->highlight = c4_highlight_new (scene);
  if (before == NULL)
    return;
  c4_highlight_set_found (canvas->highlight, c4_highlight_get_found (before));
  had_selection = c4_highlight_get_selected (before).type != C4_OWNER_PAGE;
  had_spotlight = c4_highlight_get_spotlight (before) != NULL;
  if (c4_passage_find (former, scene).type == C4_PASSAGE_SAME)
    carry_over (canvas, before, former, scene);
  if (c4_highlight_get_spotlight (canvas->highlight) == NULL)
    g_clear_pointer (&canvas->lit_cycle, g_strfreev);
  if (had_selection) /* assistive technology is told when the scene is there */
    tell_selection (canvas);
  if (had_spotlight)
    g_signal_emit_by_name (canvas, "spotlight-changed");
}

void
c4_canvas_set_hovered (C4Canvas *canvas, C4Owner owner)
{
  if (canvas->highlight == NULL
      || c4_owner_equal (c4_highlight_get_hovered (canvas->highlight), owner))
    return;
  c4_highlight_set_hovered (canvas->highlight, owner);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

/* What is at a position of the widget. */
C4Owner
c4_canvas_find_owner (C4Canvas *canvas, C4Point position)
{
  C4Scene *scene = c4_canvas_get_scene (canvas);
  C4Point point;

  if (scene == NULL)
    return c4_owner_none;
  point = c4_camera_to_scene (canvas->camera, c4_canvas_get_viewport (canvas), position);
  return c4_scene_hit_test (scene, point, C4_CANVAS_LINE_TOLERANCE / canvas->camera.scale);
}

/**
 * c4_canvas_get_bounds:
 * @canvas: a canvas that shows a scene
 * @owner: a part of the scene
 *
 * Returns: where it is seen when the canvas has come to rest
 */
GdkRectangle
c4_canvas_get_bounds (C4Canvas *canvas, C4Owner owner)
{
  C4Rect seen = c4_camera_rect_to_screen (c4_canvas_motion_target (canvas),
                                          c4_canvas_get_viewport (canvas),
                                          c4_owner_get_bounds (owner,
                                                               c4_canvas_get_scene (canvas)));

  return (GdkRectangle){ (int) seen.x, (int) seen.y, (int) ceil (seen.width),
                         (int) ceil (seen.height) };
}

C4Owner
c4_canvas_get_selection (C4Canvas *canvas)
{
  g_return_val_if_fail (C4_IS_CANVAS (canvas), c4_owner_none);

  return canvas->highlight != NULL ? c4_highlight_get_selected (canvas->highlight) : c4_owner_none;
}

/**
 * c4_canvas_select:
 * @canvas: a canvas
 * @owner: a part of the scene; what can't be selected selects nothing
 */
void
c4_canvas_select (C4Canvas *canvas, C4Owner owner)
{
  g_return_if_fail (C4_IS_CANVAS (canvas));

  owner = c4_owner_selectable (owner);
  if (canvas->highlight == NULL || c4_owner_equal (c4_canvas_get_selection (canvas), owner))
    return;
  c4_highlight_set_selected (canvas->highlight, owner);
  selection_changed (canvas);
}

/**
 * c4_canvas_get_ways:
 * @canvas: a canvas that shows a scene
 *
 * Returns: (transfer none): the ways over the scene, until it shows another
 */
C4Wayfinding *
c4_canvas_get_ways (C4Canvas *canvas)
{
  g_return_val_if_fail (C4_IS_CANVAS (canvas), NULL);
  g_return_val_if_fail (c4_canvas_get_scene (canvas) != NULL, NULL);

  if (canvas->ways == NULL)
    canvas->ways = c4_wayfinding_new (c4_canvas_get_scene (canvas));
  return canvas->ways;
}

/**
 * c4_canvas_set_spotlight:
 * @canvas: a canvas that shows a scene
 * @spotlight: (nullable): what of the scene's view to show apart from the rest, which is dimmed;
 *   %NULL: nothing
 *
 * A click on the background, or another view, ends it.
 */
void
c4_canvas_set_spotlight (C4Canvas *canvas, C4Subset *spotlight)
{
  g_return_if_fail (C4_IS_CANVAS (canvas));

  if (canvas->highlight == NULL)
    return;
  g_clear_pointer (&canvas->lit_cycle, g_strfreev);
  set_spotlight (canvas, spotlight);
}

/**
 * c4_canvas_light_cycle:
 * @canvas: a canvas that shows a scene
 * @systems: (nullable): ids of systems, NULL-terminated: each leads to the next, the last to the
 *   first; %NULL: none
 *
 * Shows these systems, and the lines from each to the next, apart from the rest.
 *
 * Returns: whether the diagram shows them all
 */
gboolean
c4_canvas_light_cycle (C4Canvas *canvas, const char *const *systems)
{
  g_autoptr (C4Subset) cycle = NULL;

  g_return_val_if_fail (C4_IS_CANVAS (canvas), FALSE);

  if (canvas->highlight == NULL)
    return FALSE;
  if (systems != NULL)
    cycle = c4_view_find_cycle (c4_canvas_get_scene (canvas)->view, systems);
  g_strfreev (canvas->lit_cycle);
  canvas->lit_cycle = cycle != NULL ? g_strdupv ((char **) systems) : NULL;
  set_spotlight (canvas, cycle);
  return cycle != NULL;
}

/**
 * c4_canvas_get_lit_cycle:
 * @canvas: a canvas
 *
 * Returns: (nullable): ids of the systems that are lit apart from the rest
 */
const char *const *
c4_canvas_get_lit_cycle (C4Canvas *canvas)
{
  g_return_val_if_fail (C4_IS_CANVAS (canvas), NULL);

  return (const char *const *) canvas->lit_cycle;
}

/**
 * c4_canvas_set_focus:
 * @canvas: a canvas
 * @focus: (nullable): what of the scene's view isn't dimmed; until another scene is shown
 */
void
c4_canvas_set_focus (C4Canvas *canvas, C4Subset *focus)
{
  g_return_if_fail (C4_IS_CANVAS (canvas));

  if (canvas->highlight == NULL || c4_highlight_get_focus (canvas->highlight) == focus)
    return;
  c4_highlight_set_focus (canvas->highlight, focus);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

/**
 * c4_canvas_set_found:
 * @canvas: a canvas
 * @found: (nullable): what of the view shown has what one looks for: it is marked
 */
void
c4_canvas_set_found (C4Canvas *canvas, C4Subset *found)
{
  g_return_if_fail (C4_IS_CANVAS (canvas));

  if (canvas->highlight == NULL || c4_highlight_get_found (canvas->highlight) == found)
    return;
  c4_highlight_set_found (canvas->highlight, found);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

/**
 * c4_canvas_reveal:
 * @canvas: a canvas that shows a scene
 * @owner: a part of the scene
 *
 * Brings it into view as a whole, if there is room, without zooming.
 */
void
c4_canvas_reveal (C4Canvas *canvas, C4Owner owner)
{
  C4Camera camera, revealed;

  g_return_if_fail (C4_IS_CANVAS (canvas));

  if (canvas->fitted)
    return;
  camera = c4_canvas_motion_target (canvas);
  revealed = c4_camera_reveal (camera, c4_canvas_get_viewport (canvas),
                               c4_owner_get_bounds (owner, c4_canvas_get_scene (canvas)));
  if (!c4_camera_equal (camera, revealed))
    c4_canvas_move_to (canvas, c4_camera_clamp (revealed, c4_canvas_get_area (canvas),
                                                c4_canvas_get_viewport (canvas)));
}
