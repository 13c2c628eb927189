/* c4-svg-timeline.h: when each page of a show is seen, as keyframes of CSS. */

#pragma once

#include "c4-view.h"

G_BEGIN_DECLS

/* How long one page takes to become the next, in seconds. */
#define C4_FADE_TIME 0.4

typedef struct
{
  guint step;   /* 0: the whole */
  double start; /* in the show, in seconds */
} C4TimelinePage;

typedef struct _C4Timeline C4Timeline;

/* `css` is where keyframes are written to; it must live as long. */
C4Timeline *c4_timeline_new (GString *css);
void c4_timeline_free (C4Timeline *timeline);

/* The next slide. All of them come before any keyframes. */
void c4_timeline_add (C4Timeline *timeline, const C4View *view);

double c4_timeline_get_total (const C4Timeline *timeline);
double c4_timeline_get_start (const C4Timeline *timeline, guint slide); /* after the last: total */
const C4TimelinePage *c4_timeline_get_pages (const C4Timeline *timeline, guint slide,
                                             guint *n_pages);

/* What a property is at a step; 0: of the whole. */
typedef double (*C4TimelineFunc) (guint step, gconstpointer user_data);

gboolean c4_timeline_changes (const C4Timeline *timeline, guint slide, C4TimelineFunc value,
                              gconstpointer user_data);

/* How a property goes from page to page of a slide, as the animation `name`. */
void c4_timeline_append_pages (C4Timeline *timeline, guint slide, const char *name,
                               const char *property, C4TimelineFunc value,
                               gconstpointer user_data);

/* One keyframe: what a property is at a time, in seconds. */
void c4_timeline_append (C4Timeline *timeline, double time, const char *property, double value,
                         const char *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Timeline, c4_timeline_free)

G_END_DECLS
