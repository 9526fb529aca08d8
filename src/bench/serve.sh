#!/bin/sh
# How long an editor waits in front of `letterpress serve`: from the moment a saved letter is in its
# place to the frame in which Chromium shows the new page, in an edition of COUNT letters.
#
#   src/bench/serve.sh                       10000 letters, 50 saves
#   COUNT=1000 SAVES=30 src/bench/serve.sh
#   EDITION=DIR src/bench/serve.sh           an edition that generate.sh has written before
#
# Twenty saves come before, which find the JVM cold and are not counted; every tenth save is of
# another letter. Letters of the edition are changed, so it is one of our own making. Prints a table
# with the median, the slowest tenth, the worst, the first page, and the memory of the server; the
# load of the machine stands below it, because a busy machine makes waiting of its own.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
count=${COUNT:-10000}
saves=${SAVES:-50}
out=${OUT:-$root/target/bench-serve}
edition=${EDITION:-$out/edition-$count}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
mkdir -p "$out"

[ -d "$edition" ] || sh "$root/src/bench/generate.sh" "$edition" "$count"
# Builds the program and its class-data archive where they are not there yet.
"$root/bin/letterpress" --version >"$out/version.txt"
# Playwright and the program that measures belong to the tests.
[ -d "$root/target/test-classes/org/letterpress/browser" ] ||
  mvn -B -q -f "$root/pom.xml" test-compile
mvn -B -q -f "$root/pom.xml" dependency:build-classpath -Dmdep.outputFile="$out/classpath" >/dev/null

now() {
  date +%s%N
}

# Says what went wrong and what the server said.
fail() {
  echo "serve.sh: $1" >&2
  sed 's/^/  server: /' "$out/serve.log" >&2
  exit 3
}

rm -f "$out/address.txt" # of an earlier run
begun=$(now)
JAVA_TOOL_OPTIONS=${HEAP:+-Xmx$HEAP} "$root/bin/letterpress" serve "$edition" --port 0 \
  >"$out/address.txt" 2>"$out/serve.log" &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
until [ -s "$out/address.txt" ]; do
  kill -0 "$server" 2>/dev/null || fail "the preview ended before it had an address"
  sleep 0.1
done
address=$(head -n 1 "$out/address.txt")
up=$((($(now) - begun) / 1000000))
# A letter from the middle, which is asked for before its turn has come.
letter=$(find "$edition/tei/letters" -name '*.xml' | sort | sed -n "$(((count + 1) / 2))p")
page=letters/$(basename "$letter" .xml).html
status=$(curl -s -o /dev/null -w '%{http_code}' "$address$page") || fail "$page: no answer"
[ "$status" = 200 ] || fail "$page: status $status"
first=$((($(now) - begun) / 1000000))
# Findings are told when all has been read.
curl -sN --max-time 900 "${address}_preview/events?page=index.html&version=none" |
  grep -q '^event: findings' || fail "no findings were told in 15 minutes"
read=$((($(now) - begun) / 1000000))
times=$("$java" -cp "$root/target/test-classes:$root/target/classes:$(cat "$out/classpath")" \
  org.letterpress.browser.PreviewLatency "$address" "$edition/tei/letters" "$saves") ||
  fail "the saves could not be measured"
memory=$(awk '/^VmHWM:/ { print int($2 / 1024) }' "/proc/$server/status" 2>/dev/null || echo -)

set -- $times
echo "| letters | saves | median ms (target 100) | slowest tenth from, ms | worst ms (target 300) | address from start, ms | first letter from start, ms | all read, ms | peak memory, MB |"
echo "|---|---|---|---|---|---|---|---|---|"
echo "| $count | $saves | $1 | $2 | $3 | $up | $first | $read | $memory |"
echo
echo "load of the machine: $(cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null || echo unknown), processors: $(getconf _NPROCESSORS_ONLN 2>/dev/null || echo unknown)"
