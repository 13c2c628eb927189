/* c4-svg-show.c: SVG that tells flows by itself.
 *
 * Everything is drawn once. What is stronger on one page than on another is in a group whose
 * opacity follows an animation of CSS as long as the whole show; the geometry never moves. A mark
 * runs along the line that is told: back again where the caller waits for the answer. */

#include "c4-svg-private.h"

#include "c4-fit.h"
#include "c4-svg-pen.h"
#include "c4-svg-timeline.h"
#include "c4-xml.h"

#include <glib/gi18n.h>
#include <math.h>

/* Both in seconds. */
#define RUN_TIME 1.0  /* of the mark, one way */
#define WAIT_TIME 0.3 /* of the mark, at the other end */

/* Of a line that is told, and of its mark, in points. */
#define LIT_EXTRA 1.2
#define MARK_RADIUS 6.0

typedef struct
{
  const C4SvgSlide *slides;
  guint n_slides;
  const C4SvgOptions *options;
  C4Size size; /* of the picture */
  C4Timeline *timeline;
  GString *css; /* the timeline's */
  GString *body;
  guint n_names;
  guint slide;     /* what is being written */
  gboolean framed; /* the group that is being written is in another */
} Show;

static C4Emphasis
emphasis_at (const Show *show, guint step, const C4Owner *owner)
{
  const C4SvgSlide *slide = &show->slides[show->slide];
  C4StepEmphasis emphasis = { slide->scene->view, step, slide->focus, slide->shown };

  return c4_step_emphasis (*owner, &emphasis);
}

/* What follows the pages of the slide that is being written. */
typedef struct
{
  const Show *show;
  const C4Owner *owner;
  double width; /* of its line when it isn't lit */
} Part;

static double
strength_at (guint step, gconstpointer user_data)
{
  const Part *part = user_data;

  return c4_emphasis_strength (emphasis_at (part->show, step, part->owner));
}

static double
width_at (guint step, gconstpointer user_data)
{
  const Part *part = user_data;
  gboolean lit = emphasis_at (part->show, step, part->owner) == C4_EMPHASIS_LIT;

  return part->width + (lit ? LIT_EXTRA : 0);
}

static const C4Primitive *
find_line (const C4Scene *scene, C4Owner owner)
{
  for (guint i = 0; i < scene->n_primitives; i++)
    if (scene->primitives[i].type == C4_PRIMITIVE_LINE
        && scene->primitives[i].owner.type == owner.type
        && scene->primitives[i].owner.index == owner.index)
      return &scene->primitives[i];
  return NULL;
}

static void
animate_line (Show *show, C4Owner owner, guint number)
{
  const C4Primitive *line = find_line (show->slides[show->slide].scene, owner);
  g_autofree char *name = g_strdup_printf ("w%u", number);
  Part part = { show, &owner, 0 };

  if (line == NULL)
    return;
  part.width = line->stroke_width;
  c4_timeline_append_pages (show->timeline, show->slide, name, "stroke-width", width_at, &part);
  g_string_append_printf (show->css, ".m%u .line{animation-name:%s}\n", number, name);
}

static void
open_frame (GString *svg, C4Owner owner, gpointer user_data)
{
  Show *show = user_data;
  g_autofree char *name = NULL;
  Part part = { show, &owner, 0 };
  double first = strength_at (0, &part);
  gboolean changes = c4_timeline_changes (show->timeline, show->slide, strength_at, &part);

  show->framed = first < 1 || changes;
  if (!changes)
    {
      if (first < 1)
        {
          g_string_append (svg, "<g");
          c4_svg_append_number_attribute (svg, "opacity", first);
          g_string_append (svg, ">\n");
        }
      return;
    }
  name = g_strdup_printf ("m%u", ++show->n_names);
  c4_timeline_append_pages (show->timeline, show->slide, name, "opacity", strength_at, &part);
  g_string_append_printf (show->css, ".%s{animation-name:%s}\n", name, name);
  if (owner.type == C4_OWNER_EDGE)
    animate_line (show, owner, show->n_names);
  g_string_append_printf (svg, "<g class=\"move %s\"", name);
  if (first < 1)
    c4_svg_append_number_attribute (svg, "opacity", first);
  g_string_append (svg, ">\n");
}

static void
close_frame (GString *svg, C4Owner owner, gpointer user_data)
{
  Show *show = user_data;

  if (show->framed)
    g_string_append (svg, "</g>\n");
}

/* To the other end, and back if somebody waits there for an answer. Returns when it is over. */
static double
append_run (Show *show, const char *name, double start, gboolean sync)
{
  double time = start + C4_FADE_TIME;

  g_string_append_printf (show->css, "@keyframes d%s{", name);
  c4_timeline_append (show->timeline, time, "offset-distance", 0, "%");
  time += RUN_TIME;
  c4_timeline_append (show->timeline, time, "offset-distance", 100, "%");
  if (sync)
    {
      c4_timeline_append (show->timeline, time + WAIT_TIME, "offset-distance", 100, "%");
      time += WAIT_TIME + RUN_TIME;
      c4_timeline_append (show->timeline, time, "offset-distance", 0, "%");
    }
  g_string_append (show->css, "}\n");
  return time;
}

static void
append_sight (Show *show, const char *name, double from, double to)
{
  const double instant = 0.01; /* seconds */

  g_string_append_printf (show->css, "@keyframes o%s{", name);
  c4_timeline_append (show->timeline, from - instant, "opacity", 0, "");
  c4_timeline_append (show->timeline, from, "opacity", 1, "");
  c4_timeline_append (show->timeline, to, "opacity", 1, "");
  c4_timeline_append (show->timeline, to + instant, "opacity", 0, "");
  g_string_append (show->css, "}\n");
}

static void
add_mark (Show *show, const C4TimelinePage *page, guint edge)
{
  const C4Scene *scene = show->slides[show->slide].scene;
  gboolean sync = ((const C4ViewEdge *) scene->view->edges->pdata[edge])->sync;
  const C4Primitive *line = find_line (scene, (C4Owner){ C4_OWNER_EDGE, edge });
  g_autofree char *name = g_strdup_printf ("k%u", ++show->n_names);
  C4SvgPen pen = { .svg = show->body, .theme = show->options->theme };

  if (line == NULL)
    return;
  append_sight (show, name, page->start + C4_FADE_TIME, append_run (show, name, page->start, sync));
  g_string_append_printf (show->css, ".%s{offset-path:path(\"", name);
  c4_svg_append_chain (show->css, line->line.points, line->line.n_points);
  g_string_append_printf (show->css, "\");offset-rotate:0deg;animation-name:o%s,d%s}\n", name,
                          name);
  g_string_append_printf (show->body, "<circle class=\"move mark %s\" opacity=\"0\"", name);
  c4_svg_append_number_attribute (show->body, "r", MARK_RADIUS);
  c4_svg_pen_append_color (&pen, "fill", sync ? C4_ROLE_SYNC_TEXT : C4_ROLE_ASYNC_TEXT);
  c4_svg_pen_append_color (&pen, "stroke", C4_ROLE_BACKGROUND);
  g_string_append (show->body, " stroke-width=\"2\"/>\n");
}

static void
add_marks (Show *show)
{
  const C4View *view = show->slides[show->slide].scene->view;
  guint n_pages;
  const C4TimelinePage *pages = c4_timeline_get_pages (show->timeline, show->slide, &n_pages);

  for (guint i = 0; i < n_pages; i++)
    for (guint edge = 0; edge < view->edges->len && pages[i].step > 0; edge++)
      if (((const C4ViewEdge *) view->edges->pdata[edge])->step == pages[i].step)
        add_mark (show, &pages[i], edge);
}

/* In a show of several slides, one is seen at a time. */
static void
append_turn (Show *show)
{
  double start = c4_timeline_get_start (show->timeline, show->slide);
  double end = c4_timeline_get_start (show->timeline, show->slide + 1);
  gboolean last = show->slide + 1 == show->n_slides;

  g_string_append_printf (show->css, ".t%u{animation-name:t%u}\n@keyframes t%u{", show->slide,
                          show->slide, show->slide);
  if (show->slide > 0)
    {
      c4_timeline_append (show->timeline, 0, "opacity", 0, "");
      c4_timeline_append (show->timeline, start, "opacity", 0, "");
    }
  c4_timeline_append (show->timeline, show->slide > 0 ? start + C4_FADE_TIME : 0, "opacity", 1, "");
  c4_timeline_append (show->timeline, last ? end - C4_FADE_TIME : end, "opacity", 1, "");
  c4_timeline_append (show->timeline, last ? end : end + C4_FADE_TIME, "opacity", 0, "");
  if (!last)
    c4_timeline_append (show->timeline, c4_timeline_get_total (show->timeline), "opacity", 0, "");
  g_string_append (show->css, "}\n");
}

static void
write_slide (Show *show)
{
  C4Scene *scene = show->slides[show->slide].scene;
  C4SvgFrame frame = { open_frame, close_frame, show };
  C4SvgOptions options = { .theme = show->options->theme,
                           .transparent = show->options->transparent };
  C4Fit fit = c4_fit_scene (scene, 1, show->size.width, show->size.height);
  char scale[G_ASCII_DTOSTR_BUF_SIZE];

  if (show->n_slides > 1)
    {
      append_turn (show);
      g_string_append_printf (show->body, "<g class=\"move t%u\" opacity=\"%d\">\n", show->slide,
                              show->slide == 0);
    }
  g_string_append (show->body, "<g transform=\"translate(");
  c4_svg_append_point (show->body, '\0', (C4Point){ fit.x, fit.y });
  g_ascii_formatd (scale, sizeof scale, "%.4f", fit.scale);
  g_string_append_printf (show->body, ") scale(%s)\">\n", scale);
  c4_svg_append_scene (show->body, scene, &options, &frame);
  add_marks (show);
  g_string_append (show->body, show->n_slides > 1 ? "</g>\n</g>\n" : "</g>\n");
}

/* All slides have the size of the largest, if none was asked for. */
static C4Size
find_size (const Show *show)
{
  C4Size size = { show->options->width, show->options->height };

  for (guint i = 0; i < show->n_slides && show->options->width <= 0; i++)
    {
      size.width = MAX (size.width, show->slides[i].scene->width * show->options->scale);
      size.height = MAX (size.height, show->slides[i].scene->height * show->options->scale);
    }
  return size;
}

static void
append_style (GString *svg, const Show *show)
{
  g_string_append (svg, "<style>\n.move,.move .line{animation:");
  c4_append_number (svg, c4_timeline_get_total (show->timeline));
  g_string_append (svg, "s linear infinite}\n");
  g_string_append_len (svg, show->css->str, (gssize) show->css->len);
  g_string_append (svg, "@media (prefers-reduced-motion:reduce){\n"
                        ".move,.move .line{animation-timing-function:step-end}\n"
                        ".mark{display:none}\n}\n</style>\n");
}

static void
append_ground (GString *svg, const Show *show)
{
  C4SvgPen pen = { .svg = svg, .theme = show->options->theme };

  if (show->options->transparent)
    return;
  g_string_append (svg, "<rect");
  c4_svg_append_number_attribute (svg, "width", show->size.width);
  c4_svg_append_number_attribute (svg, "height", show->size.height);
  c4_svg_pen_append_color (&pen, "fill", C4_ROLE_BACKGROUND);
  g_string_append (svg, "/>\n");
}

/**
 * c4_svg_write_show:
 * @slides: (array length=n_slides): what is shown, with captions for its steps
 * @n_slides: how many there are, at least one
 * @title: of the file
 * @options: colours and size
 *
 * Returns: (transfer full): the file
 */
GBytes *
c4_svg_write_show (const C4SvgSlide *slides, guint n_slides, const char *title,
                   const C4SvgOptions *options)
{
  Show show = { .slides = slides, .n_slides = n_slides, .options = options };
  g_autoptr (GString) css = g_string_new (NULL);
  g_autoptr (C4Timeline) timeline = c4_timeline_new (css);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *description = NULL;
  GString *svg = g_string_new (NULL);
  guint seconds;

  show.css = css;
  show.timeline = timeline;
  show.body = body;
  show.size = find_size (&show);
  for (guint i = 0; i < n_slides; i++)
    c4_timeline_add (timeline, slides[i].scene->view);
  seconds = (guint) lrint (c4_timeline_get_total (timeline));
  description = g_strdup_printf (
      ngettext ("Plays by itself, in %u second", "Plays by itself, in %u seconds", seconds),
      seconds);
  for (show.slide = 0; show.slide < n_slides; show.slide++)
    write_slide (&show);
  c4_svg_append_root (svg, title, description, show.size, show.size);
  append_style (svg, &show);
  append_ground (svg, &show);
  g_string_append_len (svg, body->str, (gssize) body->len);
  g_string_append (svg, "</svg>\n");
  return g_string_free_to_bytes (svg);
}
