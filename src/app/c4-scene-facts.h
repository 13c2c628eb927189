/* c4-scene-facts.h: what there is to say about a part of a scene. */

#pragma once

#include "c4-facts.h"
#include "c4-scene.h"

G_BEGIN_DECLS

C4Facts *c4_scene_facts_new (const C4Scene *scene, C4Owner owner,
                             const C4Appearances *appearances);

G_END_DECLS
