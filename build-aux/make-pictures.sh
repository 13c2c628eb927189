#!/bin/bash
# Makes the pictures of the documents and of the software centre anew, from the program itself.
#
#   build-aux/make-pictures.sh
#
# Builds into build/ first. Those of the window come from an X server of their own. Look at each
# before you commit it.

set -euo pipefail

case ${1:-} in
  -h | --help) sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; exit ;;
esac

source "$(dirname "${BASH_SOURCE[0]}")/functions.sh"

pictures=$top/docs/pictures
example=$top/data/examples/micromasters.yaml

install_packages build test
build "$top/build" all

export SEEFOUR_LAYOUT_HELPER=$top/build/src/layout/helper/seefour-layout
export GSETTINGS_SCHEMA_DIR=$top/build/data GSETTINGS_BACKEND=memory GTK_A11Y=none
export SOURCE_DATE_EPOCH=0 LC_ALL=C.UTF-8

# export_view NAME MODEL VIEW [OPTION]...
export_view ()
{
  local name=$1 model=$2 view=$3
  shift 3
  "$top/build/src/cli/seefour-cli" export "$model" --view "$view" --scale 1.25 --no-stamp "$@" \
    -o "$pictures/$name.png" >/dev/null
}

# Within an X server: the window with the containers, when it has come to rest.
# shellcheck disable=SC2016 # expanded by the inner shell
picture_window='
  openbox >/dev/null 2>&1 &
  "$1" "$2#container" >/dev/null 2>&1 &
  window=$(xdotool search --sync --onlyvisible --class seefour | tail -n 1)
  xdotool windowsize --sync "$window" 1440 900
  sleep 3
  import -window "$window" "$3"
  kill %2 %1'

town=$(mktemp -d)
trap 'rm -rf "$town"' EXIT
cp "$top"/tests/data/analyze/*.yaml "$town/"
echo 'name: A Small Town' >"$town/workspace.yml"

mkdir -p "$pictures"
export_view containers "$example" container
export_view landscape "$town" system-landscape
export_view sequence "$example" "$("$top/build/src/cli/seefour-cli" views "$example" |
  sed -n 's/^\(flow-[^ ]*\) .*/\1/p' | head -n 1)" --style sequence
dbus-run-session -- xvfb-run -a -s "-screen 0 1600x1000x24" \
  bash -c "$picture_window" bash "$top/build/src/app/seefour" "$example" \
  "$top/data/screenshots/window.png"
say "The pictures are in docs/pictures/ and data/screenshots/"
