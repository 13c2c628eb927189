/* main.c of seefour-pages, which is part of the build and not installed: prints what the programs
 * say of themselves as man pages and completions.
 *
 *   seefour-pages man PROGRAM
 *   seefour-pages complete PROGRAM SHELL TEMPLATE */

#include "c4-cli.h"
#include "c4-pages.h"

#include <stdlib.h>

static const C4Manual *
find_manual (const char *name)
{
  static const C4Manual *const manuals[] = { &c4_manual_cli, &c4_manual_layout, &c4_manual_viewer };

  for (guint i = 0; i < G_N_ELEMENTS (manuals); i++)
    if (g_str_equal (manuals[i]->name, name))
      return manuals[i];
  g_error ("There is no program “%s”", name);
}

static char *
complete (const C4Manual *manual, const char *shell, const char *template_file)
{
  g_autofree char *template_text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (template_file, &template_text, NULL, &error))
    g_error ("%s", error->message);
  return c4_manual_complete (manual, shell, template_text);
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;

  if (argc == 3 && g_str_equal (argv[1], "man"))
    text = c4_manual_to_roff (find_manual (argv[2]), C4_VERSION);
  else if (argc == 5 && g_str_equal (argv[1], "complete"))
    text = complete (find_manual (argv[2]), argv[3], argv[4]);
  if (text == NULL)
    return EXIT_FAILURE;
  g_print ("%s", text);
  return EXIT_SUCCESS;
}
