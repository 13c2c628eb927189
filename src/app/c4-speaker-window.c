/* c4-speaker-window.c: follows a presentation. */

#include "c4-speaker-window.h"

#include "c4-talk-keys.h"

#include <glib/gi18n.h>

struct _C4SpeakerWindow
{
  GtkWindow parent_instance;

  GtkLabel *place;
  GtkLabel *now;
  GtkLabel *notes;
  GtkLabel *then;
  C4Stage *preview;
  GtkLabel *elapsed;
  GtkLabel *clock;
  GtkToggleButton *pause_button;

  C4Presentation *presentation; /* (unowned) outlives this */
  GTimer *timer;                /* since the talk began, without pauses */
  guint tick;                   /* every second */
};

G_DEFINE_FINAL_TYPE (C4SpeakerWindow, c4_speaker_window, GTK_TYPE_WINDOW)

static const C4Talk *
get_talk (C4SpeakerWindow *window)
{
  return c4_presentation_get_talk (window->presentation);
}

static void
show_time (C4SpeakerWindow *window)
{
  guint seconds = (guint) g_timer_elapsed (window->timer, NULL);
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
  if (gtk_toggle_button_get_active (window->pause_button))
    g_timer_stop (window->timer);
  else
    g_timer_continue (window->timer);
  show_time (window);
}

static void
on_reset (C4SpeakerWindow *window)
{
  g_timer_start (window->timer);
  if (gtk_toggle_button_get_active (window->pause_button))
    g_timer_stop (window->timer);
  show_time (window);
}

static void
on_back (C4SpeakerWindow *window)
{
  c4_presentation_do (window->presentation, C4_TALK_BACK);
}

static void
on_forward (C4SpeakerWindow *window)
{
  c4_presentation_do (window->presentation, C4_TALK_FORWARD);
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
show_text (C4SpeakerWindow *window, GtkLabel *label, C4DeckPlace place)
{
  g_autoptr (C4PageText) text = make_text (window, place);
  g_autofree char *words = c4_page_text_to_string (text);

  gtk_label_set_label (label, words);
}

static void
show_place (C4SpeakerWindow *window, C4DeckPlace place)
{
  const C4Deck *deck = get_talk (window)->deck;
  g_autofree char *words
      = g_strdup_printf (_ ("Slide %u of %u"), place.slide + 1, deck->slides->len);

  gtk_label_set_label (window->place, words);
}

static void
show_preview (C4SpeakerWindow *window, C4DeckPlace place)
{
  static const char *const everything[] = { NULL };
  const C4Deck *deck = get_talk (window)->deck;
  const C4DeckSlide *slide = deck->slides->pdata[place.slide];
  C4Scene *scene = c4_shelf_get (c4_presentation_get_shelf (window->presentation), slide->path);

  gtk_widget_set_opacity (GTK_WIDGET (window->preview), scene != NULL ? 1 : 0);
  if (scene == NULL)
    return;
  c4_stage_set_text (window->preview, make_text (window, place));
  c4_stage_show_page (window->preview, scene, c4_deck_get_step (deck, place),
                      slide->slide != NULL ? slide->slide->focus : everything);
}

static void
show_next (C4SpeakerWindow *window, C4DeckPlace place)
{
  if (c4_deck_forward (get_talk (window)->deck, &place))
    {
      show_text (window, window->then, place);
      show_preview (window, place);
      return;
    }
  gtk_label_set_label (window->then, _ ("The end"));
  gtk_widget_set_opacity (GTK_WIDGET (window->preview), 0);
}

static void
update (C4SpeakerWindow *window)
{
  const C4Talk *talk = get_talk (window);
  const char *note;

  if (c4_talk_get_slide (talk) == NULL)
    return;
  note = c4_deck_get_note (talk->deck, talk->place);
  show_place (window, talk->place);
  show_text (window, window->now, talk->place);
  gtk_label_set_label (window->notes, note != NULL ? note : "");
  show_next (window, talk->place);
}

/* As in the presentation, but Tab goes from button to button here. */
static gboolean
on_key (C4SpeakerWindow *window, guint key, guint code, GdkModifierType modifiers)
{
  C4TalkCommand command = c4_talk_command_for_key (key, modifiers);

  if (command == C4_TALK_NOTHING || command == C4_TALK_OVERVIEW)
    return GDK_EVENT_PROPAGATE;
  c4_presentation_do (window->presentation, command);
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
  g_timer_destroy (C4_SPEAKER_WINDOW (object)->timer);

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
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, then);
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, elapsed);
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, clock);
  gtk_widget_class_bind_template_child (widget_class, C4SpeakerWindow, pause_button);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_forward);
  gtk_widget_class_bind_template_callback (widget_class, on_pause);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
}

static void
c4_speaker_window_init (C4SpeakerWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (window));
  c4_stage_set_moving (window->preview, FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), window, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  window->timer = g_timer_new ();
  window->tick = g_timeout_add_seconds (1, on_second, window);
  show_time (window);
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
  g_signal_connect_object (presentation, "changed", G_CALLBACK (update), window,
                           G_CONNECT_SWAPPED);
  update (window);
  return window;
}
