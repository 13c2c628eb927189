/* c4-yaml-writer.h: texts as a person would write them in YAML. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* `indent` is what the lines of a text of several lines begin with, in columns. */
void c4_yaml_write_text (GString *yaml, const char *text, guint indent, const char *line_end);

G_END_DECLS
