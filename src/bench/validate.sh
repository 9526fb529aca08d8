#!/bin/sh
# How fast `letterpress validate` is beside the jing command line and `xmllint --relaxng`, with the
# same files and the same schema (TEI's full grammar), in one run and as whole processes:
#
#   one letter, cold            median of RUNS runs (default 5)
#   COUNT letters (default 2000), median of 3 runs; jing and xmllint check the grammar alone,
#                               letterpress also ids, pointers, letters and registers of the edition;
#                               and once more with its own rules in Schematron
#
# Letterpress and jing run by turns; xmllint, which takes longest, runs once.
#
# The letters are those of one corpus that are valid (default auden-musulin), repeated under new
# names, with the corpus's registers beside them: the rules of the edition find many doublets.
#
#   src/bench/validate.sh
#   CORPUS=DIR SCHEMA=FILE COUNT=4000 src/bench/validate.sh
#
# Prints a Markdown table with ratios. Without the corpus or the schema there is nothing to measure;
# without xmllint its column is empty.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
corpus=${CORPUS:-$root/../shared/corpora/auden-musulin}
schema=${SCHEMA:-$root/../shared/tei/tei_all.rng}
count=${COUNT:-2000}
runs=${RUNS:-5}
out=${OUT:-$root/target/bench-validate}
[ -d "$corpus" ] && [ -f "$schema" ] || {
  echo "no $corpus or no $schema: nothing to measure" >&2
  exit 0
}

rm -rf "$out"
mkdir -p "$out/edition/tei/letters" "$out/edition/schema"
cp -R "$corpus/registers" "$out/edition/tei/" 2>/dev/null || true
# Our rules in Schematron give way to none.
cat >"$out/edition/schema/letterpress.sch" <<'END'
<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
  <pattern><rule context="/"><report test="false()">never</report></rule></pattern>
</schema>
END
made=0
round=0
while [ "$made" -lt "$count" ]; do
  round=$((round + 1))
  for letter in "$corpus"/letters/*.xml; do
    [ "$made" -lt "$count" ] || break
    made=$((made + 1))
    cp "$letter" "$out/edition/tei/letters/$round-$(basename "$letter")"
  done
done
mkdir "$out/ruled"
cp -R "$out/edition/tei" "$out/ruled/tei"
one=$(ls "$out"/edition/tei/letters/*.xml | sed -n 7p)

jing=$(find "${HOME:-/root}/.m2/repository/org/relaxng/jing" -name 'jing-*.jar' | sort | tail -n 1)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

now() {
  date +%s%N
}

# Runs a command once and notes its milliseconds under a name. Findings are no failure, defects are.
timed() {
  name=$1
  shift
  begun=$(now)
  status=0
  "$@" >"$out/said" 2>"$out/complained" || status=$?
  ended=$(now)
  [ "$status" -le 3 ] || cat "$out/complained" >&2
  echo $(((ended - begun) / 1000000)) >>"$out/$name.times"
}

# The median of what was noted, 0 when nothing was.
median() {
  [ -f "$out/$1.times" ] || { echo 0; return; }
  sort -n "$out/$1.times" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

ours() {
  "$root/bin/letterpress" validate --quiet --format json --schema "$schema" "$@"
}

jings() {
  "$java" -cp "$jing" com.thaiopensource.relaxng.util.Driver "$schema" "$@"
}

xmllints() {
  xmllint --noout --relaxng "$schema" "$@"
}

ratio() {
  awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.2f", a / b; else print "-" }'
}

all_jing() {
  jings "$out"/edition/tei/letters/*.xml
}

all_xmllint() {
  xmllints "$out"/edition/tei/letters/*.xml
}

# The class-data archive is made before the first run.
ours "$one" >/dev/null 2>&1 || true
# By turns, so that a busy moment of the machine meets all of them.
turn=0
while [ "$turn" -lt "$runs" ]; do
  turn=$((turn + 1))
  timed one-ours ours "$one"
  timed one-jing jings "$one"
done
turn=0
while [ "$turn" -lt 3 ]; do
  turn=$((turn + 1))
  timed all-ours ours "$out/edition"
  timed all-jing all_jing
  timed all-rules ours "$out/ruled"
done
if command -v xmllint >/dev/null 2>&1; then
  timed one-xmllint xmllints "$one"
  timed all-xmllint all_xmllint
fi

row() {
  what=$1
  kind=$2
  mine=$(median "$3")
  his=$(median "$kind-jing")
  lints=$(median "$kind-xmllint")
  echo "| $what | $mine ms | $his ms | $lints ms | $(ratio "$mine" "$his") $4 |" \
    "$(ratio "$mine" "$lints") $5 |"
}

echo "| what | letterpress | jing | xmllint | to jing (target) | to xmllint (target) |"
echo "|---|---|---|---|---|---|"
row "one letter, cold" one one-ours "(1.00)" ""
row "$count letters, edition rules on" all all-ours "(0.60)" "(0.25)"
row "the same, and our Schematron rules" all all-rules "" ""
