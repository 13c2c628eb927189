/* c4-search.c: an index of folded texts, looked through one by one. A workspace of ten models
 * has some thousand texts, which takes well under a millisecond: no need for anything cleverer. */

#include "c4-search.h"

#include "c4-paths.h"

#include <string.h>

/* One text of a model, folded for comparing. */
typedef struct
{
  C4MatchGroup group;
  const char *text;
  char *folded;
  gboolean secondary; /* a description or an id: counts less than a name */
  const C4WorkspaceMember *member;
  const C4Element *element;
  const C4Relationship *relationship;
  const C4Scenario *scenario;
} Entry;

struct _C4Search
{
  C4Workspace *workspace;
  GArray *entries; /* (element-type Entry) */
};

enum
{
  QUALITY_PREFIX,
  QUALITY_WORD,
  QUALITY_INSIDE,
  QUALITY_SECONDARY, /* added where the text is a secondary one */
};

/* Case, accents and the width of letters don't matter: "Zoe" finds "ZOË". */
static char *
fold (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (const char *p = plain; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (kept, c);
    }
  return g_utf8_casefold (kept->str, -1);
}

static void
entry_clear (gpointer pointer)
{
  g_free (((Entry *) pointer)->folded);
}

static void
add (C4Search *search, Entry entry, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  entry.folded = fold (text);
  if (entry.text == NULL)
    entry.text = text;
  g_array_append_val (search->entries, entry);
}

static void
add_element (C4Search *search, const C4WorkspaceMember *member, const C4Element *element)
{
  Entry entry = { .group = C4_MATCH_ELEMENT, .member = member, .element = element };
  Entry secondary = entry;

  add (search, entry, element->name);
  secondary.text = element->name;
  secondary.secondary = TRUE;
  add (search, secondary, element->id);
  add (search, secondary, element->description);
  entry.group = C4_MATCH_TECHNOLOGY;
  add (search, entry, element->technology);
}

static void
add_relationship (C4Search *search, const C4WorkspaceMember *member,
                  const C4Relationship *relationship)
{
  Entry entry = { .group = C4_MATCH_FLOW, .member = member, .relationship = relationship };

  add (search, entry, relationship->label);
  add (search, entry, relationship->technology);
  entry.group = C4_MATCH_DATA;
  add (search, entry, relationship->data);
  entry.group = C4_MATCH_TRIGGER;
  add (search, entry, relationship->trigger);
  entry.group = C4_MATCH_TAG;
  for (guint i = 0; relationship->tags[i] != NULL; i++)
    add (search, entry, relationship->tags[i]);
}

static void
add_scenario (C4Search *search, const C4WorkspaceMember *member, const C4Scenario *scenario)
{
  Entry entry = { .group = C4_MATCH_SCENARIO, .member = member, .scenario = scenario };

  add (search, entry, scenario->title);
  entry.text = scenario->title;
  entry.secondary = TRUE;
  add (search, entry, scenario->description);
}

static void
add_member (C4Search *search, const C4WorkspaceMember *member)
{
  const C4Model *model = member->model;

  for (guint i = 0; i < model->elements->len; i++)
    add_element (search, member, model->elements->pdata[i]);
  for (guint i = 0; i < model->relationships->len; i++)
    add_relationship (search, member, model->relationships->pdata[i]);
  for (guint i = 0; i < model->scenarios->len; i++)
    add_scenario (search, member, model->scenarios->pdata[i]);
}

static gboolean
is_word_start (const char *text, const char *at)
{
  return at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* How well a word is found in a text; FALSE: not at all. */
static gboolean
find_word (const char *text, const char *word, guint *quality)
{
  gboolean found = FALSE;

  *quality = QUALITY_INSIDE;
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    {
      found = TRUE;
      if (at == text)
        *quality = QUALITY_PREFIX;
      else if (is_word_start (text, at))
        *quality = MIN (*quality, QUALITY_WORD);
    }
  return found;
}

static gboolean
find_words (const Entry *entry, char **words, guint *quality)
{
  *quality = QUALITY_PREFIX;
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint one;

      if (*words[i] == '\0')
        continue;
      if (!find_word (entry->folded, words[i], &one))
        return FALSE;
      *quality = MAX (*quality, one);
    }
  if (entry->secondary)
    *quality += QUALITY_SECONDARY;
  return TRUE;
}

static char *
describe_element (const Entry *entry)
{
  const C4Element *element = entry->element;
  const char *around = element->parent != NULL ? element->parent->name : entry->member->name;

  return g_strdup_printf ("%s%s in %s", element->external ? "external " : "",
                          c4_kind_to_string (element->kind), around);
}

static char *
scenario_dup_path (const C4Workspace *workspace, const Entry *entry)
{
  g_autofree char *key = g_strconcat (C4_KEY_FLOW_PREFIX, entry->scenario->id, NULL);

  return c4_view_dup_path (workspace, entry->member, key);
}

static C4Match *
match_new (C4Search *search, const Entry *entry, guint quality)
{
  C4Match *match = g_new0 (C4Match, 1);

  match->group = entry->group;
  match->text = entry->text;
  match->quality = quality;
  match->model = entry->member->model;
  match->element = entry->element;
  match->relationship = entry->relationship;
  match->scenario = entry->scenario;
  if (entry->element != NULL)
    {
      match->view_path = c4_element_dup_path (search->workspace, entry->member, entry->element);
      match->place = describe_element (entry);
    }
  else if (entry->relationship != NULL)
    {
      match->view_path
          = c4_relationship_dup_path (search->workspace, entry->member, entry->relationship);
      match->place = g_strdup_printf ("%s → %s", entry->relationship->source->name,
                                      entry->relationship->target->name);
    }
  else
    {
      match->view_path = scenario_dup_path (search->workspace, entry);
      match->place = g_strdup_printf ("scenario of %s", entry->member->name);
    }
  return match;
}

static void
match_free (gpointer pointer)
{
  C4Match *match = pointer;

  if (match == NULL)
    return;
  g_free (match->place);
  g_free (match->view_path);
  g_free (match);
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const C4Match *first = *(const C4Match *const *) a;
  const C4Match *second = *(const C4Match *const *) b;

  if (first->group != second->group)
    return (int) first->group - (int) second->group;
  if (first->quality != second->quality)
    return (int) first->quality - (int) second->quality;
  return g_utf8_collate (first->text, second->text);
}

/* The same thing found by its name, its id and its description is one result: the best. */
static gboolean
is_same_find (const C4Match *a, const C4Match *b)
{
  return a->group == b->group && a->element == b->element && a->relationship == b->relationship
         && a->scenario == b->scenario;
}

static void
add_match (GPtrArray *matches, C4Match *match)
{
  C4Match *last = matches->len > 0 ? matches->pdata[matches->len - 1] : NULL;

  if (last == NULL || !is_same_find (last, match))
    {
      g_ptr_array_add (matches, match);
      return;
    }
  if (match->quality < last->quality)
    {
      last->quality = match->quality;
      last->text = match->text;
    }
  match_free (match);
}

static GPtrArray *
first_of_each_group (GPtrArray *matches, guint limit)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func (match_free);
  guint counts[C4_N_MATCH_GROUPS] = { 0 };

  for (guint i = 0; i < matches->len; i++)
    {
      C4Match *match = matches->pdata[i];

      if (counts[match->group]++ < limit)
        g_ptr_array_add (kept, g_steal_pointer (&matches->pdata[i]));
    }
  return kept;
}

/**
 * c4_search_new:
 * @workspace: a workspace; its loaded models are searched
 *
 * Returns: (transfer full): an index; it keeps @workspace alive. It is never changed by
 *   searching, so one thread may search while another does.
 */
C4Search *
c4_search_new (C4Workspace *workspace)
{
  C4Search *search = g_new0 (C4Search, 1);

  search->workspace = c4_workspace_ref (workspace);
  search->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (search->entries, entry_clear);
  for (guint i = 0; i < workspace->members->len; i++)
    {
      const C4WorkspaceMember *member = workspace->members->pdata[i];

      if (member->model != NULL)
        add_member (search, member);
    }
  return search;
}

void
c4_search_free (C4Search *search)
{
  g_array_unref (search->entries);
  c4_workspace_unref (search->workspace);
  g_free (search);
}

/**
 * c4_search_find:
 * @search: an index
 * @query: what to look for: words, all of which must occur in one text
 * @limit: the most results to return in each group; 0: all
 *
 * Returns: (transfer full) (element-type C4Match): what was found, by group, the best first;
 *   valid as long as @search. Empty for a query without a word.
 */
GPtrArray *
c4_search_find (C4Search *search, const char *query, guint limit)
{
  g_autofree char *folded = fold (query);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func (match_free);
  guint quality;

  if (*g_strstrip (folded) == '\0')
    return g_steal_pointer (&matches);
  for (guint i = 0; i < search->entries->len; i++)
    {
      const Entry *entry = &g_array_index (search->entries, Entry, i);

      if (find_words (entry, words, &quality))
        add_match (matches, match_new (search, entry, quality));
    }
  g_ptr_array_sort (matches, compare_matches);
  return limit == 0 ? g_steal_pointer (&matches) : first_of_each_group (matches, limit);
}
