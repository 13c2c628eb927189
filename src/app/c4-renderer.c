/* c4-renderer.c: view -> diagram -> layout -> scene, as a job that passes from the main thread to
 * workers and back.
 *
 * The first picture is the best that a short time allows; then all candidates are tried, and when
 * one is better it takes the first one's place. */

#include "c4-renderer.h"

/* Scenes kept: the views that one goes to and fro between. One of 30 boxes takes about 100 kB. */
#define MAX_PICTURES 24

/* A finished layout replaces the first one when its score is less than this share of it: for
 * less, boxes that are already looked at shouldn't jump. */
#define WORTH_REPLACING 0.95

/* What is kept of a view. */
typedef struct
{
  char *path;
  C4Layout *layout;
  C4Layout *previous; /* (nullable): what the reader knew before the model changed */
  C4Scene *scene;     /* NULL: its model, or what to draw of it, has changed since */
  gboolean fits;      /* the layout is of what would be drawn now */
  gboolean finished;  /* no better layout is to come */
} Picture;

struct _C4Renderer
{
  GObject parent_instance;

  C4LayoutService *service;
  C4Workspace *workspace;
  C4DiagramOptions options;
  GQueue pictures;          /* (element-type Picture) the last one used first */
  GCancellable *cancellable; /* of the present job; NULL: there is none */
  char *path;                /* of the present job */

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
  C4Workspace *workspace;
  C4DiagramOptions options;
  C4LayoutEffort effort;
  C4Layout *previous; /* (nullable): of the view before its model or the options changed */
  C4Diagram *diagram;
  C4Layout *layout;
} Job;

static void
picture_free (Picture *picture)
{
  g_free (picture->path);
  g_clear_pointer (&picture->layout, c4_layout_unref);
  g_clear_pointer (&picture->previous, c4_layout_unref);
  g_clear_pointer (&picture->scene, c4_scene_unref);
  g_free (picture);
}

static Job *
job_new (C4Renderer *renderer, const char *path)
{
  Job *job = g_new0 (Job, 1);

  job->renderer = g_object_ref (renderer);
  job->cancellable = g_object_ref (renderer->cancellable);
  job->path = g_strdup (path);
  job->workspace = c4_workspace_ref (renderer->workspace);
  job->options = renderer->options;
  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->renderer);
  g_object_unref (job->cancellable);
  g_free (job->path);
  c4_workspace_unref (job->workspace);
  g_clear_pointer (&job->previous, c4_layout_unref);
  g_clear_pointer (&job->diagram, c4_diagram_free);
  g_clear_pointer (&job->layout, c4_layout_unref);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static Picture *
find_picture (C4Renderer *renderer, const char *path)
{
  for (GList *link = renderer->pictures.head; link != NULL; link = link->next)
    {
      Picture *picture = link->data;

      if (!g_str_equal (picture->path, path))
        continue;
      g_queue_unlink (&renderer->pictures, link);
      g_queue_push_head_link (&renderer->pictures, link);
      return picture;
    }
  return NULL;
}

static Picture *
add_picture (C4Renderer *renderer, const char *path)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->path = g_strdup (path);
  g_queue_push_head (&renderer->pictures, picture);
  if (renderer->pictures.length > MAX_PICTURES)
    picture_free (g_queue_pop_tail (&renderer->pictures));
  return picture;
}

static void
clear_pictures (C4Renderer *renderer)
{
  g_queue_clear_full (&renderer->pictures, (GDestroyNotify) picture_free);
}

static void
end_job (C4Renderer *renderer)
{
  g_clear_object (&renderer->cancellable);
  g_clear_pointer (&renderer->path, g_free);
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
keeps_layout (const Picture *picture)
{
  return picture != NULL && picture->scene == NULL && picture->fits && picture->layout != NULL;
}

static void
lay_out (Job *job)
{
  Picture *picture = find_picture (job->renderer, job->path);
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
  Picture *picture = find_picture (job->renderer, job->path);

  if (picture == NULL)
    picture = add_picture (job->renderer, job->path);
  g_clear_pointer (&picture->layout, c4_layout_unref);
  g_clear_pointer (&picture->scene, c4_scene_unref);
  picture->layout = job->layout != NULL ? c4_layout_ref (job->layout) : NULL;
  picture->scene = scene;
  picture->fits = TRUE;
  picture->finished = job->effort == C4_LAYOUT_BEST;
}

/* Tries for something better, once the first picture is there. */
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
  lay_out (job);
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
  Picture *picture = find_picture (job->renderer, job->path);

  return picture == NULL || picture->scene == NULL
         || layout->score.total < picture->layout->score.total * WORTH_REPLACING;
}

/* The picture stays as it is, and no better one is to come. */
static void
settle (Job *job)
{
  Picture *picture = find_picture (job->renderer, job->path);

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
  g_autoptr (C4View) view = c4_outline_make_view (job->workspace, job->path, &error);
  C4Diagram *diagram;

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
  clear_pictures (renderer);
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
  g_queue_init (&renderer->pictures);
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

/* Forgets the pictures, but not how they were laid out: what is drawn anew stays recognisable, or
 * in its place where `layouts_fit`. */
static void
outdate_pictures (C4Renderer *renderer, gboolean layouts_fit)
{
  for (GList *link = renderer->pictures.head; link != NULL; link = link->next)
    {
      Picture *picture = link->data;

      if (!layouts_fit && picture->scene != NULL && picture->layout != NULL)
        {
          g_clear_pointer (&picture->previous, c4_layout_unref);
          picture->previous = c4_layout_ref (picture->layout);
        }
      g_clear_pointer (&picture->scene, c4_scene_unref);
      picture->fits = picture->fits && layouts_fit;
      picture->finished = picture->finished && layouts_fit;
    }
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
  outdate_pictures (renderer, FALSE);
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
  outdate_pictures (renderer, options->detail == renderer->options.detail
                                  && options->style == renderer->options.style);
  renderer->options = *options;
}

const C4DiagramOptions *
c4_renderer_get_options (C4Renderer *renderer)
{
  g_return_val_if_fail (C4_IS_RENDERER (renderer), NULL);

  return &renderer->options;
}

static void
start_job (C4Renderer *renderer, const char *path, C4LayoutEffort effort)
{
  const Picture *picture = find_picture (renderer, path);
  Job *job;

  renderer->cancellable = g_cancellable_new ();
  renderer->path = g_strdup (path);
  job = job_new (renderer, path);
  job->effort = effort;
  if (picture != NULL && picture->previous != NULL)
    job->previous = c4_layout_ref (picture->previous);
  run_in_worker (job, measure, on_measured);
}

/**
 * c4_renderer_render:
 * @renderer: a renderer with a workspace
 * @path: the path of a view
 *
 * "rendered" or "failed" will tell of it; at once when the picture is there already. What was asked
 * for before is given up.
 */
void
c4_renderer_render (C4Renderer *renderer, const char *path)
{
  Picture *picture;
  gboolean settled;

  g_return_if_fail (C4_IS_RENDERER (renderer));
  g_return_if_fail (renderer->workspace != NULL);

  if (g_strcmp0 (renderer->path, path) == 0)
    return;
  c4_renderer_cancel (renderer);
  picture = find_picture (renderer, path);
  if (picture == NULL || picture->scene == NULL)
    {
      start_job (renderer, path, C4_LAYOUT_QUICK);
      return;
    }
  settled = picture->finished;
  if (!settled)
    start_job (renderer, path, C4_LAYOUT_BEST);
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
 * c4_renderer_take_picture:
 * @renderer: a renderer
 * @path: of a view
 * @options: what the picture is to show
 *
 * Composes what was last rendered of @path once more, without a new layout, so that what is taken
 * away looks like what is on screen. Takes milliseconds.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL when @path hasn't been rendered
 */
C4Scene *
c4_renderer_take_picture (C4Renderer *renderer, const char *path, const C4DiagramOptions *options)
{
  Picture *picture = find_picture (renderer, path);
  g_autoptr (C4Diagram) diagram = NULL;

  if (picture == NULL || picture->scene == NULL)
    return NULL;
  g_mutex_lock (&renderer->measure_lock);
  diagram = c4_diagram_new (picture->scene->view, options, renderer->measure);
  g_mutex_unlock (&renderer->measure_lock);
  return c4_diagram_compose (diagram, c4_diagram_get_graph (diagram) != NULL ? picture->layout
                                                                            : NULL);
}
