/* c4-document.h: what is open: a file or folder, the workspace read from it, its outline, and what
 * is wrong with it. Watches the files, reads off the main thread and swaps whole values in. */

#pragma once

#include "c4-outline.h"
#include "c4-revision.h"

G_BEGIN_DECLS

#define C4_TYPE_DOCUMENT (c4_document_get_type ())
G_DECLARE_FINAL_TYPE (C4Document, c4_document, C4, DOCUMENT, GObject)

C4Document *c4_document_new (void);

void c4_document_load (C4Document *document, GFile *file);
void c4_document_reload (C4Document *document);
void c4_document_load_member (C4Document *document, const char *system_id);
void c4_document_cancel (C4Document *document);

GFile *c4_document_get_file (C4Document *document);
gboolean c4_document_get_loading (C4Document *document);
C4Workspace *c4_document_get_workspace (C4Document *document);
const GPtrArray *c4_document_get_outline (C4Document *document);
const GPtrArray *c4_document_get_problems (C4Document *document);
const GPtrArray *c4_document_get_outdated (C4Document *document);

G_END_DECLS
