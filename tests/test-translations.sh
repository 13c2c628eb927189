#!/bin/bash
# Whether every text that is to be translated can be, and every translation is whole.
#
#   test-translations.sh SOURCE

set -u

tests=$(dirname "$(realpath "$0")")
cd "$1" || exit 1

number=0
# check NAME COMMAND...: the command says what is wrong, and nothing otherwise.
check ()
{
  local name=$1 said
  number=$((number + 1))
  shift
  said=$("$@" 2>&1)
  if [ -z "$said" ]; then
    echo "ok $number - $name"
  else
    echo "not ok $number - $name"
    sed 's/^/# /' <<<"$said"
  fi
}

listed ()
{
  grep -v '^#' po/POTFILES | sort
}

marked ()
{
  {
    grep -rlE '(^|[^A-Za-z0-9])(N|C|NC)?_ \(("|$)|(^|[^a-z_])(ngettext|g_dngettext|dcgettext) \(' \
         --include='*.c' --include='*.h' src
    grep -rl 'translatable="yes"' ui
    ls data/*.desktop.in data/*.xml.in
  } | sort
}

missing_files ()
{
  comm -13 <(listed) <(marked) | sed 's/$/: is not in POTFILES/'
}

needless_files ()
{
  comm -23 <(listed) <(marked) | sed 's/$/: has nothing to translate, or is gone/'
}

languages ()
{
  grep -v '^#' po/LINGUAS
}

unlisted_catalogues ()
{
  comm -3 <(languages | sort) <(cd po && ls -- *.po 2>/dev/null | sed 's/\.po$//' | sort)
}

# Formats fit, and nothing is left untranslated or fuzzy.
broken_catalogues ()
{
  local language
  for language in $(languages); do
    LC_ALL=C msgfmt --check --statistics -o /dev/null "po/$language.po" 2>&1 |
      grep -vE '^[0-9]+ translated messages\.$'
  done
}

# What the sources say today and a catalogue does not.
missing_texts ()
{
  local language
  for language in $(languages); do
    LC_ALL=C msgcmp "po/$language.po" "$template" 2>&1 | grep 'untranslated\|is used but not defined'
  done
}

if ! command -v msgfmt >/dev/null; then
  echo "1..0 # SKIP gettext is not there"
  exit 0
fi

template=$(mktemp)
trap 'rm -f "$template"' EXIT
"$tests/translation-template.sh" . >"$template" || exit 1

echo 1..5
check "every file with texts is in POTFILES" missing_files
check "every file in POTFILES has texts" needless_files
check "every catalogue is in LINGUAS" unlisted_catalogues
check "every catalogue is whole" broken_catalogues
check "every text of the sources is in every catalogue" missing_texts
