#!/bin/sh
# Prints the template of all catalogues, made of today's sources.
#
#   translation-template.sh SOURCE

set -eu

cd "$1"
exec xgettext --files-from=po/POTFILES --from-code=UTF-8 --output=- \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3
