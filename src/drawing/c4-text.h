/* c4-text.h: measures text and breaks it into lines. The real measure is Pango's; tests have one
 * with fixed metrics, so that layouts can be tested without fonts. */

#pragma once

#include "c4-geometry.h"
#include "c4-theme.h"

G_BEGIN_DECLS

typedef struct _C4TextMeasure C4TextMeasure;

/* For use in one thread at a time. */
C4TextMeasure *c4_text_measure_new (void);
void c4_text_measure_prepare (void);
C4TextMeasure *c4_text_measure_new_fixed (void); /* each character 0.6 of the size */
void c4_text_measure_free (C4TextMeasure *measure);

/* In points. */
double c4_text_width (C4TextMeasure *measure, C4TextStyle style, const char *text);
double c4_text_line_height (C4TextStyle style);
double c4_text_baseline (C4TextStyle style); /* from the line's top */

/* Any text as one line that can be drawn. (transfer full) */
char *c4_text_normalize (const char *text);

/* Narrower lines than this break words. */
double c4_text_widest_word (C4TextMeasure *measure, C4TextStyle style, const char *text);

/* Breaks where the script allows (after spaces, "/" and "-"; between ideographs), and within a
 * word only where it alone is wider than `width`: into the fewest lines that fit, balanced.
 * White space is one space, or none at an end. (transfer full) (element-type utf8) */
GPtrArray *c4_text_wrap (C4TextMeasure *measure, C4TextStyle style, const char *text,
                         double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4TextMeasure, c4_text_measure_free)

G_END_DECLS
