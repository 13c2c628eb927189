#!/bin/bash
# Makes the archive of the source that is released, and builds and tests Seefour from it alone.
#
#   build-aux/check-source-archive.sh
#
# Of what is committed; ends with exit status 77 (skipped) where this is no Git clone.

set -euo pipefail

case ${1:-} in
  -h | --help) sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; exit ;;
esac

source "$(dirname "${BASH_SOURCE[0]}")/functions.sh"

if ! git -C "$top" rev-parse --git-dir >/dev/null 2>&1; then
  say "Skipped: this is no Git clone"
  exit 77
fi

install_packages build test
build "$top/build" programs
meson dist -C "$top/build" --allow-dirty </dev/null
