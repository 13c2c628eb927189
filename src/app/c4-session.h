/* c4-session.h: what is open, kept in a file from one start to the next: windows, their tabs, and
 * what is seen in each. */

#pragma once

#include "c4-application.h"

G_BEGIN_DECLS

void c4_session_save (C4Application *application);
gboolean c4_session_restore (C4Application *application);

G_END_DECLS
