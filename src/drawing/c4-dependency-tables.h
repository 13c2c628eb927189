/* c4-dependency-tables.h: what a Dependencies diagram says besides its matrix, as tables. */

#pragma once

#include "c4-dependencies.h"
#include "c4-table.h"

G_BEGIN_DECLS

/* Each NULL when there is nothing to list. */
C4Table *c4_cycle_table_new (const C4Dependencies *dependencies, C4TextMeasure *measure);
C4Table *c4_fragile_table_new (const C4Dependencies *dependencies, C4TextMeasure *measure);
C4Table *c4_etl_table_new (const C4Dependencies *dependencies, C4TextMeasure *measure);
C4Table *c4_candidate_table_new (const C4Dependencies *dependencies, C4TextMeasure *measure);

/* Where the source code behind a row can be seen: http or https; NULL: nowhere. */
char *c4_dependency_source_dup_url (const C4Dependencies *dependencies, C4Owner row);

G_END_DECLS
