/* c4-view-search.c: looks through the same texts of a view as c4-search.c does of models. */

#include "c4-view-search.h"

#include "c4-words.h"

static gboolean
node_has (const C4ViewNode *node, const char *const *words)
{
  return c4_words_occur_in (words, node->name) || c4_words_occur_in (words, node->id)
         || c4_words_occur_in (words, node->technology)
         || c4_words_occur_in (words, node->description);
}

static gboolean
relationship_has (const C4Relationship *relationship, const char *const *words)
{
  for (guint i = 0; relationship->tags[i] != NULL; i++)
    if (c4_words_occur_in (words, relationship->tags[i]))
      return TRUE;
  return c4_words_occur_in (words, relationship->label)
         || c4_words_occur_in (words, relationship->technology)
         || c4_words_occur_in (words, relationship->data)
         || c4_words_occur_in (words, relationship->trigger);
}

static gboolean
edge_has (const C4ViewEdge *edge, const char *const *words)
{
  for (guint i = 0; i < edge->relationships->len; i++)
    if (relationship_has (edge->relationships->pdata[i], words))
      return TRUE;
  return c4_words_occur_in (words, edge->label) || c4_words_occur_in (words, edge->technology);
}

/**
 * c4_view_search:
 * @view: a view
 * @query: what to look for: words, all of which must occur in one text
 *
 * Returns: (transfer full): the boxes and lines that say so; nothing for a query without a word
 */
C4Subset *
c4_view_search (C4View *view, const char *query)
{
  g_auto (GStrv) words = c4_words_new (query);
  const char *const *wanted = (const char *const *) words;
  C4Subset *found = c4_subset_new (view, FALSE);

  if (words[0] == NULL)
    return found;
  for (guint i = 0; i < view->nodes->len; i++)
    found->nodes[i] = node_has (view->nodes->pdata[i], wanted);
  for (guint i = 0; i < view->edges->len; i++)
    found->edges[i] = edge_has (view->edges->pdata[i], wanted);
  return found;
}
