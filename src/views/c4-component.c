/* c4-component.c: the components of a container, and what they use. */

#include "c4-lines.h"
#include "c4-projection.h"

/**
 * c4_project_component:
 * @projection: a projection
 * @container: a container of its model
 *
 * Shows the components of @container, and around them whatever else their relationships lead to.
 */
void
c4_project_component (C4Projection *projection, const C4Element *container)
{
  g_autoptr (C4Lines) lines = c4_lines_new (C4_ONE_LINE_A_LABEL);
  const C4Model *model = projection->model;
  int boundary = c4_projection_add_boundary (projection, container);

  for (guint i = 0; i < container->children->len; i++)
    c4_projection_add (projection, container->children->pdata[i], boundary);
  for (guint i = 0; i < model->relationships->len; i++)
    {
      const C4Relationship *relationship = model->relationships->pdata[i];
      guint source, target;

      if (relationship->scope != C4_SCOPE_COMPONENT || relationship->source->parent != container)
        continue;
      source = c4_projection_add (projection, relationship->source, boundary);
      target = c4_projection_add (projection, relationship->target, C4_NO_BOUNDARY);
      c4_lines_add (lines, source, target, relationship);
    }
  c4_lines_draw (lines, projection->builder);
}
