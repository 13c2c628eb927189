/* c4-watched-folders.h: in which folders a change can be one of what is open. */

#pragma once

#include "c4-workspace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GStrv c4_watched_folders_list (GFile *file, const C4Workspace *workspace, GStrv known);

G_END_DECLS
