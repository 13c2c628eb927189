/* test-talk.c: a talk's way through its deck, by commands and by keys. */

#include "c4-page-text.h"
#include "c4-step-motion.h"
#include "c4-talk-keys.h"
#include "sketch.h"

#define SHOP                                                                                       \
  "system shop\n"                                                                                  \
  "container web in shop\n"                                                                        \
  "container store in shop\n"                                                                      \
  "web -> store Reads\n"

/* The containers, then a scenario of `n_steps` steps (none: there is no scenario), then the
 * context. */
static C4Deck *
make_deck (guint n_steps)
{
  g_autoptr (GString) text = g_string_new (SHOP);
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);
  g_autoptr (C4Model) model = NULL;
  g_autoptr (C4Workspace) workspace = NULL;

  if (n_steps > 0)
    g_string_append (text, "scenario buy\n");
  for (guint i = 0; i < n_steps; i++)
    g_string_append_printf (text, "step web %s store Call %u\n", i % 2 ? "~>" : "->", i + 1);
  model = sketch_model (text->str);
  sketch_member (builder, "shop", model);
  c4_workspace_builder_add_slide (builder, &(C4Slide){ .view = "container" });
  c4_workspace_builder_add_slide (builder, &(C4Slide){ .view = "flow-buy" });
  c4_workspace_builder_add_slide (builder, &(C4Slide){ .view = "system-context" });
  workspace = c4_workspace_builder_build (builder);
  return c4_deck_new (workspace);
}

static void
do_times (C4Talk *talk, C4TalkCommand command, guint n)
{
  for (guint i = 0; i < n; i++)
    c4_talk_do (talk, command);
}

static void
assert_at (const C4Talk *talk, guint slide, guint page, guint step)
{
  g_assert_cmpuint (talk->place.slide, ==, slide);
  g_assert_cmpuint (talk->place.page, ==, page);
  g_assert_cmpuint (c4_talk_get_step (talk), ==, step);
}

static void
test_way (void)
{
  static const guint lengths[] = { 1, 3, 500 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      guint n = lengths[i];
      g_autoptr (C4Talk) talk = c4_talk_new (make_deck (n), NULL);

      assert_at (talk, 0, 0, 0);
      c4_talk_do (talk, C4_TALK_FORWARD);
      assert_at (talk, 1, 0, 0);
      do_times (talk, C4_TALK_FORWARD, n);
      assert_at (talk, 1, n, n);
      c4_talk_do (talk, C4_TALK_FORWARD);
      assert_at (talk, 1, n + 1, 0);
      do_times (talk, C4_TALK_FORWARD, 3);
      assert_at (talk, 2, 0, 0);
      do_times (talk, C4_TALK_BACK, 2);
      assert_at (talk, 1, n, n);
      c4_talk_do (talk, C4_TALK_FIRST);
      assert_at (talk, 0, 0, 0);
      c4_talk_do (talk, C4_TALK_BACK);
      assert_at (talk, 0, 0, 0);
      c4_talk_do (talk, C4_TALK_LAST);
      assert_at (talk, 2, 0, 0);
    }
}

static void
test_no_steps (void)
{
  g_autoptr (C4Talk) talk = c4_talk_new (make_deck (0), NULL);

  g_assert_cmpuint (talk->deck->slides->len, ==, 2);
  do_times (talk, C4_TALK_FORWARD, 5);
  assert_at (talk, 1, 0, 0);
}

static C4Deck *
make_empty_deck (void)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);
  g_autoptr (C4Workspace) workspace = NULL;

  c4_workspace_builder_add_slide (builder, &(C4Slide){ .view = "gone" });
  workspace = c4_workspace_builder_build (builder);
  return c4_deck_new (workspace);
}

/* Nothing to present is no reason to fall over. */
static void
test_no_slides (void)
{
  g_autoptr (C4Talk) talk = c4_talk_new (make_empty_deck (), "container");

  for (guint command = C4_TALK_NOTHING; command < C4_TALK_LEAVE; command++)
    c4_talk_do (talk, command);
  c4_talk_do (talk, C4_TALK_DIGIT_9);
  c4_talk_do (talk, C4_TALK_ENTER);
  g_assert_null (c4_talk_get_slide (talk));
  g_assert_cmpuint (c4_talk_get_step (talk), ==, 0);
}

static void
test_start_here (void)
{
  g_autoptr (C4Talk) talk = c4_talk_new (make_deck (2), "flow-buy");
  g_autoptr (C4Talk) elsewhere = c4_talk_new (make_deck (2), "landscape");

  assert_at (talk, 1, 0, 0);
  assert_at (elsewhere, 0, 0, 0);
}

static void
type (C4Talk *talk, const char *digits)
{
  for (; *digits != '\0'; digits++)
    c4_talk_do (talk, C4_TALK_DIGIT_0 + (guint) (*digits - '0'));
}

static void
test_numbers (void)
{
  g_autoptr (C4Talk) talk = c4_talk_new (make_deck (500), "flow-buy");

  type (talk, "120");
  g_assert_cmpuint (talk->typed, ==, 120);
  assert_at (talk, 1, 0, 0);
  c4_talk_do (talk, C4_TALK_ENTER);
  assert_at (talk, 1, 120, 120);
  g_assert_cmpuint (talk->typed, ==, 0);

  /* Enter alone goes on; a number too large is the last step. */
  c4_talk_do (talk, C4_TALK_ENTER);
  assert_at (talk, 1, 121, 121);
  type (talk, "99999999");
  c4_talk_do (talk, C4_TALK_ENTER);
  assert_at (talk, 1, 500, 500);

  /* Any other command forgets what was typed. */
  type (talk, "7");
  c4_talk_do (talk, C4_TALK_BACK);
  c4_talk_do (talk, C4_TALK_ENTER);
  assert_at (talk, 1, 500, 500);

  /* On a slide without steps it is a slide's. */
  c4_talk_do (talk, C4_TALK_FIRST);
  type (talk, "3");
  c4_talk_do (talk, C4_TALK_ENTER);
  assert_at (talk, 2, 0, 0);
}

static void
test_veil (void)
{
  g_autoptr (C4Talk) talk = c4_talk_new (make_deck (2), "flow-buy");

  c4_talk_do (talk, C4_TALK_BLACK);
  g_assert_cmpint (talk->veil, ==, C4_VEIL_BLACK);
  c4_talk_do (talk, C4_TALK_WHITE);
  g_assert_cmpint (talk->veil, ==, C4_VEIL_WHITE);
  c4_talk_do (talk, C4_TALK_FORWARD);
  g_assert_cmpint (talk->veil, ==, C4_VEIL_NONE);
  assert_at (talk, 1, 0, 0);
  c4_talk_do (talk, C4_TALK_BLACK);
  c4_talk_do (talk, C4_TALK_BLACK);
  g_assert_cmpint (talk->veil, ==, C4_VEIL_NONE);
}

static void
test_leaving (void)
{
  g_autoptr (C4Talk) talk = c4_talk_new (make_deck (2), NULL);

  c4_talk_do (talk, C4_TALK_OVERVIEW);
  c4_talk_do (talk, C4_TALK_LEAVE);
  g_assert_false (talk->overview || talk->over);
  c4_talk_do (talk, C4_TALK_HELP);
  c4_talk_do (talk, C4_TALK_LEAVE);
  g_assert_false (talk->help || talk->over);
  c4_talk_do (talk, C4_TALK_OVERVIEW);
  c4_talk_go_to_slide (talk, 2);
  assert_at (talk, 2, 0, 0);
  g_assert_false (talk->overview);
  c4_talk_do (talk, C4_TALK_LEAVE);
  g_assert_true (talk->over);
}

static void
test_playing (void)
{
  g_autoptr (C4Talk) talk = c4_talk_new (make_deck (1), NULL);
  guint time = c4_talk_find_time (talk, "A short text.");

  g_assert_cmpuint (c4_talk_find_time (talk, "A text that takes longer to read."), >, time);
  c4_talk_do (talk, C4_TALK_SLOWER);
  g_assert_cmpuint (c4_talk_find_time (talk, "A short text."), >, time);
  do_times (talk, C4_TALK_FASTER, 2);
  g_assert_cmpuint (c4_talk_find_time (talk, "A short text."), <, time);
  do_times (talk, C4_TALK_FASTER, 100);
  g_assert_cmpuint (c4_talk_find_time (talk, ""), >, 500);

  /* It ends by itself, and a step back stops it. */
  c4_talk_do (talk, C4_TALK_PLAY);
  do_times (talk, C4_TALK_FORWARD, 4);
  g_assert_true (talk->playing);
  c4_talk_do (talk, C4_TALK_FORWARD);
  g_assert_false (talk->playing);
  assert_at (talk, 2, 0, 0);
  c4_talk_do (talk, C4_TALK_PLAY);
  c4_talk_do (talk, C4_TALK_BACK);
  g_assert_false (talk->playing);
}

/* The model is another now: the slide stays, and the step as far as there is one. */
static void
test_another_deck (void)
{
  g_autoptr (C4Talk) talk = c4_talk_new (make_deck (5), "flow-buy");

  type (talk, "4");
  c4_talk_do (talk, C4_TALK_ENTER);
  c4_talk_set_deck (talk, make_deck (7));
  assert_at (talk, 1, 4, 4);
  c4_talk_set_deck (talk, make_deck (2));
  assert_at (talk, 1, 2, 2);
  c4_talk_do (talk, C4_TALK_FORWARD);
  c4_talk_set_deck (talk, make_deck (5));
  assert_at (talk, 1, 6, 0);
  c4_talk_set_deck (talk, make_deck (0));
  assert_at (talk, 1, 0, 0);
  c4_talk_set_deck (talk, make_empty_deck ());
  g_assert_null (c4_talk_get_slide (talk));
  c4_talk_set_deck (talk, make_deck (1));
  assert_at (talk, 0, 0, 0);
}

static void
test_keys (void)
{
  g_assert_cmpint (c4_talk_command_for_key (GDK_KEY_space, 0), ==, C4_TALK_FORWARD);
  g_assert_cmpint (c4_talk_command_for_key (GDK_KEY_space, GDK_SHIFT_MASK), ==, C4_TALK_BACK);
  g_assert_cmpint (c4_talk_command_for_key (GDK_KEY_Page_Down, 0), ==, C4_TALK_FORWARD);
  g_assert_cmpint (c4_talk_command_for_key (GDK_KEY_B, GDK_LOCK_MASK), ==, C4_TALK_BLACK);
  g_assert_cmpint (c4_talk_command_for_key (GDK_KEY_question, GDK_SHIFT_MASK), ==, C4_TALK_HELP);
  g_assert_cmpint (c4_talk_command_for_key (GDK_KEY_KP_7, 0), ==, C4_TALK_DIGIT_0 + 7);
  g_assert_cmpint (c4_talk_command_for_key (GDK_KEY_9, 0), ==, C4_TALK_DIGIT_9);
  g_assert_cmpint (c4_talk_command_for_key (GDK_KEY_w, GDK_CONTROL_MASK), ==, C4_TALK_NOTHING);
  g_assert_cmpint (c4_talk_command_for_key (GDK_KEY_q, 0), ==, C4_TALK_NOTHING);
  g_assert_cmpint (c4_talk_command_for_key (GDK_KEY_Escape, 0), ==, C4_TALK_LEAVE);
}

static void
test_words (void)
{
  g_autoptr (C4Deck) deck = make_deck (2);
  g_autoptr (C4View) view = c4_outline_make_view (deck->workspace, "flow-buy", NULL);
  g_autoptr (C4PageText) whole = c4_page_text_new (deck, (C4DeckPlace){ 1, 0 }, view);
  g_autoptr (C4PageText) second = c4_page_text_new (deck, (C4DeckPlace){ 1, 2 }, view);
  g_autoptr (C4PageText) undrawn = c4_page_text_new (deck, (C4DeckPlace){ 1, 2 }, NULL);
  g_autofree char *spoken = c4_page_text_to_string (second);

  g_assert_cmpstr (whole->heading, ==, view->title);
  g_assert_cmpuint (whole->n_steps, ==, 2);
  g_assert_cmpuint (whole->step, ==, 0);
  g_assert_cmpstr (second->heading, ==, "WEB → STORE");
  g_assert_cmpstr (second->label, ==, "Call 2");
  g_assert_cmpstr (second->detail, ==, "asynchronous");
  g_assert_false (second->sync);
  g_assert_cmpstr (spoken, ==, "2. WEB → STORE: Call 2\nasynchronous");
  g_assert_nonnull (undrawn->heading);
}

static void
test_words_of_parallel_steps (void)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);
  g_autoptr (C4Model) model
      = sketch_model (SHOP "scenario buy\nstep web -> store Ask\n"
                           "step web ~> store Tell\nwith store -> web Answer\n");
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (C4Deck) deck = NULL;
  g_autoptr (C4View) view = NULL;
  g_autoptr (C4PageText) text = NULL;
  g_autofree char *spoken = NULL;
  C4DeckPlace place;

  sketch_member (builder, "shop", model);
  workspace = c4_workspace_builder_build (builder);
  deck = c4_deck_new (workspace);
  view = c4_outline_make_view (workspace, "flow-buy", NULL);
  g_assert_true (c4_deck_find (deck, "flow-buy", &place));
  g_assert_cmpuint (c4_deck_count_pages (deck, place.slide), ==, 4);
  text = c4_page_text_new (deck, (C4DeckPlace){ place.slide, 2 }, view);
  spoken = c4_page_text_to_string (text);

  g_assert_cmpuint (text->n_steps, ==, 2);
  g_assert_cmpuint (text->parallel->len, ==, 2);
  g_assert_cmpstr (((C4PageText *) text->parallel->pdata[0])->label, ==, "Tell");
  g_assert_false (((C4PageText *) text->parallel->pdata[0])->sync);
  g_assert_cmpstr (((C4PageText *) text->parallel->pdata[1])->heading, ==, "STORE → WEB");
  g_assert_cmpstr (spoken, ==,
                   "2. WEB → STORE: Tell; STORE → WEB: Answer\nasynchronous; synchronous");
}

static void
test_motion (void)
{
  gboolean came_back = FALSE;

  /* Who calls synchronously waits as long as the mark is on its way; otherwise never. */
  for (double time = 0; time < 10000; time += 25)
    {
      C4StepMotion sync = c4_step_motion_at (TRUE, time, 400, c4_step_motion_round (TRUE, 400));
      C4StepMotion async = c4_step_motion_at (FALSE, time, 400, c4_step_motion_round (FALSE, 400));

      g_assert_cmpint (sync.waiting, ==, sync.stage != C4_MOTION_REST);
      g_assert_false (async.waiting);
      g_assert_cmpint (async.stage, !=, C4_MOTION_BACK);
      g_assert_cmpfloat (sync.share, >=, 0);
      g_assert_cmpfloat (sync.share, <=, 1);
      came_back = came_back || sync.stage == C4_MOTION_BACK;
    }
  g_assert_true (came_back);
  /* Of two that run together, the one that is back first waits for the other. */
  g_assert_cmpint (c4_step_motion_at (FALSE, 5000, 400, 8000).stage, ==, C4_MOTION_REST);
  g_assert_cmpint (c4_step_motion_at (FALSE, 8100, 400, 8000).stage, ==, C4_MOTION_OUT);
  g_assert_cmpfloat (c4_step_motion_at (TRUE, 0, 0, 1).share, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/talk/way", test_way);
  g_test_add_func ("/talk/no-steps", test_no_steps);
  g_test_add_func ("/talk/no-slides", test_no_slides);
  g_test_add_func ("/talk/start-here", test_start_here);
  g_test_add_func ("/talk/numbers", test_numbers);
  g_test_add_func ("/talk/veil", test_veil);
  g_test_add_func ("/talk/leaving", test_leaving);
  g_test_add_func ("/talk/playing", test_playing);
  g_test_add_func ("/talk/another-deck", test_another_deck);
  g_test_add_func ("/talk/keys", test_keys);
  g_test_add_func ("/talk/words", test_words);
  g_test_add_func ("/talk/words-of-parallel-steps", test_words_of_parallel_steps);
  g_test_add_func ("/talk/motion", test_motion);
  return g_test_run ();
}
