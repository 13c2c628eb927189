/* c4-cli-lens.h: what views are exported through: a focus and filters, as the window has them. */

#pragma once

#include "c4-lens.h"
#include "c4-workspace.h"

G_BEGIN_DECLS

/* What the options say, before it is understood. */
typedef struct
{
  char *focus; /* NULL: none */
  char *focus_target;
  char *hops;
  char *direction;
  gboolean dim;
  char *only;
  GStrv tags;
  GStrv protocols;
  GStrv technologies;
  gboolean no_external;
} C4LensArguments;

extern const char *const c4_cli_hops[];
extern const char *const c4_cli_directions[];
extern const char *const c4_cli_modes[];

void c4_lens_arguments_clear (C4LensArguments *arguments);
gboolean c4_lens_arguments_parse (const C4LensArguments *arguments, C4Lens **lens);

gboolean c4_cli_lens_check (const C4Lens *lens, C4Workspace *workspace, const GPtrArray *paths);

G_END_DECLS
