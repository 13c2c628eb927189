/* c4-language.c: gettext, for every program the same. */

#include "c4-language.h"

#include <libintl.h>
#include <locale.h>

/**
 * c4_language_init:
 *
 * Makes texts of the program those of the user's language. To be called first.
 */
void
c4_language_init (void)
{
  const char *chosen = g_getenv ("SEEFOUR_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, chosen != NULL && *chosen != '\0' ? chosen : LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
