/* c4-match-row.h: a result of a search as a row of a list. */

#pragma once

#include "c4-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *c4_match_row_new (GPtrArray *matches, guint index);
const C4Match *c4_match_row_get_match (GtkListBoxRow *row);
void c4_match_row_update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer unused);

G_END_DECLS
