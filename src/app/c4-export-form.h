/* c4-export-form.h: the choices of an export, remembered from one time to the next. */

#pragma once

#include "c4-export.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  C4_SCOPE_THIS,
  C4_SCOPE_CHOSEN,
  C4_SCOPE_ALL,
  C4_SCOPE_TALK, /* the slides of the workspace's deck */
} C4ExportScope;

#define C4_TYPE_EXPORT_FORM (c4_export_form_get_type ())
G_DECLARE_FINAL_TYPE (C4ExportForm, c4_export_form, C4, EXPORT_FORM, GtkBox)

void c4_export_form_set_n_views (C4ExportForm *form, guint n_views);
void c4_export_form_set_n_chosen (C4ExportForm *form, guint n_chosen);

/* `settings` are those of exports; NULL: there are none. */
void c4_export_form_load (C4ExportForm *form, GSettings *settings);
void c4_export_form_save (C4ExportForm *form, GSettings *settings);

/* Begins with what is seen on screen. */
void c4_export_form_show_seen (C4ExportForm *form, C4Detail detail, gboolean legend);

C4ExportScope c4_export_form_get_scope (C4ExportForm *form);
void c4_export_form_read (C4ExportForm *form, C4ExportOptions *options);

G_END_DECLS
