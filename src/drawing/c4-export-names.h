/* c4-export-names.h: what exported views are called on disk, and how they link to each other. */

#pragma once

#include "c4-export.h"

G_BEGIN_DECLS

/* "mit-learn/container.svg": the view's path with what file systems don't take replaced; never
 * outside the folder that it is written to. (transfer full) */
char *c4_export_dup_name (const char *view_path, C4Format format);

/* "flow-login-step-03.png" (transfer full) */
char *c4_export_dup_step_name (const char *name, guint step, guint n_steps);

/* "03-mit-learn-container.png": all slides of a talk beside each other, in its order.
 * (transfer full) */
char *c4_export_dup_slide_name (const char *view_path, guint number, guint n_slides,
                                C4Format format);

/* The URI reference that leads from one such file to another. (transfer full) */
char *c4_export_dup_link (const char *from_name, const char *to_name);

G_END_DECLS
