/* c4-paths.h: what the views of a workspace are called; only views/ puts names together. */

#pragma once

#include "c4-view.h"

G_BEGIN_DECLS

#define C4_KEY_LANDSCAPE "system-landscape"
#define C4_KEY_CONTEXT "system-context"
#define C4_KEY_CONTAINER "container"
#define C4_KEY_COMPONENT_PREFIX "component-"
#define C4_KEY_FLOW_PREFIX "flow-"
#define C4_KEY_DEPENDENCIES "dependencies"

const char *c4_member_prefix (const C4Workspace *workspace, const C4WorkspaceMember *member);
const char *c4_member_system_name (const C4WorkspaceMember *member);
char *c4_view_dup_path (const C4Workspace *workspace, const C4WorkspaceMember *member,
                        const char *key);
char *c4_component_dup_key (const C4Element *container);

/* The views that show an element or a flow best. */
const C4WorkspaceMember *c4_member_of_element (const C4Workspace *workspace,
                                               const C4Element *element);
char *c4_element_dup_path (const C4Workspace *workspace, const C4WorkspaceMember *member,
                           const C4Element *element);
char *c4_relationship_dup_path (const C4Workspace *workspace, const C4WorkspaceMember *member,
                                const C4Relationship *relationship);

G_END_DECLS
