/* c4-xml.h: text and numbers as XML and JSON files have them, whatever the locale. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For content and for attribute values in double quotes. */
void c4_xml_append_escaped (GString *xml, const char *text);
void c4_xml_append_attribute (GString *xml, const char *name, const char *value);

/* At most two digits after the point, none that says nothing: "12.5". */
void c4_append_number (GString *string, double number);

G_END_DECLS
