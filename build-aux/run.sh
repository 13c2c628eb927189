#!/bin/bash
# Builds Seefour and opens it.
#
#   build-aux/run.sh [FILE|FOLDER]...
#
# Installs what is missing to build it (Debian and Ubuntu), builds into build/, installs into
# build/prefix, and opens the viewer on the bundled example or on what is given. Where there is no
# display, every diagram is written to ./out/ as SVG and PNG instead.

set -euo pipefail

case ${1:-} in
  -h | --help) sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; exit ;;
esac

source "$(dirname "${BASH_SOURCE[0]}")/functions.sh"

# Is there a display that answers? The sockets of a session that has ended don't count.
have_display ()
{
  local wayland=${WAYLAND_DISPLAY:-} x11=${DISPLAY:-} number
  if [ -n "$wayland" ]; then
    [[ $wayland = /* ]] || wayland=${XDG_RUNTIME_DIR:-/nonexistent}/$wayland
    [ ! -S "$wayland" ] || return 0
  fi
  [ -n "$x11" ] || return 1
  [[ $x11 = :* ]] || return 0
  number=${x11#:}
  [ -S "/tmp/.X11-unix/X${number%%.*}" ]
}

export_all ()
{
  local model name out
  for model; do
    out=$PWD/out
    if [ $# -gt 1 ]; then
      name=$(basename "$model")
      out=$out/${name%.*}
    fi
    for format in svg png; do
      "$prefix/bin/seefour-cli" export "$model" --all --format "$format" -o "$out/" >/dev/null
    done
    say "No display: the diagrams of $model are in $out/"
  done
}

install_packages build
build "$top/build" programs
meson install -C "$top/build" --no-rebuild --quiet </dev/null

prefix=$top/build/prefix
example=$top/data/examples/micromasters.yaml

if have_display; then
  export XDG_DATA_DIRS=$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
  exec "$prefix/bin/seefour" "${@:-$example}"
fi
export_all "${@:-$example}"
