#!/bin/bash
# Runs a program with a window on an X server, a window manager and a session bus of its own:
#
#   with-display.sh PROGRAM [ARGUMENT]...
#
# Where there is no Xvfb the program is reported as skipped (TAP).

set -eu

for tool in Xvfb dbus-run-session openbox; do
  if ! command -v "$tool" >/dev/null; then
    echo "1..0 # SKIP $tool is not installed"
    exit 0
  fi
done

own=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$own"' EXIT

# The server chooses a free number itself and says which when it is ready: no two tests meet.
mkfifo "$own/number"
Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp -noreset 3<>"$own/number" 2>"$own/xvfb" &
read -r -t 30 number <"$own/number" || { cat "$own/xvfb" >&2; exit 1; }
export DISPLAY=:$number
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
