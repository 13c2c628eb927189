/* c4-outline-view.c: one row a view; the row's index is the entry's. */

#include "c4-outline-view.h"

struct _C4OutlineView
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkScrolledWindow *scroller;
  C4Workspace *workspace; /* NULL: nothing is open */
  GPtrArray *outline;     /* (element-type C4OutlineEntry) */
};

/* A name is never broken into lines of fewer characters. Without that, to know how narrow a row can
 * be, every name is laid out with a line for each letter, which takes longer than all else. */
#define LEAST_CHARS 8

G_DEFINE_FINAL_TYPE (C4OutlineView, c4_outline_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const kind_icons[] = {
  [C4_VIEW_SYSTEM_LANDSCAPE] = "c4-landscape-symbolic",
  [C4_VIEW_SYSTEM_CONTEXT] = "c4-context-symbolic",
  [C4_VIEW_CONTAINER] = "c4-containers-symbolic",
  [C4_VIEW_COMPONENT] = "c4-components-symbolic",
  [C4_VIEW_DYNAMIC] = "c4-flow-symbolic",
  [C4_VIEW_DEPENDENCIES] = "c4-dependencies-symbolic",
};

static const C4OutlineEntry *
get_entry (C4OutlineView *self, GtkListBoxRow *row)
{
  return self->outline->pdata[gtk_list_box_row_get_index (row)];
}

/* A grid and no box: a box asks each name how narrow it can be at some height, for which it is laid
 * out a dozen times, each time that the window is. */
static GtkWidget *
make_row (const C4OutlineEntry *entry)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", kind_icons[entry->kind],
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (*entry->name != '\0' ? entry->name : entry->key);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  /* To the height of its row, but the row no further. */
  gtk_widget_set_vexpand (label, TRUE);
  gtk_widget_set_vexpand (grid, FALSE);
  gtk_widget_set_tooltip_text (row, entry->title);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_grid_attach (GTK_GRID (grid), icon, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label, 1, 0, 1, 1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  entry->title, -1);
  return row;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  C4OutlineView *self = user_data;
  const C4OutlineEntry *entry = get_entry (self, row);
  gboolean starts_section
      = before == NULL
        || g_strcmp0 (entry->system_id, get_entry (self, before)->system_id) != 0;
  GtkWidget *heading = NULL;

  if (starts_section)
    heading = make_heading (c4_outline_find_heading (self->workspace, entry));
  gtk_list_box_row_set_header (row, heading);
}

static void
on_row_activated (C4OutlineView *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, get_entry (self, row)->path);
}

static void
remove_rows (C4OutlineView *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
c4_outline_view_dispose (GObject *object)
{
  C4OutlineView *self = C4_OUTLINE_VIEW (object);

  /* The list asks for headers as long as it has rows. */
  gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  g_clear_pointer (&self->workspace, c4_workspace_unref);
  g_clear_pointer (&self->outline, g_ptr_array_unref);

  G_OBJECT_CLASS (c4_outline_view_parent_class)->dispose (object);
}

static void
c4_outline_view_class_init (C4OutlineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = c4_outline_view_dispose;

  /* The path of the view that one wants to see. */
  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/seefour/Seefour/ui/c4-outline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, C4OutlineView, list);
  gtk_widget_class_bind_template_child (widget_class, C4OutlineView, scroller);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
c4_outline_view_init (C4OutlineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
}

/**
 * c4_outline_view_set_outline:
 * @self: an outline view
 * @workspace: (nullable): whose views to list
 * @outline: (element-type C4OutlineEntry): its outline
 */
void
c4_outline_view_set_outline (C4OutlineView *self, C4Workspace *workspace,
                             const GPtrArray *outline)
{
  g_return_if_fail (C4_IS_OUTLINE_VIEW (self));

  remove_rows (self);
  g_clear_pointer (&self->workspace, c4_workspace_unref);
  g_clear_pointer (&self->outline, g_ptr_array_unref);
  self->outline = g_ptr_array_ref ((GPtrArray *) outline);
  if (workspace == NULL)
    return;
  self->workspace = c4_workspace_ref (workspace);
  for (guint i = 0; i < outline->len; i++)
    gtk_list_box_append (self->list, make_row (outline->pdata[i]));
}

/* Brings a row into view without moving more than is needed. */
static void
scroll_to (C4OutlineView *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, graphene_rect_get_y (&bounds),
                               graphene_rect_get_y (&bounds) + graphene_rect_get_height (&bounds));
}

/**
 * c4_outline_view_set_path:
 * @self: an outline view
 * @path: (nullable): the path of the view that is shown
 */
void
c4_outline_view_set_path (C4OutlineView *self, const char *path)
{
  g_return_if_fail (C4_IS_OUTLINE_VIEW (self));

  for (guint i = 0; path != NULL && self->outline != NULL && i < self->outline->len; i++)
    {
      const C4OutlineEntry *entry = self->outline->pdata[i];
      GtkListBoxRow *row;

      if (!g_str_equal (entry->path, path))
        continue;
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      gtk_list_box_select_row (self->list, row);
      scroll_to (self, GTK_WIDGET (row));
      return;
    }
  gtk_list_box_unselect_all (self->list);
}
