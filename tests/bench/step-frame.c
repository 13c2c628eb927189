/* step-frame.c: what one frame of a flow that is told costs on the largest screen. Paints every
 * step of all flows of models at 3840x2160, as a canvas does, and prints the processor time of a
 * frame: median, 99th percentile and most. The budget is 16 ms, that of 60 frames in a second.
 *
 *     step-frame MODEL|FOLDER...
 */

#include "c4-emphasis.h"
#include "c4-painter.h"
#include "c4-steps.h"
#include "picture-walk.h"

#include <stdlib.h>
#include <time.h>

#define SCREEN_WIDTH 3840
#define SCREEN_HEIGHT 2160

/* What a picture has of it, above the words. */
#define PICTURE_HEIGHT (SCREEN_HEIGHT * (1080 - 150) / 1080)

/* As often is each step painted. */
#define REPEATS 10

static double
get_processor_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static void
paint_frame (C4Painter *painter, guint step)
{
  C4Scene *scene = c4_painter_get_scene (painter);
  C4StepEmphasis emphasis = { .view = scene->view, .step = step };
  C4Rect all = { 0, 0, scene->width, scene->height };
  double scale = MIN (SCREEN_WIDTH / scene->width, PICTURE_HEIGHT / scene->height);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SCREEN_WIDTH, PICTURE_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  c4_painter_paint (painter, c4_theme_get ("light"), cr, &all, c4_step_emphasis, &emphasis);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
measure_flow (C4Scene *scene, const C4LayoutGraph *graph, const C4Layout *layout, gpointer frames)
{
  g_autoptr (C4Painter) painter = c4_painter_new (scene);
  guint n_steps = c4_steps_count (scene->view);

  for (guint i = 0; i < n_steps * REPEATS; i++)
    {
      double start = get_processor_milliseconds ();
      double taken;

      paint_frame (painter, i % n_steps + 1);
      taken = get_processor_milliseconds () - start;
      g_array_append_val ((GArray *) frames, taken);
    }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
get_share (GArray *frames, double share)
{
  return g_array_index (frames, double, (guint) (share * (frames->len - 1)));
}

int
main (int argc, char **argv)
{
  g_autoptr (C4TextMeasure) measure = c4_text_measure_new ();
  g_autoptr (C4LayoutService) service = c4_layout_service_new (NULL);
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 1; i < argc; i++)
    picture_walk (argv[i], C4_DETAIL_SHORT, measure, service, measure_flow, frames);
  g_array_sort (frames, compare_times);
  if (frames->len > 0)
    g_print ("a step at %dx%d, ms of CPU: median %.1f, 99th percentile %.1f, most %.1f "
             "(%u frames; budget 16)\n",
             SCREEN_WIDTH, SCREEN_HEIGHT, get_share (frames, 0.5), get_share (frames, 0.99),
             get_share (frames, 1), frames->len);
  else
    g_print ("no flow in there\n");
  c4_layout_service_close (service);
  return EXIT_SUCCESS;
}
