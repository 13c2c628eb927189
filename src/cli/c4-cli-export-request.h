/* c4-cli-export-request.h: what `seefour-cli export` was asked to do. */

#pragma once

#include "c4-export.h"

G_BEGIN_DECLS

typedef struct
{
  char *model;
  GStrv views; /* paths; NULL: all */
  gboolean keep_going;
  C4ExportOptions options;
  GFile *target;
  gboolean target_is_folder;
} C4ExportRequest;

gboolean c4_export_request_parse (C4ExportRequest *request, GStrv strings);
void c4_export_request_clear (C4ExportRequest *request);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (C4ExportRequest, c4_export_request_clear)

G_END_DECLS
