/* c4-take-away.c: PNG for those that show pictures, SVG for those that draw, files for those that
 * take files. */

#include "c4-take-away.h"

#include "c4-painter.h"
#include "c4-png.h"
#include "c4-svg.h"

#include <glib/gi18n.h>
#include <math.h>

/* Pixels a point of a copied PNG: sharp when a slide program enlarges it. */
#define COPY_SCALE 2.0

/* Of a poster: an inch of paper for this many points of a picture, so that its 12-point text is
 * 9 points high, which is what books are set in. */
#define POSTER_SCALE 0.75

/* Sheets of a poster overlap by this much for the glue, in points. */
#define POSTER_OVERLAP 14.0

#define MOST_SHEETS 400

/* What a viewer shows. */
typedef struct
{
  C4Scene *scene;
  C4Subset *shown; /* what isn't dimmed; NULL: all is plain */
} Picture;

static void
picture_free (gpointer pointer)
{
  Picture *picture = pointer;

  c4_scene_unref (picture->scene);
  g_clear_pointer (&picture->shown, c4_subset_unref);
  g_free (picture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

/* Returns: (transfer full) (nullable) */
static Picture *
take_picture (C4Viewer *viewer)
{
  C4Scene *scene = c4_viewer_take_picture (viewer);
  Picture *picture;

  if (scene == NULL)
    return NULL;
  picture = g_new (Picture, 1);
  *picture = (Picture){ scene,
                        c4_lens_find_undimmed (c4_viewer_get_lens (viewer), scene->view) };
  return picture;
}

static C4EmphasisFunc
emphasis_of (C4Subset *shown)
{
  return shown != NULL ? c4_subset_emphasis : NULL;
}

static GBytes *
write_png (const Picture *picture)
{
  C4PngOptions options = { .theme = c4_theme_get ("light"), .scale = COPY_SCALE };

  options.emphasis = emphasis_of (picture->shown);
  options.emphasis_data = picture->shown;
  return c4_png_write (picture->scene, &options, NULL);
}

static GBytes *
write_svg (const Picture *picture)
{
  C4SvgOptions options = { .theme = c4_theme_get ("light"), .scale = 1 };

  options.emphasis = emphasis_of (picture->shown);
  options.emphasis_data = picture->shown;
  return c4_svg_write (picture->scene, &options);
}

static GdkContentProvider *
provide_file (C4Scene *scene, GBytes *svg)
{
  g_autofree char *folder = g_dir_make_tmp ("seefour-XXXXXX", NULL);
  g_autofree char *name = g_strdelimit (g_strconcat (scene->view->path, ".svg", NULL), "/", '-');
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  GdkContentProvider *provider;
  GdkFileList *list;

  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, name, NULL);
  if (!g_file_set_contents (path, g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg),
                            NULL))
    return NULL;
  file = g_file_new_for_path (path);
  list = gdk_file_list_new_from_array (&file, 1);
  provider = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  return provider;
}

/* Returns: (transfer full): the picture as PNG and as SVG, for a clipboard */
static GdkContentProvider *
provide_picture (const Picture *picture)
{
  g_autoptr (GBytes) png = write_png (picture);
  g_autoptr (GBytes) svg = write_svg (picture);
  GdkContentProvider *providers[2];
  gsize n = 0;

  if (png != NULL)
    providers[n++] = gdk_content_provider_new_for_bytes ("image/png", png);
  providers[n++] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  return gdk_content_provider_new_union (providers, n);
}

/* A PNG of a large diagram takes a while. */
static void
make_content (GTask *task, gpointer source, gpointer picture, GCancellable *cancellable)
{
  g_task_return_pointer (task, provide_picture (picture), g_object_unref);
}

static void
on_content (GObject *source, GAsyncResult *result, gpointer user_data)
{
  C4Viewer *viewer = C4_VIEWER (source);
  g_autoptr (GdkContentProvider) content = g_task_propagate_pointer (G_TASK (result), NULL);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (viewer)), content);
  c4_viewer_add_toast (viewer, adw_toast_new (_ ("The picture was copied")));
}

/**
 * c4_take_away_copy:
 * @viewer: a viewer
 *
 * Puts what it shows onto the clipboard, as PNG and as SVG.
 */
void
c4_take_away_copy (C4Viewer *viewer)
{
  Picture *picture = take_picture (viewer);
  g_autoptr (GTask) task = NULL;

  if (picture == NULL)
    return;
  task = g_task_new (viewer, NULL, on_content, NULL);
  g_task_set_task_data (task, picture, picture_free);
  g_task_run_in_thread (task, make_content);
}

/**
 * c4_take_away_make_file:
 * @viewer: a viewer
 *
 * Returns: (transfer full) (nullable): what it shows, as a file that can be dragged elsewhere
 */
GdkContentProvider *
c4_take_away_make_file (C4Viewer *viewer)
{
  g_autoptr (Picture) picture = take_picture (viewer);
  g_autoptr (GBytes) svg = NULL;
  GdkContentProvider *providers[2];
  gsize n = 0;

  if (picture == NULL)
    return NULL;
  svg = write_svg (picture);
  providers[n] = provide_file (picture->scene, svg);
  n += providers[n] != NULL;
  providers[n++] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  return gdk_content_provider_new_union (providers, n);
}

/* One print job. */
typedef struct
{
  C4Scene *scene;
  C4Subset *shown; /* what isn't dimmed; NULL: all is plain */
  C4PrintMode mode;
  guint columns;
  guint rows;
  double scale;
} Print;

static void
print_free (gpointer pointer, GClosure *closure)
{
  Print *print = pointer;

  c4_scene_unref (print->scene);
  g_clear_pointer (&print->shown, c4_subset_unref);
  g_free (print);
}

/**
 * c4_take_away_plan_poster:
 * @scene: a picture
 * @width: of the room on a sheet, in points
 * @height: likewise
 * @columns: (out): how many sheets go beside each other
 * @rows: (out): how many go under each other
 * @scale: (out): of the picture on paper
 */
void
c4_take_away_plan_poster (const C4Scene *scene, double width, double height, guint *columns,
                          guint *rows, double *scale)
{
  double step_x = MAX (1, width - POSTER_OVERLAP);
  double step_y = MAX (1, height - POSTER_OVERLAP);

  *scale = POSTER_SCALE;
  for (;;)
    {
      *columns = (guint) MAX (1, ceil ((scene->width * *scale - POSTER_OVERLAP) / step_x));
      *rows = (guint) MAX (1, ceil ((scene->height * *scale - POSTER_OVERLAP) / step_y));
      if (*columns * *rows <= MOST_SHEETS)
        return;
      *scale /= 2;
    }
}

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);

  if (print->mode == C4_PRINT_POSTER)
    c4_take_away_plan_poster (print->scene, width, height, &print->columns, &print->rows,
                              &print->scale);
  else
    {
      print->columns = print->rows = 1;
      print->scale = MIN (width / print->scene->width, height / print->scene->height);
    }
  gtk_print_operation_set_n_pages (operation, (int) (print->columns * print->rows));
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *print)
{
  g_autoptr (C4Painter) painter = c4_painter_new (print->scene);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  guint column = (guint) page % print->columns;
  guint row = (guint) page / print->columns;

  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_translate (cr, -(column * (width - POSTER_OVERLAP)), -(row * (height - POSTER_OVERLAP)));
  cairo_scale (cr, print->scale, print->scale);
  c4_painter_paint (painter, c4_theme_get ("light"), cr, NULL, emphasis_of (print->shown),
                    print->shown);
}

static void
on_print_done (GtkPrintOperation *operation, GtkPrintOperationResult result, C4Viewer *viewer)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  c4_viewer_add_toast (viewer, adw_toast_new (error->message));
}

/**
 * c4_take_away_print_operation:
 * @scene: a picture
 * @shown: (nullable): what of it isn't dimmed; %NULL: all is plain
 * @mode: how it goes onto paper
 *
 * Returns: (transfer full): what prints it
 */
GtkPrintOperation *
c4_take_away_print_operation (C4Scene *scene, C4Subset *shown, C4PrintMode mode)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  Print *print = g_new0 (Print, 1);

  print->scene = c4_scene_ref (scene);
  print->shown = shown != NULL ? c4_subset_ref (shown) : NULL;
  print->mode = mode;
  gtk_page_setup_set_orientation (setup, scene->width > scene->height
                                             ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                             : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, scene->view->title);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), print);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin_print), print, print_free,
                         0);
  return operation;
}

/**
 * c4_take_away_print:
 * @viewer: a viewer
 * @parent: the window that the dialog belongs to
 * @mode: how the picture goes onto paper
 *
 * Asks for a printer, and prints what the viewer shows.
 */
void
c4_take_away_print (C4Viewer *viewer, GtkWindow *parent, C4PrintMode mode)
{
  g_autoptr (Picture) picture = take_picture (viewer);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (picture == NULL)
    return;
  operation = c4_take_away_print_operation (picture->scene, picture->shown, mode);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_print_done), viewer, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
