/* c4-export-dialog.h: asks what to export and how, does it, and says how far it is. */

#pragma once

#include "c4-diagram.h"
#include "c4-layout-service.h"
#include "c4-lens.h"
#include "c4-outline.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_EXPORT_DIALOG (c4_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (C4ExportDialog, c4_export_dialog, C4, EXPORT_DIALOG, AdwWindow)

C4ExportDialog *c4_export_dialog_new (GtkWindow *parent, C4Workspace *workspace, const char *path,
                                      C4LayoutService *service);
void c4_export_dialog_set_seen (C4ExportDialog *self, C4Lens *lens, C4Detail detail,
                                gboolean legend);

G_END_DECLS
