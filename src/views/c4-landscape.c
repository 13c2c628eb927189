/* c4-landscape.c: every system of a workspace, in its groups, and the shared systems. */

#include "c4-landscape.h"

#include "c4-lines.h"
#include "c4-paths.h"

#include <glib/gi18n.h>

#define C4_NO_NODE (-1)

typedef struct
{
  C4Workspace *workspace;
  C4ViewBuilder *builder;
  C4Peers *peers;
  int *nodes; /* for each of the peers its box, or C4_NO_NODE */
} Landscape;

static void
add_box (Landscape *landscape, int index, int boundary)
{
  const C4Peer *peer = c4_peers_get (landscape->peers, index);
  g_autofree char *drill = NULL;
  const char *drills[] = { NULL, NULL };

  if (landscape->nodes[index] != C4_NO_NODE)
    return;
  if (peer->member != NULL)
    drill = c4_view_dup_path (landscape->workspace, peer->member, C4_KEY_CONTEXT);
  drills[0] = drill;
  landscape->nodes[index] = (int) c4_view_builder_add_node (
      landscape->builder, &(C4ViewNode){ .id = peer->id,
                                         .kind = C4_KIND_SYSTEM,
                                         .external = peer->member == NULL,
                                         .name = peer->name,
                                         .description = peer->description,
                                         .element = peer->element,
                                         .boundary = boundary,
                                         .drills = drills });
}

/* A group of which nothing is known has no boundary. */
static void
add_group (Landscape *landscape, const C4LandscapeGroup *group)
{
  g_autofree char *id = g_strconcat ("group:", group->name, NULL);
  int boundary = C4_NO_BOUNDARY;

  for (guint i = 0; group->systems[i] != NULL; i++)
    {
      int peer = c4_peers_find (landscape->peers, group->systems[i]);

      if (peer == C4_NO_PEER || landscape->nodes[peer] != C4_NO_NODE)
        continue;
      if (boundary == C4_NO_BOUNDARY)
        boundary = c4_view_builder_add_boundary (
            landscape->builder,
            &(C4ViewBoundary){ .id = id, .name = group->name, .type = _ ("Group") });
      add_box (landscape, peer, boundary);
    }
}

static void
add_flow (Landscape *landscape, C4Lines *lines, const C4Relationship *flow)
{
  int source = c4_peers_reconcile (landscape->peers, flow->source);
  int target = c4_peers_reconcile (landscape->peers, flow->target);

  if (source == C4_NO_PEER || target == C4_NO_PEER || source == target)
    return;
  if (c4_peers_get (landscape->peers, source)->member == NULL
      && c4_peers_get (landscape->peers, target)->member == NULL)
    return;
  c4_lines_add (lines, (guint) landscape->nodes[source], (guint) landscape->nodes[target], flow);
}

static void
add_flows (Landscape *landscape, C4Lines *lines, const C4Model *model)
{
  for (guint i = 0; i < model->relationships->len; i++)
    {
      const C4Relationship *flow = model->relationships->pdata[i];

      if (flow->scope == C4_SCOPE_FLOW)
        add_flow (landscape, lines, flow);
    }
}

static void
add_boxes (Landscape *landscape)
{
  for (guint i = 0; i < landscape->workspace->groups->len; i++)
    add_group (landscape, landscape->workspace->groups->pdata[i]);
  for (guint i = 0; i < c4_peers_get_n (landscape->peers); i++)
    add_box (landscape, (int) i, C4_NO_BOUNDARY);
}

/**
 * c4_project_landscape:
 * @workspace: a workspace
 * @builder: the builder of its landscape
 *
 * Shows every internal system of every model, and the shared systems, in their groups. The flows
 * of all models are lifted to these; those with a person, with a system that is not shown, or
 * between two shared systems are left out. One line is drawn for each pair and mode.
 */
void
c4_project_landscape (C4Workspace *workspace, C4ViewBuilder *builder)
{
  g_autoptr (C4Peers) peers = c4_peers_new (workspace);
  g_autofree int *nodes = g_new (int, c4_peers_get_n (peers));
  g_autoptr (C4Lines) lines = c4_lines_new (C4_ONE_LINE_A_PAIR);
  Landscape landscape = { workspace, builder, peers, nodes };

  for (guint i = 0; i < c4_peers_get_n (peers); i++)
    nodes[i] = C4_NO_NODE;
  add_boxes (&landscape);
  for (guint i = 0; i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = workspace->members->pdata[i];

      if (member->model != NULL)
        add_flows (&landscape, lines, member->model);
    }
  c4_lines_draw (lines, builder);
}
