/* c4-canvas-a11y.c: what assistive technology is told about the canvas: the diagram as a whole and
 * what is selected in it, in the words of its facts.
 *
 * The canvas has the focus while one walks through the diagram, so that a change of its name or of
 * its description is read out. */

#include "c4-canvas-private.h"

#include "c4-scene-facts.h"

#include <glib/gi18n.h>

static char *
describe_size (const C4View *view)
{
  guint n_boxes = view->nodes->len;
  guint n_lines = view->edges->len;
  g_autofree char *boxes = g_strdup_printf (ngettext ("%u box", "%u boxes", n_boxes), n_boxes);
  g_autofree char *lines = g_strdup_printf (ngettext ("%u line", "%u lines", n_lines), n_lines);

  return g_strconcat (boxes, ", ", lines, NULL);
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

/* Where one can't say things aloud, the change of the focused canvas's name has to do. */
static void
announce (C4Canvas *canvas, const char *title, const char *description)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  g_autofree char *text = g_strconcat (title, ", ", description, NULL);

  gtk_accessible_announce (GTK_ACCESSIBLE (canvas), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

void
c4_canvas_a11y_init (C4Canvas *canvas)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Diagram"), GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION,
                                  _ ("diagram"), -1);
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
}

/* Another view is shown than before. */
void
c4_canvas_a11y_arrive (C4Canvas *canvas)
{
  g_autofree char *description = describe (canvas);

  announce (canvas, c4_canvas_get_scene (canvas)->view->title, description);
}
