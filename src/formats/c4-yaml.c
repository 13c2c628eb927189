/* c4-yaml.c: what a node of a YAML file is and holds. */

#include "c4-yaml.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_one_of (const char *text, const char *const *words)
{
  return g_strv_contains (words, text);
}

static gboolean
is_null (const char *text)
{
  static const char *const words[] = { "", "~", "null", "Null", "NULL", NULL };

  return is_one_of (text, words);
}

static gboolean
is_true (const char *text)
{
  static const char *const words[]
      = { "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", NULL };

  return is_one_of (text, words);
}

static gboolean
is_false (const char *text)
{
  static const char *const words[]
      = { "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", NULL };

  return is_one_of (text, words);
}

static const char *
skip (const char *text, const char *characters)
{
  return text + strspn (text, characters);
}

static const char *
skip_sign (const char *text)
{
  return *text == '-' || *text == '+' ? text + 1 : text;
}

/* At least `least` and at most `most` digits; NULL when there are fewer. */
static const char *
skip_digits (const char *text, guint least, guint most)
{
  guint n = 0;

  while (n < most && g_ascii_isdigit (text[n]))
    n++;
  return n < least ? NULL : text + n;
}

/* The ":30" of a number to the base of 60, as often as it comes. */
static const char *
skip_sexagesimal (const char *text)
{
  while (*text == ':')
    {
      const char *end = skip_digits (text + 1, 1, 2);

      if (end == NULL || (end - text == 3 && text[1] > '5'))
        break;
      text = end;
    }
  return text;
}

static gboolean
is_whole_number (const char *text)
{
  const char *digits = skip_sign (text);

  if (digits[0] == '0' && (digits[1] == 'b' || digits[1] == 'x'))
    return digits[2] != '\0'
           && *skip (digits + 2, digits[1] == 'b' ? "01_" : "0123456789abcdefABCDEF_") == '\0';
  if (digits[0] == '0')
    return *skip (digits + 1, "01234567_") == '\0';
  if (!g_ascii_isdigit (digits[0]))
    return FALSE;
  return *skip_sexagesimal (skip (digits, "0123456789_")) == '\0';
}

static gboolean
is_exponent_or_end (const char *text)
{
  if (*text == '\0')
    return TRUE;
  if ((*text != 'e' && *text != 'E') || skip_sign (text + 1) == text + 1)
    return FALSE;
  text = skip_sign (text + 1);
  return g_ascii_isdigit (*text) && *skip (text, "0123456789") == '\0';
}

static gboolean
is_real_number (const char *text)
{
  static const char *const words[] = { ".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN", NULL };
  const char *digits = skip_sign (text);
  const char *point;

  if (is_one_of (digits, words))
    return digits == text || digits[1] == 'i' || digits[1] == 'I';
  if (digits[0] == '.')
    return digits == text && g_ascii_isdigit (digits[1])
           && is_exponent_or_end (skip (digits + 1, "0123456789_"));
  if (!g_ascii_isdigit (digits[0]))
    return FALSE;
  point = skip (digits, "0123456789_");
  if (*point == ':')
    {
      point = skip_sexagesimal (point);
      return *point == '.' && *skip (point + 1, "0123456789_") == '\0';
    }
  return *point == '.' && is_exponent_or_end (skip (point + 1, "0123456789_"));
}

/* 15:30:01 and its fraction and time zone, after a date. */
static gboolean
is_time_of_day (const char *text)
{
  const char *end = skip_digits (text, 1, 2);

  for (guint i = 0; i < 2; i++)
    {
      if (end == NULL || *end != ':')
        return FALSE;
      end = skip_digits (end + 1, 2, 2);
    }
  if (end != NULL && *end == '.')
    end = skip (end + 1, "0123456789");
  if (end == NULL)
    return FALSE;
  end = skip (end, " \t");
  if (*end == 'Z')
    return end[1] == '\0';
  if (skip_sign (end) != end)
    {
      end = skip_digits (end + 1, 1, 2);
      if (end != NULL && *end == ':')
        end = skip_digits (end + 1, 2, 2);
    }
  return end != NULL && *end == '\0';
}

static gboolean
is_time (const char *text)
{
  const char *year = skip_digits (text, 4, 4);
  const char *month = year != NULL && *year == '-' ? skip_digits (year + 1, 1, 2) : NULL;
  const char *day = month != NULL && *month == '-' ? skip_digits (month + 1, 1, 2) : NULL;

  if (day == NULL)
    return FALSE;
  if (*day == '\0')
    return day - text == (int) strlen ("2024-05-01");
  if (*day != 'T' && *day != 't' && *day != ' ' && *day != '\t')
    return FALSE;
  return is_time_of_day (*day == 'T' || *day == 't' ? day + 1 : skip (day, " \t"));
}

/**
 * c4_yaml_resolve:
 * @text: a scalar without quotes
 *
 * The type that YAML 1.1 gives it, by the patterns of PyYAML.
 *
 * Returns: the type, any but a list or a mapping
 */
C4YamlType
c4_yaml_resolve (const char *text)
{
  if (*text == '\0' || strchr ("~nN", *text) != NULL)
    if (is_null (text))
      return C4_YAML_NULL;
  if (strchr ("tTfFyYnNoO", *text) != NULL)
    return is_true (text) || is_false (text) ? C4_YAML_BOOLEAN : C4_YAML_TEXT;
  if (!g_ascii_isdigit (*text) && strchr ("+-.", *text) == NULL)
    return C4_YAML_TEXT;
  if (is_whole_number (text))
    return C4_YAML_NUMBER_WHOLE;
  if (is_real_number (text))
    return C4_YAML_NUMBER_REAL;
  return is_time (text) ? C4_YAML_TIME : C4_YAML_TEXT;
}

/**
 * c4_yaml_describe:
 * @node: a node
 *
 * Returns: (transfer full): what it is, for a message: "the number “7”", "a list"
 */
char *
c4_yaml_describe (const C4YamlNode *node)
{
  g_autofree char *quoted = node->text != NULL ? c4_quote (node->text) : NULL;

  /* Translators: here and below, what a value in a file is, as in ‘“label” must be text, not …’ */
  switch (node->type)
    {
    case C4_YAML_BOOLEAN: return g_strdup_printf (_ ("the boolean %s"), quoted);
    case C4_YAML_NUMBER_WHOLE:
    case C4_YAML_NUMBER_REAL: return g_strdup_printf (_ ("the number %s"), quoted);
    case C4_YAML_TIME: return g_strdup_printf (_ ("the date %s"), quoted);
    case C4_YAML_TEXT: return g_strdup_printf (_ ("the text %s"), quoted);
    case C4_YAML_LIST: return g_strdup (_ ("a list"));
    case C4_YAML_MAPPING: return g_strdup (_ ("a mapping"));
    default: return g_strdup (_ ("nothing"));
    }
}

/**
 * c4_yaml_get:
 * @mapping: (nullable): a node
 * @key: a key
 *
 * Returns: (nullable): the value of @key; %NULL when it has none, or is null, or when @mapping
 *   isn't a mapping
 */
const C4YamlNode *
c4_yaml_get (const C4YamlNode *mapping, const char *key)
{
  if (mapping == NULL || mapping->type != C4_YAML_MAPPING)
    return NULL;
  for (guint i = 0; i < mapping->n_entries; i++)
    {
      const C4YamlEntry *entry = &mapping->entries[i];

      if (strcmp (entry->key->text, key) == 0)
        return entry->value->type == C4_YAML_NULL ? NULL : entry->value;
    }
  return NULL;
}

/**
 * c4_yaml_get_text:
 * @mapping: (nullable): a node
 * @key: a key
 *
 * Returns: (nullable): the text of a scalar that isn't empty; a number too, since whoever wrote
 *   a name as 7 meant "7", whatever else is said about it
 */
const char *
c4_yaml_get_text (const C4YamlNode *mapping, const char *key)
{
  const C4YamlNode *node = c4_yaml_get (mapping, key);

  if (node == NULL || node->type >= C4_YAML_LIST || *node->text == '\0')
    return NULL;
  return node->text;
}

gboolean
c4_yaml_get_boolean (const C4YamlNode *mapping, const char *key, gboolean otherwise)
{
  const C4YamlNode *node = c4_yaml_get (mapping, key);

  if (node == NULL || node->type != C4_YAML_BOOLEAN)
    return otherwise;
  return is_true (node->text);
}

/**
 * c4_yaml_get_list:
 * @mapping: (nullable): a node
 * @key: a key
 *
 * Returns: the list; one without entries when there is none
 */
const C4YamlNode *
c4_yaml_get_list (const C4YamlNode *mapping, const char *key)
{
  static const C4YamlNode empty = { .type = C4_YAML_LIST };
  const C4YamlNode *node = c4_yaml_get (mapping, key);

  return node != NULL && node->type == C4_YAML_LIST ? node : &empty;
}

/**
 * c4_yaml_get_mapping:
 * @mapping: (nullable): a node
 * @key: a key
 *
 * Returns: the mapping; one without entries when there is none
 */
const C4YamlNode *
c4_yaml_get_mapping (const C4YamlNode *mapping, const char *key)
{
  static const C4YamlNode empty = { .type = C4_YAML_MAPPING };
  const C4YamlNode *node = c4_yaml_get (mapping, key);

  return node != NULL && node->type == C4_YAML_MAPPING ? node : &empty;
}
