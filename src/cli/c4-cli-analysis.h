/* c4-cli-analysis.h: what `seefour-cli analyze` says of couplings, as text and as JSON. */

#pragma once

#include "c4-dependencies.h"

G_BEGIN_DECLS

char *c4_cli_analysis_to_text (const C4Dependencies *dependencies);
char *c4_cli_analysis_to_json (const C4Dependencies *dependencies);

G_END_DECLS
