/* c4-known-systems.h: the systems of a workspace that others can refer to, and what resembles
 * them. */

#pragma once

#include "c4-workspace.h"

G_BEGIN_DECLS

/* An internal system of a model, or a shared one. */
typedef struct
{
  const char *id;
  const char *name;
  const char *repository;          /* NULL: not given */
  const C4WorkspaceMember *member; /* whose model has it; NULL: shared */
} C4KnownSystem;

typedef struct _C4KnownSystems C4KnownSystems;

C4KnownSystems *c4_known_systems_new (const C4Workspace *workspace);
void c4_known_systems_free (C4KnownSystems *systems);

gboolean c4_known_systems_are_complete (const C4KnownSystems *systems);
gboolean c4_known_systems_have_repository (const C4KnownSystems *systems, const char *repository);
const C4KnownSystem *c4_known_systems_find (const C4KnownSystems *systems, const char *id);
const C4KnownSystem *c4_known_systems_find_by_name (const C4KnownSystems *systems,
                                                    const char *name);
const C4KnownSystem *c4_known_systems_find_misspelt (const C4KnownSystems *systems,
                                                     const char *id);
const char *c4_known_systems_guess (const C4KnownSystems *systems, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4KnownSystems, c4_known_systems_free)

G_END_DECLS
