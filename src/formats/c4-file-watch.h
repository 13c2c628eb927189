/* c4-file-watch.h: tells when any of a set of files has changed and come to rest. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define C4_TYPE_FILE_WATCH (c4_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (C4FileWatch, c4_file_watch, C4, FILE_WATCH, GObject)

C4FileWatch *c4_file_watch_new (void);
void c4_file_watch_set_folders (C4FileWatch *watch, const char *const *uris);

G_END_DECLS
