/* c4-deck-writer.c: slides that stay as they are keep their text; comments stay above their slide.
 *
 * What comes of it is read before it is given away: it must say what it is meant to, and all else
 * as before. */

#include "c4-deck-writer.h"

#include "c4-deck-spans.h"
#include "c4-workspace-reader.h"
#include "c4-yaml-writer.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *text;
  gsize length;
  const char *line_end;
  const C4DeckSpans *spans;
  const GPtrArray *before; /* (element-type C4Slide) what the text's own slides are */
  gboolean *used;          /* of each of them: it has found its place */
  GString *result;
} Writing;

static gboolean
same_texts (const char *const *a, const char *const *b)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (a != NULL ? a : none, b != NULL ? b : none);
}

/**
 * c4_slide_equal:
 * @a: a slide
 * @b: another one
 *
 * Returns: whether both say the same, wherever they stand
 */
gboolean
c4_slide_equal (const C4Slide *a, const C4Slide *b)
{
  return g_str_equal (a->view, b->view) && g_strcmp0 (a->title, b->title) == 0
         && same_texts (a->notes, b->notes) && same_texts (a->focus, b->focus)
         && (a->notes == NULL || *a->notes == NULL || a->notes_by_step == b->notes_by_step);
}

static C4Workspace *
read_workspace (const C4YamlDocument *document)
{
  g_autoptr (C4WorkspaceBuilder) builder = c4_workspace_builder_new ("", "", FALSE);

  c4_workspace_read_deck (document, builder);
  return c4_workspace_builder_build (builder);
}

static C4YamlDocument *
parse (const char *text, gsize length)
{
  g_autoptr (GPtrArray) problems = c4_problems_new ();
  C4YamlDocument *document;
  C4Report report;

  c4_report_begin (&report, problems, "workspace.yml");
  document = c4_yaml_parse (text, length, &report);
  c4_report_end (&report);
  return document;
}

static gboolean
same_nodes (const C4YamlNode *a, const C4YamlNode *b)
{
  if (a->type != b->type || a->n_entries != b->n_entries || g_strcmp0 (a->text, b->text) != 0)
    return FALSE;
  for (guint i = 0; i < a->n_entries; i++)
    if ((a->entries[i].key != NULL && !same_nodes (a->entries[i].key, b->entries[i].key))
        || !same_nodes (a->entries[i].value, b->entries[i].value))
      return FALSE;
  return TRUE;
}

/* Whether the two say the same but for their decks. */
static gboolean
same_but_for_deck (const C4YamlNode *before, const C4YamlNode *after)
{
  guint at = 0;

  for (guint i = 0; before != NULL && i < before->n_entries; i++)
    {
      const C4YamlEntry *entry = &before->entries[i];

      if (g_str_equal (entry->key->text, "deck"))
        continue;
      if (at < after->n_entries && g_str_equal (after->entries[at].key->text, "deck"))
        at++;
      if (at >= after->n_entries || !g_str_equal (after->entries[at].key->text, entry->key->text)
          || !same_nodes (after->entries[at].value, entry->value))
        return FALSE;
      at++;
    }
  return TRUE;
}

static gboolean
says_slides (const C4YamlDocument *document, const GPtrArray *slides)
{
  g_autoptr (C4Workspace) workspace = read_workspace (document);

  if (workspace->deck->len != slides->len)
    return FALSE;
  for (guint i = 0; i < slides->len; i++)
    if (!c4_slide_equal (workspace->deck->pdata[i], slides->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
copy (Writing *writing, gsize start, gsize end)
{
  g_string_append_len (writing->result, writing->text + start, (gssize) (end - start));
}

/* A last line may lack its end. */
static void
end_line (Writing *writing)
{
  GString *result = writing->result;

  if (result->len > 0 && result->str[result->len - 1] != '\n')
    g_string_append (result, writing->line_end);
}

static void
write_comment (Writing *writing, gsize start, gsize end)
{
  while (end > start && g_ascii_isspace (writing->text[end - 1]))
    end--;
  g_string_append_printf (writing->result, "%*s", (int) writing->spans->slide_indent, "");
  copy (writing, start, end);
  g_string_append (writing->result, writing->line_end);
}

/* Those of what lies between two values. */
static void
write_comments_between (Writing *writing, gsize start, gsize end)
{
  while (start < end)
    {
      const char *sign = memchr (writing->text + start, '#', end - start);
      gsize comment = sign != NULL ? (gsize) (sign - writing->text) : end;

      if (comment == end)
        return;
      start = c4_text_line_end (writing->text, writing->length, comment + 1);
      write_comment (writing, comment, MIN (start, end));
    }
}

/* All comments that stand within a span, each on a line of its own. */
static void
write_comments (Writing *writing, gsize start, gsize end)
{
  for (guint i = 0; i < writing->spans->values->len; i++)
    {
      C4Span value = g_array_index (writing->spans->values, C4Span, i);

      if (value.end <= start)
        continue;
      if (value.start >= end)
        break;
      write_comments_between (writing, start, value.start);
      start = value.end;
    }
  write_comments_between (writing, start, end);
}

static void
write_key (Writing *writing, const char *lead, const char *key)
{
  g_string_append_printf (writing->result, "%*s%s%s:", (int) writing->spans->slide_indent, "",
                          lead, key);
}

static void
write_text (Writing *writing, const char *key, const char *text)
{
  write_key (writing, "  ", key);
  g_string_append_c (writing->result, ' ');
  c4_yaml_write_text (writing->result, text, writing->spans->slide_indent + 4,
                      writing->line_end);
  end_line (writing);
}

static void
write_texts (Writing *writing, const char *key, const char *const *texts)
{
  write_key (writing, "  ", key);
  g_string_append (writing->result, writing->line_end);
  for (; *texts != NULL; texts++)
    {
      g_string_append_printf (writing->result, "%*s- ", (int) writing->spans->slide_indent + 4,
                              "");
      c4_yaml_write_text (writing->result, *texts, writing->spans->slide_indent + 6,
                          writing->line_end);
      end_line (writing);
    }
}

static void
write_slide (Writing *writing, const C4Slide *slide)
{
  write_key (writing, "- ", "view");
  g_string_append_c (writing->result, ' ');
  c4_yaml_write_text (writing->result, slide->view, writing->spans->slide_indent + 4,
                      writing->line_end);
  end_line (writing);
  if (slide->title != NULL)
    write_text (writing, "title", slide->title);
  if (slide->notes != NULL && *slide->notes != NULL && slide->notes_by_step)
    write_texts (writing, "notes", slide->notes);
  else if (slide->notes != NULL && *slide->notes != NULL)
    write_text (writing, "notes", *slide->notes);
  if (slide->focus != NULL && *slide->focus != NULL)
    write_texts (writing, "focus", slide->focus);
}

/* The slide that a new one was: the same, or else the first of the same view. Returns: -1: none */
static int
find_origin (Writing *writing, const C4Slide *slide)
{
  int of_view = -1;

  for (guint i = 0; i < writing->before->len; i++)
    {
      const C4Slide *old = writing->before->pdata[i];

      if (writing->used[i])
        continue;
      if (c4_slide_equal (old, slide))
        return (int) i;
      if (of_view < 0 && g_str_equal (old->view, slide->view))
        of_view = (int) i;
    }
  return of_view;
}

static C4Span
get_slide_span (Writing *writing, guint index)
{
  return g_array_index (writing->spans->slides, C4Span, index);
}

/* Where the lines above a slide begin that belong to it. */
static gsize
find_lead (Writing *writing, guint index)
{
  gsize before = index > 0 ? get_slide_span (writing, index - 1).end : writing->spans->all.start + 1;

  return c4_text_line_end (writing->text, writing->length, before);
}

static void
write_again (Writing *writing, guint index, const C4Slide *slide)
{
  C4Span span = get_slide_span (writing, index);
  gsize line = c4_text_line_start (writing->text, span.start);
  gsize end = c4_text_line_end (writing->text, writing->length, span.end);

  copy (writing, find_lead (writing, index), line);
  if (c4_slide_equal (writing->before->pdata[index], slide))
    {
      copy (writing, line, end);
      end_line (writing);
      return;
    }
  write_comments (writing, span.start, end);
  write_slide (writing, slide);
}

/* What is said above slides that are no more stays. */
static void
write_leftovers (Writing *writing)
{
  for (guint i = 0; i < writing->before->len; i++)
    if (!writing->used[i])
      copy (writing, find_lead (writing, i),
            c4_text_line_start (writing->text, get_slide_span (writing, i).start));
}

/* A list of lines: its slides are moved about. */
static void
write_in_lines (Writing *writing, const GPtrArray *slides)
{
  copy (writing, writing->spans->all.start, find_lead (writing, 0));
  for (guint i = 0; i < slides->len; i++)
    {
      int origin = find_origin (writing, slides->pdata[i]);

      if (origin >= 0)
        {
          writing->used[origin] = TRUE;
          write_again (writing, (guint) origin, slides->pdata[i]);
        }
      else
        write_slide (writing, slides->pdata[i]);
    }
  write_leftovers (writing);
}

static void
write_anew (Writing *writing, const GPtrArray *slides)
{
  gsize end = c4_text_line_end (writing->text, writing->length, writing->spans->all.end);

  g_string_append (writing->result, slides->len > 0 ? "deck:" : "deck: []");
  g_string_append (writing->result, writing->line_end);
  if (writing->spans->found)
    write_comments (writing, writing->spans->all.start, end);
  for (guint i = 0; i < slides->len; i++)
    write_slide (writing, slides->pdata[i]);
}

static void
write_all (Writing *writing, const GPtrArray *slides)
{
  const C4DeckSpans *spans = writing->spans;

  copy (writing, 0, spans->found ? spans->all.start : spans->end);
  if (!spans->found)
    {
      end_line (writing);
      g_string_append_printf (writing->result, "%*s", (int) spans->indent, "");
    }
  if (spans->found && spans->is_block && slides->len > 0
      && spans->slides->len == writing->before->len)
    write_in_lines (writing, slides);
  else
    write_anew (writing, slides);
  if (spans->found)
    copy (writing, c4_text_line_end (writing->text, writing->length, spans->all.end),
          writing->length);
  else
    copy (writing, spans->end, writing->length);
}

static const char *
find_line_end (const char *text, gsize length)
{
  const char *end = memchr (text, '\n', length);

  return end != NULL && end > text && end[-1] == '\r' ? "\r\n" : "\n";
}

/**
 * c4_deck_write:
 * @text: what a workspace.yml says
 * @length: of @text, in bytes
 * @slides: (element-type C4Slide): its new deck
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what the file shall say; %NULL when @text can't be read, or
 *   is such that its deck can't be told from the rest
 */
char *
c4_deck_write (const char *text, gsize length, const GPtrArray *slides, GError **error)
{
  g_autoptr (C4DeckSpans) spans = c4_deck_spans_new (text, length, error);
  g_autoptr (C4YamlDocument) before = NULL;
  g_autoptr (C4YamlDocument) after = NULL;
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (GString) result = g_string_new (NULL);
  g_autofree gboolean *used = NULL;
  Writing writing = { text, length, find_line_end (text, length), spans, NULL, NULL, result };

  if (spans == NULL)
    return NULL;
  before = parse (text, length);
  workspace = read_workspace (before);
  used = g_new0 (gboolean, workspace->deck->len + 1);
  writing.before = workspace->deck;
  writing.used = used;
  if (spans->found || spans->takes_key || before->root == NULL)
    write_all (&writing, slides);
  after = parse (result->str, result->len);
  if (after->root == NULL || !after->complete || !says_slides (after, slides)
      || !same_but_for_deck (before->root, after->root))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("The file is written in a way that can’t be edited here: change its “deck” "
                      "in a text editor"));
      return NULL;
    }
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * c4_workspace_write:
 * @name: the workspace's name
 * @models: its models' paths
 *
 * Returns: (transfer full): a workspace.yml
 */
char *
c4_workspace_write (const char *name, const char *const *models)
{
  GString *text = g_string_new ("name: ");

  c4_yaml_write_text (text, name, 2, "\n");
  g_string_append (text, "\nmodels:\n");
  for (; *models != NULL; models++)
    {
      g_string_append (text, "  - ");
      c4_yaml_write_text (text, *models, 4, "\n");
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
