/* c4-file.c: reads a file whole or its beginning, and says plainly why it can't. */

#include "c4-file.h"

#include <glib/gi18n.h>

#define MEGABYTE (1024 * 1024)
#define MAX_FILE_SIZE (64 * MEGABYTE)

/* What is asked for at once: more than any model that people write. */
#define CHUNK_SIZE 65536

/**
 * c4_file_dup_name:
 * @file: a file
 *
 * Returns: (transfer full): its path, or its URI when it has none, in UTF-8 whatever its name;
 *   c4_file_new_for_name() makes a file of it again
 */
char *
c4_file_dup_name (GFile *file)
{
  return g_file_get_parse_name (file);
}

GFile *
c4_file_new_for_name (const char *name)
{
  return g_file_parse_name (name);
}

static gboolean
check_size (GFileInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_input_stream_query_info (
      stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);

  if (info == NULL || g_file_info_get_size (info) <= MAX_FILE_SIZE)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("the file is larger than %d MB"),
               MAX_FILE_SIZE / MEGABYTE);
  return FALSE;
}

/* Not more than `limit` bytes, whatever a device or a pipe would still give. */
static GBytes *
read_stream (GInputStream *stream, gsize limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gsize n_read = 0;

  do
    {
      gsize n_wanted = MIN (limit - content->len, MAX (CHUNK_SIZE, content->len));
      gsize end = content->len;

      g_byte_array_set_size (content, (guint) (end + n_wanted));
      if (!g_input_stream_read_all (stream, content->data + end, n_wanted, &n_read, cancellable,
                                    error))
        return NULL;
      g_byte_array_set_size (content, (guint) (end + n_read));
    }
  while (n_read > 0 && content->len < limit);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/**
 * c4_file_read:
 * @file: a file of any scheme
 * @cancellable: (nullable): a cancellable
 * @error: a place for an error
 *
 * Reads a file whole, unless it is larger than 64 MB.
 *
 * Returns: (transfer full): its content
 */
GBytes *
c4_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GBytes) content = NULL;

  if (stream == NULL || !check_size (stream, cancellable, error))
    return NULL;
  content = read_stream (G_INPUT_STREAM (stream), MAX_FILE_SIZE + 1, cancellable, error);
  if (content == NULL)
    return NULL;
  if (g_bytes_get_size (content) > MAX_FILE_SIZE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("the file is larger than %d MB"),
                   MAX_FILE_SIZE / MEGABYTE);
      return NULL;
    }
  return g_steal_pointer (&content);
}

/**
 * c4_file_read_head:
 * @file: a file of any scheme
 * @length: in bytes
 * @cancellable: (nullable): a cancellable
 * @error: a place for an error
 *
 * Returns: (transfer full): the first @length bytes of @file, or all when it is shorter
 */
GBytes *
c4_file_read_head (GFile *file, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);

  if (stream == NULL)
    return NULL;
  return read_stream (G_INPUT_STREAM (stream), length, cancellable, error);
}

/* Returns: (transfer full) (nullable): where a link leads; %NULL when the file is none */
static char *
dup_target (GFile *file)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SYMLINK_TARGET,
                           G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);

  if (info == NULL)
    return NULL;
  return g_strdup (g_file_info_get_attribute_byte_string (
      info, G_FILE_ATTRIBUTE_STANDARD_SYMLINK_TARGET));
}

static char *
explain_absence (GFile *file)
{
  g_autofree char *target = dup_target (file);
  g_autofree char *shown = target != NULL ? g_filename_display_name (target) : NULL;

  if (shown == NULL)
    return g_strdup (_ ("there is no such file"));
  return g_strdup_printf (_ ("this is a link to “%s”, which is not there"), shown);
}

/**
 * c4_file_explain:
 * @file: a file; what is not there may be looked for once more
 * @error: why it could not be read
 *
 * Returns: (transfer full): the same in a few words, without the file's name
 */
char *
c4_file_explain (GFile *file, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return explain_absence (file);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return g_strdup (_ ("this is a folder, not a file"));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_strdup (_ ("you have no permission to read the file"));
  return g_strdup (error->message);
}

/* A file that can't be read differs from an empty one. */
static char *
dup_digest (GBytes *content)
{
  if (content == NULL)
    return g_strdup ("unreadable");
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA1, content);
}

/**
 * c4_digests_new:
 *
 * Returns: (transfer full) (element-type utf8 utf8): no file's checksum yet
 */
GHashTable *
c4_digests_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * c4_digests_add_all:
 * @digests: (element-type utf8 utf8): checksums by the files' names
 * @more: (element-type utf8 utf8): others, which take the place of those of the same name
 */
void
c4_digests_add_all (GHashTable *digests, GHashTable *more)
{
  GHashTableIter iter;
  gpointer name, digest;

  g_hash_table_iter_init (&iter, more);
  while (g_hash_table_iter_next (&iter, &name, &digest))
    g_hash_table_insert (digests, g_strdup (name), g_strdup (digest));
}

/**
 * c4_file_parse:
 * @file: a YAML file of any scheme
 * @cancellable: (nullable): a cancellable
 * @report: takes what is wrong with it
 * @digests: (element-type utf8 utf8): takes the checksum of its bytes, under the report's name
 *   of the file
 *
 * Returns: (transfer full): the document; without a root when @file can't be read
 */
C4YamlDocument *
c4_file_parse (GFile *file, GCancellable *cancellable, C4Report *report, GHashTable *digests)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = c4_file_read (file, cancellable, &error);
  g_autofree char *reason = NULL;
  C4YamlDocument *document;

  g_hash_table_insert (digests, g_strdup (report->file), dup_digest (content));
  if (content != NULL)
    return c4_yaml_parse (g_bytes_get_data (content, NULL), g_bytes_get_size (content), report);
  reason = c4_file_explain (file, error);
  c4_report_error (report, (C4Position){ 0 }, "%s", reason);
  document = c4_yaml_parse ("", 0, report);
  document->complete = FALSE;
  return document;
}
