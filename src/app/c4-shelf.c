/* c4-shelf.c: a renderer with a queue before it and all it has made behind it. */

#include "c4-shelf.h"

#include "c4-renderer.h"

struct _C4Shelf
{
  GObject parent_instance;

  C4Renderer *renderer;
  C4Workspace *workspace;
  GHashTable *scenes;   /* (element-type utf8 C4Scene) by path */
  GHashTable *settled;  /* (element-type utf8) paths whose scene is the best there will be */
  GHashTable *failures; /* (element-type utf8 utf8) path: what is wrong */
  GQueue waiting;       /* (element-type utf8) paths */
  char *path;           /* that is being made; NULL: none */
};

G_DEFINE_FINAL_TYPE (C4Shelf, c4_shelf, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_done (C4Shelf *shelf, const char *path)
{
  return g_hash_table_contains (shelf->settled, path)
         || g_hash_table_contains (shelf->failures, path);
}

static void
go_on (C4Shelf *shelf)
{
  if (shelf->path != NULL || shelf->workspace == NULL || shelf->waiting.length == 0)
    return;
  shelf->path = g_queue_pop_head (&shelf->waiting);
  c4_renderer_render (shelf->renderer, shelf->path, NULL);
}

static void
on_rendered (C4Shelf *shelf, const char *path, C4Scene *scene)
{
  g_hash_table_insert (shelf->scenes, g_strdup (path), c4_scene_ref (scene));
  g_signal_emit (shelf, signals[SIGNAL_CHANGED], 0, path);
}

static void
on_settled (C4Shelf *shelf, const char *path)
{
  g_hash_table_add (shelf->settled, g_strdup (path));
  g_clear_pointer (&shelf->path, g_free);
  go_on (shelf);
}

static void
on_failed (C4Shelf *shelf, const char *path, GError *error)
{
  g_hash_table_insert (shelf->failures, g_strdup (path), g_strdup (error->message));
  g_signal_emit (shelf, signals[SIGNAL_CHANGED], 0, path);
  g_clear_pointer (&shelf->path, g_free);
  go_on (shelf);
}

static void
forget_waiting (C4Shelf *shelf)
{
  g_queue_clear_full (&shelf->waiting, g_free);
  g_clear_pointer (&shelf->path, g_free);
}

static void
forget_all (C4Shelf *shelf)
{
  forget_waiting (shelf);
  g_hash_table_remove_all (shelf->scenes);
  g_hash_table_remove_all (shelf->settled);
  g_hash_table_remove_all (shelf->failures);
}

static void
c4_shelf_finalize (GObject *object)
{
  C4Shelf *shelf = C4_SHELF (object);

  forget_all (shelf);
  g_hash_table_unref (shelf->scenes);
  g_hash_table_unref (shelf->settled);
  g_hash_table_unref (shelf->failures);
  g_clear_pointer (&shelf->workspace, c4_workspace_unref);
  g_clear_object (&shelf->renderer);

  G_OBJECT_CLASS (c4_shelf_parent_class)->finalize (object);
}

static void
c4_shelf_class_init (C4ShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = c4_shelf_finalize;

  /* The path of a view whose picture is there, is a better one, or can't be made. */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
c4_shelf_init (C4Shelf *shelf)
{
  shelf->scenes
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) c4_scene_unref);
  shelf->settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  shelf->failures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_queue_init (&shelf->waiting);
}

/* For a room: what the words under the picture say isn't in it. */
static void
set_options (C4Shelf *shelf, gboolean sequence)
{
  c4_renderer_set_options (
      shelf->renderer,
      &(C4DiagramOptions){ .detail = C4_DETAIL_SHORT,
                           .style = sequence ? C4_STYLE_SEQUENCE : C4_STYLE_DIAGRAM });
}

/**
 * c4_shelf_new:
 * @service: what lays diagrams out
 *
 * Returns: (transfer full): an empty shelf
 */
C4Shelf *
c4_shelf_new (C4LayoutService *service)
{
  C4Shelf *shelf = g_object_new (C4_TYPE_SHELF, NULL);

  shelf->renderer = c4_renderer_new (service);
  set_options (shelf, FALSE);
  g_signal_connect_object (shelf->renderer, "rendered", G_CALLBACK (on_rendered), shelf,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (shelf->renderer, "settled", G_CALLBACK (on_settled), shelf,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (shelf->renderer, "failed", G_CALLBACK (on_failed), shelf,
                           G_CONNECT_SWAPPED);
  return shelf;
}

void
c4_shelf_set_workspace (C4Shelf *shelf, C4Workspace *workspace)
{
  g_return_if_fail (C4_IS_SHELF (shelf));

  forget_all (shelf);
  c4_renderer_set_workspace (shelf->renderer, workspace);
  g_clear_pointer (&shelf->workspace, c4_workspace_unref);
  shelf->workspace = c4_workspace_ref (workspace);
}

void
c4_shelf_set_sequence (C4Shelf *shelf, gboolean sequence)
{
  g_return_if_fail (C4_IS_SHELF (shelf));

  forget_all (shelf);
  set_options (shelf, sequence);
}

/**
 * c4_shelf_get:
 * @shelf: a shelf
 * @path: of a view
 *
 * Returns: (transfer none) (nullable): its picture, if there is one already
 */
C4Scene *
c4_shelf_get (C4Shelf *shelf, const char *path)
{
  g_return_val_if_fail (C4_IS_SHELF (shelf), NULL);

  return g_hash_table_lookup (shelf->scenes, path);
}

/**
 * c4_shelf_get_failure:
 * @shelf: a shelf
 * @path: of a view
 *
 * Returns: (nullable): why it can't be drawn
 */
const char *
c4_shelf_get_failure (C4Shelf *shelf, const char *path)
{
  g_return_val_if_fail (C4_IS_SHELF (shelf), NULL);

  return g_hash_table_lookup (shelf->failures, path);
}

static gboolean
is_waiting (C4Shelf *shelf, const char *path)
{
  return g_queue_find_custom (&shelf->waiting, path, (GCompareFunc) g_strcmp0) != NULL;
}

/**
 * c4_shelf_want:
 * @shelf: a shelf with a workspace
 * @path: of a view
 *
 * Makes it now; what is being made comes after it.
 */
void
c4_shelf_want (C4Shelf *shelf, const char *path)
{
  g_return_if_fail (C4_IS_SHELF (shelf));

  if (is_done (shelf, path) || g_strcmp0 (shelf->path, path) == 0)
    return;
  if (shelf->path != NULL)
    g_queue_push_head (&shelf->waiting, g_steal_pointer (&shelf->path));
  g_queue_push_head (&shelf->waiting, g_strdup (path));
  go_on (shelf);
}

/**
 * c4_shelf_prepare:
 * @shelf: a shelf with a workspace
 * @path: of a view
 *
 * Makes it when nothing else is to be made.
 */
void
c4_shelf_prepare (C4Shelf *shelf, const char *path)
{
  g_return_if_fail (C4_IS_SHELF (shelf));

  if (is_done (shelf, path) || g_strcmp0 (shelf->path, path) == 0 || is_waiting (shelf, path))
    return;
  g_queue_push_tail (&shelf->waiting, g_strdup (path));
  go_on (shelf);
}

void
c4_shelf_close (C4Shelf *shelf)
{
  g_return_if_fail (C4_IS_SHELF (shelf));

  forget_waiting (shelf);
  c4_renderer_cancel (shelf->renderer);
}
