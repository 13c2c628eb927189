/* c4-help.c: the guide opens in the browser: the one that was installed with the program, or where
 * there is none, that on the web. */

#include "c4-help.h"

#include "c4-config.h"

#define WEB_GUIDE "https://github.com/seefour/seefour/blob/main/docs/guide.md"

static char *
find_guide (void)
{
  if (g_file_test (C4_GUIDE_PATH, G_FILE_TEST_EXISTS))
    return g_filename_to_uri (C4_GUIDE_PATH, NULL, NULL);
  return g_strdup (WEB_GUIDE);
}

/**
 * c4_show_help:
 * @parent: (nullable): the window in use
 *
 * Opens the guide.
 */
void
c4_show_help (GtkWindow *parent)
{
  g_autofree char *uri = find_guide ();

  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}
