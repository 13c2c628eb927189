#!/bin/bash
# What kind of file a file manager takes models for, among the system's own types of files.
#
#   test-mime-type.sh DEFINITION

set -eu

system=/usr/share/mime/packages/freedesktop.org.xml
for need in update-mime-database gio "$system"; do
  if ! command -v "$need" >/dev/null && [ ! -e "$need" ]; then
    echo "1..0 # SKIP $need is not there"
    exit 0
  fi
done

own=$(mktemp -d)
trap 'rm -rf "$own"' EXIT
mkdir -p "$own/share/mime/packages"
cp "$system" "$own/share/mime/packages/"
cp "$1" "$own/share/mime/packages/io.github.seefour.Seefour.xml"
export XDG_DATA_HOME=$own/none XDG_DATA_DIRS=$own/share
update-mime-database "$own/share/mime" 2>/dev/null

number=0
# expect TYPE NAME CONTENT: "*" stands for any YAML.
expect ()
{
  local found
  number=$((number + 1))
  # shellcheck disable=SC2059 # \n is meant
  printf "$3" >"$own/$2"
  found=$(gio info -a standard::content-type "$own/$2" | sed -n 's/.*content-type: //p')
  # shellcheck disable=SC2053 # a pattern is meant
  if [[ $found == $1 ]]; then
    echo "ok $number - $2 is $found"
  else
    echo "not ok $number - $2 is $found instead of $1"
  fi
}

model='meta:\n  name: Shop\n  primary_system: shop\n'
c4gen=application/x-c4gen+yaml
yaml='application/@(x-|)yaml'
shopt -s extglob

echo 1..7
expect "$c4gen" shop.yaml "$model"
expect "$c4gen" shop.yml "# Our shop.\n---\n$model"
expect "$c4gen" shop.c4.yaml 'systems: []\n'
expect "$yaml" settings.yaml 'name: Shop\n'
expect "$yaml" page.yaml 'meta:\n  title: Shop\n'
expect 'text/plain' notes.txt "$model"
expect 'application/x-seefour-workspace+yaml' workspace.yml 'name: Our Shop\n'
