/* test-handout.c: flows and whole talks on paper, in numbered pictures and as a show that plays by
 * itself. */

#include "cli-fixture.h"

#include <string.h>

static const char model[] = "meta: { name: Shop, primary_system: shop }\n"
                            "actors:\n"
                            "  - { id: buyer, name: Buyer }\n"
                            "systems:\n"
                            "  - id: shop\n"
                            "    name: Shop\n"
                            "    kind: internal\n"
                            "    containers:\n"
                            "      - { id: site, name: Site, technology: Django }\n"
                            "      - { id: orders, name: Orders, shape: db }\n"
                            "flows:\n"
                            "  - { id: a, source: buyer, target: site, label: Buys }\n"
                            "  - { id: b, source: site, target: orders, label: Stores }\n"
                            "scenarios:\n"
                            "  - id: buy\n"
                            "    title: Buying something\n"
                            "    steps:\n"
                            "      - { source: buyer, target: site, label: Orders }\n"
                            "      - { source: site, target: orders, label: Stores, sync: false }\n"
                            "      - { source: site, target: site, label: Cleans up }\n";

static const char workspace[] = "models: [shop.yaml]\n"
                                "deck:\n"
                                "  - view: shop/container\n"
                                "    title: What there is\n"
                                "    notes: Say hello & <smile>.\n"
                                "    focus: [site]\n"
                                "  - view: shop/flow-buy\n"
                                "    notes: [One, Two, Three]\n"
                                "  - view: shop/container\n";

/* seefour-cli export of the talk. */
#define export(folder, ...) cli_run ((folder), "export", "workspace.yml", __VA_ARGS__, NULL)

static CliFolder *
talk_folder (void)
{
  CliFolder *folder = cli_folder_new ();

  cli_folder_add (folder, "shop.yaml", model);
  cli_folder_add (folder, "workspace.yml", workspace);
  return folder;
}

static char *
read_file (const CliFolder *folder, const char *name)
{
  g_autofree char *path = g_build_filename (cli_folder_path (folder), name, NULL);
  g_autoptr (GError) error = NULL;
  char *content;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p++)
    n++;
  return n;
}

/* In the deck's order, which is how they sort. */
static void
test_numbered (void)
{
  g_autoptr (CliFolder) folder = talk_folder ();
  g_autoptr (CliRun) whole = export (folder, "--deck", "-o", "whole/");
  g_autoptr (CliRun) steps
      = export (folder, "--deck", "--steps", "-f", "png", "-o", "steps/");
  g_autofree char *slides = cli_folder_list (folder, "whole");
  g_autofree char *pictures = cli_folder_list (folder, "steps");
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  cli_assert_status (whole, 0);
  cli_assert_status (steps, 0);
  g_assert_cmpstr (slides, ==, "01-shop-container.svg 02-shop-flow-buy.svg 03-shop-container.svg");
  g_assert_cmpstr (pictures, ==,
                   "01-shop-container.png 02-shop-flow-buy-step-01.png "
                   "02-shop-flow-buy-step-02.png 02-shop-flow-buy-step-03.png "
                   "03-shop-container.png");
  g_assert_cmpstr (steps->out, ==,
                   "steps/01-shop-container.png\nsteps/02-shop-flow-buy-step-01.png\n"
                   "steps/02-shop-flow-buy-step-02.png\nsteps/02-shop-flow-buy-step-03.png\n"
                   "steps/03-shop-container.png\n");
  /* what isn't in focus is faint on the first slide alone */
  first = read_file (folder, "whole/01-shop-container.svg");
  last = read_file (folder, "whole/03-shop-container.svg");
  g_assert_cmpstr (first, !=, last);
}

/* A page says what happens on it, and nothing of the others. */
static void
test_captions (void)
{
  g_autoptr (CliFolder) folder = talk_folder ();
  g_autoptr (CliRun) run = export (folder, "--view=shop/flow-buy", "--steps",
                                    "-o", "out/");
  g_autoptr (CliRun) bare = export (folder, "--view=shop/flow-buy", "--steps",
                                     "--no-title", "-o", "bare/");
  g_autofree char *second = read_file (folder, "out/shop/flow-buy-step-02.svg");
  g_autofree char *untitled = read_file (folder, "bare/shop/flow-buy-step-02.svg");

  cli_assert_status (run, 0);
  cli_assert_status (bare, 0);
  cli_assert_contains (second, "2 of 3");
  cli_assert_contains (second, "Site → Orders: Stores");
  cli_assert_contains (second, "asynchronous");
  cli_assert_contains (second, "width=\"1920\" height=\"1080\"");
  g_assert_cmpuint (count (second, " of 3<"), ==, 1);
  g_assert_null (strstr (untitled, "2 of 3"));
}

static char *
read_pdf (const CliFolder *folder, const char *program, const char *name)
{
  const char *const text[] = { program, "-raw", name, "-", NULL };
  const char *const facts[] = { program, name, NULL };
  g_autoptr (CliRun) run
      = cli_run_program (folder, g_str_equal (program, "pdftotext") ? text : facts);

  cli_assert_status (run, 0);
  return g_steal_pointer (&run->out);
}

static gboolean
has_poppler (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    g_test_skip ("no pdftotext");
  return program != NULL;
}

static void
test_pdf (void)
{
  static const char *const texts[]
      = { "What there is", "Buying something", "3 of 3", "Site → Site: Cleans up",
          "Say hello & <smile>.", "One", "Two", "Three", "[Container: Django]" };
  g_autoptr (CliFolder) folder = talk_folder ();
  g_autofree char *facts = NULL;
  g_autofree char *text = NULL;
  g_autoptr (CliRun) run = NULL;

  if (!has_poppler ())
    return;
  run = export (folder, "--deck", "--steps", "--notes", "-o", "talk.pdf");
  cli_assert_status (run, 0);
  facts = read_pdf (folder, "pdfinfo", "talk.pdf");
  text = read_pdf (folder, "pdftotext", "talk.pdf");
  cli_assert_contains (facts, "Pages:           5\n");
  cli_assert_contains (facts, "Page size:       960 x ");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    cli_assert_contains (text, texts[i]);
}

/* White space as one space: a PDF doesn't say where there was which. */
static char *
squeeze (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f", -1);
  g_autoptr (GPtrArray) some = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (some, words[i]);
  g_ptr_array_add (some, NULL);
  return g_strjoinv (" ", (GStrv) some->pdata);
}

#define MANY_STEPS 120

#define export_flow(folder, ...)                                                                  \
  cli_run ((folder), "export", "shop.yaml", "--view=flow-buy", "--no-stamp", __VA_ARGS__, NULL)

static char *
many_steps (void)
{
  GString *steps = g_string_new (model);

  for (guint i = 3; i < MANY_STEPS; i++)
    g_string_append_printf (steps,
                            "      - { source: %s, target: %s, label: Does thing number %u }\n",
                            i % 2 != 0 ? "site" : "orders", i % 3 != 0 ? "site" : "orders", i);
  return g_string_free (steps, FALSE);
}

static GBytes *
read_bytes (const CliFolder *folder, const char *name)
{
  g_autofree char *path = g_build_filename (cli_folder_path (folder), name, NULL);
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

/* What the pages of a flow have in common is in the file once: the pages are not what it is full
 * of, and yet each has all its text. */
static void
test_long_pdf (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *steps = many_steps ();
  const char *const styles[] = { "--style=diagram", "--style=sequence" };

  cli_folder_add (folder, "shop.yaml", steps);
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autoptr (CliRun) one = export_flow (folder, styles[i], "-o", "one.pdf");
      g_autoptr (CliRun) all = export_flow (folder, styles[i], "--steps", "-o", "all.pdf");
      g_autoptr (CliRun) again = export_flow (folder, styles[i], "--steps", "-o", "again.pdf");
      g_autoptr (GBytes) page = read_bytes (folder, "one.pdf");
      g_autoptr (GBytes) bytes = read_bytes (folder, "all.pdf");
      g_autoptr (GBytes) same = read_bytes (folder, "again.pdf");

      cli_assert_status (one, 0);
      cli_assert_status (all, 0);
      cli_assert_status (again, 0);
      g_assert_true (g_bytes_equal (bytes, same));
      g_assert_cmpuint (g_bytes_get_size (bytes), <, g_bytes_get_size (page) * MANY_STEPS / 3);
    }
}

static void
test_long_pdf_text (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *steps = many_steps ();
  g_autoptr (CliRun) run = NULL;
  g_autofree char *text = NULL;

  if (!has_poppler ())
    return;
  cli_folder_add (folder, "shop.yaml", steps);
  run = export_flow (folder, "--steps", "-o", "a.pdf");
  cli_assert_status (run, 0);
  text = read_pdf (folder, "pdftotext", "a.pdf");
  g_assert_cmpuint (count (text, "Buying something"), ==, MANY_STEPS);
  for (guint step = 4; step <= MANY_STEPS; step++)
    {
      g_autofree char *caption = g_strdup_printf (": Does thing number %u\n", step - 1);

      cli_assert_contains (text, caption);
    }
}

/* Every text of the SVG can be found, and copied, in the PDF. */
static void
assert_texts (const char *svg, const char *pdf)
{
  g_autoptr (GRegex) regex = g_regex_new ("<text [^>]*>([^<&]*)</text>", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (regex, svg, 0, &match); g_match_info_matches (match); n++)
    {
      g_autofree char *text = g_match_info_fetch (match, 1);

      cli_assert_contains (pdf, text);
      g_match_info_next (match, NULL);
    }
  g_assert_cmpuint (n, >, 10);
}

static void
test_text (void)
{
  static const char *const views[]
      = { "system-context", "container", "flow-open-dashboard", "dependencies" };
  g_autofree char *example = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                    "micromasters.yaml", NULL);
  g_autoptr (CliFolder) folder = cli_folder_new ();

  if (!has_poppler ())
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (CliRun) svg
          = cli_run (folder, "export", example, "--view", views[i], "-o", "a.svg", NULL);
      g_autoptr (CliRun) pdf
          = cli_run (folder, "export", example, "--view", views[i], "-o", "a.pdf", NULL);
      g_autofree char *drawn = read_file (folder, "a.svg");
      g_autofree char *read = read_pdf (folder, "pdftotext", "a.pdf");
      g_autofree char *text = squeeze (read);

      cli_assert_status (svg, 0);
      cli_assert_status (pdf, 0);
      assert_texts (drawn, text);
    }
}

static void
test_paper (gconstpointer data)
{
  const char *const *sizes = data; /* an option's value, and what poppler calls the page */
  g_autoptr (CliFolder) folder = talk_folder ();
  g_autofree char *option = g_strconcat ("--size=", sizes[0], NULL);
  g_autofree char *facts = NULL;
  g_autoptr (CliRun) run = NULL;

  if (!has_poppler ())
    return;
  run = export (folder, "--view=shop/container", option, "-o", "a.pdf");
  cli_assert_status (run, 0);
  facts = read_pdf (folder, "pdfinfo", "a.pdf");
  cli_assert_contains (facts, sizes[1]);
}

/* Well-formed, without a script, all of it in one file; quiet where that is asked for. */
static void
assert_show (const CliFolder *folder, const char *name)
{
  g_autofree char *svg = read_file (folder, name);
  g_autofree char *xmllint = g_find_program_in_path ("xmllint");

  cli_assert_contains (svg, "@media (prefers-reduced-motion:reduce)");
  cli_assert_contains (svg, "offset-path:path(");
  cli_assert_contains (svg, "@keyframes");
  g_assert_null (strstr (svg, "<script"));
  g_assert_null (strstr (svg, "url("));
  g_assert_null (strstr (svg, "href"));
  if (xmllint != NULL)
    {
      const char *const check[] = { xmllint, "--noout", name, NULL };
      g_autoptr (CliRun) run = cli_run_program (folder, check);

      cli_assert_status (run, 0);
    }
}

static void
test_animated_flow (void)
{
  g_autoptr (CliFolder) folder = talk_folder ();
  g_autoptr (CliRun) run = export (folder, "--view=shop/flow-buy", "--animate",
                                    "-o", "buy.svg");
  g_autoptr (CliRun) all = export (folder, "--animate", "-o", "all/");
  g_autofree char *svg = NULL;
  g_autofree char *still = NULL;

  cli_assert_status (run, 0);
  cli_assert_status (all, 0);
  assert_show (folder, "buy.svg");
  svg = read_file (folder, "buy.svg");
  for (guint step = 1; step <= 3; step++)
    {
      g_autofree char *counted = g_strdup_printf (">%u of 3<", step);

      cli_assert_contains (svg, counted);
    }
  g_assert_cmpuint (count (svg, "class=\"move mark"), ==, 3);
  still = read_file (folder, "all/shop/container.svg");
  g_assert_null (strstr (still, "@keyframes"));
}

static void
test_animated_talk (void)
{
  g_autoptr (CliFolder) folder = talk_folder ();
  g_autoptr (CliRun) run
      = export (folder, "--deck", "--animate", "-o", "talk.svg");
  g_autofree char *svg = NULL;

  cli_assert_status (run, 0);
  assert_show (folder, "talk.svg");
  svg = read_file (folder, "talk.svg");
  g_assert_cmpuint (count (svg, "class=\"move t"), ==, 3);
}

/* What runs together is one picture, with all of it lit; a sequence frames it. */
static void
test_parallel (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *text
      = g_strconcat (model,
                     "  - id: both\n    title: Both\n    steps:\n"
                     "      - { source: buyer, target: site, label: First }\n"
                     "      - { source: site, target: site, label: Second }\n"
                     "      - { source: site, target: buyer, label: Third, tags: [parallel] }\n"
                     "      - { source: buyer, target: site, label: Fourth }\n", NULL);
  g_autoptr (CliRun) steps = NULL;
  g_autoptr (CliRun) show = NULL;
  g_autofree char *files = NULL;
  g_autofree char *second = NULL;
  g_autofree char *animated = NULL;

  cli_folder_add (folder, "model.yaml", text);
  steps = cli_run (folder, "export", "model.yaml", "--view=flow-both", "--steps", "-o", "steps",
                   NULL);
  show = cli_run (folder, "export", "model.yaml", "--view=flow-both", "--animate",
                  "--style=sequence", "-o", "both.svg", NULL);
  cli_assert_status (steps, 0);
  cli_assert_status (show, 0);
  files = cli_folder_list (folder, "steps");
  g_assert_cmpstr (files, ==,
                   "flow-both-step-01.svg flow-both-step-02.svg flow-both-step-03.svg");
  second = read_file (folder, "steps/flow-both-step-02.svg");
  g_assert_cmpuint (count (second, "data-step=\"2\""), ==, 2);
  g_assert_cmpuint (count (second, "data-step=\"3\""), ==, 1);
  g_assert_nonnull (strstr (second, "2 of 3"));
  animated = read_file (folder, "both.svg");
  g_assert_cmpuint (count (animated, "class=\"caption\""), ==, 3);
  g_assert_cmpuint (count (animated, "class=\"move mark"), ==, 4);
  g_assert_cmpuint (count (animated, "<g class=\"parallel\" data-step=\"2\">"), ==, 1);
}

static CliFolder *
flow_folder (guint n_steps)
{
  CliFolder *folder = cli_folder_new ();
  g_autoptr (GString) text = g_string_new (model);

  g_string_append_printf (text, "  - id: long\n    title: Long\n    steps:%s\n",
                          n_steps == 0 ? " []" : "");
  for (guint step = 0; step < n_steps; step++)
    g_string_append_printf (text, "      - { source: %s, target: site, label: L%u }\n",
                            step % 3 == 0 ? "site" : "buyer", step % 7);
  cli_folder_add (folder, "model.yaml", text->str);
  return folder;
}

/* A flow of nothing, and one that nobody would want to sit through. */
static void
test_lengths (void)
{
  static const guint lengths[] = { 0, 1, 500 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (CliFolder) folder = flow_folder (lengths[i]);
      g_autoptr (CliRun) show = cli_run (folder, "export", "model.yaml", "--view=flow-long",
                                         "--style=sequence", "--animate", "-o", "a.svg", NULL);
      g_autoptr (CliRun) book = NULL;
      g_autofree char *svg = read_file (folder, "a.svg");

      cli_assert_status (show, 0);
      g_assert_cmpuint (count (svg, "class=\"caption\""), ==, lengths[i]);
      if (lengths[i] > 100) /* a page for each would take long */
        continue;
      book = cli_run (folder, "export", "model.yaml", "--view=flow-long", "--style=sequence",
                      "--steps", "-o", "a.pdf", NULL);
      cli_assert_status (book, 0);
    }
}

int
main (int argc, char **argv)
{
  static const char *const a4[] = { "a4", "842 x 595 pts (A4)" };
  static const char *const letter[] = { "letter", "792 x 612 pts (letter)" };
  static const char *const screen[] = { "16:9", "960 x 540 pts" };
  static const char *const projector[] = { "4:3", "720 x 540 pts" };
  static const char *const own[] = { "1000x300", "1000 x 300 pts" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout/numbered", test_numbered);
  g_test_add_func ("/handout/captions", test_captions);
  g_test_add_func ("/handout/pdf", test_pdf);
  g_test_add_func ("/handout/long-pdf", test_long_pdf);
  g_test_add_func ("/handout/long-pdf-text", test_long_pdf_text);
  g_test_add_func ("/handout/text", test_text);
  g_test_add_data_func ("/handout/paper/a4", a4, test_paper);
  g_test_add_data_func ("/handout/paper/letter", letter, test_paper);
  g_test_add_data_func ("/handout/paper/screen", screen, test_paper);
  g_test_add_data_func ("/handout/paper/projector", projector, test_paper);
  g_test_add_data_func ("/handout/paper/own", own, test_paper);
  g_test_add_func ("/handout/animated/flow", test_animated_flow);
  g_test_add_func ("/handout/animated/talk", test_animated_talk);
  g_test_add_func ("/handout/parallel", test_parallel);
  g_test_add_func ("/handout/lengths", test_lengths);
  return g_test_run ();
}
