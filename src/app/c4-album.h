/* c4-album.h: the pictures that a renderer keeps: those of the views that one goes to and fro
 * between, as they are seen through lenses. */

#pragma once

#include "c4-layout.h"
#include "c4-lens.h"
#include "c4-scene.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;
  C4Lens *lens;      /* NULL: plain sight */
  C4View *whole;     /* without what the lens leaves out; NULL: its model has changed since */
  C4Layout *layout;  /* NULL: it needs none */
  C4Layout *previous; /* (nullable): what the reader knew before the model or the options changed */
  C4Scene *scene;    /* NULL: its model, or what to draw of it, has changed since */
  gboolean fits;     /* the layout is of what would be drawn now */
  gboolean finished; /* no better layout is to come */
} C4AlbumPicture;

/* What another state has in common with what was drawn. */
typedef enum
{
  C4_ALBUM_OF_FORMER_MODEL,  /* nothing for sure */
  C4_ALBUM_OF_FORMER_DETAIL, /* the model */
  C4_ALBUM_OF_FORMER_PAGE,   /* the boxes and lines */
} C4AlbumState;

typedef struct _C4Album C4Album;

C4Album *c4_album_new (void);
void c4_album_free (C4Album *album);

C4AlbumPicture *c4_album_find (C4Album *album, const char *path, const C4Lens *lens);
C4AlbumPicture *c4_album_find_any (C4Album *album, const char *path);
C4AlbumPicture *c4_album_add (C4Album *album, const char *path, C4Lens *lens);
void c4_album_outdate (C4Album *album, C4AlbumState state);

G_END_DECLS
