/* c4-export-names.c: names of exported files. */

#include "c4-export-names.h"

#include <string.h>

/* Bytes of each part of a path: most file systems take 255, and the ending and the marks of a
 * temporary file are to be added. */
#define MAX_PART 200

/* What some file system or other gives a meaning to. */
#define RESERVED "\\:*?\"<>|"

/* One folder's or file's name from any text. Ids come from files that others wrote: neither ".."
 * nor a hidden file may come of them. */
static void
append_part (GString *name, const char *part)
{
  gsize start = name->len;

  for (const char *p = part; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (name->len - start >= MAX_PART)
        break;
      if (!g_unichar_isprint (c) || (c < 0x80 && strchr (RESERVED, (int) c) != NULL))
        c = '_';
      if (c == '.' && name->len == start)
        c = '_';
      g_string_append_unichar (name, c);
    }
  if (name->len == start)
    g_string_append_c (name, '_');
}

static char *
dup_base (const char *view_path)
{
  g_autofree char *valid = g_utf8_make_valid (view_path, -1);
  g_auto (GStrv) parts = g_strsplit (valid, "/", -1);
  GString *name = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (name, '/');
      append_part (name, parts[i]);
    }
  if (name->len == 0)
    append_part (name, "");
  return g_string_free (name, FALSE);
}

/**
 * c4_export_dup_name:
 * @view_path: the path of a view
 * @format: the kind of file
 *
 * Returns: (transfer full): the file's name, relative to the folder of the export
 */
char *
c4_export_dup_name (const char *view_path, C4Format format)
{
  g_autofree char *base = dup_base (view_path);

  return g_strdup_printf ("%s.%s", base, c4_format_extension (format));
}

/* Names have as many digits as the last, so that they sort. */
static int
count_digits (guint last)
{
  return last >= 1000 ? 4 : last >= 100 ? 3 : 2;
}

/**
 * c4_export_dup_slide_name:
 * @view_path: the path of a view
 * @number: of the slide, from 1
 * @n_slides: how many there are
 * @format: the kind of file
 *
 * Returns: (transfer full): the file's name, in the folder of the export
 */
char *
c4_export_dup_slide_name (const char *view_path, guint number, guint n_slides, C4Format format)
{
  g_autofree char *flat = g_strdelimit (g_strdup (view_path), "/", '-');
  g_autofree char *name = c4_export_dup_name (flat, format);

  return g_strdup_printf ("%0*u-%s", count_digits (n_slides), number, name);
}

/**
 * c4_export_dup_step_name:
 * @name: the name of a dynamic view's file
 * @step: from 1
 * @n_steps: how many there are
 *
 * Returns: (transfer full): the file's name, relative to the folder of the export
 */
char *
c4_export_dup_step_name (const char *name, guint step, guint n_steps)
{
  const char *dot = strrchr (name, '.');

  return g_strdup_printf ("%.*s-step-%0*u%s", (int) (dot - name), name, count_digits (n_steps),
                          step, dot);
}

/**
 * c4_export_dup_link:
 * @from_name: the name of a file of the export
 * @to_name: the name of another
 *
 * Returns: (transfer full): the address of the other, relative to the first
 */
char *
c4_export_dup_link (const char *from_name, const char *to_name)
{
  GString *link = g_string_new (NULL);
  g_autofree char *escaped = NULL;
  gsize common = 0;

  for (gsize i = 0; from_name[i] != '\0' && from_name[i] == to_name[i]; i++)
    if (from_name[i] == '/')
      common = i + 1;
  for (const char *p = from_name + common; *p != '\0'; p++)
    if (*p == '/')
      g_string_append (link, "../");
  escaped = g_uri_escape_string (to_name + common, "/", FALSE);
  g_string_append (link, escaped);
  return g_string_free (link, FALSE);
}
