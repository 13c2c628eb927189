/* c4-part.c: what there is to say of one box or line, its place on the screen, and whether it has
 * the focus. */

#include "c4-part.h"

#if C4_HAS_PARTS

#include "c4-canvas-private.h"
#include "c4-scene-facts.h"

#include <math.h>

struct _C4Part
{
  GObject parent_instance;

  C4PartList *list; /* which keeps it; NULL: its scene isn't shown any more */
  guint position;   /* in `list` */
  gboolean is_described;
  gboolean is_related; /* whether it says where it leads */
  GtkATContext *context;
};

enum
{
  PROP_0,
  PROP_ACCESSIBLE_ROLE,
};

static void c4_part_accessible_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (C4Part, c4_part, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE,
                                                      c4_part_accessible_init))

static C4Owner
get_owner (C4Part *part)
{
  return c4_part_list_get_stop (part->list, part->position)->owner;
}

/* What leads somewhere is read as a button, as Enter does something there. The rest are items of a
 * list, of which no more is read than what they say. */
static GtkAccessibleRole
find_role (C4Part *part)
{
  if (part->list != NULL
      && c4_canvas_leads_somewhere (c4_part_list_get_canvas (part->list), get_owner (part)))
    return GTK_ACCESSIBLE_ROLE_BUTTON;
  return GTK_ACCESSIBLE_ROLE_LIST_ITEM;
}

/* GTK wants a context of all parts just to count them, but asks for the parent of those alone that
 * it puts on the bus, before it asks for what they are called. To gather what there is to say of
 * all parts of a large diagram takes too long. */
static void
describe (C4Part *part)
{
  C4Scene *scene = c4_canvas_get_scene (c4_part_list_get_canvas (part->list));
  g_autoptr (C4Facts) facts = NULL;
  g_autofree char *spoken = NULL;

  if (part->is_described || part->context == NULL)
    return;
  part->is_described = TRUE;
  facts = c4_scene_facts_new (scene, get_owner (part), NULL);
  if (facts == NULL)
    return;
  spoken = c4_facts_dup_spoken (facts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (facts->description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    facts->description, -1);
}

static GtkATContext *
c4_part_get_at_context (GtkAccessible *accessible)
{
  C4Part *part = C4_PART (accessible);

  if (part->context == NULL && part->list != NULL)
    {
      GtkWidget *canvas = GTK_WIDGET (c4_part_list_get_canvas (part->list));

      part->context = gtk_at_context_create (find_role (part), accessible,
                                             gtk_widget_get_display (canvas));
    }
  return part->context != NULL ? g_object_ref (part->context) : NULL;
}

static gboolean
c4_part_get_platform_state (GtkAccessible *accessible, GtkAccessiblePlatformState state)
{
  C4Part *part = C4_PART (accessible);

  if (part->list == NULL || state == GTK_ACCESSIBLE_PLATFORM_STATE_ACTIVE)
    return FALSE;
  return state == GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE
         || c4_owner_equal (c4_part_list_get_focus (part->list), get_owner (part));
}

static GtkAccessible *
c4_part_get_accessible_parent (GtkAccessible *accessible)
{
  C4Part *part = C4_PART (accessible);

  if (part->list == NULL)
    return NULL;
  describe (part);
  return GTK_ACCESSIBLE (g_object_ref (part->list));
}

static GtkAccessible *
c4_part_get_first_accessible_child (GtkAccessible *accessible)
{
  return NULL;
}

static GtkAccessible *
c4_part_get_next_accessible_sibling (GtkAccessible *accessible)
{
  C4Part *part = C4_PART (accessible);

  return part->list != NULL ? c4_part_list_dup_part (part->list, part->position + 1) : NULL;
}

/* Where it is seen now; in pixels of the list, which lies over the canvas. */
static gboolean
c4_part_get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  C4Part *part = C4_PART (accessible);
  C4Canvas *canvas = part->list != NULL ? c4_part_list_get_canvas (part->list) : NULL;
  C4Rect seen;

  if (canvas == NULL)
    return FALSE;
  seen = c4_camera_rect_to_screen (canvas->camera, c4_canvas_get_viewport (canvas),
                                   c4_part_list_get_stop (part->list, part->position)->bounds);
  *x = (int) floor (seen.x);
  *y = (int) floor (seen.y);
  *width = (int) ceil (c4_rect_right (seen)) - *x;
  *height = (int) ceil (c4_rect_bottom (seen)) - *y;
  return TRUE;
}

static void
c4_part_accessible_init (GtkAccessibleInterface *iface)
{
  iface->get_at_context = c4_part_get_at_context;
  iface->get_platform_state = c4_part_get_platform_state;
  iface->get_accessible_parent = c4_part_get_accessible_parent;
  iface->get_first_accessible_child = c4_part_get_first_accessible_child;
  iface->get_next_accessible_sibling = c4_part_get_next_accessible_sibling;
  iface->get_bounds = c4_part_get_bounds;
}

static void
c4_part_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACCESSIBLE_ROLE)
    g_value_set_enum (value, (int) find_role (C4_PART (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* The role follows from the part. */
static void
c4_part_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id != PROP_ACCESSIBLE_ROLE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
c4_part_dispose (GObject *object)
{
  c4_part_close (C4_PART (object));

  G_OBJECT_CLASS (c4_part_parent_class)->dispose (object);
}

static void
c4_part_class_init (C4PartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = c4_part_get_property;
  object_class->set_property = c4_part_set_property;
  object_class->dispose = c4_part_dispose;

  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE, "accessible-role");
}

static void
c4_part_init (C4Part *part)
{
}

/**
 * c4_part_new:
 * @list: the list that will keep it
 * @position: its place in reading order
 *
 * Returns: (transfer full): the part there
 */
C4Part *
c4_part_new (C4PartList *list, guint position)
{
  C4Part *part = g_object_new (C4_TYPE_PART, NULL);

  part->list = list;
  part->position = position;
  return part;
}

#if C4_PARTS_HAVE_FOCUS

static GList *
add_target (GList *targets, GtkAccessible *target)
{
  return target != NULL ? g_list_prepend (targets, target) : targets;
}

/* Whether a stop is a line that leaves a box. */
static gboolean
leaves (const C4Stop *stop, const C4View *view, guint box)
{
  const C4ViewEdge *edge;

  if (stop == NULL || stop->owner.type != C4_OWNER_EDGE)
    return FALSE;
  edge = view->edges->pdata[stop->owner.index];
  return edge->source == box;
}

/* (transfer full) */
static GList *
find_targets (C4Part *part)
{
  C4Owner owner = get_owner (part);
  const C4View *view = c4_canvas_get_scene (c4_part_list_get_canvas (part->list))->view;
  guint next = part->position + 1;
  GList *targets = NULL;

  if (owner.type == C4_OWNER_EDGE)
    {
      const C4ViewEdge *edge = view->edges->pdata[owner.index];
      C4Owner end = { C4_OWNER_NODE, edge->target };

      return add_target (NULL, c4_part_list_find_part (part->list, end));
    }
  if (owner.type != C4_OWNER_NODE)
    return NULL;
  for (; leaves (c4_part_list_get_stop (part->list, next), view, owner.index); next++)
    targets = add_target (targets, c4_part_list_dup_part (part->list, next));
  return g_list_reverse (targets);
}

/**
 * c4_part_relate:
 * @part: a part
 *
 * Says where it leads: from a box to the lines that leave it, which are read after it, and from a
 * line to its end. Only for what has the focus: GTK makes ready for the bus what is led to as well,
 * and were each of them related that would be the whole diagram.
 */
void
c4_part_relate (C4Part *part)
{
  GtkAccessibleRelation relation = GTK_ACCESSIBLE_RELATION_FLOW_TO;
  g_autolist (GObject) targets = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  g_return_if_fail (C4_IS_PART (part));

  if (part->is_related || part->list == NULL)
    return;
  part->is_related = TRUE;
  targets = find_targets (part);
  if (targets == NULL)
    return;
  g_value_init (&value, GTK_ACCESSIBLE_LIST);
  g_value_take_boxed (&value, gtk_accessible_list_new_from_list (targets));
  gtk_accessible_update_relation_value (GTK_ACCESSIBLE (part), 1, &relation, &value);
}

#endif

/**
 * c4_part_close:
 * @part: a part
 *
 * What it stands for isn't shown any more.
 */
void
c4_part_close (C4Part *part)
{
  g_return_if_fail (C4_IS_PART (part));

  part->list = NULL;
  g_clear_object (&part->context);
}

#endif
