#!/usr/bin/env bash
# Installs the .rpm into an empty folder, looks at its files, uses it from there and removes it again:
#   packaging/linux/try-rpm.sh
# Needs rpm and root. What it depends on is not installed, because no system of that family is made here.
set -euo pipefail
cd "$(dirname "$0")/../.."

rpm=$(ls "$PWD"/target/dist/certwright-*.rpm)
work=$PWD/target/try-rpm
root=$work/root
say() { printf 'try-rpm: %s\n' "$*"; }
fail() { say "FAILED: $*"; exit 1; }
if ! command -v rpm >/dev/null || [ "$(id -u)" -ne 0 ]; then
  say "skipped: it needs rpm and root"
  exit 0
fi
rm -rf "$work"
mkdir -p "$root" "$work/state"
export HOME=$work/state XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/state
unset DISPLAY WAYLAND_DISPLAY JAVA_TOOL_OPTIONS
inside() { rpm --root "$root" "$@"; }

[ -z "$(rpm -qp --nosignature --scripts --triggers "$rpm")" ] || fail "it holds a script"
inside --initdb
inside --install --nodeps --nosignature --ignorearch --ignoreos "$rpm"
inside --verify --nodeps certwright || fail "files differ from what was packed"
for file in /usr/bin/certwright /usr/share/applications/certwright.desktop /usr/share/mime/packages/certwright.xml \
  /usr/share/icons/hicolor/scalable/apps/certwright.svg /usr/share/doc/certwright/copyright; do
  [ -e "$root$file" ] || [ -L "$root$file" ] || fail "$file is missing"
done
# Owned by root, and nobody else may write; programs and nothing else may be run.
odd=$(inside --query --list --verbose certwright | grep -v -E '^(drwxr-xr-x|-r[w-]-r--r--|-rwxr-xr-x|lrwxrwxrwx) +[0-9]+ root +root ' || true)
[ -z "$odd" ] || fail "rights or owners are odd: $odd"
say "$(inside --query --list certwright | wc -l) files, as packed, root's, no script"

program=$root/opt/certwright/bin/certwright
[ "$(readlink "$root/usr/bin/certwright")" = /opt/certwright/bin/certwright ] || fail "/usr/bin/certwright leads elsewhere"
"$program" --version
# With this word Java ends where the start-up cache does not fit, instead of starting slowly.
JAVA_TOOL_OPTIONS=-XX:AOTMode=on "$program" --version > /dev/null 2> "$work/cache.txt" \
  || fail "the start-up cache does not fit the installed files: $(cat "$work/cache.txt")"
"$program" demo > "$work/demo.txt" 2>&1 || fail "the demonstration ended with $?"
grep -q '^Proven' "$work/demo.txt" || fail "the demonstration did not come to its end"
say "it runs, with its start-up cache, and proves the demonstration"

inside --erase --nodeps certwright
left=$(find "$root" -path "$root/opt*" -o -path "$root/usr*" ! -type d -print | grep -i certwright || true)
[ -z "$left" ] || fail "left behind: $left"
say "passed: installed, used and removed without leftovers"
