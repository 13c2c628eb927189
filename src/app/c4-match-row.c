/* c4-match-row.c: what was found over where it is; a heading over each group. */

#include "c4-match-row.h"

#include "c4-wrapped-label.h"

#include <glib/gi18n.h>

#define MATCH_KEY "c4-match"
#define MATCHES_KEY "c4-matches"

static const char *
get_heading (C4MatchGroup group)
{
  switch (group)
    {
    case C4_MATCH_ELEMENT:
      return _ ("Elements");
    case C4_MATCH_TECHNOLOGY:
      return _ ("Technologies");
    case C4_MATCH_FLOW:
      return C_ ("match", "Flows");
    case C4_MATCH_DATA:
      return _ ("Data");
    case C4_MATCH_TRIGGER:
      return _ ("Triggers");
    case C4_MATCH_TAG:
      return _ ("Tags");
    case C4_MATCH_SCENARIO:
      return _ ("Scenarios");
    case C4_N_MATCH_GROUPS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * c4_match_row_new:
 * @matches: (element-type C4Match): results
 * @index: the index of one of them
 *
 * Returns: (transfer floating): a row for it; it keeps @matches alive
 */
GtkWidget *
c4_match_row_new (GPtrArray *matches, guint index)
{
  C4Match *match = matches->pdata[index];
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = g_strdup_printf ("%s, %s", match->text, match->place);

  gtk_box_append (GTK_BOX (box), c4_wrapped_label_new (match->text, NULL));
  gtk_box_append (GTK_BOX (box), c4_wrapped_label_new (match->place, "place"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), MATCH_KEY, match);
  g_object_set_data_full (G_OBJECT (row), MATCHES_KEY, g_ptr_array_ref (matches),
                          (GDestroyNotify) g_ptr_array_unref);
  return row;
}

const C4Match *
c4_match_row_get_match (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), MATCH_KEY);
}

/* A GtkListBoxUpdateHeaderFunc. */
void
c4_match_row_update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer unused)
{
  C4MatchGroup group = c4_match_row_get_match (row)->group;

  if (before != NULL && c4_match_row_get_match (before)->group == group)
    gtk_list_box_row_set_header (row, NULL);
  else
    gtk_list_box_row_set_header (row, c4_wrapped_label_new (get_heading (group), "heading"));
}
