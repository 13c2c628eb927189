/* c4-target.h: what somebody asks to see: a file or folder, and perhaps a view in it, as in
 * "shop.yaml#container" or "models#shop/container". */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GFile *file;
  char *view; /* NULL: whichever comes first */
} C4Target;

C4Target *c4_target_new (GFile *argument);
void c4_target_free (C4Target *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Target, c4_target_free)

G_END_DECLS
