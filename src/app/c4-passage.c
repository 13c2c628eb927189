/* c4-passage.c: finds the box of one level that another level is the inside of. */

#include "c4-passage.h"

#define NOT_FOUND (-1)

static int
find_node_that_leads_to (const C4Scene *scene, const char *path)
{
  for (guint i = 0; i < scene->view->nodes->len; i++)
    {
      const C4ViewNode *node = scene->view->nodes->pdata[i];

      if (g_strv_contains (node->drills, path))
        return (int) i;
    }
  return NOT_FOUND;
}

/* The boundary that a box becomes on the level below; where it has none, the whole picture. */
static C4Rect
find_inside_of (const C4Scene *scene, const char *id)
{
  for (guint i = 0; i < scene->view->boundaries->len; i++)
    {
      const C4ViewBoundary *boundary = scene->view->boundaries->pdata[i];

      if (g_strcmp0 (boundary->id, id) == 0 && !c4_rect_is_empty (scene->boundaries[i]))
        return scene->boundaries[i];
    }
  return (C4Rect){ 0, 0, MAX (scene->width, 1), MAX (scene->height, 1) };
}

static gboolean
find_way_in (const C4Scene *outer, const C4Scene *inner, C4Rect *box, C4Rect *inside)
{
  int index = find_node_that_leads_to (outer, inner->view->path);
  const C4ViewNode *node;

  if (index == NOT_FOUND || c4_rect_is_empty (outer->nodes[index]))
    return FALSE;
  node = outer->view->nodes->pdata[index];
  *box = outer->nodes[index];
  *inside = find_inside_of (inner, node->id);
  return TRUE;
}

/**
 * c4_passage_find:
 * @from: the scene that is left
 * @to: the scene that is entered
 *
 * Returns: how the two hang together
 */
C4Passage
c4_passage_find (const C4Scene *from, const C4Scene *to)
{
  C4Passage passage = { C4_PASSAGE_NONE, { 0 }, { 0 } };

  if (!g_str_equal (from->view->workspace->path, to->view->workspace->path))
    return passage;
  if (g_str_equal (from->view->path, to->view->path))
    passage.type = C4_PASSAGE_SAME;
  else if (find_way_in (from, to, &passage.from, &passage.to))
    passage.type = C4_PASSAGE_IN;
  else if (find_way_in (to, from, &passage.to, &passage.from))
    passage.type = C4_PASSAGE_OUT;
  return passage;
}
