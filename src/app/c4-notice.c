/* c4-notice.c: the most important thing first: that the diagram isn't what the files say now. */

#include "c4-notice.h"

#include <glib/gi18n.h>

/* Returns: (transfer full) (nullable): the first problem of a file, with its place. */
static char *
dup_first_problem (const GPtrArray *problems, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  for (guint i = 0; i < problems->len; i++)
    {
      const C4Problem *problem = problems->pdata[i];

      if (!g_str_equal (problem->file, path))
        continue;
      if (problem->line == 0)
        return g_strdup_printf ("%s: %s", name, problem->message);
      return g_strdup_printf ("%s:%u:%u: %s", name, problem->line, problem->column,
                              problem->message);
    }
  return NULL;
}

/* Some problems end in a question of their own. */
static char *
dup_sentence (const char *text)
{
  /* Translators: what is wrong, as a sentence of its own */
  return g_str_has_suffix (text, "?") ? g_strdup (text) : g_strdup_printf (_ ("%s."), text);
}

/**
 * c4_dup_reason:
 * @problems: (element-type C4Problem): what is wrong with a file or folder that can't be drawn
 *
 * Returns: (transfer full) (nullable): a sentence that says it all; %NULL: it takes a list, with
 *   places
 */
char *
c4_dup_reason (const GPtrArray *problems)
{
  const C4Problem *problem = problems->len == 1 ? problems->pdata[0] : NULL;
  g_autofree char *first = NULL;
  g_autofree char *text = NULL;

  if (problem == NULL || problem->line > 0)
    return NULL;
  first = g_utf8_strup (problem->message, g_utf8_next_char (problem->message) - problem->message);
  text = g_strconcat (first, g_utf8_next_char (problem->message), NULL);
  return dup_sentence (text);
}

/* What happened to a file of which an earlier state is drawn. */
static char *
dup_cause (const GPtrArray *problems, const C4OutdatedFile *outdated)
{
  g_autofree char *name = g_path_get_basename (outdated->path);

  if (outdated->deleted)
    return g_strdup_printf (_ ("“%s” was deleted"), name);
  return dup_first_problem (problems, outdated->path);
}

static char *
dup_outdated_notice (const GPtrArray *problems, const GPtrArray *outdated)
{
  g_autofree char *cause = dup_cause (problems, outdated->pdata[0]);
  g_autofree char *sentence = dup_sentence (cause);
  guint n_more = outdated->len - 1;
  g_autofree char *more = NULL;

  if (n_more == 0)
    return g_strdup_printf (_ ("%s The picture shows the last good version."), sentence);
  more = g_strdup_printf (ngettext ("%u more file is broken.", "%u more files are broken.",
                                    n_more),
                          n_more);
  return g_strdup_printf (_ ("%s %s The picture shows the last good versions."), sentence, more);
}

/**
 * c4_dup_notice:
 * @problems: (element-type C4Problem): what is wrong with the files
 * @outdated: (element-type C4OutdatedFile): the files that are drawn in an earlier state
 *
 * Returns: (transfer full) (nullable): what to tell who sees the diagram; %NULL when all is well
 */
char *
c4_dup_notice (const GPtrArray *problems, const GPtrArray *outdated)
{
  if (problems->len == 0)
    return NULL;
  if (outdated->len > 0)
    return dup_outdated_notice (problems, outdated);
  return g_strdup_printf (ngettext ("%u problem was found", "%u problems were found",
                                    problems->len),
                          problems->len);
}
