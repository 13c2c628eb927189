/* c4-deck-spans.h: where the text of a workspace.yml has its deck. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes from the start of the text. */
typedef struct
{
  gsize start;
  gsize end; /* the first that doesn't belong to it */
} C4Span;

typedef struct
{
  gboolean found;
  gboolean is_block;  /* each slide begins on a line of its own, after a dash */
  C4Span all;         /* from the key to the last value's end */
  guint indent;       /* columns before the key, or before those beside it */
  guint slide_indent; /* columns before a slide's dash */
  GArray *slides;     /* (element-type C4Span) from their first key to their last value's end */
  GArray *values;     /* (element-type C4Span) of all keys and values: between them are comments */
  gboolean takes_key; /* a key can be put at `end` */
  gsize end;          /* of what the file says */
} C4DeckSpans;

C4DeckSpans *c4_deck_spans_new (const char *text, gsize length, GError **error);
void c4_deck_spans_free (C4DeckSpans *spans);

gsize c4_text_line_start (const char *text, gsize offset);
gsize c4_text_line_end (const char *text, gsize length, gsize offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4DeckSpans, c4_deck_spans_free)

G_END_DECLS
