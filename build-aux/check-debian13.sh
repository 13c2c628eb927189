#!/bin/bash
# Builds Seefour in a fresh Debian 13, runs all its tests there, and makes its packages.
#
#   build-aux/check-debian13.sh
#
# As root, with debootstrap and a network; ends with exit status 77 (skipped) where these are missing.

set -euo pipefail

case ${1:-} in
  -h | --help) sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; exit ;;
esac

source "$(dirname "${BASH_SOURCE[0]}")/functions.sh"
source "$top/build-aux/root-functions.sh"

skip ()
{
  say "Skipped: $*"
  exit 77
}

[ "$(id -u)" = 0 ] || skip "this is not root"
command -v debootstrap >/dev/null || skip "debootstrap is missing"

say "A fresh Debian 13"
make_root trixie || skip "no fresh root could be made: is there a network?"
mkdir "$root/source"
copy_source "$root/source"

say "Build and tests"
in_root /source/build-aux/test.sh

say "Packages"
in_root apt-get -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 install \
        build-essential debhelper dpkg-dev fakeroot >/dev/null
in_root sh -c 'rm -rf /source/build && cp -r /source/build-aux/debian /source/debian &&
               cd /source && sed -i "1s/-1)/)/" debian/changelog &&
               echo "3.0 (native)" >debian/source/format &&
               DEB_BUILD_OPTIONS="nocheck parallel=$(nproc)" dpkg-buildpackage -us -uc -b' \
  >"$root.log" 2>&1 || { tail -n 40 "$root.log"; die "the packages could not be built"; }
in_root sh -c 'ls /*.deb'
