# The wizard, unless there is more to do than to open a file. GTK would load the graphics driver for
# drawing of its own, which the wizard does not use: it cost 50 MB of memory.
if [ $# -eq 0 ] || { [ $# -eq 1 ] && [ -f "$1" ]; }; then
  GDK_GL=${GDK_GL:-disable}
  export GDK_GL
  set -- @wizard-cache@ @wizard@ @main@ "$@"
else
  set -- @command-cache@ @main@ "$@"
fi
