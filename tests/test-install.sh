#!/bin/bash
# What is installed goes where it is asked to go.
#
#   test-install.sh SOURCE BUILD

set -u

source=$1 build=$2
own=$(mktemp -d)
trap 'rm -rf "$own"' EXIT

number=0
# check NAME COMMAND...
check ()
{
  local name=$1
  number=$((number + 1))
  shift
  if "$@" >"$own/said" 2>&1; then
    echo "ok $number - $name"
  else
    echo "not ok $number - $name"
    sed 's/^/# /' "$own/said"
  fi
}

configure ()
{
  meson setup "$own/build" "$source" --prefix=/opt/seefour --bindir=programs --libexecdir=helpers \
        --datadir=files --mandir=pages --libdir=libraries \
        --localedir=languages -Dzsh_completions_dir=files/z-shell
}

# Every file of the plan is below one of the folders that were chosen.
plan_keeps_to_folders ()
{
  meson introspect --install-plan "$own/build" >"$own/plan" &&
    grep -q '{bindir}\|{prefix}\|/opt/seefour' "$own/plan" &&
    ! grep -oE '"destination": "[^"]*"' "$own/plan" |
      sed 's/{prefix}/\/opt\/seefour/; s/{bindir}/\/opt\/seefour\/programs/; s/{mandir}/\/opt\/seefour\/pages/;
           s/{datadir}/\/opt\/seefour\/files/; s/{libexecdir}/\/opt\/seefour\/helpers/;
           s/{localedir}/\/opt\/seefour\/languages/' |
      grep -vE '"/opt/seefour/(programs|helpers|files|pages|languages)/'
}

# What is installed is what `ninja programs` makes, which is all that run.sh waits for.
programs_are_all ()
{
  ninja -C "$own/build" -t query programs >"$own/inputs" &&
    python3 - "$own/plan" "$own/build" "$own/inputs" <<'END'
import json, os, sys
plan, build, inputs = sys.argv[1:]
made = {line.strip(" |\n") for line in open(inputs)}
targets = [os.path.relpath(path, build) for path in json.load(open(plan))["targets"]]
missing = [path for path in targets if path not in made]
print("# not made:", missing)
sys.exit(bool(missing) or not targets)
END
}

# What tells others where a program is says the same.
services_name_programs ()
{
  grep -qx 'Exec=/opt/seefour/programs/seefour --gapplication-service' \
       "$own/build/data/io.github.seefour.Seefour.service" &&
    grep -qx 'Exec=/opt/seefour/helpers/seefour-search-provider' \
         "$own/build/data/io.github.seefour.Seefour.SearchProvider.service" &&
    grep -q '^Exec=/opt/seefour/helpers/seefour-thumbnailer ' \
         "$own/build/data/seefour.thumbnailer"
}

install_below ()
{
  DESTDIR=$own/root meson install -C "$build" --no-rebuild --quiet
}

# All is below the folder, and what is there works.
installed_works ()
{
  local program
  program=$(find "$own/root" -name seefour-cli -type f -perm -u+x)
  env -u SEEFOUR_LAYOUT_HELPER "$program" export "$source/data/examples/micromasters.yaml" \
      --view container -o "$own/picture.svg" && [ -s "$own/picture.svg" ]
}

if ! command -v meson >/dev/null; then
  echo "1..0 # SKIP meson is not there"
  exit 0
fi

echo 1..6
check "configured with folders of its own" configure
check "the plan keeps to them" plan_keeps_to_folders
check "what is installed is made with the programs" programs_are_all
check "services name the programs" services_name_programs
check "installed below a folder" install_below
check "what is installed works there" installed_works
