/* c4-simplex.c: the network simplex method on difference constraints, after Gansner, Koutsofios,
 * North and Vo, "A Technique for Drawing Directed Graphs" (IEEE Trans. Softw. Eng. 19(3), 1993),
 * sections 2.3 and 4.2.
 *
 * A spanning tree of constraints that hold exactly fixes all variables. Each of its constraints
 * divides the variables into two sides; where pulling the sides apart would pay (its cut value is
 * negative), it leaves the tree, and the constraint that stops the movement takes its place. */

#include "c4-simplex.h"

#define NONE G_MAXUINT

/* After so many places in trees, which take about 20 ns each, the values are good enough. */
#define MOST_WALKED 20000000

typedef struct
{
  guint from;
  guint to;
  int minimum; /* value[to] - value[from] is at least this */
  int weight;
} Constraint;

struct _C4Simplex
{
  Constraint *constraints;
  guint n_constraints;
  guint n_allocated;
  guint n_variables;

  int *values;
  guint *first; /* head of each variable's list of incident constraints, as 2 * index + end */
  guint *next;  /* of each end */
  /* The tree, rooted at variable 0. `order` is a preorder; a subtree is a run of it. */
  guint *first_in_tree; /* the same lists of the tree's constraints alone */
  guint *next_in_tree;
  guint *order;
  guint *place; /* in `order` */
  guint *size;  /* of the subtree */
  guint *parent; /* constraint that leads to the root; NONE at the root */
  int *own_pull; /* of a variable on the rest */
  gint64 *pull;  /* of the subtree on the rest */
  guint *stack;  /* scratch */
  guint n_walked; /* variables whose place in the tree was worked out */
};

C4Simplex *
c4_simplex_new (guint n_variables)
{
  C4Simplex *simplex = g_new0 (C4Simplex, 1);

  simplex->n_variables = n_variables;
  return simplex;
}

void
c4_simplex_free (C4Simplex *simplex)
{
  g_free (simplex->constraints);
  g_free (simplex->values);
  g_free (simplex->first);
  g_free (simplex->next);
  g_free (simplex->first_in_tree);
  g_free (simplex->next_in_tree);
  g_free (simplex->order);
  g_free (simplex->place);
  g_free (simplex->size);
  g_free (simplex->parent);
  g_free (simplex->own_pull);
  g_free (simplex->pull);
  g_free (simplex->stack);
  g_free (simplex);
}

/**
 * c4_simplex_add_variable:
 * @simplex: a problem that is not solved yet
 *
 * Returns: the number of a further variable
 */
guint
c4_simplex_add_variable (C4Simplex *simplex)
{
  return simplex->n_variables++;
}

/**
 * c4_simplex_add:
 * @simplex: a problem that is not solved yet
 * @from: a variable
 * @to: another
 * @minimum: how much @to must be above @from; may be negative
 * @weight: what each unit of their distance costs, 0 or more
 */
void
c4_simplex_add (C4Simplex *simplex, guint from, guint to, int minimum, int weight)
{
  g_assert (from != to && from < simplex->n_variables && to < simplex->n_variables);
  if (simplex->n_constraints == simplex->n_allocated)
    {
      simplex->n_allocated = MAX (2 * simplex->n_allocated, 256);
      simplex->constraints = g_renew (Constraint, simplex->constraints, simplex->n_allocated);
    }
  simplex->constraints[simplex->n_constraints++] = (Constraint){ from, to, minimum, weight };
}

/**
 * c4_simplex_add_attraction:
 * @simplex: a problem that is not solved yet
 * @a: a variable
 * @b: another
 * @offset: what @b minus @a should be
 * @weight: what each unit of difference from that costs
 */
void
c4_simplex_add_attraction (C4Simplex *simplex, guint a, guint b, int offset, int weight)
{
  guint low = c4_simplex_add_variable (simplex);

  /* low is the lower of a and b - offset: the two distances add up to their difference. */
  c4_simplex_add (simplex, low, a, 0, weight);
  c4_simplex_add (simplex, low, b, offset, weight);
}

static Constraint *
get (C4Simplex *simplex, guint index)
{
  return &simplex->constraints[index];
}

static int
slack (C4Simplex *simplex, const Constraint *constraint)
{
  return simplex->values[constraint->to] - simplex->values[constraint->from]
         - constraint->minimum;
}

static void
link_constraints (C4Simplex *simplex)
{
  guint n = simplex->n_constraints;

  simplex->first = g_new (guint, simplex->n_variables);
  simplex->next = g_new (guint, 2 * n + 1);
  for (guint v = 0; v < simplex->n_variables; v++)
    simplex->first[v] = NONE;
  for (guint i = 2 * n; i-- > 0;)
    {
      guint v = i % 2 ? get (simplex, i / 2)->to : get (simplex, i / 2)->from;
      simplex->next[i] = simplex->first[v];
      simplex->first[v] = i;
    }
}

/* The least values that satisfy all constraints, by longest paths from the variables without a
 * lower bound. Returns whether there are any: not when the constraints run in a circle. */
static gboolean
find_feasible (C4Simplex *simplex)
{
  g_autofree guint *missing = g_new0 (guint, simplex->n_variables);
  g_autofree guint *queue = g_new (guint, simplex->n_variables);
  guint n_queued = 0;

  for (guint i = 0; i < simplex->n_constraints; i++)
    missing[get (simplex, i)->to]++;
  for (guint v = 0; v < simplex->n_variables; v++)
    if (missing[v] == 0)
      queue[n_queued++] = v;
  for (guint done = 0; done < n_queued; done++)
    for (guint i = simplex->first[queue[done]]; i != NONE; i = simplex->next[i])
      {
        const Constraint *c = get (simplex, i / 2);
        if (i % 2 == 1)
          continue;
        simplex->values[c->to]
            = MAX (simplex->values[c->to], simplex->values[c->from] + c->minimum);
        if (--missing[c->to] == 0)
          queue[n_queued++] = c->to;
      }
  return n_queued == simplex->n_variables;
}

static guint
get_end (C4Simplex *simplex, guint end)
{
  return end % 2 ? get (simplex, end / 2)->to : get (simplex, end / 2)->from;
}

/* The lists are in order, so that the same tree is always walked in the same way. */
static void
add_end_to_tree (C4Simplex *simplex, guint end)
{
  guint *at = &simplex->first_in_tree[get_end (simplex, end)];

  while (*at < end) /* NONE is above all */
    at = &simplex->next_in_tree[*at];
  simplex->next_in_tree[end] = *at;
  *at = end;
}

static void
remove_end_from_tree (C4Simplex *simplex, guint end)
{
  guint *at = &simplex->first_in_tree[get_end (simplex, end)];

  while (*at != end)
    at = &simplex->next_in_tree[*at];
  *at = simplex->next_in_tree[end];
}

static void
add_to_tree (C4Simplex *simplex, guint index)
{
  add_end_to_tree (simplex, 2 * index);
  add_end_to_tree (simplex, 2 * index + 1);
}

/* Adds to the tree whatever is reached from it by constraints that hold exactly. */
static guint
grow_tree (C4Simplex *simplex, gboolean *reached, guint *stack, guint n_stack)
{
  guint added = 0;

  while (n_stack > 0)
    {
      guint v = stack[--n_stack];
      for (guint i = simplex->first[v]; i != NONE; i = simplex->next[i])
        {
          const Constraint *c = get (simplex, i / 2);
          guint other = i % 2 ? c->from : c->to;
          if (reached[other] || slack (simplex, c) != 0)
            continue;
          reached[other] = TRUE;
          add_to_tree (simplex, i / 2);
          stack[n_stack++] = other;
          added++;
        }
    }
  return added;
}

/* The constraint between the tree and the rest that is nearest to holding exactly. */
static guint
find_nearest (C4Simplex *simplex, const gboolean *reached)
{
  guint best = NONE;

  for (guint i = 0; i < simplex->n_constraints; i++)
    {
      const Constraint *c = get (simplex, i);
      if (reached[c->from] != reached[c->to]
          && (best == NONE || slack (simplex, c) < slack (simplex, get (simplex, best))))
        best = i;
    }
  return best;
}

static gboolean
find_tight_tree (C4Simplex *simplex)
{
  g_autofree gboolean *reached = g_new0 (gboolean, simplex->n_variables);
  g_autofree guint *stack = g_new (guint, simplex->n_variables);
  guint n_reached;

  reached[0] = TRUE;
  stack[0] = 0;
  n_reached = 1 + grow_tree (simplex, reached, stack, 1);
  while (n_reached < simplex->n_variables)
    {
      guint nearest = find_nearest (simplex, reached);
      const Constraint *c;
      guint n_stack = 0;
      int by;

      if (nearest == NONE)
        return FALSE;
      c = get (simplex, nearest);
      by = reached[c->from] ? slack (simplex, c) : -slack (simplex, c);
      for (guint v = 0; v < simplex->n_variables; v++)
        if (reached[v])
          {
            simplex->values[v] += by;
            stack[n_stack++] = v;
          }
      n_reached += grow_tree (simplex, reached, stack, n_stack);
    }
  return TRUE;
}

/* Numbers the subtree of @top in preorder, and adds up what each subtree in it pulls at the rest
 * with. */
static void
walk_tree (C4Simplex *simplex, guint top)
{
  guint *stack = simplex->stack;
  guint n_stack = 0, start = simplex->place[top], n = start;

  stack[n_stack++] = top;
  while (n_stack > 0)
    {
      guint v = stack[--n_stack];
      simplex->place[v] = n;
      simplex->order[n++] = v;
      simplex->size[v] = 1;
      simplex->pull[v] = simplex->own_pull[v];
      for (guint i = simplex->first_in_tree[v]; i != NONE; i = simplex->next_in_tree[i])
        if (i / 2 != simplex->parent[v])
          {
            guint other = get_end (simplex, i ^ 1);
            simplex->parent[other] = i / 2;
            stack[n_stack++] = other;
          }
    }
  simplex->n_walked += n - start;
  while (n-- > start + 1)
    {
      guint v = simplex->order[n];
      const Constraint *c = get (simplex, simplex->parent[v]);
      guint above = c->from == v ? c->to : c->from;
      simplex->size[above] += simplex->size[v];
      simplex->pull[above] += simplex->pull[v];
    }
}

static gboolean
is_below (C4Simplex *simplex, guint v, guint top)
{
  return simplex->place[v] - simplex->place[top] < simplex->size[top];
}

/* The variable under the tree's constraint with the lowest cut value; NONE when none is negative:
 * then the values are the best ones. */
static guint
find_leaving (C4Simplex *simplex)
{
  guint best = NONE;
  gint64 lowest = 0;

  for (guint n = 1; n < simplex->n_variables; n++)
    {
      guint v = simplex->order[n];
      gint64 cut = get (simplex, simplex->parent[v])->from == v ? simplex->pull[v]
                                                               : -simplex->pull[v];
      if (cut < lowest)
        {
          lowest = cut;
          best = v;
        }
    }
  return best;
}

/* The constraint that is the first to stop the subtree of @v when it moves away: one that ends in
 * it when it moves down, or else begins in it. */
static guint
find_entering (C4Simplex *simplex, guint v)
{
  guint end = get (simplex, simplex->parent[v])->from == v;
  guint best = NONE;
  int least = G_MAXINT;

  for (guint n = simplex->place[v]; n < simplex->place[v] + simplex->size[v]; n++)
    for (guint i = simplex->first[simplex->order[n]]; i != NONE; i = simplex->next[i])
      {
        const Constraint *c = get (simplex, i / 2);
        int room;
        if (i % 2 != end || is_below (simplex, end ? c->from : c->to, v))
          continue;
        room = slack (simplex, c);
        if (room < least || (room == least && i / 2 < best))
          {
            least = room;
            best = i / 2;
          }
      }
  return best;
}

/* The lowest variable that both ends of a constraint are below: nothing changes outside its subtree
 * when the constraint enters the tree. */
static guint
find_common (C4Simplex *simplex, const Constraint *c)
{
  guint v = c->from;

  while (!is_below (simplex, c->to, v))
    {
      const Constraint *up = get (simplex, simplex->parent[v]);
      v = up->from == v ? up->to : up->from;
    }
  return v;
}

static void
pivot (C4Simplex *simplex, guint v, guint entering)
{
  guint leaving = simplex->parent[v];
  const Constraint *in = get (simplex, entering);
  guint common = find_common (simplex, in);
  int by = get (simplex, leaving)->from == v ? -slack (simplex, in) : slack (simplex, in);

  for (guint n = 0; by != 0 && n < simplex->size[v]; n++)
    simplex->values[simplex->order[simplex->place[v] + n]] += by;
  remove_end_from_tree (simplex, 2 * leaving);
  remove_end_from_tree (simplex, 2 * leaving + 1);
  add_to_tree (simplex, entering);
  walk_tree (simplex, common);
}

/* A variable without a lower bound starts right under what it is below. */
static void
raise_free (C4Simplex *simplex)
{
  for (guint v = 0; v < simplex->n_variables; v++)
    {
      int nearest = G_MAXINT;
      for (guint i = simplex->first[v]; i != NONE; i = simplex->next[i])
        nearest = MIN (nearest, i % 2 ? G_MININT : slack (simplex, get (simplex, i / 2)));
      if (nearest > 0 && nearest < G_MAXINT)
        simplex->values[v] += nearest;
    }
}

/**
 * c4_simplex_least:
 * @simplex: a problem that is not solved yet
 *
 * Returns: (nullable) (transfer none): the least values from 0 on that meet the constraints; %NULL
 *   where they can't be met
 */
const int *
c4_simplex_least (C4Simplex *simplex)
{
  g_return_val_if_fail (simplex->values == NULL, NULL);

  simplex->values = g_new0 (int, simplex->n_variables);
  link_constraints (simplex);
  return find_feasible (simplex) ? simplex->values : NULL;
}

/**
 * c4_simplex_solve:
 * @simplex: a problem that is not solved yet; its variables must be connected by constraints
 * @max_pivots: when to stop short of the best; the values fit the constraints anyway
 *
 * Returns: (nullable) (transfer none): the values of least cost; %NULL where the constraints
 *   can't be met or don't connect the variables
 */
const int *
c4_simplex_solve (C4Simplex *simplex, guint max_pivots)
{
  guint n = simplex->n_variables;

  if (c4_simplex_least (simplex) == NULL)
    return NULL;
  simplex->order = g_new (guint, n);
  simplex->place = g_new (guint, n);
  simplex->size = g_new (guint, n);
  simplex->parent = g_new (guint, n);
  simplex->pull = g_new (gint64, n);
  simplex->stack = g_new (guint, n);
  simplex->own_pull = g_new0 (int, n);
  simplex->first_in_tree = g_new (guint, n);
  simplex->next_in_tree = g_new (guint, 2 * simplex->n_constraints + 1);
  for (guint v = 0; v < n; v++)
    simplex->first_in_tree[v] = NONE;
  for (guint i = 0; i < simplex->n_constraints; i++)
    {
      simplex->own_pull[get (simplex, i)->from] += get (simplex, i)->weight;
      simplex->own_pull[get (simplex, i)->to] -= get (simplex, i)->weight;
    }
  raise_free (simplex);
  if (!find_tight_tree (simplex))
    return NULL;
  simplex->parent[0] = NONE;
  simplex->place[0] = 0;
  walk_tree (simplex, 0);
  for (guint i = 0; i < max_pivots && simplex->n_walked < MOST_WALKED; i++)
    {
      guint leaving = find_leaving (simplex);
      guint entering = leaving != NONE ? find_entering (simplex, leaving) : NONE;
      if (entering == NONE)
        break;
      pivot (simplex, leaving, entering);
    }
  return simplex->values;
}
