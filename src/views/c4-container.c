/* c4-container.c: the containers of a system, and who talks to them. */

#include "c4-lines.h"
#include "c4-projection.h"

/* What stands for `element`: a container of the primary system, or a person or system. */
static const C4Element *
lift (const C4Model *model, const C4Element *element)
{
  const C4Element *owner = c4_element_owner (element);

  if (owner != model->primary_system)
    return owner;
  if (element == owner)
    return model->api_container != NULL ? model->api_container : owner;
  return c4_element_ancestor (element, C4_KIND_CONTAINER);
}

/* The flow's ends as the diagram shows them; FALSE when there is nothing to draw, because the flow
 * stays within what one box stands for. A box that calls itself is drawn. */
static gboolean
lift_flow (const C4Model *model, const C4Relationship *flow, const C4Element **source,
           const C4Element **target)
{
  *source = lift (model, flow->source);
  *target = lift (model, flow->target);
  if (flow->scope != C4_SCOPE_FLOW)
    return FALSE;
  return *source != *target || (flow->source == *source && flow->target == *target);
}

static gboolean
is_inside (const C4Model *model, const C4Element *element)
{
  return c4_element_owner (element) == model->primary_system;
}

/* For each element whether a flow joins it, as lifted, to the primary system. */
static gboolean *
find_joined (const C4Model *model)
{
  gboolean *joined = g_new0 (gboolean, model->elements->len);

  for (guint i = 0; i < model->relationships->len; i++)
    {
      const C4Element *source, *target;

      if (!lift_flow (model, model->relationships->pdata[i], &source, &target))
        continue;
      if (is_inside (model, source) || is_inside (model, target))
        joined[source->index] = joined[target->index] = TRUE;
    }
  return joined;
}

/* The primary system has a box of its own only where a flow ends on the system as a whole. */
static void
add_inside (C4Projection *projection, const gboolean *joined)
{
  const C4Element *primary = projection->model->primary_system;
  int boundary = c4_projection_add_boundary (projection, primary);

  if (joined[primary->index])
    c4_projection_add (projection, primary, boundary);
  for (guint i = 0; i < primary->children->len; i++)
    c4_projection_add (projection, primary->children->pdata[i], boundary);
}

static void
add_outside (C4Projection *projection, const gboolean *joined, C4Kind kind)
{
  for (guint i = 0; i < projection->model->elements->len; i++)
    {
      const C4Element *element = projection->model->elements->pdata[i];

      if (element->kind == kind && joined[i] && !is_inside (projection->model, element))
        c4_projection_add (projection, element, C4_NO_BOUNDARY);
    }
}

/**
 * c4_project_container:
 * @projection: a projection of a model that has a primary system
 *
 * Shows the primary system's containers, and the people and other systems that a flow joins to
 * them. Flows between two of the latter are drawn too. Lines with the same ends, mode and label
 * are drawn once.
 */
void
c4_project_container (C4Projection *projection)
{
  const C4Model *model = projection->model;
  g_autoptr (C4Lines) lines = c4_lines_new (C4_ONE_LINE_A_LABEL);
  g_autofree gboolean *joined = find_joined (model);

  add_outside (projection, joined, C4_KIND_PERSON);
  add_inside (projection, joined);
  add_outside (projection, joined, C4_KIND_SYSTEM);
  for (guint i = 0; i < model->relationships->len; i++)
    {
      const C4Relationship *flow = model->relationships->pdata[i];
      const C4Element *source, *target;

      if (!lift_flow (model, flow, &source, &target))
        continue;
      if (projection->nodes[source->index] != C4_NO_NODE
          && projection->nodes[target->index] != C4_NO_NODE)
        c4_lines_add (lines, (guint) projection->nodes[source->index],
                      (guint) projection->nodes[target->index], flow);
    }
  c4_lines_draw (lines, projection->builder);
}
