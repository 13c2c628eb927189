/* c4-dot-ids.h: how Graphviz numbers what has a name. */

#pragma once

#include <cgraph.h>

extern Agiddisc_t c4_dot_ids;
