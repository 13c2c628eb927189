/* c4-facts-flow.c: flows, the lines that stand for them, and the steps of a scenario. */

#include "c4-facts-private.h"

#include "c4-address.h"
#include "c4-paths.h"
#include "c4-sentence.h"
#include "c4-steps.h"

#include <glib/gi18n.h>

static char *
dup_count (guint n, gboolean sync)
{
  if (sync)
    return g_strdup_printf (ngettext ("%u synchronous flow", "%u synchronous flows", n), n);
  return g_strdup_printf (ngettext ("%u asynchronous flow", "%u asynchronous flows", n), n);
}

/* "2 synchronous flows, 1 asynchronous flow" */
char *
c4_facts_dup_count (const GPtrArray *sync, const GPtrArray *async)
{
  g_autofree char *waiting = sync->len > 0 ? dup_count (sync->len, TRUE) : NULL;
  g_autofree char *free_at_once = async->len > 0 ? dup_count (async->len, FALSE) : NULL;
  GString *both = g_string_new (NULL);

  c4_sentence_append_item (both, waiting);
  c4_sentence_append_item (both, free_at_once);
  return g_string_free (both, FALSE);
}

/**
 * c4_facts_dup_contract:
 * @provenance: where a flow is known from
 *
 * Returns: (transfer full) (nullable): how its target is reached: "endpoint GET /api/courses"
 */
char *
c4_facts_dup_contract (const C4Provenance *provenance)
{
  /* Translators: how one system reaches another, as in ‘endpoint GET /api/courses’ */
  static const char *const kinds[]
      = { NULL, NC_ ("contract", "endpoint"), NC_ ("contract", "environment variable"),
          NC_ ("contract", "service"), NC_ ("contract", "package") };
  const char *kind = kinds[provenance->contract_kind];
  g_autofree char *key = NULL;

  if (kind == NULL)
    return g_strdup (provenance->contract_key);
  kind = g_dpgettext2 (NULL, "contract", kind);
  if (provenance->contract_key == NULL)
    return g_strdup (kind);
  key = c4_isolate (provenance->contract_key);
  /* Translators: a kind of contract, ‘endpoint’, and its key, ‘GET /api/courses’ */
  return g_strdup_printf (C_ ("contract", "%s %s"), kind, key);
}

/* "etl/tasks.py:96", or the address of a whole repository. */
static char *
describe_source (const C4SourceLink *link)
{
  if (link->path == NULL || *link->path == '\0')
    return g_strdup (link->repository);
  if (link->line == 0)
    return g_strdup (link->path);
  return g_strdup_printf ("%s:%u", link->path, link->line);
}

/**
 * c4_facts_add_source:
 * @builder: facts in the making
 * @facts: (element-type C4Fact): where to add it
 * @name: what the place is
 * @link: a place in a repository
 * @fallback_repository: (nullable): the repository where @link names none
 *
 * Adds the place, with its address where it can be seen on the web.
 */
void
c4_facts_add_source (C4FactsBuilder *builder, GPtrArray *facts, const char *name,
                     const C4SourceLink *link, const char *fallback_repository)
{
  g_autofree char *text = describe_source (link);
  g_autofree char *href = NULL;

  if (text == NULL)
    return;
  href = c4_source_link_dup_url (link, fallback_repository);
  c4_facts_add (builder, facts, name, text, href);
}

/* Where the source of the whole is: the first place that is on the web. */
void
c4_facts_set_source (C4FactsBuilder *builder, const C4SourceLink *link,
                     const char *fallback_repository)
{
  g_autofree char *href = NULL;

  if (builder->facts->source_url != NULL || (link->path == NULL && link->repository == NULL))
    return;
  href = c4_source_link_dup_url (link, fallback_repository);
  builder->facts->source_url = c4_facts_keep (builder, href);
}

void
c4_facts_set_source_of_flow (C4FactsBuilder *builder, const C4Relationship *flow)
{
  const C4WorkspaceMember *member
      = c4_member_of_element (builder->source->view->workspace, flow->source);

  c4_facts_set_source (builder, &flow->provenance.source, c4_facts_repository (member));
}

/* (nullable): where the source of a member's model is, unless it says otherwise. */
const char *
c4_facts_repository (const C4WorkspaceMember *member)
{
  if (member == NULL || member->model == NULL || member->model->primary_system == NULL)
    return NULL;
  return member->model->primary_system->repository;
}

static void
add_provenance (C4FactsBuilder *builder, GPtrArray *facts, const C4Provenance *provenance,
                const char *repository)
{
  /* Translators: what a flow is derived from */
  static const char *const derivations[]
      = { NULL, NC_ ("derivation", "code graph"), NC_ ("derivation", "code"),
          NC_ ("derivation", "infrastructure"), NC_ ("derivation", "manual knowledge") };
  const char *derivation = derivations[provenance->derived_from];
  g_autofree char *contract = c4_facts_dup_contract (provenance);

  c4_facts_add (builder, facts, C_ ("fact", "Contract"), contract, NULL);
  if (derivation != NULL)
    c4_facts_add (builder, facts, C_ ("fact", "Derived from"),
                  g_dpgettext2 (NULL, "derivation", derivation), NULL);
  c4_facts_add_source (builder, facts, C_ ("fact", "Source"), &provenance->source, repository);
}

/* Lines of a Dependencies diagram are its cells. */
static GHashTable *
collect_drawn (const C4View *view)
{
  GHashTable *drawn = g_hash_table_new (NULL, NULL);

  for (guint i = 0; view->kind != C4_VIEW_DEPENDENCIES && i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];

      for (guint k = 0; k < edge->relationships->len; k++)
        g_hash_table_add (drawn, edge->relationships->pdata[k]);
    }
  return drawn;
}

/* (nullable): where the flow is seen as a line; NULL for what has no id to find it by. */
static char *
dup_flow_href (C4FactsBuilder *builder, const C4WorkspaceMember *member,
               const C4Relationship *flow)
{
  const C4View *view = builder->source->view;
  g_autofree char *path = NULL;

  if (flow->id == NULL || member == NULL)
    return NULL;
  if (builder->drawn == NULL)
    builder->drawn = collect_drawn (view);
  if (g_hash_table_contains (builder->drawn, flow))
    path = g_strdup (view->path);
  else
    path = c4_relationship_dup_path (view->workspace, member, flow);
  return c4_address_to_string (&(C4Address){ .path = path, .flow = flow->id });
}

static C4Fact
make_end (C4FactsBuilder *builder, const C4Element *element)
{
  g_autofree char *href = c4_facts_dup_element_href (builder, element);

  return c4_fact_make (builder, NULL, element->name, href);
}

/**
 * c4_facts_add_flow:
 * @builder: facts in the making
 * @section: where to add it
 * @flow: a relationship of any kind
 *
 * Adds all that is known of @flow.
 */
void
c4_facts_add_flow (C4FactsBuilder *builder, C4FactSection *section, const C4Relationship *flow)
{
  const C4WorkspaceMember *member
      = c4_member_of_element (builder->source->view->workspace, flow->source);
  g_autofree char *href = dup_flow_href (builder, member, flow);
  C4FlowFact *fact = g_new0 (C4FlowFact, 1);

  fact->label
      = c4_fact_make (builder, NULL, flow->label != NULL ? flow->label : _ ("(no label)"), href);
  fact->source = make_end (builder, flow->source);
  fact->target = make_end (builder, flow->target);
  fact->sync = flow->sync;
  fact->facts = g_ptr_array_new_with_free_func (g_free);
  fact->tags = (const char *const *) g_strdupv ((char **) flow->tags);
  c4_facts_add (builder, fact->facts, C_ ("fact", "Protocol"), flow->technology, NULL);
  c4_facts_add (builder, fact->facts, C_ ("fact", "Data"), flow->data, NULL);
  c4_facts_add (builder, fact->facts, C_ ("fact", "Trigger"), flow->trigger, NULL);
  add_provenance (builder, fact->facts, &flow->provenance, c4_facts_repository (member));
  g_ptr_array_add (section->flows, fact);
}

void
c4_facts_add_flows (C4FactsBuilder *builder, C4FactSection *section, const GPtrArray *flows)
{
  for (guint i = 0; i < flows->len; i++)
    c4_facts_add_flow (builder, section, flows->pdata[i]);
}

static void
add_end (C4FactsBuilder *builder, C4FactSection *section, const char *name, guint index)
{
  const C4View *view = builder->source->view;
  const C4ViewNode *node = view->nodes->pdata[index];
  g_autofree char *href = c4_address_to_string (
      &(C4Address){ .path = view->path, .element = node->id });

  c4_facts_add (builder, section->facts, name, node->name, href);
}

static void
add_ends (C4FactsBuilder *builder, const C4ViewEdge *edge)
{
  C4FactSection *section = c4_facts_add_section (builder, NULL);

  add_end (builder, section, C_ ("fact", "From"), edge->source);
  add_end (builder, section, C_ ("fact", "To"), edge->target);
}

/* What else happens at this step. */
static void
add_parallel (C4FactsBuilder *builder, guint index)
{
  const C4View *view = builder->source->view;
  C4FactSection *section = NULL;
  guint n;
  guint first = c4_steps_first_edge (view, ((C4ViewEdge *) view->edges->pdata[index])->step, &n);

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *caption = c4_steps_dup_line_caption (view, i);

      if (i == index)
        continue;
      if (section == NULL)
        section = c4_facts_add_section (builder, C_ ("fact", "Runs together with"));
      c4_facts_add (builder, section->facts, NULL, caption, NULL);
    }
}

static C4Facts *
facts_of_step (const C4FactSource *source, guint index)
{
  const C4ViewEdge *edge = source->view->edges->pdata[index];
  const C4Relationship *flow = c4_steps_find_flow (source->view, index);
  gboolean labelled = edge->label != NULL && *edge->label != '\0';
  g_autofree char *type = g_strdup_printf (
      edge->sync ? _ ("Step %u, synchronous") : _ ("Step %u, asynchronous"), edge->step);
  g_autofree char *arrow
      = c4_sentence_dup_arrow (edge->origin->source->name, edge->origin->target->name);
  C4FactsBuilder builder = c4_facts_begin (source, labelled ? edge->label : arrow, type);
  C4FactSection *section;

  add_ends (&builder, edge);
  add_parallel (&builder, index);
  section = c4_facts_add_section (&builder, C_ ("fact", "Flow"));
  if (flow != NULL)
    {
      c4_facts_add_flow (&builder, section, flow);
      c4_facts_set_source_of_flow (&builder, flow);
    }
  else
    c4_facts_add (&builder, section->facts, NULL,
                  _ ("The model has no flow between the two in this mode."), NULL);
  return c4_facts_end (&builder);
}

/**
 * c4_facts_of_edge:
 * @source: what the facts are taken from
 * @index: of a line in the view's edges
 *
 * Returns: (transfer full): what the line joins, and each flow that it stands for; of a step, the
 *   flow that it follows
 */
C4Facts *
c4_facts_of_edge (const C4FactSource *source, guint index)
{
  const C4ViewEdge *edge = source->view->edges->pdata[index];
  const C4ViewNode *from = source->view->nodes->pdata[edge->source];
  const C4ViewNode *to = source->view->nodes->pdata[edge->target];
  guint n = edge->relationships->len;
  g_autofree char *arrow = c4_sentence_dup_arrow (from->name, to->name);
  g_autofree char *type = NULL;
  C4FactsBuilder builder;
  C4FactSection *section;

  if (edge->origin != NULL)
    return facts_of_step (source, index);
  type = dup_count (n, edge->sync);
  builder = c4_facts_begin (source, arrow, type);
  add_ends (&builder, edge);
  section = c4_facts_add_section (&builder, n == 1 ? C_ ("fact", "Flow") : C_ ("fact", "Flows"));
  c4_facts_add_flows (&builder, section, edge->relationships);
  if (n == 1)
    c4_facts_set_source_of_flow (&builder, edge->relationships->pdata[0]);
  return c4_facts_end (&builder);
}
