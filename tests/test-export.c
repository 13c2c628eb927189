/* test-export.c: views become files, all of them or none. */

#include "c4-export-names.h"
#include "c4-export.h"
#include "sketch.h"

#include <glib/gstdio.h>
#include <string.h>

#define SHOP                                                                                      \
  "system shop\n"                                                                                 \
  "person buyer\n"                                                                                \
  "external bank\n"                                                                               \
  "container web in shop tech=Django\n"                                                           \
  "container db in shop db\n"                                                                     \
  "component cart in web\n"                                                                       \
  "buyer -> web Buys {HTTPS}\n"                                                                   \
  "web -> db Reads\n"                                                                             \
  "web ~> bank Pays\n"                                                                            \
  "scenario buy\n"                                                                                \
  "step buyer -> web Buys\n"                                                                      \
  "step web ~> bank Pays\n"

typedef struct
{
  char *folder; /* for what is exported */
  C4Workspace *workspace;
  C4LayoutService *service;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace ("Trade", FALSE);
  g_autoptr (C4Model) shop = sketch_model (SHOP);

  sketch_member (builder, "shop", shop);
  fixture->workspace = c4_workspace_builder_build (builder);
  fixture->service = c4_layout_service_new (NULL);
  fixture->folder = g_dir_make_tmp ("seefour-export-XXXXXX", NULL);
}

/* The names of all files below a folder, sorted; hidden ones too. */
static void
list (const char *folder, const char *prefix, GPtrArray *names)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *below = g_strconcat (prefix, name, NULL);
      g_autofree char *inner = g_strconcat (below, "/", NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        list (path, inner, names);
      else
        g_ptr_array_add (names, g_steal_pointer (&below));
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
list_files (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  list (folder, "", names);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_all (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->result);
  g_assert_finalize_object (fixture->service);
  c4_workspace_unref (fixture->workspace);
  remove_all (fixture->folder);
  g_free (fixture->folder);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_null (fixture->result);
  fixture->result = g_object_ref (result);
}

static GPtrArray *
export (Fixture *fixture, const char *const *paths, const char *target, gboolean is_folder,
        const C4ExportOptions *options, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, target, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GPtrArray *files;

  c4_export_async (fixture->workspace, paths, file, is_folder, options, fixture->service,
                   cancellable, on_exported, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  files = c4_export_finish (fixture->result, error);
  g_clear_object (&fixture->result);
  return files;
}

static C4ExportOptions
options_for (C4Format format)
{
  C4ExportOptions options;

  c4_export_options_init (&options);
  options.format = format;
  return options;
}

static char *
read_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *content;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

static void
assert_files (Fixture *fixture, const char *expected)
{
  g_autofree char *files = list_files (fixture->folder);

  g_assert_cmpstr (files, ==, expected);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { "system-landscape", "shop/system-context", "shop/container",
                                "shop/flow-buy", NULL };
  C4ExportOptions options = options_for (C4_FORMAT_SVG);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files
      = export (fixture, paths, "new/folder", TRUE, &options, NULL, &error);
  g_autofree char *landscape = NULL;
  g_autofree char *context = NULL;
  g_autofree char *container = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 4);
  assert_files (fixture, "new/folder/shop/container.svg new/folder/shop/flow-buy.svg "
                         "new/folder/shop/system-context.svg new/folder/system-landscape.svg");
  landscape = read_file (fixture, "new/folder/system-landscape.svg");
  context = read_file (fixture, "new/folder/shop/system-context.svg");
  container = read_file (fixture, "new/folder/shop/container.svg");
  g_assert_nonnull (strstr (landscape, "<a href=\"shop/system-context.svg\""));
  g_assert_nonnull (strstr (context, "<a href=\"container.svg\""));
  g_assert_nonnull (strstr (container, "<a href=\"component-web.svg\""));
}

/* What a lens leaves out isn't in the file, what it dims is there. */
static void
test_lens (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { "shop/container", NULL };
  C4ExportOptions options = options_for (C4_FORMAT_SVG);
  C4Focus focus = { .source = (char *) "db", .hops = 1 };
  g_autoptr (C4Lens) dims = c4_lens_with_focus (NULL, &focus);
  g_autoptr (C4Lens) hides = NULL;
  g_autoptr (GPtrArray) whole_files
      = export (fixture, paths, "whole.svg", FALSE, &options, NULL, NULL);
  g_autoptr (GPtrArray) dimmed_files = NULL;
  g_autoptr (GPtrArray) less_files = NULL;
  g_autofree char *whole = read_file (fixture, "whole.svg");
  g_autofree char *dimmed = NULL;
  g_autofree char *less = NULL;

  g_assert_nonnull (whole_files);
  focus.hides = TRUE;
  hides = c4_lens_with_focus (NULL, &focus);
  options.lens = dims;
  dimmed_files = export (fixture, paths, "dimmed.svg", FALSE, &options, NULL, NULL);
  options.lens = hides;
  less_files = export (fixture, paths, "less.svg", FALSE, &options, NULL, NULL);
  dimmed = read_file (fixture, "dimmed.svg");
  less = read_file (fixture, "less.svg");
  g_assert_cmpstr (dimmed, !=, whole);
  g_assert_nonnull (strstr (dimmed, "data-id=\"buyer\""));
  g_assert_null (strstr (less, "data-id=\"buyer\""));
  g_assert_nonnull (strstr (less, "data-id=\"db\""));
}

static void
test_single_file (Fixture *fixture, gconstpointer data)
{
  const char *const one[] = { "shop/container", NULL };
  const char *const two[] = { "shop/container", "shop/system-context", NULL };
  C4ExportOptions options = options_for (C4_FORMAT_PNG);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = export (fixture, one, "a.png", FALSE, &options, NULL, &error);
  g_autoptr (GPtrArray) none = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 1);
  assert_files (fixture, "a.png");
  none = export (fixture, two, "b.png", FALSE, &options, NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_null (none);
  assert_files (fixture, "a.png");
}

static void
test_formats (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { "shop/container", "shop/system-context", NULL };
  C4ExportOptions pdf = options_for (C4_FORMAT_PDF);
  C4ExportOptions json = options_for (C4_FORMAT_JSON);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) book = export (fixture, paths, "all.pdf", FALSE, &pdf, NULL, &error);
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GPtrArray) data_files = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (book->len, ==, 1);
  pages = export (fixture, paths, ".", TRUE, &pdf, NULL, &error);
  g_assert_no_error (error);
  data_files = export (fixture, paths, ".", TRUE, &json, NULL, &error);
  g_assert_no_error (error);
  assert_files (fixture, "all.pdf shop/container.json shop/container.pdf "
                         "shop/system-context.json shop/system-context.pdf");
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { "shop/flow-buy", NULL };
  C4ExportOptions options = options_for (C4_FORMAT_SVG);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  options.steps = C4_STEPS_APART;
  files = export (fixture, paths, ".", TRUE, &options, NULL, &error);
  g_assert_no_error (error);
  assert_files (fixture, "shop/flow-buy-step-01.svg shop/flow-buy-step-02.svg");
  first = read_file (fixture, "shop/flow-buy-step-01.svg");
  second = read_file (fixture, "shop/flow-buy-step-02.svg");
  g_assert_cmpstr (first, !=, second);
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { "shop/container", NULL };

  for (C4Format format = C4_FORMAT_SVG; format <= C4_FORMAT_JSON; format++)
    {
      C4ExportOptions options = options_for (format);
      g_autofree char *name = g_strconcat ("shop/container.", c4_format_extension (format), NULL);
      g_autofree char *first_path = g_build_filename (fixture->folder, "1", name, NULL);
      g_autofree char *second_path = g_build_filename (fixture->folder, "2", name, NULL);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      gsize first_length, second_length;
      g_autoptr (GPtrArray) once = NULL;
      g_autoptr (GPtrArray) again = NULL;

      options.stamp = TRUE;
      once = export (fixture, paths, "1", TRUE, &options, NULL, NULL);
      again = export (fixture, paths, "2", TRUE, &options, NULL, NULL);
      g_file_get_contents (first_path, &first, &first_length, NULL);
      g_file_get_contents (second_path, &second, &second_length, NULL);
      g_assert_cmpmem (first, first_length, second, second_length);
    }
}

static void
test_stamp (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { "shop/container", NULL };
  C4ExportOptions options = options_for (C4_FORMAT_SVG);
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *svg = NULL;

  options.stamp = TRUE;
  files = export (fixture, paths, "stamped.svg", FALSE, &options, NULL, NULL);
  svg = read_file (fixture, "stamped.svg");
  g_assert_nonnull (strstr (svg, "Generated 2009-02-13 · Seefour"));
}

static void
test_unknown_view (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { "shop/container", "shop/containr", NULL };
  C4ExportOptions options = options_for (C4_FORMAT_SVG);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files
      = export (fixture, paths, "new/folder", TRUE, &options, NULL, &error);

  g_assert_error (error, C4_VIEW_ERROR, C4_VIEW_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "shop/containr"));
  g_assert_null (files);
  assert_files (fixture, "");
}

/* One of the files can't be put in its place: none is, and what was there before is as it was. */
static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { "shop/system-context", "shop/container", NULL };
  C4ExportOptions options = options_for (C4_FORMAT_SVG);
  g_autofree char *former
      = g_build_filename (fixture->folder, "shop", "system-context.svg", NULL);
  g_autofree char *obstacle
      = g_build_filename (fixture->folder, "shop", "container.svg", "x", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *content = NULL;

  g_assert_cmpint (g_mkdir_with_parents (obstacle, 0700), ==, 0);
  g_assert_true (g_file_set_contents (former, "mine", -1, NULL));
  files = export (fixture, paths, ".", TRUE, &options, NULL, &error);
  g_assert_nonnull (error);
  g_assert_null (files);
  assert_files (fixture, "shop/system-context.svg");
  content = read_file (fixture, "shop/system-context.svg");
  g_assert_cmpstr (content, ==, "mine");
}

static void
test_overwrites (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { "shop/container", NULL };
  C4ExportOptions options = options_for (C4_FORMAT_SVG);
  g_autofree char *former = g_build_filename (fixture->folder, "a.svg", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (former, "mine", -1, NULL));
  files = export (fixture, paths, "a.svg", FALSE, &options, NULL, &error);
  g_assert_no_error (error);
  assert_files (fixture, "a.svg");
  content = read_file (fixture, "a.svg");
  g_assert_nonnull (strstr (content, "<svg"));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { "shop/system-context", "shop/container", "shop/flow-buy", NULL };
  C4ExportOptions options = options_for (C4_FORMAT_SVG);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;

  g_cancellable_cancel (cancellable);
  files = export (fixture, paths, "new", TRUE, &options, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (files);
  assert_files (fixture, "");
}

typedef struct
{
  GCancellable *cancellable;
  guint done;
  guint total;
} Progress;

static void
on_progress (guint done, guint total, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpuint (done, ==, ++progress->done);
  progress->total = total;
  if (progress->cancellable != NULL)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_cancelled_half_way (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { "shop/system-context", "shop/container", "shop/flow-buy", NULL };
  C4ExportOptions options = options_for (C4_FORMAT_SVG);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Progress progress = { cancellable, 0, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;

  options.progress = on_progress;
  options.progress_data = &progress;
  files = export (fixture, paths, "new", TRUE, &options, cancellable, &error);
  g_assert_cmpuint (progress.done, >=, 1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (files);
  assert_files (fixture, "");
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { "shop/system-context", "shop/container", "shop/flow-buy", NULL };
  C4ExportOptions options = options_for (C4_FORMAT_JSON);
  Progress progress = { NULL, 0, 0 };
  g_autoptr (GPtrArray) files = NULL;

  options.progress = on_progress;
  options.progress_data = &progress;
  files = export (fixture, paths, ".", TRUE, &options, NULL, NULL);
  g_assert_cmpuint (files->len, ==, 3);
  g_assert_cmpuint (progress.done, ==, 3);
  g_assert_cmpuint (progress.total, ==, 3);
}

static void
test_names (void)
{
  struct
  {
    const char *path;
    const char *name;
  } cases[] = {
    { "container", "container.svg" },
    { "mit-learn/flow-login", "mit-learn/flow-login.svg" },
    { "../../etc/passwd", "_./_./etc/passwd.svg" },
    { "/abs", "_/abs.svg" },
    { ".hidden", "_hidden.svg" },
    { "a//b", "a/_/b.svg" },
    { "a:b*c?\"<>|\\", "a_b_c______.svg" },
    { "tab\there", "tab_here.svg" },
    { "größe", "größe.svg" },
    { "\xff", "\xef\xbf\xbd.svg" },
    { "", "_.svg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = c4_export_dup_name (cases[i].path, C4_FORMAT_SVG);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_long_name (void)
{
  g_autofree char *path = g_strnfill (5000, 'x');
  g_autofree char *name = c4_export_dup_name (path, C4_FORMAT_SVG);

  g_assert_cmpuint (strlen (name), <, 240);
}

static void
test_step_names (void)
{
  g_autofree char *few = c4_export_dup_step_name ("a/flow.svg", 3, 7);
  g_autofree char *many = c4_export_dup_step_name ("a/flow.svg", 3, 500);

  g_assert_cmpstr (few, ==, "a/flow-step-03.svg");
  g_assert_cmpstr (many, ==, "a/flow-step-003.svg");
}

static void
test_links (void)
{
  struct
  {
    const char *from;
    const char *to;
    const char *link;
  } cases[] = {
    { "a.svg", "b.svg", "b.svg" },
    { "a/x.svg", "a/y.svg", "y.svg" },
    { "a/x.svg", "b/y.svg", "../b/y.svg" },
    { "x.svg", "b/y.svg", "b/y.svg" },
    { "a/b/x.svg", "y.svg", "../../y.svg" },
    { "ab/x.svg", "abc/y.svg", "../abc/y.svg" },
    { "x.svg", "a b#?.svg", "a%20b%23%3F.svg" },
    { "x.svg", "javascript:alert(1).svg", "javascript%3Aalert%281%29.svg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *link = c4_export_dup_link (cases[i].from, cases[i].to);

      g_assert_cmpstr (link, ==, cases[i].link);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1234567890", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/export/folder", test_folder);
  ADD ("/export/lens", test_lens);
  ADD ("/export/single-file", test_single_file);
  ADD ("/export/formats", test_formats);
  ADD ("/export/steps", test_steps);
  ADD ("/export/same-bytes", test_same_bytes);
  ADD ("/export/stamp", test_stamp);
  ADD ("/export/unknown-view", test_unknown_view);
  ADD ("/export/unwritable", test_unwritable);
  ADD ("/export/overwrites", test_overwrites);
  ADD ("/export/cancelled", test_cancelled);
  ADD ("/export/cancelled-half-way", test_cancelled_half_way);
  ADD ("/export/progress", test_progress);
  g_test_add_func ("/export-names/names", test_names);
  g_test_add_func ("/export-names/long", test_long_name);
  g_test_add_func ("/export-names/steps", test_step_names);
  g_test_add_func ("/export-names/links", test_links);
  return g_test_run ();
}
