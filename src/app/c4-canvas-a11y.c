/* c4-canvas-a11y.c: what assistive technology is told about the canvas: the diagram as a whole and
 * what is selected in it, in the words of its facts.
 *
 * The canvas has the focus while one walks through the diagram, so that a change of its name or of
 * its description is read out. Where parts of a diagram can be objects of their own on the
 * accessibility bus (c4-part-list.c), the one that is selected has the focus there. */

#include "c4-canvas-private.h"

#include "c4-announcement.h"
#include "c4-scene-facts.h"
#include "c4-sentence.h"

#include <glib/gi18n.h>

static char *
describe_size (const C4View *view)
{
  guint n_boxes = view->nodes->len;
  guint n_lines = view->edges->len;
  g_autofree char *boxes = g_strdup_printf (ngettext ("%u box", "%u boxes", n_boxes), n_boxes);
  g_autofree char *lines = g_strdup_printf (ngettext ("%u line", "%u lines", n_lines), n_lines);

  return c4_sentence_join ((const char *const[]){ boxes, lines, NULL });
}

/* What is selected; nothing: how large the diagram is. */
static char *
describe (C4Canvas *canvas)
{
  C4Scene *scene = c4_canvas_get_scene (canvas);
  g_autoptr (C4Facts) facts
      = c4_scene_facts_new (scene, c4_canvas_get_selection (canvas), NULL);

  return facts != NULL ? c4_facts_dup_spoken (facts) : describe_size (scene->view);
}

#if C4_HAS_PARTS

static GtkAccessibleInterface *parent_iface;

static C4PartList *
ensure_parts (C4Canvas *canvas)
{
  if (canvas->parts == NULL)
    canvas->parts = c4_part_list_new (canvas);
  return canvas->parts;
}

static GtkAccessible *
c4_canvas_get_first_accessible_child (GtkAccessible *accessible)
{
  if (gtk_widget_in_destruction (GTK_WIDGET (accessible)))
    return parent_iface->get_first_accessible_child (accessible);
  return GTK_ACCESSIBLE (g_object_ref (ensure_parts (C4_CANVAS (accessible))));
}

#if C4_PARTS_HAVE_FOCUS

static gboolean
c4_canvas_get_platform_state (GtkAccessible *accessible, GtkAccessiblePlatformState state)
{
  C4Canvas *canvas = C4_CANVAS (accessible);

  if (state == GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED && canvas->parts != NULL
      && c4_part_list_get_focus (canvas->parts).type != C4_OWNER_PAGE)
    return FALSE;
  return parent_iface->get_platform_state (accessible, state);
}

/* The keyboard focus is the canvas's; for assistive technology what is selected has it. */
static void
move_focus (C4Canvas *canvas)
{
  gboolean has_focus = gtk_widget_has_focus (GTK_WIDGET (canvas));
  C4Owner owner = has_focus ? c4_canvas_get_selection (canvas) : c4_owner_none;
  C4Owner former;

  if (owner.type == C4_OWNER_PAGE && canvas->parts == NULL)
    return;
  former = c4_part_list_get_focus (ensure_parts (canvas));
  c4_part_list_set_focus (canvas->parts, owner);
  if (has_focus && (former.type == C4_OWNER_PAGE) != (owner.type == C4_OWNER_PAGE))
    gtk_accessible_update_platform_state (GTK_ACCESSIBLE (canvas),
                                          GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
}

#endif

void
c4_canvas_accessible_init (GtkAccessibleInterface *iface)
{
  parent_iface = g_type_interface_peek_parent (iface);
  iface->get_first_accessible_child = c4_canvas_get_first_accessible_child;
#if C4_PARTS_HAVE_FOCUS
  iface->get_platform_state = c4_canvas_get_platform_state;
#endif
}

#endif

/* The canvas shows another scene: its parts are others. */
void
c4_canvas_a11y_renew_parts (C4Canvas *canvas)
{
#if C4_HAS_PARTS
  g_autoptr (C4PartList) former = g_steal_pointer (&canvas->parts);

  if (former != NULL)
    c4_part_list_replace (ensure_parts (canvas), former);
#endif
}

void
c4_canvas_a11y_class_init (GtkWidgetClass *widget_class)
{
#if C4_HAS_PARTS
  /* A picture would have nothing in it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
#else
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
#endif
}

void
c4_canvas_a11y_init (C4Canvas *canvas)
{
#if C4_PARTS_HAVE_FOCUS
  g_signal_connect (canvas, "notify::has-focus", G_CALLBACK (move_focus), NULL);
#endif
  gtk_accessible_update_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Diagram"), GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION,
                                  _ ("diagram"), -1);
}

void
c4_canvas_a11y_dispose (C4Canvas *canvas)
{
#if C4_HAS_PARTS
  if (canvas->parts != NULL)
    c4_part_list_close (canvas->parts);
  g_clear_object (&canvas->parts);
#endif
}

void
c4_canvas_a11y_update (C4Canvas *canvas)
{
  C4Scene *scene = c4_canvas_get_scene (canvas);
  g_autofree char *description = NULL;

  if (scene == NULL)
    return;
  description = describe (canvas);
  gtk_accessible_update_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  scene->view->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
#if C4_PARTS_HAVE_FOCUS
  move_focus (canvas);
#endif
}

/**
 * c4_canvas_announce:
 * @canvas: a canvas that shows a scene
 *
 * Has screen readers say what it shows: it is another view than before. Where GTK is too old to say
 * things, the window's new title is read and, if the canvas has the focus, what it is called now.
 */
void
c4_canvas_announce (C4Canvas *canvas)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  g_autofree char *description = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (C4_IS_CANVAS (canvas));

  description = describe (canvas);
  text = c4_sentence_join (
      (const char *const[]){ c4_canvas_get_scene (canvas)->view->title, description, NULL });
  c4_announce (GTK_WIDGET (canvas), text);
#endif
}
