/* c4-owner.h: what one can point at in a scene. */

#pragma once

#include "c4-scene.h"

G_BEGIN_DECLS

static const C4Owner c4_owner_none = { C4_OWNER_PAGE, 0 };

static inline gboolean
c4_owner_equal (C4Owner a, C4Owner b)
{
  return a.type == b.type && a.index == b.index;
}

C4Owner c4_owner_selectable (C4Owner owner);
C4Owner c4_owner_find_again (C4Owner owner, const C4Scene *from, const C4Scene *to);
C4Rect c4_owner_get_bounds (C4Owner owner, const C4Scene *scene);

G_END_DECLS
