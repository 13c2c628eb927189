/* c4-sentence.h: texts of a model side by side, or in a sentence of ours, whatever their script. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *c4_isolate (const char *text);

/* "Shop → Bank", "Shop → Bank → Shop", "Shop → Bank: Book the sum" */
char *c4_sentence_dup_arrow (const char *source, const char *target);
void c4_sentence_append_hop (GString *path, const char *name);
char *c4_sentence_dup_said (const char *of, const char *text);

void c4_sentence_append_item (GString *list, const char *item);
char *c4_sentence_join (const char *const *items);
void c4_sentence_append_aspect (GString *aspects, const char *aspect);

G_END_DECLS
