/* fuzz.h: what libFuzzer calls with every input. */

#pragma once

#include <glib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);
