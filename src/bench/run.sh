#!/bin/sh
# All benchmarks, one after the other, on editions that generate.sh writes: start, throughput by
# step, growth with size, a build after one change, the preview, the weight of pages, memory, the
# kernels, and beside them validate.sh and print.sh. Writes src/bench/RESULTS.md and growth.svg next
# to it.
#
#   src/bench/run.sh                        100, 1000 and 10000 letters; some half an hour
#   SIZES="100 1000" SAVES=20 src/bench/run.sh
#   PARTS="start build" src/bench/run.sh    only these: start build peers preview pages memory
#                                           kernels validate print
#
#   OUT=DIR        where editions, sites and logs go (default target/bench)
#   RESULTS=FILE   the report (default src/bench/RESULTS.md)
#   PEER=500       letters for the comparison with the TEI Stylesheets
#   TEI_XSL=DIR    where these lie (default /usr/share/xml/tei/stylesheet, of Debian's tei-xsl);
#                  without them the table says "not there"
#   JMH=ARGUMENTS  for the kernels, such as "-f 1 -wi 1 -i 1"
#
# Findings are no failure; what fails is named in the report, and the rest goes on.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
sizes=${SIZES:-100 1000 10000}
saves=${SAVES:-50}
parts=${PARTS:-start build peers preview pages memory kernels validate print}
out=${OUT:-$root/target/bench}
results=${RESULTS:-$root/src/bench/RESULTS.md}
peer=${PEER:-500}
stylesheets=${TEI_XSL:-/usr/share/xml/tei/stylesheet}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
lp=$root/bin/letterpress
mkdir -p "$out"

"$lp" --version >"$out/version" # builds the jar where there is none
mvn -B -q -f "$root/pom.xml" test-compile
mvn -B -q -f "$root/pom.xml" dependency:build-classpath -Dmdep.outputFile="$out/classpath" >/dev/null
classes=$root/target/test-classes:$root/target/classes:$(cat "$out/classpath")

wants() {
  case " $parts " in *" $1 "*) return 0 ;; *) return 1 ;; esac
}

say() {
  echo "$@" >>"$results"
}

note() {
  echo "run.sh: $*" >&2
}

now() {
  date +%s%N
}

edition() {
  [ -d "$out/edition-$1/tei" ] || sh "$root/src/bench/generate.sh" "$out/edition-$1" "$1" >/dev/null
  echo "$out/edition-$1"
}

# Runs a command: its milliseconds stand in $wall, its processor seconds in $cpu, its peak memory in
# MB in $peak. A status above 1 is a failure.
measured() {
  log=$1
  shift
  begun=$(now)
  status=0
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -f '%U %S %M' -o "$out/time" "$@" >"$log" 2>&1 || status=$?
    set -- $(tail -n 1 "$out/time")
    cpu=$(awk -v u="$1" -v s="$2" 'BEGIN { printf "%.1f", u + s }')
    peak=$(($3 / 1024))
  else
    "$@" >"$log" 2>&1 || status=$?
    cpu=-
    peak=-
  fi
  wall=$((($(now) - begun) / 1000000))
  [ "$status" -le 1 ] || note "status $status, see $log"
}

# The median of some runs of a command, in milliseconds.
median() {
  runs=$1
  shift
  : >"$out/times"
  while [ "$runs" -gt 0 ]; do
    measured "$out/run.log" "$@"
    echo "$wall" >>"$out/times"
    runs=$((runs - 1))
  done
  sort -n "$out/times" | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'
}

ratio() {
  awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.2f", a / b; else print "-" }'
}

# Builds an edition as it is now.
build() {
  measured "$1" "$lp" build "$2" --only html --quiet --profile --cache "$2.cache" --out "$2.site"
}

saxon="net.sf.saxon.Transform -xsl:$stylesheets/html5/html5.xsl"

# An edition of one letter, for what a start costs.
one=$out/edition-one
if [ ! -d "$one" ]; then
  mkdir -p "$one/tei/letters"
  cp "$(find "$(edition 100)/tei/letters" -name '*.xml' | sort | sed -n 51p)" "$one/tei/letters/"
fi
letter=$(ls "$one"/tei/letters/*.xml)

: >"$results"
say "# Measured"
say
say "By \`src/bench/run.sh\` with SIZES=\"$sizes\" and PARTS=\"$parts\", on $(date -u +%Y-%m-%d), $(cat "$out/version")."
say
say "Machine: $(uname -sr), $(getconf _NPROCESSORS_ONLN 2>/dev/null || echo '?') processors" \
  "($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)), $(awk \
    '/^MemTotal/ { printf "%d GB", $2 / 1048576 }' /proc/meminfo 2>/dev/null) of memory;" \
  "$("$java" -version 2>&1 | sed -n 's/.*"\(.*\)".*/Java \1/p' | head -n 1)." \
  "Load at the beginning: $(cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null || echo unknown)."
say
say "Times are of whole processes by the clock, unless said; on a busy machine look at the processor" \
  "seconds. The targets are those of the design's baselines."

if wants start; then
  note "start"
  build "$out/run.log" "$one" # the first run makes the archive of classes
  say
  say "## Start"
  say
  say "| whole process, cold, median of 5 | ms |"
  say "|---|---|"
  say "| \`--version\` | $(median 5 "$lp" --version) |"
  say "| \`validate\` one letter | $(median 5 "$lp" validate --quiet "$letter") |"
  rm -rf "$one.site" "$one.cache"
  cold=$(median 5 sh -c "rm -rf '$one.site' '$one.cache'; '$lp' build '$one' --only html --quiet \
    --cache '$one.cache' --out '$one.site'")
  say "| \`build --only html\` of one letter | $cold |"
  if [ -f "$stylesheets/html5/html5.xsl" ]; then
    theirs=$(median 5 "$java" -cp "$classes" $saxon -s:"$letter" -o:"$out/peer-one.html")
    say "| TEI Stylesheets html5 of the same | $theirs |"
    say
    say "T4, one letter to HTML: $(ratio "$cold" "$theirs") of the TEI Stylesheets (target 0.4 or less)."
  else
    say "| TEI Stylesheets html5 of the same | not there |"
  fi
fi

if wants build; then
  say
  say "## Building and building again"
  say
  say "\`build --only html\`: from nothing, again with nothing changed, after a change in the text of" \
    "one letter (median of 3)."
  say
  say "| letters | from nothing, ms | processor s | ms a letter | peak MB | nothing changed, ms |" \
    "one letter changed, ms | processor s | part of clean (T9: 2 %) |"
  say "|---|---|---|---|---|---|---|---|---|"
  : >"$out/growth"
  for size in $sizes; do
    note "build of $size letters"
    folder=$(edition "$size")
    rm -rf "$folder.site" "$folder.cache"
    build "$out/clean-$size.log" "$folder"
    clean=$wall
    cpu_clean=$cpu
    peak_clean=$peak
    build "$out/same-$size.log" "$folder"
    same=$wall
    : >"$out/changes"
    for turn in 1 2 3; do
      changed=$(find "$folder/tei/letters" -name '*.xml' | sort | sed -n "$((size * turn / 4 + 1))p")
      # A few words more at the beginning of the text.
      awk -v words="Changed at $(now). " 'BEGIN { RS = "\001" } {
        body = index($0, "<body")
        match(substr($0, body), /<p[ >][^<]*/)
        p = body + RSTART - 1
        at = p + index(substr($0, p), ">") - 1
        printf "%s%s%s", substr($0, 1, at), words, substr($0, at + 1)
      }' "$changed" >"$out/changed.xml"
      cp "$out/changed.xml" "$changed"
      build "$out/changed-$size.log" "$folder"
      echo "$wall $cpu" >>"$out/changes"
    done
    wall=$(sort -n "$out/changes" | sed -n '2s/ .*//p')
    cpu=$(sort -n "$out/changes" | sed -n '2s/.* //p')
    each=$(awk -v t="$clean" -v n="$size" 'BEGIN { printf "%.2f", t / n }')
    echo "$size $each" >>"$out/growth"
    say "| $size | $clean | $cpu_clean | $each | $peak_clean | $same | $wall | $cpu |" \
      "$(awk -v a="$wall" -v b="$clean" 'BEGIN { printf "%.1f %%", 100 * a / b }') |"
  done
  say
  say "T11, growth: a letter costs at each size, beside the one before (target 1.15 or less):" \
    "$(awk 'NR > 1 { printf "%s%s: %.2f", (NR > 2 ? ", " : ""), $1, $2 / last } { last = $2 }' \
      "$out/growth")."
  say
  say "Where the time of the build from nothing goes (\`--profile\`, seconds by the clock):"
  say
  last=$(echo "$sizes" | awk '{ print $NF }')
  say '```'
  say "$(sed -n '/^time by step/,/^slowest/p' "$out/clean-$last.log" | grep -v slowest)"
  say '```'
  say
  say "The same after one changed letter:"
  say
  say '```'
  say "$(sed -n '/^time by step/,/^slowest/p' "$out/changed-$last.log" | grep -v slowest)"
  say '```'
  sh "$root/src/bench/plot.sh" "$out/growth" "letters" "ms a letter, build from nothing" \
    >"$(dirname "$results")/growth.svg"
  say
  say "![Milliseconds a letter by size of the edition](growth.svg)"
fi

if wants peers; then
  note "peers"
  say
  say "## Beside the TEI Stylesheets"
  say
  folder=$(edition "$peer")
  rm -rf "$folder.site" "$folder.cache"
  build "$out/peer-ours.log" "$folder"
  ours=$wall
  if [ -f "$stylesheets/html5/html5.xsl" ]; then
    rm -rf "$out/peer-letters"
    mkdir "$out/peer-letters"
    find "$folder/tei/letters" -name '*.xml' -exec cp {} "$out/peer-letters/" \;
    # shellcheck disable=SC2086
    measured "$out/peer-theirs.log" "$java" -cp "$classes" $saxon -s:"$out/peer-letters" \
      -o:"$out/peer-html"
    say "T3, $peer letters: letterpress (checks, links, all pages, search) $ours ms, html5 alone" \
      "$wall ms: $(ratio "$ours" "$wall") (target 0.3 or less)."
  else
    say "T3, $peer letters: letterpress (checks, links, all pages, search) $ours ms; TEI Stylesheets:" \
      "not there."
  fi
fi

if wants preview; then
  say
  say "## Preview"
  say
  header=yes
  for size in $sizes; do
    note "preview of $size letters"
    if COUNT=$size SAVES=$saves EDITION=$(edition "$size") OUT=$out/serve \
      sh "$root/src/bench/serve.sh" >"$out/serve.log" 2>"$out/serve.err"; then
      [ "$header" = no ] || say "$(sed -n 1,2p "$out/serve.log")"
      header=no
      say "$(sed -n 3p "$out/serve.log")"
    else
      note "preview: $(tail -n 3 "$out/serve.err")"
      say "| $size | failed: $(head -n 1 "$out/serve.err") |"
      header=no
    fi
  done
fi

if wants pages; then
  note "pages"
  set --
  for size in $sizes; do
    folder=$(edition "$size")
    [ -d "$folder.site" ] || build "$out/pages-$size.log" "$folder"
    set -- "$@" "$folder.site"
  done
  say
  say "## Pages and search"
  say
  say "kB compressed, as a server sends them; of a search all that is loaded from disk until its" \
    "first result stands there, uncompressed, with what all pages share (bound: 300), and the time" \
    "since the page was asked for, for twelve queries."
  say
  say "$("$java" -cp "$classes" org.letterpress.browser.SiteWeights "$@" 2>"$out/pages.err" ||
    echo "failed: $(tail -n 1 "$out/pages.err")")"
fi

if wants memory; then
  say
  say "## Memory"
  say
  say "| letters | facts in memory, MB | kB a letter (T11: 8) |"
  say "|---|---|---|"
  for size in $sizes; do
    note "memory of $size letters"
    used=$("$java" -Xmx8g -cp "$classes" org.letterpress.build.FactsMemory "$(edition "$size")")
    say "| $size | $(awk -v b="$used" 'BEGIN { printf "%.1f", b / 1e6 }') |" \
      "$(awk -v b="$used" -v n="$size" 'BEGIN { printf "%.1f", b / n / 1e3 }') |"
  done
fi

if wants kernels; then
  note "kernels"
  say
  say "## Kernels"
  say
  say "One thread, warm, microseconds a letter (JMH):"
  say
  # shellcheck disable=SC2086
  "$java" -cp "$classes" org.openjdk.jmh.Main KernelBench ${JMH:-} -rf csv -rff "$out/jmh.csv" \
    -jvmArgsAppend "-Dletterpress.bench=$(edition 100) -Xss512m -Xmx2g" >"$out/jmh.log" 2>&1 ||
    note "kernels: see $out/jmh.log"
  say "| kernel | µs | ± |"
  say "|---|---|---|"
  say "$(awk -F '[,"]+' 'NR > 1 { n = split($2, part, "."); printf "| %s | %.0f | %.0f |\n",
    part[n], $6, $7 }' "$out/jmh.csv")"
  say
  say "T5, all HTML work of a letter beside the one-pass prototype:" \
    "$(awk -F '[,"]+' '/wholeLetter/ { a = $6 } /onePass/ { b = $6 }
      END { if (b > 0) printf "%.2f", a / b; else printf "-" }' "$out/jmh.csv") (target 2 or less)."
fi

if wants validate; then
  note "validate.sh"
  say
  say "## \`validate\` beside jing and xmllint (T1, T2)"
  say
  say "$(OUT=$out/validate sh "$root/src/bench/validate.sh" 2>"$out/validate.err" ||
    echo "failed: $(tail -n 1 "$out/validate.err")")"
fi

if wants print; then
  note "print.sh"
  say
  say "## Print beside FOP (T6, T7, T8)"
  say
  say "$(sh "$root/src/bench/print.sh" "$(edition 100)" 3 2>"$out/print.err" ||
    echo "failed: $(tail -n 1 "$out/print.err")")"
fi
say
say "Load at the end: $(cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null || echo unknown)."
note "written: $results"
