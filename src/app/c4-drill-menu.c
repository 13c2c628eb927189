/* c4-drill-menu.c: one item a view, named as the outline names it. */

#include "c4-drill-menu.h"

#include <glib/gi18n.h>
#include <string.h>

/* The name of the system that a path starts with, whose model may not be loaded. */
static char *
dup_system_name (C4Workspace *workspace, const char *path)
{
  const char *slash = strchr (path, '/');
  g_autofree char *system_id = NULL;
  const C4WorkspaceMember *member;

  if (slash == NULL)
    return g_strdup (path);
  system_id = g_strndup (path, (gsize) (slash - path));
  member = c4_workspace_find_member (workspace, system_id);
  return g_strdup (member != NULL ? member->name : system_id);
}

static char *
dup_label (C4Document *document, const char *path)
{
  const C4OutlineEntry *entry = c4_outline_find (c4_document_get_outline (document), path);

  if (entry != NULL)
    return g_strdup (entry->title);
  return dup_system_name (c4_document_get_workspace (document), path);
}

/* An underscore in a name is no mnemonic. */
static char *
escape_mnemonics (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("__", parts);
}

/**
 * c4_drill_menu_new:
 * @document: what is open
 * @paths: the paths of views, NULL-terminated
 *
 * Returns: (transfer full): a menu of these views; its items are "win.go-to"
 */
GMenuModel *
c4_drill_menu_new (C4Document *document, const char *const *paths)
{
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *label = dup_label (document, paths[i]);
      g_autofree char *escaped = escape_mnemonics (label);
      g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

      g_menu_item_set_action_and_target (item, "win.go-to", "s", paths[i]);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}
