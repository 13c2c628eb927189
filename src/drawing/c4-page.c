/* c4-page.c: title, picture, key, stamp.
 *
 * A picture on a slide is mostly limited by its height, and few fill their bounding box: the
 * title comes down into the room above what is low, the key up into the room below what is high,
 * until they would touch something. */

#include "c4-page.h"

#include "c4-captions.h"
#include "c4-legend.h"
#include "c4-steps.h"
#include "c4-title.h"

/* In points. */
#define MARGIN 24.0
#define TITLE_GAP 18.0  /* between the title and what is below it */
#define LEGEND_GAP 18.0 /* between the key and what is above it */
#define SIDE_GAP 24.0   /* between them and what is beside them */
#define STAMP_WIDTH 280.0
#define CAPTION_GAP 24.0 /* between the picture and a caption */

/* What a key in several rows must save of the page's height, in points, to be worth it. */
#define WORTH_ROWS 12.0

struct _C4Page
{
  C4Title *title;     /* NULL: not wanted */
  C4Legend *legend;   /* NULL: not wanted */
  C4TextBlock *stamp; /* NULL: not wanted */
  C4Captions *captions; /* NULL: not wanted, or there are none */
};

/* The picture itself, and where everything goes: from the top left of the page's inside. */
typedef struct
{
  GArray *obstacles; /* (element-type C4Rect) what must stay free, before it is moved */
  C4Rect extent;     /* of all of them */
  double width;      /* of the page's inside */
  C4Point body;      /* where the extent goes */
  double bottom;     /* of the page's inside, as far as it is filled */
  guint title_setting;
  C4Rect title;
  C4Rect caption;
  C4Rect legend;
  C4Rect stamp;
} Plan;

static void
add_obstacle (Plan *plan, C4Rect rect)
{
  g_array_append_val (plan->obstacles, rect);
  plan->extent = c4_rect_union (plan->extent, rect);
}

/* A line bars its way alone, not its bounding box. */
static void
add_line (Plan *plan, const C4Primitive *line)
{
  g_autoptr (GArray) pieces = c4_bezier_pieces (line->line.points, line->line.n_points);

  for (guint i = 0; i < pieces->len; i++)
    add_obstacle (plan, c4_rect_inset (g_array_index (pieces, C4Rect, i),
                                       -line->stroke_width / 2));
}

static void
add_primitive (const C4Primitive *primitive, gpointer plan)
{
  if (primitive->type == C4_PRIMITIVE_LINE)
    add_line (plan, primitive);
  else
    add_obstacle (plan, primitive->bounds);
}

/* The top of what is above or below a stretch of the page's inside; G_MAXDOUBLE: nothing is. */
static double
top_between (const Plan *plan, double left, double right)
{
  double top = G_MAXDOUBLE;

  for (guint i = 0; i < plan->obstacles->len; i++)
    {
      const C4Rect *rect = &g_array_index (plan->obstacles, C4Rect, i);
      double x = rect->x - plan->extent.x + plan->body.x;

      if (x < right + SIDE_GAP && x + rect->width > left - SIDE_GAP)
        top = MIN (top, rect->y - plan->extent.y);
    }
  return top;
}

/* The same for the bottom, where the picture is on the page; 0: nothing is. */
static double
bottom_between (const Plan *plan, double left, double right)
{
  double bottom = 0;

  for (guint i = 0; i < plan->obstacles->len; i++)
    {
      const C4Rect *rect = &g_array_index (plan->obstacles, C4Rect, i);
      double x = rect->x - plan->extent.x + plan->body.x;

      if (x < right + SIDE_GAP && x + rect->width > left - SIDE_GAP)
        bottom = MAX (bottom, c4_rect_bottom (*rect) - plan->extent.y + plan->body.y);
    }
  return bottom;
}

/* Wide enough for everything, with the picture in the middle. */
static void
plan_width (Plan *plan, const C4Page *page)
{
  plan->width = plan->extent.width;
  if (page->title != NULL)
    plan->width = MAX (plan->width, c4_title_get_size (page->title, 0).width);
  if (page->captions != NULL)
    plan->width = MAX (plan->width, c4_captions_get_size (page->captions, plan->width).width);
  if (page->legend != NULL)
    plan->width = MAX (plan->width, c4_legend_paint (page->legend, NULL, (C4Point){ 0, 0 },
                                                     plan->width)
                                        .width);
  if (page->stamp != NULL)
    plan->width = MAX (plan->width, c4_text_block_get_size (page->stamp).width);
  plan->body.x = (plan->width - plan->extent.width) / 2;
}

/* The setting with which the picture comes highest; the widest of those. */
static void
plan_title (Plan *plan, const C4Page *page)
{
  guint n_settings;
  double best = G_MAXDOUBLE;

  if (page->title == NULL)
    return;
  n_settings = c4_title_count_settings (page->title, plan->width);
  for (guint i = 0; i < n_settings; i++)
    {
      C4Size size = c4_title_get_size (page->title, i);
      double below = MAX (0, size.height + TITLE_GAP - top_between (plan, 0, size.width));

      if (below > best)
        continue;
      best = below;
      plan->title_setting = i;
      plan->title = (C4Rect){ 0, 0, size.width, size.height };
    }
  plan->body.y = best;
}

/* Under the picture, as part of it: key and stamp stay below. */
static void
plan_captions (Plan *plan, const C4Page *page)
{
  C4Size size;

  if (page->captions == NULL)
    return;
  size = c4_captions_get_size (page->captions, plan->width);
  plan->caption = (C4Rect){ 0, plan->body.y + plan->extent.height + CAPTION_GAP, plan->width,
                            size.height };
  add_obstacle (plan, (C4Rect){ plan->extent.x - plan->body.x,
                                c4_rect_bottom (plan->extent) + CAPTION_GAP, plan->width,
                                size.height });
  plan->body.x = 0; /* the picture with its caption is as wide as the page */
}

static void
try_legend (Plan *plan, const C4Page *page, double width, gboolean at_end, double worth)
{
  C4Size size = c4_legend_paint (page->legend, NULL, (C4Point){ 0, 0 }, width);
  double left = at_end ? plan->width - size.width : 0;
  double top = MAX (bottom_between (plan, left, left + size.width),
                    plan->title.height + TITLE_GAP - LEGEND_GAP)
               + LEGEND_GAP;
  double bottom = MAX (top + size.height, plan->body.y + plan->extent.height);

  if (size.height <= 0 || bottom + worth > plan->bottom)
    return;
  plan->bottom = bottom;
  plan->legend = (C4Rect){ left, bottom - size.height, size.width, size.height };
}

/* One row at the left, unless one at the right, or several, make the page lower. */
static void
plan_legend (Plan *plan, const C4Page *page)
{
  static const double shares[] = { 1, 0.5, 0.34, 0.25 };

  plan->bottom = plan->body.y + plan->extent.height;
  if (page->legend == NULL)
    return;
  plan->bottom = G_MAXDOUBLE;
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    for (int at_end = FALSE; at_end <= TRUE; at_end++)
      try_legend (plan, page, plan->width * shares[i], at_end, i + at_end == 0 ? 0 : WORTH_ROWS);
  if (plan->bottom == G_MAXDOUBLE)
    plan->bottom = plan->body.y + plan->extent.height;
}

/* At the right, in line with the key's last row where there is room beside it. */
static void
plan_stamp (Plan *plan, const C4Page *page)
{
  C4Size size;
  double left, top, height;

  if (page->stamp == NULL)
    return;
  size = c4_text_block_get_size (page->stamp);
  height = MAX (size.height, plan->legend.height > 0 ? c4_legend_row_height : 0);
  left = plan->width - size.width;
  top = bottom_between (plan, left, plan->width) + LEGEND_GAP / 2;
  if (plan->legend.height > 0 && c4_rect_right (plan->legend) + SIDE_GAP > left)
    top = MAX (top, c4_rect_bottom (plan->legend));
  plan->bottom = MAX (plan->bottom, top + height);
  plan->stamp = (C4Rect){ left, plan->bottom - height, size.width, height };
}

static C4Point
inside_margin (C4Rect rect)
{
  return (C4Point){ MARGIN + rect.x, MARGIN + rect.y };
}

static void
paint (const C4Page *page, C4SceneBuilder *builder, const Plan *plan)
{
  C4Rect stamp = plan->stamp;

  if (page->legend != NULL)
    c4_legend_paint (page->legend, builder, inside_margin (plan->legend), plan->legend.width);
  if (page->title != NULL)
    c4_title_paint (page->title, builder, inside_margin (plan->title), plan->title_setting);
  if (page->captions != NULL)
    c4_captions_paint (page->captions, builder, inside_margin (plan->caption),
                       plan->caption.width);
  if (page->stamp == NULL)
    return;
  stamp.x += MARGIN;
  stamp.y += MARGIN;
  c4_text_block_paint (page->stamp, builder, (C4Owner){ C4_OWNER_PAGE, 0 }, stamp,
                       C4_ALIGN_END);
}

/**
 * c4_page_new:
 * @view: what is shown
 * @options: which parts are wanted
 * @measure: measures their texts
 *
 * Returns: (transfer full): the page around a picture of @view
 */
C4Page *
c4_page_new (const C4View *view, const C4DiagramOptions *options, C4TextMeasure *measure)
{
  C4Page *page = g_new0 (C4Page, 1);

  if (options->title)
    page->title = c4_title_new (view, options, measure);
  if (options->captions && c4_steps_count (view) > 0)
    page->captions = c4_captions_new (view, measure);
  if (options->legend)
    page->legend = c4_legend_new (view, measure);
  if (options->stamp != NULL)
    {
      page->stamp = c4_text_block_new ();
      c4_text_block_add (page->stamp, measure, C4_TEXT_LEGEND, C4_ROLE_MUTED_TEXT,
                         options->stamp, STAMP_WIDTH);
    }
  return page;
}

void
c4_page_free (C4Page *page)
{
  g_clear_pointer (&page->title, c4_title_free);
  g_clear_pointer (&page->captions, c4_captions_free);
  g_clear_pointer (&page->legend, c4_legend_free);
  g_clear_pointer (&page->stamp, c4_text_block_free);
  g_free (page);
}

/**
 * c4_page_finish:
 * @page: a page
 * @builder: a scene in the making, with the picture itself in it, wherever
 *
 * Returns: the size of the whole page, in points
 */
C4Size
c4_page_finish (const C4Page *page, C4SceneBuilder *builder)
{
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (C4Rect));
  Plan plan = { .obstacles = obstacles };

  c4_scene_builder_foreach (builder, add_primitive, &plan);
  plan_width (&plan, page);
  plan_title (&plan, page);
  plan_captions (&plan, page);
  plan_legend (&plan, page);
  plan_stamp (&plan, page);
  c4_scene_builder_move (builder, (C4Point){ MARGIN + plan.body.x - plan.extent.x,
                                             MARGIN + plan.body.y - plan.extent.y });
  paint (page, builder, &plan);
  return (C4Size){ plan.width + 2 * MARGIN, plan.bottom + 2 * MARGIN };
}
