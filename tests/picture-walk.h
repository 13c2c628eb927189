/* picture-walk.h: every diagram of a model or a folder of models, laid out and composed. */

#pragma once

#include "c4-diagram.h"
#include "c4-layout-service.h"

G_BEGIN_DECLS

/* `graph` and `layout` are NULL for a diagram that needs no layout. */
typedef void (*PictureFunc) (C4Scene *scene, const C4LayoutGraph *graph, const C4Layout *layout,
                             gpointer user_data);

/* Runs the main context. Problems in the files are fatal. */
void picture_walk (const char *path, C4Detail detail, C4TextMeasure *measure,
                   C4LayoutService *service, PictureFunc visit, gpointer user_data);

G_END_DECLS
