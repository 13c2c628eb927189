/* c4-cli-views.c: `seefour-cli views`: lists the views of a model. */

#include "c4-cli.h"
#include "c4-outline.h"

#include <glib/gi18n.h>

static const C4Option command_options[] = {
  { NULL },
};

const C4Command c4_cli_views_command = {
  .name = "views",
  .argument = "MODEL",
  .summary = N_ ("List the views of a model"),
  .description = N_ ("Lists the views of MODEL (a model in YAML, a workspace.yml, or a folder of "
                     "models),\n"
                     "one a line: its key, and its title."),
  .options = command_options,
};

static void
print_outline (const GPtrArray *outline)
{
  glong widest = 0;

  for (guint i = 0; i < outline->len; i++)
    {
      const C4OutlineEntry *entry = g_ptr_array_index (outline, i);

      widest = MAX (widest, g_utf8_strlen (entry->path, -1));
    }
  for (guint i = 0; i < outline->len; i++)
    {
      const C4OutlineEntry *entry = g_ptr_array_index (outline, i);
      int padding = (int) (widest - g_utf8_strlen (entry->path, -1));

      g_print ("%s%*s  %s\n", entry->path, padding, "", entry->title);
    }
}

/**
 * c4_cli_views:
 * @arguments: name and arguments of the command
 *
 * Lists the views of a model, one a line: key and title.
 *
 * Returns: %C4_CLI_FAILED when the model has errors, even where views could be listed
 */
C4CliStatus
c4_cli_views (GStrv arguments)
{
  g_auto (GStrv) models = NULL;
  g_autoptr (C4LoadResult) result = NULL;

  if (!c4_cli_parse (&c4_cli_views_command, NULL, &models, arguments))
    return C4_CLI_USAGE;

  result = c4_cli_load (models[0]);
  if (result->workspace != NULL)
    {
      g_autoptr (GPtrArray) outline = c4_outline_new (result->workspace);

      print_outline (outline);
    }
  return c4_cli_load_failed (result) ? C4_CLI_FAILED : C4_CLI_FINE;
}
