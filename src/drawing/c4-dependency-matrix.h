/* c4-dependency-matrix.h: the dependency structure matrix: a row and a column for each system, a
 * cell for each coupling, the figures of each system beside its row. */

#pragma once

#include "c4-dependencies.h"
#include "c4-scene-builder.h"
#include "c4-text-block.h"

G_BEGIN_DECLS

typedef struct _C4DependencyMatrix C4DependencyMatrix;

C4DependencyMatrix *c4_dependency_matrix_new (const C4Dependencies *dependencies,
                                              C4TextMeasure *measure);
void c4_dependency_matrix_free (C4DependencyMatrix *matrix);

C4Size c4_dependency_matrix_get_size (const C4DependencyMatrix *matrix);
void c4_dependency_matrix_paint (const C4DependencyMatrix *matrix, C4SceneBuilder *builder,
                                 C4Point origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4DependencyMatrix, c4_dependency_matrix_free)

G_END_DECLS
