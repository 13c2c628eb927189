/* c4-file-transaction.h: several files that are written all, or none of them. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _C4FileTransaction C4FileTransaction;

C4FileTransaction *c4_file_transaction_new (void);

/* Undoes what was not committed. */
void c4_file_transaction_free (C4FileTransaction *transaction);

/* Blocks. Writes beside where the file will be, making the folders that it needs. */
gboolean c4_file_transaction_add (C4FileTransaction *transaction, GFile *file, GBytes *content,
                                  guint rank, GCancellable *cancellable, GError **error);

/* Blocks. Puts all files in their places, and returns them by rank. (transfer full)
 * (element-type GFile) (nullable) */
GPtrArray *c4_file_transaction_commit (C4FileTransaction *transaction, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4FileTransaction, c4_file_transaction_free)

G_END_DECLS
