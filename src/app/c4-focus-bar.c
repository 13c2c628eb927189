/* c4-focus-bar.c: reads a lens's focus into its controls, and makes another one of them. */

#include "c4-focus-bar.h"

#include "c4-sentence.h"

#include <glib/gi18n.h>

struct _C4FocusBar
{
  AdwBin parent_instance;

  GtkOrientable *rows;
  GtkLabel *name;
  GtkSpinButton *hops;
  GtkDropDown *direction;
  GtkToggleButton *hide_button;

  C4Lens *lens;     /* NULL: plain sight */
  gboolean reading; /* a lens is being shown: what changes isn't what somebody wants */
};

G_DEFINE_FINAL_TYPE (C4FocusBar, c4_focus_bar, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
change (C4FocusBar *self, C4Lens *lens)
{
  g_autoptr (C4Lens) other = lens;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, other);
}

static void
on_control_changed (C4FocusBar *self)
{
  const C4Focus *focus = self->lens != NULL ? self->lens->focus : NULL;

  if (!self->reading && focus != NULL)
    change (self, c4_focus_bar_aim (self, self->lens, focus->source, focus->target));
}

static void
on_close_clicked (C4FocusBar *self)
{
  change (self, c4_lens_with_focus (self->lens, NULL));
}

static const char *
get_name (const C4View *view, const char *id)
{
  int node = c4_view_find_node (view, id);

  return node >= 0 ? ((const C4ViewNode *) view->nodes->pdata[node])->name : id;
}

static void
show_name (C4FocusBar *self, const C4Focus *focus, const C4View *view)
{
  g_autofree char *text = g_strdup (get_name (view, focus->source));

  if (focus->target != NULL)
    {
      g_free (text);
      text = c4_sentence_dup_arrow (get_name (view, focus->source),
                                    get_name (view, focus->target));
    }
  gtk_label_set_label (self->name, text);
}

static void
show_focus (C4FocusBar *self, const C4Focus *focus)
{
  self->reading = TRUE;
  gtk_spin_button_set_value (self->hops, focus->hops);
  gtk_drop_down_set_selected (self->direction, focus->direction);
  gtk_toggle_button_set_active (self->hide_button, focus->hides);
  self->reading = FALSE;
}

static void
c4_focus_bar_finalize (GObject *object)
{
  C4FocusBar *self = C4_FOCUS_BAR (object);

  g_clear_pointer (&self->lens, c4_lens_unref);

  G_OBJECT_CLASS (c4_focus_bar_parent_class)->finalize (object);
}

static void
c4_focus_bar_class_init (C4FocusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = c4_focus_bar_finalize;

  /* The C4Lens that is wanted instead; nullable. */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/seefour/Seefour/ui/c4-focus-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, C4FocusBar, rows);
  gtk_widget_class_bind_template_child (widget_class, C4FocusBar, name);
  gtk_widget_class_bind_template_child (widget_class, C4FocusBar, hops);
  gtk_widget_class_bind_template_child (widget_class, C4FocusBar, direction);
  gtk_widget_class_bind_template_child (widget_class, C4FocusBar, hide_button);
  gtk_widget_class_bind_template_callback (widget_class, on_control_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
}

static void
c4_focus_bar_init (C4FocusBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * c4_focus_bar_set_lens:
 * @self: a focus bar
 * @lens: (nullable): what the diagram is seen through; without a focus the bar isn't there
 * @view: (nullable): what the diagram shows
 */
void
c4_focus_bar_set_lens (C4FocusBar *self, C4Lens *lens, const C4View *view)
{
  gboolean has_focus = lens != NULL && lens->focus != NULL && view != NULL;

  g_return_if_fail (C4_IS_FOCUS_BAR (self));

  if (lens != NULL)
    c4_lens_ref (lens);
  g_clear_pointer (&self->lens, c4_lens_unref);
  self->lens = lens;
  gtk_widget_set_visible (GTK_WIDGET (self), has_focus);
  if (!has_focus)
    return;
  show_name (self, lens->focus, view);
  show_focus (self, lens->focus);
}

/**
 * c4_focus_bar_set_narrow:
 * @self: a focus bar
 * @narrow: whether it is to have two rows
 */
void
c4_focus_bar_set_narrow (C4FocusBar *self, gboolean narrow)
{
  g_return_if_fail (C4_IS_FOCUS_BAR (self));

  gtk_orientable_set_orientation (self->rows, narrow ? GTK_ORIENTATION_VERTICAL
                                                     : GTK_ORIENTATION_HORIZONTAL);
}

/**
 * c4_focus_bar_aim:
 * @self: a focus bar
 * @lens: (nullable): a lens
 * @source: id of a box
 * @target: (nullable): id of the box that lines lead to from @source; %NULL: @source is in focus
 *
 * Returns: (transfer full): the lens with that focus, as far and in the direction that the bar's
 *   controls say
 */
C4Lens *
c4_focus_bar_aim (C4FocusBar *self, const C4Lens *lens, const char *source, const char *target)
{
  C4Focus focus = { .source = (char *) source, .target = (char *) target };

  g_return_val_if_fail (C4_IS_FOCUS_BAR (self), NULL);

  focus.hops = (guint) gtk_spin_button_get_value_as_int (self->hops);
  focus.direction = gtk_drop_down_get_selected (self->direction);
  focus.hides = gtk_toggle_button_get_active (self->hide_button);
  return c4_lens_with_focus (lens, &focus);
}
