/* c4-simplex.h: whole numbers with minimal distances between them, as close together as their
 * weights ask for: ranks of boxes, and places of boxes and lines across the ranks. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _C4Simplex C4Simplex;

C4Simplex *c4_simplex_new (guint n_variables);
void c4_simplex_free (C4Simplex *simplex);

guint c4_simplex_add_variable (C4Simplex *simplex);
void c4_simplex_add (C4Simplex *simplex, guint from, guint to, int minimum, int weight);
void c4_simplex_add_attraction (C4Simplex *simplex, guint a, guint b, int offset, int weight);
const int *c4_simplex_least (C4Simplex *simplex);
const int *c4_simplex_solve (C4Simplex *simplex, guint max_pivots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Simplex, c4_simplex_free)

G_END_DECLS
