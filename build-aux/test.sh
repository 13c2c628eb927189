#!/bin/bash
# Builds Seefour and runs all its tests.
#
#   build-aux/test.sh [MESON TEST OPTION]...
#
# Installs what is missing (Debian and Ubuntu), builds into build/, runs the tests (those with a
# window on an X server of their own) and ends with a summary. Exit status 1 when any test fails.

set -euo pipefail

case ${1:-} in
  -h | --help) sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; exit ;;
esac

source "$(dirname "${BASH_SOURCE[0]}")/functions.sh"

install_packages build test
build "$top/build" all

status=0
meson test -C "$top/build" --no-rebuild --print-errorlogs "$@" </dev/null || status=1
python3 "$top/build-aux/count-tests.py" "$top/build/meson-logs/testlog.json" || status=1
exit $status
