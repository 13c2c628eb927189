/* c4-yaml-keys.h: what the keys of a YAML mapping mean for its entries; private to the parser. */

#pragma once

#include "c4-yaml.h"

G_BEGIN_DECLS

void c4_yaml_check_keys (const C4YamlNode *mapping, C4Report *report);
GArray *c4_yaml_merge (const C4YamlNode *mapping, C4Report *report);

G_END_DECLS
