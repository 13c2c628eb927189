/* c4-part.h: a box or a line of a diagram on the accessibility bus. */

#pragma once

#include "c4-part-list.h"
#include "c4-wayfinding.h"

G_BEGIN_DECLS

#if C4_HAS_PARTS

#define C4_TYPE_PART (c4_part_get_type ())
G_DECLARE_FINAL_TYPE (C4Part, c4_part, C4, PART, GObject)

C4Part *c4_part_new (C4PartList *list, guint position);
void c4_part_close (C4Part *part);
#if C4_PARTS_HAVE_FOCUS
void c4_part_relate (C4Part *part);
#endif

/* c4-part-list.c: what parts ask their list for. */
GtkAccessible *c4_part_list_dup_part (C4PartList *list, guint position);
GtkAccessible *c4_part_list_find_part (C4PartList *list, C4Owner owner);
C4Canvas *c4_part_list_get_canvas (C4PartList *list);
const C4Stop *c4_part_list_get_stop (C4PartList *list, guint position);

#endif

G_END_DECLS
