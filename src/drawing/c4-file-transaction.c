/* c4-file-transaction.c: temporary files that are renamed when all of them are there. */

#include "c4-file-transaction.h"

#include <glib/gi18n.h>

/* Names that may be taken before this is given up. */
#define MAX_TRIES 100

typedef struct
{
  GFile *file;
  GFile *temporary; /* NULL once it is in its place */
  GFile *former;    /* a copy of what was there before; NULL: nothing was */
  guint rank;
} Part;

struct _C4FileTransaction
{
  GArray *parts;      /* (element-type Part) */
  GPtrArray *folders; /* (element-type GFile) made for them, the outer ones first */
  gboolean committed;
};

static void
part_clear (gpointer pointer)
{
  Part *part = pointer;

  g_clear_object (&part->file);
  g_clear_object (&part->temporary);
  g_clear_object (&part->former);
}

/* Makes a folder and those that it is in, and remembers which were not there. */
static gboolean
make_folder (C4FileTransaction *transaction, GFile *folder, GError **error)
{
  g_autoptr (GFile) parent = NULL;

  if (g_file_query_exists (folder, NULL))
    return TRUE;
  parent = g_file_get_parent (folder);
  if (parent != NULL && !make_folder (transaction, parent, error))
    return FALSE;
  if (!g_file_make_directory (folder, NULL, error))
    return FALSE;
  g_ptr_array_add (transaction->folders, g_object_ref (folder));
  return TRUE;
}

/* A file beside `file`, under a name that hardly anything else has. */
static GFile *
make_neighbour (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *hidden = g_strdup_printf (".%s.%08x", name, g_random_int ());

  return g_file_get_child (folder, hidden);
}

/* An empty file beside `file` under a name that nothing else has. */
static GFileOutputStream *
create_temporary (GFile *file, GFile **temporary, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autoptr (GFile) candidate = make_neighbour (file);
      g_autoptr (GError) problem = NULL;
      GFileOutputStream *stream
          = g_file_create (candidate, G_FILE_CREATE_NONE, cancellable, &problem);

      if (stream != NULL)
        {
          *temporary = g_steal_pointer (&candidate);
          return stream;
        }
      if (!g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS) || i + 1 == MAX_TRIES)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          break;
        }
    }
  return NULL;
}

static gboolean
write_temporary (C4FileTransaction *transaction, GFile *file, GBytes *content, guint rank,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  Part part = { .rank = rank };
  gsize length;
  gconstpointer bytes = g_bytes_get_data (content, &length);

  stream = create_temporary (file, &part.temporary, cancellable, error);
  if (stream == NULL)
    return FALSE;
  part.file = g_object_ref (file);
  g_array_append_val (transaction->parts, part);
  return g_output_stream_write_all (G_OUTPUT_STREAM (stream), bytes, length, NULL, cancellable,
                                    error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

/* What was there before comes back. */
static void
roll_back (C4FileTransaction *transaction)
{
  for (guint i = 0; i < transaction->parts->len; i++)
    {
      const Part *part = &g_array_index (transaction->parts, Part, i);

      g_file_delete (part->temporary != NULL ? part->temporary : part->file, NULL, NULL);
      if (part->former != NULL)
        g_file_move (part->former, part->file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL);
    }
  for (guint i = transaction->folders->len; i-- > 0;)
    g_file_delete (transaction->folders->pdata[i], NULL, NULL);
}

/* A copy, so that there always is a file of that name. */
static gboolean
keep_former (Part *part, GError **error)
{
  g_autoptr (GFile) former = make_neighbour (part->file);
  GFileType type
      = g_file_query_file_type (part->file, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL);

  if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_SYMBOLIC_LINK)
    return TRUE;
  if (!g_file_copy (part->file, former, G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, error))
    return FALSE;
  part->former = g_steal_pointer (&former);
  return TRUE;
}

/* What one alone replaces stays as it is if that fails. */
static gboolean
put_in_place (Part *part, gboolean alone, GError **error)
{
  if ((!alone && !keep_former (part, error))
      || !g_file_move (part->temporary, part->file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
    return FALSE;
  g_clear_object (&part->temporary);
  return TRUE;
}

static void
forget_former (C4FileTransaction *transaction)
{
  for (guint i = 0; i < transaction->parts->len; i++)
    {
      Part *part = &g_array_index (transaction->parts, Part, i);

      if (part->former != NULL)
        g_file_delete (part->former, NULL, NULL);
    }
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Part *first = a;
  const Part *second = b;

  return (first->rank > second->rank) - (first->rank < second->rank);
}

C4FileTransaction *
c4_file_transaction_new (void)
{
  C4FileTransaction *transaction = g_new0 (C4FileTransaction, 1);

  transaction->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (transaction->parts, part_clear);
  transaction->folders = g_ptr_array_new_with_free_func (g_object_unref);
  return transaction;
}

void
c4_file_transaction_free (C4FileTransaction *transaction)
{
  if (!transaction->committed)
    roll_back (transaction);
  g_array_unref (transaction->parts);
  g_ptr_array_unref (transaction->folders);
  g_free (transaction);
}

/**
 * c4_file_transaction_add:
 * @transaction: a transaction
 * @file: the file to write
 * @content: all of it
 * @rank: its place among the files, however late it comes
 * @cancellable: (nullable): may interrupt the writing
 * @error: return location for an error, which names @file
 *
 * Returns: whether it is written; if not, the whole transaction can only be freed
 */
gboolean
c4_file_transaction_add (C4FileTransaction *transaction, GFile *file, GBytes *content, guint rank,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_parse_name (file);

  if (folder != NULL && make_folder (transaction, folder, error)
      && write_temporary (transaction, file, content, rank, cancellable, error))
    return TRUE;
  if (folder == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _ ("it is a folder"));
  g_prefix_error (error, "%s: ", name);
  return FALSE;
}

/**
 * c4_file_transaction_commit:
 * @transaction: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type GFile) (nullable): the files by rank; %NULL when one of
 *   them can't be put in its place
 */
GPtrArray *
c4_file_transaction_commit (C4FileTransaction *transaction, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_array_sort (transaction->parts, compare_ranks); /* a stable sort */
  for (guint i = 0; i < transaction->parts->len; i++)
    {
      Part *part = &g_array_index (transaction->parts, Part, i);
      g_autofree char *name = g_file_get_parse_name (part->file);

      if (!put_in_place (part, transaction->parts->len == 1, error))
        {
          g_prefix_error (error, "%s: ", name);
          return NULL;
        }
      g_ptr_array_add (files, g_object_ref (part->file));
    }
  forget_former (transaction);
  transaction->committed = TRUE;
  return g_steal_pointer (&files);
}
