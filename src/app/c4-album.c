/* c4-album.c: a short list, the last one used first. */

#include "c4-album.h"

/* One of 30 boxes takes about 100 kB. */
#define MAX_PICTURES 24

struct _C4Album
{
  GQueue pictures; /* (element-type C4AlbumPicture) */
};

static void
picture_free (C4AlbumPicture *picture)
{
  g_free (picture->path);
  g_clear_pointer (&picture->lens, c4_lens_unref);
  g_clear_pointer (&picture->whole, c4_view_unref);
  g_clear_pointer (&picture->layout, c4_layout_unref);
  g_clear_pointer (&picture->previous, c4_layout_unref);
  g_clear_pointer (&picture->scene, c4_scene_unref);
  g_free (picture);
}

C4Album *
c4_album_new (void)
{
  C4Album *album = g_new0 (C4Album, 1);

  g_queue_init (&album->pictures);
  return album;
}

void
c4_album_free (C4Album *album)
{
  g_queue_clear_full (&album->pictures, (GDestroyNotify) picture_free);
  g_free (album);
}

/* Whether it is of what a lens leaves of a view. */
static gboolean
is_of (const C4AlbumPicture *picture, const char *path, const C4Lens *lens)
{
  return g_str_equal (picture->path, path) && c4_lens_leaves_the_same (picture->lens, lens);
}

/**
 * c4_album_find:
 * @album: an album
 * @path: of a view
 * @lens: (nullable): what it is looked at through
 *
 * Returns: (nullable): the picture of what is left of the view
 */
C4AlbumPicture *
c4_album_find (C4Album *album, const char *path, const C4Lens *lens)
{
  for (GList *link = album->pictures.head; link != NULL; link = link->next)
    {
      C4AlbumPicture *picture = link->data;

      if (!is_of (picture, path, lens))
        continue;
      g_queue_unlink (&album->pictures, link);
      g_queue_push_head_link (&album->pictures, link);
      return picture;
    }
  return NULL;
}

/**
 * c4_album_find_any:
 * @album: an album
 * @path: of a view
 *
 * Returns: (nullable): the picture of the view that was used last, through whatever lens
 */
C4AlbumPicture *
c4_album_find_any (C4Album *album, const char *path)
{
  for (GList *link = album->pictures.head; link != NULL; link = link->next)
    if (g_str_equal (((C4AlbumPicture *) link->data)->path, path))
      return link->data;
  return NULL;
}

/**
 * c4_album_add:
 * @album: an album without this picture
 * @path: of a view
 * @lens: (nullable): what it is looked at through
 *
 * Returns: (transfer none): a picture to fill; it stays until others are used more often
 */
C4AlbumPicture *
c4_album_add (C4Album *album, const char *path, C4Lens *lens)
{
  C4AlbumPicture *picture = g_new0 (C4AlbumPicture, 1);

  picture->path = g_strdup (path);
  picture->lens = lens != NULL ? c4_lens_ref (lens) : NULL;
  g_queue_push_head (&album->pictures, picture);
  if (album->pictures.length > MAX_PICTURES)
    picture_free (g_queue_pop_tail (&album->pictures));
  return picture;
}

/* What was drawn last is what the reader knows. */
static void
keep_for_comparison (C4AlbumPicture *picture)
{
  if (picture->scene == NULL || picture->layout == NULL)
    return;
  g_clear_pointer (&picture->previous, c4_layout_unref);
  picture->previous = c4_layout_ref (picture->layout);
}

/**
 * c4_album_outdate:
 * @album: an album
 * @state: what its pictures are of
 *
 * Forgets the pictures, but not how they were laid out: what is drawn anew stays recognisable, or
 * in its very place.
 */
void
c4_album_outdate (C4Album *album, C4AlbumState state)
{
  for (GList *link = album->pictures.head; link != NULL; link = link->next)
    {
      C4AlbumPicture *picture = link->data;

      if (state != C4_ALBUM_OF_FORMER_PAGE)
        keep_for_comparison (picture);
      g_clear_pointer (&picture->scene, c4_scene_unref);
      if (state == C4_ALBUM_OF_FORMER_MODEL)
        g_clear_pointer (&picture->whole, c4_view_unref);
      picture->fits = picture->fits && state == C4_ALBUM_OF_FORMER_PAGE;
      picture->finished = picture->finished && state == C4_ALBUM_OF_FORMER_PAGE;
    }
}
