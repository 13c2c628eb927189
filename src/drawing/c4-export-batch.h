/* c4-export-batch.h: the views of one export on their way to files: measured, laid out by somebody
 * else, written, and put in their places all at once. Blocks; for one thread at a time. */

#pragma once

#include "c4-deck.h"
#include "c4-export.h"

G_BEGIN_DECLS

/* One view. */
typedef struct
{
  char *path;
  char *name;         /* of its file, in the folder of the export */
  const C4DeckSlide *slide; /* what the deck says of it; nullable */
  guint rank;         /* among the views */
  C4Diagram *diagram; /* from when it is measured until it is written */
  C4Layout *layout;   /* to be set in between, unless the diagram needs none */
  C4Subset *shown;    /* what isn't dimmed; NULL: all is plain */
  C4Scene *scene;     /* of a page of the one PDF, from when it is composed */
} C4ExportItem;

typedef struct _C4ExportBatch C4ExportBatch;

C4ExportBatch *c4_export_batch_new (C4Workspace *workspace, const char *const *paths,
                                    GFile *target, gboolean target_is_folder,
                                    const C4ExportOptions *options);
void c4_export_batch_free (C4ExportBatch *batch);

guint c4_export_batch_get_n_items (const C4ExportBatch *batch);
C4ExportItem *c4_export_batch_get_item (const C4ExportBatch *batch, guint index);

gboolean c4_export_batch_measure (C4ExportBatch *batch, C4ExportItem *item, GError **error);
gboolean c4_export_batch_write (C4ExportBatch *batch, C4ExportItem *item,
                                GCancellable *cancellable, GError **error);

/* (transfer full) (element-type GFile): the files, which are now in their places. */
GPtrArray *c4_export_batch_commit (C4ExportBatch *batch, GCancellable *cancellable,
                                   GError **error);

/* Leaves nothing of what is not committed. */
void c4_export_batch_undo (C4ExportBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4ExportBatch, c4_export_batch_free)

G_END_DECLS
