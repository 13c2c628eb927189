/* c4-manual.h: what a program says of itself. Its --help, its man page and its completions are all
 * made from one such text, so that they can't differ. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a shell offers as the value of an option. */
typedef enum
{
  C4_VALUE_FREE, /* nothing: any number or word */
  C4_VALUE_FILE,
  C4_VALUE_LIST, /* choices, with commas between them */
  C4_VALUE_VIEW, /* the views of the model that is named on the line */
} C4ValueKind;

typedef struct
{
  const char *name;           /* without its dashes */
  char letter;                /* of the short form, or 0 */
  GOptionArg type;            /* of the value */
  gsize offset;               /* of the value in the struct that it is read into */
  const char *value;          /* what the value is called; NULL: there is none */
  C4ValueKind kind;
  const char *const *choices; /* all values, or NULL */
  const char *summary;        /* a line */
  const char *details;        /* more sentences, or NULL: for the man page alone */
} C4Option;

typedef struct
{
  const char *name;
  const char *argument;    /* what it works on, "MODEL" */
  const char *summary;     /* a line */
  const char *description; /* a paragraph, in lines for a terminal */
  const char *details;     /* more sentences, or NULL */
  const C4Option *options; /* ends with one without a name */
} C4Command;

typedef struct
{
  const char *term;
  const char *text;
} C4ManualItem;

/* Texts for the man page can hold `literals` and {PLACEHOLDERS}. */
typedef struct
{
  const char *title;
  const char *text;          /* or NULL */
  const C4ManualItem *items; /* ends with one without a term; or NULL */
} C4ManualSection;

typedef struct
{
  const char *name;
  const char *summary;     /* a line */
  const char *arguments;   /* "[FILE|FOLDER]…" */
  const char *description; /* a paragraph, in lines for a terminal */
  const char *details;     /* more sentences, or NULL */
  const C4Option *options;
  const C4Command *const *commands; /* NULL-terminated; or NULL */
  const C4ManualSection *sections;  /* ends with one without a title */
  const char *see_also;             /* another program */
} C4Manual;

/* What programs that do their work without options still have. */
typedef struct
{
  gboolean version;
} C4ProgramOptions;

extern const C4Option c4_option_help; /* every command has it */
extern const C4Option c4_program_options[];

extern const C4Manual c4_manual_layout;
extern const C4Manual c4_manual_viewer;

GArray *c4_options_bind (const C4Option *options, gpointer values);

G_END_DECLS
