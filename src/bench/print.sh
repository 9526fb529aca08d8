#!/bin/sh
# Prints the letters and the book of an edition through letterpress and through FOP alone, by turns in
# one process, and gives the ratios of T6 (letters) and T7 (the book). Both get the same formatting
# objects, fonts and tags, and the same factory of transformers. Then one letter, cold, as a whole
# process (T8), beside the TEI Stylesheets' fo.xsl with FOP and FOP's command line on finished
# formatting objects, by turns.
#
#   src/bench/print.sh EDITION [ROUNDS]
#
#   TEI_XSL=DIR   where the TEI Stylesheets lie (default /usr/share/xml/tei/stylesheet, where
#                 Debian's package tei-xsl puts them); without them T8 says "not there"
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
stylesheets=${TEI_XSL:-/usr/share/xml/tei/stylesheet}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
libraries=${CLASSPATH_FILE:-$root/target/test-classpath}
[ -f "$libraries" ] ||
  (cd "$root" && mvn -B -o -q dependency:build-classpath -Dmdep.outputFile="$libraries")
classes="$root/target/classes:$root/target/test-classes:$(cat "$libraries")"

# The formatting objects of an edition, in a folder.
formatting_objects() {
  "$java" "-Dletterpress.fo=$2" -cp "$classes" org.letterpress.cli.Main build "$1" \
    --only pdf --out "$work/site" --quiet >"$work/log" 2>&1 || true
  [ -d "$2" ] || {
    cat "$work/log" >&2
    exit 1
  }
}

formatting_objects "$edition" "$work/fo"
"$java" -Xmx3g -cp "$classes" org.letterpress.print.PrintBench "$work/fo" "$edition" "$rounds" \
  2>"$work/log" || {
  cat "$work/log" >&2
  exit 1
}

# T8: the letter of middle size, alone in an edition.
letter=$(find "$edition" -name '*.xml' -path '*letters*' -size +1k -exec wc -c {} + |
  grep -v ' total$' | sort -n | awk '{ file[NR] = $2 } END { print file[int((NR + 1) / 2)] }')
[ -n "$letter" ] || {
  echo "T8 one letter: this edition has no folder of letters"
  exit 0
}
mkdir -p "$work/one/tei/letters"
cp "$letter" "$work/one/tei/letters/one.xml"
formatting_objects "$work/one" "$work/one-fo"
# FOP knows nothing of our attributes.
find "$work/one-fo" -name '*one.xml.fo' -exec cat {} + |
  sed 's/ lp:[a-z-]*="[^"]*"//g' >"$work/one.fo"

ours() {
  "$root/bin/letterpress" build "$work/one" --only pdf --out "$work/one-site" --quiet
}

fop() {
  "$java" -cp "$classes" org.apache.fop.cli.Main -r "$@"
}

tei() {
  fop -xml "$letter" -xsl "$stylesheets/fo/fo.xsl" -pdf "$work/tei.pdf"
}

# The middle one of the times in a file, in seconds.
median() {
  sort -n "$1" | awk '{ t[NR] = $1 } END { printf "%.2f", t[int((NR + 1) / 2)] / 1e9 }'
}

# Runs a command and adds the nanoseconds to its file; one that fails is named.
timed() {
  name=$1
  shift
  start=$(date +%s%N)
  "$@" >"$work/$name.log" 2>&1 || [ "$name" = ours ] || {
    echo "T8: $name failed: $(tail -n 1 "$work/$name.log")" >&2
    return 0
  }
  echo $(($(date +%s%N) - start)) >>"$work/$name"
}

ours >/dev/null 2>&1 || true # The first run makes the archive of classes.
for round in $(seq "$rounds"); do
  rm -rf "$work/one-site"
  timed ours ours
  timed fop fop -fo "$work/one.fo" -pdf "$work/fop.pdf"
  [ ! -f "$stylesheets/fo/fo.xsl" ] || timed tei tei
done
line="T8 one letter and its book, cold, whole process: letterpress $(median "$work/ours") s"
if [ -s "$work/fop" ]; then
  line="$line, FOP on finished formatting objects $(median "$work/fop") s"
fi
if [ -s "$work/tei" ]; then
  ratio=$(awk -v a="$(median "$work/ours")" -v b="$(median "$work/tei")" \
    'BEGIN { printf "%.2f", a / b }')
  line="$line, TEI Stylesheets with FOP $(median "$work/tei") s, ratio $ratio (target 0.60 or less)"
else
  line="$line, TEI Stylesheets: not there"
fi
echo "$line"
