/* c4-c4gen-reader.h: makes a model of a c4gen file's tree. */

#pragma once

#include "c4-yaml.h"

G_BEGIN_DECLS

C4Model *c4_c4gen_read_model (const C4YamlDocument *document, C4Report *report);
C4Model *c4_c4gen_read_candidates (const C4YamlDocument *document, C4Report *report);
gboolean c4_c4gen_looks_like_model (const C4YamlDocument *document);

G_END_DECLS
