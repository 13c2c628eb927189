#!/bin/bash
# Runs a program with a window on an X server, a window manager and a session bus of its own:
#
#   with-display.sh [--two-monitors] PROGRAM [ARGUMENT]...
#
# Where there is no such server the program is reported as skipped (TAP). Xvfb has one monitor, so
# that two need Xorg and its driver of no hardware.

set -eu

server=Xvfb
if [ "$1" = --two-monitors ]; then
  server=Xorg
  shift
fi

for tool in "$server" dbus-run-session openbox xrandr; do
  if ! command -v "$tool" >/dev/null; then
    echo "1..0 # SKIP $tool is not installed"
    exit 0
  fi
done

own=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$own"' EXIT

# The server chooses a free number itself and says which when it is ready: no two tests meet.
mkfifo "$own/number"
if [ "$server" = Xvfb ]; then
  Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp -noreset 3<>"$own/number" 2>"$own/x" &
else
  Xorg -displayfd 3 -config "$(dirname "$(realpath "$0")")/two-monitors.conf" \
    -logfile "$own/log" -nolisten tcp -noreset 3<>"$own/number" 2>"$own/x" &
fi
if ! read -r -t 30 number <"$own/number"; then
  cat "$own/x" >&2
  [ "$server" = Xvfb ] && exit 1
  echo "1..0 # SKIP Xorg does not start here"
  exit 0
fi
export DISPLAY=:$number
if [ "$server" = Xorg ]; then
  xrandr --addmode DUMMY1 1920x1080
  xrandr --output DUMMY0 --mode 1920x1080 --output DUMMY1 --mode 1920x1080 --right-of DUMMY0
  # The server tells of the second one only when it is asked for all of them.
  xrandr >/dev/null
fi
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

# Nothing of the user's: no settings, no recent files, no session.
export HOME=$own XDG_CONFIG_HOME=$own/config XDG_DATA_HOME=$own/data XDG_CACHE_HOME=$own/cache
export XDG_STATE_HOME=$own/state XDG_RUNTIME_DIR=$own/run
mkdir -m 700 "$XDG_RUNTIME_DIR"
export GDK_BACKEND=x11 GDK_DEBUG=gl-disable GSK_RENDERER=cairo LIBGL_ALWAYS_SOFTWARE=1

# A window that is mapped while the manager still starts may never be told its size: the manager
# runs this command when it is ready.
mkfifo "$own/managed"
openbox --startup "sh -c 'echo >\"$own/managed\"'" >/dev/null 2>&1 3<>"$own/managed" &
read -r -t 30 <>"$own/managed" || { echo "the window manager did not start" >&2; exit 1; }

# What the services on the bus say is no part of the program's results.
exec 4>&1 5>&2
# shellcheck disable=SC2016 # expanded by the inner shell
dbus-run-session -- bash -c 'exec "$@" >&4 2>&5 4>&- 5>&-' bash "$@" >"$own/bus" 2>&1
