/* c4-problem.c: problems and lists of them. */

#include "c4-problem.h"

void
c4_problem_free (C4Problem *problem)
{
  g_free (problem->file);
  g_free (problem->message);
  g_free (problem);
}

const char *
c4_severity_to_string (C4Severity severity)
{
  return severity == C4_SEVERITY_ERROR ? "error" : "warning";
}

/**
 * c4_problem_to_string:
 * @problem: a problem
 *
 * Returns: (transfer full): one line in the form that editors and CI understand,
 *   `file:line:column: severity: message`; without the numbers when it is the file as a whole
 */
char *
c4_problem_to_string (const C4Problem *problem)
{
  const char *severity = c4_severity_to_string (problem->severity);

  if (problem->line == 0)
    return g_strdup_printf ("%s: %s: %s", problem->file, severity, problem->message);
  return g_strdup_printf ("%s:%u:%u: %s: %s", problem->file, problem->line, problem->column,
                          severity, problem->message);
}

/**
 * c4_problems_new:
 *
 * Returns: (transfer full) (element-type C4Problem): an empty list, which owns what is added
 */
GPtrArray *
c4_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) c4_problem_free);
}

/**
 * c4_problems_add:
 * @problems: (element-type C4Problem): a list of problems
 * @severity: how bad it is
 * @file: path or URI of the file
 * @line: from 1; 0 for the file as a whole
 * @column: in characters, from 1
 * @format: a printf() format for the message
 * @...: its arguments
 *
 * Adds a problem at the end of the list.
 */
void
c4_problems_add (GPtrArray *problems, C4Severity severity, const char *file, guint line,
                 guint column, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  c4_problems_add_valist (problems, severity, file, line, column, format, arguments);
  va_end (arguments);
}

void
c4_problems_add_valist (GPtrArray *problems, C4Severity severity, const char *file, guint line,
                        guint column, const char *format, va_list arguments)
{
  C4Problem *problem = g_new0 (C4Problem, 1);

  problem->severity = severity;
  problem->file = g_strdup (file);
  problem->line = line;
  problem->column = column;
  problem->message = g_strdup_vprintf (format, arguments);
  g_ptr_array_add (problems, problem);
}

/**
 * c4_problems_count:
 * @problems: (element-type C4Problem): a list of problems
 * @severity: a severity
 *
 * Returns: how many of @problems have this severity
 */
guint
c4_problems_count (const GPtrArray *problems, C4Severity severity)
{
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const C4Problem *problem = problems->pdata[i];

      if (problem->severity == severity)
        n++;
    }
  return n;
}
