# shellcheck shell=bash
# What run.sh, test.sh and .ci/run have in common; sourced by them.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Meson and GLib's tools are written for the system's Python: another one that stands before it in
# PATH (pyenv, conda) lacks their modules.
export PATH=/usr/bin:/bin:/usr/sbin:/sbin:$PATH
export DEBIAN_FRONTEND=noninteractive

say ()
{
  printf '==> %s\n' "$*"
}

die ()
{
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo --preserve-env=DEBIAN_FRONTEND "$@"
  else
    die "packages are missing, and this is neither root nor is there sudo"
  fi
}

# The packages of the groups given that are not installed.
missing_packages ()
{
  local wanted installed
  wanted=$(awk -v groups=" $* " 'NF == 2 && index (groups, " " $1 " ") { print $2 }' \
               "$top/build-aux/packages" | sort)
  # shellcheck disable=SC2016,SC2086 # dpkg-query's own variables; one word a package
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' $wanted 2>/dev/null |
                awk '$2 == "installed" { print $1 }' | sort -u)
  comm -23 <(printf '%s\n' "$wanted") <(printf '%s\n' "$installed")
}

# install_packages GROUP...: does nothing, and needs no network, when all is there.
install_packages ()
{
  if ! command -v dpkg-query >/dev/null; then
    say "Not Debian or Ubuntu: make sure that what build-aux/packages names is installed"
    return
  fi

  local missing log
  missing=$(missing_packages "$@" | tr '\n' ' ')
  [ -n "$missing" ] || return 0

  say "Installing: $missing"
  log=$(mktemp)
  as_root apt-get -qq update </dev/null || say "Package lists could not be renewed; going on"
  # shellcheck disable=SC2086 # one word a package
  if ! as_root apt-get -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 \
       -o DPkg::Lock::Timeout=600 install $missing </dev/null >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    die "could not install: $missing (all that was said: $log)"
  fi
  rm -f "$log"
}

# build DIR TARGET [OPTION]...: configures (when new, moved, or asked for other options) and compiles
# a target: "all", or "programs" for what is installed alone.
build ()
{
  local dir=$1 target=$2 settings
  shift 2
  settings="$top $*"
  if [ "$(cat "$dir/seefour-settings" 2>/dev/null)" != "$settings" ]; then
    if [ -e "$dir/meson-private/coredata.dat" ]; then
      meson setup --wipe --prefix "$dir/prefix" "$@" "$dir" "$top"
    else
      meson setup --prefix "$dir/prefix" "$@" "$dir" "$top"
    fi </dev/null || die "could not configure $dir"
    printf '%s\n' "$settings" >"$dir/seefour-settings"
  fi
  ninja -C "$dir" "$target" </dev/null || die "could not build $dir"
}
