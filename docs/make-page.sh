#!/bin/sh
# make-page.sh LOWDOWN INPUT OUTPUT: a document as a web page, with links to the others' pages.

set -eu

title=$(sed -n '1s/^# *//p' "$2")
"$1" -s -Thtml -M title="$title" -M css=style.css "$2" |
  sed 's/\(href="[a-z]*\)\.md\(["#]\)/\1.html\2/g' >"$3"
