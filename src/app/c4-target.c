/* c4-target.c: tells a '#' that begins the name of a view from one that belongs to a file's name:
 * by which file is there. */

#include "c4-target.h"

#include <string.h>

static C4Target *
make (GFile *file, const char *view)
{
  C4Target *target = g_new0 (C4Target, 1);

  target->file = file;
  target->view = view != NULL && *view != '\0' ? g_strdup (view) : NULL;
  return target;
}

/* Returns: (transfer full): the name with its '#' as such, be it a path or an address. */
static char *
dup_name (GFile *file, gboolean is_path)
{
  g_autofree char *uri = NULL;
  g_auto (GStrv) parts = NULL;

  if (is_path)
    return g_file_get_path (file);
  uri = g_file_get_uri (file);
  parts = g_strsplit (uri, "%23", -1);
  return g_strjoinv ("#", parts);
}

static GFile *
make_file (const char *name, gsize length, gboolean is_path)
{
  g_autofree char *part = g_strndup (name, length);

  return is_path ? g_file_new_for_path (part) : g_file_new_for_uri (part);
}

/**
 * c4_target_new:
 * @argument: what was named
 *
 * Looks which files are there: the whole of @argument may be the name of one, or else what is before
 * a '#', the last one first. When none is there, the last '#' begins a view.
 *
 * Returns: (transfer full): the file and view that are meant
 */
C4Target *
c4_target_new (GFile *argument)
{
  gboolean is_path = g_file_peek_path (argument) != NULL;
  g_autofree char *name = dup_name (argument, is_path);
  const char *last = strrchr (name, '#');

  if (last == NULL || g_file_query_exists (argument, NULL))
    return make (g_object_ref (argument), NULL);
  for (const char *hash = last; hash != NULL; hash = g_strrstr_len (name, hash - name, "#"))
    {
      g_autoptr (GFile) file = make_file (name, (gsize) (hash - name), is_path);

      if (g_file_query_exists (file, NULL))
        return make (g_steal_pointer (&file), hash + 1);
    }
  return make (make_file (name, (gsize) (last - name), is_path), last + 1);
}

void
c4_target_free (C4Target *target)
{
  g_object_unref (target->file);
  g_free (target->view);
  g_free (target);
}
