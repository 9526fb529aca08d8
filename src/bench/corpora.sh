#!/bin/sh
# Builds each corpus in ../shared/corpora whole (site, PDFs, plain text, TEI), each as a process of
# its own, and prints a table: what was found, held against the count of TeiCount, which reads the
# TEI without our code; words audited and lost; findings by code; seconds; peak memory.
#
#   src/bench/corpora.sh                 all corpora
#   src/bench/corpora.sh mitford frus    these only
#   CORPORA=DIR OUT=DIR src/bench/corpora.sh
#
# Needs GNU time. Outputs, reports and logs stay in OUT (default: target/corpora). The corpora are
# copied first and get a letterpress.toml of at most five lines; nothing in them is changed.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
corpora=${CORPORA:-$root/../shared/corpora}
out=${OUT:-$root/target/corpora}
only=${*:-$(ls "$corpora")}
mkdir -p "$out"

settings() {
  case $1 in
    frus) printf 'sources = ["volumes"]\n[letters]\ndivision = "document"\n' ;;
    mitford) printf 'sources = ["letters"]\n' ;;
    serafin)
      printf 'sources = ["letters", "registers"]\n[notes]\ntextual = ["transcription"]\n' ;;
    *) printf 'sources = ["letters", "registers"]\n' ;;
  esac
}

# The number of one line of TeiCount's figures, 0 when there is no such line.
figure() {
  awk -F '\t' -v name="$2" '$1 == name { n = $2 } END { print n + 0 }' "$1"
}

# How often a pattern stands in the letters' pages.
pages() {
  find "$1/letters" -name '*.html' -exec cat {} + 2>/dev/null | grep -oE "$2" | wc -l
}

"$root/bin/letterpress" --version >"$out/version.txt"
for corpus in $only; do
  edition=$out/$corpus
  site=$out/$corpus.site
  rm -rf "$edition" "$site"
  cp -R "$corpora/$corpus" "$edition"
  chmod -R u+w "$edition"
  settings "$corpus" >"$edition/letterpress.toml"
  java "$root/src/test/java/org/letterpress/corpora/TeiCount.java" "$edition" >"$out/$corpus.count"
  status=0
  /usr/bin/time -f '%e %M' -o "$out/$corpus.time" \
    "$root/bin/letterpress" build "$edition" --out "$site" --format json \
    >"$out/$corpus.json" 2>"$out/$corpus.log" || status=$?
  count=$out/$corpus.count

  echo "## $corpus (exit status $status)"
  echo
  echo "| what | built | counted |"
  echo "|---|---|---|"
  echo "| letters: pages | $(find "$site/letters" -name '*.html' | wc -l) | $(figure "$count" letters) |"
  echo "| letters: PDFs | $(find "$site/letters" -name '*.pdf' | wc -l) | $(figure "$count" letters) |"
  for series in commentary textual; do
    n=$(find "$site/letters" -name '*.html' -exec cat {} + | tr '\n' ' ' \
      | sed 's/<section class="lp-notes/\n&/g; s/<\/section>/&\n/g' \
      | grep "^<section class=\"lp-notes lp-notes-$series" | grep -oE '<li [^>]*class="lp-note["  ]' | wc -l)
    echo "| notes in lists: $series | $n | |"
  done
  echo "| notes of letters | | $(figure "$count" 'notes of letters') |"
  awk -F '\t' '/^notes of letters by type/ { sub(/^notes of letters by type: /, "", $1)
    print "| notes of type " $1 " | | " $2 " |" }' "$count"
  echo "| mentions linked to entries | $(pages "$site" 'href="\.\./(persons|places|orgs|events|works)/') | $(figure "$count" 'pointers in texts that name a register entry') |"
  echo "| pointers in texts | | $(figure "$count" 'pointers in texts') |"
  echo "| pointers in texts that name an id or idno | | $(figure "$count" 'pointers in texts that name an id or idno') |"
  echo "| pointers that lead to nothing (LP-LINK-001) | $(grep -c '"code" : "LP-LINK-001"' "$out/$corpus.json" || true) | |"
  echo "| words of text and notes | | $(($(figure "$count" 'words of text') + $(figure "$count" 'words of notes'))) |"
  echo "| $(grep -hE '^audit: ' "$out/$corpus.log" "$out/$corpus.json" | head -n 1) | | |"
  echo "| seconds | $(tail -n 1 "$out/$corpus.time" | cut -d ' ' -f 1) | |"
  echo "| peak memory, MB | $(($(tail -n 1 "$out/$corpus.time" | cut -d ' ' -f 2) / 1024)) | |"
  echo
  echo "Findings:" "$(grep -oE '"code" : "LP-[A-Z]+-[0-9]+"' "$out/$corpus.json" \
    | grep -oE 'LP-[A-Z]+-[0-9]+' | sort | uniq -c | awk '{ printf "%s%s %s", sep, $2, $1; sep = ", " }')"
  if grep -qE 'letterpress failed|LP-OUT-004|Exception' "$out/$corpus.log" "$out/$corpus.json"; then
    echo "A defect: see $out/$corpus.log"
  fi
  echo
done
