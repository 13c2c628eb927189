/* c4-decimal.h: numbers with a fraction, as they are read. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *c4_decimal_dup (double number);

G_END_DECLS
