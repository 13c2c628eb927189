/* c4-renderer.c: view -> diagram -> layout -> scene, as a job that passes from the main thread to
 * workers and back.
 *
 * The first picture is the best that a short time allows; then all candidates are tried, and when
 * one is better it takes the first one's place. */

#include "c4-renderer.h"

#include "c4-album.h"

/* A finished layout replaces the first one when its score is less than this share of it: for
 * less, boxes that are already looked at shouldn't jump. */
#define WORTH_REPLACING 0.95

struct _C4Renderer
{
  GObject parent_instance;

  C4LayoutService *service;
  C4Workspace *workspace;
  C4DiagramOptions options;
  C4Album *album;
  GCancellable *cancellable; /* of the present job; NULL: there is none */
  char *path;                /* of the present job */
  C4Lens *lens;              /* of the same */

  GMutex measure_lock;
  C4TextMeasure *measure; /* under the lock */
};

G_DEFINE_FINAL_TYPE (C4Renderer, c4_renderer, G_TYPE_OBJECT)

enum
{
  SIGNAL_RENDERED,
  SIGNAL_FAILED,
  SIGNAL_SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The making of one picture. It has all that a worker needs, so that nothing is shared. */
typedef struct
{
  C4Renderer *renderer;
  GCancellable *cancellable;
  char *path;
  C4Lens *lens;
  C4Workspace *workspace;
  C4DiagramOptions options;
  C4LayoutEffort effort;
  C4Layout *previous; /* (nullable): of the view before its model or the options changed */
  C4View *whole;
  C4Diagram *diagram;
  C4Layout *layout;
} Job;

static C4Lens *
copy_lens (C4Lens *lens)
{
  return lens != NULL ? c4_lens_ref (lens) : NULL;
}

static Job *
job_new (C4Renderer *renderer)
{
  Job *job = g_new0 (Job, 1);

  job->renderer = g_object_ref (renderer);
  job->cancellable = g_object_ref (renderer->cancellable);
  job->path = g_strdup (renderer->path);
  job->lens = copy_lens (renderer->lens);
  job->workspace = c4_workspace_ref (renderer->workspace);
  job->options = renderer->options;
  return job;
}

static void
free_diagram (GTask *task, gpointer source, gpointer diagram, GCancellable *cancellable)
{
  c4_diagram_free (diagram);
}

/* Of thousands of boxes it consists of so many texts that a frame would be late. */
static void
free_diagram_in_worker (C4Diagram *diagram)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, diagram, NULL);
  g_task_run_in_thread (task, free_diagram);
}

static void
job_free (Job *job)
{
  g_object_unref (job->renderer);
  g_object_unref (job->cancellable);
  g_free (job->path);
  g_clear_pointer (&job->lens, c4_lens_unref);
  c4_workspace_unref (job->workspace);
  g_clear_pointer (&job->previous, c4_layout_unref);
  g_clear_pointer (&job->whole, c4_view_unref);
  g_clear_pointer (&job->diagram, free_diagram_in_worker);
  g_clear_pointer (&job->layout, c4_layout_unref);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static C4AlbumPicture *
find_job_picture (const Job *job)
{
  return c4_album_find (job->renderer->album, job->path, job->lens);
}

static void
end_job (C4Renderer *renderer)
{
  g_clear_object (&renderer->cancellable);
  g_clear_pointer (&renderer->path, g_free);
  g_clear_pointer (&renderer->lens, c4_lens_unref);
}

static void
fail (Job *job, GError *error)
{
  if (g_cancellable_is_cancelled (job->cancellable))
    return;
  end_job (job->renderer);
  g_signal_emit (job->renderer, signals[SIGNAL_FAILED], 0, job->path, error);
}

static void compose (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable);
static void on_composed (GObject *source, GAsyncResult *result, gpointer user_data);
static void on_laid_out (GObject *source, GAsyncResult *result, gpointer user_data);

static void
run_in_worker (Job *job, GTaskThreadFunc work, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (job->renderer, job->cancellable, callback, job);

  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, work);
}

/* Whether the boxes are in their places already, and only what stands around them is drawn anew. */
static gboolean
keeps_layout (const C4AlbumPicture *picture)
{
  return picture != NULL && picture->scene == NULL && picture->fits && picture->layout != NULL;
}

static void
lay_out (Job *job)
{
  C4AlbumPicture *picture = find_job_picture (job);
  const C4LayoutGraph *graph = c4_diagram_get_graph (job->diagram);

  if (graph == NULL || keeps_layout (picture))
    {
      if (graph == NULL || picture->finished)
        job->effort = C4_LAYOUT_BEST;
      if (graph != NULL)
        job->layout = c4_layout_ref (picture->layout);
      run_in_worker (job, compose, on_composed);
      return;
    }
  c4_layout_service_run_async (job->renderer->service, graph, job->previous, job->effort,
                               job->cancellable, on_laid_out, job);
}

static void
store (Job *job, C4Scene *scene)
{
  C4AlbumPicture *picture = find_job_picture (job);

  if (picture == NULL)
    {
      picture = c4_album_add (job->renderer->album, job->path, job->lens);
      picture->previous = job->previous != NULL ? c4_layout_ref (job->previous) : NULL;
    }
  g_clear_pointer (&picture->layout, c4_layout_unref);
  g_clear_pointer (&picture->scene, c4_scene_unref);
  picture->layout = job->layout != NULL ? c4_layout_ref (job->layout) : NULL;
  g_clear_pointer (&picture->whole, c4_view_unref);
  picture->whole = c4_view_ref (job->whole);
  picture->scene = scene;
  picture->fits = TRUE;
  picture->finished = job->effort == C4_LAYOUT_BEST;
}

static gboolean
on_leisure (gpointer user_data)
{
  g_autoptr (Job) job = user_data;

  if (!g_cancellable_is_cancelled (job->cancellable))
    lay_out (g_steal_pointer (&job));
  return G_SOURCE_REMOVE;
}

/* Tries for something better, once the first picture is there, and was painted. */
static void
go_on (Job *job)
{
  if (job->effort == C4_LAYOUT_BEST)
    {
      end_job (job->renderer);
      g_signal_emit (job->renderer, signals[SIGNAL_SETTLED], 0, job->path);
      job_free (job);
      return;
    }
  job->effort = C4_LAYOUT_BEST;
  g_idle_add_full (G_PRIORITY_LOW, on_leisure, job, NULL);
}

static void
on_composed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  C4Scene *scene = g_task_propagate_pointer (G_TASK (result), &error);

  if (scene == NULL)
    {
      fail (job, error);
      return;
    }
  store (job, scene);
  g_signal_emit (job->renderer, signals[SIGNAL_RENDERED], 0, job->path, scene);
  if (!g_cancellable_is_cancelled (job->cancellable))
    go_on (g_steal_pointer (&job));
}

static void
compose (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  g_task_return_pointer (task, c4_diagram_compose (job->diagram, job->layout),
                         (GDestroyNotify) c4_scene_unref);
}

static gboolean
is_worth_showing (Job *job, const C4Layout *layout)
{
  C4AlbumPicture *picture = find_job_picture (job);

  return picture == NULL || picture->scene == NULL
         || layout->score.total < picture->layout->score.total * WORTH_REPLACING;
}

/* The picture stays as it is, and no better one is to come. */
static void
settle (Job *job)
{
  C4AlbumPicture *picture = find_job_picture (job);

  if (picture != NULL)
    picture->finished = TRUE;
  end_job (job->renderer);
  g_signal_emit (job->renderer, signals[SIGNAL_SETTLED], 0, job->path);
}

static void
on_laid_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (C4Layout) layout
      = c4_layout_service_run_finish (C4_LAYOUT_SERVICE (source), result, &error);

  if (layout == NULL)
    {
      fail (job, error);
      return;
    }
  if (g_cancellable_is_cancelled (job->cancellable))
    return;
  if (!is_worth_showing (job, layout))
    {
      settle (job);
      return;
    }
  g_clear_pointer (&job->layout, c4_layout_unref);
  job->layout = g_steal_pointer (&layout);
  run_in_worker (g_steal_pointer (&job), compose, on_composed);
}

static void
on_measured (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  job->diagram = g_task_propagate_pointer (G_TASK (result), &error);
  if (job->diagram != NULL)
    lay_out (g_steal_pointer (&job));
  else
    fail (job, error);
}

static void
measure (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  C4Renderer *renderer = job->renderer;
  g_autoptr (GError) error = NULL;
  g_autoptr (C4View) view = NULL;
  C4Diagram *diagram;

  job->whole = c4_outline_make_view (job->workspace, job->path, &error);
  if (job->whole != NULL)
    view = c4_lens_apply (job->lens, job->whole, &error);
  if (view == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_mutex_lock (&renderer->measure_lock);
  if (renderer->measure == NULL)
    renderer->measure = c4_text_measure_new ();
  diagram = c4_diagram_new (view, &job->options, renderer->measure);
  g_mutex_unlock (&renderer->measure_lock);
  g_task_return_pointer (task, diagram, (GDestroyNotify) c4_diagram_free);
}

static void
c4_renderer_finalize (GObject *object)
{
  C4Renderer *renderer = C4_RENDERER (object);

  g_clear_object (&renderer->cancellable);
  g_free (renderer->path);
  g_clear_pointer (&renderer->lens, c4_lens_unref);
  c4_album_free (renderer->album);
  g_clear_pointer (&renderer->workspace, c4_workspace_unref);
  g_clear_object (&renderer->service);
  g_clear_pointer (&renderer->measure, c4_text_measure_free);
  g_mutex_clear (&renderer->measure_lock);

  G_OBJECT_CLASS (c4_renderer_parent_class)->finalize (object);
}

static void
c4_renderer_class_init (C4RendererClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = c4_renderer_finalize;

  /* The path of a view, and its C4Scene. A better one may follow. */
  signals[SIGNAL_RENDERED]
      = g_signal_new ("rendered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);

  /* The path of a view, and the GError that says why it can't be drawn. */
  signals[SIGNAL_FAILED]
      = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);

  /* The path of a view: what was rendered of it last is the best there will be. */
  signals[SIGNAL_SETTLED]
      = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
c4_renderer_init (C4Renderer *renderer)
{
  g_mutex_init (&renderer->measure_lock);
  renderer->album = c4_album_new ();
  renderer->options = (C4DiagramOptions){ .detail = C4_DETAIL_FULL, .legend = TRUE, .marks = TRUE };
}

/**
 * c4_renderer_new:
 * @service: what lays graphs out
 *
 * Returns: (transfer full): a renderer without a workspace
 */
C4Renderer *
c4_renderer_new (C4LayoutService *service)
{
  C4Renderer *renderer = g_object_new (C4_TYPE_RENDERER, NULL);

  renderer->service = g_object_ref (service);
  return renderer;
}

/**
 * c4_renderer_set_workspace:
 * @renderer: a renderer
 * @workspace: (nullable): whose views to render from now on
 */
void
c4_renderer_set_workspace (C4Renderer *renderer, C4Workspace *workspace)
{
  g_return_if_fail (C4_IS_RENDERER (renderer));

  c4_renderer_cancel (renderer);
  c4_album_outdate (renderer->album, C4_ALBUM_OF_FORMER_MODEL);
  g_clear_pointer (&renderer->workspace, c4_workspace_unref);
  if (workspace != NULL)
    renderer->workspace = c4_workspace_ref (workspace);
}

/**
 * c4_renderer_get_workspace:
 * @renderer: a renderer
 *
 * Returns: (transfer none) (nullable): whose views it renders
 */
C4Workspace *
c4_renderer_get_workspace (C4Renderer *renderer)
{
  g_return_val_if_fail (C4_IS_RENDERER (renderer), NULL);

  return renderer->workspace;
}

static gboolean
have_the_same_boxes (const C4DiagramOptions *a, const C4DiagramOptions *b)
{
  return a->detail == b->detail && a->style == b->style && a->marks == b->marks;
}

/**
 * c4_renderer_set_options:
 * @renderer: a renderer
 * @options: what to draw from now on
 */
void
c4_renderer_set_options (C4Renderer *renderer, const C4DiagramOptions *options)
{
  g_return_if_fail (C4_IS_RENDERER (renderer));

  c4_renderer_cancel (renderer);
  c4_album_outdate (renderer->album, have_the_same_boxes (options, &renderer->options)
                                         ? C4_ALBUM_OF_FORMER_PAGE
                                         : C4_ALBUM_OF_FORMER_DETAIL);
  renderer->options = *options;
}

const C4DiagramOptions *
c4_renderer_get_options (C4Renderer *renderer)
{
  g_return_val_if_fail (C4_IS_RENDERER (renderer), NULL);

  return &renderer->options;
}

/* Returns: (transfer full) (nullable): how the reader knows the view: as it was before its model or
 * the options changed, or as it is seen through another lens. */
static C4Layout *
find_previous (C4Renderer *renderer, const char *path, const C4Lens *lens)
{
  const C4AlbumPicture *picture = c4_album_find (renderer->album, path, lens);
  C4Layout *previous = NULL;

  if (picture != NULL)
    previous = picture->previous;
  else if ((picture = c4_album_find_any (renderer->album, path)) != NULL)
    previous = picture->layout;
  return previous != NULL ? c4_layout_ref (previous) : NULL;
}

static void
start_job (C4Renderer *renderer, const char *path, C4Lens *lens, C4LayoutEffort effort)
{
  Job *job;

  renderer->cancellable = g_cancellable_new ();
  renderer->path = g_strdup (path);
  renderer->lens = copy_lens (lens);
  job = job_new (renderer);
  job->effort = effort;
  job->previous = find_previous (renderer, path, lens);
  run_in_worker (job, measure, on_measured);
}

/**
 * c4_renderer_render:
 * @renderer: a renderer with a workspace
 * @path: the path of a view
 * @lens: (nullable): what it is looked at through
 *
 * "rendered" or "failed" will tell of it; at once when the picture is there already. What was asked
 * for before is given up.
 */
void
c4_renderer_render (C4Renderer *renderer, const char *path, C4Lens *lens)
{
  C4AlbumPicture *picture;
  gboolean settled;

  g_return_if_fail (C4_IS_RENDERER (renderer));
  g_return_if_fail (renderer->workspace != NULL);

  if (g_strcmp0 (renderer->path, path) == 0 && c4_lens_leaves_the_same (renderer->lens, lens))
    return;
  c4_renderer_cancel (renderer);
  picture = c4_album_find (renderer->album, path, lens);
  if (picture == NULL || picture->scene == NULL)
    {
      start_job (renderer, path, lens, C4_LAYOUT_QUICK);
      return;
    }
  settled = picture->finished;
  if (!settled)
    start_job (renderer, path, lens, C4_LAYOUT_BEST);
  g_signal_emit (renderer, signals[SIGNAL_RENDERED], 0, path, picture->scene);
  if (settled)
    g_signal_emit (renderer, signals[SIGNAL_SETTLED], 0, path);
}

/**
 * c4_renderer_cancel:
 * @renderer: a renderer
 *
 * Gives up what is being made; nothing will be told of it.
 */
void
c4_renderer_cancel (C4Renderer *renderer)
{
  g_return_if_fail (C4_IS_RENDERER (renderer));

  if (renderer->cancellable == NULL)
    return;
  g_cancellable_cancel (renderer->cancellable);
  end_job (renderer);
}

/**
 * c4_renderer_is_busy:
 * @renderer: a renderer
 *
 * Returns: whether a picture, or a better one, may still come
 */
gboolean
c4_renderer_is_busy (C4Renderer *renderer)
{
  g_return_val_if_fail (C4_IS_RENDERER (renderer), FALSE);

  return renderer->cancellable != NULL;
}

/**
 * c4_renderer_get_whole_view:
 * @renderer: a renderer
 * @path: of a view
 *
 * Returns: (transfer none) (nullable): the view with all that lenses leave out; %NULL when it
 *   hasn't been rendered
 */
C4View *
c4_renderer_get_whole_view (C4Renderer *renderer, const char *path)
{
  const C4AlbumPicture *picture;

  g_return_val_if_fail (C4_IS_RENDERER (renderer), NULL);

  picture = c4_album_find_any (renderer->album, path);
  return picture != NULL ? picture->whole : NULL;
}

/**
 * c4_renderer_take_picture:
 * @renderer: a renderer
 * @path: of a view
 * @lens: (nullable): what it is looked at through
 * @options: what the picture is to show
 *
 * Composes what was last rendered of @path once more, without a new layout, so that what is taken
 * away looks like what is on screen. Takes milliseconds.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL when @path hasn't been rendered
 */
C4Scene *
c4_renderer_take_picture (C4Renderer *renderer, const char *path, C4Lens *lens,
                          const C4DiagramOptions *options)
{
  C4AlbumPicture *picture = c4_album_find (renderer->album, path, lens);
  g_autoptr (C4Diagram) diagram = NULL;

  if (picture == NULL || picture->scene == NULL)
    return NULL;
  g_mutex_lock (&renderer->measure_lock);
  diagram = c4_diagram_new (picture->scene->view, options, renderer->measure);
  g_mutex_unlock (&renderer->measure_lock);
  return c4_diagram_compose (diagram, c4_diagram_get_graph (diagram) != NULL ? picture->layout
                                                                            : NULL);
}
