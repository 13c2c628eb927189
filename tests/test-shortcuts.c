/* test-shortcuts.c: every key is listed, does something, and does one thing alone. */

#include "c4-shortcuts-window.h"
#include "c4-shortcuts.h"
#include "window-fixture.h"

#include <string.h>

static C4Application *application;

static gboolean
has_action (C4Window *window, const char *action)
{
  if (g_str_has_prefix (action, "app."))
    return g_action_group_has_action (G_ACTION_GROUP (application), action + strlen ("app."));
  return g_action_group_has_action (G_ACTION_GROUP (window), action + strlen ("win."));
}

static void
test_actions (void)
{
  C4Window *window = c4_window_new (application);
  gsize n_groups;
  const C4ShortcutGroup *groups = c4_shortcuts_get_groups (&n_groups);

  for (gsize i = 0; i < n_groups; i++)
    for (gsize j = 0; j < groups[i].n_shortcuts; j++)
      if (groups[i].shortcuts[j].action != NULL
          && !has_action (window, groups[i].shortcuts[j].action))
        g_error ("“%s” does nothing: there is no %s", groups[i].shortcuts[j].title,
                 groups[i].shortcuts[j].action);
  destroy_window (window, NULL, 0);
}

static void
claim (GHashTable *claimed, const C4Shortcut *shortcut, const char *accelerators)
{
  g_auto (GStrv) list = g_strsplit (accelerators != NULL ? accelerators : "", " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      GdkModifierType modifiers;
      guint key;

      g_assert_true (gtk_accelerator_parse (list[i], &key, &modifiers));
      if (!g_hash_table_insert (claimed, gtk_accelerator_name (key, modifiers),
                                (gpointer) shortcut->title))
        g_error ("%s does two things, one of them “%s”", list[i], shortcut->title);
    }
}

static GHashTable *
claim_all (void)
{
  GHashTable *claimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize n_groups;
  const C4ShortcutGroup *groups = c4_shortcuts_get_groups (&n_groups);

  for (gsize i = 0; i < n_groups; i++)
    for (gsize j = 0; j < groups[i].n_shortcuts; j++)
      {
        claim (claimed, &groups[i].shortcuts[j], groups[i].shortcuts[j].keys);
        claim (claimed, &groups[i].shortcuts[j], groups[i].shortcuts[j].also);
      }
  return claimed;
}

/* Whatever binds keys to the application's actions, the table knows of it. */
static void
test_all_listed (void)
{
  g_autoptr (GHashTable) claimed = claim_all ();
  g_auto (GStrv) actions
      = gtk_application_list_action_descriptions (GTK_APPLICATION (application));

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accelerators
          = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);

      for (guint j = 0; accelerators[j] != NULL; j++)
        g_assert_true (g_hash_table_contains (claimed, accelerators[j]));
    }
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = ADW_IS_ACTION_ROW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static gboolean
is_null (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

static void
test_window (void)
{
  gpointer window = c4_shortcuts_window_new (NULL);
  gsize n_groups;
  const C4ShortcutGroup *groups = c4_shortcuts_get_groups (&n_groups);
  guint n = 0;

  for (gsize i = 0; i < n_groups; i++)
    n += groups[i].n_shortcuts;
  gtk_window_present (window);
  g_assert_cmpuint (count_rows (window), ==, n);
  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_close (window);
  wait_until (is_null, &window);
}

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  g_test_add_func ("/shortcuts/actions", test_actions);
  g_test_add_func ("/shortcuts/all-listed", test_all_listed);
  g_test_add_func ("/shortcuts/window", test_window);
  return window_fixture_run (application);
}
