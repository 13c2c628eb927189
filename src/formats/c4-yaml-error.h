/* c4-yaml-error.h: says in a user's words what libyaml found wrong with a file. */

#pragma once

#include "c4-report.h"

#include <yaml.h>

G_BEGIN_DECLS

void c4_yaml_report_syntax_error (const yaml_parser_t *parser, const char *text, gsize length,
                                  C4Report *report);
void c4_yaml_check_characters (char *text, gsize length, C4Position position, C4Report *report);

G_END_DECLS
