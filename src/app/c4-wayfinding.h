/* c4-wayfinding.h: ways over a scene without a pointer: what comes next, what lies in a direction.
 *
 * Its stops are the parts of the scene in reading order: boxes row by row, each with the lines that
 * leave it and after what is around it; of a scenario, step by step. */

#pragma once

#include "c4-scene.h"
#include "c4-subset.h"

G_BEGIN_DECLS

typedef enum
{
  C4_WAY_LEFT,
  C4_WAY_RIGHT,
  C4_WAY_UP,
  C4_WAY_DOWN,
} C4Way;

typedef struct
{
  C4Owner owner;
  C4Rect bounds; /* all that belongs to it */
  C4Rect spot;   /* where it is thought to be: a box itself, the middle of a line */
} C4Stop;

typedef struct _C4Wayfinding C4Wayfinding;

C4Wayfinding *c4_wayfinding_new (C4Scene *scene);
C4Wayfinding *c4_wayfinding_ref (C4Wayfinding *ways);
void c4_wayfinding_unref (C4Wayfinding *ways);

guint c4_wayfinding_get_n_stops (const C4Wayfinding *ways);
const C4Stop *c4_wayfinding_get_stop (const C4Wayfinding *ways, guint index);
const C4Stop *c4_wayfinding_find (const C4Wayfinding *ways, C4Owner owner);
const C4Stop *c4_wayfinding_next (const C4Wayfinding *ways, C4Owner from, gboolean forward,
                                  const C4Subset *among);
const C4Stop *c4_wayfinding_nearest (const C4Wayfinding *ways, C4Owner from, C4Way way,
                                     gboolean lines);
guint c4_wayfinding_count (const C4Wayfinding *ways, C4Owner until, const C4Subset *among);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Wayfinding, c4_wayfinding_unref)

G_END_DECLS
