#!/usr/bin/env bash
# Starts the packaged program where something is wrong with the computer:
#   packaging/linux/try-hardship.sh
# No screen, no GTK, a start-up cache that does not fit, a home folder that is read-only, a temporary folder that
# is full. Needs Xvfb, xdotool, and root with unshare for those that need a mount.
set -euo pipefail
cd "$(dirname "$0")/../.."

image=$PWD/target/dist/certwright
work=$PWD/target/try-hardship
screen=${SCREEN:-83}
xvfb=
say() { printf 'try-hardship: %s\n' "$*"; }
fail() { say "FAILED: $*"; exit 1; }
tidy() {
  [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
  rm -rf "$work/image"
}
trap tidy EXIT
rm -rf "$work"
mkdir -p "$work/state" "$work/mount"
export HOME=$work/state XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/state XDG_RUNTIME_DIR=$work/state
unset DISPLAY WAYLAND_DISPLAY JAVA_TOOL_OPTIONS

# The wizard ends with 1 and one sentence that names what is missing; the command line works.
refused() {
  local code=0
  "$@" "$image/bin/certwright" > "$work/said.txt" 2>&1 || code=$?
  [ "$code" = 1 ] || fail "$what: exit code $code: $(cat "$work/said.txt")"
  grep -q 'libgtk-3-0' "$work/said.txt" || fail "$what: no package is named: $(cat "$work/said.txt")"
  "$@" "$image/bin/certwright" check --help > /dev/null || fail "$what: the command line does not work"
  say "$what: said so, exit code 1; the command line works"
}
what='no screen' refused env
what='no screen where one is named' refused env DISPLAY=:7999

# Another cache, a part of one, none: the version as ever and not a word more.
cp -a "$image" "$work/image"
cache=$work/image/lib/app/certwright-cli.aot
whole=$("$image/bin/certwright" --version)
same() {
  [ "$("$work/image/bin/certwright" --version 2>&1)" = "$whole" ] || fail "$1: something else was printed"
  say "$1: ignored silently"
}
truncate -s 20000000 "$cache" && same 'a part of a start-up cache'
truncate -s 0 "$cache" && same 'an empty start-up cache'
head -c 1000000 /dev/urandom > "$cache" && same 'a start-up cache of something else'
rm "$cache" && same 'no start-up cache'
cp -a "$image/lib/app/certwright-cli.aot" "$cache"
touch "$work/image/lib/app/certwright.jar" && same 'a start-up cache for another jar'
[ "$(JAVA_TOOL_OPTIONS=-XX:UseAVX=0 "$work/image/bin/certwright" --version 2>/dev/null)" = "$whole" ] \
  || fail 'another processor'
say 'a start-up cache for another processor: ignored'

for program in Xvfb xdotool; do
  command -v "$program" >/dev/null || { say "the rest is skipped: $program is not installed"; exit 0; }
done
unshare --mount true 2>/dev/null || { say 'the rest is skipped: it needs root, to mount'; exit 0; }
Xvfb ":$screen" -screen 0 1280x800x24 -nolisten tcp > "$work/xvfb.log" 2>&1 &
xvfb=$!
sleep 1
: > "$work/empty"
gtk=$(ldconfig -p | sed -n 's/.*libgtk-3\.so\.0 .*=> //p' | head -n 1)
if [ -n "$gtk" ]; then
  what='no GTK' refused env DISPLAY=":$screen" unshare --mount sh -c \
    'mount --bind "$0" "$1" && shift && exec "$@"' "$work/empty" "$(readlink -f "$gtk")"
fi

# The wizard opens, and shows as many windows as expected.
opens() {
  local expected=$1 shown=0 window
  shift
  DISPLAY=:$screen unshare --mount sh -c "$1"' && exec "$0"' "$image/bin/certwright" > "$work/said.txt" 2>&1 &
  window=$!
  for _ in $(seq 300); do
    shown=$(DISPLAY=:$screen xdotool search --onlyvisible --pid "$window" --name . 2>/dev/null | wc -l || true)
    [ "$shown" -lt "$expected" ] || break
    sleep 0.1
  done
  if [ -n "${PICTURES:-}" ] && command -v import >/dev/null; then
    sleep 2
    DISPLAY=:$screen import -window root "$PICTURES/${what// /-}.png"
  fi
  kill "$window" 2>/dev/null || fail "$what: the wizard ended: $(cat "$work/said.txt")"
  wait "$window" 2>/dev/null || true
  [ "$shown" -ge "$expected" ] || fail "$what: $shown windows instead of $expected"
}
what='a start-up cache of the window that is something else'
head -c 1000000 /dev/urandom > "$work/image/lib/app/certwright.aot"
image=$work/image opens 1 true
[ ! -s "$work/said.txt" ] || fail "$what: something was printed: $(cat "$work/said.txt")"
say "$what: ignored silently, the wizard opens"
what='a full temporary folder'
opens 1 "mount -t tmpfs -o size=4k none /var/tmp && head -c 4096 /dev/zero > /var/tmp/full; export TMPDIR=/var/tmp JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=/var/tmp"
say "$what: the wizard opens"
what='a read-only home folder'
opens 2 "mount -t tmpfs -o ro none '$work/mount' && export HOME='$work/mount' XDG_STATE_HOME='$work/mount/a' XDG_CONFIG_HOME='$work/mount/b'"
say "$what: the wizard opens and says that it cannot remember anything"
what='no home folder'
opens 2 'export HOME=/nowhere XDG_STATE_HOME='"$work"'/empty/nowhere XDG_CONFIG_HOME='"$work"'/empty/nowhere'
say "$what: the wizard opens and says that it cannot remember anything"
