/* c4-viewer-problems.c: what a viewer says of files that have problems, or of views that can't be
 * drawn. Most never have any: what says so is made, or at least laid out, when it is needed. */

#include "c4-viewer-private.h"

#include "c4-announcement.h"
#include "c4-focus-within.h"
#include "c4-notice.h"
#include "c4-trouble-page.h"

#include <glib/gi18n.h>

static void
tell (C4Viewer *viewer, const char *notice)
{
  gboolean is_told = gtk_revealer_get_reveal_child (viewer->banner)
                     && g_str_equal (gtk_label_get_label (viewer->banner_label), notice);

  if (!is_told)
    c4_announce (GTK_WIDGET (viewer), notice);
  gtk_label_set_label (viewer->banner_label, notice);
}

static void
list_problems (C4Viewer *viewer, const GPtrArray *problems)
{
  GtkWidget *panel = gtk_revealer_get_child (viewer->problems_revealer);

  if (panel == NULL && problems->len == 0)
    return;
  if (panel == NULL)
    {
      panel = g_object_new (C4_TYPE_PROBLEMS_PANEL, NULL);
      gtk_revealer_set_child (viewer->problems_revealer, panel);
      gtk_widget_set_visible (GTK_WIDGET (viewer->problems_revealer), TRUE);
      gtk_widget_set_visible (GTK_WIDGET (viewer->banner), TRUE);
    }
  c4_problems_panel_set_problems (C4_PROBLEMS_PANEL (panel), problems);
}

/* Whoever read the list while somebody mended the file is back at the diagram. */
static void
leave_problems (C4Viewer *viewer)
{
  c4_pass_focus_on (GTK_WIDGET (viewer->banner), GTK_WIDGET (viewer->canvas));
  c4_pass_focus_on (GTK_WIDGET (viewer->problems_revealer), GTK_WIDGET (viewer->canvas));
}

/* Called when the document has been read. */
void
c4_viewer_update_problems (C4Viewer *viewer)
{
  const GPtrArray *problems = c4_document_get_problems (viewer->document);
  guint n = problems->len;
  gboolean drawable = c4_document_get_workspace (viewer->document) != NULL;
  g_autofree char *reason = drawable ? NULL : c4_dup_reason (problems); /* the page says it */
  g_autofree char *text
      = c4_dup_notice (problems, c4_document_get_outdated (viewer->document));

  if (n == 0)
    leave_problems (viewer);
  list_problems (viewer, problems);
  if (text != NULL)
    tell (viewer, text);
  gtk_revealer_set_reveal_child (viewer->banner, n > 0 && drawable);
  if (n == 0 || !drawable)
    gtk_revealer_set_reveal_child (viewer->problems_revealer, n > 0 && reason == NULL);
  gtk_widget_set_vexpand (GTK_WIDGET (viewer->problems_revealer), !drawable);
}

/* Returns: (transfer none): a page of the stack, which is made when it is first asked for */
static GtkWidget *
get_page (C4Viewer *viewer, const char *name, GType type)
{
  GtkWidget *page = gtk_stack_get_child_by_name (viewer->stack, name);

  if (page == NULL)
    {
      page = g_object_new (type, NULL);
      gtk_stack_add_named (viewer->stack, page, name);
    }
  return page;
}

static void
show_message (C4Viewer *viewer, const char *icon_name, const char *title, const char *description)
{
  AdwStatusPage *page = ADW_STATUS_PAGE (get_page (viewer, "message", ADW_TYPE_STATUS_PAGE));
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (page, icon_name);
  adw_status_page_set_title (page, title);
  adw_status_page_set_description (page, escaped);
  gtk_stack_set_visible_child_name (viewer->stack, "message");
}

void
c4_viewer_show_why_there_is_no_diagram (C4Viewer *viewer, const GError *error)
{
  if (g_error_matches (error, C4_LENS_ERROR, C4_LENS_ERROR_NOTHING_LEFT))
    show_message (viewer, "c4-filter-symbolic", _ ("Nothing Passes All Filters"),
                  _ ("Take one of them away."));
  else
    show_message (viewer, "dialog-warning-symbolic", _ ("This Diagram Can’t Be Drawn"),
                  error->message);
}

void
c4_viewer_show_that_nothing_can_be_drawn (C4Viewer *viewer)
{
  C4TroublePage *page = C4_TROUBLE_PAGE (get_page (viewer, "trouble", C4_TYPE_TROUBLE_PAGE));

  c4_history_clear (viewer->history);
  c4_trouble_page_set_file (page, c4_document_get_file (viewer->document),
                            c4_document_get_problems (viewer->document));
  gtk_stack_set_visible_child_name (viewer->stack, "trouble");
  c4_viewer_changed (viewer);
}

void
c4_viewer_problems_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, banner);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, banner_label);
  gtk_widget_class_bind_template_child (widget_class, C4Viewer, problems_revealer);
}
