/* c4-talk-keys.h: which key means what in a talk, as in other presenters. Clickers send some
 * too. */

#pragma once

#include "c4-talk.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

C4TalkCommand c4_talk_command_for_key (guint key, GdkModifierType modifiers);

G_END_DECLS
