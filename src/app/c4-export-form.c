/* c4-export-form.c: rows of choices. What a row offers has the names that settings and the command
 * line have for it. */

#include "c4-export-form.h"

#include "c4-export-size.h"

#include <glib/gi18n.h>

struct _C4ExportForm
{
  GtkBox parent_instance;

  AdwComboRow *scope_row;
  AdwActionRow *views_row;
  AdwComboRow *format_row;
  AdwComboRow *steps_row;
  AdwComboRow *style_row;
  AdwComboRow *size_row;
  AdwComboRow *theme_row;
  AdwComboRow *background_row;
  AdwComboRow *detail_row;
  GtkWidget *notes_row;
  GtkWidget *scale_row;
  GtkWidget *width_row;
  GtkWidget *height_row;
  GtkSpinButton *scale_spin;
  GtkSpinButton *width_spin;
  GtkSpinButton *height_spin;
  GtkSwitch *notes_switch;
  GtkSwitch *title_switch;
  GtkSwitch *legend_switch;
  GtkSwitch *stamp_switch;

  guint n_views; /* of all there are */
};

G_DEFINE_FINAL_TYPE (C4ExportForm, c4_export_form, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CHOOSE_VIEWS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In the order of the rows' lists, and of the enumerations where there are some. */
static const char *const scopes[] = { "this", "chosen", "all", "talk", NULL };
static const char *const formats[] = { "svg", "png", "pdf", NULL };
static const char *const steps[] = { "together", "apart", "animated", NULL };
static const char *const styles[] = { "diagram", "sequence", NULL };
static const char *const sizes[]
    = { "scale", "1920x1080", "3840x2160", "4:3", "a4", "letter", "own", NULL };
static const char *const themes[] = { "light", "dark", "contrast", "contrast-dark", NULL };
static const char *const backgrounds[] = { "theme", "white", "none", NULL };
static const char *const details[] = { "full", "short", "names", NULL };

typedef struct
{
  const char *key; /* in the settings */
  const char *const *names;
  gsize row; /* where the form has it */
} Choice;

#define ROW(name) G_STRUCT_OFFSET (C4ExportForm, name)

/* The format comes before what some formats alone have. */
static const Choice choices[] = {
  { "scope", scopes, ROW (scope_row) },
  { "format", formats, ROW (format_row) },
  { "steps", steps, ROW (steps_row) },
  { "style", styles, ROW (style_row) },
  { "size", sizes, ROW (size_row) },
  { "theme", themes, ROW (theme_row) },
  { "background", backgrounds, ROW (background_row) },
  { "detail", details, ROW (detail_row) },
};

static const struct
{
  const char *key;
  gsize spin;
  double fallback;
} numbers[] = {
  { "scale", ROW (scale_spin), 1 },
  { "width", ROW (width_spin), 1280 },
  { "height", ROW (height_spin), 720 },
};

static const struct
{
  const char *key;
  gsize toggle;
  gboolean fallback;
} flags[] = {
  { "notes", ROW (notes_switch), FALSE },
  { "title", ROW (title_switch), TRUE },
  { "legend", ROW (legend_switch), TRUE },
  { "stamp", ROW (stamp_switch), TRUE },
};

static const char *
get_name (AdwComboRow *row, const char *const *names)
{
  return names[adw_combo_row_get_selected (row)];
}

static void
select_name (AdwComboRow *row, const char *const *names, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      adw_combo_row_set_selected (row, i);
}

static void
show_numbers (C4ExportForm *self)
{
  const char *size = get_name (self->size_row, sizes);

  gtk_widget_set_visible (self->scale_row, g_str_equal (size, "scale"));
  gtk_widget_set_visible (self->width_row, g_str_equal (size, "own"));
  gtk_widget_set_visible (self->height_row, g_str_equal (size, "own"));
}

/* A row of choices has changed. */
static void
on_choice_changed (C4ExportForm *self)
{
  gboolean chosen = c4_export_form_get_scope (self) == C4_SCOPE_CHOSEN;

  gtk_widget_set_visible (GTK_WIDGET (self->views_row), chosen);
  show_numbers (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_format_changed (C4ExportForm *self)
{
  static const char *const uses[] = {
    N_ ("For the web and for editing"),
    N_ ("For slides and documents"),
    N_ ("For printing: all diagrams in one file"),
  };
  guint format = adw_combo_row_get_selected (self->format_row);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format_row), _ (uses[format]));
  gtk_widget_set_visible (self->notes_row, format == C4_FORMAT_PDF);
  if (format != C4_FORMAT_SVG
      && adw_combo_row_get_selected (self->steps_row) == C4_STEPS_ANIMATED)
    adw_combo_row_set_selected (self->steps_row, C4_STEPS_APART);
  on_choice_changed (self);
}

/* Only SVG moves. Steps are for screens, unless something else is chosen. */
static void
on_steps_changed (C4ExportForm *self)
{
  guint mode = adw_combo_row_get_selected (self->steps_row);

  if (mode == C4_STEPS_ANIMATED)
    adw_combo_row_set_selected (self->format_row, C4_FORMAT_SVG);
  if (mode != C4_STEPS_TOGETHER && g_str_equal (get_name (self->size_row, sizes), "scale"))
    select_name (self->size_row, sizes, "1920x1080");
  on_choice_changed (self);
}

static void
on_views_activated (C4ExportForm *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOOSE_VIEWS], 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/seefour/Seefour/ui/c4-export-form.ui");
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, scope_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, views_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, format_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, steps_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, style_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, size_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, theme_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, background_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, detail_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, notes_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, scale_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, width_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, height_row);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, scale_spin);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, width_spin);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, height_spin);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, notes_switch);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, title_switch);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, legend_switch);
  gtk_widget_class_bind_template_child (widget_class, C4ExportForm, stamp_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_format_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_steps_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_views_activated);
}

static void
c4_export_form_class_init (C4ExportFormClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHOOSE_VIEWS]
      = g_signal_new ("choose-views", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
c4_export_form_init (C4ExportForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  c4_export_form_set_n_views (self, 0);
  on_format_changed (self);
}

/* Tells how many there are of all of them. */
void
c4_export_form_set_n_views (C4ExportForm *form, guint n_views)
{
  g_autofree char *all = g_strdup_printf (ngettext ("All: %u", "All %u", n_views), n_views);
  const char *const names[] = { _ ("This One"), _ ("Chosen Ones"), all, _ ("The Talk"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  guint selected = adw_combo_row_get_selected (form->scope_row);

  form->n_views = n_views;
  adw_combo_row_set_model (form->scope_row, G_LIST_MODEL (list));
  if (selected != GTK_INVALID_LIST_POSITION)
    adw_combo_row_set_selected (form->scope_row, selected);
}

/* Tells how many of them are checked. */
void
c4_export_form_set_n_chosen (C4ExportForm *form, guint n_chosen)
{
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), n_chosen, form->n_views);

  adw_action_row_set_subtitle (form->views_row, count);
}

/**
 * c4_export_form_load:
 * @form: a form
 * @settings: (nullable): where choices are kept
 *
 * Shows the choices of the last time.
 */
void
c4_export_form_load (C4ExportForm *form, GSettings *settings)
{
  for (gsize i = 0; settings != NULL && i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *name = g_settings_get_string (settings, choices[i].key);

      select_name (G_STRUCT_MEMBER (AdwComboRow *, form, choices[i].row), choices[i].names, name);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GVariant) value
          = settings != NULL ? g_settings_get_value (settings, numbers[i].key) : NULL;
      double number = numbers[i].fallback;

      if (value != NULL)
        number = g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE) ? g_variant_get_double (value)
                                                                     : g_variant_get_int32 (value);
      gtk_spin_button_set_value (G_STRUCT_MEMBER (GtkSpinButton *, form, numbers[i].spin), number);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    gtk_switch_set_active (G_STRUCT_MEMBER (GtkSwitch *, form, flags[i].toggle),
                           settings != NULL ? g_settings_get_boolean (settings, flags[i].key)
                                            : flags[i].fallback);
}

/**
 * c4_export_form_save:
 * @form: a form
 * @settings: (nullable): where choices are kept
 */
void
c4_export_form_save (C4ExportForm *form, GSettings *settings)
{
  if (settings == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    g_settings_set_string (settings, choices[i].key,
                           get_name (G_STRUCT_MEMBER (AdwComboRow *, form, choices[i].row),
                                     choices[i].names));
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    g_settings_set_boolean (settings, flags[i].key,
                            gtk_switch_get_active (
                                G_STRUCT_MEMBER (GtkSwitch *, form, flags[i].toggle)));
  g_settings_set_double (settings, "scale", gtk_spin_button_get_value (form->scale_spin));
  g_settings_set_int (settings, "width", gtk_spin_button_get_value_as_int (form->width_spin));
  g_settings_set_int (settings, "height", gtk_spin_button_get_value_as_int (form->height_spin));
}

/**
 * c4_export_form_show_seen:
 * @form: a form that has been loaded
 * @detail: of the diagram on screen
 * @legend: whether its key is there
 */
void
c4_export_form_show_seen (C4ExportForm *form, C4Detail detail, gboolean legend)
{
  adw_combo_row_set_selected (form->detail_row, detail);
  gtk_switch_set_active (form->legend_switch, legend);
}

C4ExportScope
c4_export_form_get_scope (C4ExportForm *form)
{
  return (C4ExportScope) adw_combo_row_get_selected (form->scope_row);
}

static void
read_size (C4ExportForm *self, C4ExportOptions *options)
{
  const char *name = get_name (self->size_row, sizes);

  if (g_str_equal (name, "scale"))
    options->scale = gtk_spin_button_get_value (self->scale_spin);
  else if (!g_str_equal (name, "own"))
    c4_export_options_set_size (options, name);
  else
    {
      options->width = (guint) gtk_spin_button_get_value_as_int (self->width_spin);
      options->height = (guint) gtk_spin_button_get_value_as_int (self->height_spin);
    }
}

static void
read_background (C4ExportForm *self, C4ExportOptions *options)
{
  const char *name = get_name (self->background_row, backgrounds);

  options->has_background = !g_str_equal (name, "none");
  options->background = options->theme->colors[C4_ROLE_BACKGROUND];
  if (g_str_equal (name, "white"))
    c4_color_parse (name, &options->background);
}

/**
 * c4_export_form_read:
 * @form: a form
 * @options: (out): what is chosen
 */
void
c4_export_form_read (C4ExportForm *form, C4ExportOptions *options)
{
  c4_export_options_init (options);
  options->format = (C4Format) adw_combo_row_get_selected (form->format_row);
  options->steps = (C4StepMode) adw_combo_row_get_selected (form->steps_row);
  options->style = (C4Style) adw_combo_row_get_selected (form->style_row);
  options->detail = (C4Detail) adw_combo_row_get_selected (form->detail_row);
  options->theme = c4_theme_get (get_name (form->theme_row, themes));
  options->talk = c4_export_form_get_scope (form) == C4_SCOPE_TALK;
  options->title = gtk_switch_get_active (form->title_switch);
  options->legend = gtk_switch_get_active (form->legend_switch);
  options->stamp = gtk_switch_get_active (form->stamp_switch);
  options->notes = options->format == C4_FORMAT_PDF && gtk_switch_get_active (form->notes_switch);
  read_size (form, options);
  read_background (form, options);
}
