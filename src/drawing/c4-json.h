/* c4-json.h: what is drawn and where, for other tools.
 *
 * An object with `view` (the path), `kind`, `title`, `description`, `width`, `height`, and
 * - `boundaries`: `id`, `name`, `type`, `box`
 * - `elements`: `id`, `kind`, `shape`, `external`, `name`, `technology`, `description`,
 *   `boundary` (an id or null), `leads_to` (paths of views), `box`
 * - `relations`: `source`, `target` (ids), `sync`, `step` (or null), `label`, `technology`,
 *   `flows` (ids of what it stands for), `line` (points of cubic Béziers, 3n + 1), `texts`
 *   (boxes of its label's lines)
 * A box is [x, y, width, height], a point [x, y]: in points, from the top left, y downwards. What
 * the model does not say is null. Keys may be added, none will be taken away. */

#pragma once

#include "c4-scene.h"

G_BEGIN_DECLS

GBytes *c4_json_write (C4Scene *scene);

G_END_DECLS
