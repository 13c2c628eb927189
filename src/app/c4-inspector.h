/* c4-inspector.h: the panel that says all about what is selected. */

#pragma once

#include "c4-facts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_INSPECTOR (c4_inspector_get_type ())
G_DECLARE_FINAL_TYPE (C4Inspector, c4_inspector, C4, INSPECTOR, AdwBin)

void c4_inspector_set_facts (C4Inspector *self, C4Facts *facts);
C4Facts *c4_inspector_get_facts (C4Inspector *self);

G_END_DECLS
