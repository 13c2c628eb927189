#!/bin/bash
# Runs a program in a locale with a decimal comma, and in a language made of the sources' texts
# (pseudo-translation.py):
#
#   with-language.sh PROGRAM [ARGUMENT]...
#
# Where there is no such locale and none can be made the program is reported as skipped (TAP).

set -eu

skip ()
{
  echo "1..0 # SKIP $1"
  exit 0
}

for tool in localedef python3 xgettext msgfmt; do
  command -v "$tool" >/dev/null || skip "$tool is not installed"
done

tests=$(dirname "$(realpath "$0")")
own=$(mktemp -d)
trap 'rm -rf "$own"' EXIT

localedef -c --no-archive -i de_DE -f UTF-8 "$own/de_DE.UTF-8" >"$own/said" 2>&1 || true
abroad=(env "LOCPATH=$own" LC_ALL=de_DE.UTF-8 LANGUAGE=xx "SEEFOUR_LOCALE_DIR=$own/languages")
[ "$("${abroad[@]}" printf %.1f 0)" = 0,0 ] ||
  skip "no locale with a decimal comma can be made here"

mkdir -p "$own/languages/xx/LC_MESSAGES"
python3 "$tests/pseudo-translation.py" "$tests/.." "$own/languages/xx/LC_MESSAGES/seefour.mo"

"${abroad[@]}" "$@"
