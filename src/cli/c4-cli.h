/* c4-cli.h: the commands of seefour-cli, and what they have in common. */

#pragma once

#include "c4-loader.h"
#include "c4-manual.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  C4_CLI_FINE = 0,
  C4_CLI_FAILED = 1, /* the input has errors, or a file can't be read or written */
  C4_CLI_USAGE = 2,
} C4CliStatus;

/* Each is given its arguments with its own name first: "seefour-cli views", ... */
C4CliStatus c4_cli_analyze (GStrv arguments);
C4CliStatus c4_cli_check (GStrv arguments);
C4CliStatus c4_cli_export (GStrv arguments);
C4CliStatus c4_cli_views (GStrv arguments);

extern const C4Manual c4_manual_cli;
extern const C4Command c4_cli_analyze_command;
extern const C4Command c4_cli_check_command;
extern const C4Command c4_cli_export_command;
extern const C4Command c4_cli_views_command;

gboolean c4_cli_parse (const C4Command *command, gpointer values, GStrv *models, GStrv arguments);
int c4_cli_choose (const char *option, const char *word, const char *const *choices);
C4CliStatus c4_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);
void c4_cli_error (const char *format, ...) G_GNUC_PRINTF (1, 2);

char *c4_cli_dup_name (GFile *file);
C4LoadResult *c4_cli_load (const char *name);
gboolean c4_cli_load_failed (const C4LoadResult *result);

G_END_DECLS
