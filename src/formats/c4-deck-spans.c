/* c4-deck-spans.c: libyaml's events say where everything is. */

#include "c4-deck-spans.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>
#include <yaml.h>

/* What a new list is indented by below its key. */
#define INDENT 2

typedef struct
{
  C4DeckSpans *spans;
  const char *text;
  gsize length;
  const char *cursor; /* in the text, at character `index` of it */
  gsize index;
  guint depth;        /* of lists and mappings that are open */
  gboolean is_value;  /* what comes next on the top level */
  gboolean in_deck;   /* what comes is its list, or in it */
} Search;

/* What some editors put before a text; libyaml doesn't count it. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* libyaml counts characters. */
static gsize
offset_of (Search *search, yaml_mark_t mark)
{
  search->cursor
      = g_utf8_offset_to_pointer (search->cursor, (glong) mark.index - (glong) search->index);
  search->index = mark.index;
  return (gsize) (search->cursor - search->text);
}

static C4Span
span_of (Search *search, const yaml_event_t *event)
{
  gsize start = offset_of (search, event->start_mark);

  return (C4Span){ start, offset_of (search, event->end_mark) };
}

/**
 * c4_text_line_start:
 * @text: a text
 * @offset: in it, in bytes
 *
 * Returns: where the line begins that @offset is in
 */
gsize
c4_text_line_start (const char *text, gsize offset)
{
  while (offset > 0 && text[offset - 1] != '\n')
    offset--;
  return offset;
}

/**
 * c4_text_line_end:
 * @text: a text
 * @length: of it, in bytes
 * @offset: in it; the start of a line is taken for the end of the one before
 *
 * Returns: where the line after it begins
 */
gsize
c4_text_line_end (const char *text, gsize length, gsize offset)
{
  while (offset < length && (offset == 0 || text[offset - 1] != '\n'))
    offset++;
  return offset;
}

static void
begin_slide (Search *search, C4Span span)
{
  C4DeckSpans *spans = search->spans;
  gsize line = c4_text_line_start (search->text, span.start);
  gsize indent = strspn (search->text + line, " ");

  if (search->text[line + indent] != '-')
    spans->is_block = FALSE;
  spans->slide_indent = (guint) indent;
  g_array_append_val (spans->slides, span);
}

/* A list or mapping of lines ends where the next thing begins: its last value's end is meant. */
static void
extend (Search *search, C4Span span)
{
  C4DeckSpans *spans = search->spans;

  spans->all.end = MAX (spans->all.end, span.end);
  if (search->depth > 1 && spans->slides->len > 0)
    g_array_index (spans->slides, C4Span, spans->slides->len - 1).end = spans->all.end;
}

static gboolean
is_deck_key (const yaml_event_t *event)
{
  return event->type == YAML_SCALAR_EVENT && strcmp ((char *) event->data.scalar.value, "deck") == 0;
}

static void
begin_root (Search *search, const yaml_event_t *event)
{
  search->spans->takes_key = event->type == YAML_MAPPING_START_EVENT
                             && event->data.mapping_start.style != YAML_FLOW_MAPPING_STYLE;
  search->spans->indent = (guint) event->start_mark.column;
  search->spans->slide_indent = search->spans->indent + INDENT;
}

static void
begin_on_top (Search *search, const yaml_event_t *event)
{
  C4DeckSpans *spans = search->spans;

  if (!search->is_value)
    search->in_deck = is_deck_key (event);
  if (!search->is_value && search->in_deck)
    {
      spans->found = TRUE;
      spans->all = span_of (search, event);
    }
  else if (search->in_deck)
    spans->is_block = event->type == YAML_SEQUENCE_START_EVENT
                      && event->data.sequence_start.style != YAML_FLOW_SEQUENCE_STYLE;
  search->is_value = !search->is_value;
}

static void
begin_node (Search *search, const yaml_event_t *event)
{
  if (search->depth == 0)
    begin_root (search, event);
  else if (search->depth == 1)
    begin_on_top (search, event);
  else if (search->depth == 2 && search->in_deck)
    begin_slide (search, span_of (search, event));
}

static void
end_value (Search *search, const yaml_event_t *event)
{
  C4Span span = span_of (search, event);

  if (!search->in_deck)
    return;
  extend (search, span);
  g_array_append_val (search->spans->values, span);
}

static gboolean
ends_with_bracket (Search *search, const yaml_event_t *event)
{
  return event->end_mark.index > event->start_mark.index;
}

static void
take_event (Search *search, const yaml_event_t *event)
{
  switch (event->type)
    {
    case YAML_SCALAR_EVENT:
    case YAML_ALIAS_EVENT:
      begin_node (search, event);
      end_value (search, event);
      break;
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT:
      begin_node (search, event);
      search->depth++;
      break;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
      search->depth--;
      if (search->depth > 0 && search->in_deck && ends_with_bracket (search, event))
        extend (search, span_of (search, event));
      break;
    case YAML_DOCUMENT_END_EVENT:
      if (!event->data.document_end.implicit)
        search->spans->end = offset_of (search, event->start_mark);
      break;
    default:
      break;
    }
}

static gboolean
search_all (Search *search, yaml_parser_t *parser, GError **error)
{
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      yaml_event_t event;

      if (!yaml_parser_parse (parser, &event))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("Line %u can’t be read: mend the file first"),
                       (guint) parser->problem_mark.line + 1);
          return FALSE;
        }
      take_event (search, &event);
      goes_on = event.type != YAML_STREAM_END_EVENT && event.type != YAML_DOCUMENT_END_EVENT;
      yaml_event_delete (&event);
    }
  return TRUE;
}

/**
 * c4_deck_spans_new:
 * @text: what a workspace.yml says
 * @length: of @text, in bytes
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): where its deck is; %NULL when the file can't be read
 */
C4DeckSpans *
c4_deck_spans_new (const char *text, gsize length, GError **error)
{
  g_autoptr (C4DeckSpans) spans = g_new0 (C4DeckSpans, 1);
  Search search = { .spans = spans, .text = text, .length = length, .cursor = text };
  yaml_parser_t parser;
  gboolean found;

  spans->slides = g_array_new (FALSE, FALSE, sizeof (C4Span));
  spans->values = g_array_new (FALSE, FALSE, sizeof (C4Span));
  spans->slide_indent = INDENT;
  spans->end = length;
  if (g_str_has_prefix (text, BYTE_ORDER_MARK))
    search.cursor += strlen (BYTE_ORDER_MARK);
  if (!g_utf8_validate_len (text, length, NULL) || !yaml_parser_initialize (&parser))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The file isn’t UTF-8 text"));
      return NULL;
    }
  yaml_parser_set_input_string (&parser, (const unsigned char *) text, length);
  found = search_all (&search, &parser, error);
  yaml_parser_delete (&parser);
  return found ? g_steal_pointer (&spans) : NULL;
}

void
c4_deck_spans_free (C4DeckSpans *spans)
{
  g_array_unref (spans->slides);
  g_array_unref (spans->values);
  g_free (spans);
}
