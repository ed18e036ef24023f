#!/usr/bin/env bash
# Watches the system calls of a start of the packaged wizard and of one command:
#   packaging/linux/try-start.sh
# No file may be written outside the state folder, and no library loaded from anywhere but the image and the
# system's own folders. Needs strace and Xvfb.
set -euo pipefail
cd "$(dirname "$0")/../.."

image=$PWD/target/dist/certwright
work=$PWD/target/try-start
screen=${SCREEN:-83}
xvfb=
say() { printf 'try-start: %s\n' "$*"; }
fail() { say "FAILED: $*"; exit 1; }
tidy() { [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true; }
trap tidy EXIT
for program in strace Xvfb xdotool; do
  if ! command -v "$program" >/dev/null; then
    say "skipped: $program is not installed"
    exit 0
  fi
done

rm -rf "$work"
mkdir -p "$work/state" "$work/home" "$work/run"
export XDG_RUNTIME_DIR=$work/run
export HOME=$work/home XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/state
calls=open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,symlinkat,chmod,fchmodat,truncate

# Two things are not ours to change: the desktop's settings (dconf) keep a mark in the folder for running
# programs, and JavaFX copies a font that lies in a jar (the icons) to the temporary folder while it runs.
# What changes a file: opened for writing, or named by a call that changes names; failed calls changed nothing.
written() {
  grep -v -e ' = -1 ' -e 'unfinished' -e '+++' -e '---' "$1" \
    | grep -e 'O_WRONLY' -e 'O_RDWR' -e 'O_CREAT' -e ' mkdir' -e ' rename' -e ' unlink' -e ' link' -e ' symlink' \
      -e 'chmod' -e ' truncate' -e ' creat(' \
    | grep -o '"[^"]*"' | tr -d '"' | sort -u \
    | grep -v -e "^$work/state/" -e '^/dev/' -e '^/proc/' -e "^$work/run/dconf" -e '/+JXF[0-9]*\.tmp$' || true
}
libraries() {
  grep -v ' = -1 ' "$1" | grep -o '"[^"]*\.so[.0-9]*"' | tr -d '"' | sort -u \
    | grep -v -e "^$image/" -e '^/lib/' -e '^/lib64/' -e '^/usr/lib/' -e '^/etc/ld.so' || true
}
judge() {
  local outside
  outside=$(written "$2")
  [ -z "$outside" ] || fail "$1 wrote outside the state folder: $outside"
  outside=$(libraries "$2")
  [ -z "$outside" ] || fail "$1 loaded from elsewhere: $outside"
  say "$1: $(grep -c . "$2") calls, nothing written elsewhere, no library from elsewhere"
}

strace -f -qq -o "$work/version.txt" -e "trace=$calls" "$image/bin/certwright" --version > /dev/null
judge "certwright --version" "$work/version.txt"

Xvfb ":$screen" -screen 0 1280x800x24 -nolisten tcp > "$work/xvfb.log" 2>&1 &
xvfb=$!
DISPLAY=:$screen strace -f -qq -o "$work/wizard.txt" -e "trace=$calls" "$image/bin/certwright" > "$work/wizard.log" 2>&1 &
tracer=$!
window=
for _ in $(seq 1200); do
  window=$(DISPLAY=:$screen xdotool search --onlyvisible --name '^Certwright' 2>/dev/null | head -n 1 || true)
  [ -z "$window" ] || break
  sleep 0.1
done
[ -n "$window" ] || fail "no window came: $(cat "$work/wizard.log")"
kill "$(pgrep -P "$tracer")"
wait "$tracer" || true
judge "the wizard's start" "$work/wizard.txt"
