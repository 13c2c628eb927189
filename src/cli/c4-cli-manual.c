/* c4-cli-manual.c: what seefour-cli says of itself. What each command says stands beside it. */

#include "c4-cli.h"

#include <glib/gi18n.h>

static const C4Command *const commands[] = {
  &c4_cli_views_command,
  &c4_cli_export_command,
  &c4_cli_check_command,
  &c4_cli_analyze_command,
  NULL,
};

static const C4ManualItem statuses[] = {
  { "0", "All is well." },
  { "1", "The model has errors, a file could not be read or written, or `analyze` found what "
         "`--fail-on` names." },
  { "2", "The command was not understood." },
  { NULL },
};

static const C4ManualItem environment[] = {
  { "SEEFOUR_LAYOUT_HELPER",
    "The layout program to use instead of the installed `seefour-layout`." },
  { "SEEFOUR_LOCALE_DIR", "The folder of translations to use instead of the installed one." },
  { "SOURCE_DATE_EPOCH",
    "The date on pictures, in seconds since 1970: with it the same input gives the same bytes." },
  { NULL },
};

static const C4ManualItem examples[] = {
  { "seefour-cli export model.yaml -o diagrams/", "All diagrams for a web page." },
  { "seefour-cli export model.yaml --view container --size 1920x1080 -o containers.png",
    "One diagram for a slide." },
  { "seefour-cli check models/", "A check before a commit." },
  { "seefour-cli analyze --fail-on=sync-cycles models/", "A gate in continuous integration." },
  { NULL },
};

static const C4ManualSection sections[] = {
  { "EXIT STATUS", NULL, statuses },
  { "ENVIRONMENT", NULL, environment },
  { "EXAMPLES", NULL, examples },
  { NULL },
};

const C4Manual c4_manual_cli = {
  .name = "seefour-cli",
  .summary = "export, check and analyze C4 architecture models",
  .arguments = "COMMAND [ARGUMENT…]",
  .description = N_ ("Makes the diagrams of seefour without a display, and reports on the models."),
  .details = "A {MODEL} is a model in c4gen's YAML, a `workspace.yml`, or a folder of models. "
             "Problems are listed on standard error, one a line, as "
             "{FILE}:{LINE}:{COLUMN}: {SEVERITY}: {TEXT}.",
  .options = c4_program_options,
  .commands = commands,
  .sections = sections,
  .see_also = "seefour",
};
