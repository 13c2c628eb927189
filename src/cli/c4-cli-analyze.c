/* c4-cli-analyze.c: `seefour-cli analyze`: couplings, cycles and fragile links, for people and
 * for CI. */

#include "c4-cli-analysis.h"
#include "c4-cli.h"

#include <glib/gi18n.h>

typedef struct
{
  char *format;
  GStrv fail_on;
} Arguments;

static void
arguments_clear (Arguments *arguments)
{
  g_free (arguments->format);
  g_strfreev (arguments->fail_on);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
};

static const char *const formats[] = { "text", "json", NULL };
static const char *const findings[] = { "cycles", "sync-cycles", "fragile", "candidates", NULL };

static const C4Option command_options[] = {
  { "format", 0, G_OPTION_ARG_STRING, G_STRUCT_OFFSET (Arguments, format), "FORMAT",
    .choices = formats,
    .summary = N_ ("What to print: text (default) or json") },
  { "fail-on", 0, G_OPTION_ARG_STRING_ARRAY, G_STRUCT_OFFSET (Arguments, fail_on), "WHAT",
    .kind = C4_VALUE_LIST,
    .choices = findings,
    .summary = N_ ("Exit with status 1 when there are any: cycles, sync-cycles, fragile, "
                   "candidates (separated by commas, or given several times)"),
    .details = "Each that is found is named on standard error. `sync-cycles` are those that "
               "synchronous flows alone close, `candidates` those that no flow confirms." },
  { NULL },
};

const C4Command c4_cli_analyze_command = {
  .name = "analyze",
  .argument = "MODEL",
  .summary = N_ ("Print couplings, cycles and fragile links"),
  .description
  = N_ ("Prints how the systems of MODEL (a model in YAML, a workspace.yml, or a folder\n"
        "of models) depend on each other: matrix, coupling figures, cycles, fragile\n"
        "links, graph candidates."),
  .options = command_options,
};

/* What --fail-on can name, in the order of the findings. */
typedef struct
{
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

/* Translators: these and below are what --fail-on can name: ‘failed on cycles: … : 3’ */
static const Gate gates[] = {
  { count_cycles, N_ ("cycles of dependencies") },
  { count_sync_cycles, N_ ("cycles closed by synchronous flows alone") },
  { count_fragile, N_ ("fragile links") },
  { count_unverified, N_ ("graph candidates that no flow confirms") },
};

/* "cycles,fragile", or the option several times; FALSE: the user has been told what is wrong. */
static gboolean
parse_gates (const char *const *options, GPtrArray *wanted)
{
  for (guint i = 0; options != NULL && options[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (options[i], ",", -1);

      for (guint k = 0; names[k] != NULL; k++)
        {
          int place = c4_cli_choose ("fail-on", names[k], findings);

          if (place < 0)
            return FALSE;
          g_ptr_array_add (wanted, (gpointer) &gates[place]);
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
      g_autofree char *path = c4_dependencies_dup_cycle (dependencies, cycle, FALSE);

      if (!sync_alone || cycle->sync)
        c4_cli_error (_ ("cycle: %s"), path);
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
      /* Translators: what --fail-on names, what that is, and how many there are */
      c4_cli_error (_ ("failed on %s: %s: %u"), findings[gate - gates], _ (gate->finding), n);
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
  g_auto (Arguments) given = { NULL };
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (C4LoadResult) result = NULL;
  g_autoptr (C4Dependencies) dependencies = NULL;
  g_autofree char *text = NULL;
  int format = FORMAT_TEXT;

  if (!c4_cli_parse (&c4_cli_analyze_command, &given, &models, arguments))
    return C4_CLI_USAGE;
  if (given.format != NULL)
    format = c4_cli_choose ("format", given.format, formats);
  if (format < 0 || !parse_gates ((const char *const *) given.fail_on, wanted))
    return C4_CLI_USAGE;

  result = c4_cli_load (models[0]);
  if (result->workspace == NULL)
    return C4_CLI_FAILED;
  dependencies = analyze (result->workspace);
  text = format == FORMAT_JSON ? c4_cli_analysis_to_json (dependencies)
                               : c4_cli_analysis_to_text (dependencies);
  g_print ("%s", text);
  return pass (dependencies, wanted) && !c4_cli_load_failed (result) ? C4_CLI_FINE
                                                                    : C4_CLI_FAILED;
}
