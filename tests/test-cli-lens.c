/* test-cli-lens.c: a focus and filters carry into what seefour-cli exports. */

#include "cli-fixture.h"

#include <string.h>

/* buyer -> site -> ledger -> archive, site ~> mails, site -> bank. */
static const char model[]
    = "meta: { name: Shop, primary_system: shop }\n"
      "actors:\n"
      "  - { id: buyer, name: Buyer }\n"
      "systems:\n"
      "  - id: shop\n"
      "    name: Shop\n"
      "    kind: internal\n"
      "    containers:\n"
      "      - { id: site, name: Site, technology: Django }\n"
      "      - { id: ledger, name: Ledger, technology: PostgreSQL }\n"
      "      - { id: archive, name: Archive, technology: Tape }\n"
      "      - { id: mails, name: Mails, technology: Redis, shape: queue }\n"
      "  - { id: bank, name: Bank }\n"
      "flows:\n"
      "  - { id: a, source: buyer, target: site, label: Buys, protocol: HTTPS, tags: [web] }\n"
      "  - { id: b, source: site, target: ledger, label: Writes, protocol: SQL }\n"
      "  - { id: c, source: ledger, target: archive, label: Keeps, protocol: Files }\n"
      "  - { id: d, source: site, target: mails, label: Queues, sync: false, tags: [late] }\n"
      "  - { id: e, source: site, target: bank, label: Pays, protocol: REST, tags: [money] }\n"
      "scenarios:\n"
      "  - id: tell\n"
      "    title: Tell\n"
      "    steps:\n"
      "      - { source: ledger, target: archive, label: Keeps }\n";

static const char *const boxes[] = { "archive", "bank", "buyer", "ledger", "mails", "site" };

/* Returns: (transfer full): the ids of the boxes in a picture, in this order */
static char *
list_boxes (const char *svg)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autofree char *id = g_strdup_printf ("data-id=\"%s\"", boxes[i]);

      if (strstr (svg, id) != NULL)
        g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", boxes[i]);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Exports the containers with options, separated by spaces. */
static CliRun *
export (const CliFolder *folder, const char *options)
{
  g_auto (GStrv) words = g_strsplit (options, " ", -1);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();

  cli_folder_add (folder, "shop.yaml", model);
  g_ptr_array_add (arguments, (gpointer) g_getenv ("SEEFOUR_CLI"));
  g_ptr_array_add (arguments, (gpointer) "export");
  g_ptr_array_add (arguments, (gpointer) "shop.yaml");
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (arguments, words[i]);
  g_ptr_array_add (arguments, NULL);
  g_test_message ("%s", options);
  return cli_run_program (folder, (const char *const *) arguments->pdata);
}

static void
test_what_is_left (void)
{
  static const struct
  {
    const char *options;
    const char *boxes;
  } cases[] = {
    { "--focus=ledger", "archive ledger site" },
    { "--focus=ledger --hops=2", "archive buyer ledger site" },
    { "--focus=ledger --direction=down", "archive ledger" },
    { "--focus=ledger --direction=up", "ledger site" },
    { "--focus=ledger --direction=up --hops=2", "buyer ledger site" },
    { "--focus=ledger --dim", "archive bank buyer ledger mails site" },
    { "--focus=buyer --focus-target=site --direction=up", "buyer site" },
    { "--only=sync", "archive bank buyer ledger site" },
    { "--only=async", "mails site" },
    { "--tag=web", "buyer site" },
    { "--tag=web --tag=money", "bank buyer site" },
    { "--protocol=SQL", "ledger site" },
    { "--protocol=SQL --protocol=Files", "archive ledger site" },
    { "--technology=Tape", "archive ledger" },
    { "--no-external", "archive buyer ledger mails site" },
    { "--only=sync --tag=late --tag=web", "buyer site" },
    { "--no-external --focus=site --direction=down", "ledger mails site" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CliFolder) folder = cli_folder_new ();
      g_autofree char *options
          = g_strconcat ("--view=container -o x.svg ", cases[i].options, NULL);
      g_autoptr (CliRun) run = export (folder, options);
      g_autofree char *svg = NULL;
      g_autofree char *left = NULL;

      cli_assert_status (run, 0);
      svg = cli_folder_read (folder, "x.svg");
      left = list_boxes (svg);
      g_assert_cmpstr (left, ==, cases[i].boxes);
    }
}

/* A picture of a part says that it is one. */
static void
test_title (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = export (folder, "--view=container --focus=bank --tag=money -o x.svg");
  g_autofree char *svg = NULL;

  cli_assert_status (run, 0);
  svg = cli_folder_read (folder, "x.svg");
  cli_assert_contains (svg, "Containers of Shop (#money, around Bank)");
}

/* One without the element in focus is exported whole. */
static void
test_other_views (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = export (folder, "--focus=buyer --view=container --view=flow-tell -o x/");
  g_autofree char *containers = NULL;
  g_autofree char *flow = NULL;

  cli_assert_status (run, 0);
  containers = cli_folder_read (folder, "x/container.svg");
  flow = cli_folder_read (folder, "x/flow-tell.svg");
  g_assert_null (strstr (containers, "data-id=\"archive\""));
  cli_assert_contains (flow, "data-id=\"archive\"");
}

/* What can't be meant: status 2, one line that helps, nothing written. */
static void
test_mistakes (void)
{
  static const struct
  {
    const char *options;
    const char *told;
  } cases[] = {
    { "--focus=ledgr", "the nearest is “ledger”" },
    { "--focus=x --view=flow-tell", "they have ledger, archive" },
    { "--focus=site --focus-target=buyer", "no line leads from “site” to “buyer”" },
    { "--focus=site --focus-target=sit", "the nearest is “site”" },
    { "--focus=site --hops=5", "1, 2, 3, 4" },
    { "--focus=site --hops=0", "1, 2, 3, 4" },
    { "--focus=site --direction=left", "both, up, down" },
    { "--hops=2", "--focus" },
    { "--direction=up", "--focus" },
    { "--dim", "--focus" },
    { "--focus-target=site", "--focus" },
    { "--only=fast", "sync, async" },
    { "--tag=mony", "the nearest is “money”" },
    { "--tag=x --view=container", "they have late, money, web" },
    { "--tag=x --view=flow-tell", "or any other" },
    { "--protocol=HTTP", "the nearest is “HTTPS”" },
    { "--technology=Postgre", "the nearest is “PostgreSQL”" },
    { "--only=async --view=flow-tell", "no line of the views is async" },
    { "--deck --focus=site", "--deck excludes --focus" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CliFolder) folder = cli_folder_new ();
      g_autofree char *options = g_strconcat ("-o x/ ", cases[i].options, NULL);
      g_autoptr (CliRun) run = export (folder, options);
      g_autofree char *files = NULL;

      cli_assert_status (run, 2);
      cli_assert_contains (run->err, cases[i].told);
      g_assert_cmpuint (cli_count_lines (run->err), ==, 1);
      files = cli_folder_list (folder, NULL);
      g_assert_cmpstr (files, ==, "shop.yaml");
    }
}

/* Filters that leave nothing over fail, and say so. */
static void
test_nothing_left (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) run = export (folder, "--view=container --only=async --protocol=SQL -o x.svg");

  cli_assert_status (run, 1);
  cli_assert_contains (run->err, "nothing in “Containers of Shop” passes all filters");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-lens/what-is-left", test_what_is_left);
  g_test_add_func ("/cli-lens/title", test_title);
  g_test_add_func ("/cli-lens/other-views", test_other_views);
  g_test_add_func ("/cli-lens/mistakes", test_mistakes);
  g_test_add_func ("/cli-lens/nothing-left", test_nothing_left);
  return g_test_run ();
}
