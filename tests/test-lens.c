/* test-lens.c: what is left of a view when one asks for less. */

#include "c4-lens.h"
#include "c4-outline.h"
#include "sketch.h"

static C4View *
make_view_of (const char *text)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);
  g_autoptr (C4Model) model = sketch_model (text);
  g_autoptr (C4Workspace) workspace = NULL;

  sketch_member (builder, "shop", model);
  workspace = c4_workspace_builder_build (builder);
  return c4_outline_make_view (workspace, "container", NULL);
}

static C4View *
make_view (void)
{
  return make_view_of ("system shop\n"
                       "container web in shop tech=Django\n"
                       "container worker in shop tech=Celery\n"
                       "container store in shop db tech=PostgreSQL\n"
                       "container lonely in shop tech=Celery\n"
                       "external bank\n"
                       "web -> store Reads {SQL} #data\n"
                       "worker -> store Writes {SQL}\n"
                       "web ~> worker Queues {AMQP} #jobs #mail\n"
                       "worker ~> bank Pays {HTTPS} #jobs\n");
}

/* Takes the lens. */
static C4Lens *
ask (C4Lens *lens, C4FilterKind kind, const char *value)
{
  C4Condition condition = { kind, (char *) value };
  C4Lens *other = c4_lens_with_condition (lens, &condition, TRUE);

  g_clear_pointer (&lens, c4_lens_unref);
  return other;
}

static C4Lens *
focus_on (const char *source, const char *target, guint hops, gboolean hides)
{
  C4Focus focus = { .source = (char *) source,
                    .target = (char *) target,
                    .hops = hops,
                    .hides = hides };

  return c4_lens_with_focus (NULL, &focus);
}

static char *
list (const C4View *view)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < view->nodes->len; i++)
    g_string_append_printf (text, "%s ", ((C4ViewNode *) view->nodes->pdata[i])->id);
  for (guint i = 0; i < view->edges->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "| " : " ",
                            ((C4ViewEdge *) view->edges->pdata[i])->label);
  return g_string_free (text, FALSE);
}

/* Takes the lens. */
static void
assert_left (C4Lens *lens, const char *expected)
{
  g_autoptr (C4View) view = make_view ();
  g_autoptr (GError) error = NULL;
  g_autoptr (C4View) left = c4_lens_apply (lens, view, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = list (left);
  g_assert_cmpstr (text, ==, expected);
  g_clear_pointer (&lens, c4_lens_unref);
}

static void
test_plain_sight (void)
{
  g_autoptr (C4View) view = make_view ();
  g_autoptr (C4View) left = c4_lens_apply (NULL, view, NULL);

  g_assert_true (left == view);
  g_assert_true (c4_lens_equal (NULL, NULL));
}

static void
test_modes (void)
{
  assert_left (ask (NULL, C4_FILTER_MODE, "async"), "web worker bank | Queues Pays");
  assert_left (ask (NULL, C4_FILTER_MODE, "sync"), "web worker store | Reads Writes");
  assert_left (ask (ask (NULL, C4_FILTER_MODE, "sync"), C4_FILTER_MODE, "async"),
               "web worker store bank | Reads Writes Queues Pays");
}

static void
test_tags_and_protocols (void)
{
  assert_left (ask (NULL, C4_FILTER_TAG, "jobs"), "web worker bank | Queues Pays");
  assert_left (ask (ask (NULL, C4_FILTER_TAG, "jobs"), C4_FILTER_PROTOCOL, "HTTPS"),
               "worker bank | Pays");
  assert_left (ask (ask (NULL, C4_FILTER_TAG, "mail"), C4_FILTER_TAG, "data"),
               "web worker store | Reads Queues");
}

/* Boxes with a technology are shown with those that they talk to. */
static void
test_technologies (void)
{
  assert_left (ask (NULL, C4_FILTER_TECHNOLOGY, "Django"),
               "web worker store | Reads Queues");
  assert_left (ask (NULL, C4_FILTER_TECHNOLOGY, "Celery"),
               "web worker store lonely bank | Writes Queues Pays");
}

static void
test_externals (void)
{
  assert_left (ask (NULL, C4_FILTER_EXTERNAL, "none"),
               "web worker store lonely | Reads Writes Queues");
}

static void
test_nothing_left (void)
{
  g_autoptr (C4View) view = make_view ();
  g_autoptr (C4Lens) lens
      = ask (ask (NULL, C4_FILTER_TAG, "mail"), C4_FILTER_PROTOCOL, "SQL");
  g_autoptr (GError) error = NULL;
  g_autoptr (C4View) left = c4_lens_apply (lens, view, &error);

  g_assert_null (left);
  g_assert_error (error, C4_LENS_ERROR, C4_LENS_ERROR_NOTHING_LEFT);
}

static void
test_focus (void)
{
  assert_left (focus_on ("web", NULL, 1, TRUE), "web worker store | Reads Queues");
  assert_left (focus_on ("worker", "bank", 2, TRUE), "web worker bank | Queues Pays");
  assert_left (focus_on ("web", NULL, 1, FALSE),
               "web worker store lonely bank | Reads Writes Queues Pays");
}

/* What is in focus stays when no line of it passes; hops go along lines that do. */
static void
test_focus_and_filter (void)
{
  assert_left (ask (focus_on ("store", NULL, 4, TRUE), C4_FILTER_MODE, "async"), "store ");
  assert_left (ask (focus_on ("web", NULL, 4, TRUE), C4_FILTER_MODE, "async"),
               "web worker bank | Queues Pays");
}

static void
test_around (void)
{
  g_autoptr (C4View) view = make_view ();
  g_autoptr (C4Lens) lens = focus_on ("web", NULL, 1, FALSE);
  g_autoptr (C4Subset) around = c4_lens_find_around (lens, view);

  g_assert_cmpuint (c4_subset_count (around), ==, 5);
  g_assert_null (c4_lens_find_around (NULL, view));
}

/* After a reload, what is no more is no more asked for. */
static void
test_keeps_what_is_present (void)
{
  g_autoptr (C4View) later = make_view_of ("system shop\n"
                                           "container web in shop tech=Django\n"
                                           "container store in shop db\n"
                                           "web -> store Reads {SQL} #data\n");
  g_autoptr (C4Lens) gone
      = ask (focus_on ("bank", NULL, 1, TRUE), C4_FILTER_PROTOCOL, "AMQP");
  g_autoptr (C4Lens) half = ask (ask (focus_on ("web", NULL, 1, TRUE), C4_FILTER_TAG, "jobs"),
                                 C4_FILTER_TECHNOLOGY, "Django");
  g_autoptr (C4Lens) expected
      = ask (focus_on ("web", NULL, 1, TRUE), C4_FILTER_TECHNOLOGY, "Django");
  g_autoptr (C4Lens) kept = c4_lens_keep_present (half, later);

  g_assert_null (c4_lens_keep_present (gone, later));
  g_assert_true (c4_lens_equal (kept, expected));
}

static void
test_title (void)
{
  g_autoptr (C4View) view = make_view ();
  g_autoptr (C4Lens) lens = ask (ask (focus_on ("web", NULL, 1, TRUE), C4_FILTER_MODE, "async"),
                                 C4_FILTER_TAG, "jobs");
  g_autoptr (C4View) left = c4_lens_apply (lens, view, NULL);

  g_assert_cmpstr (left->title, ==, "Containers of SHOP (Asynchronous, #jobs, around WEB)");
}

static void
test_equality (void)
{
  g_autoptr (C4Lens) dim = focus_on ("web", NULL, 1, FALSE);
  g_autoptr (C4Lens) hide = focus_on ("web", NULL, 1, TRUE);
  g_autoptr (C4Lens) ab = ask (ask (NULL, C4_FILTER_TAG, "a"), C4_FILTER_TAG, "b");
  g_autoptr (C4Lens) ba = ask (ask (NULL, C4_FILTER_TAG, "b"), C4_FILTER_TAG, "a");
  C4Condition a = { C4_FILTER_TAG, (char *) "a" };
  g_autoptr (C4Lens) b = c4_lens_with_condition (ab, &a, FALSE);

  g_assert_true (c4_lens_equal (ab, ba));
  g_assert_false (c4_lens_equal (ab, b));
  g_assert_false (c4_lens_equal (dim, hide));
  g_assert_true (c4_lens_leaves_the_same (dim, NULL));
  g_assert_false (c4_lens_leaves_the_same (hide, NULL));
  g_assert_null (c4_lens_without_conditions (b));
  g_assert_null (c4_lens_with_focus (dim, NULL));
}

static void
test_choices (void)
{
  g_autoptr (C4View) view = make_view ();
  g_autoptr (GPtrArray) choices = c4_filter_list_choices (view);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      const C4FilterChoice *choice = choices->pdata[i];
      g_autofree char *label = c4_condition_dup_label (&choice->condition);

      g_string_append_printf (text, "%s %u\n", label, choice->count);
    }
  g_assert_cmpstr (text->str, ==,
                   "Synchronous 2\nAsynchronous 2\n"
                   "#data 1\n#jobs 2\n#mail 1\n"
                   "AMQP 1\nHTTPS 1\nSQL 2\n"
                   "Celery 2\nDjango 1\nPostgreSQL 1\n"
                   "No external systems 1\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lens/plain-sight", test_plain_sight);
  g_test_add_func ("/lens/modes", test_modes);
  g_test_add_func ("/lens/tags-and-protocols", test_tags_and_protocols);
  g_test_add_func ("/lens/technologies", test_technologies);
  g_test_add_func ("/lens/externals", test_externals);
  g_test_add_func ("/lens/nothing-left", test_nothing_left);
  g_test_add_func ("/lens/focus", test_focus);
  g_test_add_func ("/lens/focus-and-filter", test_focus_and_filter);
  g_test_add_func ("/lens/around", test_around);
  g_test_add_func ("/lens/keeps-what-is-present", test_keeps_what_is_present);
  g_test_add_func ("/lens/title", test_title);
  g_test_add_func ("/lens/equality", test_equality);
  g_test_add_func ("/lens/choices", test_choices);
  return g_test_run ();
}
