#!/bin/sh
# Starts Certwright with the Java beside it. Not the launcher that jpackage makes: on Linux that one
# asks dpkg and rpm at every start which package it belongs to, which takes longer than all the rest.
here=$0
if [ -L "$here" ]; then
  here=$(readlink -f -- "$here")
fi
root=$(cd -- "${here%/*}/.." && pwd -P) || exit 1
# Options for other programs' Java are none of ours.
unset JDK_JAVA_OPTIONS _JAVA_OPTIONS
@choice@
exec "$root/lib/runtime/bin/java" "-Djpackage.app-path=$root/bin/certwright" \
  -cp "@classpath@" \
  @options@ "$@"
