/* c4-staging.c: a camera that moves as seldom as it can. */

#include "c4-staging.h"

#include "c4-steps.h"

/* Room around what must be seen, as a share of the viewport's height. */
#define MARGIN 0.035

/* A whole diagram's smallest letters are never larger than this, in units of the least that can
 * be read: beyond it, what is large looks crude. */
#define MOST_TEXT 2.0

/* So much nearer than needed, so that the next step needn't move for a trifle. */
#define RESERVE 1.02

static double
margin_of (C4Size viewport)
{
  return MARGIN * viewport.height;
}

static double
scale_that_fits (C4Rect area, C4Size viewport)
{
  double margin = margin_of (viewport);
  double width = MAX (viewport.width - 2 * margin, 1);
  double height = MAX (viewport.height - 2 * margin, 1);

  return MIN (width / MAX (area.width, 1), height / MAX (area.height, 1));
}

static double
label_size (void)
{
  return c4_text_style_font (C4_TEXT_LABEL)->size;
}

/**
 * c4_staging_whole:
 * @area: what to show
 * @viewport: what is looked through, in pixels
 * @least_text: the least size of letters that can be read, in pixels
 *
 * Returns: the camera that shows all of @area
 */
C4Camera
c4_staging_whole (C4Rect area, C4Size viewport, double least_text)
{
  double most = MOST_TEXT * least_text / label_size ();

  return (C4Camera){ c4_rect_center (area), MIN (scale_that_fits (area, viewport), most) };
}

/**
 * c4_staging_readable_scale:
 * @least_text: the least size of letters that can be read, in pixels
 *
 * Returns: the scale at which a diagram's smallest letters are a little larger than that
 */
double
c4_staging_readable_scale (double least_text)
{
  return RESERVE * least_text / label_size ();
}

/**
 * c4_staging_magnified:
 * @whole: a camera that shows all of a picture
 * @viewport: what is looked through, in pixels
 * @scale: a larger scale than that of @whole
 * @pointed: where the pointer is, as shares of the viewport from its top left corner
 *
 * Returns: the camera with that scale that shows under the pointer what @whole shows there, so that
 *   all corners can be reached with it
 */
C4Camera
c4_staging_magnified (C4Camera whole, C4Size viewport, double scale, C4Point pointed)
{
  double left = 1 / whole.scale - 1 / scale;

  return (C4Camera){ { whole.center.x + (pointed.x - 0.5) * viewport.width * left,
                       whole.center.y + (pointed.y - 0.5) * viewport.height * left },
                     scale };
}

static const C4ViewEdge *
get_edge (const C4Scene *scene, guint edge)
{
  return scene->view->edges->pdata[edge];
}

static gboolean
belongs_to_step (const C4Scene *scene, const C4Primitive *primitive, guint step)
{
  if (primitive->owner.type == C4_OWNER_FRAME)
    return primitive->owner.index == step;
  return primitive->owner.type == C4_OWNER_EDGE
         && get_edge (scene, primitive->owner.index)->step == step;
}

static gboolean
is_sequence (const C4Scene *scene)
{
  for (guint i = 0; i < scene->n_primitives; i++)
    if (scene->primitives[i].owner.type == C4_OWNER_LIFELINE)
      return TRUE;
  return FALSE;
}

/**
 * c4_staging_step_area:
 * @scene: a scenario's picture
 * @step: from 1
 *
 * Returns: what a step is about: its lines, their labels and their ends; in a sequence, where the
 *   ends may be far above, without these
 */
C4Rect
c4_staging_step_area (const C4Scene *scene, guint step)
{
  C4Rect area = { 0, 0, 0, 0 };
  guint n;
  guint first = c4_steps_first_edge (scene->view, step, &n);

  for (guint i = 0; i < scene->n_primitives; i++)
    if (belongs_to_step (scene, &scene->primitives[i], step))
      area = c4_rect_union (area, scene->primitives[i].bounds);
  if (area.width > 0 && is_sequence (scene))
    return area;
  for (guint i = first; i < first + n; i++)
    {
      area = c4_rect_union (area, scene->nodes[get_edge (scene, i)->source]);
      area = c4_rect_union (area, scene->nodes[get_edge (scene, i)->target]);
    }
  return area;
}

const C4Primitive *
c4_staging_find_line (const C4Scene *scene, guint edge)
{
  for (guint i = 0; i < scene->n_primitives; i++)
    if (scene->primitives[i].type == C4_PRIMITIVE_LINE
        && scene->primitives[i].owner.type == C4_OWNER_EDGE
        && scene->primitives[i].owner.index == edge)
      return &scene->primitives[i];
  return NULL;
}

/* The smallest letters of the step's lines and their ends' names, in points. */
static double
find_smallest_text (const C4Scene *scene, guint step)
{
  double smallest = c4_text_style_font (C4_TEXT_NAME)->size;

  for (guint i = 0; i < scene->n_primitives; i++)
    if (scene->primitives[i].type == C4_PRIMITIVE_TEXT
        && belongs_to_step (scene, &scene->primitives[i], step))
      smallest = MIN (smallest, c4_text_style_font (scene->primitives[i].text.style)->size);
  return smallest;
}

static gboolean
sees (C4Camera camera, C4Size viewport, C4Rect area)
{
  C4Rect seen = c4_camera_rect_to_screen (camera, viewport, area);
  /* A hair's breadth, so that what was fitted exactly is seen. */
  double slack = 0.5;

  return seen.x >= -slack && seen.y >= -slack && c4_rect_right (seen) <= viewport.width + slack
         && c4_rect_bottom (seen) <= viewport.height + slack;
}

/* Shifts the middle so that nothing is shown beside the scene that needn't be. */
static double
keep_inside (double center, double half, double length)
{
  if (2 * half >= length)
    return length / 2;
  return CLAMP (center, half, length - half);
}

static C4Camera
look_at (const C4Scene *scene, C4Rect area, C4Size viewport, double scale)
{
  double margin = margin_of (viewport) / scale;
  C4Point center = c4_rect_center (area);
  double half_width = viewport.width / scale / 2;
  double half_height = viewport.height / scale / 2;

  center.x = keep_inside (center.x + margin, half_width, scene->width + 2 * margin) - margin;
  center.y = keep_inside (center.y + margin, half_height, scene->height + 2 * margin) - margin;
  return (C4Camera){ center, scale };
}

/**
 * c4_staging_step:
 * @scene: a scenario's picture
 * @step: from 1
 * @viewport: what is looked through, in pixels
 * @least_text: the least size of letters that can be read, in pixels
 * @present: where one looks from now
 *
 * Returns: @present when the step can be read from there, else the whole picture when it can be
 *   read there, else a place nearer to it
 */
C4Camera
c4_staging_step (const C4Scene *scene, guint step, C4Size viewport, double least_text,
                 C4Camera present)
{
  C4Rect all = { 0, 0, scene->width, scene->height };
  C4Rect area = c4_staging_step_area (scene, step);
  C4Camera whole = c4_staging_whole (all, viewport, least_text);
  double needed = least_text / find_smallest_text (scene, step);
  double largest = scale_that_fits (area, viewport);

  /* A line across the whole picture can't be both seen and read: then it is seen. */
  needed = MAX (MIN (needed, largest), whole.scale);
  if (present.scale >= needed / RESERVE && sees (present, viewport, area))
    return present;
  if (whole.scale >= needed)
    return whole;
  return look_at (scene, area, viewport, MIN (needed * RESERVE, largest));
}
