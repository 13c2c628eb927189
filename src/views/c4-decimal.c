/* c4-decimal.c: numbers with a fraction, as they are read. */

#include "c4-decimal.h"

#include <glib/gi18n.h>

/**
 * c4_decimal_dup:
 * @number: any
 *
 * The sign is that of the language of the texts around it, not of the locale: where these aren't
 * translated a picture is the same under every locale.
 *
 * Returns: (transfer full): it with two digits after the sign: "0.50"
 */
char *
c4_decimal_dup (double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_auto (GStrv) parts = NULL;

  g_ascii_formatd (digits, sizeof digits, "%.2f", number);
  parts = g_strsplit (digits, ".", 2);
  /* Translators: what stands between the whole and the fraction of a number, as in 0.50 */
  return g_strjoinv (C_ ("decimal sign", "."), parts);
}
