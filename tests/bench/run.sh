#!/bin/bash
# How fast Seefour is against the tools that do part of its work, in ratios of one run.
#
#   tests/bench/run.sh [MODEL|FOLDER]...
#
# Without arguments it measures the bundled example. What is not given by the models: the start of
# the viewer against an empty window of libadwaita.

set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../../build-aux/functions.sh"

install_packages build test ci
build "$top/build" programs
ninja -C "$top/build" tests/bench/empty-window tests/bench/first-frame
meson install -C "$top/build" --no-rebuild --quiet </dev/null

[ $# -gt 0 ] || set -- "$top/data/examples/micromasters.yaml"
exec python3 "$top/tests/bench/bench.py" "$top/build" "$@"
