/* c4-speaker-window.c: follows a presentation. */

#include "c4-speaker-window.h"

#include "c4-talk-keys.h"

#include <glib/gi18n.h>

struct _C4SpeakerWindow
{
  GtkWindow parent_instance;

  GtkLabel *place;
  GtkLabel *now;
  C4Stage *now_stage;
  GtkLabel *next;
  C4Stage *next_stage;
  GtkLabel *notes;
  GtkLabel *elapsed;
  GtkLabel *clock;
  GtkToggleButton *pause_button;
  GtkBox *controls;

  C4Presentation *presentation; /* (unowned) outlives this */
  GPtrArray *buttons;           /* (element-type GtkButton) one for each of `controls`; unowned */
  guint tick;                   /* every second */
};

G_DEFINE_FINAL_TYPE (C4SpeakerWindow, c4_speaker_window, GTK_TYPE_WINDOW)

typedef struct
{
  C4TalkCommand command;
  const char *label;
  const char *key;
  gsize flag; /* offset of what it switches in C4Talk; 0: it does something once */
} Control;

static const Control controls[] = {
  { C4_TALK_BACK, NC_ ("talk", "Back"), "←", 0 },
  { C4_TALK_FORWARD, NC_ ("talk", "On"), "→", 0 },
  { C4_TALK_BLACK, NC_ ("talk", "Black"), "B", 0 },
  { C4_TALK_WHITE, NC_ ("talk", "White"), "W", 0 },
  { C4_TALK_PLAY, NC_ ("talk", "Play"), "P", offsetof (C4Talk, playing) },
  { C4_TALK_SEQUENCE, NC_ ("talk", "Sequence"), "S", offsetof (C4Talk, sequence) },
  { C4_TALK_POINTER, NC_ ("talk", "Pointer"), "L", offsetof (C4Talk, pointer) },
  { C4_TALK_OVERVIEW, NC_ ("talk", "Slides"), "Tab", offsetof (C4Talk, overview) },
  { C4_TALK_HELP, NC_ ("talk", "Keys"), "?", offsetof (C4Talk, help) },
};

static const C4Talk *
get_talk (C4SpeakerWindow *window)
{
  return c4_presentation_get_talk (window->presentation);
}

static void
show_time (C4SpeakerWindow *window)
{
  guint seconds
      = (guint) g_timer_elapsed (c4_presentation_get_timer (window->presentation), NULL);
  g_autofree char *elapsed = g_strdup_printf ("%u:%02u:%02u", seconds / 3600, seconds / 60 % 60,
                                              seconds % 60);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = g_date_time_format (now, "%H:%M");

  gtk_label_set_label (window->elapsed, elapsed);
  gtk_label_set_label (window->clock, clock);
}

static gboolean
on_second (gpointer window)
{
  show_time (window);
  return G_SOURCE_CONTINUE;
}

static void
on_pause (C4SpeakerWindow *window)
{
  GTimer *timer = c4_presentation_get_timer (window->presentation);

  if (gtk_toggle_button_get_active (window->pause_button))
    g_timer_stop (timer);
  else
    g_timer_continue (timer);
  show_time (window);
}

static void
on_reset (C4SpeakerWindow *window)
{
  GTimer *timer = c4_presentation_get_timer (window->presentation);

  g_timer_start (timer);
  if (gtk_toggle_button_get_active (window->pause_button))
    g_timer_stop (timer);
  show_time (window);
}

/* The slides lie over the presentation, and so does what moves in them. */
static void
obey (C4SpeakerWindow *window, C4TalkCommand command)
{
  C4Presentation *presentation = window->presentation;

  c4_presentation_do (presentation, command);
  if (command == C4_TALK_OVERVIEW && c4_presentation_get_talk (presentation)->overview)
    gtk_window_present (GTK_WINDOW (presentation));
}

static void
on_control (C4SpeakerWindow *window, GtkButton *button)
{
  guint index;

  if (g_ptr_array_find (window->buttons, button, &index))
    obey (window, controls[index].command);
}

/* (transfer full): the words of a page, also while it hasn't been drawn */
static C4PageText *
make_text (C4SpeakerWindow *window, C4DeckPlace place)
{
  const C4Deck *deck = get_talk (window)->deck;
  const C4DeckSlide *slide = deck->slides->pdata[place.slide];
  g_autoptr (C4View) view = c4_outline_make_view (deck->workspace, slide->path, NULL);

  return c4_page_text_new (deck, place, view);
}

static void
show_text (GtkLabel *label, const C4PageText *text)
{
  g_autofree char *title = c4_page_text_dup_title (text);
  g_autofree char *markup
      = g_markup_printf_escaped ("<b><big>%s</big></b>\n%s", title,
                                 text->detail != NULL ? text->detail : "");

  gtk_label_set_markup (label, markup);
}

static void
show_place (C4SpeakerWindow *window, C4DeckPlace place)
{
  const C4Talk *talk = get_talk (window);
  guint step = c4_talk_get_step (talk);
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_printf (words, _ ("Slide %u of %u"), place.slide + 1, talk->deck->slides->len);
  if (step > 0)
    g_string_append_printf (words, _ (" · Step %u of %u"), step,
                            c4_talk_get_slide (talk)->n_steps);
  if (talk->typed > 0)
    g_string_append_printf (words, " · %u ↵", talk->typed);
  gtk_label_set_label (window->place, words->str);
}

/* (nullable): the picture of a page, as the room has it where it has it already */
static C4Scene *
find_scene (C4SpeakerWindow *window, const C4DeckSlide *slide)
{
  C4Stage *stage = c4_presentation_get_stage (window->presentation);
  C4Scene *shown = c4_canvas_get_scene (c4_stage_get_canvas (stage));

  if (shown != NULL && g_str_equal (shown->view->path, slide->path)
      && shown->view->workspace == get_talk (window)->deck->workspace)
    return shown;
  return c4_shelf_get (c4_presentation_get_shelf (window->presentation), slide->path);
}

static void
show_page (C4SpeakerWindow *window, C4Stage *stage, GtkLabel *label, C4DeckPlace place)
{
  static const char *const everything[] = { NULL };
  const C4Deck *deck = get_talk (window)->deck;
  const C4DeckSlide *slide = deck->slides->pdata[place.slide];
  C4Scene *scene = find_scene (window, slide);
  C4PageText *text = make_text (window, place);

  show_text (label, text);
  c4_stage_set_text (stage, text);
  gtk_widget_set_opacity (GTK_WIDGET (stage), scene != NULL ? 1 : 0);
  if (scene != NULL)
    c4_stage_show_page (stage, scene, c4_deck_get_step (deck, place),
                        slide->slide != NULL ? slide->slide->focus : everything);
}

static void
show_next (C4SpeakerWindow *window, C4DeckPlace place)
{
  if (c4_deck_forward (get_talk (window)->deck, &place))
    {
      show_page (window, window->next_stage, window->next, place);
      return;
    }
  gtk_label_set_label (window->next, _ ("The end"));
  gtk_widget_set_opacity (GTK_WIDGET (window->next_stage), 0);
}

static void
show_notes (C4SpeakerWindow *window, const char *notes)
{
  GtkWidget *label = GTK_WIDGET (window->notes);

  gtk_label_set_label (window->notes, notes != NULL ? notes : _ ("No notes"));
  if (notes != NULL)
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
}

static gboolean
is_on (const C4Talk *talk, const Control *control)
{
  if (control->command == C4_TALK_BLACK)
    return talk->veil == C4_VEIL_BLACK;
  if (control->command == C4_TALK_WHITE)
    return talk->veil == C4_VEIL_WHITE;
  return control->flag != 0 && G_STRUCT_MEMBER (gboolean, talk, control->flag);
}

static void
show_controls (C4SpeakerWindow *window)
{
  for (gsize i = 0; i < G_N_ELEMENTS (controls); i++)
    if (GTK_IS_TOGGLE_BUTTON (window->buttons->pdata[i]))
      gtk_toggle_button_set_active (window->buttons->pdata[i],
                                    is_on (get_talk (window), &controls[i]));
}

static void
update (C4SpeakerWindow *window)
{
  const C4Talk *talk = get_talk (window);

  show_controls (window);
  if (c4_talk_get_slide (talk) == NULL)
    return;
  show_place (window, talk->place);
  show_page (window, window->now_stage, window->now, talk->place);
  if (talk->veil != C4_VEIL_NONE)
    gtk_widget_set_opacity (GTK_WIDGET (window->now_stage), 0.3);
  show_next (window, talk->place);
  show_notes (window, c4_deck_get_note (talk->deck, talk->place));
}

static gboolean
on_key (C4SpeakerWindow *window, guint key, guint code, GdkModifierType modifiers)
{
  C4TalkCommand command = c4_talk_command_for_key (key, modifiers);

  if (command == C4_TALK_NOTHING)
    return GDK_EVENT_PROPAGATE;
  obey (window, command);
  return GDK_EVENT_STOP;
}

/* The talk knows whether it has this window. */
static gboolean
c4_speaker_window_close_request (GtkWindow *window)
{
  c4_presentation_do (C4_SPEAKER_WINDOW (window)->presentation, C4_TALK_SPEAKER);
  return GDK_EVENT_STOP;
}

static void
c4_speaker_window_dispose (GObject *object)
{
  C4SpeakerWindow *window = C4_SPEAKER_WINDOW (object);

  g_clear_handle_id (&window->tick, g_source_remove);

  G_OBJECT_CLASS (c4_speaker_window_parent_class)->dispose (object);
}

static void
c4_speaker_window_finalize (GObject *object)
{
  g_ptr_array_unref (C4_SPEAKER_WINDOW (object)->buttons);

  G_OBJECT_CLASS (c4_speaker_window_parent_class)->finalize (object);
}

static void
c4_speaker_window_class_init (C4SpeakerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = c4_speaker_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = c4_speaker_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = c4_speaker_window_close_request;

  g_type_ensure (C4_TYPE_STAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/seefour/Seefour/ui/c4-speaker-window.ui");
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, place);
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, now);
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, now_stage);
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, next);
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, next_stage);
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, elapsed);
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, clock);
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, pause_button);
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, controls);
  gtk_widget_class_bind_template_callback (widget_class, on_pause);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
}

/* Every key is the talk's, so that none of them is a button's. */
static void
add_control (C4SpeakerWindow *window, const Control *control)
{
  gboolean switches
      = control->flag != 0 || control->command == C4_TALK_BLACK || control->command == C4_TALK_WHITE;
  GtkWidget *button = switches ? gtk_toggle_button_new () : gtk_button_new ();
  g_autofree char *tooltip = g_strdup_printf (_ ("Key: %s"), control->key);

  gtk_button_set_label (GTK_BUTTON (button), g_dpgettext2 (NULL, "talk", control->label));
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_hexpand (button, TRUE);
  if (control->command == C4_TALK_FORWARD)
    gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_control), window, G_CONNECT_SWAPPED);
  gtk_box_append (window->controls, button);
  g_ptr_array_add (window->buttons, button);
}

static void
c4_speaker_window_init (C4SpeakerWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (window));
  c4_stage_set_moving (window->now_stage, FALSE);
  c4_stage_set_moving (window->next_stage, FALSE);
  window->buttons = g_ptr_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (controls); i++)
    add_control (window, &controls[i]);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), window, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  window->tick = g_timeout_add_seconds (1, on_second, window);
}

/**
 * c4_speaker_window_new:
 * @presentation: what it is about
 *
 * Returns: (transfer none): a window that isn't shown yet; closing it tells the talk
 */
C4SpeakerWindow *
c4_speaker_window_new (C4Presentation *presentation)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (presentation));
  C4SpeakerWindow *window
      = g_object_new (C4_TYPE_SPEAKER_WINDOW, "application", application, NULL);

  window->presentation = presentation;
  gtk_toggle_button_set_active (window->pause_button,
                                !g_timer_is_active (c4_presentation_get_timer (presentation)));
  g_signal_connect_object (presentation, "changed", G_CALLBACK (update), window,
                           G_CONNECT_SWAPPED);
  show_time (window);
  update (window);
  return window;
}
