/* c4-table.h: rows and columns of text in a scene. */

#pragma once

#include "c4-text-block.h"

G_BEGIN_DECLS

typedef struct _C4Table C4Table;

/* Without columns' headings the table has no head. Headings are copied. */
C4Table *c4_table_new (C4TextMeasure *measure, const char *const *headings, guint n_columns);
void c4_table_free (C4Table *table);

/* Takes `cells`: one block a column, NULL for an empty one. */
void c4_table_add_row (C4Table *table, C4Owner owner, C4TextBlock **cells);

C4Size c4_table_get_size (const C4Table *table);
void c4_table_paint (const C4Table *table, C4SceneBuilder *builder, C4Point origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Table, c4_table_free)

G_END_DECLS
