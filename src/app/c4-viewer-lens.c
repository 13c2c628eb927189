/* c4-viewer-lens.c: how much of a diagram is seen: its detail, its key, filters and focus. */

#include "c4-viewer-private.h"

#include "c4-focus-within.h"

#include <glib/gi18n.h>

static void
set_options (C4Viewer *viewer, const C4DiagramOptions *options)
{
  c4_renderer_set_options (viewer->renderer, options);
  if (c4_document_get_workspace (viewer->document) != NULL
      && c4_history_current (viewer->history) != NULL)
    c4_viewer_draw_place (viewer);
}

/**
 * c4_viewer_get_detail:
 * @viewer: a viewer
 *
 * Returns: how much is written in its boxes and on its lines
 */
C4Detail
c4_viewer_get_detail (C4Viewer *viewer)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), C4_DETAIL_FULL);

  return c4_renderer_get_options (viewer->renderer)->detail;
}

/**
 * c4_viewer_set_detail:
 * @viewer: a viewer
 * @detail: how much is written in its boxes and on its lines; of all views, from now on
 */
void
c4_viewer_set_detail (C4Viewer *viewer, C4Detail detail)
{
  C4DiagramOptions options;

  g_return_if_fail (C4_IS_VIEWER (viewer));

  options = *c4_renderer_get_options (viewer->renderer);
  if (options.detail == detail)
    return;
  options.detail = detail;
  set_options (viewer, &options);
}

/**
 * c4_viewer_get_show_key:
 * @viewer: a viewer
 *
 * Returns: whether diagrams have a key to what is drawn in them
 */
gboolean
c4_viewer_get_show_key (C4Viewer *viewer)
{
  g_return_val_if_fail (C4_IS_VIEWER (viewer), TRUE);

  return c4_renderer_get_options (viewer->renderer)->legend;
}

void
c4_viewer_set_show_key (C4Viewer *viewer, gboolean show)
{
  C4DiagramOptions options;

  g_return_if_fail (C4_IS_VIEWER (viewer));

  options = *c4_renderer_get_options (viewer->renderer);
  if (options.legend == show)
    return;
  options.legend = show;
  set_options (viewer, &options);
}

/* -- Filters and focus -- */

/**
 * c4_viewer_get_lens:
 * @viewer: a viewer
 *
 * Returns: (transfer none) (nullable): what the diagram is looked at through
 */
C4Lens *
c4_viewer_get_lens (C4Viewer *viewer)
{
  const C4Place *place;

  g_return_val_if_fail (C4_IS_VIEWER (viewer), NULL);

  place = c4_history_current (viewer->history);
  return place != NULL ? place->lens : NULL;
}

/**
 * c4_viewer_set_lens:
 * @viewer: a viewer
 * @lens: (nullable): what to look through at the diagram that is shown; other places keep theirs
 */
void
c4_viewer_set_lens (C4Viewer *viewer, C4Lens *lens)
{
  g_return_if_fail (C4_IS_VIEWER (viewer));

  if (c4_history_current (viewer->history) == NULL)
    return;
  c4_history_set_lens (viewer->history, lens);
  c4_viewer_draw_place (viewer);
  c4_viewer_update_lens (viewer);
}

/**
 * c4_viewer_get_whole_view:
 * @viewer: a viewer
 *
 * Returns: (transfer none) (nullable): the view one is at, with all that is left out of the diagram
 */
C4View *
c4_viewer_get_whole_view (C4Viewer *viewer)
{
  const char *path = c4_viewer_get_path (viewer);

  return path != NULL ? c4_renderer_get_whole_view (viewer->renderer, path) : NULL;
}

/* Names that a reload took away are no more asked for. */
static void
forget_what_is_gone (C4Viewer *viewer, const C4View *whole)
{
  C4Lens *lens = c4_viewer_get_lens (viewer);
  g_autoptr (C4Lens) kept = c4_lens_keep_present (lens, whole);

  if (!c4_lens_equal (lens, kept))
    c4_history_set_lens (viewer->history, kept);
}

static void
dim_the_rest (C4Viewer *viewer, C4Scene *scene)
{
  g_autoptr (C4Subset) around
      = c4_lens_find_undimmed (c4_viewer_get_lens (viewer), scene->view);

  c4_canvas_set_focus (viewer->canvas, around);
}

static void
on_lens_wanted (C4Viewer *viewer, C4Lens *lens)
{
  c4_viewer_set_lens (viewer, lens);
}

static void
update_width (C4Viewer *viewer)
{
  if (viewer->focus_bar != NULL)
    c4_focus_bar_set_narrow (viewer->focus_bar,
                             c4_split_view_get_collapsed (viewer->inspector_split));
}

/* Both bars are made when they are first needed: a window is there sooner without them. */
static C4ChipBar *
find_chip_bar (C4Viewer *viewer)
{
  if (viewer->chip_bar == NULL)
    {
      viewer->chip_bar = g_object_new (C4_TYPE_CHIP_BAR, NULL);
      g_signal_connect_object (viewer->chip_bar, "changed", G_CALLBACK (on_lens_wanted), viewer,
                               G_CONNECT_SWAPPED);
      gtk_box_insert_child_after (viewer->column, GTK_WIDGET (viewer->chip_bar),
                                  GTK_WIDGET (viewer->banner));
    }
  return viewer->chip_bar;
}

static C4FocusBar *
find_focus_bar (C4Viewer *viewer)
{
  if (viewer->focus_bar == NULL)
    {
      viewer->focus_bar = g_object_new (C4_TYPE_FOCUS_BAR, NULL);
      g_signal_connect_object (viewer->focus_bar, "changed", G_CALLBACK (on_lens_wanted), viewer,
                               G_CONNECT_SWAPPED);
      gtk_widget_insert_before (GTK_WIDGET (viewer->focus_bar), GTK_WIDGET (viewer->column),
                                GTK_WIDGET (viewer->stack));
      update_width (viewer);
    }
  return viewer->focus_bar;
}

/* Whoever ends what a bar says, by keys in it, is back at the diagram as the bar goes. */
static void
show_bars (C4Viewer *viewer, C4Lens *lens, const C4View *whole)
{
  GtkWidget *canvas = GTK_WIDGET (viewer->canvas);
  gboolean has_conditions = lens != NULL && lens->conditions->len > 0;
  gboolean has_focus = lens != NULL && lens->focus != NULL;

  if (viewer->chip_bar != NULL && !has_conditions)
    c4_pass_focus_on (GTK_WIDGET (viewer->chip_bar), canvas);
  if (viewer->chip_bar != NULL || has_conditions)
    c4_chip_bar_set_lens (find_chip_bar (viewer), lens);
  if (viewer->focus_bar != NULL && !has_focus)
    c4_pass_focus_on (GTK_WIDGET (viewer->focus_bar), canvas);
  if (viewer->focus_bar != NULL || has_focus)
    c4_focus_bar_set_lens (find_focus_bar (viewer), lens, whole);
}

/* Called when there is another lens, or another picture. */
void
c4_viewer_update_lens (C4Viewer *viewer)
{
  C4Scene *scene = c4_canvas_get_scene (viewer->canvas);
  C4View *whole = c4_viewer_get_whole_view (viewer);

  if (whole != NULL)
    forget_what_is_gone (viewer, whole);
  if (scene != NULL && g_strcmp0 (scene->view->path, c4_viewer_get_path (viewer)) == 0)
    dim_the_rest (viewer, scene);
  show_bars (viewer, c4_viewer_get_lens (viewer), whole);
}

/* Returns: whether anything was in focus */
gboolean
c4_viewer_end_focus (C4Viewer *viewer)
{
  C4Lens *lens = c4_viewer_get_lens (viewer);
  g_autoptr (C4Lens) other = NULL;

  if (lens == NULL || lens->focus == NULL)
    return FALSE;
  other = c4_lens_with_focus (lens, NULL);
  c4_viewer_set_lens (viewer, other);
  return TRUE;
}

static const char *
get_id (const C4View *view, guint node)
{
  return ((const C4ViewNode *) view->nodes->pdata[node])->id;
}

/* Returns: (transfer full): the present lens, with a focus on a part of the diagram */
static C4Lens *
aim_at (C4Viewer *viewer, C4Owner owner)
{
  const C4View *view = c4_canvas_get_scene (viewer->canvas)->view;
  C4Lens *lens = c4_viewer_get_lens (viewer);
  const C4ViewEdge *edge;

  if (owner.type == C4_OWNER_NODE)
    return c4_focus_bar_aim (find_focus_bar (viewer), lens, get_id (view, owner.index), NULL);
  edge = view->edges->pdata[owner.index];
  return c4_focus_bar_aim (find_focus_bar (viewer), lens, get_id (view, edge->source),
                           get_id (view, edge->target));
}

/**
 * c4_viewer_toggle_focus:
 * @viewer: a viewer
 *
 * Focuses on what is selected; when that is in focus already, or nothing is selected, ends it.
 */
void
c4_viewer_toggle_focus (C4Viewer *viewer)
{
  C4Owner selected = c4_canvas_get_selection (viewer->canvas);
  g_autoptr (C4Lens) lens = NULL;

  g_return_if_fail (C4_IS_VIEWER (viewer));

  if (selected.type == C4_OWNER_NODE || selected.type == C4_OWNER_EDGE)
    lens = aim_at (viewer, selected);
  if (lens != NULL && !c4_lens_equal (lens, c4_viewer_get_lens (viewer)))
    c4_viewer_set_lens (viewer, lens);
  else if (!c4_viewer_end_focus (viewer))
    c4_viewer_add_toast (viewer, adw_toast_new (_ ("Select a box or a line to focus on")));
}

void
c4_viewer_lens_init (C4Viewer *viewer)
{
  g_signal_connect_object (viewer->inspector_split, "notify::collapsed",
                           G_CALLBACK (update_width), viewer, G_CONNECT_SWAPPED);
}

void
c4_viewer_lens_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, column);
}
