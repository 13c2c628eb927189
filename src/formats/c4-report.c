/* c4-report.c: collects the problems of one file, then puts them in order. */

#include "c4-report.h"

#include <glib/gi18n.h>
#include <string.h>

/* More than anybody reads; it bounds what a hostile file can make us remember. */
#define MAX_PROBLEMS_PER_FILE 1000

/* Characters of a file's text that a message repeats. */
#define MAX_QUOTED_LENGTH 60

static int
compare_places (gconstpointer a, gconstpointer b, gpointer unused)
{
  const C4Problem *first = *(C4Problem *const *) a;
  const C4Problem *second = *(C4Problem *const *) b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;
  return 0;
}

static gboolean
is_same_problem (const C4Problem *first, const C4Problem *second)
{
  return first->line == second->line && first->column == second->column
         && strcmp (first->message, second->message) == 0;
}

/* What stands behind a YAML anchor is looked at once for each alias that names it. */
static void
drop_repeated (GPtrArray *problems, guint first)
{
  guint kept = first;

  for (guint i = first; i < problems->len; i++)
    {
      C4Problem *problem = problems->pdata[i];

      if (kept > first && is_same_problem (problems->pdata[kept - 1], problem))
        c4_problem_free (problem);
      else
        problems->pdata[kept++] = problem;
    }
  memset (problems->pdata + kept, 0, (problems->len - kept) * sizeof (gpointer));
  problems->len = kept;
}

static void G_GNUC_PRINTF (4, 0)
add (C4Report *report, C4Severity severity, C4Position position, const char *format,
     va_list arguments)
{
  if (report->problems->len - report->first >= MAX_PROBLEMS_PER_FILE)
    {
      report->omitted++;
      return;
    }
  c4_problems_add_valist (report->problems, severity, report->file, position.line,
                          position.column, format, arguments);
}

/**
 * c4_report_begin:
 * @report: a report to set up
 * @problems: (element-type C4Problem): the list that the file's problems are added to
 * @file: path or URI of the file; must outlive @report
 */
void
c4_report_begin (C4Report *report, GPtrArray *problems, const char *file)
{
  *report = (C4Report){ .problems = problems, .file = file, .first = problems->len };
}

void
c4_report_error (C4Report *report, C4Position position, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add (report, C4_SEVERITY_ERROR, position, format, arguments);
  va_end (arguments);
}

void
c4_report_warning (C4Report *report, C4Position position, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add (report, C4_SEVERITY_WARNING, position, format, arguments);
  va_end (arguments);
}

/**
 * c4_report_end:
 * @report: a report
 *
 * Sorts the file's problems by their place and says how many there were beyond those listed.
 */
void
c4_report_end (C4Report *report)
{
  GPtrArray *problems = report->problems;

  if (problems->len == report->first)
    return;
  g_qsort_with_data (problems->pdata + report->first, (int) (problems->len - report->first),
                     sizeof (gpointer), compare_places, NULL);
  drop_repeated (problems, report->first);
  if (report->omitted > 0)
    c4_problems_add (problems, C4_SEVERITY_ERROR, report->file, 0, 0,
                     ngettext ("%u more problem is not listed", "%u more problems are not listed",
                               report->omitted),
                     report->omitted);
}

/**
 * c4_quote:
 * @text: text from a file
 *
 * Returns: (transfer full): @text in quotation marks, on one line, shortened when it is long
 */
char *
c4_quote (const char *text)
{
  /* Translators: the marks around words of a file, as in: there is no view “container” */
  g_autoptr (GString) quoted = g_string_new (C_ ("opening quotation mark", "“"));
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (++n > MAX_QUOTED_LENGTH)
        {
          g_string_append (quoted, "…");
          break;
        }
      g_string_append_unichar (quoted, g_unichar_isprint (character) ? character : ' ');
    }
  g_string_append (quoted, C_ ("closing quotation mark", "”"));
  return g_string_free (g_steal_pointer (&quoted), FALSE);
}
