/* c4-facts-private.h: makes a C4Facts part by part; only the files c4-facts-*.c do.
 *
 * Texts are copied; what is empty or NULL is not added. */

#pragma once

#include "c4-facts.h"

G_BEGIN_DECLS

typedef struct
{
  const C4FactSource *source;
  C4Facts *facts;
  GHashTable *drawn; /* (element-type C4Relationship) that the view has lines for; NULL: not
                      * collected yet */
} C4FactsBuilder;

C4FactsBuilder c4_facts_begin (const C4FactSource *source, const char *name, const char *type);
C4Facts *c4_facts_end (C4FactsBuilder *builder);

const char *c4_facts_keep (C4FactsBuilder *builder, const char *text);
C4Fact c4_fact_make (C4FactsBuilder *builder, const char *name, const char *text,
                     const char *href);
void c4_facts_add (C4FactsBuilder *builder, GPtrArray *facts, const char *name, const char *text,
                   const char *href);
C4FactSection *c4_facts_add_section (C4FactsBuilder *builder, const char *title);

/* c4-facts-element.c */
char *c4_facts_dup_element_href (const C4FactsBuilder *builder, const C4Element *element);

/* c4-facts-flow.c */
char *c4_facts_dup_count (const GPtrArray *sync, const GPtrArray *async);
void c4_facts_add_source (C4FactsBuilder *builder, GPtrArray *facts, const char *name,
                          const C4SourceLink *link, const char *fallback_repository);
void c4_facts_set_source (C4FactsBuilder *builder, const C4SourceLink *link,
                          const char *fallback_repository);
void c4_facts_set_source_of_flow (C4FactsBuilder *builder, const C4Relationship *flow);
void c4_facts_add_flow (C4FactsBuilder *builder, C4FactSection *section,
                        const C4Relationship *flow);
void c4_facts_add_flows (C4FactsBuilder *builder, C4FactSection *section,
                         const GPtrArray *flows);
const char *c4_facts_repository (const C4WorkspaceMember *member);

/* c4-facts-dependencies.c */
void c4_facts_add_coupling (C4FactsBuilder *builder, guint system);

G_END_DECLS
