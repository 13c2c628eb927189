/* c4-c4gen-reading.h: a c4gen file while it is read; private to its reader. */

#pragma once

#include "c4-ids.h"
#include "c4-model-builder.h"
#include "c4-schema.h"

G_BEGIN_DECLS

typedef struct
{
  C4ModelBuilder *builder;
  C4Report *report;
  gboolean complete; /* the file has no syntax error: what isn't there is missing */
  C4Ids *elements;
  C4Ids *flows;
  C4Ids *scenarios;
} C4C4genReading;

C4SourceLink c4_c4gen_read_source (const C4YamlNode *object, const char *key);
guint c4_c4gen_read_choice (const C4YamlNode *object, const char *key, const char *const *choices,
                            guint otherwise);

GStrv c4_c4gen_read_tags (const C4YamlNode *object);
const C4Element *c4_c4gen_resolve (C4C4genReading *reading, const C4Schema *schema,
                                   const C4YamlNode *object, const char *key);

void c4_c4gen_read_flows (C4C4genReading *reading, const C4YamlNode *root);
void c4_c4gen_read_relationships (C4C4genReading *reading, const C4YamlNode *component);
void c4_c4gen_read_scenarios (C4C4genReading *reading, const C4YamlNode *root);
void c4_c4gen_read_etl_sources (C4C4genReading *reading, const C4YamlNode *root);

G_END_DECLS
