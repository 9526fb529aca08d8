#!/bin/sh
# Prints the letters and the book of an edition through letterpress and through FOP alone, by turns in
# one process, and gives the ratios of T6 (letters) and T7 (the book). Both get the same formatting
# objects, fonts and tags, and the same factory of transformers.
#
#   src/bench/print.sh EDITION [ROUNDS]
#
# The formatting objects come from a build with -Dletterpress.fo. Needs compiled tests
# (mvn test-compile) and target/test-classpath, which mvn dependency:build-classpath writes.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
[ $# -ge 1 ] || {
  echo "usage: src/bench/print.sh EDITION [ROUNDS]" >&2
  exit 2
}
edition=$1
rounds=${2:-5}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
libraries=${CLASSPATH_FILE:-$root/target/test-classpath}
[ -f "$libraries" ] ||
  (cd "$root" && mvn -B -o -q dependency:build-classpath -Dmdep.outputFile="$libraries")
classes="$root/target/classes:$root/target/test-classes:$(cat "$libraries")"
"$java" "-Dletterpress.fo=$work/fo" -cp "$classes" org.letterpress.cli.Main build "$edition" \
  --only pdf --out "$work/site" --quiet >"$work/log" 2>&1 || true
[ -d "$work/fo" ] || {
  cat "$work/log" >&2
  exit 1
}
"$java" -Xmx3g -cp "$classes" org.letterpress.print.PrintBench "$work/fo" "$edition" "$rounds"
