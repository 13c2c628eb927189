/* c4-page.c: title, body, key, stamp: from top to bottom. */

#include "c4-page.h"

#include "c4-legend.h"
#include "c4-title.h"

/* In points. */
#define MARGIN 24.0
#define TITLE_GAP 20.0
#define LEGEND_GAP 20.0
#define STAMP_GAP 30.0
#define STAMP_WIDTH 280.0

struct _C4Page
{
  C4Title *title;     /* NULL: not wanted */
  C4Legend *legend;   /* NULL: not wanted */
  C4TextBlock *stamp; /* NULL: not wanted */
};

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
    page->title = c4_title_new (view, measure);
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
  g_clear_pointer (&page->legend, c4_legend_free);
  g_clear_pointer (&page->stamp, c4_text_block_free);
  g_free (page);
}

/**
 * c4_page_plan:
 * @page: a page
 * @body: the size of the picture itself, in points
 *
 * Returns: where the picture and what is around it go
 */
C4PagePlan
c4_page_plan (const C4Page *page, C4Size body)
{
  C4PagePlan plan = { .title = { MARGIN, MARGIN }, .title_width = body.width };
  C4Size title = { 0, 0 };
  C4Size legend = { 0, 0 };
  C4Size stamp = { 0, 0 };
  double inner, bottom;

  if (page->title != NULL)
    title = c4_title_get_size (page->title, body.width);
  inner = MAX (body.width, title.width);
  if (page->legend != NULL)
    legend = c4_legend_paint (page->legend, NULL, (C4Point){ 0, 0 }, inner);
  if (page->stamp != NULL)
    stamp = c4_text_block_get_size (page->stamp);
  inner = MAX (inner, MAX (legend.width, stamp.width));

  plan.body.x = MARGIN + (inner - body.width) / 2;
  plan.body.y = MARGIN + (title.height > 0 ? title.height + TITLE_GAP : 0);
  bottom = plan.body.y + body.height;
  plan.legend = (C4Point){ MARGIN, bottom + LEGEND_GAP };
  plan.legend_width = inner;
  if (legend.height > 0)
    bottom = plan.legend.y + legend.height;
  if (stamp.height > 0)
    {
      gboolean beside = legend.height > 0 && legend.width + STAMP_GAP + stamp.width <= inner;

      double height = beside ? c4_legend_row_height : stamp.height;

      bottom += beside ? 0 : LEGEND_GAP / 2 + stamp.height;
      plan.stamp = (C4Rect){ MARGIN, bottom - height, inner, height };
    }
  plan.width = inner + 2 * MARGIN;
  plan.height = bottom + MARGIN;
  return plan;
}

/**
 * c4_page_paint:
 * @page: a page
 * @builder: a scene in the making, with the picture itself in it
 * @plan: where everything goes
 */
void
c4_page_paint (const C4Page *page, C4SceneBuilder *builder, const C4PagePlan *plan)
{
  if (page->legend != NULL)
    c4_legend_paint (page->legend, builder, plan->legend, plan->legend_width);
  if (page->title != NULL)
    c4_title_paint (page->title, builder, plan->title, plan->title_width);
  if (page->stamp != NULL)
    c4_text_block_paint (page->stamp, builder, (C4Owner){ C4_OWNER_PAGE, 0 }, plan->stamp,
                         C4_ALIGN_END);
}
