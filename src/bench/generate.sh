#!/bin/sh
# Writes an edition of COUNT letters into DIR, the same bytes each time, for benchmarks and for
# trying out what large editions do: letters, registers (twice as many persons as letters),
# edition.xml, and a few awkward cases.
#
#   src/bench/generate.sh DIR COUNT
#   src/bench/generate.sh DIR 10000 persons=20000 correspondents=500
#   CORPORA=DIR src/bench/generate.sh DIR COUNT
#
# Words, lengths and markup are like those of the letters in CORPORA (default ../shared/corpora);
# without corpora the words are made up.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
[ $# -ge 2 ] || {
  echo "usage: src/bench/generate.sh DIR COUNT [persons=N] [correspondents=N]" >&2
  exit 2
}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
exec "$java" "$root/src/test/java/org/letterpress/corpora/EditionGenerator.java" "$@" \
  "corpora=${CORPORA:-$root/../shared/corpora}"
