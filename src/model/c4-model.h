/* c4-model.h: an architecture model, immutable and shared by reference.
 *
 * Everything in here belongs to its C4Model and lives as long as it does: hold a reference to
 * the model, never a copy of a part. Strings are UTF-8; one that the model's author did not
 * give is NULL. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  C4_KIND_PERSON,
  C4_KIND_SYSTEM,
  C4_KIND_CONTAINER,
  C4_KIND_COMPONENT,
} C4Kind;

typedef enum
{
  C4_SHAPE_BOX,
  C4_SHAPE_DB,
  C4_SHAPE_QUEUE,
} C4Shape;

/* On which diagrams a relationship is drawn. */
typedef enum
{
  C4_SCOPE_FLOW,      /* on all but component diagrams, lifted to what they show */
  C4_SCOPE_COMPONENT, /* on its container's component diagram alone */
} C4Scope;

typedef enum
{
  C4_DERIVED_UNKNOWN,
  C4_DERIVED_FROM_GRAPH,
  C4_DERIVED_FROM_CODE,
  C4_DERIVED_FROM_INFRA,
  C4_DERIVED_MANUALLY,
} C4Derivation;

typedef enum
{
  C4_CONTRACT_UNKNOWN,
  C4_CONTRACT_ENDPOINT,
  C4_CONTRACT_ENV_VAR,
  C4_CONTRACT_SERVICE,
  C4_CONTRACT_PACKAGE,
} C4ContractKind;

/* Where in its file something is declared; both count from 1, 0 is unknown. */
typedef struct
{
  guint line;
  guint column;
} C4Position;

/* A place in somebody's source repository. */
typedef struct
{
  const char *repository;
  const char *path;
  guint line; /* from 1; 0 is unknown */
} C4SourceLink;

typedef struct _C4Element C4Element;
typedef struct _C4EtlSource C4EtlSource;
typedef struct _C4Model C4Model;
typedef struct _C4Provenance C4Provenance;
typedef struct _C4Relationship C4Relationship;
typedef struct _C4Scenario C4Scenario;
typedef struct _C4Step C4Step;

struct _C4Element
{
  guint index; /* in C4Model.elements */
  C4Kind kind;
  C4Shape shape;
  gboolean external;
  const char *id;
  const char *name;
  const char *technology;
  const char *description;
  const char *context_group; /* external systems that share it are one box in the context */
  const char *repository;
  C4SourceLink source;
  const C4Element *parent;    /* a container's system, a component's container; else NULL */
  GPtrArray *children;        /* (element-type C4Element) in the file's order; never NULL */
  C4Position position;
};

struct _C4Provenance
{
  C4Derivation derived_from;
  C4ContractKind contract_kind;
  const char *contract_key;
  C4SourceLink source;
};

struct _C4Relationship
{
  guint index; /* in C4Model.relationships */
  C4Scope scope;
  const char *id; /* NULL in C4_SCOPE_COMPONENT */
  const C4Element *source;
  const C4Element *target;
  const char *label;
  const char *technology; /* a flow's protocol */
  const char *data;
  const char *trigger;
  gboolean sync;
  const char *const *tags; /* NULL-terminated; never NULL */
  C4Provenance provenance;
  C4Position position;
};

struct _C4Step
{
  guint number; /* from 1, without gaps; steps that run together share it */
  const C4Element *source;
  const C4Element *target;
  const char *label;
  gboolean sync;
  const char *const *tags; /* NULL-terminated; never NULL */
  C4Position position;
};

struct _C4Scenario
{
  const char *id;
  const char *title;
  const char *description;
  GPtrArray *steps; /* (element-type C4Step) */
  C4Position position;
};

struct _C4EtlSource
{
  const char *name;
  const char *transport;
  const char *cadence;
  const char *content; /* what is transported: the `data` key of a file */
  gboolean fragile;
  C4SourceLink source; /* repository NULL: the primary system's */
  C4Position position;
};

struct _C4Model
{
  const char *name;
  const char *description;
  const char *file; /* the path or URI that it was read from, as people know it */
  const char *generated_at;
  const char *generator_version;
  gboolean has_infrastructure_references;
  const C4Element *primary_system; /* NULL for a set of graph candidates */
  const C4Element *api_container;
  GPtrArray *elements;      /* (element-type C4Element) parents before their children */
  GPtrArray *relationships; /* (element-type C4Relationship) flows, then components' */
  GPtrArray *scenarios;     /* (element-type C4Scenario) */
  GPtrArray *etl_sources;   /* (element-type C4EtlSource) */
};

C4Model *c4_model_ref (C4Model *model);
void c4_model_unref (C4Model *model);

const C4Element *c4_model_find (const C4Model *model, const char *id);

const C4Element *c4_element_owner (const C4Element *element);
const C4Element *c4_element_ancestor (const C4Element *element, C4Kind kind);
gboolean c4_relationship_has_tag (const C4Relationship *relationship, const char *tag);
gboolean c4_step_follows (const C4Step *step, const C4Relationship *relationship);
char *c4_repository_dup_plain (const char *repository);
gboolean c4_is_web_address (const char *address);
char *c4_source_link_dup_url (const C4SourceLink *link, const char *fallback_repository);

const char *c4_kind_to_string (C4Kind kind);
const char *c4_kind_to_title (C4Kind kind, gboolean external);
const char *c4_shape_to_string (C4Shape shape);
const char *c4_derivation_to_string (C4Derivation derivation);
const char *c4_contract_kind_to_string (C4ContractKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Model, c4_model_unref)

G_END_DECLS
