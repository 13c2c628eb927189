/* c4-shelf.h: the pictures of a talk, made before they are asked for, where there is time. */

#pragma once

#include "c4-layout-service.h"
#include "c4-scene.h"

G_BEGIN_DECLS

#define C4_TYPE_SHELF (c4_shelf_get_type ())
G_DECLARE_FINAL_TYPE (C4Shelf, c4_shelf, C4, SHELF, GObject)

C4Shelf *c4_shelf_new (C4LayoutService *service);

/* What has been made is of no use any more: of other models, or in another style. */
void c4_shelf_set_workspace (C4Shelf *shelf, C4Workspace *workspace);
void c4_shelf_set_sequence (C4Shelf *shelf, gboolean sequence);

C4Scene *c4_shelf_get (C4Shelf *shelf, const char *path);
const char *c4_shelf_get_failure (C4Shelf *shelf, const char *path);

/* "changed" tells when it is there, or better than it was, or can't be made. */
void c4_shelf_want (C4Shelf *shelf, const char *path);    /* before all others */
void c4_shelf_prepare (C4Shelf *shelf, const char *path); /* after all others */
void c4_shelf_close (C4Shelf *shelf);

G_END_DECLS
