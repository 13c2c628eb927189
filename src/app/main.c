/* main.c: the viewer. */

#include "c4-application.h"
#include "c4-language.h"

int
main (int argc, char *argv[])
{
  g_autoptr (C4Application) application = NULL;

  c4_language_init ();
  application = c4_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
