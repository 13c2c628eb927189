/* c4-manual.c: options as GLib's parser wants them. */

#include "c4-manual.h"

#include <glib/gi18n.h>

/* In the words of GLib's parser, which adds it, and translates it. */
const C4Option c4_option_help
    = { "help", 'h', G_OPTION_ARG_NONE, .summary = "Show help options" };

const C4Option c4_program_options[] = {
  { "version", 0, G_OPTION_ARG_NONE, G_STRUCT_OFFSET (C4ProgramOptions, version),
    .summary = N_ ("Print the version and leave") },
  { NULL },
};

/**
 * c4_options_bind:
 * @options: options; the last one has no name
 * @values: (nullable): the struct that holds their values; %NULL for a parser that keeps them itself
 *
 * Strings of @options have to outlive the parser. It is given their translations.
 *
 * Returns: (transfer full) (element-type GOptionEntry): the entries, %NULL-terminated
 */
GArray *
c4_options_bind (const C4Option *options, gpointer values)
{
  GArray *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (const C4Option *option = options; option->name != NULL; option++)
    {
      GOptionEntry entry = {
        .long_name = option->name,
        .short_name = option->letter,
        .arg = option->type,
        .arg_data = values != NULL ? (guint8 *) values + option->offset : NULL,
        .description = _ (option->summary),
        .arg_description = option->value,
      };

      g_array_append_val (entries, entry);
    }
  return entries;
}
