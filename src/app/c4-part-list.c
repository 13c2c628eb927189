/* c4-part-list.c: a list of the parts of a scene in reading order, the one accessible child of the
 * canvas.
 *
 * The model and the scene have no object for each element, and these objects are none of theirs:
 * only GObjects can be on the accessibility bus. There is one for a part once assistive technology
 * asked for it or the focus came to it; it knows no more than its number and goes with its scene.
 *
 * Another scene has another list, so that who keeps what it was told of the children of an object
 * (and all do) need only be told that one object took another's place. */

#include "c4-part-list.h"

#if C4_HAS_PARTS

#include "c4-canvas-private.h"
#include "c4-part.h"
#include "c4-wayfinding.h"

#include <glib/gi18n.h>
#include <math.h>

struct _C4PartList
{
  GObject parent_instance;

  C4Canvas *canvas; /* NULL: it went, or shows another scene */
  C4Scene *scene;   /* NULL: none is shown */
  C4Wayfinding *ways;
  C4Part **parts; /* one a stop of `ways`; NULL: nobody asked for it yet */
  guint n_parts;
  gboolean is_known; /* whether somebody asked for one, or was told of the list */
  C4Owner focus; /* what has it */
  GtkATContext *context;
};

enum
{
  PROP_0,
  PROP_ACCESSIBLE_ROLE,
};

static void c4_part_list_accessible_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (C4PartList, c4_part_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE,
                                                      c4_part_list_accessible_init))

static GtkATContext *
c4_part_list_get_at_context (GtkAccessible *accessible)
{
  C4PartList *list = C4_PART_LIST (accessible);

  if (list->context == NULL && list->canvas != NULL)
    {
      list->context = gtk_at_context_create (GTK_ACCESSIBLE_ROLE_LIST, accessible,
                                             gtk_widget_get_display (GTK_WIDGET (list->canvas)));
      if (list->context != NULL)
        gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        _ ("Boxes and lines"), -1);
    }
  return list->context != NULL ? g_object_ref (list->context) : NULL;
}

static gboolean
c4_part_list_get_platform_state (GtkAccessible *accessible, GtkAccessiblePlatformState state)
{
  return FALSE;
}

static GtkAccessible *
c4_part_list_get_accessible_parent (GtkAccessible *accessible)
{
  C4PartList *list = C4_PART_LIST (accessible);

  return list->canvas != NULL ? GTK_ACCESSIBLE (g_object_ref (list->canvas)) : NULL;
}

static GtkAccessible *
c4_part_list_get_first_accessible_child (GtkAccessible *accessible)
{
  return c4_part_list_dup_part (C4_PART_LIST (accessible), 0);
}

/* Other children of the canvas are widgets: menus over it. */
static GtkAccessible *
c4_part_list_get_next_accessible_sibling (GtkAccessible *accessible)
{
  C4PartList *list = C4_PART_LIST (accessible);
  GtkWidget *widget = NULL;

  if (list->canvas != NULL)
    widget = gtk_widget_get_first_child (GTK_WIDGET (list->canvas));
  return widget != NULL ? GTK_ACCESSIBLE (g_object_ref (widget)) : NULL;
}

static gboolean
c4_part_list_get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  C4PartList *list = C4_PART_LIST (accessible);

  if (list->canvas == NULL)
    return FALSE;
  *x = *y = 0;
  *width = gtk_widget_get_width (GTK_WIDGET (list->canvas));
  *height = gtk_widget_get_height (GTK_WIDGET (list->canvas));
  return TRUE;
}

static void
c4_part_list_accessible_init (GtkAccessibleInterface *iface)
{
  iface->get_at_context = c4_part_list_get_at_context;
  iface->get_platform_state = c4_part_list_get_platform_state;
  iface->get_accessible_parent = c4_part_list_get_accessible_parent;
  iface->get_first_accessible_child = c4_part_list_get_first_accessible_child;
  iface->get_next_accessible_sibling = c4_part_list_get_next_accessible_sibling;
  iface->get_bounds = c4_part_list_get_bounds;
}

static void
c4_part_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACCESSIBLE_ROLE)
    g_value_set_enum (value, GTK_ACCESSIBLE_ROLE_LIST);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* The role is what it is; GTK only asks for a property that could be set. */
static void
c4_part_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id != PROP_ACCESSIBLE_ROLE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
c4_part_list_dispose (GObject *object)
{
  c4_part_list_close (C4_PART_LIST (object));

  G_OBJECT_CLASS (c4_part_list_parent_class)->dispose (object);
}

static void
c4_part_list_class_init (C4PartListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = c4_part_list_get_property;
  object_class->set_property = c4_part_list_set_property;
  object_class->dispose = c4_part_list_dispose;

  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE, "accessible-role");
}

static void
c4_part_list_init (C4PartList *list)
{
}

/**
 * c4_part_list_new:
 * @canvas: a canvas
 *
 * Returns: (transfer full): the parts of the scene that @canvas shows now
 */
C4PartList *
c4_part_list_new (C4Canvas *canvas)
{
  C4PartList *list = g_object_new (C4_TYPE_PART_LIST, NULL);
  C4Scene *scene = c4_canvas_get_scene (canvas);

  list->canvas = canvas;
  if (scene == NULL)
    return list;
  list->scene = c4_scene_ref (scene);
  list->ways = c4_wayfinding_ref (c4_canvas_get_ways (canvas));
  list->n_parts = c4_wayfinding_get_n_stops (list->ways);
  list->parts = g_new0 (C4Part *, list->n_parts);
  return list;
}

/**
 * c4_part_list_close:
 * @list: a list
 *
 * Its canvas goes, or shows another scene: whoever still keeps the list or a part of it finds
 * nothing there any more.
 */
void
c4_part_list_close (C4PartList *list)
{
  g_return_if_fail (C4_IS_PART_LIST (list));

  list->canvas = NULL;
  list->focus = c4_owner_none;
  for (guint i = 0; i < list->n_parts; i++)
    if (list->parts[i] != NULL)
      {
        c4_part_close (list->parts[i]);
        g_object_unref (list->parts[i]);
      }
  list->n_parts = 0;
  g_clear_pointer (&list->parts, g_free);
  g_clear_pointer (&list->ways, c4_wayfinding_unref);
  g_clear_pointer (&list->scene, c4_scene_unref);
  g_clear_object (&list->context);
}

/* To be given a parent puts it on the bus where that is there. What is beside it, and that changes,
 * is only asked for where none was given. */
static void
put_on_bus (C4PartList *list)
{
  gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE (list->canvas), NULL);
  gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (list), NULL, NULL);
}

/**
 * c4_part_list_replace:
 * @list: what the canvas has now
 * @former: what it had before; it is closed
 *
 * Tells assistive technology that the one took the other's place, if it had looked at that.
 */
void
c4_part_list_replace (C4PartList *list, C4PartList *former)
{
  g_return_if_fail (C4_IS_PART_LIST (list));
  g_return_if_fail (C4_IS_PART_LIST (former));

  if (!former->is_known)
    {
      c4_part_list_close (former);
      return;
    }
  list->is_known = TRUE;
  gtk_accessible_update_state (GTK_ACCESSIBLE (former), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  c4_part_list_close (former);
  put_on_bus (list);
  gtk_accessible_update_state (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
}

/* Returns: (transfer full) (nullable): the part at a place in reading order */
GtkAccessible *
c4_part_list_dup_part (C4PartList *list, guint position)
{
  if (position >= list->n_parts)
    return NULL;
  list->is_known = TRUE;
  if (list->parts[position] == NULL)
    list->parts[position] = c4_part_new (list, position);
  return GTK_ACCESSIBLE (g_object_ref (list->parts[position]));
}

/* Returns: (nullable): NULL when what it showed is no more */
C4Canvas *
c4_part_list_get_canvas (C4PartList *list)
{
  return list->canvas;
}

const C4Stop *
c4_part_list_get_stop (C4PartList *list, guint position)
{
  return position < list->n_parts ? c4_wayfinding_get_stop (list->ways, position) : NULL;
}

/* Returns: (transfer full) (nullable): NULL when it is not drawn */
GtkAccessible *
c4_part_list_find_part (C4PartList *list, C4Owner owner)
{
  const C4Stop *stop = list->ways != NULL ? c4_wayfinding_find (list->ways, owner) : NULL;

  if (stop == NULL)
    return NULL;
  return c4_part_list_dup_part (list, (guint) (stop - c4_wayfinding_get_stop (list->ways, 0)));
}

/**
 * c4_part_list_get_focus:
 * @list: a list
 *
 * Returns: the part that has the keyboard focus; %C4_OWNER_PAGE: none
 */
C4Owner
c4_part_list_get_focus (C4PartList *list)
{
  g_return_val_if_fail (C4_IS_PART_LIST (list), c4_owner_none);

  return list->focus;
}

static void
tell_focus (C4PartList *list, C4Owner owner)
{
#if C4_PARTS_HAVE_FOCUS
  g_autoptr (GtkAccessible) part = c4_part_list_find_part (list, owner);

  if (part == NULL)
    return;
  if (c4_owner_equal (list->focus, owner))
    c4_part_relate (C4_PART (part));
  gtk_accessible_update_platform_state (part, GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
#endif
}

/**
 * c4_part_list_set_focus:
 * @list: a list
 * @owner: the part that has the keyboard focus from now on; %C4_OWNER_PAGE: none
 */
void
c4_part_list_set_focus (C4PartList *list, C4Owner owner)
{
  C4Owner former;

  g_return_if_fail (C4_IS_PART_LIST (list));

  former = list->focus;
  if (c4_owner_equal (former, owner))
    return;
  list->focus = owner;
  tell_focus (list, former);
  tell_focus (list, owner);
}

#endif
