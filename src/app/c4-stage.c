/* c4-stage.c: lays a page out and leads the camera. */

#include "c4-stage.h"

#include "c4-caption.h"
#include "c4-staging.h"
#include "c4-step-mark.h"
#include "c4-steps.h"
#include "c4-style.h"

#include <math.h>

/* What the caption takes of the height. */
#define CAPTION_SHARE (150.0 / 1080)

/* Letters this small are the least that the back of a room reads, on a screen of this height. */
#define LEAST_TEXT (18.0 / 1080)

/* What one press of a key makes things larger, and how much larger than readable they get. */
#define MAGNIFY_STEP 1.4
#define MAGNIFY_MAX 4.0

struct _C4Stage
{
  GtkWidget parent_instance;

  C4Canvas *canvas;
  C4StepMark *mark;
  C4Caption *caption;
  guint step;     /* from 1; 0: the whole */
  char **focus;   /* ids of what alone is at full strength; empty: all is */
  gboolean moving;
  double magnified; /* the scale; 0: nothing is */
  C4Point pointed;  /* where the pointer is, as shares of the picture */
};

G_DEFINE_FINAL_TYPE (C4Stage, c4_stage, GTK_TYPE_WIDGET)

static const C4View *
get_view (C4Stage *stage)
{
  return c4_canvas_get_scene (stage->canvas)->view;
}

static C4Emphasis
no_emphasis (C4Owner owner, gpointer unused)
{
  return C4_EMPHASIS_NONE;
}

static C4Emphasis
step_emphasis (C4Owner owner, gpointer user_data)
{
  C4Stage *stage = user_data;
  C4StepEmphasis emphasis = { get_view (stage), stage->step, (const char *const *) stage->focus };

  return c4_step_emphasis (owner, &emphasis);
}

static void
update_emphasis (C4Stage *stage)
{
  gboolean plain = stage->step == 0 && stage->focus[0] == NULL;

  c4_canvas_set_emphasis (stage->canvas, plain ? no_emphasis : step_emphasis, stage);
}

/* The boxes in focus; without any, all of the scene. */
static C4Rect
find_area (C4Stage *stage, const C4Scene *scene)
{
  C4Rect area = { 0, 0, scene->width, scene->height };
  gboolean found = FALSE;

  for (guint i = 0; i < scene->view->nodes->len; i++)
    {
      const C4ViewNode *node = scene->view->nodes->pdata[i];

      if (!g_strv_contains ((const char *const *) stage->focus, node->id))
        continue;
      area = found ? c4_rect_union (area, scene->nodes[i]) : scene->nodes[i];
      found = TRUE;
    }
  return area;
}

static C4Size
get_viewport (C4Stage *stage)
{
  double height = gtk_widget_get_height (GTK_WIDGET (stage));

  return (C4Size){ gtk_widget_get_width (GTK_WIDGET (stage)),
                   height - round (height * CAPTION_SHARE) };
}

static double
get_least_text (C4Stage *stage)
{
  return LEAST_TEXT * gtk_widget_get_height (GTK_WIDGET (stage));
}

static C4Camera
find_whole_camera (C4Stage *stage, const C4Scene *scene)
{
  return c4_staging_whole ((C4Rect){ 0, 0, scene->width, scene->height }, get_viewport (stage),
                           get_least_text (stage));
}

/* Where to look at the page from, coming from `present`. */
static C4Camera
find_camera (C4Stage *stage, const C4Scene *scene, C4Camera present)
{
  if (stage->magnified > 0)
    return c4_staging_magnified (find_whole_camera (stage, scene), get_viewport (stage),
                                 stage->magnified, stage->pointed);
  if (stage->step > 0)
    return c4_staging_step (scene, stage->step, get_viewport (stage), get_least_text (stage),
                            present);
  return c4_staging_whole (find_area (stage, scene), get_viewport (stage),
                           get_least_text (stage));
}

/* One comes to a new picture as if all of it had been seen before. */
static C4Camera
find_first_camera (C4Stage *stage, const C4Scene *scene)
{
  return find_camera (stage, scene, find_whole_camera (stage, scene));
}

static void
c4_stage_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                  int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 960 : 540;
  *minimum_baseline = *natural_baseline = -1;
}

static void
c4_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  C4Stage *stage = C4_STAGE (widget);
  int strip = (int) round (height * CAPTION_SHARE);
  GtkAllocation picture = { 0, 0, width, height - strip };
  GtkAllocation words = { 0, height - strip, width, strip };
  C4Scene *scene = c4_canvas_get_scene (stage->canvas);

  gtk_widget_size_allocate (GTK_WIDGET (stage->canvas), &picture, -1);
  gtk_widget_size_allocate (GTK_WIDGET (stage->mark), &picture, -1);
  gtk_widget_size_allocate (GTK_WIDGET (stage->caption), &words, -1);
  if (scene != NULL && height > strip)
    c4_canvas_look_from (stage->canvas,
                         find_camera (stage, scene, c4_canvas_get_camera (stage->canvas)), FALSE);
}

static void
update_theme (C4Stage *stage)
{
  const C4Theme *theme = c4_style_get_theme ();

  c4_canvas_set_theme (stage->canvas, theme);
  c4_step_mark_set_theme (stage->mark, theme);
  c4_caption_set_theme (stage->caption, theme);
}

static void
c4_stage_dispose (GObject *object)
{
  C4Stage *stage = C4_STAGE (object);
  GtkWidget *child;

  /* The mark goes before the canvas that it lies over. */
  while ((child = gtk_widget_get_last_child (GTK_WIDGET (stage))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&stage->focus, g_strfreev);

  G_OBJECT_CLASS (c4_stage_parent_class)->dispose (object);
}

static void
c4_stage_class_init (C4StageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = c4_stage_dispose;
  widget_class->measure = c4_stage_measure;
  widget_class->size_allocate = c4_stage_size_allocate;
}

static void
c4_stage_init (C4Stage *stage)
{
  stage->focus = g_new0 (char *, 1);
  stage->moving = TRUE;
  stage->pointed = (C4Point){ 0.5, 0.5 };
  stage->canvas = c4_canvas_new ();
  stage->mark = c4_step_mark_new (stage->canvas);
  stage->caption = c4_caption_new ();
  gtk_widget_set_parent (GTK_WIDGET (stage->canvas), GTK_WIDGET (stage));
  gtk_widget_set_parent (GTK_WIDGET (stage->mark), GTK_WIDGET (stage));
  gtk_widget_set_parent (GTK_WIDGET (stage->caption), GTK_WIDGET (stage));
  /* What is presented isn't worked with: every click means "on". */
  gtk_widget_set_can_target (GTK_WIDGET (stage->canvas), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (stage->canvas), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (stage), GTK_OVERFLOW_HIDDEN);
  c4_style_follow (G_CALLBACK (update_theme), G_OBJECT (stage));
  update_theme (stage);
}

C4Stage *
c4_stage_new (void)
{
  return g_object_new (C4_TYPE_STAGE, NULL);
}

void
c4_stage_set_moving (C4Stage *stage, gboolean moving)
{
  g_return_if_fail (C4_IS_STAGE (stage));

  stage->moving = moving;
}

/* Without a size yet, the camera comes with it. */
static void
show_picture (C4Stage *stage, C4Scene *scene, gboolean is_sized)
{
  C4Camera camera;

  if (c4_canvas_get_scene (stage->canvas) != scene)
    {
      camera = find_first_camera (stage, scene);
      c4_canvas_show_scene (stage->canvas, scene, is_sized ? &camera : NULL);
      return;
    }
  camera = find_camera (stage, scene, c4_canvas_get_camera (stage->canvas));
  if (is_sized && !c4_camera_equal (camera, c4_canvas_get_camera (stage->canvas)))
    c4_canvas_look_from (stage->canvas, camera, stage->moving);
}

/**
 * c4_stage_show_page:
 * @stage: a stage
 * @scene: the picture
 * @step: the step of it that is told, from 1; 0: the whole
 * @focus: ids of the elements that the slide is about; empty: all
 *
 * A page with the same picture leaves it where it is, as far as the room can read it there.
 */
void
c4_stage_show_page (C4Stage *stage, C4Scene *scene, guint step, const char *const *focus)
{
  g_return_if_fail (C4_IS_STAGE (stage));
  g_return_if_fail (scene != NULL);
  g_return_if_fail (step == 0 || step <= c4_steps_count (scene->view));

  stage->step = step;
  g_strfreev (stage->focus);
  stage->focus = g_strdupv ((char **) focus);
  show_picture (stage, scene, gtk_widget_get_height (GTK_WIDGET (stage)) > 0);
  update_emphasis (stage);
  c4_step_mark_set_step (stage->mark, stage->moving ? step : 0);
}

static void
look (C4Stage *stage, gboolean animated)
{
  C4Scene *scene = c4_canvas_get_scene (stage->canvas);

  if (scene != NULL)
    c4_canvas_look_from (stage->canvas,
                         find_camera (stage, scene, c4_canvas_get_camera (stage->canvas)),
                         animated);
}

/**
 * c4_stage_magnify:
 * @stage: a stage
 * @nearer: or else farther, at most back to where one looked from
 *
 * Goes near enough to read first, then nearer still. What is under the pointer stays there.
 */
void
c4_stage_magnify (C4Stage *stage, gboolean nearer)
{
  C4Scene *scene;
  double whole, readable, now;

  g_return_if_fail (C4_IS_STAGE (stage));

  scene = c4_canvas_get_scene (stage->canvas);
  if (scene == NULL || gtk_widget_get_height (GTK_WIDGET (stage)) <= 0)
    return;
  whole = find_whole_camera (stage, scene).scale;
  readable = c4_staging_readable_scale (get_least_text (stage));
  now = stage->magnified > 0 ? stage->magnified : whole;
  if (nearer)
    stage->magnified = MIN (MAX (now * MAGNIFY_STEP, readable), MAX (MAGNIFY_MAX * readable, now));
  else
    stage->magnified = now / MAGNIFY_STEP > whole ? now / MAGNIFY_STEP : 0;
  look (stage, stage->moving);
}

void
c4_stage_stop_magnifying (C4Stage *stage)
{
  g_return_if_fail (C4_IS_STAGE (stage));

  stage->magnified = 0;
}

/**
 * c4_stage_set_pointer:
 * @stage: a stage
 * @x: where the pointer is, in pixels
 * @y: the same
 *
 * While something is magnified, the pointer moves over all of the picture.
 */
void
c4_stage_set_pointer (C4Stage *stage, double x, double y)
{
  C4Size viewport;

  g_return_if_fail (C4_IS_STAGE (stage));

  viewport = get_viewport (stage);
  if (viewport.width <= 0 || viewport.height <= 0)
    return;
  stage->pointed = (C4Point){ CLAMP (x / viewport.width, 0, 1), CLAMP (y / viewport.height, 0, 1) };
  if (stage->magnified > 0)
    look (stage, FALSE);
}

/**
 * c4_stage_set_text:
 * @stage: a stage
 * @text: (transfer full) (nullable): the words under the picture
 */
void
c4_stage_set_text (C4Stage *stage, C4PageText *text)
{
  g_return_if_fail (C4_IS_STAGE (stage));

  c4_caption_set_text (stage->caption, text);
}

C4Canvas *
c4_stage_get_canvas (C4Stage *stage)
{
  g_return_val_if_fail (C4_IS_STAGE (stage), NULL);

  return stage->canvas;
}

guint
c4_stage_get_step (C4Stage *stage)
{
  g_return_val_if_fail (C4_IS_STAGE (stage), 0);

  return stage->step;
}
