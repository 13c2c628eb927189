/* c4-inspector.c: facts as labels that can be selected, with links where they lead somewhere.
 * Labels take long to make, to measure and to let go: of many, some more are made each frame, and
 * some of those that nobody needs any more go, unseen. */

#include "c4-inspector.h"

#include "c4-focus-within.h"
#include "c4-sentence.h"
#include "c4-wrapped-label.h"

#include <glib/gi18n.h>

/* More than this of a section is shown when asked for. */
#define PARTS_AT_ONCE 40

/* In microseconds: for how long, about, widgets are made and let go of in a frame; what is seen
 * first is there at once. */
#define FRAME_TIME 4000
#define FIRST_TIME 8000

/* How many widgets of what was said before go at once: a look at the clock takes time, too. */
#define WIDGETS_GOING_AT_ONCE 10

/* How many parts have a box of their own: what is in other boxes need not be looked at when some
 * come or go in this one. */
#define PARTS_OF_A_BOX 40

/* In pixels: between sections, and between their parts. */
#define SPACING 14
#define PART_SPACING 8

struct _C4Inspector
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox *column;  /* what is said, and below it, unseen, what was said before */
  GtkBox *content; /* what is said; NULL: nothing was yet */
  GtkWidget *name; /* of what it is said of; NULL: nothing is said */
  GtkWidget *empty;
  C4Facts *facts; /* NULL: nothing is selected */
  GQueue lacks;   /* (element-type Lack) what is still to be made of what is said */
  guint tick;     /* 0: nothing is */
};

/* A part of a section, facts and flows, that is still to be made. */
typedef struct
{
  GtkBox *box;
  const C4FactSection *section;
  guint next;
  guint end;
} Lack;

G_DEFINE_FINAL_TYPE (C4Inspector, c4_inspector, ADW_TYPE_BIN)

enum
{
  SIGNAL_LINK_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The web is the label's own business. */
static gboolean
on_activate_link (GtkLabel *label, const char *href, C4Inspector *self)
{
  if (c4_is_web_address (href))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED], 0, href);
  return TRUE;
}

/* A link's title is markup in the value of an attribute. */
static char *
dup_link_title (const C4Fact *fact)
{
  const char *title = c4_is_web_address (fact->href) ? fact->href : fact->text;
  g_autofree char *markup = g_markup_escape_text (title, -1);

  return g_markup_escape_text (markup, -1);
}

static void
append_fact (GString *markup, const C4Fact *fact)
{
  g_autofree char *text = g_markup_escape_text (fact->text, -1);
  g_autofree char *href = NULL;
  g_autofree char *title = NULL;

  if (fact->href == NULL)
    {
      g_string_append (markup, text);
      return;
    }
  href = g_markup_escape_text (fact->href, -1);
  title = dup_link_title (fact);
  /* Text shines through in part; on a link, whose color is lighter, that couldn't be read. */
  g_string_append_printf (markup, "<a href=\"%s\" title=\"%s\"><span alpha=\"100%%\">%s</span></a>",
                          href, title, text);
}

static GtkWidget *
make_label (C4Inspector *self, const char *markup, const char *css_class)
{
  GtkWidget *label = c4_wrapped_label_new (NULL, css_class);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (on_activate_link), self, 0);
  return label;
}

static GtkWidget *
make_text (C4Inspector *self, const char *text, const char *css_class)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  return make_label (self, markup, css_class);
}

/* What belongs together for assistive technology as well. */
static GtkWidget *
make_group (int spacing)
{
  return g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", spacing,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
}

static GtkWidget *
make_value (C4Inspector *self, const C4Fact *fact)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  append_fact (markup, fact);
  return make_label (self, markup->str, NULL);
}

/* "Protocol" in small letters over what it is. */
static GtkWidget *
make_fact (C4Inspector *self, const C4Fact *fact)
{
  GtkWidget *box, *name;

  if (fact->name == NULL)
    return make_value (self, fact);
  box = make_group (0);
  name = gtk_label_new (fact->name);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "caption");
  gtk_widget_add_css_class (name, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), make_value (self, fact));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name,
                                  NULL, -1);
  return box;
}

/* Not by colour alone: the one is solid, the other dashed, and both have a name. */
static GtkWidget *
make_mode (gboolean sync)
{
  GtkWidget *image = gtk_image_new_from_icon_name (sync ? "c4-sync-symbolic" : "c4-async-symbolic");
  const char *name = sync ? _ ("Synchronous") : _ ("Asynchronous");

  gtk_widget_add_css_class (image, sync ? "sync" : "async");
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (image, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return image;
}

static void
append_end (GString *path, const C4Fact *end)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  append_fact (markup, end);
  c4_sentence_append_hop (path, markup->str);
}

static GtkWidget *
make_ends (C4Inspector *self, const C4FlowFact *flow)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  append_end (markup, &flow->source);
  append_end (markup, &flow->target);
  return make_label (self, markup->str, "ends");
}

static void
append_tags (C4Inspector *self, GtkBox *box, const char *const *tags)
{
  g_autofree char *joined = c4_sentence_join (tags);
  C4Fact fact = { _ ("Tags"), joined, NULL };

  if (*joined != '\0')
    gtk_box_append (box, make_fact (self, &fact));
}

static GtkWidget *
make_flow (C4Inspector *self, const C4FlowFact *flow)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *box = make_group (4);
  g_autoptr (GString) markup = g_string_new (NULL);
  GtkWidget *label, *ends;

  append_fact (markup, &flow->label);
  label = make_label (self, markup->str, "flow-label");
  ends = make_ends (self, flow);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), ends);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, ends, NULL, -1);
  for (guint i = 0; i < flow->facts->len; i++)
    gtk_box_append (GTK_BOX (box), make_fact (self, flow->facts->pdata[i]));
  append_tags (self, GTK_BOX (box), flow->tags);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (row, "flow");
  gtk_box_append (GTK_BOX (row), make_mode (flow->sync));
  gtk_box_append (GTK_BOX (row), box);
  return row;
}

static guint
count_parts (const C4FactSection *section)
{
  return section->facts->len + section->flows->len;
}

static void
add_lack (C4Inspector *self, GtkBox *box, const C4FactSection *section, guint next, guint end)
{
  Lack *lack = g_new (Lack, 1);

  *lack = (Lack){ box, section, next, end };
  g_queue_push_tail (&self->lacks, lack);
}

static void go_on (C4Inspector *self);

static void
on_show_all (GtkButton *button, C4Inspector *self)
{
  const C4FactSection *section = g_object_get_data (G_OBJECT (button), "section");
  GtkBox *box = GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (button)));

  /* Of what was said before, nothing more is known. */
  if (!gtk_widget_is_ancestor (GTK_WIDGET (box), GTK_WIDGET (self->content)))
    return;
  /* Reading goes on after the last part that was there. */
  if (c4_has_focus_within (GTK_WIDGET (button)))
    gtk_widget_child_focus (gtk_widget_get_prev_sibling (GTK_WIDGET (button)),
                            GTK_DIR_TAB_BACKWARD);
  gtk_box_remove (box, GTK_WIDGET (button));
  add_lack (self, box, section, PARTS_AT_ONCE, count_parts (section));
  go_on (self);
}

static GtkWidget *
make_more_button (C4Inspector *self, const C4FactSection *section)
{
  g_autofree char *label = g_strdup_printf (_ ("Show All %u"), count_parts (section));
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "section", (gpointer) section);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_show_all), self, 0);
  return button;
}

/* Where a part of a section goes. */
static GtkBox *
find_box (GtkBox *section_box, guint part)
{
  GtkWidget *box;

  if (part % PARTS_OF_A_BOX > 0)
    return GTK_BOX (gtk_widget_get_last_child (GTK_WIDGET (section_box)));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, PART_SPACING);
  gtk_box_append (section_box, box);
  return GTK_BOX (box);
}

static GtkWidget *
make_part (C4Inspector *self, const C4FactSection *section, guint part)
{
  guint n_facts = section->facts->len;

  return part < n_facts ? make_fact (self, section->facts->pdata[part])
                        : make_flow (self, section->flows->pdata[part - n_facts]);
}

/* The next layout finds what is measured here, so that the time of a frame holds all that a part
 * costs. */
static void
measure (C4Inspector *self, GtkWidget *part)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->column));
  int minimum;

  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (width >= minimum)
    gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
}

static void
append_part (C4Inspector *self, GtkBox *section_box, const C4FactSection *section, guint index)
{
  GtkWidget *part = make_part (self, section, index);

  gtk_box_append (find_box (section_box, index), part);
  measure (self, part);
}

static void
finish_lack (C4Inspector *self)
{
  g_autofree Lack *lack = g_queue_pop_head (&self->lacks);

  if (lack->end < count_parts (lack->section))
    gtk_box_append (lack->box, make_more_button (self, lack->section));
}

/* Makes something in any case, so that there is an end to it. */
static void
make_some (C4Inspector *self, gint64 deadline)
{
  Lack *lack;

  while ((lack = g_queue_peek_head (&self->lacks)) != NULL)
    {
      if (lack->next == lack->end)
        finish_lack (self);
      else
        append_part (self, lack->box, lack->section, lack->next++);
      if (g_get_monotonic_time () >= deadline)
        return;
    }
}

/* Takes away what comes last in the box and in the boxes in it. */
static void
take_away_last (GtkBox *box)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (box));
  GtkWidget *in_it;

  while (GTK_IS_BOX (last) && (in_it = gtk_widget_get_last_child (last)) != NULL)
    {
      box = GTK_BOX (last);
      last = in_it;
    }
  gtk_box_remove (box, last);
}

/* Returns: (nullable): what was said before and is still there */
static GtkBox *
find_former (C4Inspector *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->column));

  return last != NULL && GTK_BOX (last) != self->content ? GTK_BOX (last) : NULL;
}

static void
let_go_of_few (C4Inspector *self)
{
  GtkBox *former;

  for (guint i = 0; i < WIDGETS_GOING_AT_ONCE && (former = find_former (self)) != NULL; i++)
    if (gtk_widget_get_last_child (GTK_WIDGET (former)) != NULL)
      take_away_last (former);
    else
      gtk_box_remove (self->column, GTK_WIDGET (former));
}

/* What is still to be said goes before what nobody sees.
 *
 * Returns: whether more is to be done */
static gboolean
work (C4Inspector *self, gint64 time)
{
  gint64 deadline = g_get_monotonic_time () + time;

  make_some (self, deadline);
  do
    let_go_of_few (self);
  while (find_former (self) != NULL && g_get_monotonic_time () < deadline);
  return !g_queue_is_empty (&self->lacks) || find_former (self) != NULL;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  C4Inspector *self = C4_INSPECTOR (widget);

  if (work (self, FRAME_TIME))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* Works from the next frame on. */
static void
go_on (C4Inspector *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static GtkWidget *
make_heading (const C4FactSection *section)
{
  guint n = section->flows->len;
  g_autofree char *text = n > 0 ? g_strdup_printf ("%s (%u)", section->title, n)
                                : g_strdup (section->title);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_HEADING, "label", text, NULL);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  return heading;
}

static GtkWidget *
make_section (C4Inspector *self, const C4FactSection *section)
{
  GtkWidget *box = make_group (PART_SPACING);
  guint n = count_parts (section);

  if (section->title != NULL)
    {
      GtkWidget *heading = make_heading (section);

      gtk_box_append (GTK_BOX (box), heading);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      heading, NULL, -1);
    }
  add_lack (self, GTK_BOX (box), section, 0, MIN (n, PARTS_AT_ONCE));
  return box;
}

static void
on_action_clicked (GtkButton *button, C4Inspector *self)
{
  g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED], 0,
                 g_object_get_data (G_OBJECT (button), "href"));
}

static GtkWidget *
make_action (C4Inspector *self, const C4Fact *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (action->text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  action->text, -1);
  g_object_set_data_full (G_OBJECT (button), "href", g_strdup (action->href), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_action_clicked), self, 0);
  return button;
}

static void
append_head (C4Inspector *self, const C4Facts *facts)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->name = make_text (self, facts->name, "title-3");
  gtk_box_append (GTK_BOX (head), self->name);
  if (facts->type != NULL)
    gtk_box_append (GTK_BOX (head), make_text (self, facts->type, "dim-label"));
  gtk_box_append (self->content, head);
  if (facts->description != NULL)
    gtk_box_append (self->content, make_text (self, facts->description, NULL));
  for (guint i = 0; i < facts->actions->len; i++)
    gtk_box_append (self->content, make_action (self, facts->actions->pdata[i]));
}

static void
begin_anew (C4Inspector *self)
{
  g_queue_clear_full (&self->lacks, g_free);
  self->name = NULL;
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING));
  gtk_box_prepend (self->column, GTK_WIDGET (self->content));
}

/* What was said is over. Nobody sees it any more; it goes when there is time. Who followed a link of
 * it by keys reads on at the name of what that leads to. */
static void
end_former (C4Inspector *self, GtkBox *former)
{
  if (self->name != NULL && c4_has_focus_within (GTK_WIDGET (former)))
    gtk_widget_grab_focus (self->name);
  gtk_widget_set_visible (GTK_WIDGET (former), FALSE);
}

static void
c4_inspector_dispose (GObject *object)
{
  C4Inspector *self = C4_INSPECTOR (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_queue_clear_full (&self->lacks, g_free);
  g_clear_pointer (&self->facts, c4_facts_unref);

  G_OBJECT_CLASS (c4_inspector_parent_class)->dispose (object);
}

static void
c4_inspector_class_init (C4InspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = c4_inspector_dispose;

  /* An address (c4-address.h) within the workspace. */
  signals[SIGNAL_LINK_ACTIVATED]
      = g_signal_new ("link-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "inspector");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/seefour/Seefour/ui/c4-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, C4Inspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, C4Inspector, column);
  gtk_widget_class_bind_template_child (widget_class, C4Inspector, empty);
}

static void
c4_inspector_init (C4Inspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
say (C4Inspector *self, const C4Facts *facts)
{
  append_head (self, facts);
  for (guint i = 0; i < facts->sections->len; i++)
    gtk_box_append (self->content, make_section (self, facts->sections->pdata[i]));
}

/**
 * c4_inspector_set_facts:
 * @self: an inspector
 * @facts: (nullable): what to say; %NULL: that nothing is selected
 */
void
c4_inspector_set_facts (C4Inspector *self, C4Facts *facts)
{
  GtkBox *former;

  g_return_if_fail (C4_IS_INSPECTOR (self));

  former = self->content;
  begin_anew (self);
  g_clear_pointer (&self->facts, c4_facts_unref);
  gtk_widget_set_visible (self->empty, facts == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), facts != NULL);
  if (facts != NULL)
    {
      self->facts = c4_facts_ref (facts);
      say (self, facts);
    }
  if (former != NULL)
    end_former (self, former);
  if (work (self, FIRST_TIME))
    go_on (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * c4_inspector_get_facts:
 * @self: an inspector
 *
 * Returns: (transfer none) (nullable): what is said
 */
C4Facts *
c4_inspector_get_facts (C4Inspector *self)
{
  g_return_val_if_fail (C4_IS_INSPECTOR (self), NULL);

  return self->facts;
}
