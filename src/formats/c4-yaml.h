/* c4-yaml.h: a YAML file as a tree of nodes that know their place.
 *
 * Scalars are typed as YAML 1.1 has it, which is how PyYAML and so c4gen read them: `yes` is a
 * boolean, 1.0 a number and 2024-05-01 a date, unless they are quoted. */

#pragma once

#include "c4-report.h"

G_BEGIN_DECLS

typedef enum
{
  C4_YAML_NULL,
  C4_YAML_BOOLEAN,
  C4_YAML_NUMBER_WHOLE,
  C4_YAML_NUMBER_REAL,
  C4_YAML_TIME,
  C4_YAML_TEXT,
  C4_YAML_LIST,
  C4_YAML_MAPPING,
} C4YamlType;

typedef struct _C4YamlNode C4YamlNode;

typedef struct
{
  C4YamlNode *key; /* a scalar; NULL in a list */
  C4YamlNode *value;
} C4YamlEntry;

struct _C4YamlNode
{
  C4YamlType type;
  gboolean cut_off; /* a list or mapping that a syntax error ended before its time */
  C4Position position;
  const char *text; /* of a scalar, as it is written but without quotes and escapes */
  C4YamlEntry *entries;
  guint n_entries;
  guint n_nodes; /* itself and what is in it, aliases expanded; 0 until it is complete */
  guint height;  /* of the tree below it, aliases expanded; a scalar's is 0 */
};

/* Nodes live as long as their document. An anchored node stands at every alias of it. */
typedef struct
{
  const C4YamlNode *root; /* NULL: nothing can be read from the file */
  gboolean complete;      /* FALSE: `root` has what comes before a syntax error */
} C4YamlDocument;

C4YamlDocument *c4_yaml_parse (const char *text, gsize length, C4Report *report);
C4YamlDocument *c4_yaml_parse_until (const char *text, gsize length, const char *key,
                                     C4Report *report);
void c4_yaml_document_free (C4YamlDocument *document);

C4YamlType c4_yaml_resolve (const char *text);
char *c4_yaml_describe (const C4YamlNode *node);

const C4YamlNode *c4_yaml_get (const C4YamlNode *mapping, const char *key);
const char *c4_yaml_get_text (const C4YamlNode *mapping, const char *key);
gboolean c4_yaml_get_boolean (const C4YamlNode *mapping, const char *key, gboolean otherwise);
const C4YamlNode *c4_yaml_get_list (const C4YamlNode *mapping, const char *key);
const C4YamlNode *c4_yaml_get_mapping (const C4YamlNode *mapping, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4YamlDocument, c4_yaml_document_free)

G_END_DECLS
