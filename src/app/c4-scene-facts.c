/* c4-scene-facts.c: which facts belong to which part. */

#include "c4-scene-facts.h"

/**
 * c4_scene_facts_new:
 * @scene: a scene
 * @owner: a part of @scene
 * @appearances: (nullable): where its workspace's elements are shown, if that is known already
 *
 * Returns: (transfer full) (nullable): the facts; %NULL when there is nothing to say
 */
C4Facts *
c4_scene_facts_new (const C4Scene *scene, C4Owner owner, const C4Appearances *appearances)
{
  C4FactSource source = { scene->view, scene->dependencies, appearances };
  guint n = scene->view->nodes->len;

  switch (owner.type)
    {
    case C4_OWNER_BOUNDARY:
      return c4_facts_of_boundary (&source, owner.index);
    case C4_OWNER_EDGE:
      return c4_facts_of_edge (&source, owner.index);
    case C4_OWNER_NODE:
    case C4_OWNER_LIFELINE:
      return c4_facts_of_node (&source, owner.index);
    case C4_OWNER_CELL:
      return c4_facts_of_cell (&source, owner.index / n, owner.index % n);
    case C4_OWNER_CYCLE:
      return c4_facts_of_cycle (&source, owner.index);
    case C4_OWNER_FRAGILE:
      return c4_facts_of_fragile_link (&source, owner.index);
    case C4_OWNER_ETL:
      return c4_facts_of_etl_source (&source, owner.index);
    case C4_OWNER_CANDIDATE:
      return c4_facts_of_candidate (&source, owner.index);
    case C4_OWNER_PAGE:
    case C4_OWNER_TITLE:
    case C4_OWNER_LEGEND:
    case C4_OWNER_CAPTION:
    case C4_OWNER_FRAME:
    default:
      return NULL;
    }
}
