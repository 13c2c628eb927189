/* c4-arena.h: memory for many small things that are freed together. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _C4Arena C4Arena;

C4Arena *c4_arena_new (void);
void c4_arena_free (C4Arena *arena);
gpointer c4_arena_take (C4Arena *arena, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Arena, c4_arena_free)

G_END_DECLS
