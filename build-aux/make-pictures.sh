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

install_packages build test pictures
build "$top/build" all

export SEEFOUR_LAYOUT_HELPER=$top/build/src/layout/helper/seefour-layout
export GSETTINGS_SCHEMA_DIR=$top/build/data GSETTINGS_BACKEND=memory GTK_A11Y=none
export SOURCE_DATE_EPOCH=0 LC_ALL=C.UTF-8

own=$(mktemp -d)
trap 'rm -rf "$own"' EXIT

# export_view NAME MODEL VIEW [OPTION]...
export_view ()
{
  local name=$1 model=$2 view=$3
  shift 3
  "$top/build/src/cli/seefour-cli" export "$model" --view "$view" --scale 1.25 --no-stamp "$@" \
    -o "$pictures/$name.png" >/dev/null
}

# The window maximized on a screen of its own, with a font that every reader of the guide has seen.
mkdir -p "$own/config/gtk-4.0" "$own/config/openbox" "$own/run"
chmod 700 "$own/run"
printf '[Settings]\ngtk-font-name=Inter 11\n' >"$own/config/gtk-4.0/settings.ini"
cat >"$own/config/openbox/rc.xml" <<'END'
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <keyboard><keybind key="W-Up"><action name="Maximize"/></keybind></keyboard>
</openbox_config>
END

# Within an X server: the viewer on $1, the keys, words (+TEXT), clicks (@"X Y") and actions (!NAME) of the rest, and
# what is on the screen at the end as $2.
# shellcheck disable=SC2016 # expanded by the inner shell
picture='
  openbox >/dev/null 2>&1 &
  xcompmgr >/dev/null 2>&1 &
  picture=$2 viewer=$3
  "$viewer" "$1" >/dev/null 2>&1 &
  xdotool search --sync --onlyvisible --class seefour >/dev/null
  xdotool mousemove 1 1
  sleep 2
  xdotool key super+Up
  sleep 2
  shift 3
  for input; do
    case $input in
      @*) xdotool mousemove ${input#@} click 1 mousemove 1 1 ;;
      +*) xdotool type --delay 40 "${input#+}" ;;
      !*) gdbus call --session --dest io.github.seefour.Seefour \
            --object-path /io/github/seefour/Seefour/window/1 \
            --method org.gtk.Actions.Activate "${input#!}" "[]" "{}" >/dev/null ;;
      *) xdotool key "$input" ;;
    esac
    sleep 1
  done
  sleep 1
  import -window root "$picture"
  kill %3 %2 %1'

# picture_window FILE MODEL[#VIEW] [INPUT]...
picture_window ()
{
  local file=$1 model=$2
  shift 2
  env HOME="$own" XDG_CONFIG_HOME="$own/config" XDG_RUNTIME_DIR="$own/run" \
    XDG_DATA_HOME="$own/data" XDG_CACHE_HOME="$own/cache" GDK_BACKEND=x11 \
    dbus-run-session -- xvfb-run -a -s "-screen 0 1440x900x24" \
    bash -c "$picture" bash "$model" "$file" "$top/build/src/app/seefour" "$@" 2>/dev/null
}

town=$own/town
mkdir "$town"
cp "$top"/tests/data/analyze/*.yaml "$town/"
echo 'name: A Small Town' >"$town/workspace.yml"

mkdir -p "$pictures"
export_view landscape "$town" system-landscape
flow=$("$top/build/src/cli/seefour-cli" views "$example" | sed -n 's/^\(flow-[^ ]*\) .*/\1/p' | head -n 1)
export_view sequence "$example" "$flow" --style sequence
picture_window "$top/data/screenshots/window.png" "$example#container"
cp "$top/data/screenshots/window.png" "$pictures/"
picture_window "$pictures/inspector.png" "$example#container" "@700 860" Tab Tab Tab Tab F10
picture_window "$pictures/search.png" "$example#container" ctrl+f +redis
picture_window "$pictures/focus.png" "$example#container" "@700 860" Tab Tab Tab Tab f
picture_window "$pictures/filters.png" "$example#container" ctrl+shift+f
picture_window "$pictures/dependencies.png" "$town#dependencies"
picture_window "$pictures/export.png" "$example#container" ctrl+e
picture_window "$pictures/step.png" "$example#$flow" shift+F5 space space space
picture_window "$pictures/slides.png" "$example#system-context" F5 Tab
picture_window "$pictures/deck.png" "$town" '!edit-deck'
say "The pictures are in docs/pictures/ and data/screenshots/"
