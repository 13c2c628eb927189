/* c4-svg-timeline.c: pages one after the other, and what changes from one to the next. */

#include "c4-svg-timeline.h"

#include "c4-steps.h"
#include "c4-xml.h"

/* All in seconds. A step is told for as long as its caption takes to be read, at 25 characters a
 * second after a first look. */
#define WHOLE_TIME 4.0
#define LOOK_TIME 2.6
#define CHARACTER_TIME 0.04
#define LONGEST_STEP 9.0

struct _C4Timeline
{
  GString *css;
  GPtrArray *slides; /* (element-type GArray) of C4TimelinePage */
  double total;      /* seconds */
};

static double
step_time (const C4View *view, guint step)
{
  g_autofree char *caption = c4_steps_dup_caption (view, step);

  return MIN (LONGEST_STEP, LOOK_TIME + CHARACTER_TIME * g_utf8_strlen (caption, -1));
}

static void
add_page (C4Timeline *timeline, GArray *pages, guint step, double time)
{
  C4TimelinePage page = { step, timeline->total };

  g_array_append_val (pages, page);
  timeline->total += time;
}

C4Timeline *
c4_timeline_new (GString *css)
{
  C4Timeline *timeline = g_new0 (C4Timeline, 1);

  timeline->css = css;
  timeline->slides = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return timeline;
}

void
c4_timeline_free (C4Timeline *timeline)
{
  g_ptr_array_unref (timeline->slides);
  g_free (timeline);
}

/**
 * c4_timeline_add:
 * @timeline: a timeline
 * @view: what the next slide shows
 *
 * A flow is shown as a whole before and after its steps.
 */
void
c4_timeline_add (C4Timeline *timeline, const C4View *view)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (C4TimelinePage));
  guint n_steps = c4_steps_count (view);

  add_page (timeline, pages, 0, WHOLE_TIME);
  for (guint step = 1; step <= n_steps; step++)
    add_page (timeline, pages, step, step_time (view, step));
  if (n_steps > 0)
    add_page (timeline, pages, 0, WHOLE_TIME);
  g_ptr_array_add (timeline->slides, pages);
}

/* In seconds. */
double
c4_timeline_get_total (const C4Timeline *timeline)
{
  return timeline->total;
}

double
c4_timeline_get_start (const C4Timeline *timeline, guint slide)
{
  if (slide >= timeline->slides->len)
    return timeline->total;
  return g_array_index ((GArray *) timeline->slides->pdata[slide], C4TimelinePage, 0).start;
}

/**
 * c4_timeline_get_pages:
 * @timeline: a timeline
 * @slide: one of its slides
 * @n_pages: (out): how many pages it has
 *
 * Returns: (transfer none) (array length=n_pages): the pages
 */
const C4TimelinePage *
c4_timeline_get_pages (const C4Timeline *timeline, guint slide, guint *n_pages)
{
  const GArray *pages;

  g_return_val_if_fail (slide < timeline->slides->len, NULL);
  pages = timeline->slides->pdata[slide];
  *n_pages = pages->len;
  return (const C4TimelinePage *) pages->data;
}

/**
 * c4_timeline_changes:
 * @timeline: a timeline
 * @slide: one of its slides
 * @value: (scope call): what something is at a step
 * @user_data: passed to @value
 *
 * Returns: whether it isn't the same on all pages
 */
gboolean
c4_timeline_changes (const C4Timeline *timeline, guint slide, C4TimelineFunc value,
                     gconstpointer user_data)
{
  guint n_pages;
  const C4TimelinePage *pages = c4_timeline_get_pages (timeline, slide, &n_pages);
  double first = value (0, user_data);

  for (guint i = 1; i < n_pages; i++)
    if (value (pages[i].step, user_data) != first)
      return TRUE;
  return FALSE;
}

/**
 * c4_timeline_append:
 * @timeline: a timeline with all its slides
 * @time: in the show, in seconds
 * @property: of CSS
 * @value: of it
 * @unit: of that
 *
 * Writes a keyframe.
 */
void
c4_timeline_append (C4Timeline *timeline, double time, const char *property, double value,
                    const char *unit)
{
  char percentage[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (percentage, sizeof percentage, "%.4f",
                   100 * CLAMP (time / timeline->total, 0, 1));
  g_string_append_printf (timeline->css, "%s%%{%s:", percentage, property);
  c4_append_number (timeline->css, value);
  g_string_append_printf (timeline->css, "%s}", unit);
}

/**
 * c4_timeline_append_pages:
 * @timeline: a timeline with all its slides
 * @slide: one of them
 * @name: of the animation
 * @property: of CSS
 * @value: (scope call): what the property is at a step
 * @user_data: passed to @value
 *
 * Writes keyframes that let the property stay on each page and change between them.
 */
void
c4_timeline_append_pages (C4Timeline *timeline, guint slide, const char *name,
                          const char *property, C4TimelineFunc value, gconstpointer user_data)
{
  guint n_pages;
  const C4TimelinePage *pages = c4_timeline_get_pages (timeline, slide, &n_pages);
  double before = value (0, user_data);

  g_string_append_printf (timeline->css, "@keyframes %s{", name);
  c4_timeline_append (timeline, 0, property, before, "");
  for (guint i = 1; i < n_pages; i++)
    {
      double now = value (pages[i].step, user_data);

      if (now != before)
        {
          c4_timeline_append (timeline, pages[i].start, property, before, "");
          c4_timeline_append (timeline, pages[i].start + C4_FADE_TIME, property, now, "");
        }
      before = now;
    }
  c4_timeline_append (timeline, timeline->total, property, before, "");
  g_string_append (timeline->css, "}\n");
}
