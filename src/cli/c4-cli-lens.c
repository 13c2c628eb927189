/* c4-cli-lens.c: makes a lens of options, and says what of it is in no view. */

#include "c4-cli-lens.h"

#include "c4-cli.h"
#include "c4-nearest.h"
#include "c4-outline.h"

#include <glib/gi18n.h>

/* What is listed of words that could be meant: about two lines of a terminal. */
#define MOST_LISTED 12

/* How far they are, from 1 on; and in the order of C4Neighbours. */
const char *const c4_cli_hops[] = { "1", "2", "3", "4", NULL };
const char *const c4_cli_directions[] = { "both", "up", "down", NULL };

const char *const c4_cli_modes[] = { "sync", "async", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (c4_cli_hops) - 1 == C4_NEIGHBOURHOOD_MAX_HOPS);

void
c4_lens_arguments_clear (C4LensArguments *arguments)
{
  g_free (arguments->focus);
  g_free (arguments->focus_target);
  g_free (arguments->hops);
  g_free (arguments->direction);
  g_free (arguments->only);
  g_strfreev (arguments->tags);
  g_strfreev (arguments->protocols);
  g_strfreev (arguments->technologies);
}

/* -- Making -- */

/* Takes `lens`. */
static C4Lens *
add_value (C4Lens *lens, C4FilterKind kind, const char *value)
{
  g_autoptr (C4Lens) former = lens;
  C4Condition condition = { kind, (char *) value };

  return c4_lens_with_condition (former, &condition, TRUE);
}

/* Takes `lens`. */
static C4Lens *
add_values (C4Lens *lens, C4FilterKind kind, char **values)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    lens = add_value (lens, kind, values[i]);
  return lens;
}

static C4Lens *
make_filters (const C4LensArguments *arguments)
{
  C4Lens *lens = NULL;

  if (arguments->only != NULL)
    lens = add_value (lens, C4_FILTER_MODE, arguments->only);
  lens = add_values (lens, C4_FILTER_TAG, arguments->tags);
  lens = add_values (lens, C4_FILTER_PROTOCOL, arguments->protocols);
  lens = add_values (lens, C4_FILTER_TECHNOLOGY, arguments->technologies);
  if (arguments->no_external)
    lens = add_value (lens, C4_FILTER_EXTERNAL, "none");
  return lens;
}

/* What says more of a focus says nothing without one. */
static gboolean
parse_no_focus (const C4LensArguments *arguments)
{
  const char *option = NULL;

  if (arguments->focus_target != NULL)
    option = "focus-target";
  else if (arguments->hops != NULL)
    option = "hops";
  else if (arguments->direction != NULL)
    option = "direction";
  else if (arguments->dim)
    option = "dim";
  if (option != NULL)
    c4_cli_usage (_ ("--%s: of what? --focus names it"), option);
  return option == NULL;
}

static gboolean
parse_focus (const C4LensArguments *arguments, C4Focus *focus)
{
  int hops = 0;
  int direction = C4_NEIGHBOURS_BOTH;

  if (arguments->hops != NULL)
    hops = c4_cli_choose ("hops", arguments->hops, c4_cli_hops);
  if (arguments->direction != NULL)
    direction = c4_cli_choose ("direction", arguments->direction, c4_cli_directions);
  if (hops < 0 || direction < 0)
    return FALSE;
  *focus = (C4Focus){ arguments->focus, arguments->focus_target, (guint) hops + 1,
                      (C4Neighbours) direction, !arguments->dim };
  return TRUE;
}

/**
 * c4_lens_arguments_parse:
 * @arguments: what the options say
 * @lens: (out) (transfer full) (nullable): what to look through; %NULL: plain sight
 *
 * Returns: whether they could be understood; if not, the user has been told
 */
gboolean
c4_lens_arguments_parse (const C4LensArguments *arguments, C4Lens **lens)
{
  g_autoptr (C4Lens) filters = NULL;
  C4Focus focus;

  if (arguments->only != NULL && c4_cli_choose ("only", arguments->only, c4_cli_modes) < 0)
    return FALSE;
  if (arguments->focus == NULL ? !parse_no_focus (arguments) : !parse_focus (arguments, &focus))
    return FALSE;
  filters = make_filters (arguments);
  *lens = arguments->focus != NULL ? c4_lens_with_focus (filters, &focus)
                                   : g_steal_pointer (&filters);
  return TRUE;
}

/* -- Whether what it names is anywhere -- */

/* A view that can't be made is told of when it is exported. */
static GPtrArray *
make_views (C4Workspace *workspace, const GPtrArray *paths)
{
  GPtrArray *views = g_ptr_array_new_with_free_func ((GDestroyNotify) c4_view_unref);

  for (guint i = 0; i < paths->len; i++)
    {
      C4View *view = c4_outline_make_view (workspace, paths->pdata[i], NULL);

      if (view != NULL)
        g_ptr_array_add (views, view);
    }
  return views;
}

/* The first of them, in a line. */
static char *
dup_list (GPtrArray *known)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = known->len - 1; /* without the NULL */

  for (guint i = 0; i < MIN (n, MOST_LISTED); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (char *) known->pdata[i]);
  if (n <= MOST_LISTED)
    return g_string_free (g_steal_pointer (&list), FALSE);
  /* TRANSLATORS: %s is a list of names, "site, ledger, mails". */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n - MOST_LISTED),
                          list->str, n - MOST_LISTED);
}

static void
add_known (GPtrArray *known, const char *word)
{
  if (!g_ptr_array_find_with_equal_func (known, word, g_str_equal, NULL))
    g_ptr_array_add (known, (gpointer) word);
}

/* Tells of a word that none of the views has. */
static gboolean
refuse (const char *option, const char *word, GPtrArray *known)
{
  g_autofree char *list = NULL;
  const char *nearest;

  g_ptr_array_add (known, NULL);
  list = dup_list (known);
  nearest = c4_nearest_id (word, (const char *const *) known->pdata);
  if (nearest != NULL)
    c4_cli_usage (_ ("--%s: none of the views has “%s”; the nearest is “%s”"), option, word,
                  nearest);
  else if (*list != '\0')
    c4_cli_usage (_ ("--%s: none of the views has “%s”; they have %s"), option, word, list);
  else
    c4_cli_usage (_ ("--%s: none of the views has “%s”, or any other"), option, word);
  return FALSE;
}

static gboolean
check_id (const char *option, const char *id, const GPtrArray *views)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < views->len; i++)
    {
      const C4View *view = views->pdata[i];

      if (c4_view_find_node (view, id) >= 0)
        return TRUE;
      for (guint j = 0; j < view->nodes->len; j++)
        add_known (known, ((C4ViewNode *) view->nodes->pdata[j])->id);
    }
  return refuse (option, id, known);
}

static gboolean
has_lines (const C4View *view, const C4Focus *focus)
{
  int source = c4_view_find_node (view, focus->source);
  int target = c4_view_find_node (view, focus->target);

  for (guint i = 0; i < view->edges->len; i++)
    {
      const C4ViewEdge *edge = view->edges->pdata[i];

      if ((int) edge->source == source && (int) edge->target == target)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_focus (const C4Focus *focus, const GPtrArray *views)
{
  if (!check_id ("focus", focus->source, views))
    return FALSE;
  if (focus->target == NULL)
    return TRUE;
  if (!check_id ("focus-target", focus->target, views))
    return FALSE;
  for (guint i = 0; i < views->len; i++)
    if (has_lines (views->pdata[i], focus))
      return TRUE;
  c4_cli_usage (_ ("--focus-target: no line leads from “%s” to “%s”"), focus->source,
                focus->target);
  return FALSE;
}

static gboolean
check_condition (const C4Condition *condition, const GPtrArray *views)
{
  static const char *const options[C4_N_FILTER_KINDS]
      = { "only", "tag", "protocol", "technology", "no-external" };
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < views->len; i++)
    {
      GPtrArray *choices = c4_filter_list_choices (views->pdata[i]);

      g_ptr_array_add (lists, choices);
      for (guint j = 0; j < choices->len; j++)
        {
          const C4Condition *choice = &((C4FilterChoice *) choices->pdata[j])->condition;

          if (c4_condition_equal (choice, condition))
            return TRUE;
          if (choice->kind == condition->kind)
            add_known (known, choice->value);
        }
    }
  if (condition->kind == C4_FILTER_EXTERNAL) /* nothing is left out */
    return TRUE;
  if (condition->kind == C4_FILTER_MODE)
    {
      c4_cli_usage (_ ("--only: no line of the views is %s"), condition->value);
      return FALSE;
    }
  return refuse (options[condition->kind], condition->value, known);
}

/**
 * c4_cli_lens_check:
 * @lens: (nullable): a lens
 * @workspace: where the views are from
 * @paths: (element-type utf8): views that will be seen through it
 *
 * A view in which nothing has a name that the lens names is shown as if the lens didn't; what no
 * view has, is a mistake.
 *
 * Returns: whether all that it names is in some view; if not, the user has been told
 */
gboolean
c4_cli_lens_check (const C4Lens *lens, C4Workspace *workspace, const GPtrArray *paths)
{
  g_autoptr (GPtrArray) views = NULL;

  if (lens == NULL)
    return TRUE;
  views = make_views (workspace, paths);
  for (guint i = 0; i < lens->conditions->len; i++)
    if (!check_condition (lens->conditions->pdata[i], views))
      return FALSE;
  return lens->focus == NULL || check_focus (lens->focus, views);
}
