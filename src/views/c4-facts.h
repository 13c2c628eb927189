/* c4-facts.h: all that there is to say about one thing in a diagram, in words: what the inspector,
 * tooltips and screen readers say is said here once.
 *
 * Immutable and shared by reference; it keeps nothing else alive. */

#pragma once

#include "c4-appearances.h"
#include "c4-dependencies.h"

G_BEGIN_DECLS

/* A piece of text. Where it leads, if anywhere, is an address in the workspace (c4-address.h) or
 * one of the web, http or https. */
typedef struct
{
  const char *name; /* what the text is: "Technology"; NULL: it says so itself */
  const char *text;
  const char *href; /* nullable */
} C4Fact;

/* A flow, from whichever model. */
typedef struct
{
  C4Fact label;
  C4Fact source;
  C4Fact target;
  gboolean sync;
  GPtrArray *facts;        /* (element-type C4Fact) protocol, data, trigger, where it is from */
  const char *const *tags; /* NULL-terminated */
} C4FlowFact;

typedef struct
{
  const char *title; /* NULL of the first one */
  GPtrArray *facts;  /* (element-type C4Fact) */
  GPtrArray *flows;  /* (element-type C4FlowFact) */
} C4FactSection;

typedef struct
{
  const char *name;
  const char *type;        /* "Container", "Synchronous line", ... */
  const char *technology;  /* nullable */
  const char *description; /* nullable */
  const char *source_url;  /* where its source is; nullable */
  gboolean counts_flows;   /* whether the next two say something */
  guint n_flows_in;
  guint n_flows_out;
  GPtrArray *actions;      /* (element-type C4Fact) what it leads to */
  GPtrArray *sections;     /* (element-type C4FactSection) */
} C4Facts;

/* What the facts are taken from. */
typedef struct
{
  const C4View *view;
  const C4Dependencies *dependencies; /* of a Dependencies diagram; otherwise NULL */
  const C4Appearances *appearances;   /* NULL: not known yet, and not said */
} C4FactSource;

C4Facts *c4_facts_of_node (const C4FactSource *source, guint node);
C4Facts *c4_facts_of_boundary (const C4FactSource *source, guint boundary);
C4Facts *c4_facts_of_edge (const C4FactSource *source, guint edge);
C4Facts *c4_facts_of_cell (const C4FactSource *source, guint row, guint column);
C4Facts *c4_facts_of_cycle (const C4FactSource *source, guint cycle);
C4Facts *c4_facts_of_fragile_link (const C4FactSource *source, guint link);
C4Facts *c4_facts_of_etl_source (const C4FactSource *source, guint row);
C4Facts *c4_facts_of_candidate (const C4FactSource *source, guint candidate);

C4Facts *c4_facts_ref (C4Facts *facts);
void c4_facts_unref (C4Facts *facts);

char *c4_facts_dup_summary (const C4Facts *facts);
char *c4_facts_dup_spoken (const C4Facts *facts);
char *c4_facts_dup_contract (const C4Provenance *provenance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Facts, c4_facts_unref)

G_END_DECLS
