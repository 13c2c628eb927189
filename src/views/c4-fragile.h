/* c4-fragile.h: the links that their authors call fragile. */

#pragma once

#include "c4-workspace.h"

G_BEGIN_DECLS

#define C4_TAG_FRAGILE "fragile"

/* A flow with the tag "fragile", or an ETL source marked so: one of the two is NULL. */
typedef struct
{
  const C4WorkspaceMember *member;
  const C4Relationship *flow;
  const C4EtlSource *etl_source;
} C4FragileLink;

GPtrArray *c4_fragile_links_new (const C4Workspace *workspace, const C4WorkspaceMember *member);

G_END_DECLS
