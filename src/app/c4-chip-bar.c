/* c4-chip-bar.c: a button for each condition of a lens. */

#include "c4-chip-bar.h"

#include <glib/gi18n.h>

struct _C4ChipBar
{
  AdwBin parent_instance;

  GtkBox *chips;
  C4Lens *lens; /* NULL: plain sight */
};

G_DEFINE_FINAL_TYPE (C4ChipBar, c4_chip_bar, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
change (C4ChipBar *self, C4Lens *lens)
{
  g_autoptr (C4Lens) other = lens;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, other);
}

static void
on_chip_clicked (GtkWidget *chip, C4ChipBar *self)
{
  C4Condition *condition = g_object_get_data (G_OBJECT (chip), "condition");

  change (self, c4_lens_with_condition (self->lens, condition, FALSE));
}

static void
on_clear_clicked (C4ChipBar *self)
{
  change (self, c4_lens_without_conditions (self->lens));
}

static GtkWidget *
make_chip (C4ChipBar *self, const C4Condition *condition)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "window-close-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *label = c4_condition_dup_label (condition);
  g_autofree char *name = g_strdup_printf (_ ("Remove the filter “%s”"), label);

  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (chip), "condition",
                          c4_condition_new (condition->kind, condition->value),
                          (GDestroyNotify) c4_condition_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_chip_clicked), self, 0);
  return chip;
}

static void
remove_chips (C4ChipBar *self)
{
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, chip);
}

static void
c4_chip_bar_finalize (GObject *object)
{
  C4ChipBar *self = C4_CHIP_BAR (object);

  g_clear_pointer (&self->lens, c4_lens_unref);

  G_OBJECT_CLASS (c4_chip_bar_parent_class)->finalize (object);
}

static void
c4_chip_bar_class_init (C4ChipBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = c4_chip_bar_finalize;

  /* The C4Lens that is wanted instead; nullable. */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/seefour/Seefour/ui/c4-chip-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, C4ChipBar, chips);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
}

static void
c4_chip_bar_init (C4ChipBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * c4_chip_bar_set_lens:
 * @self: a chip bar
 * @lens: (nullable): what the diagram is seen through; without a filter the bar isn't there
 */
void
c4_chip_bar_set_lens (C4ChipBar *self, C4Lens *lens)
{
  g_return_if_fail (C4_IS_CHIP_BAR (self));

  if (lens == self->lens)
    return;
  if (lens != NULL)
    c4_lens_ref (lens);
  g_clear_pointer (&self->lens, c4_lens_unref);
  self->lens = lens;
  remove_chips (self);
  gtk_widget_set_visible (GTK_WIDGET (self), lens != NULL && lens->conditions->len > 0);
  for (guint i = 0; lens != NULL && i < lens->conditions->len; i++)
    gtk_box_append (self->chips, make_chip (self, lens->conditions->pdata[i]));
}
