/* c4-sentence.c: names and labels can be written from right to left. In a sentence they would take
 * what is beside them along, arrows and colons first of all, so that an arrow leads the wrong way:
 * each stands in an isolate of its own (UAX #9), and the sentence stays one from left to right. */

#include "c4-sentence.h"

#include <glib/gi18n.h>

#define LEFT_TO_RIGHT_MARK "\342\200\216"    /* U+200E */
#define FIRST_STRONG_ISOLATE "\342\201\250"  /* U+2068 */
#define POP_DIRECTIONAL_ISOLATE "\342\201\251" /* U+2069 */

/* The blocks that Unicode keeps for scripts from right to left. */
static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefe)
         || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

/* Marks and isolates that the text brings along may be without their other half. */
static gboolean
is_control (gunichar c)
{
  return (c >= 0x200e && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
needs_isolate (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_right_to_left (g_utf8_get_char (p)) || is_control (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/**
 * c4_isolate:
 * @text: a text of a model, in UTF-8
 *
 * Returns: (transfer full): @text for a place in a sentence, which it can't disturb: as it is, or
 *   where it has parts from right to left, in an isolate
 */
char *
c4_isolate (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (!needs_isolate (text))
    return g_strdup (text);
  /* The mark is for a sentence that begins so: what is in isolates doesn't count by UAX #9, and
   * does to Pango, when the direction of all of it is found out. */
  return g_strconcat (LEFT_TO_RIGHT_MARK FIRST_STRONG_ISOLATE, text, POP_DIRECTIONAL_ISOLATE, NULL);
}

static void
append (GString *string, const char *separator, const char *text)
{
  g_autofree char *isolated = c4_isolate (text);

  if (string->len > 0)
    g_string_append (string, separator);
  g_string_append (string, isolated);
}

/**
 * c4_sentence_dup_arrow:
 * @source: a name
 * @target: a name
 *
 * Returns: (transfer full): "Shop → Bank"
 */
char *
c4_sentence_dup_arrow (const char *source, const char *target)
{
  GString *path = g_string_new (NULL);

  c4_sentence_append_hop (path, source);
  c4_sentence_append_hop (path, target);
  return g_string_free (path, FALSE);
}

/**
 * c4_sentence_append_hop:
 * @path: "Shop → Bank", or nothing yet
 * @name: where it goes on
 */
void
c4_sentence_append_hop (GString *path, const char *name)
{
  append (path, " → ", name);
}

/**
 * c4_sentence_dup_said:
 * @of: a sentence, in which texts of a model are isolated
 * @text: (nullable): a text of a model
 *
 * Returns: (transfer full): "Shop → Bank: Book the sum", or @of alone
 */
char *
c4_sentence_dup_said (const char *of, const char *text)
{
  g_autofree char *isolated = NULL;

  if (text == NULL || *text == '\0')
    return g_strdup (of);
  isolated = c4_isolate (text);
  /* Translators: of what is said, and what is said, as in ‘Shop → Bank: Book the sum’ */
  return g_strdup_printf (C_ ("said", "%s: %s"), of, isolated);
}

/**
 * c4_sentence_append_item:
 * @list: a list of words, or nothing yet
 * @item: (nullable): its next item
 */
void
c4_sentence_append_item (GString *list, const char *item)
{
  if (item != NULL)
    /* Translators: between the items of a list: ‘Shop, container, 4 flows in’ */
    append (list, C_ ("list", ", "), item);
}

/**
 * c4_sentence_join:
 * @items: (array zero-terminated=1): words
 *
 * Returns: (transfer full): a list of them
 */
char *
c4_sentence_join (const char *const *items)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; items[i] != NULL; i++)
    c4_sentence_append_item (list, items[i]);
  return g_string_free (list, FALSE);
}

/**
 * c4_sentence_append_aspect:
 * @aspects: what is said of something, or nothing yet
 * @aspect: (nullable): one more
 */
void
c4_sentence_append_aspect (GString *aspects, const char *aspect)
{
  if (aspect != NULL)
    /* Translators: between what is said of one thing: ‘asynchronous · AMQP · daily 16:00’ */
    append (aspects, C_ ("aspects", " · "), aspect);
}
