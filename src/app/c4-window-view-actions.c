/* c4-window-view-actions.c: what can be done with the diagram in view: find, read, zoom. */

#include "c4-window-private.h"

#include "c4-focus-within.h"

/* One press of a key or button: two make the double. */
#define ZOOM_STEP 1.4142

static C4SearchPanel *
get_search_panel (C4Window *window)
{
  return c4_viewer_get_search_panel (c4_window_get_viewer (window));
}

static C4Canvas *
get_canvas (C4Window *window)
{
  return c4_viewer_get_canvas (c4_window_get_viewer (window));
}

static void
escape (C4Window *window)
{
  if (!c4_split_view_uncover (c4_window_get_split_view (window)))
    c4_viewer_escape (c4_window_get_viewer (window));
}

static void
find (C4Window *window)
{
  c4_search_panel_open (get_search_panel (window));
}

static void
step (C4Window *window, gboolean forward)
{
  C4SearchPanel *panel = get_search_panel (window);

  if (gtk_widget_get_visible (GTK_WIDGET (panel)))
    c4_search_panel_step (panel, forward);
  else
    c4_search_panel_open (panel);
}

static void
find_next (C4Window *window)
{
  step (window, TRUE);
}

static void
find_previous (C4Window *window)
{
  step (window, FALSE);
}

/* A diagram has the focus without that anything of it must be selected. */
static gboolean
enter_pane (GtkWidget *pane)
{
  return C4_IS_CANVAS (pane) ? gtk_widget_grab_focus (pane)
                             : gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

/* Returns: (transfer container): the parts of the window below its header, in the order of reading */
static GPtrArray *
list_panes (C4Window *window)
{
  C4SplitView *split_view = c4_window_get_split_view (window);
  GPtrArray *panes = c4_viewer_list_panes (c4_window_get_viewer (window));

  if (c4_split_view_get_show_sidebar (split_view))
    g_ptr_array_insert (panes, 0, c4_split_view_get_sidebar (split_view));
  return panes;
}

/* What one goes to by keys is to be seen. */
static void
uncover_pane (C4Window *window, GtkWidget *pane)
{
  C4SplitView *split_view = c4_window_get_split_view (window);

  if (pane != c4_split_view_get_sidebar (split_view))
    c4_split_view_uncover (split_view);
  if (C4_IS_CANVAS (pane))
    c4_split_view_uncover (c4_viewer_get_inspector_split (c4_window_get_viewer (window)));
}

/* Returns: where the keys are now, or else before the diagram */
static int
find_pane (const GPtrArray *panes, int step)
{
  int at = 0;

  for (guint i = 0; i < panes->len; i++)
    {
      if (c4_has_focus_within (panes->pdata[i]))
        return (int) i;
      if (C4_IS_CANVAS (panes->pdata[i]))
        at = (int) i - step;
    }
  return at;
}

/* From elsewhere, as from the header, to the diagram. */
static void
walk_panes (C4Window *window, int step)
{
  g_autoptr (GPtrArray) panes = list_panes (window);
  int n = (int) panes->len;
  int at = find_pane (panes, step);

  for (int i = 0; i < n; i++)
    {
      at = (at + step + n) % n;
      if (enter_pane (panes->pdata[at]))
        {
          uncover_pane (window, panes->pdata[at]);
          return;
        }
    }
}

static void
next_pane (C4Window *window)
{
  walk_panes (window, 1);
}

static void
previous_pane (C4Window *window)
{
  walk_panes (window, -1);
}

static void
show_map (C4Window *window)
{
  c4_viewer_toggle_map (c4_window_get_viewer (window));
}

static void
zoom_100 (C4Window *window)
{
  c4_canvas_zoom_to (get_canvas (window), 100);
}

static void
zoom_200 (C4Window *window)
{
  c4_canvas_zoom_to (get_canvas (window), 200);
}

static void
zoom_fit (C4Window *window)
{
  c4_canvas_fit (get_canvas (window));
}

static void
zoom_height (C4Window *window)
{
  c4_canvas_fit_height (get_canvas (window));
}

static void
zoom_in (C4Window *window)
{
  c4_canvas_zoom_by (get_canvas (window), ZOOM_STEP);
}

static void
zoom_out (C4Window *window)
{
  c4_canvas_zoom_by (get_canvas (window), 1 / ZOOM_STEP);
}

static void
zoom_selection (C4Window *window)
{
  c4_canvas_zoom_to_selection (get_canvas (window));
}

static void
zoom_width (C4Window *window)
{
  c4_canvas_fit_width (get_canvas (window));
}

static const C4WindowAction actions[] = {
  { "escape", escape, c4_window_has_diagram },
  { "find", find, c4_window_has_diagram },
  { "find-next", find_next, c4_window_has_diagram },
  { "find-previous", find_previous, c4_window_has_diagram },
  { "next-pane", next_pane, c4_window_has_diagram },
  { "previous-pane", previous_pane, c4_window_has_diagram },
  { "show-map", show_map, c4_window_has_diagram },
  { "zoom-100", zoom_100, c4_window_has_diagram },
  { "zoom-200", zoom_200, c4_window_has_diagram },
  { "zoom-fit", zoom_fit, c4_window_has_diagram },
  { "zoom-height", zoom_height, c4_window_has_diagram },
  { "zoom-in", zoom_in, c4_window_has_diagram },
  { "zoom-out", zoom_out, c4_window_has_diagram },
  { "zoom-selection", zoom_selection, c4_window_has_diagram },
  { "zoom-width", zoom_width, c4_window_has_diagram },
};

const C4WindowAction *
c4_window_get_view_actions (gsize *n_actions)
{
  *n_actions = G_N_ELEMENTS (actions);
  return actions;
}
