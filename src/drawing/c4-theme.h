/* c4-theme.h: what colours mean, and the type scale. A scene names roles; a theme gives each its
 * colour, so that one scene can be painted light, dark and in high contrast. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  C4_ROLE_NONE, /* not painted */
  C4_ROLE_BACKGROUND,
  C4_ROLE_PERSON_FILL,
  C4_ROLE_PERSON_STROKE,
  C4_ROLE_PERSON_TEXT,
  C4_ROLE_SYSTEM_FILL,
  C4_ROLE_SYSTEM_STROKE,
  C4_ROLE_SYSTEM_TEXT,
  C4_ROLE_CONTAINER_FILL,
  C4_ROLE_CONTAINER_STROKE,
  C4_ROLE_CONTAINER_TEXT,
  C4_ROLE_COMPONENT_FILL,
  C4_ROLE_COMPONENT_STROKE,
  C4_ROLE_COMPONENT_TEXT,
  C4_ROLE_EXTERNAL_PERSON_FILL,
  C4_ROLE_EXTERNAL_PERSON_STROKE,
  C4_ROLE_EXTERNAL_PERSON_TEXT,
  C4_ROLE_EXTERNAL_FILL,
  C4_ROLE_EXTERNAL_STROKE,
  C4_ROLE_EXTERNAL_TEXT,
  C4_ROLE_BOUNDARY_STROKE,
  C4_ROLE_BOUNDARY_TEXT,
  C4_ROLE_SYNC_LINE,
  C4_ROLE_SYNC_TEXT, /* also the fill of a step's badge */
  C4_ROLE_ASYNC_LINE,
  C4_ROLE_ASYNC_TEXT, /* also the fill of a step's badge */
  C4_ROLE_TITLE_TEXT,
  C4_ROLE_MUTED_TEXT,
  C4_ROLE_BADGE_TEXT, /* the number on a step's badge */
  C4_ROLE_WARNING_TEXT,
  C4_ROLE_CELL_FILL, /* of the window's captions */
  C4_ROLE_CELL_STROKE,
  C4_ROLE_HIGHLIGHT, /* the ring around what is selected */
  C4_N_ROLES,
} C4Role;

typedef struct
{
  double red; /* 0 to 1 each */
  double green;
  double blue;
} C4Color;

typedef struct
{
  const char *name;      /* "light", "dark", "contrast", "contrast-dark" */
  double least_contrast; /* of any text to what it stands on: WCAG 2.1's ratio */
  C4Color colors[C4_N_ROLES];
} C4Theme;

const C4Theme *c4_theme_get (const char *name);
const char *const *c4_theme_names (void);

/* What text of this role stands on in every diagram; C4_ROLE_NONE: it is not a text's role. */
C4Role c4_role_ground (C4Role role);

char *c4_color_to_string (C4Color color); /* "#rrggbb" */
gboolean c4_color_parse (const char *text, C4Color *color);
double c4_color_contrast (C4Color a, C4Color b); /* WCAG 2.1: 1 to 21 */
C4Color c4_color_mix (C4Color a, C4Color b, double share_of_b);

/* The one type scale: every text is in one of these styles. */
typedef enum
{
  C4_TEXT_NAME,
  C4_TEXT_TECHNOLOGY,
  C4_TEXT_DESCRIPTION,
  C4_TEXT_LABEL,
  C4_TEXT_LABEL_TECHNOLOGY,
  C4_TEXT_BOUNDARY_NAME,
  C4_TEXT_BOUNDARY_TYPE,
  C4_TEXT_TITLE,
  C4_TEXT_SUBTITLE,
  C4_TEXT_LEGEND,
  C4_TEXT_BADGE,
  C4_N_TEXT_STYLES,
} C4TextStyle;

typedef struct
{
  double size; /* points */
  gboolean bold;
  gboolean italic;
} C4Font;

/* Families in order of preference, as CSS and Pango both read them. */
extern const char *const c4_font_family;
const C4Font *c4_text_style_font (C4TextStyle style);

G_END_DECLS
