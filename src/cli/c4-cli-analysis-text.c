/* c4-cli-analysis-text.c: the analysis for people, a finding a line. */

#include "c4-cli-analysis.h"

#include "c4-decimal.h"
#include "c4-sentence.h"

#include <glib/gi18n.h>

static const C4CoupledSystem *
get_system (const C4Dependencies *dependencies, guint index)
{
  return dependencies->matrix->systems->pdata[index];
}

static void
append_padded (GString *text, const char *word, glong width)
{
  g_string_append_printf (text, "%s%*s", word,
                          (int) MAX (0, width - g_utf8_strlen (word, -1)), "");
}

static glong
widest_name (const C4Dependencies *dependencies)
{
  glong widest = 0;

  for (guint i = 0; i < dependencies->matrix->systems->len; i++)
    widest = MAX (widest, g_utf8_strlen (get_system (dependencies, i)->name, -1));
  return widest;
}

/* "3" synchronous flows, "3~" asynchronous ones, "1+2~" both; "." none. */
static char *
describe_cell (const C4Dependencies *dependencies, guint row, guint column)
{
  const C4Coupling *coupling = c4_coupling_matrix_find (dependencies->matrix, row, column);
  const char *cycle = coupling != NULL && coupling->in_cycle ? "*" : "";

  if (row == column)
    return g_strdup ("\\");
  if (coupling == NULL)
    return g_strdup (".");
  if (coupling->async->len == 0)
    return g_strdup_printf ("%u%s", coupling->sync->len, cycle);
  if (coupling->sync->len == 0)
    return g_strdup_printf ("%u~%s", coupling->async->len, cycle);
  return g_strdup_printf ("%u+%u~%s", coupling->sync->len, coupling->async->len, cycle);
}

static void
end_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

static void
append_line (GString *text, const char *indent, const char *line)
{
  g_string_append_printf (text, "%s%s\n", indent, line);
}

static void
append_matrix (GString *text, const C4Dependencies *dependencies)
{
  guint n = dependencies->matrix->systems->len;
  glong names = widest_name (dependencies);

  append_line (text, "", _ ("Dependency matrix (row depends on column; ~ asynchronous, "
                            "* on a cycle)"));
  g_string_append_printf (text, "%*s", (int) names + 7, "");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%-6u", i + 1);
  end_line (text);
  for (guint row = 0; row < n; row++)
    {
      g_string_append_printf (text, "%4u  ", row + 1);
      append_padded (text, get_system (dependencies, row)->name, names + 1);
      for (guint column = 0; column < n; column++)
        {
          g_autofree char *cell = describe_cell (dependencies, row, column);

          append_padded (text, cell, 6);
        }
      end_line (text);
    }
}

static void
append_system (GString *text, const C4Dependencies *dependencies, guint index)
{
  const C4CoupledSystem *system = get_system (dependencies, index);
  g_autofree char *chain = c4_coupling_matrix_dup_chain (dependencies->matrix, index);
  g_autofree char *instability = c4_decimal_dup (system->instability);
  g_autofree char *figures = g_strdup_printf (
      /* Translators: of a system, how many others it is called by and calls */
      _ ("%s: fan-in %u (%u sync, %u async), fan-out %u (%u sync, %u async), instability %s"),
      system->name, system->fan_in, system->fan_in_sync, system->fan_in_async, system->fan_out,
      system->fan_out_sync, system->fan_out_async, instability);
  g_autofree char *line = NULL;

  if (chain != NULL)
    /* Translators: the figures of a system, then names with arrows between them */
    line = g_strdup_printf (_ ("%s, longest chain of synchronous calls: %s"), figures, chain);
  append_line (text, "  ", line != NULL ? line : figures);
}

static void
append_figures (GString *text, const C4Dependencies *dependencies)
{
  append_line (text, "\n", C_ ("analysis", "Coupling"));
  for (guint i = 0; i < dependencies->matrix->systems->len; i++)
    append_system (text, dependencies, i);
}

static void
append_hop_flows (GString *text, const GPtrArray *flows)
{
  for (guint i = 0; i < flows->len; i++)
    {
      const C4Relationship *flow = flows->pdata[i];
      const char *label = flow->label != NULL ? flow->label : flow->id;
      g_autofree char *line = g_strdup_printf (
          flow->sync ? _ ("%s → %s: %s (synchronous)") : _ ("%s → %s: %s (asynchronous)"),
          flow->source->name, flow->target->name, label);

      append_line (text, "      ", line);
    }
}

static void
append_cycle (GString *text, const C4Dependencies *dependencies, const C4DependencyCycle *cycle)
{
  g_autofree char *path = c4_dependencies_dup_cycle (dependencies, cycle, TRUE);
  g_autofree char *line = NULL;

  if (cycle->sync)
    /* Translators: the names of systems with arrows between them */
    line = g_strdup_printf (_ ("%s [synchronous: each can come to wait for itself]"), path);
  append_line (text, "  ", line != NULL ? line : path);
  for (guint i = 0; i < cycle->hops->len; i++)
    {
      const C4Coupling *hop = cycle->hops->pdata[i];

      append_hop_flows (text, hop->sync);
      append_hop_flows (text, hop->async);
    }
}

static void
append_cycles (GString *text, const C4Dependencies *dependencies)
{
  g_autofree char *n = g_strdup_printf ("%u%s", dependencies->cycles->len,
                                        dependencies->has_more_cycles ? "+" : "");
  g_autofree char *heading
      /* Translators: how many there are, as in ‘3’, or ‘1000+’ where there are more */
      = g_strdup_printf (_ ("Cycles: %s, closed by synchronous flows alone: %u"), n,
                         dependencies->n_sync_cycles);

  append_line (text, "\n", heading);
  for (guint i = 0; i < dependencies->cycles->len; i++)
    append_cycle (text, dependencies, dependencies->cycles->pdata[i]);
}

static void
append_fragile_source (GString *text, const C4EtlSource *source)
{
  g_autofree char *line
      /* Translators: a source of data, and how it is moved */
      = g_strdup_printf (_ ("ETL source %s: %s"), source->name, source->transport);

  append_line (text, "  ", line);
}

static void
append_fragile (GString *text, const C4Dependencies *dependencies)
{
  g_autofree char *heading
      = g_strdup_printf (_ ("Fragile links: %u"), dependencies->fragile->len);

  append_line (text, "\n", heading);
  for (guint i = 0; i < dependencies->fragile->len; i++)
    {
      const C4FragileLink *link = dependencies->fragile->pdata[i];

      if (link->flow != NULL)
        g_string_append_printf (text, "  %s → %s: %s\n", link->flow->source->name,
                                link->flow->target->name,
                                link->flow->label != NULL ? link->flow->label : link->flow->id);
      else
        append_fragile_source (text, link->etl_source);
    }
}

/* What the code says, and where. */
static char *
dup_evidence (const C4GraphCandidate *candidate)
{
  const C4Provenance *provenance = &candidate->flow->provenance;
  const char *what
      = provenance->contract_key != NULL ? provenance->contract_key : candidate->flow->label;

  if (provenance->source.path == NULL)
    return g_strdup (what);
  /* Translators: what was found by an analysis of code, and the file */
  return g_strdup_printf (_ ("%s, seen in %s"), what, provenance->source.path);
}

static void
append_candidate (GString *text, const C4GraphCandidate *candidate)
{
  gboolean confirmed = candidate->confirmed_by->len > 0;
  g_autofree char *evidence = dup_evidence (candidate);
  g_autofree char *line = g_strdup_printf (
      /* Translators: one system, another, and what joins them */
      confirmed ? _ ("%s → %s: %s [confirmed]") : _ ("%s → %s: %s [unverified]"),
      candidate->source.name, candidate->target.name, evidence);

  append_line (text, "  ", line);
}

static void
append_candidate_cycle (GString *text, const C4CandidateCycle *cycle)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *line = NULL;

  for (guint i = 0; i < cycle->systems->len; i++)
    c4_sentence_append_hop (path, g_array_index (cycle->systems, C4CandidateEnd, i).name);
  /* Translators: the names of systems with arrows between them */
  line = g_strdup_printf (cycle->confirmed ? _ ("cycle %s [confirmed]")
                                           : _ ("cycle %s [unverified]"),
                          path->str);
  append_line (text, "  ", line);
}

static void
append_candidates (GString *text, const C4GraphCandidates *candidates)
{
  guint n = candidates->couplings->len + candidates->cycles->len;
  g_autofree char *heading
      = g_strdup_printf (_ ("Graph candidates (from code analysis, not facts): %u"), n);

  append_line (text, "\n", heading);
  for (guint i = 0; i < candidates->couplings->len; i++)
    append_candidate (text, candidates->couplings->pdata[i]);
  for (guint i = 0; i < candidates->cycles->len; i++)
    append_candidate_cycle (text, candidates->cycles->pdata[i]);
}

/**
 * c4_cli_analysis_to_text:
 * @dependencies: an analysis
 *
 * Returns: (transfer full): all of it, for people
 */
char *
c4_cli_analysis_to_text (const C4Dependencies *dependencies)
{
  GString *text = g_string_new (NULL);

  append_matrix (text, dependencies);
  append_figures (text, dependencies);
  append_cycles (text, dependencies);
  append_fragile (text, dependencies);
  append_candidates (text, dependencies->candidates);
  return g_string_free (text, FALSE);
}
