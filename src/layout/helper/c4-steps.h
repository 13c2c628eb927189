/* c4-steps.h: where lines step aside between two layers, and in which order. */

#pragma once

#include "c4-place.h"

G_BEGIN_DECLS

/* A line that comes from one place across the flow and goes on at another. */
typedef struct
{
  guint edge;
  guint layer; /* after which it steps aside */
  double from;
  double to;
  guint track; /* 0 is next to the layer; steps on one track are far apart */
} C4Step;

typedef struct
{
  guint n_steps;
  C4Step *steps; /* by edge, and then from its earlier box on */
  guint *firsts; /* of each edge, and of the end */
} C4Steps;

C4Steps *c4_steps_new (const C4Layers *layers, const C4Places *places);
void c4_steps_free (C4Steps *steps);

/* Where an edge leaves its earlier box, and reaches its later one. */
double c4_steps_start (const C4Layers *layers, const C4Places *places, guint edge);
double c4_steps_end (const C4Layers *layers, const C4Places *places, guint edge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Steps, c4_steps_free)

G_END_DECLS
