/* test-export-form.c: what is chosen is what is exported, and is chosen again the next time. */

#include "c4-application.h"
#include "c4-config.h"
#include "c4-export-form.h"
#include "c4-view-picker.h"
#include "sketch.h"
#include "window-fixture.h"

static C4ExportForm *
new_form (void)
{
  C4ExportForm *form = g_object_ref_sink (g_object_new (C4_TYPE_EXPORT_FORM, NULL));

  c4_export_form_set_n_views (form, 5);
  c4_export_form_load (form, NULL);
  return form;
}

static gpointer
child (C4ExportForm *form, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (form), C4_TYPE_EXPORT_FORM, name);
}

static void
select_item (C4ExportForm *form, const char *row, guint item)
{
  adw_combo_row_set_selected (child (form, row), item);
}

static guint
selected (C4ExportForm *form, const char *row)
{
  return adw_combo_row_get_selected (child (form, row));
}

static void
test_defaults (void)
{
  g_autoptr (C4ExportForm) form = new_form ();
  C4ExportOptions options;

  c4_export_form_read (form, &options);
  g_assert_cmpint (c4_export_form_get_scope (form), ==, C4_SCOPE_THIS);
  g_assert_cmpint (options.format, ==, C4_FORMAT_SVG);
  g_assert_cmpint (options.steps, ==, C4_STEPS_TOGETHER);
  g_assert_cmpfloat (options.scale, ==, 1);
  g_assert_cmpuint (options.width, ==, 0);
  g_assert_true (options.title && options.legend && options.stamp && options.has_background);
  g_assert_false (options.notes || options.talk);
  g_assert_cmpstr (options.theme->name, ==, "light");
}

static void
test_sizes (void)
{
  static const struct
  {
    C4Format format;
    guint item;
    guint width;
    guint height;
  } cases[] = {
    { C4_FORMAT_PNG, 1, 1920, 1080 }, { C4_FORMAT_PNG, 2, 3840, 2160 },
    { C4_FORMAT_PNG, 3, 1600, 1200 }, { C4_FORMAT_PNG, 4, 3508, 2480 },
    { C4_FORMAT_PDF, 4, 842, 595 },   { C4_FORMAT_PDF, 5, 792, 612 },
    { C4_FORMAT_SVG, 6, 1280, 720 },
  };
  g_autoptr (C4ExportForm) form = new_form ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      C4ExportOptions options;

      select_item (form, "format_row", cases[i].format);
      select_item (form, "size_row", cases[i].item);
      c4_export_form_read (form, &options);
      g_assert_cmpuint (options.width, ==, cases[i].width);
      g_assert_cmpuint (options.height, ==, cases[i].height);
    }
  g_assert_true (gtk_widget_get_visible (child (form, "width_row")));
  g_assert_false (gtk_widget_get_visible (child (form, "scale_row")));
}

static void
test_background (void)
{
  g_autoptr (C4ExportForm) form = new_form ();
  C4ExportOptions options;
  g_autofree char *white = NULL;

  select_item (form, "theme_row", 1);
  c4_export_form_read (form, &options);
  g_assert_cmpfloat (options.background.red, ==,
                     c4_theme_get ("dark")->colors[C4_ROLE_BACKGROUND].red);
  select_item (form, "background_row", 1); /* the export sees to it that all can be read on it */
  c4_export_form_read (form, &options);
  white = c4_color_to_string (options.background);
  g_assert_cmpstr (white, ==, "#ffffff");
  g_assert_cmpstr (options.theme->name, ==, "dark");
  select_item (form, "background_row", 2);
  c4_export_form_read (form, &options);
  g_assert_false (options.has_background);
}

/* Only SVG moves, only PDF has notes, and steps are for screens. */
static void
test_what_goes_together (void)
{
  g_autoptr (C4ExportForm) form = new_form ();
  C4ExportOptions options;

  select_item (form, "format_row", C4_FORMAT_PDF);
  gtk_switch_set_active (child (form, "notes_switch"), TRUE);
  select_item (form, "steps_row", C4_STEPS_ANIMATED);
  c4_export_form_read (form, &options);
  g_assert_cmpint (options.format, ==, C4_FORMAT_SVG);
  g_assert_false (options.notes);
  g_assert_cmpuint (options.width, ==, 1920);
  select_item (form, "format_row", C4_FORMAT_PDF);
  c4_export_form_read (form, &options);
  g_assert_cmpint (options.steps, ==, C4_STEPS_APART);
  g_assert_true (options.notes);
}

static void
test_remembered (void)
{
  g_autoptr (GSettings) settings = g_settings_new (C4_APPLICATION_ID ".Export");
  g_autoptr (C4ExportForm) form = new_form ();
  g_autoptr (C4ExportForm) next = new_form ();
  C4ExportOptions options;

  select_item (form, "scope_row", C4_SCOPE_ALL);
  select_item (form, "format_row", C4_FORMAT_PDF);
  select_item (form, "style_row", C4_STYLE_SEQUENCE);
  select_item (form, "size_row", 6);
  select_item (form, "theme_row", 2);
  select_item (form, "background_row", 1);
  select_item (form, "detail_row", C4_DETAIL_NAMES);
  gtk_spin_button_set_value (child (form, "width_spin"), 500);
  gtk_switch_set_active (child (form, "legend_switch"), FALSE);
  gtk_switch_set_active (child (form, "notes_switch"), TRUE);
  c4_export_form_save (form, settings);

  c4_export_form_load (next, settings);
  c4_export_form_read (next, &options);
  g_assert_cmpint (c4_export_form_get_scope (next), ==, C4_SCOPE_ALL);
  g_assert_cmpint (options.format, ==, C4_FORMAT_PDF);
  g_assert_cmpint (options.style, ==, C4_STYLE_SEQUENCE);
  g_assert_cmpint (options.detail, ==, C4_DETAIL_NAMES);
  g_assert_cmpuint (options.width, ==, 500);
  g_assert_cmpuint (options.height, ==, 720);
  g_assert_cmpstr (options.theme->name, ==, "contrast");
  g_assert_cmpuint (selected (next, "background_row"), ==, 1);
  g_assert_true (options.notes && options.title && !options.legend);
}

static void
count_signal (GObject *object, guint *n)
{
  (*n)++;
}

static void
test_picker (void)
{
  g_autoptr (C4Model) shop = sketch_model ("system shop\ncontainer web in shop\n");
  g_autoptr (C4Model) bank = sketch_model ("system bank\ncontainer vault in bank\n");
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace ("Trade", FALSE);
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (GPtrArray) outline = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (GPtrArray) none = NULL;
  C4ViewPicker *picker = g_object_ref_sink (g_object_new (C4_TYPE_VIEW_PICKER, NULL));
  GtkWidget *all;
  guint n = 0;

  sketch_member (builder, "shop", shop);
  sketch_member (builder, "bank", bank);
  workspace = c4_workspace_builder_build (builder);
  outline = c4_outline_new (workspace);
  c4_view_picker_set_workspace (picker, workspace, outline, "shop/container");
  g_signal_connect (picker, "changed", G_CALLBACK (count_signal), &n);
  one = c4_view_picker_dup_paths (picker);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (one->pdata[0], ==, "shop/container");

  all = find_descendant (GTK_WIDGET (picker), GTK_TYPE_BUTTON); /* of the workspace's own views */
  g_signal_emit_by_name (all, "clicked");
  more = c4_view_picker_dup_paths (picker);
  g_assert_cmpuint (more->len, >, 1);
  g_assert_cmpuint (n, ==, more->len - 1);
  g_assert_cmpstr (more->pdata[0], ==, "system-landscape");
  g_signal_emit_by_name (all, "clicked");
  none = c4_view_picker_dup_paths (picker);
  g_assert_cmpuint (none->len, ==, 1);
  g_assert_finalize_object (picker);
}

int
main (int argc, char *argv[])
{
  g_autoptr (C4Application) application = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  window_fixture_init (&argc, &argv);
  application = c4_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/export-form/defaults", test_defaults);
  g_test_add_func ("/export-form/sizes", test_sizes);
  g_test_add_func ("/export-form/background", test_background);
  g_test_add_func ("/export-form/what-goes-together", test_what_goes_together);
  g_test_add_func ("/export-form/remembered", test_remembered);
  g_test_add_func ("/export-form/picker", test_picker);
  status = g_test_run ();
  c4_layout_service_close (c4_application_get_layout_service (application));
  return status;
}
