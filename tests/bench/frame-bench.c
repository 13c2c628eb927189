/* frame-bench.c: what a frame of moving over a diagram costs: scripted pans and zooms in a window
 * of 1920 x 1080, each frame's CPU time from the end of the one before to its own end.
 *
 * Scripts run several times, and each of their frames counts with the least that it took: what
 * other programs did to the caches meanwhile is left out, what the frame itself does isn't.
 *
 *     frame-bench [BOXES LINES]...
 */

#include "big-model.h"
#include "c4-canvas.h"
#include "c4-painter.h"

#include <adwaita.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#define WIDTH 1920
#define HEIGHT 1080
#define N_FRAMES 240
#define N_RUNS 3
#define N_REST 20 /* frames in which nothing moves, at most, until the picture is sharp */

typedef struct
{
  C4Canvas *canvas;
  C4Rect area;   /* the diagram */
  double fitted; /* the scale that shows all of it */
} Bench;

/* Where one looks from in frame `i` of a script. */
typedef C4Camera (*Script) (const Bench *bench, guint i);

static double
cpu_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
print_figures (const char *what, double *costs, guint n)
{
  qsort (costs, n, sizeof *costs, compare);
  g_print ("  %-36s %8.2f %8.2f %8.2f\n", what, costs[n / 2], costs[n * 99 / 100], costs[n - 1]);
}

static void
on_after_paint (GdkFrameClock *clock, gpointer user_data)
{
  gboolean *painted = user_data;

  *painted = TRUE;
}

static gboolean
on_out_of_patience (gpointer user_data)
{
  gboolean *spent = user_data;

  *spent = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until a frame is painted, or nothing has been to paint for a while. */
static void
run_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gboolean spent = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &painted);
  guint source = g_timeout_add (100, on_out_of_patience, &spent);

  while (!painted && !spent)
    g_main_context_iteration (NULL, TRUE);
  if (!spent)
    g_source_remove (source);
  g_signal_handler_disconnect (clock, handler);
}

/* What the canvas shows, rendered by cairo on the picture of the frame before. A paintable of the
 * canvas would not do: it stays as it is until the main loop runs. */
static void
draw_frame (const Bench *bench, cairo_t *cr)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (bench->canvas)->snapshot (GTK_WIDGET (bench->canvas), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
}

static void
rest (const Bench *bench)
{
  for (guint i = 0; i < N_REST; i++)
    run_frame (GTK_WIDGET (bench->canvas));
}

/* The canvas alone. */
static void
cost_drawn (const Bench *bench, Script script, cairo_t *cr, double *costs)
{
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double start = cpu_now ();

      c4_canvas_look_from (bench->canvas, script (bench, i), FALSE);
      draw_frame (bench, cr);
      costs[i] = MIN (costs[i], cpu_now () - start);
    }
}

/* All that happens until a window is shown, which on X11 copies it. */
static void
cost_shown (const Bench *bench, Script script, double *costs)
{
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double start = cpu_now ();

      c4_canvas_look_from (bench->canvas, script (bench, i), FALSE);
      run_frame (GTK_WIDGET (bench->canvas));
      costs[i] = MIN (costs[i], cpu_now () - start);
    }
}

static void
begin_script (const Bench *bench, Script script)
{
  c4_canvas_look_from (bench->canvas, script (bench, 0), FALSE);
  rest (bench);
}

static void
run_script (const Bench *bench, const char *what, Script script)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double drawn[N_FRAMES], shown[N_FRAMES];

  for (guint i = 0; i < N_FRAMES; i++)
    drawn[i] = shown[i] = G_MAXDOUBLE;
  for (guint i = 0; i < N_RUNS; i++)
    {
      begin_script (bench, script);
      cost_drawn (bench, script, cr, drawn);
      begin_script (bench, script);
      cost_shown (bench, script, shown);
    }
  print_figures (what, drawn, N_FRAMES);
  print_figures ("    and all of its window", shown, N_FRAMES);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A slow circle that goes all over the diagram, at a scale. */
static C4Camera
circle (const Bench *bench, guint i, double scale, double radius)
{
  double angle = 2 * G_PI * i / N_FRAMES;

  return (C4Camera){ { bench->area.width / 2 + radius / scale * cos (angle),
                       bench->area.height / 2 + radius / scale * sin (angle) },
                     scale };
}

static C4Camera
pan_fitted (const Bench *bench, guint i)
{
  return circle (bench, i, bench->fitted * 1.2, 150);
}

static C4Camera
pan_half (const Bench *bench, guint i)
{
  return circle (bench, i, 0.5, 700);
}

static C4Camera
pan_full (const Bench *bench, guint i)
{
  return circle (bench, i, 1, 700);
}

/* In and out again, from all of the diagram to nearer than its own size. */
static C4Camera
zoom_through (const Bench *bench, guint i)
{
  double depth = 0.5 - 0.5 * cos (2 * G_PI * i / N_FRAMES);

  return (C4Camera){ c4_rect_center (bench->area), bench->fitted * pow (1.5 / bench->fitted, depth) };
}

/* To and fro about the whole. */
static C4Camera
zoom_fitted (const Bench *bench, guint i)
{
  return (C4Camera){ c4_rect_center (bench->area),
                     bench->fitted * (1.1 + 0.1 * sin (8 * G_PI * i / N_FRAMES)) };
}

/* From one scale to another at once: all has to be painted anew, a few pieces a frame. */
static C4Camera
jump (const Bench *bench, guint i)
{
  double step = 1 + (double) (i / 40) / 3;

  return (C4Camera){ c4_rect_center (bench->area), bench->fitted * step };
}

static void
show_in_window (GtkWidget *window, GtkWidget *child)
{
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (child) < WIDTH)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_draw_color (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  guint *frame = user_data;

  cairo_set_source_rgb (cr, 1, 1, (*frame % 100) / 100.0);
  cairo_paint (cr);
}

/* What each frame would cost without any of it: the whole picture, painted plainly. */
static void
measure_redraw (const Bench *bench, C4Scene *scene)
{
  g_autoptr (C4Painter) painter = c4_painter_new (scene);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  double costs[5];

  for (guint i = 0; i < G_N_ELEMENTS (costs) + 1; i++)
    {
      double start = cpu_now ();
      cairo_t *cr = cairo_create (surface);

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_scale (cr, bench->fitted, bench->fitted);
      c4_painter_paint (painter, c4_theme_get ("light"), cr, NULL, NULL, NULL);
      cairo_destroy (cr);
      if (i > 0)
        costs[i - 1] = cpu_now () - start;
    }
  print_figures ("the whole, painted anew", costs, G_N_ELEMENTS (costs));
  cairo_surface_destroy (surface);
}

/* What any window costs that has something else to show in each frame: one colour. */
static void
measure_plain_window (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *area = gtk_drawing_area_new ();
  double costs[N_FRAMES];
  guint i = 0;

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), on_draw_color, &i, NULL);
  show_in_window (window, area);
  for (i = 0; i < N_FRAMES; i++)
    {
      double start = cpu_now ();

      gtk_widget_queue_draw (area);
      run_frame (area);
      costs[i] = cpu_now () - start;
    }
  print_figures ("a window of one colour", costs, N_FRAMES);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
measure (guint n_boxes, guint n_lines)
{
  g_autoptr (C4Scene) scene = big_model_scene (n_boxes, n_lines);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *canvas = GTK_WIDGET (c4_canvas_new ());
  Bench bench = { .canvas = C4_CANVAS (canvas),
                  .area = { 0, 0, scene->width, scene->height } };

  g_print ("%u boxes, %u lines\n", n_boxes, n_lines);
  show_in_window (window, canvas);
  c4_canvas_show_scene (bench.canvas, scene, NULL);
  bench.fitted = c4_canvas_get_camera (bench.canvas).scale;

  measure_redraw (&bench, scene);
  run_script (&bench, "pan, all in view", pan_fitted);
  run_script (&bench, "pan at 50 %", pan_half);
  run_script (&bench, "pan at 100 %", pan_full);
  run_script (&bench, "jumps, and painting what is missing", jump);
  run_script (&bench, "zoom, all in view", zoom_fitted);
  run_script (&bench, "zoom from all to 150 % and back", zoom_through);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  adw_init ();
  g_print ("ms of CPU a frame:                       median      99%%      max\n");
  measure_plain_window ();
  for (int i = 1; i + 1 < argc; i += 2)
    measure ((guint) atoi (argv[i]), (guint) atoi (argv[i + 1]));
  return EXIT_SUCCESS;
}
