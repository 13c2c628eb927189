/* c4-dependency-view.c: what a Dependencies diagram has in common with all others: the systems
 * of the matrix as boxes, its cells as lines. What it draws beyond is in C4Dependencies. */

#include "c4-dependency-view.h"

#include "c4-coupling.h"
#include "c4-lines.h"

static void
add_box (C4ViewBuilder *builder, const C4CoupledSystem *system)
{
  const char *drills[] = { system->context, NULL };

  c4_view_builder_add_node (builder, &(C4ViewNode){ .id = system->id,
                                                    .kind = C4_KIND_SYSTEM,
                                                    .external = system->external,
                                                    .name = system->name,
                                                    .description = system->description,
                                                    .element = system->element,
                                                    .boundary = C4_NO_BOUNDARY,
                                                    .drills = drills });
}

static void
add_flows (C4Lines *lines, const C4Coupling *coupling, const GPtrArray *flows)
{
  for (guint i = 0; i < flows->len; i++)
    c4_lines_add (lines, coupling->source, coupling->target, flows->pdata[i]);
}

/**
 * c4_project_dependencies:
 * @workspace: a workspace
 * @member: (nullable): a member of it whose model is loaded; %NULL for all of it
 * @builder: the view's builder
 *
 * Adds a box for each row of the matrix, in its order, and a line for each mode of each cell.
 */
void
c4_project_dependencies (C4Workspace *workspace, const C4WorkspaceMember *member,
                         C4ViewBuilder *builder)
{
  g_autoptr (C4CouplingMatrix) matrix = c4_coupling_matrix_new (workspace, member);
  g_autoptr (C4Lines) lines = c4_lines_new (C4_ONE_LINE_A_PAIR);

  for (guint i = 0; i < matrix->systems->len; i++)
    add_box (builder, matrix->systems->pdata[i]);
  for (guint i = 0; i < matrix->couplings->len; i++)
    {
      const C4Coupling *coupling = matrix->couplings->pdata[i];

      add_flows (lines, coupling, coupling->sync);
      add_flows (lines, coupling, coupling->async);
    }
  c4_lines_draw (lines, builder);
}
