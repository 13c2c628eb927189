/* c4-lens.c: making lenses, comparing them, and looking through them. */

#include "c4-lens.h"

#include "c4-sentence.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (c4-lens-error-quark, c4_lens_error)

/* -- Making -- */

static C4Focus *
focus_copy (const C4Focus *focus)
{
  C4Focus *copy;

  if (focus == NULL)
    return NULL;
  copy = g_memdup2 (focus, sizeof *focus);
  copy->source = g_strdup (focus->source);
  copy->target = g_strdup (focus->target);
  return copy;
}

static void
focus_free (C4Focus *focus)
{
  g_free (focus->source);
  g_free (focus->target);
  g_free (focus);
}

static void
lens_clear (gpointer pointer)
{
  C4Lens *lens = pointer;

  g_ptr_array_unref (lens->conditions);
  g_clear_pointer (&lens->focus, focus_free);
}

C4Lens *
c4_lens_ref (C4Lens *lens)
{
  return g_atomic_rc_box_acquire (lens);
}

void
c4_lens_unref (C4Lens *lens)
{
  g_atomic_rc_box_release_full (lens, lens_clear);
}

static void
add_condition (C4Lens *lens, const C4Condition *condition)
{
  g_ptr_array_add (lens->conditions, c4_condition_new (condition->kind, condition->value));
}

/* A lens to change: another one's focus, and none of its conditions. */
static C4Lens *
lens_new (const C4Focus *focus)
{
  C4Lens *lens = g_atomic_rc_box_new0 (C4Lens);

  lens->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) c4_condition_free);
  lens->focus = focus_copy (focus);
  return lens;
}

/* Takes a lens, and returns it unless it is plain glass. */
static C4Lens *
finish (C4Lens *lens)
{
  if (lens->conditions->len > 0 || lens->focus != NULL)
    return lens;
  c4_lens_unref (lens);
  return NULL;
}

static guint
count_conditions (const C4Lens *lens)
{
  return lens != NULL ? lens->conditions->len : 0;
}

static const C4Focus *
get_focus (const C4Lens *lens)
{
  return lens != NULL ? lens->focus : NULL;
}

/**
 * c4_lens_with_condition:
 * @lens: (nullable): a lens
 * @condition: a condition
 * @asked: whether it is to be fulfilled
 *
 * Returns: (transfer full) (nullable): the lens, with or without this condition
 */
C4Lens *
c4_lens_with_condition (const C4Lens *lens, const C4Condition *condition, gboolean asked)
{
  C4Lens *other = lens_new (get_focus (lens));

  for (guint i = 0; i < count_conditions (lens); i++)
    if (!c4_condition_equal (lens->conditions->pdata[i], condition))
      add_condition (other, lens->conditions->pdata[i]);
  if (asked)
    add_condition (other, condition);
  return finish (other);
}

C4Lens *
c4_lens_without_conditions (const C4Lens *lens)
{
  return finish (lens_new (get_focus (lens)));
}

/**
 * c4_lens_with_focus:
 * @lens: (nullable): a lens
 * @focus: (nullable): what to look at; copied
 *
 * Returns: (transfer full) (nullable): the lens with that focus in place of its own
 */
C4Lens *
c4_lens_with_focus (const C4Lens *lens, const C4Focus *focus)
{
  C4Lens *other = lens_new (focus);

  for (guint i = 0; i < count_conditions (lens); i++)
    add_condition (other, lens->conditions->pdata[i]);
  return finish (other);
}

static gboolean
is_choice (const GPtrArray *choices, const C4Condition *condition)
{
  for (guint i = 0; i < choices->len; i++)
    if (c4_condition_equal (&((const C4FilterChoice *) choices->pdata[i])->condition, condition))
      return TRUE;
  return FALSE;
}

/* What there is to ask for of a large view takes a while to list. */
static void
keep_conditions (C4Lens *other, const C4Lens *lens, const C4View *view)
{
  g_autoptr (GPtrArray) choices = NULL;

  if (count_conditions (lens) == 0)
    return;
  choices = c4_filter_list_choices (view);
  for (guint i = 0; i < count_conditions (lens); i++)
    if (is_choice (choices, lens->conditions->pdata[i]))
      add_condition (other, lens->conditions->pdata[i]);
}

static gboolean
has_focus (const C4View *view, const C4Focus *focus)
{
  return focus != NULL && c4_view_find_node (view, focus->source) >= 0
         && (focus->target == NULL || c4_view_find_node (view, focus->target) >= 0);
}

/**
 * c4_lens_keep_present:
 * @lens: (nullable): a lens
 * @view: the whole of a view
 *
 * Returns: (transfer full) (nullable): what of the lens is about anything that is in the view
 */
C4Lens *
c4_lens_keep_present (const C4Lens *lens, const C4View *view)
{
  const C4Focus *focus = get_focus (lens);
  C4Lens *other = lens_new (has_focus (view, focus) ? focus : NULL);

  keep_conditions (other, lens, view);
  return finish (other);
}

/* -- Comparing -- */

/**
 * c4_lens_has_condition:
 * @lens: (nullable): a lens
 * @condition: a condition
 *
 * Returns: whether the lens asks for it
 */
gboolean
c4_lens_has_condition (const C4Lens *lens, const C4Condition *condition)
{
  for (guint i = 0; i < count_conditions (lens); i++)
    if (c4_condition_equal (lens->conditions->pdata[i], condition))
      return TRUE;
  return FALSE;
}

/* The order in which conditions were asked for doesn't matter. */
static gboolean
have_the_same_conditions (const C4Lens *a, const C4Lens *b)
{
  if (count_conditions (a) != count_conditions (b))
    return FALSE;
  for (guint i = 0; i < count_conditions (a); i++)
    if (!c4_lens_has_condition (b, a->conditions->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
focus_equal (const C4Focus *a, const C4Focus *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->hops == b->hops && a->direction == b->direction && a->hides == b->hides
         && g_str_equal (a->source, b->source) && g_strcmp0 (a->target, b->target) == 0;
}

/**
 * c4_lens_equal:
 * @a: (nullable): a lens
 * @b: (nullable): another one
 *
 * Returns: whether one sees the same through both
 */
gboolean
c4_lens_equal (const C4Lens *a, const C4Lens *b)
{
  return have_the_same_conditions (a, b) && focus_equal (get_focus (a), get_focus (b));
}

/* What hides the rest; a focus that dims it is no matter of what is there. */
static const C4Focus *
get_hiding_focus (const C4Lens *lens)
{
  const C4Focus *focus = get_focus (lens);

  return focus != NULL && focus->hides ? focus : NULL;
}

/**
 * c4_lens_leaves_the_same:
 * @a: (nullable): a lens
 * @b: (nullable): another one
 *
 * Returns: whether the same is left of a view through both, dimmed or not
 */
gboolean
c4_lens_leaves_the_same (const C4Lens *a, const C4Lens *b)
{
  return have_the_same_conditions (a, b)
         && focus_equal (get_hiding_focus (a), get_hiding_focus (b));
}

/* -- Looking through -- */

/**
 * c4_lens_find_around:
 * @lens: (nullable): a lens
 * @view: a view, or what is left of it
 *
 * Returns: (transfer full) (nullable): what is in focus with its neighbours; %NULL: all is
 */
C4Subset *
c4_lens_find_around (const C4Lens *lens, C4View *view)
{
  const C4Focus *focus = get_focus (lens);
  guint source;

  if (!has_focus (view, focus))
    return NULL;
  source = (guint) c4_view_find_node (view, focus->source);
  if (focus->target == NULL)
    return c4_neighbourhood_of_node (view, source, focus->hops, focus->direction);
  return c4_neighbourhood_of_lines (view, source, (guint) c4_view_find_node (view, focus->target),
                                    focus->hops, focus->direction);
}

/**
 * c4_lens_find_undimmed:
 * @lens: (nullable): a lens
 * @view: what is left of a view through it
 *
 * Returns: (transfer full) (nullable): what is to stand out from the rest; %NULL: nothing is dimmed
 */
C4Subset *
c4_lens_find_undimmed (const C4Lens *lens, C4View *view)
{
  const C4Focus *focus = get_focus (lens);

  return focus != NULL && !focus->hides ? c4_lens_find_around (lens, view) : NULL;
}

/* What is in focus is there, whatever else passes. */
static void
keep_focus (C4Subset *subset, const C4Focus *focus)
{
  if (!has_focus (subset->view, focus))
    return;
  subset->nodes[c4_view_find_node (subset->view, focus->source)] = TRUE;
  if (focus->target != NULL)
    subset->nodes[c4_view_find_node (subset->view, focus->target)] = TRUE;
}

static char *
dup_focus_words (const C4Focus *focus, const C4View *view)
{
  const C4ViewNode *source = view->nodes->pdata[c4_view_find_node (view, focus->source)];
  g_autofree char *name = c4_isolate (source->name);
  const C4ViewNode *target;
  g_autofree char *other = NULL;

  if (focus->target == NULL)
    /* Translators: in the title of a picture that shows an element or a line, and what is near */
    return g_strdup_printf (_ ("around %s"), name);
  target = view->nodes->pdata[c4_view_find_node (view, focus->target)];
  other = c4_isolate (target->name);
  return g_strdup_printf (_ ("around %s → %s"), name, other);
}

/* A picture of a part says that it is one. */
static char *
dup_title (const C4Lens *lens, const C4View *view)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  for (guint i = 0; i < lens->conditions->len; i++)
    g_ptr_array_add (words, c4_condition_dup_label (lens->conditions->pdata[i]));
  if (get_hiding_focus (lens) != NULL)
    g_ptr_array_add (words, dup_focus_words (lens->focus, view));
  g_ptr_array_add (words, NULL);
  all = c4_sentence_join ((const char *const *) words->pdata);
  return g_strdup_printf ("%s (%s)", view->title, all);
}

/* Returns: (transfer full): the view without what isn't near what is in focus */
static C4View *
hide_far_ones (const C4Lens *lens, C4View *view)
{
  g_autoptr (C4Subset) around = NULL;

  if (get_hiding_focus (lens) != NULL)
    around = c4_lens_find_around (lens, view);
  return around != NULL ? c4_subset_make_view (around, NULL) : c4_view_ref (view);
}

/**
 * c4_lens_apply:
 * @lens: (nullable): a lens
 * @view: the whole of a view
 * @error: return location for an error: C4_LENS_ERROR_NOTHING_LEFT
 *
 * What the lens says of things that aren't there says nothing. Tables are shown whole.
 *
 * Returns: (transfer full) (nullable): what is left of the view; @view itself where that is all
 */
C4View *
c4_lens_apply (const C4Lens *lens, C4View *view, GError **error)
{
  g_autoptr (C4Lens) present = c4_lens_keep_present (lens, view);
  g_autoptr (C4Subset) passing = NULL;
  g_autoptr (C4View) filtered = NULL;
  g_autofree char *title = NULL;

  if (view->kind == C4_VIEW_DEPENDENCIES || c4_lens_leaves_the_same (present, NULL))
    return c4_view_ref (view);
  passing = c4_filter_find (view, present->conditions);
  keep_focus (passing, present->focus);
  title = dup_title (present, view);
  filtered = c4_subset_make_view (passing, title);
  if (filtered->nodes->len > 0)
    return hide_far_ones (present, filtered);
  g_set_error (error, C4_LENS_ERROR, C4_LENS_ERROR_NOTHING_LEFT,
               _ ("nothing in “%s” passes all filters"), view->title);
  return NULL;
}
