/* c4-application.h: the application: its windows, and the layout service that they share. */

#pragma once

#include "c4-layout-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define C4_TYPE_APPLICATION (c4_application_get_type ())
G_DECLARE_FINAL_TYPE (C4Application, c4_application, C4, APPLICATION, AdwApplication)

C4Application *c4_application_new (void);

C4LayoutService *c4_application_get_layout_service (C4Application *application);
GSettings *c4_application_get_settings (C4Application *application);
void c4_application_window_closes (C4Application *application);

G_END_DECLS
