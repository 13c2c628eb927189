/* c4-search.c: an index of folded texts, looked through one by one. A workspace of ten models
 * has some thousand texts, which takes well under a millisecond: no need for anything cleverer. */

#include "c4-search.h"

#include "c4-paths.h"
#include "c4-sentence.h"
#include "c4-words.h"

#include <glib/gi18n.h>

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
  entry.folded = c4_words_fold (text);
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
  for (guint i = 0; i < scenario->steps->len; i++)
    add (search, entry, ((const C4Step *) scenario->steps->pdata[i])->label);
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

/* How well an entry has the words; FALSE: not at all. */
static gboolean
find_words (const Entry *entry, GStrv words, guint *quality)
{
  if (!c4_words_match ((const char *const *) words, entry->folded, quality))
    return FALSE;
  if (entry->secondary)
    *quality += C4_N_WORDS_QUALITIES;
  return TRUE;
}

/* "container in Shop" */
static char *
dup_place (const C4Element *element, const char *name)
{
  const gboolean external = element->external;
  g_autofree char *around = c4_isolate (name);

  switch (element->kind)
    {
    case C4_KIND_PERSON:
      return g_strdup_printf (external ? _ ("external person in %s") : _ ("person in %s"), around);
    case C4_KIND_SYSTEM:
      return g_strdup_printf (external ? _ ("external system in %s") : _ ("system in %s"), around);
    case C4_KIND_CONTAINER:
      return g_strdup_printf (external ? _ ("external container in %s") : _ ("container in %s"),
                              around);
    case C4_KIND_COMPONENT:
    default:
      return g_strdup_printf (external ? _ ("external component in %s") : _ ("component in %s"),
                              around);
    }
}

static char *
describe_element (const Entry *entry)
{
  const C4Element *element = entry->element;
  const char *around = element->parent != NULL ? element->parent->name
                                               : c4_member_system_name (entry->member);

  g_autofree char *place = dup_place (element, around);
  g_autofree char *name = c4_isolate (element->name);

  if (entry->group == C4_MATCH_ELEMENT)
    return g_steal_pointer (&place);
  /* Translators: an element, and where it is: ‘Web Server, container in Shop’ */
  return g_strdup_printf (_ ("%s, %s"), name, place);
}

static char *
scenario_dup_path (const C4Workspace *workspace, const Entry *entry)
{
  g_autofree char *key = g_strconcat (C4_KEY_FLOW_PREFIX, entry->scenario->id, NULL);

  return c4_view_dup_path (workspace, entry->member, key);
}

/* What a flow joins, and, where something else of it was found, what it does. */
static char *
describe_relationship (const Entry *entry)
{
  const C4Relationship *relationship = entry->relationship;
  gboolean says_more = entry->text != relationship->label && relationship->label != NULL;
  g_autofree char *arrow
      = c4_sentence_dup_arrow (relationship->source->name, relationship->target->name);

  return c4_sentence_dup_said (arrow, says_more ? relationship->label : NULL);
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
      match->place = describe_relationship (entry);
    }
  else
    {
      match->view_path = scenario_dup_path (search->workspace, entry);
      match->place = g_strdup_printf (_ ("scenario of %s"), c4_member_system_name (entry->member));
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

static gboolean
is_external (const C4Match *match)
{
  return match->element != NULL && match->element->external;
}

/* What a model is about comes before what it only mentions. */
static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const C4Match *first = *(const C4Match *const *) a;
  const C4Match *second = *(const C4Match *const *) b;

  if (first->group != second->group)
    return (int) first->group - (int) second->group;
  if (first->quality != second->quality)
    return (int) first->quality - (int) second->quality;
  if (is_external (first) != is_external (second))
    return is_external (first) ? 1 : -1;
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

static void
search_clear (gpointer pointer)
{
  C4Search *search = pointer;

  g_array_unref (search->entries);
  c4_workspace_unref (search->workspace);
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
  C4Search *search = g_atomic_rc_box_new0 (C4Search);

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

C4Search *
c4_search_ref (C4Search *search)
{
  return g_atomic_rc_box_acquire (search);
}

void
c4_search_unref (C4Search *search)
{
  g_atomic_rc_box_release_full (search, search_clear);
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
  g_auto (GStrv) words = c4_words_new (query);
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func (match_free);
  guint quality;

  if (words[0] == NULL)
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
