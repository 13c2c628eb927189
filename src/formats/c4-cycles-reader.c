/* c4-cycles-reader.c: a `.cycles.json` file, a list of lists of system ids.
 *
 * JSON is YAML as far as this format goes; so its values have a place in the file, and it is
 * bounded as all our files are (json-glib recurses without a limit on nested lists). */

#include "c4-cycles-reader.h"

#include <glib/gi18n.h>

static GStrv
read_cycle (const C4YamlNode *list, C4Report *report)
{
  g_autoptr (GStrvBuilder) cycle = g_strv_builder_new ();

  for (guint i = 0; i < list->n_entries; i++)
    {
      const C4YamlNode *id = list->entries[i].value;
      g_autofree char *found = NULL;

      if (id->type == C4_YAML_TEXT && *id->text != '\0')
        {
          g_strv_builder_add (cycle, id->text);
          continue;
        }
      found = c4_yaml_describe (id);
      c4_report_error (report, id->position, _ ("a cycle lists the ids of systems, not %s"), found);
    }
  return g_strv_builder_end (cycle);
}

/**
 * c4_cycles_read:
 * @document: the tree of a `.cycles.json` file
 * @report: takes all that is wrong with it
 *
 * Returns: (transfer full) (nullable) (element-type GStrv): the cycles; %NULL when the file
 *   holds something else
 */
GPtrArray *
c4_cycles_read (const C4YamlDocument *document, C4Report *report)
{
  const C4YamlNode *root = document->root;
  g_autoptr (GPtrArray) cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (root == NULL || root->type != C4_YAML_LIST)
    {
      if (document->complete)
        c4_report_error (report, root != NULL ? root->position : (C4Position){ 0 },
                         _ ("this is no list of cycles, as in [[\"a\", \"b\"]]"));
      return NULL;
    }
  for (guint i = 0; i < root->n_entries; i++)
    {
      const C4YamlNode *item = root->entries[i].value;
      g_autofree char *found = NULL;

      if (item->type == C4_YAML_LIST)
        {
          g_ptr_array_add (cycles, read_cycle (item, report));
          continue;
        }
      found = c4_yaml_describe (item);
      c4_report_error (report, item->position, _ ("a cycle is a list of system ids, not %s"),
                       found);
    }
  return g_steal_pointer (&cycles);
}
