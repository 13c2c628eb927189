/* c4-presentation-private.h: what the files of a presentation share: what it shows
 * (c4-presentation.c), and on which screens (c4-presentation-screens.c). */

#pragma once

#include "c4-overview.h"
#include "c4-presentation-keys.h"
#include "c4-presentation-pointer.h"
#include "c4-presentation.h"

G_BEGIN_DECLS

struct _C4Presentation
{
  GtkWindow parent_instance;

  C4Stage *stage;
  GtkWidget *veil;
  C4Overview *overview;
  C4PresentationKeys *help;
  GtkLabel *hint;

  C4Document *document;
  C4Shelf *shelf;
  C4Talk *talk;
  C4DeckPlace shown; /* where the talk was when it was shown last */
  char *announced;   /* what was said of that page */
  C4PresentationPointer *pointer;
  GTimer *timer;      /* since the talk began; the speaker may stop it */
  GtkWindow *speaker; /* NULL: the speaker has no window */
  GdkMonitor *monitor;
  gboolean restyled; /* what the stage shows is in the other style */
  guint settling;    /* the source that looks at the screens anew; 0: none */
  GtkApplication *awake; /* who keeps the screen on; a window that goes has no application. NULL:
                          * nobody does */
  guint inhibited;       /* what it knows that by; 0: the session can't be asked */
  guint next_page;   /* the source that goes on when it plays by itself; 0: none */
};

/* c4-presentation-screens.c */
void c4_presentation_screens_init (C4Presentation *self);
void c4_presentation_choose_monitor (C4Presentation *self, GtkWindow *from);
void c4_presentation_next_monitor (C4Presentation *self);
void c4_presentation_go_to_monitor (C4Presentation *self, GdkMonitor *monitor);
void c4_presentation_show_speaker (C4Presentation *self);
void c4_presentation_inhibit (C4Presentation *self);
void c4_presentation_uninhibit (C4Presentation *self);

G_END_DECLS
