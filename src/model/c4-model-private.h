/* c4-model-private.h: what the builder fills in and the model frees. */

#pragma once

#include "c4-model.h"

G_BEGIN_DECLS

typedef struct
{
  C4Model model;
  GStringChunk *strings; /* every string of the model, once */
  GPtrArray *tag_lists;  /* (element-type GStrv) vectors of strings in the chunk */
  GHashTable *by_id;     /* (element-type utf8 C4Element) */
} C4ModelStorage;

C4ModelStorage *c4_model_storage_new (void);
void c4_model_storage_clear (gpointer storage);

G_END_DECLS
