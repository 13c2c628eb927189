/* c4-dot.c: boxes and lines placed by Graphviz dot.
 *
 * Graphviz sees neither text nor fonts: a box is a fixed size without a label, an edge label and a
 * boundary's title are an HTML table of fixed size without content, for which it never starts its
 * text plugin. `newrank` because without it 2.42 corrupts the heap of graphs that have both labels
 * and clusters. Its splines come back as they are, turned upside down: its y grows upwards. */

#include "c4-dot.h"

#include "c4-dot-ids.h"
#include "c4-engine.h"

#include <glib/gi18n.h>
#include <gvc.h>
#include <math.h>

/* Room between boxes of a rank and between ranks, in points; for labels, dot halves the latter and
 * puts them into a rank of their own. */
#define NODE_GAP 28.0
#define RANK_GAP 56.0

/* Room that dot keeps around what is in a cluster, in points. */
#define CLUSTER_MARGIN 16

typedef struct
{
  Agraph_t *graph;
  Agnode_t **nodes;
  Agraph_t **clusters;
  Agedge_t **edges;
} DotGraph;

#ifdef HAVE_DOT_PLUGIN
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
#endif

static GVC_t *context;
static gboolean warned;

/* Graphviz reports trouble such as lost edges here, in several pieces for one message. */
static int
note_warning (char *message)
{
  warned = TRUE;
  return 0;
}

/* With dot linked in, Graphviz reads no list of plugins and loads none: the one for text alone
 * would bring in Pango, cairo and X, and make the helper three times as slow to start. */
static GVC_t *
make_context (void)
{
#ifdef HAVE_DOT_PLUGIN
  static const lt_symlist_t plugins[] = {
    { "gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library },
    { NULL, NULL },
  };

  return gvContextPlugins (plugins, FALSE);
#else
  return gvContext ();
#endif
}

static void
set (void *object, const char *name, const char *value)
{
  agsafeset (object, (char *) name, (char *) value, (char *) "");
}

static void
set_number (void *object, const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  set (object, name, g_ascii_formatd (text, sizeof text, "%.4f", value));
}

static void
set_room_for_label (Agraph_t *graph, void *object, C4Size size)
{
  g_autofree char *table = NULL;
  char *html;

  if (size.width <= 0 || size.height <= 0)
    return;
  table = g_strdup_printf ("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" "
                           "CELLPADDING=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"%d\" HEIGHT=\"%d\">"
                           "<TR><TD></TD></TR></TABLE>",
                           (int) ceil (size.width), (int) ceil (size.height));
  html = agstrdup_html (graph, table);
  set (object, "label", html);
  agstrfree (graph, html);
}

static void
set_defaults (Agraph_t *graph, const C4Setting *setting)
{
  const struct
  {
    int kind;
    const char *name;
    const char *value;
  } defaults[] = {
    { AGRAPH, "newrank", "true" },    { AGRAPH, "label", "" },
    { AGRAPH, "labelloc", "b" },      { AGRAPH, "labeljust", "l" },
    { AGRAPH, "splines", "true" },    { AGNODE, "label", "" },
    { AGNODE, "shape", "box" },       { AGNODE, "fixedsize", "true" },
    { AGNODE, "width", "1" },         { AGNODE, "height", "1" },
    { AGEDGE, "label", "" },          { AGEDGE, "arrowhead", "none" },
    { AGEDGE, "arrowtail", "none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    agattr (graph, defaults[i].kind, (char *) defaults[i].name, (char *) defaults[i].value);
  set (graph, "rankdir", setting->direction == C4_DIRECTION_RIGHT ? "LR" : "TB");
  set_number (graph, "nodesep", NODE_GAP / POINTS_PER_INCH);
  set_number (graph, "ranksep", RANK_GAP / POINTS_PER_INCH);
  set_number (graph, "margin", CLUSTER_MARGIN);
}

static DotGraph
dot_graph_new (const C4LayoutGraph *graph, const C4Setting *setting)
{
  Agdisc_t disciplines = { .id = &c4_dot_ids };
  DotGraph dot = {
    .graph = agopen ((char *) "diagram", Agdirected, &disciplines),
    .nodes = g_new0 (Agnode_t *, graph->n_nodes),
    .clusters = g_new0 (Agraph_t *, graph->n_boundaries),
    .edges = g_new0 (Agedge_t *, graph->n_edges),
  };
  char name[32];

  set_defaults (dot.graph, setting);
  for (guint i = 0; i < graph->n_boundaries; i++)
    {
      g_snprintf (name, sizeof name, "cluster%u", i);
      dot.clusters[i] = agsubg (dot.graph, name, TRUE);
      set_room_for_label (dot.graph, dot.clusters[i], graph->boundaries[i].title);
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      const C4LayoutNode *node = &graph->nodes[i];
      g_snprintf (name, sizeof name, "n%u", i);
      dot.nodes[i] = agnode (dot.graph, name, TRUE);
      set_number (dot.nodes[i], "width", node->sizes[setting->variant].width / POINTS_PER_INCH);
      set_number (dot.nodes[i], "height",
                  node->sizes[setting->variant].height / POINTS_PER_INCH);
      if (node->boundary >= 0)
        agsubnode (dot.clusters[node->boundary], dot.nodes[i], TRUE);
    }
  for (guint i = 0; i < graph->n_edges; i++)
    {
      const C4LayoutEdge *edge = &graph->edges[i];
      g_snprintf (name, sizeof name, "e%u", i);
      dot.edges[i]
          = agedge (dot.graph, dot.nodes[edge->source], dot.nodes[edge->target], name, TRUE);
      set_room_for_label (dot.graph, dot.edges[i], edge->labels[setting->variant]);
    }
  return dot;
}

static void
dot_graph_clear (DotGraph *dot)
{
  agclose (dot->graph);
  g_free (dot->nodes);
  g_free (dot->clusters);
  g_free (dot->edges);
}

static C4Point
turn_point (pointf from, boxf bounds)
{
  return (C4Point){ from.x - bounds.LL.x, bounds.UR.y - from.y };
}

static C4Rect
turn_centered (pointf center, C4Size size, boxf bounds)
{
  C4Point at = turn_point (center, bounds);

  return (C4Rect){ at.x - size.width / 2, at.y - size.height / 2, size.width, size.height };
}

static gboolean
read_line (C4LayoutLine *line, Agedge_t *edge, C4Size label, boxf bounds)
{
  const splines *found = ED_spl (edge);
  const textlabel_t *text = ED_label (edge);

  if (found == NULL || found->size != 1 || found->list[0].size < 4)
    return FALSE;
  line->n_points = (guint) found->list[0].size;
  line->points = g_new (C4Point, line->n_points);
  for (guint i = 0; i < line->n_points; i++)
    line->points[i] = turn_point (found->list[0].list[i], bounds);
  if (text != NULL)
    line->label = turn_centered (text->pos, label, bounds);
  return text == NULL || text->set;
}

static C4Layout *
read_layout (const C4LayoutGraph *graph, const C4Setting *setting, const DotGraph *dot)
{
  g_autoptr (C4Layout) layout = c4_layout_new (graph);
  boxf bounds = GD_bb (dot->graph);

  layout->direction = setting->direction;
  layout->variant = setting->variant;
  layout->width = bounds.UR.x - bounds.LL.x;
  layout->height = bounds.UR.y - bounds.LL.y;
  for (guint i = 0; i < graph->n_nodes; i++)
    layout->nodes[i] = turn_centered (ND_coord (dot->nodes[i]),
                                      graph->nodes[i].sizes[setting->variant], bounds);
  for (guint i = 0; i < graph->n_boundaries; i++)
    {
      boxf cluster = GD_bb (dot->clusters[i]);
      C4Point corner = turn_point ((pointf){ cluster.LL.x, cluster.UR.y }, bounds);
      layout->boundaries[i] = (C4Rect){ corner.x, corner.y, cluster.UR.x - cluster.LL.x,
                                        cluster.UR.y - cluster.LL.y };
    }
  for (guint i = 0; i < graph->n_edges; i++)
    if (!read_line (&layout->lines[i], dot->edges[i], graph->edges[i].labels[setting->variant],
                    bounds))
      return NULL;
  return g_steal_pointer (&layout);
}

/**
 * c4_dot_run:
 * @graph: a graph
 * @setting: direction and measurements
 * @error: return location for a #GError in the domain %C4_ENGINE_ERROR
 *
 * Never trusts Graphviz: a warning, or a line that didn't come back, fails it.
 *
 * Returns: (transfer full): the layout, not scored
 */
C4Layout *
c4_dot_run (const C4LayoutGraph *graph, const C4Setting *setting, GError **error)
{
  C4Layout *layout = NULL;
  DotGraph dot;

  if (context == NULL)
    context = make_context ();
  agseterrf (note_warning);
  warned = FALSE;
  dot = dot_graph_new (graph, setting);
  if (gvLayout (context, dot.graph, "dot") == 0)
    {
      if (!warned)
        layout = read_layout (graph, setting, &dot);
      gvFreeLayout (context, dot.graph);
    }
  dot_graph_clear (&dot);
  if (layout == NULL)
    g_set_error_literal (error, C4_ENGINE_ERROR, C4_ENGINE_ERROR_GRAPHVIZ,
                         N_ ("Graphviz could not lay the diagram out"));
  return layout;
}
