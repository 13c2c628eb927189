/* c4-part-list.h: the parts of a diagram as assistive technology meets them: boxes and lines, each
 * an object of its own on the accessibility bus. Where GTK is too old for that there are none. */

#pragma once

#include "c4-canvas.h"

G_BEGIN_DECLS

/* GtkAccessible can be implemented since 4.10, but only since 4.18 can one say that the focus moved
 * to something that isn't a widget. */
#define C4_HAS_PARTS GTK_CHECK_VERSION (4, 10, 0)
#define C4_PARTS_HAVE_FOCUS GTK_CHECK_VERSION (4, 18, 0)

#if C4_HAS_PARTS

#define C4_TYPE_PART_LIST (c4_part_list_get_type ())
G_DECLARE_FINAL_TYPE (C4PartList, c4_part_list, C4, PART_LIST, GObject)

C4PartList *c4_part_list_new (C4Canvas *canvas);
void c4_part_list_close (C4PartList *list);
void c4_part_list_replace (C4PartList *list, C4PartList *former);

C4Owner c4_part_list_get_focus (C4PartList *list);
void c4_part_list_set_focus (C4PartList *list, C4Owner owner);

#endif

G_END_DECLS
