/* c4-highlight.c: a box lights its lines, a line its two boxes; a cell of a matrix its row and its
 * column, a cycle its cells. */

#include "c4-highlight.h"

struct _C4Highlight
{
  C4Scene *scene;
  C4Owner hovered;
  C4Owner selected;
  C4Subset *spotlight; /* NULL: nothing is shown apart from the rest */
  C4Subset *focus;     /* NULL: nothing is dimmed for being far from something */
  C4Subset *found;     /* NULL: nothing is looked for */

  /* (element-type C4Emphasis) one a part of the view */
  guint8 *nodes;
  guint8 *edges;

  /* Of a dependency matrix. */
  guint n_systems;
  GHashTable *cells; /* (element-type guint) those of a lit cycle: row * n + column, plus one */
};

/**
 * c4_highlight_new:
 * @scene: a scene
 *
 * Returns: (transfer full): the highlight of @scene, in which nothing stands out
 */
C4Highlight *
c4_highlight_new (C4Scene *scene)
{
  C4Highlight *highlight = g_new0 (C4Highlight, 1);

  highlight->scene = c4_scene_ref (scene);
  highlight->hovered = c4_owner_none;
  highlight->selected = c4_owner_none;
  highlight->nodes = g_new0 (guint8, scene->view->nodes->len);
  highlight->edges = g_new0 (guint8, scene->view->edges->len);
  highlight->n_systems = scene->dependencies != NULL ? scene->view->nodes->len : 0;
  highlight->cells = g_hash_table_new (NULL, NULL);
  return highlight;
}

void
c4_highlight_free (C4Highlight *highlight)
{
  g_clear_pointer (&highlight->spotlight, c4_subset_unref);
  g_clear_pointer (&highlight->focus, c4_subset_unref);
  g_clear_pointer (&highlight->found, c4_subset_unref);
  g_hash_table_unref (highlight->cells);
  g_free (highlight->nodes);
  g_free (highlight->edges);
  c4_scene_unref (highlight->scene);
  g_free (highlight);
}

static void
light_box (C4Highlight *highlight, guint node)
{
  const GPtrArray *edges = highlight->scene->view->edges;

  highlight->nodes[node] = C4_EMPHASIS_LIT;
  for (guint i = 0; i < edges->len; i++)
    {
      const C4ViewEdge *edge = edges->pdata[i];

      if (edge->source == node || edge->target == node)
        highlight->edges[i] = C4_EMPHASIS_LIT;
    }
}

static void
light_line (C4Highlight *highlight, guint index)
{
  const C4ViewEdge *edge = highlight->scene->view->edges->pdata[index];

  highlight->edges[index] = C4_EMPHASIS_LIT;
  highlight->nodes[edge->source] = C4_EMPHASIS_LIT;
  highlight->nodes[edge->target] = C4_EMPHASIS_LIT;
}

static void
light_cell (C4Highlight *highlight, guint row, guint column)
{
  highlight->nodes[row] = C4_EMPHASIS_LIT;
  highlight->nodes[column] = C4_EMPHASIS_LIT;
}

static void
light_cycle (C4Highlight *highlight, guint index)
{
  const C4DependencyCycle *cycle = highlight->scene->dependencies->cycles->pdata[index];

  for (guint i = 0; i < cycle->hops->len; i++)
    {
      const C4Coupling *hop = cycle->hops->pdata[i];
      guint cell = hop->source * highlight->n_systems + hop->target;

      g_hash_table_add (highlight->cells, GUINT_TO_POINTER (cell + 1));
      highlight->nodes[hop->source] = C4_EMPHASIS_LIT;
    }
}

static void
light (C4Highlight *highlight, C4Owner owner)
{
  switch (owner.type)
    {
    case C4_OWNER_NODE:
    case C4_OWNER_LIFELINE:
      light_box (highlight, owner.index);
      break;
    case C4_OWNER_EDGE:
      light_line (highlight, owner.index);
      break;
    case C4_OWNER_CELL:
      light_cell (highlight, owner.index / highlight->n_systems,
                  owner.index % highlight->n_systems);
      break;
    case C4_OWNER_CYCLE:
      light_cycle (highlight, owner.index);
      break;
    case C4_OWNER_PAGE:
    case C4_OWNER_BOUNDARY:
    case C4_OWNER_TITLE:
    case C4_OWNER_LEGEND:
    case C4_OWNER_CAPTION:
    case C4_OWNER_FRAME:
    case C4_OWNER_FRAGILE:
    case C4_OWNER_ETL:
    case C4_OWNER_CANDIDATE:
    default:
      break;
    }
}

/* How an owner is painted when nothing is hovered, selected or looked for. */
static C4Emphasis
find_base (const C4Highlight *highlight, C4Owner owner)
{
  if (highlight->spotlight == NULL && highlight->focus == NULL)
    return C4_EMPHASIS_NONE;
  if (highlight->spotlight == NULL)
    return c4_subset_emphasis (owner, highlight->focus);
  return c4_subset_emphasis (owner, highlight->spotlight) == C4_EMPHASIS_NONE
             ? C4_EMPHASIS_LIT
             : C4_EMPHASIS_DIMMED;
}

static void
apply_base (C4Highlight *highlight)
{
  const C4View *view = highlight->scene->view;

  for (guint i = 0; i < view->nodes->len; i++)
    highlight->nodes[i] = find_base (highlight, (C4Owner){ C4_OWNER_NODE, i });
  for (guint i = 0; i < view->edges->len; i++)
    highlight->edges[i] = find_base (highlight, (C4Owner){ C4_OWNER_EDGE, i });
}

/* What one looks for stays found, whatever else is lit. */
static void
apply_found (C4Highlight *highlight)
{
  const C4View *view = highlight->scene->view;
  const C4Subset *found = highlight->found;

  if (found == NULL)
    return;
  for (guint i = 0; i < view->nodes->len; i++)
    if (found->nodes[i])
      highlight->nodes[i] = C4_EMPHASIS_FOUND;
  for (guint i = 0; i < view->edges->len; i++)
    if (found->edges[i])
      highlight->edges[i] = C4_EMPHASIS_FOUND;
}

static void
update (C4Highlight *highlight)
{
  g_hash_table_remove_all (highlight->cells);
  apply_base (highlight);
  light (highlight, highlight->selected);
  light (highlight, highlight->hovered);
  apply_found (highlight);
}

void
c4_highlight_set_hovered (C4Highlight *highlight, C4Owner owner)
{
  highlight->hovered = owner;
  update (highlight);
}

void
c4_highlight_set_selected (C4Highlight *highlight, C4Owner owner)
{
  highlight->selected = owner;
  update (highlight);
}

/**
 * c4_highlight_set_spotlight:
 * @highlight: a highlight
 * @spotlight: (nullable): what of the scene's view to show apart from the rest, which is dimmed
 */
void
c4_highlight_set_spotlight (C4Highlight *highlight, C4Subset *spotlight)
{
  g_return_if_fail (spotlight == NULL || spotlight->view == highlight->scene->view);

  if (spotlight != NULL)
    c4_subset_ref (spotlight);
  g_clear_pointer (&highlight->spotlight, c4_subset_unref);
  highlight->spotlight = spotlight;
  update (highlight);
}

/**
 * c4_highlight_set_focus:
 * @highlight: a highlight
 * @focus: (nullable): what of the scene's view is near what one looks at: the rest is dimmed, unless
 *   a spotlight is on
 */
void
c4_highlight_set_focus (C4Highlight *highlight, C4Subset *focus)
{
  g_return_if_fail (focus == NULL || focus->view == highlight->scene->view);

  if (focus != NULL)
    c4_subset_ref (focus);
  g_clear_pointer (&highlight->focus, c4_subset_unref);
  highlight->focus = focus;
  update (highlight);
}

/**
 * c4_highlight_set_found:
 * @highlight: a highlight
 * @found: (nullable): what one looks for; of another view: nothing
 */
void
c4_highlight_set_found (C4Highlight *highlight, C4Subset *found)
{
  g_clear_pointer (&highlight->found, c4_subset_unref);
  if (found != NULL && found->view == highlight->scene->view)
    highlight->found = c4_subset_ref (found);
  update (highlight);
}

C4Owner
c4_highlight_get_hovered (const C4Highlight *highlight)
{
  return highlight->hovered;
}

C4Owner
c4_highlight_get_selected (const C4Highlight *highlight)
{
  return highlight->selected;
}

C4Subset *
c4_highlight_get_spotlight (const C4Highlight *highlight)
{
  return highlight->spotlight;
}

C4Subset *
c4_highlight_get_focus (const C4Highlight *highlight)
{
  return highlight->focus;
}

C4Subset *
c4_highlight_get_found (const C4Highlight *highlight)
{
  return highlight->found;
}

/**
 * c4_highlight_get_bands:
 * @highlight: a highlight
 * @row: (out): a row of the matrix, in points
 * @column: (out): a column of the matrix, in points
 *
 * Returns: whether a row and a column are lit: those of the cell or of the name that is hovered
 */
gboolean
c4_highlight_get_bands (const C4Highlight *highlight, C4Rect *row, C4Rect *column)
{
  C4Rect matrix = highlight->scene->matrix;
  guint n = highlight->n_systems;
  guint index = highlight->hovered.index;
  gboolean is_cell = highlight->hovered.type == C4_OWNER_CELL;
  C4Rect name;

  if (n == 0 || (!is_cell && highlight->hovered.type != C4_OWNER_NODE))
    return FALSE;
  name = highlight->scene->nodes[is_cell ? index / n : index];
  *row = (C4Rect){ c4_rect_right (name), name.y, c4_rect_right (matrix) - c4_rect_right (name),
                   name.height };
  *column = (C4Rect){ matrix.x + matrix.width / n * (is_cell ? index % n : index), matrix.y,
                      matrix.width / n, matrix.height };
  return TRUE;
}

static C4Emphasis
find_other (const C4Highlight *highlight, C4Owner owner)
{
  if (owner.type == C4_OWNER_PAGE || owner.type == C4_OWNER_TITLE
      || owner.type == C4_OWNER_LEGEND)
    return C4_EMPHASIS_NONE;
  if (c4_owner_equal (owner, highlight->hovered))
    return C4_EMPHASIS_LIT;
  if (highlight->spotlight != NULL)
    return C4_EMPHASIS_DIMMED;
  return find_base (highlight, owner);
}

/**
 * c4_highlight_find:
 * @owner: what is painted
 * @user_data: a #C4Highlight
 *
 * Returns: how @owner stands out
 */
C4Emphasis
c4_highlight_find (C4Owner owner, gpointer user_data)
{
  const C4Highlight *highlight = user_data;

  if (owner.type != C4_OWNER_PAGE && c4_owner_equal (owner, highlight->selected))
    return C4_EMPHASIS_SELECTED;
  switch (owner.type)
    {
    case C4_OWNER_NODE:
    case C4_OWNER_LIFELINE:
      return highlight->nodes[owner.index];
    case C4_OWNER_EDGE:
      return highlight->edges[owner.index];
    case C4_OWNER_CELL:
      if (g_hash_table_contains (highlight->cells, GUINT_TO_POINTER (owner.index + 1)))
        return C4_EMPHASIS_LIT;
      return find_other (highlight, owner);
    case C4_OWNER_PAGE:
    case C4_OWNER_BOUNDARY:
    case C4_OWNER_TITLE:
    case C4_OWNER_LEGEND:
    case C4_OWNER_CAPTION:
    case C4_OWNER_FRAME:
    case C4_OWNER_CYCLE:
    case C4_OWNER_FRAGILE:
    case C4_OWNER_ETL:
    case C4_OWNER_CANDIDATE:
    default:
      return find_other (highlight, owner);
    }
}
