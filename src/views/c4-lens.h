/* c4-lens.h: what one looks at a view through: filters, and a focus on something in it.
 *
 * Immutable and shared by reference; NULL is plain sight. It names things by their ids, so that it
 * holds for the view's next state, too. */

#pragma once

#include "c4-filter.h"
#include "c4-neighbourhood.h"

G_BEGIN_DECLS

typedef struct
{
  char *source; /* id of the box in focus; of the box that the lines in focus come from */
  char *target; /* of the one that they lead to; NULL: it is a box that is in focus */
  guint hops;   /* 1 to C4_NEIGHBOURHOOD_MAX_HOPS */
  C4Neighbours direction;
  gboolean hides; /* the rest is left out; otherwise it is dimmed */
} C4Focus;

typedef struct
{
  GPtrArray *conditions; /* (element-type C4Condition) of the filter; empty: everything passes */
  C4Focus *focus;        /* NULL: none */
} C4Lens;

#define C4_LENS_ERROR (c4_lens_error_quark ())
GQuark c4_lens_error_quark (void);

typedef enum
{
  C4_LENS_ERROR_NOTHING_LEFT,
} C4LensError;

C4Lens *c4_lens_ref (C4Lens *lens);
void c4_lens_unref (C4Lens *lens);

/* Other lenses; NULL where nothing remains of them. Each takes NULL for plain sight. */
C4Lens *c4_lens_with_condition (const C4Lens *lens, const C4Condition *condition, gboolean asked);
C4Lens *c4_lens_without_conditions (const C4Lens *lens);
C4Lens *c4_lens_with_focus (const C4Lens *lens, const C4Focus *focus);
C4Lens *c4_lens_keep_present (const C4Lens *lens, const C4View *view);

gboolean c4_lens_has_condition (const C4Lens *lens, const C4Condition *condition);
gboolean c4_lens_equal (const C4Lens *a, const C4Lens *b);
gboolean c4_lens_leaves_the_same (const C4Lens *a, const C4Lens *b);

C4View *c4_lens_apply (const C4Lens *lens, C4View *view, GError **error);
C4Subset *c4_lens_find_around (const C4Lens *lens, C4View *view);
C4Subset *c4_lens_find_undimmed (const C4Lens *lens, C4View *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Lens, c4_lens_unref)

G_END_DECLS
