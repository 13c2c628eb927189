/* c4-export.h: writes views as files, whole or not at all. */

#pragma once

#include "c4-diagram.h"
#include "c4-layout-service.h"
#include "c4-outline.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  C4_FORMAT_SVG,
  C4_FORMAT_PNG,
  C4_FORMAT_PDF,
  C4_FORMAT_JSON, /* what is drawn and where, for other tools */
} C4Format;

typedef struct
{
  C4Format format;
  C4Detail detail;
  const C4Theme *theme;
  gboolean has_background;
  C4Color background;
  gboolean title;
  gboolean legend;
  double scale; /* 1: 96 dots an inch; ignored where width is given */
  guint width;  /* px to fit into; 0: by scale */
  guint height;
} C4ExportOptions;

void c4_export_options_init (C4ExportOptions *options);

/* Exports `paths` (views of `workspace`). `target` is a folder, where each view becomes
 * <path>.<format>, or, for a single view (or a PDF of several), a file. */
void c4_export_async (C4Workspace *workspace, const char *const *paths, GFile *target,
                      gboolean target_is_folder, const C4ExportOptions *options,
                      C4LayoutService *service, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data);

/* (transfer full) (element-type GFile): what was written; NULL with error: nothing was left. */
GPtrArray *c4_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
