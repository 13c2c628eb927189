/* c4-layout-wire.h: what the layout service and its helpers say to each other.
 *
 * Frames over a pipe: a header of fixed size, then a GVariant. Both ends are of one build on one
 * machine, so numbers are in its byte order; the header's magic tells when they are not. */

#pragma once

#include "c4-candidate.h"
#include "c4-layout.h"

G_BEGIN_DECLS

typedef enum
{
  C4_WIRE_REQUEST = 1, /* to the helper: a graph and a candidate */
  C4_WIRE_LAYOUT,      /* from the helper: the layout */
  C4_WIRE_FAILURE,     /* from the helper: why there is none */
} C4WireKind;

typedef struct
{
  guint32 magic;
  guint32 kind;   /* C4WireKind */
  guint32 serial; /* a reply's is that of its request */
  guint32 length; /* bytes that follow */
} C4WireHeader;

GBytes *c4_wire_write_request (guint32 serial, const C4LayoutGraph *graph,
                               const C4Candidate *candidate);
GBytes *c4_wire_write_layout (guint32 serial, const C4Layout *layout);
GBytes *c4_wire_write_failure (guint32 serial, const char *message);

gboolean c4_wire_check_header (const C4WireHeader *header, GError **error);
C4LayoutGraph *c4_wire_read_request (GBytes *body, C4Candidate *candidate, GError **error);
C4Layout *c4_wire_read_layout (GBytes *body, const C4LayoutGraph *graph, GError **error);
char *c4_wire_read_failure (GBytes *body, GError **error);

G_END_DECLS
