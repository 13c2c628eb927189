/* c4-presentation.c: from keys and clicks to the talk, and from the talk to what is seen. */

#include "c4-presentation-private.h"

#include "c4-announcement.h"
#include "c4-talk-keys.h"

#include <glib/gi18n.h>

/* How many slides are drawn before they are come to. */
#define LOOK_AHEAD 2

G_DEFINE_FINAL_TYPE (C4Presentation, c4_presentation, GTK_TYPE_WINDOW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
prepare (C4Presentation *self, const char *path)
{
  const GPtrArray *slides = self->talk->deck->slides;
  guint first = self->talk->place.slide + 1;

  c4_shelf_want (self->shelf, path);
  for (guint i = first; i < slides->len && i < first + LOOK_AHEAD; i++)
    c4_shelf_prepare (self->shelf, ((C4DeckSlide *) slides->pdata[i])->path);
}

/* What is shown already stays while a scenario is told, even if a better picture has come up:
 * boxes that jump between two steps would be taken for something that happens. */
static C4Scene *
choose_scene (C4Presentation *self, const C4DeckSlide *slide)
{
  C4Scene *shown = c4_canvas_get_scene (c4_stage_get_canvas (self->stage));

  if (shown != NULL && !self->restyled && c4_talk_get_step (self->talk) > 0
      && g_str_equal (shown->view->path, slide->path)
      && shown->view->workspace == self->talk->deck->workspace)
    return shown;
  return c4_shelf_get (self->shelf, slide->path);
}

/* (transfer full): what the slide's words are about, also while there is no picture */
static C4View *
find_view (C4Presentation *self, C4Scene *scene, const char *path)
{
  if (scene != NULL)
    return c4_view_ref (scene->view);
  return c4_outline_make_view (self->talk->deck->workspace, path, NULL);
}

static C4PageText *
make_text (C4Presentation *self, C4Scene *scene, const char *path)
{
  g_autoptr (C4View) view = find_view (self, scene, path);
  C4PageText *text = c4_page_text_new (self->talk->deck, self->talk->place, view);
  const char *failure = c4_shelf_get_failure (self->shelf, path);

  if (scene == NULL && failure != NULL)
    {
      g_free (text->detail);
      text->detail = g_strdup (failure);
    }
  return text;
}

static gboolean
on_time (gpointer user_data)
{
  C4Presentation *self = user_data;

  self->next_page = 0;
  c4_presentation_do (self, C4_TALK_FORWARD);
  return G_SOURCE_REMOVE;
}

/* A page is read out when it comes, the first one when its window is there to be heard of. A
 * speaker turns pages in another window. */
static void
announce (C4Presentation *self, const char *spoken)
{
  if (g_strcmp0 (self->announced, spoken) == 0)
    return;
  g_free (self->announced);
  self->announced = g_strdup (spoken);
  if (gtk_window_is_active (GTK_WINDOW (self)) || self->speaker != NULL)
    c4_announce (GTK_WIDGET (self), spoken);
}

static void
on_is_active (C4Presentation *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)) && self->announced != NULL)
    c4_announce (GTK_WIDGET (self), self->announced);
}

static void
restart_timer (C4Presentation *self, const char *spoken)
{
  g_clear_handle_id (&self->next_page, g_source_remove);
  if (self->talk->playing)
    self->next_page = g_timeout_add (c4_talk_find_time (self->talk, spoken), on_time, self);
}

static void
show_page (C4Presentation *self, const C4DeckSlide *slide)
{
  static const char *const everything[] = { NULL };
  C4Scene *scene = choose_scene (self, slide);
  C4PageText *text = make_text (self, scene, slide->path);
  g_autofree char *spoken = c4_page_text_to_string (text);

  if (scene != NULL)
    {
      c4_stage_show_page (self->stage, scene, c4_talk_get_step (self->talk),
                          slide->slide != NULL ? slide->slide->focus : everything);
      self->restyled = FALSE;
    }
  restart_timer (self, spoken);
  announce (self, spoken);
  c4_stage_set_text (self->stage, text);
}

static void
show_veil (C4Presentation *self)
{
  gtk_widget_set_visible (self->veil, self->talk->veil != C4_VEIL_NONE);
  gtk_widget_remove_css_class (self->veil, "white");
  if (self->talk->veil == C4_VEIL_WHITE)
    gtk_widget_add_css_class (self->veil, "white");
}

/* What the speaker alone wants to know, small in a corner. */
static void
show_hint (C4Presentation *self)
{
  g_autofree char *text = NULL;

  if (self->talk->typed > 0)
    text = g_strdup_printf ("%u ↵", self->talk->typed);
  else if (self->talk->playing)
    text = g_strdup ("▶");
  gtk_label_set_label (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL);
}

static void
show_overview (C4Presentation *self)
{
  GtkWidget *overview = GTK_WIDGET (self->overview);
  gboolean opens = self->talk->overview && !gtk_widget_get_visible (overview);

  /* It takes the focus, which it can't while it is hidden. */
  gtk_widget_set_visible (overview, self->talk->overview);
  if (opens)
    c4_overview_show_deck (self->overview, self->talk->deck, self->talk->place.slide);
}

/* Shows where the talk is now. */
static void
update (C4Presentation *self)
{
  const C4DeckSlide *slide = c4_talk_get_slide (self->talk);
  C4DeckPlace place = self->talk->place;

  if (place.slide != self->shown.slide || place.page != self->shown.page)
    c4_stage_stop_magnifying (self->stage);
  self->shown = place;
  if (slide != NULL)
    {
      prepare (self, slide->path);
      show_page (self, slide);
    }
  show_veil (self);
  show_hint (self);
  show_overview (self);
  c4_presentation_show_speaker (self);
  gtk_widget_set_visible (GTK_WIDGET (self->help), self->talk->help);
  c4_presentation_pointer_set_lit (self->pointer, self->talk->pointer);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_shelf_changed (C4Presentation *self, const char *path)
{
  const C4DeckSlide *slide = c4_talk_get_slide (self->talk);

  if (slide != NULL && g_str_equal (slide->path, path))
    show_page (self, slide);
  c4_overview_update (self->overview, path);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The model is another now; where it can't be read, the talk goes on with what there was. */
static void
on_document_changed (C4Presentation *self)
{
  C4Workspace *workspace = c4_document_get_workspace (self->document);

  if (workspace == NULL || workspace == self->talk->deck->workspace)
    return;
  c4_talk_set_deck (self->talk, c4_deck_new (workspace));
  c4_shelf_set_workspace (self->shelf, workspace);
  if (self->talk->overview)
    c4_overview_show_deck (self->overview, self->talk->deck, self->talk->place.slide);
  update (self);
}

static gboolean
on_key (C4Presentation *self, guint key, guint code, GdkModifierType modifiers)
{
  C4TalkCommand command = c4_talk_command_for_key (key, modifiers);

  if (command == C4_TALK_NOTHING)
    return GDK_EVENT_PROPAGATE;
  /* The other keys move in the overview. */
  if (self->talk->overview && command != C4_TALK_OVERVIEW && command != C4_TALK_LEAVE)
    return GDK_EVENT_PROPAGATE;
  c4_presentation_do (self, command);
  return GDK_EVENT_STOP;
}

static void
on_click (C4Presentation *self, int n_press, double x, double y, GtkGestureSingle *click)
{
  guint button = gtk_gesture_single_get_current_button (click);

  if (self->talk->help)
    c4_presentation_do (self, C4_TALK_HELP);
  else if (!self->talk->overview && button == GDK_BUTTON_PRIMARY)
    c4_presentation_do (self, C4_TALK_FORWARD);
  else if (!self->talk->overview && button == GDK_BUTTON_SECONDARY)
    c4_presentation_do (self, C4_TALK_BACK);
}

static gboolean
on_scroll (C4Presentation *self, double dx, double dy)
{
  if (self->talk->overview || dy == 0)
    return GDK_EVENT_PROPAGATE;
  c4_presentation_do (self, dy < 0 ? C4_TALK_NEARER : C4_TALK_FARTHER);
  return GDK_EVENT_STOP;
}

static void
on_motion (C4Presentation *self, double x, double y)
{
  c4_stage_set_pointer (self->stage, x, y);
}

static void
on_slide_chosen (C4Presentation *self, guint slide)
{
  c4_talk_go_to_slide (self->talk, slide);
  update (self);
}

static gboolean
c4_presentation_close_request (GtkWindow *window)
{
  c4_presentation_uninhibit (C4_PRESENTATION (window));
  return GTK_WINDOW_CLASS (c4_presentation_parent_class)->close_request (window);
}

static void
c4_presentation_dispose (GObject *object)
{
  C4Presentation *self = C4_PRESENTATION (object);

  /* It may have gone with the window that it was started from, which nobody closes. */
  c4_presentation_uninhibit (self);
  g_clear_handle_id (&self->next_page, g_source_remove);
  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_pointer (&self->speaker, gtk_window_destroy);
  if (self->shelf != NULL)
    c4_shelf_close (self->shelf);
  g_clear_object (&self->shelf);
  g_clear_object (&self->pointer);
  g_clear_object (&self->document);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (c4_presentation_parent_class)->dispose (object);
}

static void
c4_presentation_finalize (GObject *object)
{
  C4Presentation *self = C4_PRESENTATION (object);

  g_clear_pointer (&self->talk, c4_talk_free);
  g_clear_pointer (&self->announced, g_free);
  g_timer_destroy (self->timer);

  G_OBJECT_CLASS (c4_presentation_parent_class)->finalize (object);
}

static void
c4_presentation_class_init (C4PresentationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = c4_presentation_dispose;
  G_OBJECT_CLASS (klass)->finalize = c4_presentation_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = c4_presentation_close_request;

  /* The talk is at another page, or what is known of its pages is more. */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);

  g_type_ensure (C4_TYPE_OVERVIEW);
  g_type_ensure (C4_TYPE_STAGE);
  g_type_ensure (C4_TYPE_PRESENTATION_KEYS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/seefour/Seefour/ui/c4-presentation.ui");
  gtk_widget_class_bind_template_child (widget_class, C4Presentation, stage);
  gtk_widget_class_bind_template_child (widget_class, C4Presentation, veil);
  gtk_widget_class_bind_template_child (widget_class, C4Presentation, overview);
  gtk_widget_class_bind_template_child (widget_class, C4Presentation, help);
  gtk_widget_class_bind_template_child (widget_class, C4Presentation, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_slide_chosen);
}

static void
add_controllers (C4Presentation *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                         | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "released", G_CALLBACK (on_click), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
c4_presentation_init (C4Presentation *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_controllers (self);
  self->pointer = c4_presentation_pointer_new (GTK_WIDGET (self));
  self->timer = g_timer_new ();
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_is_active), NULL);
  c4_presentation_screens_init (self);
}

static C4Presentation *
c4_presentation_new (GtkWindow *from, C4Document *document, C4LayoutService *service,
                     const char *path)
{
  C4Presentation *self
      = g_object_new (C4_TYPE_PRESENTATION, "application", gtk_window_get_application (from), NULL);
  C4Workspace *workspace = c4_document_get_workspace (document);

  self->document = g_object_ref (document);
  self->talk = c4_talk_new (c4_deck_new (workspace), path);
  self->shelf = c4_shelf_new (service);
  c4_shelf_set_workspace (self->shelf, workspace);
  c4_overview_set_shelf (self->overview, self->shelf);
  g_signal_connect_object (self->shelf, "changed", G_CALLBACK (on_shelf_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (from, "destroy", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static C4Presentation *
find_presentation (C4Document *document)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (C4_IS_PRESENTATION (window) && C4_PRESENTATION (window)->document == document)
        return C4_PRESENTATION (window);
    }
  return NULL;
}

/**
 * c4_presentation_start:
 * @from: the window that shows @document
 * @document: what is presented; it has been read
 * @service: what lays diagrams out
 * @path: (nullable): of the view to start with; %NULL for the deck's first slide
 *
 * A document is presented once at a time: where it is already, that window comes up, on the screen
 * that is chosen now.
 *
 * Returns: (transfer none): the presentation, which is over when it is destroyed
 */
C4Presentation *
c4_presentation_start (GtkWindow *from, C4Document *document, C4LayoutService *service,
                       const char *path)
{
  C4Presentation *self = find_presentation (document);

  if (self != NULL)
    {
      c4_presentation_choose_monitor (self, from);
      gtk_window_present (GTK_WINDOW (self));
      return self;
    }
  self = c4_presentation_new (from, document, service, path);
  c4_presentation_choose_monitor (self, from);
  gtk_window_present (GTK_WINDOW (self));
  c4_presentation_inhibit (self);
  update (self);
  return self;
}

static void
set_sequence (C4Presentation *self)
{
  c4_shelf_set_sequence (self->shelf, self->talk->sequence);
  self->restyled = TRUE;
}

/**
 * c4_presentation_do:
 * @self: a presentation
 * @command: what the speaker wants
 */
void
c4_presentation_do (C4Presentation *self, C4TalkCommand command)
{
  g_return_if_fail (C4_IS_PRESENTATION (self));

  c4_talk_do (self->talk, command);
  if (self->talk->over)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (command == C4_TALK_SEQUENCE)
    set_sequence (self);
  else if (command == C4_TALK_MONITOR)
    c4_presentation_next_monitor (self);
  else if (command == C4_TALK_NEARER || command == C4_TALK_FARTHER)
    c4_stage_magnify (self->stage, command == C4_TALK_NEARER);
  update (self);
}

const C4Talk *
c4_presentation_get_talk (C4Presentation *self)
{
  g_return_val_if_fail (C4_IS_PRESENTATION (self), NULL);

  return self->talk;
}

C4Shelf *
c4_presentation_get_shelf (C4Presentation *self)
{
  g_return_val_if_fail (C4_IS_PRESENTATION (self), NULL);

  return self->shelf;
}

C4Stage *
c4_presentation_get_stage (C4Presentation *self)
{
  g_return_val_if_fail (C4_IS_PRESENTATION (self), NULL);

  return self->stage;
}

/**
 * c4_presentation_get_timer:
 * @self: a presentation
 *
 * Returns: (transfer none): tells how long the talk takes; the speaker may stop it, let it go on and
 *   start it again
 */
GTimer *
c4_presentation_get_timer (C4Presentation *self)
{
  g_return_val_if_fail (C4_IS_PRESENTATION (self), NULL);

  return self->timer;
}
