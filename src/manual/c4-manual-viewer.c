/* c4-manual-viewer.c: what seefour says of itself. */

#include "c4-manual.h"

#include <glib/gi18n.h>

static const C4ManualItem keys[] = {
  { "Ctrl+O", "Open a model." },
  { "Ctrl+Shift+O", "Open a folder of models." },
  { "Ctrl+T, Ctrl+N", "Open a tab; a window." },
  { "Ctrl+W", "Close the tab, and with the last one the window." },
  { "Ctrl+E", "Export this diagram, chosen ones, all, or the talk." },
  { "Ctrl+P", "Print it." },
  { "Ctrl+F", "Search." },
  { "Ctrl+R", "Read the files again." },
  { "Alt+Left, Alt+Right, Alt+Up", "Go back, forward, a level up." },
  { "+, -, 0, 1", "Zoom in, zoom out, fit the window, 100 %." },
  { "F5, Shift+F5", "Present all views, or those from this one on, full screen. Flows are told step "
                    "by step. `?` shows the keys." },
  { "F6, Shift+F6", "Walk between the outline, the bars of filters and focus, the diagram, the "
                    "inspector and the problems." },
  { "F9, F10", "Show or hide the outline; the inspector." },
  { "Ctrl+,", "Open the preferences." },
  { "Ctrl+?", "List all keys." },
  { NULL },
};

/* GApplication keeps their values. */
static const C4Option viewer_options[] = {
  { "new-window", 0, G_OPTION_ARG_NONE, .summary = N_ ("Open a new window") },
  { "open-example", 0, G_OPTION_ARG_NONE, .summary = N_ ("Open the bundled example") },
  { "version", 0, G_OPTION_ARG_NONE, .summary = N_ ("Print the version and leave") },
  { NULL },
};

/* Of GApplication. */
static const C4ManualItem more_options[] = {
  { "--help-all, --help-gapplication", "Print these options, too." },
  { "--gapplication-service", "Wait for what is asked on the session bus." },
  { NULL },
};

static const C4ManualItem statuses[] = {
  { "0", "The last window was closed." },
  { "1", "The options were not understood, or there is no display." },
  { NULL },
};

static const C4ManualItem environment[] = {
  { "SEEFOUR_LAYOUT_HELPER",
    "The layout program to use instead of the installed `seefour-layout`." },
  { "SEEFOUR_LOCALE_DIR", "The folder of translations to use instead of the installed one." },
  { NULL },
};

static const C4ManualSection sections[] = {
  { "MORE OPTIONS", NULL, more_options },
  { "KEYS", NULL, keys },
  { "EXIT STATUS", NULL, statuses },
  { "ENVIRONMENT", NULL, environment },
  { "FILES", "Settings are kept by GSettings under `io.github.seefour.Seefour`.", NULL },
  { NULL },
};

const C4Manual c4_manual_viewer = {
  .name = "seefour",
  .summary = "view, present and export C4 architecture models",
  .arguments = "[FILE|FOLDER][#VIEW]…",
  .description
  = N_ ("Shows C4 architecture models: a model in YAML, a workspace.yml, or a folder of "
        "models\n"
        "opens in a tab of its own, at VIEW if one is given; seefour-cli lists them."),
  .details = "Without any, a start page offers to open one, or the bundled example. "
             "Dragging pans, the wheel zooms at the pointer, and a click on a box that leads to "
             "another diagram opens that. Synchronous calls are solid lines, asynchronous ones "
             "dashed amber lines.",
  .options = viewer_options,
  .sections = sections,
  .see_also = "seefour-cli",
};
