#!/bin/bash
# Builds the Debian packages, checks them with lintian, and installs and removes them in a fresh root.
#
#   build-aux/check-debian-packages.sh [--tests] [FOLDER]
#
# The packages are left in FOLDER (build-packages/). --tests runs the tests within the build, too. As
# root, with debootstrap and a network; ends with exit status 77 (skipped) where these are missing.

set -euo pipefail

case ${1:-} in
  -h | --help) sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; exit ;;
esac

source "$(dirname "${BASH_SOURCE[0]}")/functions.sh"
source "$top/build-aux/root-functions.sh"

options=nocheck
if [ "${1:-}" = --tests ]; then
  options=
  shift
fi
out=$(mkdir -p "${1:-$top/build-packages}" && cd "${1:-$top/build-packages}" && pwd)
suite=bookworm
version=$(sed -n "s/^  version: '\(.*\)',/\1/p" "$top/meson.build")

skip ()
{
  say "Skipped: $*"
  exit 77
}

make_packages ()
{
  local source=$out/seefour-$version
  rm -rf "$source"
  mkdir "$source"
  copy_source "$source"
  cp -r "$top/build-aux/debian" "$source/debian"
  tar -C "$out" -caf "$out/seefour_$version.orig.tar.xz" --exclude=debian "seefour-$version"
  (cd "$source" &&
     DEB_BUILD_OPTIONS="$options parallel=$(nproc)" dpkg-buildpackage -us -uc -b) >"$out/log" 2>&1 ||
    { tail -n 40 "$out/log"; die "the packages could not be built ($out/log)"; }
}

check_packages ()
{
  lintian --fail-on error --display-level '>=warning' --allow-root "$out"/seefour*.changes
}

install_package ()
{
  in_root sh -c "apt-get -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 install \
                 /packages/$1_*.deb >/dev/null"
}

# Within the root: all that the packages promise works, and nothing is left when they are gone.
try_packages ()
{
  install_package seefour-cli
  in_root sh -c '! dpkg -l | grep -q libgtk'
  in_root seefour-cli export /packages/model.yaml --all -o /tmp/pictures
  install_package seefour
  in_root seefour --version
  in_root /usr/libexec/seefour-thumbnailer 128 /packages/model.yaml /tmp/pictures/small.png
  in_root sh -c 'test -n "$(grep -l primary_system /usr/share/mime/packages/*Seefour.xml)"'
  in_root apt-get -qq -y -o Dpkg::Use-Pty=0 purge seefour seefour-cli
  in_root sh -c '! find / -xdev -path /tmp -prune -o -path /packages -prune \
                   -o -iname "*seefour*" -print | grep .'
}

[ "$(id -u)" = 0 ] || skip "this is not root"
command -v dpkg-buildpackage lintian debootstrap >/dev/null || skip "the packager's tools are missing"

install_packages build test
say "Building the packages"
make_packages
say "lintian"
check_packages
say "Installing and removing them in a fresh root"
make_root "$suite" || skip "no fresh root could be made: is there a network?"
mkdir "$root/packages"
cp "$out"/*.deb "$root/packages/"
cp "$top/data/examples/micromasters.yaml" "$root/packages/model.yaml"
try_packages
say "The packages are in $out"
