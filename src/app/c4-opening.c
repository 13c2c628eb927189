/* c4-opening.c: opens files, in a window that isn't there yet so that it is there soon: the first
 * file is read, and its diagram measured and laid out, in workers while the window is being made.
 * For that what comes back from the workers has to be passed on between one piece of the window and
 * the next. */

#include "c4-opening.h"

#include "c4-target.h"

/* The making of the first window. */
typedef struct
{
  C4Application *application;
  C4Viewer *viewer; /* of the first file */
  GPtrArray *files; /* (element-type GFile) */
} Opening;

static void
opening_free (gpointer pointer)
{
  Opening *opening = pointer;

  g_application_release (G_APPLICATION (opening->application));
  g_object_unref (opening->application);
  g_object_unref (opening->viewer);
  g_ptr_array_unref (opening->files);
  g_free (opening);
}

static void
want_view (C4Viewer *viewer, const C4Target *target)
{
  if (target->view != NULL)
    c4_viewer_want (viewer, target->view, NULL);
}

/**
 * c4_opening_open:
 * @window: a window
 * @files: (array length=n_files): what to open in it, each in a tab
 * @n_files: how many there are
 *
 * Opens @files, and brings the window to the front.
 */
void
c4_opening_open (C4Window *window, GFile **files, guint n_files)
{
  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (C4Target) target = c4_target_new (files[i]);

      want_view (c4_window_open (window, target->file), target);
    }
  c4_window_unveil (window);
}

static gboolean
make_window (gpointer user_data)
{
  Opening *opening = user_data;
  GFile **files = (GFile **) opening->files->pdata;
  C4Window *window = c4_window_find (GTK_APPLICATION (opening->application));

  if (window != NULL) /* something else was opened meanwhile */
    {
      c4_opening_open (window, files, opening->files->len);
      return G_SOURCE_REMOVE;
    }
  window = c4_window_new_without_tabs (opening->application);
  c4_window_add_viewer (window, opening->viewer);
  c4_opening_open (window, files + 1, opening->files->len - 1);
  return G_SOURCE_REMOVE;
}

static C4Viewer *
make_viewer (C4Application *application, GFile *file)
{
  g_autoptr (C4Target) target = c4_target_new (file);
  g_autoptr (C4Document) document = c4_document_new ();
  C4Viewer *viewer;

  c4_document_load (document, target->file);
  viewer = c4_viewer_new (c4_application_get_layout_service (application),
                          c4_application_get_settings (application), document);
  want_view (viewer, target);
  return viewer;
}

/**
 * c4_opening_start:
 * @application: the application, which has no window
 * @files: (array length=n_files): what to open, each in a tab
 * @n_files: how many there are, at least one
 *
 * Makes a window and opens @files in it.
 */
void
c4_opening_start (C4Application *application, GFile **files, guint n_files)
{
  Opening *opening = g_new0 (Opening, 1);

  g_application_hold (G_APPLICATION (application));
  opening->application = g_object_ref (application);
  opening->viewer = g_object_ref_sink (make_viewer (application, files[0]));
  opening->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (opening->files, g_object_ref (files[i]));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, make_window, opening, opening_free);
}
