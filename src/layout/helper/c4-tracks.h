/* c4-tracks.h: the order in which lines step aside between two layers. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line that comes in at one place across the flow and goes on at another. */
typedef struct
{
  guint edge;
  double from;
  double to;
  guint track; /* out: 0 is next to the layer that it comes from */
} C4Step;

guint c4_tracks_assign (C4Step *steps, guint n_steps);

G_END_DECLS
