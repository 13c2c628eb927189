/* c4-folder.h: the models in a folder. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *c4_folder_list_models (GFile *folder, GCancellable *cancellable, GError **error);

G_END_DECLS
