# shellcheck shell=bash
# A fresh Debian in a folder of its own, for the scripts that check what that makes of Seefour;
# sourced by them after functions.sh.

root=

# make_root SUITE: sets "root"; it is gone when the script ends.
make_root ()
{
  local mirror=${SEEFOUR_DEBIAN_MIRROR:-http://deb.debian.org/debian}
  root=$(mktemp -d)
  trap remove_root EXIT
  debootstrap --variant=minbase "$1" "$root" "$mirror" >"$root.log" 2>&1 || return 1
  cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
  # How to reach the mirror; what else this system has configured is its own.
  apt-config dump | grep -E '^Acquire::(http|https|Check)' >"$root/etc/apt/apt.conf.d/90host" || true
  echo 'APT::Sandbox::User "root";' >>"$root/etc/apt/apt.conf.d/90host"
  mount --bind /proc "$root/proc"
  mount --bind /dev "$root/dev"
  mount --bind /dev/pts "$root/dev/pts"
}

remove_root ()
{
  [ -n "$root" ] || return 0
  umount "$root/dev/pts" "$root/proc" "$root/dev" 2>/dev/null || true
  # Never into what may still be mounted there.
  if mountpoint -q "$root/proc" || mountpoint -q "$root/dev"; then
    say "Still mounted: $root"
  else
    rm -rf --one-file-system "$root" "$root.log"
  fi
}

in_root ()
{
  DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 chroot "$root" "$@" </dev/null
}

# copy_source FOLDER: the files of the working copy that belong to the project, without what was
# built of them.
copy_source ()
{
  (cd "$top" && git ls-files -z --cached --others --exclude-standard |
     tar --null --no-recursion --ignore-failed-read -cf - -T - 2>/dev/null | tar -xf - -C "$1")
}
