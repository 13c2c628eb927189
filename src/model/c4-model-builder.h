/* c4-model-builder.h: makes a C4Model part by part.
 *
 * Each function takes a struct of the model's own kind as a list of values, copies what it
 * needs (strings too) and returns the part as it will stand in the model; `index`, `children`
 * and `steps` are filled in by the builder. The returned parts are valid until the builder is
 * freed, or as long as the model once it is built. */

#pragma once

#include "c4-model.h"

G_BEGIN_DECLS

typedef struct _C4ModelBuilder C4ModelBuilder;

C4ModelBuilder *c4_model_builder_new (void);
void c4_model_builder_free (C4ModelBuilder *builder);

void c4_model_builder_set_header (C4ModelBuilder *builder, const C4Model *header);
const C4Element *c4_model_builder_add_element (C4ModelBuilder *builder, const C4Element *values);
const C4Relationship *c4_model_builder_add_relationship (C4ModelBuilder *builder,
                                                         const C4Relationship *values);
const C4Scenario *c4_model_builder_add_scenario (C4ModelBuilder *builder,
                                                 const C4Scenario *values);
const C4Step *c4_model_builder_add_step (C4ModelBuilder *builder, const C4Scenario *scenario,
                                         const C4Step *values);
const C4EtlSource *c4_model_builder_add_etl_source (C4ModelBuilder *builder,
                                                    const C4EtlSource *values);
const C4Element *c4_model_builder_find (C4ModelBuilder *builder, const char *id);
gboolean c4_model_builder_is_flow_tagged (C4ModelBuilder *builder, const C4Step *step,
                                          const char *tag);

C4Model *c4_model_builder_build (C4ModelBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4ModelBuilder, c4_model_builder_free)

G_END_DECLS
