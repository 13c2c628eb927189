/* c4-cli-analysis-text.c: the analysis for people, a finding a line. */

#include "c4-cli-analysis.h"

static const C4CoupledSystem *
get_system (const C4Dependencies *dependencies, guint index)
{
  return dependencies->matrix->systems->pdata[index];
}

/**
 * c4_cli_analysis_dup_cycle:
 * @dependencies: an analysis
 * @cycle: one of its cycles
 * @names: whether to call systems by their names, not their ids
 *
 * Returns: (transfer full): "shop → bank → shop"
 */
char *
c4_cli_analysis_dup_cycle (const C4Dependencies *dependencies, const C4DependencyCycle *cycle,
                           gboolean names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= cycle->systems->len; i++)
    {
      guint index = g_array_index (cycle->systems, guint, i % cycle->systems->len);
      const C4CoupledSystem *system = get_system (dependencies, index);

      g_string_append_printf (text, "%s%s", i > 0 ? " → " : "", names ? system->name : system->id);
    }
  return g_string_free (text, FALSE);
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
append_matrix (GString *text, const C4Dependencies *dependencies)
{
  guint n = dependencies->matrix->systems->len;
  glong names = widest_name (dependencies);

  g_string_append (text, "Dependency matrix (row depends on column; ~ asynchronous, "
                         "* on a cycle)\n");
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
append_chain (GString *text, const C4Dependencies *dependencies, guint index)
{
  g_autoptr (GArray) chain = c4_call_chains_dup_chain (dependencies->matrix->chains, index);

  if (chain->len < 2)
    return;
  g_string_append (text, ", longest chain of synchronous calls: ");
  for (guint i = 0; i < chain->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " → " : "",
                            get_system (dependencies, g_array_index (chain, guint, i))->name);
}

static void
append_figures (GString *text, const C4Dependencies *dependencies)
{
  g_string_append (text, "\nCoupling\n");
  for (guint i = 0; i < dependencies->matrix->systems->len; i++)
    {
      const C4CoupledSystem *system = get_system (dependencies, i);

      g_string_append_printf (
          text, "  %s: fan-in %u (%u sync, %u async), fan-out %u (%u sync, %u async), "
                "instability %.2f",
          system->name, system->fan_in, system->fan_in_sync, system->fan_in_async,
          system->fan_out, system->fan_out_sync, system->fan_out_async, system->instability);
      append_chain (text, dependencies, i);
      g_string_append_c (text, '\n');
    }
}

static void
append_hop_flows (GString *text, const GPtrArray *flows)
{
  for (guint i = 0; i < flows->len; i++)
    {
      const C4Relationship *flow = flows->pdata[i];

      g_string_append_printf (text, "      %s → %s: %s (%s)\n", flow->source->name,
                              flow->target->name, flow->label != NULL ? flow->label : flow->id,
                              flow->sync ? "synchronous" : "asynchronous");
    }
}

static void
append_cycles (GString *text, const C4Dependencies *dependencies)
{
  g_string_append_printf (text, "\nCycles: %u%s, closed by synchronous flows alone: %u\n",
                          dependencies->cycles->len, dependencies->has_more_cycles ? "+" : "",
                          dependencies->n_sync_cycles);
  for (guint i = 0; i < dependencies->cycles->len; i++)
    {
      const C4DependencyCycle *cycle = dependencies->cycles->pdata[i];
      g_autofree char *path = c4_cli_analysis_dup_cycle (dependencies, cycle, TRUE);

      g_string_append_printf (text, "  %s%s\n", path,
                              cycle->sync ? " [synchronous: each can come to wait for itself]"
                                          : "");
      for (guint k = 0; k < cycle->hops->len; k++)
        {
          const C4Coupling *hop = cycle->hops->pdata[k];

          append_hop_flows (text, hop->sync);
          append_hop_flows (text, hop->async);
        }
    }
}

static void
append_fragile (GString *text, const C4Dependencies *dependencies)
{
  g_string_append_printf (text, "\nFragile links: %u\n", dependencies->fragile->len);
  for (guint i = 0; i < dependencies->fragile->len; i++)
    {
      const C4FragileLink *link = dependencies->fragile->pdata[i];

      if (link->flow != NULL)
        g_string_append_printf (text, "  %s → %s: %s\n", link->flow->source->name,
                                link->flow->target->name,
                                link->flow->label != NULL ? link->flow->label : link->flow->id);
      else
        g_string_append_printf (text, "  ETL source %s: %s\n", link->etl_source->name,
                                link->etl_source->transport);
    }
}

static void
append_candidates (GString *text, const C4GraphCandidates *candidates)
{
  g_string_append_printf (text, "\nGraph candidates (from code analysis, not facts): %u\n",
                          candidates->couplings->len + candidates->cycles->len);
  for (guint i = 0; i < candidates->couplings->len; i++)
    {
      const C4GraphCandidate *candidate = candidates->couplings->pdata[i];
      const C4Provenance *provenance = &candidate->flow->provenance;

      g_string_append_printf (
          text, "  %s → %s: %s%s%s [%s]\n", candidate->source.name, candidate->target.name,
          provenance->contract_key != NULL ? provenance->contract_key : candidate->flow->label,
          provenance->source.path != NULL ? ", seen in " : "",
          provenance->source.path != NULL ? provenance->source.path : "",
          candidate->confirmed_by->len > 0 ? "confirmed" : "unverified");
    }
  for (guint i = 0; i < candidates->cycles->len; i++)
    {
      const C4CandidateCycle *cycle = candidates->cycles->pdata[i];

      g_string_append (text, "  cycle");
      for (guint k = 0; k < cycle->systems->len; k++)
        g_string_append_printf (text, "%s%s", k > 0 ? " → " : " ",
                                g_array_index (cycle->systems, C4CandidateEnd, k).name);
      g_string_append_printf (text, " [%s]\n", cycle->confirmed ? "confirmed" : "unverified");
    }
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
