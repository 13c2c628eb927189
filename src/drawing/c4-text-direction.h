/* c4-text-direction.h: text from right to left. Each line says by itself which way it runs, as
 * painters, browsers and slide programs look at one line at a time. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* That of its first letter that has one. */
gboolean c4_text_is_rtl (const char *text);

/* Of the lines (element-type utf8) that a text became, changes those that would be read otherwise
 * by themselves than in it. */
void c4_text_carry_direction (GPtrArray *lines, const char *text);

G_END_DECLS
