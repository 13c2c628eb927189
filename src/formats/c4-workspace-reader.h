/* c4-workspace-reader.h: reads a workspace.yml. */

#pragma once

#include "c4-workspace.h"
#include "c4-yaml.h"

G_BEGIN_DECLS

/* A model that a workspace.yml lists. */
typedef struct
{
  const char *path; /* as written: relative to the workspace.yml, or absolute */
  C4Position position;
} C4ListedModel;

gboolean c4_workspace_looks_like_one (const C4YamlDocument *document);
const char *c4_workspace_read_name (const C4YamlDocument *document);
GArray *c4_workspace_read_models (const C4YamlDocument *document, C4Report *report);
void c4_workspace_read_landscape (const C4YamlDocument *document, C4WorkspaceBuilder *builder);
void c4_workspace_read_deck (const C4YamlDocument *document, C4WorkspaceBuilder *builder);

G_END_DECLS
