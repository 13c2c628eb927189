/* c4-revision.h: what is open, as it was read at one moment: what can be drawn of it, and what is
 * wrong with its files.
 *
 * Each is read in the light of the one before: what has been broken meanwhile is drawn in its last
 * good state. Immutable and shared by reference. */

#pragma once

#include "c4-loader.h"

G_BEGIN_DECLS

/* A file that is drawn in an earlier state than it is in. */
typedef struct
{
  char *path;
  gboolean deleted; /* otherwise it has errors */
} C4OutdatedFile;

typedef struct
{
  C4Workspace *workspace; /* NULL: nothing can be drawn, and never could. The one before's where
                           * it is still the same */
  GPtrArray *problems;    /* (element-type C4Problem) of the files as they are */
  GPtrArray *outdated;    /* (element-type C4OutdatedFile) in the order of the problems */
  GStrv folders;          /* URIs of the folders in which changes matter */
} C4Revision;

C4Revision *c4_revision_ref (C4Revision *revision);
void c4_revision_unref (C4Revision *revision);

/* Both block. `last` may be NULL where nothing was open. */
C4Revision *c4_revision_read (GFile *file, C4Revision *last, GCancellable *cancellable);
C4Revision *c4_revision_read_member (C4Revision *last, const char *system_id,
                                     GCancellable *cancellable);

/* The same off the calling thread; finish is for both and fails with G_IO_ERROR_CANCELLED alone. */
void c4_revision_read_async (GFile *file, C4Revision *last, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
void c4_revision_read_member_async (C4Revision *last, const char *system_id,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
C4Revision *c4_revision_read_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Revision, c4_revision_unref)

G_END_DECLS
