/* c4-editor.c: the command of the user's settings, or else the desktop's editor for text, told the
 * line where it is known how; or else whatever the desktop opens such files with. */

#include "c4-editor.h"

#include <string.h>

#define FILE_PLACE "{file}"
#define LINE_PLACE "{line}"

typedef struct
{
  const char *program;
  const char *template;
} Editor;

/* With a window: what needs a terminal is the desktop's to start. */
static const Editor editors[] = {
  { "code", "code -g {file}:{line}" },
  { "code-insiders", "code-insiders -g {file}:{line}" },
  { "codium", "codium -g {file}:{line}" },
  { "emacs", "emacs +{line} {file}" },
  { "geany", "geany -l {line} {file}" },
  { "gedit", "gedit +{line} {file}" },
  { "gnome-text-editor", "gnome-text-editor +{line} {file}" },
  { "gvim", "gvim +{line} {file}" },
  { "kate", "kate -l {line} {file}" },
  { "kwrite", "kwrite -l {line} {file}" },
  { "mousepad", "mousepad -l {line} {file}" },
  { "pluma", "pluma +{line} {file}" },
  { "subl", "subl {file}:{line}" },
  { "xed", "xed +{line} {file}" },
  { "zed", "zed {file}:{line}" },
};

/**
 * c4_editor_find_template:
 * @program: the name of a program
 *
 * Returns: (nullable): its command for opening a file at a line; %NULL when it isn't known
 */
const char *
c4_editor_find_template (const char *program)
{
  for (gsize i = 0; i < G_N_ELEMENTS (editors); i++)
    if (g_str_equal (editors[i].program, program))
      return editors[i].template;
  return NULL;
}

static char *
replace (const char *text, const char *place, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (text, place, -1);

  return g_strjoinv (value, parts);
}

/**
 * c4_editor_make_command:
 * @template: a command as a shell reads it, in which {file} and {line} stand for the two; the file
 *   goes last where it has no place
 * @path: path of the file
 * @line: from 1; 0: the file as a whole
 * @error: return location for an error of g_shell_parse_argv()
 *
 * Returns: (transfer full) (nullable): the words of the command; whatever is in @path, it is never
 *   read by a shell
 */
char **
c4_editor_make_command (const char *template, const char *path, guint line, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", MAX (line, 1));
  g_auto (GStrv) words = NULL;
  g_autoptr (GStrvBuilder) command = g_strv_builder_new ();

  if (!g_shell_parse_argv (template, NULL, &words, error))
    return NULL;
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *with_line = replace (words[i], LINE_PLACE, number);
      g_autofree char *word = replace (with_line, FILE_PLACE, path);

      g_strv_builder_add (command, word);
    }
  if (strstr (template, FILE_PLACE) == NULL)
    g_strv_builder_add (command, path);
  return g_strv_builder_end (command);
}

/* Returns: (nullable): how the desktop's editor for text is told a line. */
static const char *
find_default_template (void)
{
  g_autoptr (GAppInfo) editor = g_app_info_get_default_for_type ("text/plain", FALSE);
  const char *executable = editor != NULL ? g_app_info_get_executable (editor) : NULL;
  g_autofree char *program = executable != NULL ? g_path_get_basename (executable) : NULL;

  return program != NULL ? c4_editor_find_template (program) : NULL;
}

static gboolean
run (const char *template, const char *path, guint line, GError **error)
{
  g_auto (GStrv) command = c4_editor_make_command (template, path, line, error);
  g_autoptr (GSubprocess) process = NULL;

  if (command == NULL)
    return FALSE;
  process = g_subprocess_newv ((const char *const *) command, G_SUBPROCESS_FLAGS_NONE, error);
  return process != NULL;
}

/**
 * c4_editor_open:
 * @parent: the window that asks
 * @file: a file
 * @line: from 1; 0: the file as a whole
 * @template: the user's command, as for c4_editor_make_command(); "" when there is none
 * @error: return location for an error
 *
 * Returns: whether an editor was started
 */
gboolean
c4_editor_open (GtkWindow *parent, GFile *file, guint line, const char *template, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *uri = g_file_get_uri (file);

  if (path != NULL && *template != '\0')
    return run (template, path, line, error);
  template = find_default_template ();
  if (path != NULL && line > 0 && template != NULL && run (template, path, line, NULL))
    return TRUE;
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
  return TRUE;
}
