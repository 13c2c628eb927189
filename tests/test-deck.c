/* test-deck.c: what is presented, and the way through it. */

#include "c4-deck.h"
#include "sketch.h"

#define SHOP                                                                                       \
  "system shop\n"                                                                                  \
  "person buyer\n"                                                                                 \
  "container web in shop\n"                                                                        \
  "buyer -> web Buys\n"                                                                            \
  "scenario buy\n"                                                                                 \
  "step buyer -> web Pays\n"                                                                       \
  "step web -> buyer Thanks\n"

static C4Workspace *
make_workspace (gboolean with_deck)
{
  static const char *const notes[] = { "Slowly.", "Smile.", NULL };
  static const char *const note[] = { "Everything at once.", NULL };
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);
  g_autoptr (C4Model) model = sketch_model (SHOP);

  sketch_member (builder, "shop", model);
  if (with_deck)
    {
      c4_workspace_builder_add_slide (
          builder, &(C4Slide){ .view = "flow-buy", .notes = notes, .notes_by_step = TRUE });
      c4_workspace_builder_add_slide (builder, &(C4Slide){ .view = "gone" });
      c4_workspace_builder_add_slide (
          builder, &(C4Slide){ .view = "container", .title = "The end", .notes = note });
    }
  return c4_workspace_builder_build (builder);
}

static void
test_default (void)
{
  g_autoptr (C4Workspace) workspace = make_workspace (FALSE);
  g_autoptr (C4Deck) deck = c4_deck_new (workspace);
  g_autoptr (GPtrArray) outline = c4_outline_new (workspace);
  C4DeckPlace place;

  g_assert_cmpuint (deck->slides->len, ==, outline->len);
  for (guint i = 0; i < outline->len; i++)
    g_assert_cmpstr (((C4DeckSlide *) deck->slides->pdata[i])->path, ==,
                     ((C4OutlineEntry *) outline->pdata[i])->path);
  g_assert_true (c4_deck_find (deck, "container", &place));
  g_assert_null (c4_deck_get_note (deck, place));
  g_assert_false (c4_deck_find (deck, "nothing", &place));
}

/* All pages as "slide.page:step", there and back again. */
static void
test_way (void)
{
  static const char *const expected[] = { "0.0:0", "0.1:1", "0.2:2", "0.3:0", "1.0:0" };
  g_autoptr (C4Workspace) workspace = make_workspace (TRUE);
  g_autoptr (C4Deck) deck = c4_deck_new (workspace);
  C4DeckPlace place = { 0, 0 };
  C4DeckPlace last = c4_deck_last_place (deck);
  guint i;

  g_assert_cmpuint (deck->slides->len, ==, 2);
  for (i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *at = g_strdup_printf ("%u.%u:%u", place.slide, place.page,
                                             c4_deck_get_step (deck, place));

      g_assert_cmpstr (at, ==, expected[i]);
      g_assert_true (c4_deck_forward (deck, &place) == (i + 1 < G_N_ELEMENTS (expected)));
    }
  g_assert_cmpuint (place.slide, ==, last.slide);
  g_assert_cmpuint (place.page, ==, last.page);
  for (i = 0; c4_deck_back (deck, &place); i++)
    ;
  g_assert_cmpuint (i, ==, G_N_ELEMENTS (expected) - 1);
  g_assert_cmpuint (place.slide + place.page, ==, 0);
}

static void
test_notes (void)
{
  g_autoptr (C4Workspace) workspace = make_workspace (TRUE);
  g_autoptr (C4Deck) deck = c4_deck_new (workspace);

  g_assert_null (c4_deck_get_note (deck, (C4DeckPlace){ 0, 0 }));
  g_assert_cmpstr (c4_deck_get_note (deck, (C4DeckPlace){ 0, 2 }), ==, "Smile.");
  g_assert_null (c4_deck_get_note (deck, (C4DeckPlace){ 0, 3 }));
  g_assert_cmpstr (c4_deck_get_note (deck, (C4DeckPlace){ 1, 0 }), ==, "Everything at once.");
  g_assert_cmpstr (((C4DeckSlide *) deck->slides->pdata[1])->title, ==, "The end");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deck/default", test_default);
  g_test_add_func ("/deck/way", test_way);
  g_test_add_func ("/deck/notes", test_notes);
  return g_test_run ();
}
