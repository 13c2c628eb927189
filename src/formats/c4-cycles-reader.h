/* c4-cycles-reader.h: the cycles that c4gen's graph analysis found. */

#pragma once

#include "c4-yaml.h"

G_BEGIN_DECLS

GPtrArray *c4_cycles_read (const C4YamlDocument *document, C4Report *report);

G_END_DECLS
