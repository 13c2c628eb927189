/* c4-overview.c: a grid of canvases, of which there are as many as are seen. */

#include "c4-overview.h"

#include "c4-canvas.h"
#include "c4-style.h"

#include <glib/gi18n.h>

/* Sizes of thumbnails: of a deck that a screen holds in four columns, and of any longer one. */
#define FEW_SLIDES 12
#define LARGE_WIDTH 432
#define LARGE_HEIGHT 243
#define SMALL_WIDTH 352
#define SMALL_HEIGHT 198

struct _C4Overview
{
  GtkBox parent_instance;

  GtkGridView *grid;

  C4Shelf *shelf;
  GtkStringList *titles; /* one a slide */
  GPtrArray *paths;      /* (element-type utf8) one a slide */
  GPtrArray *cells;      /* (element-type GtkListItem) that show a slide now; unowned */
};

G_DEFINE_FINAL_TYPE (C4Overview, c4_overview, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static C4Canvas *
get_canvas (GtkListItem *cell)
{
  GtkWidget *frame = gtk_widget_get_first_child (gtk_list_item_get_child (cell));

  return C4_CANVAS (gtk_frame_get_child (GTK_FRAME (frame)));
}

static GtkLabel *
get_label (GtkListItem *cell)
{
  return GTK_LABEL (gtk_widget_get_last_child (gtk_list_item_get_child (cell)));
}

static const char *
get_path (C4Overview *overview, GtkListItem *cell)
{
  return overview->paths->pdata[gtk_list_item_get_position (cell)];
}

static void
show_picture (C4Overview *overview, GtkListItem *cell)
{
  const char *path = get_path (overview, cell);
  C4Scene *scene = c4_shelf_get (overview->shelf, path);
  C4Canvas *canvas = get_canvas (cell);

  gtk_widget_set_opacity (GTK_WIDGET (canvas), scene != NULL ? 1 : 0);
  if (scene == NULL)
    c4_shelf_prepare (overview->shelf, path);
  else if (c4_canvas_get_scene (canvas) != scene)
    {
      c4_canvas_set_theme (canvas, c4_style_get_theme ());
      c4_canvas_show_scene (canvas, scene, NULL);
    }
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer overview)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkWidget *canvas = GTK_WIDGET (c4_canvas_new ());
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_can_target (canvas, FALSE);
  gtk_widget_set_focusable (canvas, FALSE);
  gtk_frame_set_child (GTK_FRAME (frame), canvas);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), frame);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (cell, box);
}

/* @n: of slides; few are large */
static void
set_size (GtkWidget *thumbnail, guint n)
{
  if (n <= FEW_SLIDES)
    gtk_widget_set_size_request (thumbnail, LARGE_WIDTH, LARGE_HEIGHT);
  else
    gtk_widget_set_size_request (thumbnail, SMALL_WIDTH, SMALL_HEIGHT);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *cell, C4Overview *overview)
{
  guint position = gtk_list_item_get_position (cell);
  g_autofree char *text
      = g_strdup_printf ("%u  %s", position + 1,
                         gtk_string_list_get_string (overview->titles, position));

  gtk_label_set_label (get_label (cell), text);
  set_size (GTK_WIDGET (get_canvas (cell)), overview->paths->len);
  g_ptr_array_add (overview->cells, cell);
  show_picture (overview, cell);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *cell, C4Overview *overview)
{
  g_ptr_array_remove_fast (overview->cells, cell);
}

static void
on_activate (C4Overview *overview, guint position)
{
  g_signal_emit (overview, signals[SIGNAL_CHOSEN], 0, position);
}

static void
c4_overview_dispose (GObject *object)
{
  C4Overview *overview = C4_OVERVIEW (object);

  if (overview->grid != NULL)
    gtk_grid_view_set_model (overview->grid, NULL);
  overview->grid = NULL;
  g_clear_object (&overview->shelf);
  g_clear_object (&overview->titles);

  G_OBJECT_CLASS (c4_overview_parent_class)->dispose (object);
}

static void
c4_overview_finalize (GObject *object)
{
  C4Overview *overview = C4_OVERVIEW (object);

  g_ptr_array_unref (overview->paths);
  g_ptr_array_unref (overview->cells);

  G_OBJECT_CLASS (c4_overview_parent_class)->finalize (object);
}

static void
c4_overview_class_init (C4OverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = c4_overview_dispose;
  G_OBJECT_CLASS (klass)->finalize = c4_overview_finalize;

  /* The index of a slide. */
  signals[SIGNAL_CHOSEN]
      = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkListItemFactory *
make_factory (C4Overview *overview)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), overview, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), overview, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), overview, 0);
  return factory;
}

static void
c4_overview_init (C4Overview *overview)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  overview->paths = g_ptr_array_new_with_free_func (g_free);
  overview->cells = g_ptr_array_new ();
  overview->grid = GTK_GRID_VIEW (gtk_grid_view_new (NULL, make_factory (overview)));
  gtk_grid_view_set_single_click_activate (overview->grid, TRUE);
  gtk_grid_view_set_min_columns (overview->grid, 2);
  gtk_grid_view_set_max_columns (overview->grid, 5);
  g_signal_connect_object (overview->grid, "activate", G_CALLBACK (on_activate), overview,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (overview->grid));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (overview), scroller);
  gtk_widget_add_css_class (GTK_WIDGET (overview), "presentation-overview");
}

void
c4_overview_set_shelf (C4Overview *overview, C4Shelf *shelf)
{
  g_return_if_fail (C4_IS_OVERVIEW (overview));

  g_set_object (&overview->shelf, shelf);
}

static void
fill (C4Overview *overview, const C4Deck *deck)
{
  g_clear_object (&overview->titles);
  g_ptr_array_set_size (overview->paths, 0);
  overview->titles = gtk_string_list_new (NULL);
  for (guint i = 0; i < deck->slides->len; i++)
    {
      const C4DeckSlide *slide = deck->slides->pdata[i];

      g_ptr_array_add (overview->paths, g_strdup (slide->path));
      gtk_string_list_append (overview->titles, slide->title);
    }
}

/* Keys move on from the slide that one is at, whose cell comes with the first frame. */
static gboolean
focus_selected (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  C4Overview *overview = C4_OVERVIEW (widget);

  for (guint i = 0; i < overview->cells->len; i++)
    {
      GtkListItem *cell = overview->cells->pdata[i];

      if (gtk_list_item_get_selected (cell)
          && gtk_widget_grab_focus (gtk_widget_get_parent (gtk_list_item_get_child (cell))))
        return G_SOURCE_REMOVE;
    }
  return gtk_widget_get_visible (widget) ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * c4_overview_show_deck:
 * @overview: an overview with a shelf
 * @deck: whose slides to show
 * @slide: index of the one that one is at
 */
void
c4_overview_show_deck (C4Overview *overview, const C4Deck *deck, guint slide)
{
  g_autoptr (GtkSingleSelection) model = NULL;

  g_return_if_fail (C4_IS_OVERVIEW (overview));

  gtk_grid_view_set_model (overview->grid, NULL);
  fill (overview, deck);
  model = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (overview->titles)));
  gtk_single_selection_set_selected (model, slide);
  gtk_grid_view_set_model (overview->grid, GTK_SELECTION_MODEL (model));
  gtk_widget_activate_action (GTK_WIDGET (overview->grid), "list.scroll-to-item", "u", slide);
  gtk_widget_add_tick_callback (GTK_WIDGET (overview), focus_selected, NULL, NULL);
}

/**
 * c4_overview_update:
 * @overview: an overview
 * @path: of a view whose picture is another now
 */
void
c4_overview_update (C4Overview *overview, const char *path)
{
  g_return_if_fail (C4_IS_OVERVIEW (overview));

  for (guint i = 0; i < overview->cells->len; i++)
    if (g_str_equal (get_path (overview, overview->cells->pdata[i]), path))
      show_picture (overview, overview->cells->pdata[i]);
}
