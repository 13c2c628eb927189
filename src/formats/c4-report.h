/* c4-report.h: what is wrong with one file, while it is being read. */

#pragma once

#include "c4-model.h"
#include "c4-problem.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *problems; /* (element-type C4Problem) of the files read so far */
  const char *file;
  guint first;   /* index of this file's first problem */
  guint omitted; /* problems beyond those that are listed */
} C4Report;

void c4_report_begin (C4Report *report, GPtrArray *problems, const char *file);
void c4_report_error (C4Report *report, C4Position position, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void c4_report_warning (C4Report *report, C4Position position, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void c4_report_end (C4Report *report);

char *c4_quote (const char *text);

G_END_DECLS
