/* main.c: the viewer. */

#include "c4-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (C4Application) application = c4_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
