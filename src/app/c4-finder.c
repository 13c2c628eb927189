/* c4-finder.c: one look at a time; what has changed meanwhile is looked for when it is over. */

#include "c4-finder.h"

#include "c4-view-search.h"

/* The most results of a group: nobody reads more, and the list stays quick. */
#define GROUP_MAX 12

struct _C4Finder
{
  GObject parent_instance;

  C4Workspace *workspace; /* NULL: nothing is open */
  C4Search *search;       /* of the workspace; NULL: not there yet */
  C4View *view;           /* that is shown; NULL: none */
  char *query;

  GCancellable *cancellable; /* of the look that is under way; NULL: none is */
  gboolean outdated;         /* what it looks for is not wanted any more */

  GPtrArray *matches; /* (element-type C4Match) */
  C4Search *source;   /* what the matches belong to; NULL: there are none */
  char *answered;     /* the query that they are the matches of; NULL: there are none */
  C4Subset *found;    /* NULL: nothing is looked for, or nothing is shown */
};

G_DEFINE_FINAL_TYPE (C4Finder, c4_finder, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* All that a worker needs, and what it finds. */
typedef struct
{
  C4Workspace *workspace;
  C4Search *search;
  C4View *view;
  char *query;
  GPtrArray *matches;
  C4Subset *found;
} Look;

static void
look_free (gpointer pointer)
{
  Look *look = pointer;

  g_clear_pointer (&look->matches, g_ptr_array_unref);
  g_clear_pointer (&look->found, c4_subset_unref);
  g_clear_pointer (&look->search, c4_search_unref);
  g_clear_pointer (&look->view, c4_view_unref);
  c4_workspace_unref (look->workspace);
  g_free (look->query);
  g_free (look);
}

static Look *
look_new (C4Finder *finder)
{
  Look *look = g_new0 (Look, 1);

  look->workspace = c4_workspace_ref (finder->workspace);
  look->search = finder->search != NULL ? c4_search_ref (finder->search) : NULL;
  look->view = finder->view != NULL ? c4_view_ref (finder->view) : NULL;
  look->query = g_strdup (finder->query);
  if (g_strcmp0 (finder->answered, finder->query) == 0)
    look->matches = g_ptr_array_ref (finder->matches);
  return look;
}

static void
look_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Look *look = task_data;

  if (look->search == NULL)
    look->search = c4_search_new (look->workspace);
  if (look->matches == NULL)
    look->matches = c4_search_find (look->search, look->query, GROUP_MAX);
  if (look->view != NULL && *look->query != '\0')
    look->found = c4_view_search (look->view, look->query);
  g_task_return_boolean (task, TRUE);
}

static void
clear_results (C4Finder *finder)
{
  g_clear_pointer (&finder->matches, g_ptr_array_unref);
  g_clear_pointer (&finder->source, c4_search_unref);
  g_clear_pointer (&finder->answered, g_free);
  g_clear_pointer (&finder->found, c4_subset_unref);
}

static void
take_results (C4Finder *finder, Look *look)
{
  clear_results (finder);
  finder->matches = g_steal_pointer (&look->matches);
  finder->source = c4_search_ref (look->search);
  finder->answered = g_steal_pointer (&look->query);
  finder->found = g_steal_pointer (&look->found);
}

static void start (C4Finder *finder);

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  C4Finder *finder = C4_FINDER (source);
  Look *look = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  g_clear_object (&finder->cancellable);
  g_clear_pointer (&finder->search, c4_search_unref);
  finder->search = c4_search_ref (look->search);
  if (finder->outdated)
    {
      start (finder);
      return;
    }
  take_results (finder, look);
  g_signal_emit (finder, signals[SIGNAL_CHANGED], 0);
}

static void
start (C4Finder *finder)
{
  g_autoptr (GTask) task = NULL;

  finder->outdated = FALSE;
  finder->cancellable = g_cancellable_new ();
  task = g_task_new (finder, finder->cancellable, on_looked, NULL);
  g_task_set_task_data (task, look_new (finder), look_free);
  g_task_run_in_thread (task, look_in_worker);
}

static void
look_again (C4Finder *finder)
{
  if (finder->workspace == NULL)
    return;
  if (finder->cancellable != NULL)
    finder->outdated = TRUE;
  else
    start (finder);
}

static void
c4_finder_finalize (GObject *object)
{
  C4Finder *finder = C4_FINDER (object);

  clear_results (finder);
  g_clear_pointer (&finder->search, c4_search_unref);
  g_clear_pointer (&finder->view, c4_view_unref);
  g_clear_pointer (&finder->workspace, c4_workspace_unref);
  g_free (finder->query);

  G_OBJECT_CLASS (c4_finder_parent_class)->finalize (object);
}

static void
c4_finder_class_init (C4FinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = c4_finder_finalize;

  /* Something else has been found. */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
}

static void
c4_finder_init (C4Finder *finder)
{
  finder->query = g_strdup ("");
}

C4Finder *
c4_finder_new (void)
{
  return g_object_new (C4_TYPE_FINDER, NULL);
}

/**
 * c4_finder_set_workspace:
 * @finder: a finder
 * @workspace: (nullable): whose models to look through from now on
 *
 * What was found in another workspace is forgotten.
 */
void
c4_finder_set_workspace (C4Finder *finder, C4Workspace *workspace)
{
  g_return_if_fail (C4_IS_FINDER (finder));

  if (finder->workspace == workspace)
    return;
  if (finder->cancellable != NULL)
    g_cancellable_cancel (finder->cancellable);
  g_clear_object (&finder->cancellable);
  g_clear_pointer (&finder->search, c4_search_unref);
  g_clear_pointer (&finder->view, c4_view_unref);
  g_clear_pointer (&finder->workspace, c4_workspace_unref);
  if (workspace != NULL)
    finder->workspace = c4_workspace_ref (workspace);
  clear_results (finder);
  g_signal_emit (finder, signals[SIGNAL_CHANGED], 0);
  look_again (finder);
}

/**
 * c4_finder_set_view:
 * @finder: a finder
 * @view: (nullable): the view that is shown
 */
void
c4_finder_set_view (C4Finder *finder, C4View *view)
{
  g_return_if_fail (C4_IS_FINDER (finder));

  if (finder->view == view)
    return;
  g_clear_pointer (&finder->view, c4_view_unref);
  if (view != NULL)
    finder->view = c4_view_ref (view);
  g_clear_pointer (&finder->found, c4_subset_unref);
  if (*finder->query != '\0')
    look_again (finder);
}

/**
 * c4_finder_set_query:
 * @finder: a finder
 * @query: what to look for; empty for nothing
 */
void
c4_finder_set_query (C4Finder *finder, const char *query)
{
  g_return_if_fail (C4_IS_FINDER (finder));
  g_return_if_fail (query != NULL);

  if (g_str_equal (finder->query, query))
    return;
  g_free (finder->query);
  finder->query = g_strdup (query);
  look_again (finder);
}

/**
 * c4_finder_get_busy:
 * @finder: a finder
 *
 * Returns: whether what was found is not yet what is looked for
 */
gboolean
c4_finder_get_busy (C4Finder *finder)
{
  g_return_val_if_fail (C4_IS_FINDER (finder), FALSE);

  return finder->cancellable != NULL;
}

/**
 * c4_finder_get_matches:
 * @finder: a finder
 *
 * Returns: (transfer none) (nullable) (element-type C4Match): what was found in the models, as
 *   c4_search_find() returns it; valid until "changed", and the same as before where only the view
 *   is another
 */
GPtrArray *
c4_finder_get_matches (C4Finder *finder)
{
  g_return_val_if_fail (C4_IS_FINDER (finder), NULL);

  return finder->matches;
}

/**
 * c4_finder_get_found:
 * @finder: a finder
 *
 * Returns: (transfer none) (nullable): what was found in the view that is shown; %NULL when nothing
 *   is looked for
 */
C4Subset *
c4_finder_get_found (C4Finder *finder)
{
  g_return_val_if_fail (C4_IS_FINDER (finder), NULL);

  return finder->found;
}
