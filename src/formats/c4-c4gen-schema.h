/* c4-c4gen-schema.h: the keys of a c4gen model, as tables. */

#pragma once

#include "c4-schema.h"

G_BEGIN_DECLS

extern const C4Schema c4_c4gen_model_schema;
extern const C4Schema c4_c4gen_candidates_schema;
extern const C4Schema c4_c4gen_actor_schema;
extern const C4Schema c4_c4gen_system_schema;
extern const C4Schema c4_c4gen_container_schema;
extern const C4Schema c4_c4gen_component_schema;
extern const C4Schema c4_c4gen_relationship_schema;
extern const C4Schema c4_c4gen_flow_schema;
extern const C4Schema c4_c4gen_scenario_schema;
extern const C4Schema c4_c4gen_step_schema;

/* In the order of C4Shape, C4Derivation and C4ContractKind (those two without their unknown). */
extern const char *const c4_c4gen_shapes[];
extern const char *const c4_c4gen_derivations[];
extern const char *const c4_c4gen_contract_kinds[];

G_END_DECLS
