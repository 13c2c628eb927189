/* c4-address.h: names a place in a workspace: a view, and what is to be pointed out there.
 *
 * Written as text it looks like the end of a web address: "#shop/container?element=web". */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *path;         /* of the view */
  const char *element;      /* id of the element to select; NULL: none */
  const char *flow;         /* id of the flow to select; NULL: none */
  const char *const *cycle; /* ids of the systems that stand out, each leads to the next, the last
                             * to the first; NULL: nothing stands out */
} C4Address;

char *c4_address_to_string (const C4Address *address);
C4Address *c4_address_parse (const char *text);
void c4_address_free (C4Address *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4Address, c4_address_free)

G_END_DECLS
