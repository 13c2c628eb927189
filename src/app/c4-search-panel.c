/* c4-search-panel.c: an entry, how many are in the diagram, and the results in all models. */

#include "c4-search-panel.h"

#include "c4-match-row.h"

#include <glib/gi18n.h>

/* So much of how many there are, in characters of an average width, is read in the narrowest
 * window: "12 of 34 here", as most of them are narrow. */
#define COUNT_WIDTH_MAX 8

struct _C4SearchPanel
{
  AdwBin parent_instance;

  GtkEditable *entry;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;
  GtkRevealer *revealer;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
  GtkWidget *nothing;

  C4Canvas *canvas;
  C4Finder *finder;
  GPtrArray *listed; /* (element-type C4Match): what the list shows; NULL: nothing */
};

G_DEFINE_FINAL_TYPE (C4SearchPanel, c4_search_panel, ADW_TYPE_BIN)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_looking (C4SearchPanel *self)
{
  return *gtk_editable_get_text (self->entry) != '\0';
}

static void
update_count (C4SearchPanel *self)
{
  C4Subset *found = c4_finder_get_found (self->finder);
  C4Scene *scene = c4_canvas_get_scene (self->canvas);
  guint n = found != NULL ? c4_subset_count (found) : 0;
  g_autofree char *text = NULL;
  guint at = 0;

  if (n > 0 && scene != NULL && scene->view == found->view)
    at = c4_wayfinding_count (c4_canvas_get_ways (self->canvas),
                              c4_canvas_get_selection (self->canvas), found);
  if (at > 0)
    text = g_strdup_printf (_ ("%u of %u here"), at, n);
  else if (is_looking (self))
    text = g_strdup_printf (_ ("%u here"), n);
  gtk_label_set_label (self->count, text != NULL ? text : "");
  gtk_label_set_width_chars (
      self->count, text != NULL ? (int) MIN (g_utf8_strlen (text, -1), COUNT_WIDTH_MAX) : -1);
  gtk_widget_set_sensitive (self->previous, n > 0);
  gtk_widget_set_sensitive (self->next, n > 0);
}

static void
remove_rows (C4SearchPanel *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
update_list (C4SearchPanel *self)
{
  GPtrArray *matches = c4_finder_get_matches (self->finder);
  guint n = matches != NULL ? matches->len : 0;

  remove_rows (self);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  if (matches != NULL)
    self->listed = g_ptr_array_ref (matches);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, c4_match_row_new (matches, i));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), n > 0);
  gtk_widget_set_visible (self->nothing, n == 0 && is_looking (self) && matches != NULL);
}

static void
on_found (C4SearchPanel *self)
{
  if (c4_finder_get_matches (self->finder) != self->listed)
    update_list (self);
  c4_canvas_set_found (self->canvas, c4_finder_get_found (self->finder));
  update_count (self);
}

static void
on_text_changed (C4SearchPanel *self)
{
  gtk_revealer_set_reveal_child (self->revealer, is_looking (self));
  c4_finder_set_query (self->finder, gtk_editable_get_text (self->entry));
}

static void
go_to_row (C4SearchPanel *self, GtkListBoxRow *row)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, c4_match_row_get_match (row));
}

static void
on_row_activated (C4SearchPanel *self, GtkListBoxRow *row)
{
  go_to_row (self, row);
}

static void
on_enter (C4SearchPanel *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && gtk_revealer_get_reveal_child (self->revealer))
    go_to_row (self, row);
  else
    c4_search_panel_step (self, TRUE);
}

static void
scroll_to (C4SearchPanel *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, graphene_rect_get_y (&bounds),
                               graphene_rect_get_y (&bounds) + graphene_rect_get_height (&bounds));
}

static void
move_selection (C4SearchPanel *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkListBoxRow *other;

  if (row == NULL)
    return;
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  other = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);
  if (other == NULL)
    return;
  gtk_list_box_select_row (self->list, other);
  scroll_to (self, GTK_WIDGET (other));
}

/* The entry keeps the focus while one walks through the list. */
static gboolean
on_key (C4SearchPanel *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      c4_search_panel_close (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_previous (C4SearchPanel *self)
{
  c4_search_panel_step (self, FALSE);
}

static void
on_next (C4SearchPanel *self)
{
  c4_search_panel_step (self, TRUE);
}

/* From the buttons and the results, as from the entry. */
static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  return c4_search_panel_close (C4_SEARCH_PANEL (widget));
}

static void
c4_search_panel_dispose (GObject *object)
{
  C4SearchPanel *self = C4_SEARCH_PANEL (object);

  if (self->list != NULL)
    remove_rows (self);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_object (&self->canvas);
  g_clear_object (&self->finder);

  G_OBJECT_CLASS (c4_search_panel_parent_class)->dispose (object);
}

static void
c4_search_panel_class_init (C4SearchPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = c4_search_panel_dispose;

  /* The C4Match that one wants to see. */
  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/seefour/Seefour/ui/c4-search-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, C4SearchPanel, entry);
  gtk_widget_class_bind_template_child (widget_class, C4SearchPanel, count);
  gtk_widget_class_bind_template_child (widget_class, C4SearchPanel, previous);
  gtk_widget_class_bind_template_child (widget_class, C4SearchPanel, next);
  gtk_widget_class_bind_template_child (widget_class, C4SearchPanel, revealer);
  gtk_widget_class_bind_template_child (widget_class, C4SearchPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, C4SearchPanel, list);
  gtk_widget_class_bind_template_child (widget_class, C4SearchPanel, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, c4_search_panel_close);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
c4_search_panel_init (C4SearchPanel *self)
{
  self->finder = c4_finder_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, c4_match_row_update_header, NULL, NULL);
  g_signal_connect_object (self->finder, "changed", G_CALLBACK (on_found), self,
                           G_CONNECT_SWAPPED);
}

/**
 * c4_search_panel_set_canvas:
 * @self: a search panel
 * @canvas: the canvas on which to mark what is found; once
 */
void
c4_search_panel_set_canvas (C4SearchPanel *self, C4Canvas *canvas)
{
  g_return_if_fail (C4_IS_SEARCH_PANEL (self));
  g_return_if_fail (self->canvas == NULL);

  self->canvas = g_object_ref (canvas);
  g_signal_connect_object (canvas, "selection-changed", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED);
}

/**
 * c4_search_panel_set_workspace:
 * @self: a search panel with a canvas
 * @workspace: (nullable): whose models to look through
 */
void
c4_search_panel_set_workspace (C4SearchPanel *self, C4Workspace *workspace)
{
  g_return_if_fail (C4_IS_SEARCH_PANEL (self));

  c4_finder_set_workspace (self->finder, workspace);
}

/**
 * c4_search_panel_set_view:
 * @self: a search panel with a canvas
 * @view: the view that the canvas shows
 */
void
c4_search_panel_set_view (C4SearchPanel *self, C4View *view)
{
  g_return_if_fail (C4_IS_SEARCH_PANEL (self));

  c4_finder_set_view (self->finder, view);
}

/**
 * c4_search_panel_open:
 * @self: a search panel
 *
 * Shows the panel, ready for typing.
 */
void
c4_search_panel_open (C4SearchPanel *self)
{
  g_return_if_fail (C4_IS_SEARCH_PANEL (self));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  gtk_revealer_set_reveal_child (self->revealer, is_looking (self));
  c4_finder_set_query (self->finder, gtk_editable_get_text (self->entry));
}

/**
 * c4_search_panel_close:
 * @self: a search panel
 *
 * Hides it and unmarks what was found. What one looked for stays in the entry for the next time.
 *
 * Returns: whether it was open
 */
gboolean
c4_search_panel_close (C4SearchPanel *self)
{
  g_return_val_if_fail (C4_IS_SEARCH_PANEL (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  c4_finder_set_query (self->finder, "");
  c4_canvas_set_found (self->canvas, NULL);
  return TRUE;
}

/**
 * c4_search_panel_step:
 * @self: a search panel
 * @forward: to the next in reading order, or the one before
 *
 * Selects another of those that were found in the diagram; after the last one comes the first.
 *
 * Returns: whether there is any
 */
gboolean
c4_search_panel_step (C4SearchPanel *self, gboolean forward)
{
  C4Subset *found = c4_finder_get_found (self->finder);
  C4Scene *scene = c4_canvas_get_scene (self->canvas);
  const C4Wayfinding *ways;
  const C4Stop *stop;

  if (found == NULL || scene == NULL || scene->view != found->view)
    return FALSE;
  ways = c4_canvas_get_ways (self->canvas);
  stop = c4_wayfinding_next (ways, c4_canvas_get_selection (self->canvas), forward, found);
  if (stop == NULL)
    stop = c4_wayfinding_next (ways, c4_owner_none, forward, found);
  if (stop == NULL)
    return FALSE;
  c4_canvas_select (self->canvas, stop->owner);
  c4_canvas_reveal (self->canvas, stop->owner);
  return TRUE;
}

/**
 * c4_search_panel_get_finder:
 * @self: a search panel
 *
 * Returns: (transfer none): what looks for it
 */
C4Finder *
c4_search_panel_get_finder (C4SearchPanel *self)
{
  g_return_val_if_fail (C4_IS_SEARCH_PANEL (self), NULL);

  return self->finder;
}
