/* c4-setting.h: in which direction, and with which measurements, a layout is made. */

#pragma once

#include "c4-layout.h"

G_BEGIN_DECLS

typedef struct
{
  C4Direction direction;
  guint variant;
} C4Setting;

/* Sizes and places across the flow and along it. */
static inline double
c4_size_across (C4Size size, const C4Setting *setting)
{
  return setting->direction == C4_DIRECTION_RIGHT ? size.height : size.width;
}

static inline double
c4_size_along (C4Size size, const C4Setting *setting)
{
  return setting->direction == C4_DIRECTION_RIGHT ? size.width : size.height;
}

/* To the picture and back. */
static inline C4Point
c4_turn_point (double along, double across, const C4Setting *setting)
{
  return setting->direction == C4_DIRECTION_RIGHT ? (C4Point){ along, across }
                                                 : (C4Point){ across, along };
}

static inline C4Rect
c4_turn_rect (C4Rect rect, const C4Setting *setting)
{
  return setting->direction == C4_DIRECTION_RIGHT
             ? rect
             : (C4Rect){ rect.y, rect.x, rect.height, rect.width };
}

G_END_DECLS
