/* c4-fragile.c: finds fragile links. */

#include "c4-fragile.h"

static void
add_link (GPtrArray *links, const C4FragileLink *values)
{
  g_ptr_array_add (links, g_memdup2 (values, sizeof *values));
}

static void
add_flows (GPtrArray *links, const C4WorkspaceMember *member)
{
  const C4Model *model = member->model;

  for (guint i = 0; i < model->relationships->len; i++)
    {
      const C4Relationship *flow = model->relationships->pdata[i];

      if (c4_relationship_has_tag (flow, C4_TAG_FRAGILE))
        add_link (links, &(C4FragileLink){ .member = member, .flow = flow });
    }
}

static void
add_etl_sources (GPtrArray *links, const C4WorkspaceMember *member)
{
  const C4Model *model = member->model;

  for (guint i = 0; i < model->etl_sources->len; i++)
    {
      const C4EtlSource *source = model->etl_sources->pdata[i];

      if (source->fragile)
        add_link (links, &(C4FragileLink){ .member = member, .etl_source = source });
    }
}

/**
 * c4_fragile_links_new:
 * @workspace: a workspace, which must live as long as the links do
 * @member: (nullable): the member to look at; %NULL for all
 *
 * Returns: (transfer full) (element-type C4FragileLink): the fragile links of each model: flows,
 *   then ETL sources
 */
GPtrArray *
c4_fragile_links_new (const C4Workspace *workspace, const C4WorkspaceMember *member)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *each = workspace->members->pdata[i];

      if (each->model == NULL || (member != NULL && member != each))
        continue;
      add_flows (links, each);
      add_etl_sources (links, each);
    }
  return links;
}
