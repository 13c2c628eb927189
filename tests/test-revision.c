/* test-revision.c: what is drawn of files that are edited, broken, mended and deleted. */

#include "c4-revision.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  GFile *opened;
  C4Revision *revision;
} Fixture;

static char *
dup_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = dup_path (fixture, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* A model with one container. */
static void
write_model (Fixture *fixture, const char *name, const char *system_id, const char *container)
{
  g_autofree char *text
      = g_strdup_printf ("meta: { name: %s, primary_system: %s }\n"
                         "systems:\n"
                         "  - id: %s\n"
                         "    name: %s\n"
                         "    kind: internal\n"
                         "    containers: [ { id: %s, name: Part } ]\n",
                         system_id, system_id, system_id, system_id, container);

  write_file (fixture, name, text);
}

static void
delete_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = dup_path (fixture, name);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = g_dir_make_tmp ("seefour-revision-XXXXXX", NULL);
  write_model (fixture, "bank.yaml", "bank", "vault");
  write_model (fixture, "shop.yaml", "shop", "web");
}

static void
remove_folder (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  if (folder == NULL)
    return;
  while ((name = g_dir_read_name (folder)) != NULL)
    delete_file (fixture, name);
  g_rmdir (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  remove_folder (fixture);
  g_clear_pointer (&fixture->revision, c4_revision_unref);
  g_clear_object (&fixture->opened);
  g_free (fixture->folder);
}

static void
append_member (GString *text, const C4WorkspaceMember *member)
{
  g_string_append_printf (text, "%s:", member->system_id);
  for (guint i = 1; member->model != NULL && i < member->model->elements->len; i++)
    g_string_append_printf (text, " %s", ((C4Element *) member->model->elements->pdata[i])->id);
  if (member->model == NULL)
    g_string_append (text, " unloaded");
  if (member->candidates != NULL)
    g_string_append_printf (text, " +%u", member->candidates->relationships->len);
  g_string_append (text, "; ");
}

/* Systems and what is in them, then the files that are out of date. */
static char *
describe (const C4Revision *revision)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; revision->workspace != NULL && i < revision->workspace->members->len; i++)
    append_member (text, revision->workspace->members->pdata[i]);
  for (guint i = 0; i < revision->outdated->len; i++)
    {
      const C4OutdatedFile *outdated = revision->outdated->pdata[i];
      g_autofree char *name = g_path_get_basename (outdated->path);

      g_string_append_printf (text, "%s %s; ", outdated->deleted ? "deleted" : "broken", name);
    }
  if (text->len > 0)
    g_string_truncate (text, text->len - 2);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_state (Fixture *fixture, const char *expected)
{
  g_autofree char *found = describe (fixture->revision);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_first_problem (Fixture *fixture, const char *name, guint line)
{
  const C4Problem *problem = fixture->revision->problems->pdata[0];
  g_autofree char *base = g_path_get_basename (problem->file);

  g_assert_cmpstr (base, ==, name);
  g_assert_cmpuint (problem->line, ==, line);
}

static void
take (Fixture *fixture, C4Revision *revision)
{
  g_clear_pointer (&fixture->revision, c4_revision_unref);
  fixture->revision = revision;
}

static void
open_file (Fixture *fixture, const char *name, const char *expected)
{
  fixture->opened = g_file_new_build_filename (fixture->folder, name, NULL);
  take (fixture, c4_revision_read (fixture->opened, NULL, NULL));
  assert_state (fixture, expected);
}

static void
expect (Fixture *fixture, const char *expected)
{
  take (fixture, c4_revision_read (fixture->opened, fixture->revision, NULL));
  assert_state (fixture, expected);
}

static void
expect_nothing_new (Fixture *fixture)
{
  g_autoptr (C4Revision) revision = c4_revision_read (fixture->opened, fixture->revision, NULL);

  g_assert_true (revision == fixture->revision);
}

static void
test_edit (Fixture *fixture, gconstpointer unused)
{
  open_file (fixture, "shop.yaml", "shop: web; bank: unloaded");
  expect_nothing_new (fixture);
  write_model (fixture, "shop.yaml", "shop", "till");
  expect (fixture, "shop: till; bank: unloaded");
  write_model (fixture, "shop.yaml", "shop", "till");
  expect_nothing_new (fixture);
}

static void
test_break_and_mend (Fixture *fixture, gconstpointer unused)
{
  open_file (fixture, "shop.yaml", "shop: web; bank: unloaded");
  write_file (fixture, "shop.yaml", "meta: { name: Shop }\nsystems: [ {\n");
  expect (fixture, "shop: web; bank: unloaded; broken shop.yaml");
  expect_nothing_new (fixture);
  write_model (fixture, "shop.yaml", "shop", "till");
  expect (fixture, "shop: till; bank: unloaded");
  g_assert_cmpuint (fixture->revision->problems->len, ==, 0);
}

/* Though something could be drawn of it, what was there before is better. */
static void
test_small_mistake (Fixture *fixture, gconstpointer unused)
{
  open_file (fixture, "shop.yaml", "shop: web; bank: unloaded");
  write_file (fixture, "shop.yaml", "meta: { name: Shop, primary_system: shop }\n"
                                    "systems:\n"
                                    "  - { id: shop, name: Shop, kind: internal, rebo: x }\n");
  expect (fixture, "shop: web; bank: unloaded; broken shop.yaml");
  assert_first_problem (fixture, "shop.yaml", 3);
}

/* What was opened with errors goes on with errors: there is nothing better. */
static void
test_never_good (Fixture *fixture, gconstpointer unused)
{
  write_file (fixture, "shop.yaml", "meta: { name: Shop, primary_system: shop }\n"
                                    "systems:\n"
                                    "  - { id: shop, name: Shop, kind: internal, rebo: x }\n");
  open_file (fixture, "shop.yaml", "shop:; bank: unloaded");
  write_file (fixture, "shop.yaml",
              "meta: { name: Shop, primary_system: shop }\n"
              "systems:\n"
              "  - { id: shop, name: Shop, kind: internal, rebo: x }\n"
              "  - { id: post, name: Post }\n");
  expect (fixture, "shop: post; bank: unloaded");
  write_file (fixture, "shop.yaml", "{");
  expect (fixture, "shop: post; bank: unloaded; broken shop.yaml");
  write_file (fixture, "shop.yaml",
              "meta: { name: Shop, primary_system: shop }\n"
              "systems:\n"
              "  - { id: shop, name: Shop, kind: internal, rebo: x }\n"
              "  - { id: mint, name: Mint }\n");
  expect (fixture, "shop: mint; bank: unloaded");
}

static void
test_nothing_to_draw (Fixture *fixture, gconstpointer unused)
{
  write_file (fixture, "shop.yaml", "{");
  open_file (fixture, "shop.yaml", "");
  expect_nothing_new (fixture);
  write_model (fixture, "shop.yaml", "shop", "web");
  expect (fixture, "shop: web; bank: unloaded");
}

static void
test_delete (Fixture *fixture, gconstpointer unused)
{
  open_file (fixture, "shop.yaml", "shop: web; bank: unloaded");
  delete_file (fixture, "shop.yaml");
  expect (fixture, "shop: web; bank: unloaded; deleted shop.yaml");
  expect_nothing_new (fixture);
  write_model (fixture, "shop.yaml", "shop", "web");
  expect (fixture, "shop: web; bank: unloaded");
}

static void
test_emptied (Fixture *fixture, gconstpointer unused)
{
  open_file (fixture, ".", "bank: vault; shop: web");
  write_file (fixture, "bank.yaml", "");
  expect (fixture, "bank: vault; shop: web; broken bank.yaml");
}

static void
test_neighbours (Fixture *fixture, gconstpointer unused)
{
  open_file (fixture, "shop.yaml", "shop: web; bank: unloaded");
  take (fixture, c4_revision_read_member (fixture->revision, "bank", NULL));
  assert_state (fixture, "shop: web; bank: vault");
  expect_nothing_new (fixture);
  write_model (fixture, "bank.yaml", "bank", "desk");
  expect (fixture, "shop: web; bank: desk");
  write_file (fixture, "bank.yaml", "meta: [");
  expect (fixture, "shop: web; bank: desk; broken bank.yaml");
  write_model (fixture, "inn.yaml", "inn", "cellar");
  delete_file (fixture, "bank.yaml");
  expect (fixture, "shop: web; inn: unloaded");
}

static void
test_broken_neighbour (Fixture *fixture, gconstpointer unused)
{
  write_file (fixture, "bank.yaml", "meta: { name: Bank, primary_system: bank }\nsystems: 1\n");
  open_file (fixture, "shop.yaml", "shop: web; bank: unloaded");
  g_assert_cmpuint (fixture->revision->problems->len, ==, 0);
  take (fixture, c4_revision_read_member (fixture->revision, "bank", NULL));
  assert_state (fixture, "shop: web; bank: unloaded");
  assert_first_problem (fixture, "bank.yaml", 1);
}

static void
test_folder (Fixture *fixture, gconstpointer unused)
{
  open_file (fixture, ".", "bank: vault; shop: web");
  write_file (fixture, "bank.yaml", "meta: [");
  expect (fixture, "bank: vault; shop: web; broken bank.yaml");
  write_model (fixture, "shop.yaml", "shop", "till");
  expect (fixture, "bank: vault; shop: till; broken bank.yaml");
  write_model (fixture, "inn.yaml", "inn", "cellar");
  write_model (fixture, "bank.yaml", "bank", "desk");
  expect (fixture, "bank: desk; inn: cellar; shop: till");
  delete_file (fixture, "bank.yaml");
  expect (fixture, "inn: cellar; shop: till");
}

static void
test_folder_is_gone (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *uri = g_filename_to_uri (fixture->folder, NULL, NULL);

  g_clear_object (&fixture->opened);
  fixture->opened = g_file_new_for_path (fixture->folder);
  take (fixture, c4_revision_read (fixture->opened, NULL, NULL));
  remove_folder (fixture);
  take (fixture, c4_revision_read (fixture->opened, fixture->revision, NULL));
  g_assert_cmpuint (fixture->revision->workspace->members->len, ==, 2);
  g_assert_cmpuint (fixture->revision->outdated->len, ==, 1);
  g_assert_true (((C4OutdatedFile *) fixture->revision->outdated->pdata[0])->deleted);
  g_assert_true (g_strv_contains ((const char *const *) fixture->revision->folders, uri));

  g_mkdir (fixture->folder, 0755);
  write_model (fixture, "bank.yaml", "bank", "desk");
  expect (fixture, "bank: desk");
}

static void
test_workspace_file (Fixture *fixture, gconstpointer unused)
{
  write_file (fixture, "workspace.yml", "name: Town\nmodels: [shop.yaml, bank.yaml]\n");
  open_file (fixture, ".", "shop: web; bank: vault");
  write_file (fixture, "workspace.yml", "name: Town\nmodels: [shop.yaml\n");
  write_model (fixture, "shop.yaml", "shop", "till");
  expect (fixture, "shop: till; bank: vault; broken workspace.yml");
  write_file (fixture, "workspace.yml", "name: Town\nmodels: [shop.yaml]\n");
  expect (fixture, "shop: till");
  delete_file (fixture, "shop.yaml");
  expect (fixture, "shop: till; deleted shop.yaml");
}

/* A listed model that is missing doesn't take the one that remains from the checks. */
static void
test_checks_are_of_what_is_drawn (Fixture *fixture, gconstpointer unused)
{
  write_file (fixture, "workspace.yml", "name: Town\nmodels: [shop.yaml, bank.yaml]\n"
                                        "landscape: { groups: { All: [shop, bank] } }\n");
  open_file (fixture, ".", "shop: web; bank: vault");
  g_assert_cmpuint (fixture->revision->problems->len, ==, 0);
  write_file (fixture, "bank.yaml", "meta: [");
  expect (fixture, "shop: web; bank: vault; broken bank.yaml");
  for (guint i = 0; i < fixture->revision->problems->len; i++)
    assert_first_problem (fixture, "bank.yaml", 1);
}

/* What hasn't changed isn't made anew: whoever draws it needn't draw it again. */
static void
test_identity (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (C4Workspace) before = NULL;
  g_autoptr (C4Model) bank = NULL;

  write_file (fixture, "workspace.yml", "name: Town\nmodels: [shop.yaml, bank.yaml]\n"
                                        "landscape: { groups: { All: [shop, bank] } }\n");
  open_file (fixture, ".", "shop: web; bank: vault");
  before = c4_workspace_ref (fixture->revision->workspace);
  bank = c4_model_ref (c4_workspace_find_member (before, "bank")->model);

  write_file (fixture, "shop.yaml", "meta: [");
  expect (fixture, "shop: web; bank: vault; broken shop.yaml");
  g_assert_true (fixture->revision->workspace == before);
  write_model (fixture, "shop.yaml", "shop", "till");
  expect (fixture, "shop: till; bank: vault");
  g_assert_true (fixture->revision->workspace != before);
  g_assert_true (c4_workspace_find_member (fixture->revision->workspace, "bank")->model == bank);
  write_file (fixture, "workspace.yml", "name: Town\nmodels: [shop.yaml, bank.yaml]\n");
  expect (fixture, "shop: till; bank: vault");
  g_assert_cmpuint (fixture->revision->workspace->groups->len, ==, 0);
}

static void
test_candidates (Fixture *fixture, gconstpointer unused)
{
  static const char graph[] = "systems:\n"
                              "- { id: shop, name: example/shop, kind: internal }\n"
                              "- { id: bank, name: example/bank, kind: internal }\n"
                              "flows:\n"
                              "- { id: f, source: shop, target: bank, label: calls }\n";

  write_file (fixture, "shop.graph.yaml", graph);
  open_file (fixture, "shop.yaml", "shop: web +1; bank: unloaded");
  write_file (fixture, "shop.graph.yaml", "systems: {");
  write_model (fixture, "shop.yaml", "shop", "till");
  expect (fixture, "shop: till +1; bank: unloaded; broken shop.graph.yaml");
  delete_file (fixture, "shop.graph.yaml");
  expect (fixture, "shop: till; bank: unloaded");
}

static void
test_folders (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *elsewhere = g_dir_make_tmp ("seefour-revision-XXXXXX", NULL);
  g_autofree char *path = dup_path (fixture, "shop.yaml");
  g_autofree char *moved = g_build_filename (elsewhere, "shop.yaml", NULL);
  g_autofree char *here_uri = g_filename_to_uri (fixture->folder, NULL, NULL);
  g_autofree char *elsewhere_uri = g_filename_to_uri (elsewhere, NULL, NULL);

  g_assert_cmpint (g_rename (path, moved), ==, 0);
  g_assert_cmpint (symlink (moved, path), ==, 0);
  open_file (fixture, "shop.yaml", "shop: web; bank: unloaded");
  g_assert_cmpuint (g_strv_length (fixture->revision->folders), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) fixture->revision->folders, here_uri));
  g_assert_true (
      g_strv_contains ((const char *const *) fixture->revision->folders, elsewhere_uri));
  g_remove (moved);
  g_rmdir (elsewhere);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_async (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  open_file (fixture, "shop.yaml", "shop: web; bank: unloaded");
  c4_revision_read_member_async (fixture->revision, "bank", NULL, on_read, &done);
  while (done == NULL)
    g_main_context_iteration (NULL, TRUE);
  take (fixture, c4_revision_read_finish (done, &error));
  g_assert_no_error (error);
  assert_state (fixture, "shop: web; bank: vault");

  g_clear_object (&done);
  c4_revision_read_async (fixture->opened, fixture->revision, cancellable, on_read, &done);
  g_cancellable_cancel (cancellable);
  while (done == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (c4_revision_read_finish (done, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define add(path, function)                                                                        \
  g_test_add ("/revision/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("edit", test_edit);
  add ("break-and-mend", test_break_and_mend);
  add ("small-mistake", test_small_mistake);
  add ("never-good", test_never_good);
  add ("nothing-to-draw", test_nothing_to_draw);
  add ("delete", test_delete);
  add ("emptied", test_emptied);
  add ("neighbours", test_neighbours);
  add ("broken-neighbour", test_broken_neighbour);
  add ("folder", test_folder);
  add ("folder-is-gone", test_folder_is_gone);
  add ("workspace-file", test_workspace_file);
  add ("checks-are-of-what-is-drawn", test_checks_are_of_what_is_drawn);
  add ("identity", test_identity);
  add ("candidates", test_candidates);
  add ("folders", test_folders);
  add ("async", test_async);
  return g_test_run ();
}
