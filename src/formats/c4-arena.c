/* c4-arena.c: hands out the memory of large blocks piece by piece. */

#include "c4-arena.h"

#define BLOCK_SIZE 16384 /* bytes: the nodes of a typical model fill a few blocks */

struct _C4Arena
{
  GPtrArray *blocks; /* (element-type gpointer) */
  char *free;        /* in the last block */
  gsize n_free;
};

C4Arena *
c4_arena_new (void)
{
  C4Arena *arena = g_new0 (C4Arena, 1);

  arena->blocks = g_ptr_array_new_with_free_func (g_free);
  return arena;
}

void
c4_arena_free (C4Arena *arena)
{
  g_ptr_array_unref (arena->blocks);
  g_free (arena);
}

static void
add_block (C4Arena *arena, gsize size)
{
  arena->free = g_malloc0 (size);
  arena->n_free = size;
  g_ptr_array_add (arena->blocks, arena->free);
}

/**
 * c4_arena_take:
 * @arena: an arena
 * @size: in bytes, at least 1
 *
 * Returns: (transfer none): zeroed memory, aligned for pointers, which lives as long as @arena
 */
gpointer
c4_arena_take (C4Arena *arena, gsize size)
{
  gpointer memory;

  size = (size + sizeof (gpointer) - 1) / sizeof (gpointer) * sizeof (gpointer);
  if (size > arena->n_free)
    add_block (arena, MAX (size, BLOCK_SIZE));
  memory = arena->free;
  arena->free += size;
  arena->n_free -= size;
  return memory;
}
