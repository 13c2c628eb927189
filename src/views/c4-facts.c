/* c4-facts.c: facts as such, and two short forms of them. What there is to say is in
 * c4-facts-element.c, c4-facts-flow.c and c4-facts-dependencies.c. */

#include "c4-facts-private.h"

#include "c4-sentence.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  C4Facts facts;
  GStringChunk *strings; /* every text, once */
} C4FactsStorage;

/* How many flows a summary tells. */
#define FLOWS_IN_SUMMARY 3

static void
flow_fact_free (gpointer pointer)
{
  C4FlowFact *flow = pointer;

  g_ptr_array_unref (flow->facts);
  g_strfreev ((char **) flow->tags);
  g_free (flow);
}

static void
section_free (gpointer pointer)
{
  C4FactSection *section = pointer;

  g_ptr_array_unref (section->facts);
  g_ptr_array_unref (section->flows);
  g_free (section);
}

static void
storage_clear (gpointer pointer)
{
  C4FactsStorage *storage = pointer;

  g_ptr_array_unref (storage->facts.actions);
  g_ptr_array_unref (storage->facts.sections);
  g_string_chunk_free (storage->strings);
}

C4FactsBuilder
c4_facts_begin (const C4FactSource *source, const char *name, const char *type)
{
  C4FactsStorage *storage = g_atomic_rc_box_new0 (C4FactsStorage);
  C4FactsBuilder builder = { .source = source, .facts = &storage->facts };

  storage->strings = g_string_chunk_new (512);
  storage->facts.name = c4_facts_keep (&builder, name);
  storage->facts.type = c4_facts_keep (&builder, type);
  storage->facts.actions = g_ptr_array_new_with_free_func (g_free);
  storage->facts.sections = g_ptr_array_new_with_free_func (section_free);
  return builder;
}

/* Returns: (transfer full) */
C4Facts *
c4_facts_end (C4FactsBuilder *builder)
{
  g_clear_pointer (&builder->drawn, g_hash_table_unref);
  return g_steal_pointer (&builder->facts);
}

C4Facts *
c4_facts_ref (C4Facts *facts)
{
  return (C4Facts *) g_atomic_rc_box_acquire ((C4FactsStorage *) facts);
}

void
c4_facts_unref (C4Facts *facts)
{
  g_atomic_rc_box_release_full ((C4FactsStorage *) facts, storage_clear);
}

/* (nullable): a copy that lives as long as the facts; NULL for what is empty. */
const char *
c4_facts_keep (C4FactsBuilder *builder, const char *text)
{
  C4FactsStorage *storage = (C4FactsStorage *) builder->facts;

  if (text == NULL || *text == '\0')
    return NULL;
  return g_string_chunk_insert_const (storage->strings, text);
}

C4Fact
c4_fact_make (C4FactsBuilder *builder, const char *name, const char *text, const char *href)
{
  return (C4Fact){ c4_facts_keep (builder, name), c4_facts_keep (builder, text),
                   c4_facts_keep (builder, href) };
}

void
c4_facts_add (C4FactsBuilder *builder, GPtrArray *facts, const char *name, const char *text,
              const char *href)
{
  C4Fact fact = c4_fact_make (builder, name, text, href);

  if (fact.text != NULL)
    g_ptr_array_add (facts, g_memdup2 (&fact, sizeof fact));
}

C4FactSection *
c4_facts_add_section (C4FactsBuilder *builder, const char *title)
{
  C4FactSection *section = g_new0 (C4FactSection, 1);

  section->title = c4_facts_keep (builder, title);
  section->facts = g_ptr_array_new_with_free_func (g_free);
  section->flows = g_ptr_array_new_with_free_func (flow_fact_free);
  g_ptr_array_add (builder->facts->sections, section);
  return section;
}

/* The length in bytes of the first sentence: up to a stop that a space and no small letter
 * follow, so that "e.g. this" goes on. */
static gsize
first_sentence (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);

      if (strchr (".!?", *p) == NULL || !g_unichar_isspace (g_utf8_get_char (next)))
        continue;
      while (g_unichar_isspace (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      if (!g_unichar_islower (g_utf8_get_char (next)))
        return (gsize) (p + 1 - text);
    }
  return strlen (text);
}

static void
append_part (GString *text, const char *separator, const char *part)
{
  if (part == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

/* "HTTPS · orders · nightly": of what a flow says, what its name doesn't. */
static char *
dup_flow_details (const C4FlowFact *flow)
{
  const char *const told[]
      = { C_ ("fact", "Protocol"), C_ ("fact", "Data"), C_ ("fact", "Trigger"), NULL };
  GString *details = g_string_new (NULL);

  for (guint i = 0; i < flow->facts->len; i++)
    {
      const C4Fact *fact = flow->facts->pdata[i];

      if (fact->name != NULL && g_strv_contains (told, fact->name))
        c4_sentence_append_aspect (details, fact->text);
    }
  return g_string_free (details, FALSE);
}

static void
append_flow (GString *summary, const C4FlowFact *flow)
{
  g_autofree char *details = dup_flow_details (flow);

  append_part (summary, "\n", flow->label.text);
  if (*details != '\0')
    append_part (summary, "\n", details);
}

static void
append_flows (GString *summary, const C4Facts *facts)
{
  guint n = 0;

  for (guint i = 0; i < facts->sections->len; i++)
    {
      const C4FactSection *section = facts->sections->pdata[i];

      for (guint k = 0; k < section->flows->len; k++)
        if (n++ < FLOWS_IN_SUMMARY)
          append_flow (summary, section->flows->pdata[k]);
    }
  if (n > FLOWS_IN_SUMMARY)
    {
      g_string_append_c (summary, '\n');
      /* Translators: there are this many more flows than those that are listed above it */
      g_string_append_printf (summary, ngettext ("+%u more", "+%u more", n - FLOWS_IN_SUMMARY),
                              n - FLOWS_IN_SUMMARY);
    }
}

/**
 * c4_facts_dup_summary:
 * @facts: facts
 *
 * Returns: (transfer full): what a tooltip says: the name, a line with type and technology, the
 *   first sentence of the description; where the thing stands for flows, the first of them
 */
char *
c4_facts_dup_summary (const C4Facts *facts)
{
  GString *summary = g_string_new (facts->name);

  append_part (summary, "\n[", facts->type);
  append_part (summary, ": ", facts->technology);
  if (facts->type != NULL)
    g_string_append_c (summary, ']');
  if (facts->description != NULL)
    {
      g_string_append_c (summary, '\n');
      g_string_append_len (summary, facts->description,
                           (gssize) first_sentence (facts->description));
    }
  if (!facts->counts_flows)
    append_flows (summary, facts);
  return g_string_free (summary, FALSE);
}

/**
 * c4_facts_dup_spoken:
 * @facts: facts
 *
 * Returns: (transfer full): what a screen reader says: "Django Web API, container, Django + DRF,
 *   4 flows in, 9 flows out"
 */
char *
c4_facts_dup_spoken (const C4Facts *facts)
{
  GString *spoken = g_string_new (facts->name);

  c4_sentence_append_item (spoken, facts->type);
  c4_sentence_append_item (spoken, facts->technology);
  if (facts->counts_flows)
    {
      g_autofree char *in = g_strdup_printf (
          ngettext ("%u flow in", "%u flows in", facts->n_flows_in), facts->n_flows_in);
      g_autofree char *out = g_strdup_printf (
          ngettext ("%u flow out", "%u flows out", facts->n_flows_out), facts->n_flows_out);

      c4_sentence_append_item (spoken, in);
      c4_sentence_append_item (spoken, out);
    }
  return g_string_free (spoken, FALSE);
}
