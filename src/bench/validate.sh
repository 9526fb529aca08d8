#!/bin/sh
# How fast `letterpress validate` is beside the jing command line and `xmllint --relaxng`, with the
# same files and the same schema (TEI's full grammar), in one run and as whole processes:
#
#   one letter, cold            median of RUNS runs (default 5)
#   COUNT letters (default 2000), median of 3 runs; jing and xmllint check the grammar alone,
#                               letterpress also ids, pointers, letters and registers of the edition
#
# The letters are those of one corpus that are valid (default auden-musulin), repeated under new
# names, with the corpus's registers beside them; its rules in Schematron are left out, since the
# others have none.
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
one=$(ls "$out"/edition/tei/letters/*.xml | sed -n 7p)

jing=$(find "${HOME:-/root}/.m2/repository/org/relaxng/jing" -name 'jing-*.jar' | sort | tail -n 1)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

now() {
  date +%s%N
}

# The median of some runs of a command, in milliseconds. Findings are no failure, defects are.
median() {
  times=$1
  shift
  : >"$out/times"
  while [ "$times" -gt 0 ]; do
    times=$((times - 1))
    begun=$(now)
    status=0
    "$@" >"$out/said" 2>"$out/complained" || status=$?
    ended=$(now)
    [ "$status" -le 3 ] || cat "$out/complained" >&2
    echo $(((ended - begun) / 1000000)) >>"$out/times"
  done
  sort -n "$out/times" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
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

# The class-data archive is made by the first run.
ours "$one" >/dev/null 2>&1 || true
cold_ours=$(median "$runs" ours "$one")
cold_jing=$(median "$runs" jings "$one")
cold_xmllint=0
all_xmllint=0
all_ours=$(median 3 ours "$out/edition")
all_jing=$(median 3 jings "$out"/edition/tei/letters/*.xml)
if command -v xmllint >/dev/null 2>&1; then
  cold_xmllint=$(median "$runs" xmllints "$one")
  all_xmllint=$(median 1 xmllints "$out"/edition/tei/letters/*.xml)
fi

echo "| what | letterpress | jing | xmllint | to jing | to xmllint |"
echo "|---|---|---|---|---|---|"
echo "| one letter, cold | $cold_ours ms | $cold_jing ms | $cold_xmllint ms |" \
  "$(ratio "$cold_ours" "$cold_jing") | $(ratio "$cold_ours" "$cold_xmllint") |"
echo "| $count letters, edition rules on | $all_ours ms | $all_jing ms | $all_xmllint ms |" \
  "$(ratio "$all_ours" "$all_jing") | $(ratio "$all_ours" "$all_xmllint") |"
