/* c4-ids.h: the ids that a file declares, and references to them. */

#pragma once

#include "c4-yaml.h"

G_BEGIN_DECLS

typedef struct _C4Ids C4Ids;

C4Ids *c4_ids_new (C4Report *report);
void c4_ids_free (C4Ids *ids);

gboolean c4_ids_declare (C4Ids *ids, const char *noun, const C4YamlNode *object);
gboolean c4_ids_contains (const C4Ids *ids, const char *id);
void c4_ids_report_unknown (C4Ids *ids, const C4YamlNode *reference, const char *key,
                            const char *owner, const char *noun);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Ids, c4_ids_free)

G_END_DECLS
