/* c4-export.h: writes views as files, whole or not at all. */

#pragma once

#include "c4-diagram.h"
#include "c4-layout-service.h"
#include "c4-lens.h"
#include "c4-outline.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  C4_FORMAT_SVG,
  C4_FORMAT_PNG,
  C4_FORMAT_PDF,
  C4_FORMAT_JSON, /* what is drawn and where, for other tools: c4-json.h */
} C4Format;

/* Of flows. */
typedef enum
{
  C4_STEPS_TOGETHER, /* one picture with numbered lines */
  C4_STEPS_APART,    /* a picture (or page) for each step, on which it stands out */
  C4_STEPS_ANIMATED, /* one SVG that tells them by itself */
} C4StepMode;

/* Called where the export was started, after each picture. */
typedef void (*C4ExportProgressFunc) (guint done, guint total, gpointer user_data);

typedef struct
{
  C4Format format;
  C4Detail detail;
  C4Style style;
  C4Lens *lens; /* what the views are seen through; NULL: plain sight */
  const C4Theme *theme;
  gboolean has_background; /* FALSE: transparent */
  C4Color background;
  gboolean title;
  gboolean legend;
  gboolean stamp; /* "Generated 2024-05-17 · Seefour 0.1.0" */
  C4StepMode steps;
  gboolean notes; /* of a PDF: the speaker's notes under each page */
  gboolean talk;  /* the slides of the workspace's deck, numbered, instead of chosen views */
  double scale;   /* 1: a pixel for each point; ignored where width is given */
  guint width;    /* px to fit into (of a PDF, points); 0: by scale */
  guint height;
  C4ExportProgressFunc progress; /* nullable */
  gpointer progress_data;
} C4ExportOptions;

void c4_export_options_init (C4ExportOptions *options);
const char *c4_format_extension (C4Format format); /* "svg" */

/* Whether several views can go into one file. */
gboolean c4_export_makes_book (const C4ExportOptions *options);

/* Exports `paths` (views of `workspace`; NULL for a talk). `target` is a folder, where each view
 * becomes <path>.<extension>, or, for a single view (or a book of several), a file. */
void c4_export_async (C4Workspace *workspace, const char *const *paths, GFile *target,
                      gboolean target_is_folder, const C4ExportOptions *options,
                      C4LayoutService *service, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data);

/* (transfer full) (element-type GFile): what was written; NULL with error: nothing was left. */
GPtrArray *c4_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
