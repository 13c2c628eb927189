/* c4-manual-layout.c: what seefour-layout says of itself. */

#include "c4-manual.h"

#include <glib/gi18n.h>

static const C4ManualItem statuses[] = {
  { "0", "Standard input has ended." },
  { "1", "A reply could not be written." },
  { "2", "The options were not understood." },
  { NULL },
};

static const C4ManualSection sections[] = {
  { "LIMITS",
    "A process may use 2 GB of address space and 70 seconds of processor time for one layout. It "
    "ends with whoever started it.",
    NULL },
  { "EXIT STATUS", NULL, statuses },
  { NULL },
};

const C4Manual c4_manual_layout = {
  .name = "seefour-layout",
  .summary = "lay out the diagrams of seefour",
  .arguments = "",
  .description
  = N_ ("Lays out graphs for seefour and seefour-cli, which start it themselves: there is\n"
        "no need to call it."),
  .details = "Requests come on standard input, replies go to standard output, both as framed "
             "GVariants. Graphviz runs in this program alone, so that it can be stopped, and can't "
             "take the viewer down with it.",
  .options = c4_program_options,
  .sections = sections,
  .see_also = "seefour",
};
