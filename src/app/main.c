/* main.c: the viewer. */

#include "c4-application.h"
#include "c4-language.h"

#ifdef __GLIBC__
#include <malloc.h>

/* Where GTK draws a window by cairo it allocates a picture of the window's size for each frame.
 * Given back to the kernel and asked for anew, its pages cost more than what is drawn on them. In
 * bytes: one of a screen of 4K fits. */
#define KEPT_MEMORY (32 * 1024 * 1024)

static void
keep_memory_of_frames (void)
{
  mallopt (M_MMAP_THRESHOLD, KEPT_MEMORY);
  mallopt (M_TRIM_THRESHOLD, KEPT_MEMORY);
}
#else
static void
keep_memory_of_frames (void)
{
}
#endif

int
main (int argc, char *argv[])
{
  g_autoptr (C4Application) application = NULL;

  c4_language_init ();
  keep_memory_of_frames ();
  application = c4_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
