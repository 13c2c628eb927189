/* c4-address.c: addresses as text and back. */

#include "c4-address.h"

#include <string.h>

/* What needs no escape in a path. */
#define ALLOWED_IN_PATH "/"

/* Between the ids of a cycle. */
#define SEPARATOR ","

static void
append_escaped (GString *text, const char *value, const char *allowed)
{
  g_string_append_uri_escaped (text, value, allowed, FALSE);
}

static void
append_parameter (GString *text, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (text, "%c%s=", strchr (text->str, '?') == NULL ? '?' : '&', name);
  append_escaped (text, value, NULL);
}

/* Each id is escaped by itself, so that it may contain the separator. */
static void
append_cycle (GString *text, const char *const *cycle)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (cycle == NULL)
    return;
  for (guint i = 0; cycle[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (list, SEPARATOR);
      append_escaped (list, cycle[i], NULL);
    }
  append_parameter (text, "cycle", list->str);
}

/**
 * c4_address_to_string:
 * @address: an address
 *
 * Returns: (transfer full): the address as text, which c4_address_parse() reads
 */
char *
c4_address_to_string (const C4Address *address)
{
  GString *text = g_string_new ("#");

  append_escaped (text, address->path, ALLOWED_IN_PATH);
  append_parameter (text, "element", address->element);
  append_parameter (text, "flow", address->flow);
  append_cycle (text, address->cycle);
  return g_string_free (text, FALSE);
}

static const char *const *
parse_cycle (const char *list)
{
  char **ids = g_strsplit (list, SEPARATOR, -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      char *id = g_uri_unescape_string (ids[i], NULL);

      if (id == NULL)
        continue;
      g_free (ids[i]);
      ids[i] = id;
    }
  return (const char *const *) ids;
}

static gboolean
parse_parameters (C4Address *address, const char *text)
{
  g_autoptr (GHashTable) parameters = g_uri_parse_params (text, -1, "&", G_URI_PARAMS_NONE, NULL);
  const char *cycle;

  if (parameters == NULL)
    return FALSE;
  address->element = g_strdup (g_hash_table_lookup (parameters, "element"));
  address->flow = g_strdup (g_hash_table_lookup (parameters, "flow"));
  cycle = g_hash_table_lookup (parameters, "cycle");
  if (cycle != NULL)
    address->cycle = parse_cycle (cycle);
  return TRUE;
}

/**
 * c4_address_parse:
 * @text: a text
 *
 * Returns: (transfer full) (nullable): the address that @text is; %NULL when it is none
 */
C4Address *
c4_address_parse (const char *text)
{
  g_autoptr (C4Address) address = g_new0 (C4Address, 1);
  gsize length;

  if (text[0] != '#')
    return NULL;
  length = strcspn (text + 1, "?");
  address->path = g_uri_unescape_segment (text + 1, text + 1 + length, NULL);
  if (address->path == NULL || *address->path == '\0')
    return NULL;
  if (text[1 + length] == '?' && !parse_parameters (address, text + 1 + length + 1))
    return NULL;
  return g_steal_pointer (&address);
}

void
c4_address_free (C4Address *address)
{
  g_free ((gpointer) address->path);
  g_free ((gpointer) address->element);
  g_free ((gpointer) address->flow);
  g_strfreev ((char **) address->cycle);
  g_free (address);
}
