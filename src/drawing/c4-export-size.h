/* c4-export-size.h: the sizes that pictures are made for: screens, projectors, paper. */

#pragma once

#include "c4-export.h"

G_BEGIN_DECLS

/* Of each side, in pixels: what cairo can draw. */
#define C4_EXPORT_MAX_SIDE 32767
#define C4_EXPORT_MAX_SCALE 100.0

/* "1920x1080", "3840x2160", "16:9", "4:3", "a4", "letter"; NULL-terminated. */
extern const char *const c4_export_size_names[];

/* Any of them, or any WIDTHxHEIGHT. What paper and shapes are in pixels or points depends on the
 * format, which must be set before. */
gboolean c4_export_options_set_size (C4ExportOptions *options, const char *size);

G_END_DECLS
