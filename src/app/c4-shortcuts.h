/* c4-shortcuts.h: every key of the window, in one table: what binds them and what lists them read
 * it alike. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *title;
  const char *keys;   /* accelerators as GTK writes them, a space between two */
  const char *also;   /* more of them that needn't be listed: the keypad's, other layouts' */
  const char *action; /* NULL: the widget that has the focus binds them itself */
} C4Shortcut;

typedef struct
{
  const char *title;
  const C4Shortcut *shortcuts;
  gsize n_shortcuts;
} C4ShortcutGroup;

const C4ShortcutGroup *c4_shortcuts_get_groups (gsize *n_groups);

/* Those with a modifier, and function keys: wherever the focus is. */
void c4_shortcuts_add_to_application (GtkApplication *application);

/* Bare keys: they reach the window only when nothing that has the focus wants them. */
void c4_shortcuts_add_to_window (GtkWidgetClass *window_class);

G_END_DECLS
