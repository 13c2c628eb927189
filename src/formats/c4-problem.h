/* c4-problem.h: something wrong with a file, and where. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  C4_SEVERITY_WARNING, /* what is drawn is right, but perhaps not what was meant */
  C4_SEVERITY_ERROR,
} C4Severity;

typedef struct
{
  C4Severity severity;
  char *file;    /* path or URI of the file */
  guint line;    /* from 1; 0: the file as a whole */
  guint column;  /* in characters, from 1; 0 with line 0 */
  char *message; /* what is wrong, and what to do about it; one line */
} C4Problem;

void c4_problem_free (C4Problem *problem);
char *c4_problem_to_string (const C4Problem *problem);
const char *c4_severity_to_string (C4Severity severity);

GPtrArray *c4_problems_new (void);
void c4_problems_add (GPtrArray *problems, C4Severity severity, const char *file, guint line,
                      guint column, const char *format, ...) G_GNUC_PRINTF (6, 7);
void c4_problems_add_valist (GPtrArray *problems, C4Severity severity, const char *file,
                             guint line, guint column, const char *format, va_list arguments)
    G_GNUC_PRINTF (6, 0);
guint c4_problems_count (const GPtrArray *problems, C4Severity severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Problem, c4_problem_free)

G_END_DECLS
