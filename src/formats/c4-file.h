/* c4-file.h: reads files of any scheme, within limits. */

#pragma once

#include "c4-yaml.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char *c4_file_dup_name (GFile *file);
GFile *c4_file_new_for_name (const char *name);
GBytes *c4_file_read (GFile *file, GCancellable *cancellable, GError **error);
GBytes *c4_file_read_head (GFile *file, gsize length, GCancellable *cancellable, GError **error);
char *c4_file_explain (GFile *file, const GError *error);

GHashTable *c4_digests_new (void);
void c4_digests_add_all (GHashTable *digests, GHashTable *more);
C4YamlDocument *c4_file_parse (GFile *file, GCancellable *cancellable, C4Report *report,
                               GHashTable *digests);

G_END_DECLS
