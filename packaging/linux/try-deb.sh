#!/usr/bin/env bash
# Installs the .deb in a new, empty Debian without Java, uses it, and removes it again:
#   packaging/linux/try-deb.sh [FOLDER]
# FOLDER keeps the empty Debian for the next time (200 MB). Needs root, debootstrap, Xvfb and xdotool, and a
# mirror of Debian's packages (variable MIRROR, otherwise the first one in this machine's own list).
set -euo pipefail
cd "$(dirname "$0")/../.."

deb=$(ls target/dist/certwright_*.deb)
keep=${1:-target/debian}
mkdir -p "$keep"
keep=$(cd "$keep" && pwd)
root=$keep/root
base=$keep/base.tar
screen=${SCREEN:-83}
xvfb=

say() { printf 'try-deb: %s\n' "$*"; }
fail() { say "FAILED: $*"; exit 1; }
inside() { chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/bin:/bin:/usr/sbin:/sbin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
tidy() {
  [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
  for place in tmp/.X11-unix proc; do
    if mountpoint -q "$root/$place"; then umount "$root/$place"; fi
  done
}
trap tidy EXIT

for program in debootstrap Xvfb xdotool; do
  if ! command -v "$program" >/dev/null; then
    say "skipped: $program is not installed"
    exit 0
  fi
done
if [ "$(id -u)" -ne 0 ]; then
  say "skipped: only root can make a Debian of its own"
  exit 0
fi

mirror=${MIRROR:-$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null \
  | sed -n -e 's/^deb \(\[[^]]*\] \)\?\([^ ]*\).*/\2/p' -e 's/^URIs: *\([^ ]*\).*/\1/p' | head -n 1 || true)}
if [ ! -e "$base" ]; then
  say "making an empty Debian"
  rm -rf "$root"
  # The window's libraries are the package's recommendations (of which dbus-x11 is
  # a choice that debootstrap does not make); everything else is Debian's least.
  if ! debootstrap --variant=minbase --include=dbus-x11,libgtk-3-0,libxtst6,libxxf86vm1,fontconfig,fonts-dejavu-core \
      bookworm "$root" "$mirror" > "$keep/debootstrap.log" 2>&1; then
    say "skipped: no Debian can be made here (see $keep/debootstrap.log)"
    exit 0
  fi
  tar --create --file "$base" --directory "$root" .
fi
rm -rf "$root"
mkdir -p "$root"
tar --extract --file "$base" --directory "$root"
mount -t proc proc "$root/proc"
files() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./tmp -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/dpkg \) -prune -o -print | sort); }
files > "$keep/before.txt"
[ -z "$(inside sh -c 'command -v java' || true)" ] || fail "there is a Java in it"

say "installing $(basename "$deb")"
cp "$deb" "$root/tmp/certwright.deb"
inside dpkg --install /tmp/certwright.deb
inside certwright --version
inside certwright demo > "$keep/demo.log" 2>&1 || fail "the demonstration ended with $?"
tail -n 1 "$keep/demo.log"
grep -q '^Proven' "$keep/demo.log" || fail "the demonstration did not come to its end"
inside sh -c 'certwright; test $? -eq 1' 2> "$keep/no-display.log" || fail "no display must end with 1"
head -n 1 "$keep/no-display.log"

say "opening the wizard"
mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix
Xvfb ":$screen" -screen 0 1280x800x24 -nolisten tcp > "$keep/xvfb.log" 2>&1 &
xvfb=$!
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
inside env "DISPLAY=:$screen" certwright > "$keep/wizard.log" 2>&1 &
wizard=$!
window=
for _ in $(seq 600); do
  window=$(DISPLAY=:$screen xdotool search --onlyvisible --name '^Certwright' 2>/dev/null | head -n 1 || true)
  [ -z "$window" ] || break
  kill -0 "$wizard" 2>/dev/null || fail "the wizard ended: $(cat "$keep/wizard.log")"
  sleep 0.1
done
[ -n "$window" ] || fail "no window came"
say "window: $(DISPLAY=:$screen xdotool getwindowname "$window")"
# GTK's own warning where no screen reader's service runs.
printed=$(grep -v -e 'dbind-WARNING' -e '^$' "$keep/wizard.log" || true)
[ -z "$printed" ] || fail "it printed: $printed"
kill "$wizard"
wait "$wizard" || true

say "removing it"
inside dpkg --purge certwright
home=$(inside sh -c 'cd && pwd')
rm -rf "$root$home/.local" "$root$home/.config" # what a person keeps: settings and notes for undoing
files > "$keep/after.txt"
# GTK, fontconfig and D-Bus keep files of their own wherever they run.
left=$(comm -13 "$keep/before.txt" "$keep/after.txt" | grep -v -F -e ".$home/.cache" -e ".$home/.dbus" || true)
[ -z "$left" ] || fail "left behind: $left"
say "passed: installed, used and removed without leftovers"
