/* c4-owner.c: the parts of scenes, from one scene to another. */

#include "c4-owner.h"

/**
 * c4_owner_selectable:
 * @owner: what is at some point of a scene
 *
 * Returns: what a click there selects; %C4_OWNER_PAGE: nothing
 */
C4Owner
c4_owner_selectable (C4Owner owner)
{
  switch (owner.type)
    {
    case C4_OWNER_PAGE:
    case C4_OWNER_TITLE:
    case C4_OWNER_LEGEND:
    case C4_OWNER_CAPTION:
    case C4_OWNER_FRAME:
      return c4_owner_none;
    case C4_OWNER_LIFELINE:
      return (C4Owner){ C4_OWNER_NODE, owner.index };
    case C4_OWNER_BOUNDARY:
    case C4_OWNER_EDGE:
    case C4_OWNER_NODE:
    case C4_OWNER_CELL:
    case C4_OWNER_CYCLE:
    case C4_OWNER_FRAGILE:
    case C4_OWNER_ETL:
    case C4_OWNER_CANDIDATE:
    default:
      return owner;
    }
}

static const char *
node_id (const C4View *view, guint index)
{
  return ((const C4ViewNode *) view->nodes->pdata[index])->id;
}

static C4Owner
find_node (const C4View *from, guint index, const C4View *to)
{
  int node = c4_view_find_node (to, node_id (from, index));

  return node >= 0 ? (C4Owner){ C4_OWNER_NODE, (guint) node } : c4_owner_none;
}

static C4Owner
find_boundary (const C4View *from, guint index, const C4View *to)
{
  const C4ViewBoundary *boundary = from->boundaries->pdata[index];

  for (guint i = 0; i < to->boundaries->len; i++)
    if (g_str_equal (((const C4ViewBoundary *) to->boundaries->pdata[i])->id, boundary->id))
      return (C4Owner){ C4_OWNER_BOUNDARY, i };
  return c4_owner_none;
}

static gboolean
joins_the_same (const C4View *from, const C4ViewEdge *edge, const C4View *to,
                const C4ViewEdge *other)
{
  return edge->sync == other->sync && edge->step == other->step
         && g_str_equal (node_id (from, edge->source), node_id (to, other->source))
         && g_str_equal (node_id (from, edge->target), node_id (to, other->target));
}

/* The line with the same ends, mode and step; among several the one with the same label. */
static C4Owner
find_edge (const C4View *from, guint index, const C4View *to)
{
  const C4ViewEdge *edge = from->edges->pdata[index];
  C4Owner found = c4_owner_none;

  for (guint i = 0; i < to->edges->len; i++)
    {
      const C4ViewEdge *other = to->edges->pdata[i];

      if (!joins_the_same (from, edge, to, other))
        continue;
      if (g_strcmp0 (edge->label, other->label) == 0)
        return (C4Owner){ C4_OWNER_EDGE, i };
      if (found.type == C4_OWNER_PAGE)
        found = (C4Owner){ C4_OWNER_EDGE, i };
    }
  return found;
}

static C4Owner
find_cell (C4Owner owner, const C4View *from, const C4View *to)
{
  guint n = from->nodes->len;
  C4Owner row = find_node (from, owner.index / n, to);
  C4Owner column = find_node (from, owner.index % n, to);

  if (row.type != C4_OWNER_NODE || column.type != C4_OWNER_NODE)
    return c4_owner_none;
  return (C4Owner){ C4_OWNER_CELL, row.index * to->nodes->len + column.index };
}

/**
 * c4_owner_find_again:
 * @owner: a part of @from
 * @from: a scene
 * @to: a scene of the same view, maybe of another state of the model
 *
 * Returns: the same thing in @to; %C4_OWNER_PAGE when it is no more
 */
C4Owner
c4_owner_find_again (C4Owner owner, const C4Scene *from, const C4Scene *to)
{
  switch (owner.type)
    {
    case C4_OWNER_NODE:
      return find_node (from->view, owner.index, to->view);
    case C4_OWNER_BOUNDARY:
      return find_boundary (from->view, owner.index, to->view);
    case C4_OWNER_EDGE:
      return find_edge (from->view, owner.index, to->view);
    case C4_OWNER_CELL:
      return find_cell (owner, from->view, to->view);
    case C4_OWNER_CYCLE:
    case C4_OWNER_FRAGILE:
    case C4_OWNER_ETL:
    case C4_OWNER_CANDIDATE:
      /* Rows have no names of their own: another state of the model has other rows. */
      return from->view->workspace == to->view->workspace ? owner : c4_owner_none;
    case C4_OWNER_PAGE:
    case C4_OWNER_TITLE:
    case C4_OWNER_LEGEND:
    case C4_OWNER_CAPTION:
    case C4_OWNER_FRAME:
    case C4_OWNER_LIFELINE:
    default:
      return c4_owner_none;
    }
}

/**
 * c4_owner_get_bounds:
 * @owner: a part of @scene
 * @scene: a scene
 *
 * Returns: what it takes, in points
 */
C4Rect
c4_owner_get_bounds (C4Owner owner, const C4Scene *scene)
{
  C4Rect bounds = { 0, 0, 0, 0 };

  if (owner.type == C4_OWNER_NODE)
    return scene->nodes[owner.index];
  for (guint i = 0; i < scene->n_primitives; i++)
    if (c4_owner_equal (scene->primitives[i].owner, owner))
      bounds = c4_rect_union (bounds, scene->primitives[i].bounds);
  return bounds;
}
