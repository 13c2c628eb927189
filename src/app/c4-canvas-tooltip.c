/* c4-canvas-tooltip.c: what is under the pointer, in short. */

#include "c4-canvas-private.h"
#include "c4-scene-facts.h"

#include <string.h>

/* Wider tooltips are hard to read, in characters. */
#define WIDEST 60

/* The name stands out. */
static char *
to_markup (const char *summary)
{
  gsize length = strcspn (summary, "\n");
  g_autofree char *name = g_markup_escape_text (summary, (gssize) length);
  g_autofree char *rest = g_markup_escape_text (summary + length, -1);

  return g_strdup_printf ("<b>%s</b>%s", name, rest);
}

static GtkWidget *
make_label (const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static C4Owner
find_owner (C4Canvas *canvas, int x, int y, gboolean by_keyboard)
{
  if (canvas->former != NULL || (!by_keyboard && !canvas->has_pointer))
    return c4_owner_none;
  return by_keyboard ? c4_canvas_get_selection (canvas)
                     : c4_canvas_find_owner (canvas, (C4Point){ x, y });
}

static gboolean
on_query_tooltip (C4Canvas *canvas, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  C4Owner owner = find_owner (canvas, x, y, by_keyboard);
  g_autoptr (C4Facts) facts = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *markup = NULL;
  GdkRectangle area;

  if (owner.type == C4_OWNER_PAGE)
    return FALSE;
  facts = c4_scene_facts_new (c4_canvas_get_scene (canvas), owner, NULL);
  if (facts == NULL)
    return FALSE;
  summary = c4_facts_dup_summary (facts);
  markup = to_markup (summary);
  gtk_tooltip_set_custom (tooltip, make_label (markup));
  /* Beside the pointer on what is long, beside the box on what is small. */
  area = c4_canvas_get_bounds (canvas, owner);
  if (owner.type == C4_OWNER_NODE || owner.type == C4_OWNER_CELL)
    gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

void
c4_canvas_tooltip_init (C4Canvas *canvas)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (canvas), TRUE);
  g_signal_connect (canvas, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
}
