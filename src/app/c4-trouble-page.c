/* c4-trouble-page.c: says why, and offers what the window can do about it. */

#include "c4-trouble-page.h"

#include "c4-notice.h"
#include "c4-recent.h"

#include <glib/gi18n.h>

struct _C4TroublePage
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  GtkLabel *place;
  GtkWidget *forget_button;

  GFile *file; /* NULL: not set yet */
};

G_DEFINE_FINAL_TYPE (C4TroublePage, c4_trouble_page, ADW_TYPE_BIN)

/* There is nothing more to forget then. */
static void
on_forget (C4TroublePage *self)
{
  g_autofree char *uri = g_file_get_uri (self->file);

  c4_recent_remove (uri);
  gtk_widget_set_visible (self->forget_button, FALSE);
}

static void
c4_trouble_page_dispose (GObject *object)
{
  C4TroublePage *self = C4_TROUBLE_PAGE (object);

  g_clear_object (&self->file);

  G_OBJECT_CLASS (c4_trouble_page_parent_class)->dispose (object);
}

static void
c4_trouble_page_class_init (C4TroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = c4_trouble_page_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/seefour/Seefour/ui/c4-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, C4TroublePage, status);
  gtk_widget_class_bind_template_child (widget_class, C4TroublePage, place);
  gtk_widget_class_bind_template_child (widget_class, C4TroublePage, forget_button);
  gtk_widget_class_bind_template_callback (widget_class, on_forget);
}

static void
c4_trouble_page_init (C4TroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_reason (C4TroublePage *self, const GPtrArray *problems)
{
  g_autofree char *reason = c4_dup_reason (problems);
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;

  if (reason == NULL)
    text = g_strdup (_ ("What is wrong is listed below."));
  else
    /* TRANSLATORS: %s is what happened: “There is no such file.” The file is watched. */
    text = g_strdup_printf (_ ("%s\nIt opens by itself once this has changed."), reason);
  escaped = g_markup_escape_text (text, -1);
  adw_status_page_set_description (self->status, escaped);
}

/**
 * c4_trouble_page_set_file:
 * @page: a page
 * @file: what could not be opened
 * @problems: (element-type C4Problem): what is wrong with it
 */
void
c4_trouble_page_set_file (C4TroublePage *page, GFile *file, const GPtrArray *problems)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *title = g_strdup_printf (_ ("“%s” Can’t Be Opened"), name);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *place = g_file_get_parse_name (file);
  g_autofree char *uri = g_file_get_uri (file);

  g_return_if_fail (C4_IS_TROUBLE_PAGE (page));

  g_set_object (&page->file, file);
  adw_status_page_set_title (page->status, escaped);
  gtk_label_set_label (page->place, place);
  gtk_widget_set_visible (page->forget_button, c4_recent_has (uri));
  show_reason (page, problems);
}
