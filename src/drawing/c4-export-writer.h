/* c4-export-writer.h: one view as the content of files, in any of the formats. */

#pragma once

#include "c4-deck.h"
#include "c4-export.h"

G_BEGIN_DECLS

typedef struct
{
  const C4ExportOptions *options;
  const C4Theme *theme; /* with the background that was asked for */
  GDateTime *date;
  GHashTable *names; /* (element-type utf8 utf8): a view's path: its file; NULL: no links */
} C4ExportWriter;

/* A view as it is written. */
typedef struct
{
  C4Scene *scene;
  const char *title;
  const C4DeckSlide *slide; /* whose notes are the speaker's; nullable */
  const char *const *focus; /* C4StepEmphasis.focus */
  C4Subset *shown;          /* C4StepEmphasis.shown */
} C4ExportSheet;

/* How many steps a view has that are to be pictures of their own; 0: it is one picture. */
guint c4_export_writer_count_steps (const C4ExportWriter *writer, const C4View *view);

/* SVG, PNG, JSON. `name` is the file's, for the links; `step` 0: no step stands out. */
GBytes *c4_export_writer_picture (const C4ExportWriter *writer, const C4ExportSheet *sheet,
                                  const char *name, guint step, GError **error);

/* PDF, and SVG that is animated. */
GBytes *c4_export_writer_book (const C4ExportWriter *writer, const C4ExportSheet *sheets,
                               guint n_sheets, const char *title, GError **error);

G_END_DECLS
