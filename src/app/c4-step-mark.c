/* c4-step-mark.c: the marks of a step: one on each of its lines. */

#include "c4-step-mark.h"

#include "c4-curve.h"
#include "c4-staging.h"
#include "c4-step-motion.h"
#include "c4-steps.h"

#include <adwaita.h>
#include <math.h>

/* In points, as what they go with. */
#define MARK_RADIUS 7.0
#define MARK_RIM 2.0

/* How opaque the mark is over the words on its line: they are read through it. */
#define MARK_OVER_WORDS 0.35

#define RING_DISTANCE 5.0
#define RING_WIDTH 2.5
#define RING_DASH 7.0
#define SIGN_HEIGHT 16.0
#define SIGN_DOT 2.0

/* How fast the ring's dashes and the sign's dots go round, in milliseconds. */
#define RING_PERIOD 900.0
#define DOTS_PERIOD 1200.0

struct _C4StepMark
{
  GtkWidget parent_instance;

  C4Canvas *canvas; /* (unowned) lives as long */
  const C4Theme *theme;
  guint step;
  guint tick;        /* of the frame clock; 0: nothing moves */
  gint64 started_at; /* microseconds of the frame clock; 0: not yet */
  double time;       /* since then, in milliseconds */
};

G_DEFINE_FINAL_TYPE (C4StepMark, c4_step_mark, GTK_TYPE_WIDGET)

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  C4StepMark *mark = C4_STEP_MARK (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (mark->started_at == 0 || c4_canvas_is_passing (mark->canvas))
    mark->started_at = now;
  mark->time = (double) (now - mark->started_at) / 1000;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
set_color (cairo_t *cr, C4Color color, double alpha)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, alpha);
}

static void
trace_rounded (cairo_t *cr, C4Rect rect, double radius)
{
  double right = c4_rect_right (rect) - radius;
  double bottom = c4_rect_bottom (rect) - radius;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right, rect.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right, bottom, radius, 0, G_PI_2);
  cairo_arc (cr, rect.x + radius, bottom, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect.x + radius, rect.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
paint_ring (C4StepMark *mark, cairo_t *cr, C4Rect box, C4Color color)
{
  double dash[] = { RING_DASH, RING_DASH };
  double round = fmod (mark->time, RING_PERIOD) / RING_PERIOD;

  cairo_save (cr);
  trace_rounded (cr, c4_rect_inset (box, -RING_DISTANCE), RING_DISTANCE + 4);
  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), -round * 2 * RING_DASH);
  cairo_set_line_width (cr, RING_WIDTH);
  set_color (cr, color, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Three dots on a pill at the box's corner: it waits. */
static void
paint_sign (C4StepMark *mark, cairo_t *cr, C4Rect box, C4Color color)
{
  double width = 2.2 * SIGN_HEIGHT;
  C4Rect pill = { c4_rect_right (box) - 0.7 * width, box.y - RING_DISTANCE - SIGN_HEIGHT / 2,
                  width, SIGN_HEIGHT };
  guint lit = (guint) (fmod (mark->time, DOTS_PERIOD) / DOTS_PERIOD * 3);

  trace_rounded (cr, pill, SIGN_HEIGHT / 2);
  set_color (cr, color, 1);
  cairo_fill (cr);
  for (guint i = 0; i < 3; i++)
    {
      double x = c4_rect_center (pill).x + ((double) i - 1) * SIGN_HEIGHT * 0.5;

      cairo_arc (cr, x, c4_rect_center (pill).y, SIGN_DOT, 0, 2 * G_PI);
      set_color (cr, mark->theme->colors[C4_ROLE_BADGE_TEXT], i == lit ? 1 : 0.55);
      cairo_fill (cr);
    }
}

static void
paint_mark (C4StepMark *mark, cairo_t *cr, C4Point at, C4Color color, double alpha)
{
  cairo_arc (cr, at.x, at.y, MARK_RADIUS + MARK_RIM, 0, 2 * G_PI);
  set_color (cr, mark->theme->colors[C4_ROLE_BACKGROUND], alpha);
  cairo_fill (cr);
  cairo_arc (cr, at.x, at.y, MARK_RADIUS, 0, 2 * G_PI);
  set_color (cr, color, alpha);
  cairo_fill (cr);
}

/* A picture of no more than `area`, as each is made anew for every frame. */
static cairo_t *
append_picture (C4StepMark *mark, GtkSnapshot *snapshot, C4Rect area)
{
  GtkWidget *widget = GTK_WIDGET (mark);
  C4Camera camera = c4_canvas_get_seen_camera (mark->canvas);
  C4Size viewport = { gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  C4Rect seen = c4_camera_rect_to_screen (camera, viewport, area);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) seen.x, (float) seen.y,
                                               (float) seen.width, (float) seen.height);
  cairo_t *cr;

  graphene_rect_round_extents (&bounds, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, viewport.width / 2, viewport.height / 2);
  cairo_scale (cr, camera.scale, camera.scale);
  cairo_translate (cr, -camera.center.x, -camera.center.y);
  return cr;
}

static void
append_waiting (C4StepMark *mark, GtkSnapshot *snapshot, C4Rect box, C4Color color)
{
  cairo_t *cr = append_picture (mark, snapshot, c4_rect_inset (box, -2 * SIGN_HEIGHT));

  paint_ring (mark, cr, box, color);
  paint_sign (mark, cr, box, color);
  cairo_destroy (cr);
}

/* One line of the step. */
typedef struct
{
  const C4ViewEdge *edge;
  guint index; /* of it, in the view */
  const C4Primitive *line;
  double length; /* points */
} Way;

/* The mark goes under the badge with the number, which is what is looked for first. */
static void
spare_badge (cairo_t *cr, C4Rect area, C4Rect badge)
{
  cairo_fill_rule_t rule = cairo_get_fill_rule (cr);

  cairo_rectangle (cr, area.x, area.y, area.width, area.height);
  trace_rounded (cr, badge, MIN (badge.width, badge.height) / 2);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
  cairo_set_fill_rule (cr, rule);
}

/* What lies where the mark is painted. */
typedef struct
{
  cairo_t *cr;
  const Way *way;
  C4Rect area;
  double alpha; /* of the mark */
} Spot;

static void
consider_part (const C4Primitive *part, gpointer user_data)
{
  Spot *spot = user_data;

  if (part->owner.type != C4_OWNER_EDGE || part->owner.index != spot->way->index)
    return;
  if (part->type == C4_PRIMITIVE_RECT && part->fill != C4_ROLE_BACKGROUND)
    spare_badge (spot->cr, spot->area, part->shape.rect);
  else if (part->type == C4_PRIMITIVE_TEXT && part->fill != C4_ROLE_BADGE_TEXT)
    spot->alpha = MARK_OVER_WORDS;
}

static void
append_mark (C4StepMark *mark, GtkSnapshot *snapshot, const Way *way, C4Point at, C4Color color)
{
  double reach = MARK_RADIUS + MARK_RIM + 1;
  C4Rect area = { at.x - reach, at.y - reach, 2 * reach, 2 * reach };
  Spot spot = { append_picture (mark, snapshot, area), way, area, 1 };

  c4_scene_visit (c4_canvas_get_scene (mark->canvas), area, consider_part, &spot);
  paint_mark (mark, spot.cr, at, color, spot.alpha);
  cairo_destroy (spot.cr);
}

static GArray *
find_ways (const C4StepMark *mark, const C4Scene *scene)
{
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (Way));
  guint n;
  guint first = c4_steps_first_edge (scene->view, mark->step, &n);

  for (guint i = first; i < first + n; i++)
    {
      Way way = { scene->view->edges->pdata[i], i, c4_staging_find_line (scene, i) };

      if (way.line == NULL)
        continue;
      way.length = c4_curve_length (way.line->line.points, way.line->line.n_points);
      g_array_append_val (ways, way);
    }
  return ways;
}

static void
append_motion (C4StepMark *mark, GtkSnapshot *snapshot, const Way *way, double scale, double round)
{
  const C4Scene *scene = c4_canvas_get_scene (mark->canvas);
  gboolean sync = way->edge->sync;
  C4Color color = mark->theme->colors[sync ? C4_ROLE_SYNC_TEXT : C4_ROLE_ASYNC_LINE];
  C4StepMotion motion = c4_step_motion_at (sync, mark->time, way->length * scale, round);

  if (motion.waiting)
    append_waiting (mark, snapshot, scene->nodes[way->edge->source], color);
  if (motion.stage != C4_MOTION_REST)
    append_mark (mark, snapshot, way,
                 c4_curve_at_length (way->line->line.points, way->line->line.n_points,
                                     motion.share * way->length),
                 color);
}

static void
append_motions (C4StepMark *mark, GtkSnapshot *snapshot, const C4Scene *scene)
{
  g_autoptr (GArray) ways = find_ways (mark, scene);
  double scale = c4_canvas_get_seen_camera (mark->canvas).scale;
  double round = 0;

  for (guint i = 0; i < ways->len; i++)
    {
      const Way *way = &g_array_index (ways, Way, i);

      round = MAX (round, c4_step_motion_round (way->edge->sync, way->length * scale));
    }
  for (guint i = 0; i < ways->len; i++)
    append_motion (mark, snapshot, &g_array_index (ways, Way, i), scale, round);
}

static void
c4_step_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  C4StepMark *mark = C4_STEP_MARK (widget);
  C4Scene *scene = c4_canvas_get_scene (mark->canvas);

  if (mark->tick != 0 && scene != NULL && mark->step <= c4_steps_count (scene->view)
      && !c4_canvas_is_passing (mark->canvas))
    append_motions (mark, snapshot, scene);
}

static void
c4_step_mark_class_init (C4StepMarkClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = c4_step_mark_snapshot;
}

static void
c4_step_mark_init (C4StepMark *mark)
{
  mark->theme = c4_theme_get ("light");
  gtk_widget_set_can_target (GTK_WIDGET (mark), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (mark), GTK_OVERFLOW_HIDDEN);
}

/**
 * c4_step_mark_new:
 * @canvas: what it lies over, at the same place and size
 *
 * Returns: (transfer floating): a mark of no step
 */
C4StepMark *
c4_step_mark_new (C4Canvas *canvas)
{
  C4StepMark *mark = g_object_new (C4_TYPE_STEP_MARK, NULL);

  mark->canvas = canvas;
  return mark;
}

void
c4_step_mark_set_theme (C4StepMark *mark, const C4Theme *theme)
{
  g_return_if_fail (C4_IS_STEP_MARK (mark));

  mark->theme = theme;
  gtk_widget_queue_draw (GTK_WIDGET (mark));
}

/**
 * c4_step_mark_set_step:
 * @mark: a mark
 * @step: of what the canvas shows, from 1; 0: none
 *
 * Where the desktop asks for no animation, nothing moves.
 */
void
c4_step_mark_set_step (C4StepMark *mark, guint step)
{
  GtkWidget *widget;
  gboolean moves;

  g_return_if_fail (C4_IS_STEP_MARK (mark));

  widget = GTK_WIDGET (mark);
  moves = step > 0 && adw_get_enable_animations (widget);
  mark->step = step;
  mark->started_at = 0;
  mark->time = 0;
  if (moves && mark->tick == 0)
    mark->tick = gtk_widget_add_tick_callback (widget, on_tick, NULL, NULL);
  else if (!moves && mark->tick != 0)
    {
      gtk_widget_remove_tick_callback (widget, mark->tick);
      mark->tick = 0;
    }
  gtk_widget_queue_draw (widget);
}
