/* c4-presentation-pointer.h: the mouse pointer over a presentation: it hides while it rests, or it
 * is a spot that the room can see. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define C4_TYPE_PRESENTATION_POINTER (c4_presentation_pointer_get_type ())
G_DECLARE_FINAL_TYPE (C4PresentationPointer, c4_presentation_pointer, C4, PRESENTATION_POINTER,
                      GObject)

C4PresentationPointer *c4_presentation_pointer_new (GtkWidget *widget);
void c4_presentation_pointer_set_lit (C4PresentationPointer *pointer, gboolean lit);

G_END_DECLS
