/* c4-member.h: one model of a workspace while it is loaded, with the files beside it. */

#pragma once

#include "c4-workspace.h"
#include "c4-yaml.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  C4_MEMBER_LOAD, /* the model and what is beside it */
  C4_MEMBER_PEEK, /* only what it is called */
} C4MemberDepth;

typedef struct
{
  GFile *file;
  C4MemberDepth depth;
  char *path;
  char *name;            /* never NULL once it is loaded */
  char *system_id;       /* NULL: the file doesn't tell */
  gboolean is_model;     /* or is meant as one */
  C4Model *model;        /* NULL: not loaded, or nothing of it can be drawn */
  C4Model *candidates;   /* NULL: none */
  GPtrArray *cycles;     /* (element-type GStrv); NULL: none */
  GPtrArray *problems;   /* (element-type C4Problem) */
  GHashTable *digests;   /* (element-type utf8 utf8) see C4LoadResult */
} C4Member;

C4Member *c4_member_new (GFile *file, C4MemberDepth depth);
void c4_member_free (C4Member *member);

void c4_member_read (C4Member *member, GCancellable *cancellable);
void c4_member_read_document (C4Member *member, const C4YamlDocument *document,
                              C4Report *report, GCancellable *cancellable);
void c4_members_read (GPtrArray *members, GCancellable *cancellable);

void c4_member_add_to (const C4Member *member, C4WorkspaceBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Member, c4_member_free)

G_END_DECLS
