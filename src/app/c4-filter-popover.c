/* c4-filter-popover.c: a check button for each condition that a view has anything for. */

#include "c4-filter-popover.h"

#include <glib/gi18n.h>

/* Longer technologies are wrapped, in characters. */
#define WIDEST 36

struct _C4FilterPopover
{
  GtkPopover parent_instance;

  GtkBox *list;
  GtkWidget *clear_button;
  C4Lens *lens; /* NULL: plain sight */
};

G_DEFINE_FINAL_TYPE (C4FilterPopover, c4_filter_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const headings[C4_N_FILTER_KINDS] = {
  [C4_FILTER_MODE] = N_ ("Lines"),
  [C4_FILTER_TAG] = N_ ("Tags"),
  [C4_FILTER_PROTOCOL] = N_ ("Protocols"),
  [C4_FILTER_TECHNOLOGY] = N_ ("Technologies"),
  [C4_FILTER_EXTERNAL] = N_ ("Boxes"),
};

static gboolean
has_conditions (const C4Lens *lens)
{
  return lens != NULL && lens->conditions->len > 0;
}

/* Takes the lens. */
static void
set_lens (C4FilterPopover *self, C4Lens *lens)
{
  g_clear_pointer (&self->lens, c4_lens_unref);
  self->lens = lens;
  gtk_widget_set_sensitive (self->clear_button, has_conditions (lens));
}

static void
on_toggled (GtkCheckButton *button, C4FilterPopover *self)
{
  C4Condition *condition = g_object_get_data (G_OBJECT (button), "condition");

  set_lens (self, c4_lens_with_condition (self->lens, condition,
                                          gtk_check_button_get_active (button)));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, self->lens);
}

static void
on_clear_clicked (C4FilterPopover *self)
{
  g_autoptr (C4Lens) lens = c4_lens_without_conditions (self->lens);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, lens);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_row (C4FilterPopover *self, const C4FilterChoice *choice)
{
  const C4Condition *condition = &choice->condition;
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *text = c4_condition_dup_label (condition);
  g_autofree char *count = g_strdup_printf ("%u", choice->count);
  GtkWidget *label = make_label (text, "body");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_label (count, "dim-label"));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               c4_lens_has_condition (self->lens, condition));
  g_object_set_data_full (G_OBJECT (button), "condition",
                          c4_condition_new (condition->kind, condition->value),
                          (GDestroyNotify) c4_condition_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
  return button;
}

static void
clear_list (C4FilterPopover *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
}

static void
append_choices (C4FilterPopover *self, const C4View *whole)
{
  g_autoptr (GPtrArray) choices = c4_filter_list_choices (whole);
  C4FilterKind kind = C4_N_FILTER_KINDS;

  for (guint i = 0; i < choices->len; i++)
    {
      const C4FilterChoice *choice = choices->pdata[i];

      if (choice->condition.kind != kind)
        gtk_box_append (self->list,
                        make_label (_ (headings[choice->condition.kind]), "heading"));
      kind = choice->condition.kind;
      gtk_box_append (self->list, make_row (self, choice));
    }
  if (choices->len == 0)
    gtk_box_append (self->list, make_label (_ ("There is nothing to filter here"), "dim-label"));
}

/* A check button takes arrows as if it were one of a group of radio buttons, and switches itself
 * on; here they go through the list. */
static gboolean
on_key_pressed (C4FilterPopover *self, guint key)
{
  if (key != GDK_KEY_Up && key != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (GTK_WIDGET (self->list),
                          key == GDK_KEY_Up ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static void
add_keys (C4FilterPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
c4_filter_popover_finalize (GObject *object)
{
  C4FilterPopover *self = C4_FILTER_POPOVER (object);

  g_clear_pointer (&self->lens, c4_lens_unref);

  G_OBJECT_CLASS (c4_filter_popover_parent_class)->finalize (object);
}

static void
c4_filter_popover_class_init (C4FilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = c4_filter_popover_finalize;

  /* The C4Lens that is wanted instead; nullable. */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/seefour/Seefour/ui/c4-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, C4FilterPopover, list);
  gtk_widget_class_bind_template_child (widget_class, C4FilterPopover, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
}

static void
c4_filter_popover_init (C4FilterPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
}

/**
 * c4_filter_popover_fill:
 * @self: a filter popover
 * @lens: (nullable): what the diagram is seen through
 * @whole: (nullable): the view with all that the lens leaves out
 */
void
c4_filter_popover_fill (C4FilterPopover *self, C4Lens *lens, const C4View *whole)
{
  g_return_if_fail (C4_IS_FILTER_POPOVER (self));

  set_lens (self, lens != NULL ? c4_lens_ref (lens) : NULL);
  clear_list (self);
  if (whole != NULL)
    append_choices (self, whole);
}
