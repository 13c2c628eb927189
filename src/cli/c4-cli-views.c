/* c4-cli-views.c: `seefour-cli views`: lists the views of a model. */

#include "c4-cli.h"
#include "c4-outline.h"

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
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &models, NULL, "MODEL" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (C4LoadResult) result = NULL;

  g_option_context_set_summary (context, "Lists the views of MODEL (a model in YAML, a "
                                         "workspace.yml, or a folder of models),\n"
                                         "one a line: its key, and its title.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!c4_cli_parse (context, arguments))
    return C4_CLI_USAGE;
  if (models == NULL || g_strv_length (models) != 1)
    return c4_cli_usage ("one MODEL is needed");

  result = c4_cli_load (models[0]);
  if (result->workspace != NULL)
    {
      g_autoptr (GPtrArray) outline = c4_outline_new (result->workspace);

      print_outline (outline);
    }
  return c4_cli_load_failed (result) ? C4_CLI_FAILED : C4_CLI_FINE;
}
