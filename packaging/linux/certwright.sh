#!/bin/sh
# Starts the wizard, or the command line when there is more to do than to open a file. GTK would load
# the graphics driver for drawing of its own, which the wizard does not use: it cost 50 MB of memory.
here=$(readlink -f -- "$0")
here=${here%/*}
if [ $# -eq 0 ] || { [ $# -eq 1 ] && [ -f "$1" ]; }; then
  GDK_GL=${GDK_GL:-disable}
  export GDK_GL
  exec "$here/certwright-wizard" "$@"
fi
exec "$here/certwright-cli" "$@"
