/* c4-problem.h: something wrong with a file, and where. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  C4_SEVERITY_WARNING,
  C4_SEVERITY_ERROR,
} C4Severity;

typedef struct
{
  C4Severity severity;
  char *file;   /* path or URI as the user gave it */
  guint line;   /* from 1; 0: the file as a whole */
  guint column; /* from 1; 0 with line 0 */
  char *message; /* what is wrong, and what to do about it */
} C4Problem;

void c4_problem_free (C4Problem *problem);
char *c4_problem_to_string (const C4Problem *problem); /* file:line:column: severity: text */


GPtrArray *c4_problems_new (void); /* (element-type C4Problem) */
void c4_problems_add (GPtrArray *problems, C4Severity severity, const char *file, guint line,
                      guint column, const char *format, ...) G_GNUC_PRINTF (6, 7);
guint c4_problems_count (const GPtrArray *problems, C4Severity severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Problem, c4_problem_free)

G_END_DECLS
