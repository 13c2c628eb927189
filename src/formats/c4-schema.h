/* c4-schema.h: which keys a mapping of a file may have, and with which values. */

#pragma once

#include "c4-yaml.h"

G_BEGIN_DECLS

typedef enum
{
  C4_VALUE_TEXT,
  C4_VALUE_STAMP, /* text, or a date that nobody put in quotes */
  C4_VALUE_BOOLEAN,
  C4_VALUE_LINE_NUMBER,
  C4_VALUE_COUNT, /* a whole number, from 1 */
  C4_VALUE_CHOICE,
  C4_VALUE_TEXTS,        /* a list */
  C4_VALUE_TEXT_OR_TEXTS,
  C4_VALUE_OBJECT,       /* a mapping with a schema */
  C4_VALUE_OBJECTS,      /* a list of them */
  C4_VALUE_TEXT_BY_NAME, /* a mapping whose keys are names */
  C4_VALUE_TEXTS_BY_NAME,
  C4_VALUE_OBJECT_BY_NAME,
} C4ValueKind;

typedef struct _C4Schema C4Schema;

typedef struct
{
  const char *name;
  C4ValueKind kind;
  gboolean required;
  const char *const *choices; /* NULL-terminated */
  const C4Schema *schema;     /* of an object */
} C4SchemaKey;

struct _C4Schema
{
  const char *noun;    /* an object of this kind is called so in the program: "flow" */
  const char *named;   /* and in messages, to be translated, "flow %s"; */
  const char *unnamed; /* where it has neither an id nor a name, "this flow" */
  const C4SchemaKey *keys;
  guint n_keys;
};

void c4_schema_check (const C4Schema *schema, const C4YamlNode *node, C4Report *report);
char *c4_schema_describe (const C4Schema *schema, const C4YamlNode *node);
gboolean c4_schema_has_any_key (const C4Schema *schema, const C4YamlNode *node);

G_END_DECLS
