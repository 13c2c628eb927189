/* c4-cli-analyze.c: `seefour-cli analyze`: couplings, cycles and fragile links, for people and
 * for CI. */

#include "c4-cli-analysis.h"
#include "c4-cli.h"

/* What --fail-on can name. */
typedef struct
{
  const char *name;
  guint (*count) (const C4Dependencies *dependencies);
  const char *finding;
} Gate;

static guint
count_cycles (const C4Dependencies *dependencies)
{
  return dependencies->cycles->len;
}

static guint
count_sync_cycles (const C4Dependencies *dependencies)
{
  return dependencies->n_sync_cycles;
}

static guint
count_fragile (const C4Dependencies *dependencies)
{
  return dependencies->fragile->len;
}

static guint
count_unverified (const C4Dependencies *dependencies)
{
  const C4GraphCandidates *candidates = dependencies->candidates;
  guint n = 0;

  for (guint i = 0; i < candidates->couplings->len; i++)
    n += ((C4GraphCandidate *) candidates->couplings->pdata[i])->confirmed_by->len == 0;
  for (guint i = 0; i < candidates->cycles->len; i++)
    n += !((C4CandidateCycle *) candidates->cycles->pdata[i])->confirmed;
  return n;
}

static const Gate gates[] = {
  { "cycles", count_cycles, "cycles of dependencies" },
  { "sync-cycles", count_sync_cycles, "cycles closed by synchronous flows alone" },
  { "fragile", count_fragile, "fragile links" },
  { "candidates", count_unverified, "graph candidates that no flow confirms" },
};

static const Gate *
find_gate (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (gates); i++)
    if (g_str_equal (gates[i].name, name))
      return &gates[i];
  return NULL;
}

/* "cycles,fragile", or the option several times; FALSE: the user has been told what is wrong. */
static gboolean
parse_gates (const char *const *options, GPtrArray *wanted)
{
  for (guint i = 0; options != NULL && options[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (options[i], ",", -1);

      for (guint k = 0; names[k] != NULL; k++)
        {
          const Gate *gate = find_gate (names[k]);

          if (gate == NULL)
            {
              c4_cli_usage ("--fail-on knows cycles, sync-cycles, fragile and candidates, "
                            "not “%s”", names[k]);
              return FALSE;
            }
          g_ptr_array_add (wanted, (gpointer) gate);
        }
    }
  return TRUE;
}

static void
name_cycles (const C4Dependencies *dependencies, gboolean sync_alone)
{
  for (guint i = 0; i < dependencies->cycles->len; i++)
    {
      const C4DependencyCycle *cycle = dependencies->cycles->pdata[i];
      g_autofree char *path = c4_cli_analysis_dup_cycle (dependencies, cycle, FALSE);

      if (!sync_alone || cycle->sync)
        c4_cli_error ("cycle: %s", path);
    }
}

/* Whether none of the gates found anything; each that did is named. */
static gboolean
pass (const C4Dependencies *dependencies, const GPtrArray *wanted)
{
  gboolean passed = TRUE;

  for (guint i = 0; i < wanted->len; i++)
    {
      const Gate *gate = wanted->pdata[i];
      guint n = gate->count (dependencies);

      if (n == 0)
        continue;
      passed = FALSE;
      c4_cli_error ("failed on %s: %s: %u", gate->name, gate->finding, n);
      if (gate->count == count_cycles || gate->count == count_sync_cycles)
        name_cycles (dependencies, gate->count == count_sync_cycles);
    }
  return passed;
}

static C4Dependencies *
analyze (C4Workspace *workspace)
{
  const C4WorkspaceMember *first = workspace->members->pdata[0];

  return c4_dependencies_new (workspace, workspace->single ? first->system_id : NULL);
}

/**
 * c4_cli_analyze:
 * @arguments: name and arguments of the command
 *
 * Prints how the systems of a model or a workspace depend on each other.
 *
 * Returns: %C4_CLI_FAILED when the input has errors, or something that --fail-on names was found
 */
C4CliStatus
c4_cli_analyze (GStrv arguments)
{
  g_auto (GStrv) models = NULL;
  g_auto (GStrv) fail_on = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, "What to print: text (default) or json",
      "FORMAT" },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING_ARRAY, &fail_on,
      "Exit with status 1 when there are any: cycles, sync-cycles, fragile, candidates "
      "(separated by commas, or given several times)",
      "WHAT" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &models, NULL, "MODEL" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (C4LoadResult) result = NULL;
  g_autoptr (C4Dependencies) dependencies = NULL;
  g_autofree char *text = NULL;

  g_option_context_set_summary (
      context, "Prints how the systems of MODEL (a model in YAML, a workspace.yml, or a folder\n"
               "of models) depend on each other: matrix, coupling figures, cycles, fragile\n"
               "links, graph candidates.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!c4_cli_parse (context, arguments))
    return C4_CLI_USAGE;
  if (format != NULL && !g_str_equal (format, "text") && !g_str_equal (format, "json"))
    return c4_cli_usage ("--format knows text and json, not “%s”", format);
  if (!parse_gates ((const char *const *) fail_on, wanted))
    return C4_CLI_USAGE;
  if (models == NULL || g_strv_length (models) != 1)
    return c4_cli_usage ("one MODEL is needed");

  result = c4_cli_load (models[0]);
  if (result->workspace == NULL)
    return C4_CLI_FAILED;
  dependencies = analyze (result->workspace);
  text = g_strcmp0 (format, "json") == 0 ? c4_cli_analysis_to_json (dependencies)
                                         : c4_cli_analysis_to_text (dependencies);
  g_print ("%s", text);
  return pass (dependencies, wanted) && !c4_cli_load_failed (result) ? C4_CLI_FINE
                                                                    : C4_CLI_FAILED;
}
