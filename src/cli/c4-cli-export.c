/* c4-cli-export.c: `seefour-cli export`: writes views as files. */

#include "c4-cli-export-request.h"
#include "c4-cli-lens.h"
#include "c4-cli.h"
#include "c4-nearest.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

/* The view's path that was probably meant. */
static const char *
nearest_path (const GPtrArray *outline, const char *path)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < outline->len; i++)
    {
      const C4OutlineEntry *entry = g_ptr_array_index (outline, i);

      g_ptr_array_add (known, (gpointer) entry->path);
    }
  g_ptr_array_add (known, NULL);
  return c4_nearest (path, (const char *const *) known->pdata, G_MAXUINT);
}

static gboolean
add_named_view (GPtrArray *paths, const GPtrArray *outline, const char *path)
{
  const char *nearest;

  if (c4_outline_find (outline, path) != NULL)
    {
      if (!g_ptr_array_find_with_equal_func (paths, path, g_str_equal, NULL))
        g_ptr_array_add (paths, g_strdup (path));
      return TRUE;
    }
  nearest = nearest_path (outline, path);
  if (nearest != NULL)
    c4_cli_usage (_ ("there is no view “%s”; the nearest is “%s”"), path, nearest);
  else
    c4_cli_usage (_ ("there is no view “%s”"), path);
  return FALSE;
}

/* (transfer full) (nullable): the paths of the views that are named, or of all; NULL after saying
 * which does not exist. */
static GPtrArray *
choose_views (C4Workspace *workspace, const char *const *named)
{
  g_autoptr (GPtrArray) outline = c4_outline_new (workspace);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; named != NULL && named[i] != NULL; i++)
    if (!add_named_view (paths, outline, named[i]))
      return NULL;
  for (guint i = 0; named == NULL && i < outline->len; i++)
    {
      const C4OutlineEntry *entry = g_ptr_array_index (outline, i);

      g_ptr_array_add (paths, g_strdup (entry->path));
    }
  return g_steal_pointer (&paths);
}

static void
print_name (gpointer file, gpointer user_data)
{
  g_autofree char *name = c4_cli_dup_name (file);

  g_print ("%s\n", name);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static gboolean
cancel (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_CONTINUE;
}

/* Until all is written, or nothing: an interrupt leaves no half-written files. */
static gboolean
write_views (const C4ExportRequest *request, C4Workspace *workspace, GPtrArray *paths,
             C4LayoutService *service)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) written = NULL;
  g_autoptr (GError) error = NULL;

  g_unix_signal_add (SIGINT, cancel, cancellable);
  g_unix_signal_add (SIGTERM, cancel, cancellable);
  g_ptr_array_add (paths, NULL); /* of a talk, there are no others */
  c4_export_async (workspace, (const char *const *) paths->pdata, request->target,
                   request->target_is_folder, &request->options, service, cancellable,
                   keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  written = c4_export_finish (result, &error);
  if (written == NULL)
    {
      c4_cli_error ("%s", error->message);
      return FALSE;
    }
  g_ptr_array_foreach (written, print_name, NULL);
  return TRUE;
}

static gboolean
fits_target (const C4ExportRequest *request, guint n_views)
{
  return request->target_is_folder || c4_export_makes_book (&request->options)
         || (n_views == 1 && !request->options.talk);
}

/* (transfer full): its first helper starts up while the model is read */
static C4LayoutService *
make_service (void)
{
  C4LayoutService *service = c4_layout_service_new (NULL);

  c4_layout_service_warm_up (service);
  return service;
}

static C4CliStatus
export (const C4ExportRequest *request)
{
  g_autoptr (C4LayoutService) service = make_service ();
  g_autoptr (C4LoadResult) loaded = c4_cli_load (request->model);
  gboolean failed = c4_cli_load_failed (loaded);
  g_autoptr (GPtrArray) paths = NULL;

  if (failed && (loaded->workspace == NULL || !request->keep_going))
    {
      if (loaded->workspace != NULL)
        c4_cli_error (_ ("%s has errors: nothing is written (--keep-going draws the rest)"),
                      request->model);
      else
        c4_cli_error (_ ("%s has errors: nothing is written"), request->model);
      return C4_CLI_FAILED;
    }
  if (request->options.talk)
    paths = g_ptr_array_new ();
  else
    paths = choose_views (loaded->workspace, (const char *const *) request->views);
  if (paths == NULL || !c4_cli_lens_check (request->options.lens, loaded->workspace, paths))
    return C4_CLI_USAGE;
  if (!fits_target (request, paths->len))
    return c4_cli_usage (_ ("several views don't fit into one file: name a folder"));
  if (!write_views (request, loaded->workspace, paths, service) || failed)
    return C4_CLI_FAILED;
  return C4_CLI_FINE;
}

/**
 * c4_cli_export:
 * @arguments: name and arguments of the command
 *
 * Writes views of a model as files, whole or not at all, and prints their names.
 *
 * Returns: %C4_CLI_FAILED when the model has errors, or a file could not be written
 */
C4CliStatus
c4_cli_export (GStrv arguments)
{
  g_auto (C4ExportRequest) request = { 0 };

  if (!c4_export_request_parse (&request, arguments))
    return C4_CLI_USAGE;
  return export (&request);
}
