/* test-preferences.c: what the user prefers takes effect at once, in every window. */

#include "c4-outline-view.h"
#include "c4-preferences.h"
#include "window-fixture.h"

/* What text is twice as large with as on most screens. */
#define LARGE_DPI 192

static C4Application *application;

typedef struct
{
  C4Window *window;
  C4Viewer *viewer;
  GSettings *settings;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "ring.yaml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  fixture->settings = c4_application_get_settings (application);
  fixture->window = c4_window_new (application);
  fixture->viewer = c4_window_get_viewer (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  c4_window_open (fixture->window, file);
  wait_for_view (fixture->viewer, "system-context");
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer parts[] = { fixture->viewer };

  destroy_window (fixture->window, parts, G_N_ELEMENTS (parts));
  g_settings_reset (fixture->settings, "theme");
  g_settings_reset (fixture->settings, "detail");
  g_settings_reset (fixture->settings, "wheel");
  g_settings_reset (fixture->settings, "reduced-motion");
}

static void
test_theme (Fixture *fixture, gconstpointer unused)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_settings_set_string (fixture->settings, "theme", "dark");
  g_assert_true (adw_style_manager_get_dark (manager));
  g_settings_set_string (fixture->settings, "theme", "light");
  g_assert_false (adw_style_manager_get_dark (manager));
  g_settings_set_string (fixture->settings, "theme", "system");
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
}

/* Returns: (transfer full): the colour of the paper, which a diagram leaves free in the corner */
static char *
dup_paper (C4Canvas *canvas)
{
  cairo_surface_t *surface = draw_widget (GTK_WIDGET (canvas));
  const guint32 *pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  char *color = g_strdup_printf ("#%06x", pixels[0] & 0xffffff);

  cairo_surface_destroy (surface);
  return color;
}

typedef struct
{
  C4Canvas *canvas;
  const char *theme;
} Look;

static gboolean
has_theme (gpointer user_data)
{
  const Look *look = user_data;
  g_autofree char *paper = dup_paper (look->canvas);
  g_autofree char *expected
      = c4_color_to_string (c4_theme_get (look->theme)->colors[C4_ROLE_BACKGROUND]);

  return g_str_equal (paper, expected);
}

static void
wait_for_theme (Fixture *fixture, const char *name)
{
  Look look = { c4_viewer_get_canvas (fixture->viewer), name };

  g_test_message ("%s", name);
  wait_until (has_theme, &look);
}

/* Returns: (transfer full) (nullable): the settings of the desktop; %NULL: it has none of these */
static GSettings *
open_desktop_settings (const char *schema_id, const char *key)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = g_settings_schema_source_lookup (source, schema_id, TRUE);

  if (schema == NULL || !g_settings_schema_has_key (schema, key))
    return NULL;
  return g_settings_new (schema_id);
}

/* Diagrams are as dark and of as much contrast as the desktop is at the moment. */
static void
test_desktop_style (Fixture *fixture, gconstpointer unused)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GSettings) interface
      = open_desktop_settings ("org.gnome.desktop.interface", "color-scheme");
  g_autoptr (GSettings) access
      = open_desktop_settings ("org.gnome.desktop.a11y.interface", "high-contrast");

  if (interface == NULL || access == NULL
      || !adw_style_manager_get_system_supports_color_schemes (manager))
    {
      g_test_skip ("libadwaita doesn’t follow the desktop’s settings here");
      return;
    }
  wait_for_frame (GTK_WIDGET (fixture->window));
  wait_for_theme (fixture, "light");
  g_settings_set_string (interface, "color-scheme", "prefer-dark");
  wait_for_theme (fixture, "dark");
  g_settings_set_boolean (access, "high-contrast", TRUE);
  wait_for_theme (fixture, "contrast-dark");
  g_settings_reset (interface, "color-scheme");
  wait_for_theme (fixture, "contrast");
  g_settings_set_string (fixture->settings, "theme", "dark");
  wait_for_theme (fixture, "contrast-dark");
  g_settings_reset (access, "high-contrast");
  wait_for_theme (fixture, "dark");
}

/* Larger text is larger in what there is to read beside a diagram, at once. */
static void
test_large_text (Fixture *fixture, gconstpointer unused)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *outline = find_descendant (GTK_WIDGET (fixture->window), C4_TYPE_OUTLINE_VIEW);
  GtkWidget *label = find_descendant (outline, GTK_TYPE_LABEL);
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  int height, larger;

  pango_layout_get_pixel_size (layout, NULL, &height);
  g_object_set (settings, "gtk-xft-dpi", LARGE_DPI * 1024, NULL);
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), NULL, &larger);
  g_assert_cmpint (larger, >=, height * 3 / 2);
  wait_for_frame (GTK_WIDGET (fixture->window));
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

/* Of what is open, and of what is opened afterwards. */
static void
test_detail (Fixture *fixture, gconstpointer unused)
{
  g_settings_set_string (fixture->settings, "detail", "names");
  g_assert_cmpint (c4_viewer_get_detail (fixture->viewer), ==, C4_DETAIL_NAMES);
  wait_for_view (fixture->viewer, "system-context");
  g_assert_cmpint (c4_viewer_get_detail (c4_window_add_tab (fixture->window)), ==,
                   C4_DETAIL_NAMES);
}

static gboolean
is_zoomed (gpointer canvas)
{
  return !c4_canvas_get_fitted (canvas);
}

/* The wheel scrolls, and zooms with Ctrl. */
static void
test_wheel (Fixture *fixture, gconstpointer unused)
{
  C4Canvas *canvas = c4_viewer_get_canvas (fixture->viewer);
  double zoom;

  g_settings_set_string (fixture->settings, "wheel", "scroll");
  wait_for_frame (GTK_WIDGET (fixture->window));
  wait_until (is_active, fixture->window);
  zoom = c4_canvas_get_zoom (canvas);
  xdotool ("mousemove", "900", "500", "click", "5", NULL);
  wait_until (is_zoomed, canvas);
  g_assert_cmpfloat_with_epsilon (c4_canvas_get_zoom (canvas), zoom, 1e-6);
  c4_canvas_fit (canvas);
  xdotool ("keydown", "ctrl", "click", "4", "keyup", "ctrl", NULL);
  wait_until (is_zoomed, canvas);
  g_assert_cmpfloat (c4_canvas_get_zoom (canvas), >, zoom);
}

static gboolean
has_animations (void)
{
  gboolean enabled;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &enabled, NULL);
  return enabled;
}

static void
test_motion (Fixture *fixture, gconstpointer unused)
{
  g_settings_set_boolean (fixture->settings, "reduced-motion", TRUE);
  g_assert_false (has_animations ());
  g_settings_set_boolean (fixture->settings, "reduced-motion", FALSE);
  g_assert_true (has_animations ());
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static AdwComboRow *
find_combo (GtkWidget *widget, const char *title)
{
  if (ADW_IS_COMBO_ROW (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return ADW_COMBO_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AdwComboRow *found = find_combo (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_null (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

/* The rows show the settings, and change them. */
static void
test_rows (Fixture *fixture, gconstpointer unused)
{
  gpointer preferences = c4_preferences_new (GTK_WINDOW (fixture->window), fixture->settings);
  AdwComboRow *row = find_combo (preferences, "Detail");
  g_autofree char *detail = NULL;

  gtk_window_present (preferences);
  g_settings_set_string (fixture->settings, "detail", "short");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  adw_combo_row_set_selected (row, 2);
  detail = g_settings_get_string (fixture->settings, "detail");
  g_assert_cmpstr (detail, ==, "names");

  g_object_add_weak_pointer (G_OBJECT (preferences), &preferences);
  gtk_window_close (preferences);
  wait_until (is_null, &preferences);
}

#define add(path, function)                                                                        \
  g_test_add ("/preferences/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  application = window_fixture_start (&argc, &argv);
  add ("theme", test_theme);
  add ("desktop-style", test_desktop_style);
  add ("large-text", test_large_text);
  add ("detail", test_detail);
  add ("wheel", test_wheel);
  add ("motion", test_motion);
  add ("rows", test_rows);
  return window_fixture_run (application);
}
