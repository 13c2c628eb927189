/* c4-yaml-parser.c: makes the tree out of libyaml's events, within limits. */

#include "c4-arena.h"
#include "c4-yaml-error.h"
#include "c4-yaml-keys.h"
#include "c4-yaml.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a file may ask of us; see "Bad input" in the design. Keys come with their values and
 * aren't counted. */
#define MAX_NODES 200000
#define MAX_NESTING 64
#define MAX_ALIAS_GROWTH 10

/* The document's own memory holds its nodes, entries and texts. */
typedef struct
{
  C4YamlDocument document;
  C4Arena *arena;
} Storage;

/* A list or mapping whose end hasn't come yet. */
typedef struct
{
  C4YamlNode *node;
  C4YamlNode *key;     /* the one that waits for its value */
  guint first_entry; /* in Parser.entries */
} Frame;

typedef struct
{
  yaml_parser_t yaml;
  Storage *storage;
  C4Report *report;
  const char *until;   /* the top-level key whose value is the last to be read; NULL: read all */
  GHashTable *anchors; /* (element-type utf8 C4YamlNode) */
  GArray *frames;      /* (element-type Frame) */
  GArray *entries;     /* (element-type C4YamlEntry) of all frames, the innermost last */
  C4YamlNode *root;
  guint n_nodes;
  guint n_expanded; /* nodes that aliases stand for */
  C4Position worst_alias; /* where `n_expanded` first went beyond its share */
  gboolean stopped; /* nothing more is to be read */
  gboolean failed;  /* because of an error */
} Parser;

static C4Position
position_of (yaml_mark_t mark)
{
  return (C4Position){ .line = (guint) mark.line + 1, .column = (guint) mark.column + 1 };
}

static void G_GNUC_PRINTF (3, 4)
fail (Parser *parser, C4Position position, const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  c4_report_error (parser->report, position, "%s", message);
  parser->stopped = TRUE;
  parser->failed = TRUE;
}

/* What has grown this much must not be walked through either. */
static void
fail_for_growth (Parser *parser, C4Position position)
{
  fail (parser, position,
        _ ("the aliases up to here stand for more than %d times what the file itself holds"),
        MAX_ALIAS_GROWTH);
  parser->root = NULL;
  g_array_set_size (parser->frames, 0);
}

static Frame *
innermost (Parser *parser)
{
  if (parser->frames->len == 0)
    return NULL;
  return &g_array_index (parser->frames, Frame, parser->frames->len - 1);
}

static C4YamlNode *
new_node (Parser *parser, C4YamlType type, C4Position position)
{
  C4YamlNode *node = c4_arena_take (parser->storage->arena, sizeof *node);

  node->type = type;
  node->position = position;
  return node;
}

static gboolean
awaits_key (Parser *parser)
{
  const Frame *frame = innermost (parser);

  return frame != NULL && frame->node->type == C4_YAML_MAPPING && frame->key == NULL;
}

static gboolean
is_last_wanted (Parser *parser, const C4YamlNode *key)
{
  return parser->until != NULL && parser->frames->len == 1 && key != NULL
         && strcmp (key->text, parser->until) == 0;
}

/* Puts a complete node where it belongs. */
static void
place (Parser *parser, C4YamlNode *node)
{
  Frame *frame = innermost (parser);
  C4YamlEntry entry = { .value = node };

  if (frame == NULL)
    {
      parser->root = node;
      return;
    }
  if (awaits_key (parser))
    {
      frame->key = node;
      return;
    }
  entry.key = g_steal_pointer (&frame->key);
  g_array_append_val (parser->entries, entry);
  if (is_last_wanted (parser, entry.key))
    parser->stopped = TRUE;
}

static void
count_node (Parser *parser, C4Position position)
{
  if (awaits_key (parser) || ++parser->n_nodes <= MAX_NODES)
    return;
  fail (parser, position, _ ("the file has more than %d values, and is read up to here only"),
        MAX_NODES);
}

static void
remember_anchor (Parser *parser, const yaml_char_t *anchor, C4YamlNode *node)
{
  if (anchor != NULL)
    g_hash_table_insert (parser->anchors, g_strdup ((const char *) anchor), node);
}

/* The tag as people write it: "!!str", not "tag:yaml.org,2002:str". */
static char *
shorten_tag (const char *tag)
{
  const char *prefix = "tag:yaml.org,2002:";

  if (!g_str_has_prefix (tag, prefix))
    return g_strdup (tag);
  return g_strconcat ("!!", tag + strlen (prefix), NULL);
}

/* `!!str 7` is text whatever it looks like. */
static C4YamlType
resolve_tag (Parser *parser, const C4YamlNode *node, const char *long_tag)
{
  static const char *const for_text[] = { "!", "!!str", NULL };
  static const char *const for_others[]
      = { "!!bool", "!!float", "!!int", "!!null", "!!timestamp", NULL };
  g_autofree char *tag = shorten_tag (long_tag);
  g_autofree char *quoted = NULL;

  if (g_strv_contains (for_text, tag))
    return C4_YAML_TEXT;
  if (g_strv_contains (for_others, tag))
    return c4_yaml_resolve (node->text);
  quoted = c4_quote (tag);
  c4_report_error (parser->report, node->position, _ ("the YAML tag %s means nothing here: leave "
                                                      "it out"), quoted);
  return C4_YAML_TEXT;
}

static void
add_scalar (Parser *parser, const yaml_event_t *event)
{
  const char *value = (const char *) event->data.scalar.value;
  const char *tag = (const char *) event->data.scalar.tag;
  C4Position position = position_of (event->start_mark);
  C4YamlNode *node = new_node (parser, C4_YAML_TEXT, position);
  char *text = c4_arena_take (parser->storage->arena, event->data.scalar.length + 1);

  count_node (parser, position);
  memcpy (text, value, event->data.scalar.length);
  if (event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
    c4_yaml_check_characters (text, event->data.scalar.length, position, parser->report);
  node->text = text;
  node->n_nodes = 1;
  if (event->data.scalar.plain_implicit)
    node->type = c4_yaml_resolve (text);
  else if (!event->data.scalar.quoted_implicit && tag != NULL)
    node->type = resolve_tag (parser, node, tag);
  remember_anchor (parser, event->data.scalar.anchor, node);
  place (parser, node);
}

static void
open_frame (Parser *parser, C4YamlType type, const yaml_event_t *event, const yaml_char_t *anchor)
{
  C4Position position = position_of (event->start_mark);
  Frame frame = { .first_entry = parser->entries->len };

  if (awaits_key (parser))
    {
      fail (parser, position, _ ("a key must be text, not a list or a mapping: put text that "
                                 "starts with “[” or “{” in quotes"));
      return;
    }
  if (parser->frames->len >= MAX_NESTING)
    {
      fail (parser, position, _ ("nested more than %d levels deep"), MAX_NESTING);
      return;
    }
  count_node (parser, position);
  frame.node = new_node (parser, type, position);
  remember_anchor (parser, anchor, frame.node);
  g_array_append_val (parser->frames, frame);
}

/* Counts what is below a node as if no alias were shared. */
static void
measure (C4YamlNode *node)
{
  node->n_nodes = 1;
  for (guint i = 0; i < node->n_entries; i++)
    {
      const C4YamlNode *value = node->entries[i].value;

      node->n_nodes += value->n_nodes;
      node->height = MAX (node->height, value->height + 1);
    }
}

static void
keep_entries (Parser *parser, C4YamlNode *node, const GArray *entries, guint first)
{
  guint n = entries->len - first;

  node->n_entries = n;
  if (n == 0)
    return;
  node->entries = c4_arena_take (parser->storage->arena, n * sizeof (C4YamlEntry));
  memcpy (node->entries, &g_array_index (entries, C4YamlEntry, first), n * sizeof (C4YamlEntry));
}

static void
resolve_merges (Parser *parser, C4YamlNode *mapping)
{
  g_autoptr (GArray) merged = NULL;

  c4_yaml_check_keys (mapping, parser->report);
  merged = c4_yaml_merge (mapping, parser->report);
  if (merged != NULL)
    keep_entries (parser, mapping, merged, 0);
}

static void
close_frame (Parser *parser)
{
  Frame frame = *innermost (parser);
  C4YamlNode *node = frame.node;

  keep_entries (parser, node, parser->entries, frame.first_entry);
  g_array_set_size (parser->entries, frame.first_entry);
  g_array_set_size (parser->frames, parser->frames->len - 1);
  if (node->type == C4_YAML_MAPPING)
    resolve_merges (parser, node);
  measure (node);
  place (parser, node);
}

static void
count_alias (Parser *parser, const C4YamlNode *node, C4Position position)
{
  parser->n_expanded += node->n_nodes;
  if (parser->worst_alias.line == 0
      && parser->n_expanded > MAX_ALIAS_GROWTH * parser->n_nodes)
    parser->worst_alias = position;
  if (parser->n_expanded > MAX_ALIAS_GROWTH * MAX_NODES)
    fail_for_growth (parser, position);
}

static void
add_alias (Parser *parser, const yaml_event_t *event)
{
  const char *anchor = (const char *) event->data.alias.anchor;
  C4Position position = position_of (event->start_mark);
  C4YamlNode *node = g_hash_table_lookup (parser->anchors, anchor);

  if (node == NULL)
    fail (parser, position, _ ("no anchor &%s comes before the alias *%s: put text that starts "
                               "with * in quotes"), anchor, anchor);
  else if (node->n_nodes == 0)
    fail (parser, position, _ ("the alias *%s stands inside what it names"), anchor);
  else if (awaits_key (parser) && node->type >= C4_YAML_LIST)
    fail (parser, position, _ ("a key must be text, which *%s is not"), anchor);
  else if (parser->frames->len + node->height > MAX_NESTING)
    fail (parser, position, _ ("nested more than %d levels deep"), MAX_NESTING);
  else
    {
      count_node (parser, position);
      count_alias (parser, node, position);
      if (!parser->stopped)
        place (parser, node);
    }
}

static void
start_document (Parser *parser, const yaml_event_t *event)
{
  if (parser->root != NULL)
    fail (parser, position_of (event->start_mark),
          _ ("a second YAML document starts here; a file must have only one"));
}

static void
handle (Parser *parser, const yaml_event_t *event)
{
  switch (event->type)
    {
    case YAML_DOCUMENT_START_EVENT:
      start_document (parser, event);
      break;
    case YAML_SCALAR_EVENT:
      add_scalar (parser, event);
      break;
    case YAML_ALIAS_EVENT:
      add_alias (parser, event);
      break;
    case YAML_SEQUENCE_START_EVENT:
      open_frame (parser, C4_YAML_LIST, event, event->data.sequence_start.anchor);
      break;
    case YAML_MAPPING_START_EVENT:
      open_frame (parser, C4_YAML_MAPPING, event, event->data.mapping_start.anchor);
      break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      close_frame (parser);
      break;
    case YAML_STREAM_END_EVENT:
      parser->stopped = TRUE;
      break;
    default:
      break;
    }
}

static void
read_events (Parser *parser, const char *text, gsize length)
{
  while (!parser->stopped)
    {
      yaml_event_t event;

      if (!yaml_parser_parse (&parser->yaml, &event))
        {
          c4_yaml_report_syntax_error (&parser->yaml, text, length, parser->report);
          parser->failed = TRUE;
          return;
        }
      handle (parser, &event);
      yaml_event_delete (&event);
    }
}

/* What came before a syntax error is of use: most of a diagram may be in it. */
static void
close_all_frames (Parser *parser)
{
  while (parser->frames->len > 0)
    {
      innermost (parser)->node->cut_off = TRUE;
      innermost (parser)->key = NULL;
      close_frame (parser);
    }
}

static C4YamlDocument *
finish (Parser *parser)
{
  Storage *storage = parser->storage;

  if (parser->n_expanded > MAX_ALIAS_GROWTH * parser->n_nodes && !parser->failed)
    fail_for_growth (parser, parser->worst_alias);
  close_all_frames (parser);
  storage->document.root = parser->root;
  storage->document.complete = !parser->failed;
  return &storage->document;
}

/**
 * c4_yaml_parse:
 * @text: (nullable): a file's content, in UTF-8 or UTF-16; needs no NUL at its end
 * @length: its length in bytes
 * @report: takes what is wrong with it
 *
 * Reads a YAML document. What is no longer YAML ends it, and what came before still counts.
 *
 * Returns: (transfer full): the document
 */
C4YamlDocument *
c4_yaml_parse (const char *text, gsize length, C4Report *report)
{
  return c4_yaml_parse_until (text, length, NULL, report);
}

/**
 * c4_yaml_parse_until:
 * @text: (nullable): a file's content or the beginning of it
 * @length: its length in bytes
 * @key: (nullable): a key of the mapping that the file is
 * @report: takes what is wrong with it
 *
 * Reads no further than the value of @key, which is the way to look into a file's head.
 *
 * Returns: (transfer full): the document
 */
C4YamlDocument *
c4_yaml_parse_until (const char *text, gsize length, const char *key, C4Report *report)
{
  g_autoptr (GHashTable) anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (C4YamlEntry));
  Parser parser = { .report = report,
                    .until = key,
                    .anchors = anchors,
                    .frames = frames,
                    .entries = entries };

  parser.storage = g_new0 (Storage, 1);
  parser.storage->arena = c4_arena_new ();
  if (!yaml_parser_initialize (&parser.yaml))
    g_error ("out of memory");
  yaml_parser_set_input_string (&parser.yaml,
                                (const yaml_char_t *) (text != NULL ? text : ""), length);
  read_events (&parser, text, length);
  yaml_parser_delete (&parser.yaml);
  return finish (&parser);
}

void
c4_yaml_document_free (C4YamlDocument *document)
{
  Storage *storage = (Storage *) document;

  c4_arena_free (storage->arena);
  g_free (storage);
}
