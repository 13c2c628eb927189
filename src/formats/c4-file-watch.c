/* c4-file-watch.c: watches the folders that models lie in, never the files themselves: editors
 * save by writing a new file and renaming it over the old one, and a monitor of the old file
 * would go with it. A folder that goes is looked for until it comes back. */

#include "c4-file-watch.h"

/* Editors write a file in several steps (truncate, write, rename, set times) within a few
 * milliseconds; 120 ms without an event was never seen to split one save in two, and is still
 * felt as immediate. */
#define QUIET_MILLISECONDS 120

/* A generator that writes without a pause must not put the reload off for ever. */
#define LONGEST_WAIT_MILLISECONDS 1000

/* A folder that is gone is looked for this often: a version control system that switches
 * branches has it back within a second. */
#define SEARCH_MILLISECONDS 500

/* One watched folder. */
typedef struct
{
  C4FileWatch *watch; /* unowned: it owns this */
  GFile *folder;
  GFileMonitor *monitor;        /* of the folder; NULL while it is missing */
  GFileMonitor *parent_monitor; /* sees the folder itself go and come */
  guint search_source;
} Folder;

struct _C4FileWatch
{
  GObject parent_instance;

  GPtrArray *folders; /* (element-type Folder) */
  guint quiet_source;
  gint64 first_event; /* monotonic microseconds; 0: nothing is pending */
};

G_DEFINE_FINAL_TYPE (C4FileWatch, c4_file_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void folder_watch (Folder *folder);

static void
folder_free (gpointer pointer)
{
  Folder *folder = pointer;

  g_clear_handle_id (&folder->search_source, g_source_remove);
  if (folder->monitor != NULL)
    g_file_monitor_cancel (folder->monitor);
  if (folder->parent_monitor != NULL)
    g_file_monitor_cancel (folder->parent_monitor);
  g_clear_object (&folder->monitor);
  g_clear_object (&folder->parent_monitor);
  g_clear_object (&folder->folder);
  g_free (folder);
}

static gboolean
on_quiet (gpointer user_data)
{
  C4FileWatch *watch = user_data;

  watch->quiet_source = 0;
  watch->first_event = 0;
  g_signal_emit (watch, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
schedule (C4FileWatch *watch)
{
  gint64 now = g_get_monotonic_time ();
  gint64 waited;

  if (watch->first_event == 0)
    watch->first_event = now;
  waited = (now - watch->first_event) / 1000;
  g_clear_handle_id (&watch->quiet_source, g_source_remove);
  watch->quiet_source = g_timeout_add (
      (guint) CLAMP (LONGEST_WAIT_MILLISECONDS - waited, 0, QUIET_MILLISECONDS), on_quiet, watch);
}

static gboolean
is_of_interest (GFile *file)
{
  static const char *const suffixes[] = { ".yaml", ".yml", ".json", NULL };
  g_autofree char *name = NULL;

  if (file == NULL)
    return FALSE;
  name = g_file_get_basename (file);
  for (guint i = 0; name != NULL && suffixes[i] != NULL; i++)
    if (g_str_has_suffix (name, suffixes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
folder_exists (Folder *folder)
{
  return g_file_query_file_type (folder->folder, G_FILE_QUERY_INFO_NONE, NULL)
         == G_FILE_TYPE_DIRECTORY;
}

static gboolean
on_search (gpointer user_data)
{
  Folder *folder = user_data;

  if (!folder_exists (folder))
    return G_SOURCE_CONTINUE;
  folder->search_source = 0;
  folder_watch (folder);
  schedule (folder->watch);
  return G_SOURCE_REMOVE;
}

static void
folder_lost (Folder *folder)
{
  if (folder->monitor != NULL)
    g_file_monitor_cancel (folder->monitor);
  g_clear_object (&folder->monitor);
  if (folder->search_source == 0)
    folder->search_source = g_timeout_add (SEARCH_MILLISECONDS, on_search, folder);
}

static void
on_folder_event (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
                 gpointer user_data)
{
  Folder *folder = user_data;

  if (g_file_equal (file, folder->folder))
    {
      if (!folder_exists (folder))
        {
          folder_lost (folder);
          schedule (folder->watch);
        }
      return;
    }
  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    return;
  if (is_of_interest (file) || is_of_interest (other))
    schedule (folder->watch);
}

static void
on_parent_event (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
                 gpointer user_data)
{
  Folder *folder = user_data;

  if (!g_file_equal (file, folder->folder)
      && !(other != NULL && g_file_equal (other, folder->folder)))
    return;
  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED
      || event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT)
    return;
  /* Gone, or another folder of the same name in its place: a monitor follows the old one. */
  folder_lost (folder);
  if (folder_exists (folder))
    {
      g_clear_handle_id (&folder->search_source, g_source_remove);
      folder_watch (folder);
    }
  schedule (folder->watch);
}

static void
folder_watch (Folder *folder)
{
  folder->monitor
      = g_file_monitor_directory (folder->folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (folder->monitor != NULL)
    g_signal_connect (folder->monitor, "changed", G_CALLBACK (on_folder_event), folder);
}

static void
folder_start (Folder *folder)
{
  g_autoptr (GFile) parent = g_file_get_parent (folder->folder);

  if (parent != NULL)
    folder->parent_monitor
        = g_file_monitor_directory (parent, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (folder->parent_monitor != NULL)
    g_signal_connect (folder->parent_monitor, "changed", G_CALLBACK (on_parent_event), folder);
  if (folder_exists (folder))
    folder_watch (folder);
  else
    folder_lost (folder);
}

static void
c4_file_watch_dispose (GObject *object)
{
  C4FileWatch *watch = C4_FILE_WATCH (object);

  g_clear_handle_id (&watch->quiet_source, g_source_remove);
  g_clear_pointer (&watch->folders, g_ptr_array_unref);
  G_OBJECT_CLASS (c4_file_watch_parent_class)->dispose (object);
}

static void
c4_file_watch_class_init (C4FileWatchClass *class)
{
  G_OBJECT_CLASS (class)->dispose = c4_file_watch_dispose;

  /**
   * C4FileWatch::changed:
   *
   * A file of a model in one of the folders, or a folder itself, has changed and nothing more
   * has happened for a moment. Emitted once for a burst of changes.
   */
  signals[CHANGED] = g_signal_new ("changed", C4_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
c4_file_watch_init (C4FileWatch *watch)
{
  watch->folders = g_ptr_array_new_with_free_func (folder_free);
}

/**
 * c4_file_watch_new:
 *
 * Returns: (transfer full): a watch of nothing yet
 */
C4FileWatch *
c4_file_watch_new (void)
{
  return g_object_new (C4_TYPE_FILE_WATCH, NULL);
}

static gboolean
has_folder (C4FileWatch *watch, GFile *file)
{
  for (guint i = 0; i < watch->folders->len; i++)
    if (g_file_equal (((Folder *) watch->folders->pdata[i])->folder, file))
      return TRUE;
  return FALSE;
}

static void
remove_unlisted (C4FileWatch *watch, GPtrArray *wanted)
{
  for (guint i = watch->folders->len; i > 0; i--)
    {
      Folder *folder = watch->folders->pdata[i - 1];
      gboolean listed = FALSE;

      for (guint k = 0; k < wanted->len && !listed; k++)
        listed = g_file_equal (folder->folder, wanted->pdata[k]);
      if (!listed)
        g_ptr_array_remove_index (watch->folders, i - 1);
    }
}

/**
 * c4_file_watch_set_folders:
 * @watch: a watch
 * @uris: the folders to watch from now on, as URIs, %NULL-terminated; those that are watched
 *   already go on without a gap; one that can't be watched (a resource, say) never reports
 */
void
c4_file_watch_set_folders (C4FileWatch *watch, const char *const *uris)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (C4_IS_FILE_WATCH (watch));

  for (guint i = 0; uris[i] != NULL; i++)
    g_ptr_array_add (wanted, g_file_new_for_uri (uris[i]));
  remove_unlisted (watch, wanted);
  for (guint i = 0; i < wanted->len; i++)
    {
      Folder *folder;

      if (!g_file_is_native (wanted->pdata[i]) || has_folder (watch, wanted->pdata[i]))
        continue;
      folder = g_new0 (Folder, 1);
      folder->watch = watch;
      folder->folder = g_object_ref (wanted->pdata[i]);
      g_ptr_array_add (watch->folders, folder);
      folder_start (folder);
    }
}
