/* c4-cli-export-request.c: understands the options of `seefour-cli export`. */

#include "c4-cli-export-request.h"

#include "c4-cli-lens.h"
#include "c4-cli.h"
#include "c4-export-size.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the options say, before it is understood. */
typedef struct
{
  GStrv models;
  GStrv views;
  gboolean all;
  char *output;
  char *format;
  char *theme;
  char *detail;
  char *style;
  char *size;
  char *background;
  char *scale;
  gboolean no_title;
  gboolean no_legend;
  gboolean no_stamp;
  gboolean steps;
  gboolean animate;
  gboolean notes;
  gboolean deck;
  gboolean keep_going;
  C4LensArguments lens;
} Arguments;

static void
arguments_clear (Arguments *arguments)
{
  g_strfreev (arguments->models);
  g_strfreev (arguments->views);
  g_free (arguments->output);
  g_free (arguments->format);
  g_free (arguments->theme);
  g_free (arguments->detail);
  g_free (arguments->style);
  g_free (arguments->size);
  g_free (arguments->scale);
  g_free (arguments->background);
  c4_lens_arguments_clear (&arguments->lens);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

/* In the order of C4Format, C4Detail and C4Style. */
static const char *const formats[] = { "svg", "png", "pdf", "json", NULL };
static const char *const details[] = { "full", "short", "names", NULL };
static const char *const styles[] = { "diagram", "sequence", NULL };

/* The words among their values. */
static const char *const backgrounds[] = { "none", "white", NULL };
static const char *const themes[] = { "light", "dark", "contrast", "contrast-dark", NULL };

#define VALUE(member) G_STRUCT_OFFSET (Arguments, member)

static const C4Option command_options[] = {
  { "view", 0, G_OPTION_ARG_STRING_ARRAY, VALUE (views), "KEY",
    .kind = C4_VALUE_VIEW,
    .summary = N_ ("Export this view; can be given several times") },
  { "all", 0, G_OPTION_ARG_NONE, VALUE (all), .summary = N_ ("Export all views (the default)") },
  { "output", 'o', G_OPTION_ARG_FILENAME, VALUE (output), "DIR|FILE",
    .kind = C4_VALUE_FILE,
    .summary = N_ ("Write into this folder, or a single view to this file"),
    .details = "In a folder, each view is called {KEY}.{FORMAT}. It is a folder when it is one "
               "already, ends in a slash, or has no ending that names a format. A PDF or an "
               "animated SVG can hold several views. The default is the current folder." },
  { "format", 'f', G_OPTION_ARG_STRING, VALUE (format), "FORMAT",
    .choices = formats,
    .summary = N_ ("svg (the default), png, pdf or json"),
    .details = "Taken from the ending of the output file where that is given." },
  { "theme", 0, G_OPTION_ARG_STRING, VALUE (theme), "THEME",
    .choices = themes,
    .summary = N_ ("light (the default), dark, contrast or contrast-dark") },
  { "detail", 0, G_OPTION_ARG_STRING, VALUE (detail), "DETAIL",
    .choices = details,
    .summary = N_ ("full (the default), short (no descriptions) or names") },
  { "style", 0, G_OPTION_ARG_STRING, VALUE (style), "STYLE",
    .choices = styles,
    .summary = N_ ("Of flows: diagram (the default) or sequence") },
  { "steps", 0, G_OPTION_ARG_NONE, VALUE (steps),
    .summary = N_ ("Of flows: a picture (or page of a PDF) for each step"),
    .details = "The step stands out in it, and what happens is written under it. The files are "
               "called {KEY}-step-{NN}.{FORMAT}." },
  { "animate", 0, G_OPTION_ARG_NONE, VALUE (animate),
    .summary = N_ ("Of flows: an SVG that tells the steps by itself in a browser"),
    .details = "It has no script, and cuts instead of moving where the reader asks for less "
               "motion. Several views go into one file as one show." },
  { "deck", 0, G_OPTION_ARG_NONE, VALUE (deck),
    .summary = N_ ("Export the slides of workspace.yml's deck, numbered"),
    .details = "With their titles and what they focus on. Without a deck, all views." },
  { "notes", 0, G_OPTION_ARG_NONE, VALUE (notes),
    .summary = N_ ("Of a PDF: the speaker's notes under each page") },
  { "focus", 0, G_OPTION_ARG_STRING, VALUE (lens.focus), "ID",
    .summary = N_ ("Only this element and what is around it"),
    .details = "A view without the element is exported whole, and so is one in which nothing has "
               "what a filter (below) asks for. Values of one filter are alternatives; what is "
               "shown passes each filter that is given." },
  { "focus-target", 0, G_OPTION_ARG_STRING, VALUE (lens.focus_target), "ID",
    .summary = N_ ("In focus are the lines from --focus to this element") },
  { "hops", 0, G_OPTION_ARG_STRING, VALUE (lens.hops), "N",
    .choices = c4_cli_hops,
    .summary = N_ ("How far around the focus: 1 (the default) to 4") },
  { "direction", 0, G_OPTION_ARG_STRING, VALUE (lens.direction), "DIRECTION",
    .choices = c4_cli_directions,
    .summary = N_ ("Around the focus: both ways (the default), up to callers or down") },
  { "dim", 0, G_OPTION_ARG_NONE, VALUE (lens.dim),
    .summary = N_ ("Dim what isn't around the focus instead of leaving it out") },
  { "only", 0, G_OPTION_ARG_STRING, VALUE (lens.only), "MODE",
    .choices = c4_cli_modes,
    .summary = N_ ("Only lines that are sync or async") },
  { "tag", 0, G_OPTION_ARG_STRING_ARRAY, VALUE (lens.tags), "TAG",
    .summary = N_ ("Only flows with this tag; can be given several times") },
  { "protocol", 0, G_OPTION_ARG_STRING_ARRAY, VALUE (lens.protocols), "NAME",
    .summary = N_ ("Only flows with this protocol; can be given several times") },
  { "technology", 0, G_OPTION_ARG_STRING_ARRAY, VALUE (lens.technologies), "NAME",
    .summary = N_ ("Only elements with this technology; can be given several times"),
    .details = "And what their lines join them to." },
  { "no-external", 0, G_OPTION_ARG_NONE, VALUE (lens.no_external),
    .summary = N_ ("Leave out what is external") },
  { "size", 0, G_OPTION_ARG_STRING, VALUE (size), "SIZE",
    .choices = c4_export_size_names,
    .summary = N_ ("Fit into WIDTHxHEIGHT pixels, 16:9, 4:3, or a landscape page of a4 or letter"),
    .details = "Of a PDF, points. Steps and slides are 16:9 unless told otherwise." },
  { "scale", 0, G_OPTION_ARG_STRING, VALUE (scale), "FACTOR",
    .summary = N_ ("Magnify; 1 (the default) is a pixel for each point") },
  { "background", 0, G_OPTION_ARG_STRING, VALUE (background), "COLOR",
    .choices = backgrounds,
    .summary = N_ ("none, white or #rrggbb instead of the theme's own"),
    .details = "Texts and lines that couldn't be read on the color are made darker or lighter." },
  { "no-title", 0, G_OPTION_ARG_NONE, VALUE (no_title), .summary = N_ ("Leave out the title") },
  { "no-legend", 0, G_OPTION_ARG_NONE, VALUE (no_legend),
    .summary = N_ ("Leave out the key to boxes and lines") },
  { "no-stamp", 0, G_OPTION_ARG_NONE, VALUE (no_stamp),
    .summary = N_ ("Leave out the date (of SOURCE_DATE_EPOCH, where it is set)") },
  { "keep-going", 0, G_OPTION_ARG_NONE, VALUE (keep_going),
    .summary = N_ ("Export what can be drawn of a model with errors"),
    .details = "The exit status is 1 all the same." },
  { NULL },
};

const C4Command c4_cli_export_command = {
  .name = "export",
  .argument = "MODEL",
  .summary = N_ ("Write views as SVG, PNG, PDF or JSON"),
  .description = N_ ("Writes views of MODEL (a model in YAML, a workspace.yml, or a folder of "
                     "models) as files,\n"
                     "and prints the name of each."),
  .details = "Files are written whole or not at all. A model with errors is not exported; its "
             "problems are listed.",
  .options = command_options,
};

static gboolean
parse_scale (const char *text, C4ExportOptions *options)
{
  char *end;

  options->scale = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0' && options->scale > 0 && options->scale <= C4_EXPORT_MAX_SCALE)
    return TRUE;
  c4_cli_usage (_ ("--scale: “%s” is not a number of more than 0, at most %g"), text,
                C4_EXPORT_MAX_SCALE);
  return FALSE;
}

static gboolean
parse_size (const char *text, C4ExportOptions *options)
{
  g_autofree char *known = NULL;

  if (c4_export_options_set_size (options, text))
    return TRUE;
  known = g_strjoinv (", ", (GStrv) c4_export_size_names);
  c4_cli_usage (_ ("--size: “%s” is none of %s, nor WIDTHxHEIGHT in pixels, each up to %d"), text,
                known, C4_EXPORT_MAX_SIDE);
  return FALSE;
}

/* Steps and slides are for screens, unless told otherwise. */
static gboolean
parse_extent (const Arguments *arguments, C4ExportOptions *options)
{
  gboolean slides = options->talk || options->steps != C4_STEPS_TOGETHER;

  if (arguments->size != NULL && arguments->scale != NULL)
    {
      c4_cli_usage (_ ("--size and --scale exclude each other"));
      return FALSE;
    }
  if (arguments->scale != NULL)
    return parse_scale (arguments->scale, options);
  if (arguments->size != NULL)
    return parse_size (arguments->size, options);
  return !slides || c4_export_options_set_size (options, "16:9");
}

static gboolean
parse_background (const char *text, C4ExportOptions *options)
{
  options->has_background = !g_str_equal (text, "none");
  if (!options->has_background
      || c4_color_parse (g_str_equal (text, "white") ? "#ffffff" : text, &options->background))
    return TRUE;
  c4_cli_usage (_ ("--background: “%s” is not none, white or #rrggbb"), text);
  return FALSE;
}

static gboolean
parse_look (const Arguments *arguments, C4ExportOptions *options)
{
  const char *theme = arguments->theme != NULL ? arguments->theme : "light";
  int detail = C4_DETAIL_FULL;
  int style = C4_STYLE_DIAGRAM;

  if (arguments->detail != NULL)
    detail = c4_cli_choose ("detail", arguments->detail, details);
  if (arguments->style != NULL)
    style = c4_cli_choose ("style", arguments->style, styles);
  if (detail < 0 || style < 0 || c4_cli_choose ("theme", theme, themes) < 0)
    return FALSE;
  options->detail = (C4Detail) detail;
  options->style = (C4Style) style;
  options->theme = c4_theme_get (theme);
  options->has_background = TRUE;
  options->background = options->theme->colors[C4_ROLE_BACKGROUND];
  options->title = !arguments->no_title;
  options->legend = !arguments->no_legend;
  options->stamp = !arguments->no_stamp;
  return arguments->background == NULL || parse_background (arguments->background, options);
}

/* The format that a file's ending names, or -1. */
static int
format_of_file (const char *file)
{
  const char *dot = strrchr (file, '.');

  for (int i = 0; dot != NULL && formats[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot + 1, formats[i]) == 0)
      return i;
  return -1;
}

static gboolean
is_folder (const char *output)
{
  return g_str_has_suffix (output, G_DIR_SEPARATOR_S)
         || g_file_test (output, G_FILE_TEST_IS_DIR) || format_of_file (output) < 0;
}

static gboolean
parse_target (const Arguments *arguments, C4ExportRequest *request)
{
  const char *output = arguments->output != NULL ? arguments->output : ".";
  gboolean to_folder = is_folder (output);
  int by_ending = to_folder ? -1 : format_of_file (output);
  int format = C4_FORMAT_SVG;

  if (arguments->format != NULL)
    format = c4_cli_choose ("format", arguments->format, formats);
  else if (by_ending >= 0)
    format = by_ending;
  if (format < 0)
    return FALSE;
  if (by_ending >= 0 && by_ending != format)
    {
      c4_cli_usage (_ ("--format %s, but the file is called %s"), formats[format], output);
      return FALSE;
    }
  request->target = g_file_new_for_commandline_arg (output);
  request->target_is_folder = to_folder;
  request->options.format = (C4Format) format;
  return TRUE;
}

/* What only some formats can be. */
static gboolean
parse_telling (const Arguments *arguments, C4ExportOptions *options)
{
  if (arguments->animate && options->format != C4_FORMAT_SVG)
    {
      c4_cli_usage (_ ("--animate: only SVG can be animated"));
      return FALSE;
    }
  if (arguments->animate && arguments->steps)
    {
      c4_cli_usage (_ ("--animate and --steps exclude each other"));
      return FALSE;
    }
  if (arguments->notes && options->format != C4_FORMAT_PDF)
    {
      c4_cli_usage (_ ("--notes: only the pages of a PDF have notes"));
      return FALSE;
    }
  if (arguments->steps)
    options->steps = C4_STEPS_APART;
  if (arguments->animate)
    options->steps = C4_STEPS_ANIMATED;
  options->notes = arguments->notes;
  options->talk = arguments->deck;
  return TRUE;
}

/* Slides have a focus of their own. */
static gboolean
parse_lens (const Arguments *arguments, C4ExportRequest *request)
{
  if (!c4_lens_arguments_parse (&arguments->lens, &request->options.lens))
    return FALSE;
  if (!arguments->deck || request->options.lens == NULL)
    return TRUE;
  c4_cli_usage (
      _ ("--deck excludes --focus and filters: workspace.yml says what its slides show"));
  return FALSE;
}

static gboolean
parse_model_and_views (Arguments *arguments, C4ExportRequest *request)
{
  if (arguments->all && arguments->views != NULL)
    {
      c4_cli_usage (_ ("--all and --view exclude each other"));
      return FALSE;
    }
  if (arguments->deck && (arguments->all || arguments->views != NULL))
    {
      c4_cli_usage (_ ("--deck excludes --all and --view"));
      return FALSE;
    }
  request->model = g_strdup (arguments->models[0]);
  request->views = g_steal_pointer (&arguments->views);
  request->keep_going = arguments->keep_going;
  return TRUE;
}

/**
 * c4_export_request_parse:
 * @request: (out caller-allocates): zeroed; to be cleared in any case
 * @strings: name and arguments of the command
 *
 * Returns: whether the arguments could be understood; if not, the user has been told
 */
gboolean
c4_export_request_parse (C4ExportRequest *request, GStrv strings)
{
  g_auto (Arguments) arguments = { NULL };

  c4_export_options_init (&request->options);
  return c4_cli_parse (&c4_cli_export_command, &arguments, &arguments.models, strings)
         && parse_model_and_views (&arguments, request) && parse_lens (&arguments, request)
         && parse_look (&arguments, &request->options) && parse_target (&arguments, request)
         && parse_telling (&arguments, &request->options)
         && parse_extent (&arguments, &request->options);
}

/* Frees what `request` holds. */
void
c4_export_request_clear (C4ExportRequest *request)
{
  g_free (request->model);
  g_strfreev (request->views);
  g_clear_object (&request->target);
  g_clear_pointer (&request->options.lens, c4_lens_unref);
}
