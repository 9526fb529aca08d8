#!/bin/sh
# Builds each corpus in ../shared/corpora whole (site, PDFs, plain text, TEI), each as a process of
# its own, and says what was found, held against the count of TeiCount, which reads the TEI without
# our code: letters, notes, mentions; words audited and lost; findings by code; seconds; peak memory.
# Each corpus has a list of its own; one table over all of them stands at the end.
#
#   src/bench/corpora.sh                 all corpora
#   src/bench/corpora.sh mitford frus    these only
#   CORPORA=DIR OUT=DIR src/bench/corpora.sh
#
# Outputs, reports and logs stay in OUT (default: target/corpora). The corpora are built as they come,
# without a settings file, from a copy. Peak memory is what the kernel says of the process (VmHWM),
# "-" where there is no /proc.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
corpora=${CORPORA:-$root/../shared/corpora}
out=${OUT:-$root/target/corpora}
[ -d "$corpora" ] || {
  echo "no corpora in $corpora: nothing to build" >&2
  exit 0
}
only=${*:-$(ls "$corpora")}
mkdir -p "$out"

# The number of one line of TeiCount's figures, 0 when there is no such line.
figure() {
  awk -F '\t' -v name="$1" '$1 == name { n = $2 } END { print n + 0 }' "$out/$corpus.count"
}

# How many files with an ending a folder of the site holds.
files() {
  find "$site/$1" -name "*.$2" 2>/dev/null | wc -l | tr -d ' '
}

# Text and notes of each letter's page in a folder, a line for each.
readings() {
  find "$site/$1" -name '*.html' 2>/dev/null | while read -r page; do
    tr '\n' ' ' <"$page" | awk '{
      start = index($0, "<div class=\"lp-reading\"")
      text = start ? substr($0, start) : ""
      record = index(text, "id=\"lp-record\"")
      print record ? substr(text, 1, record) : text
    }'
  done
}

# How often a pattern stands in standard input.
occurrences() {
  grep -oE "$1" | wc -l | tr -d ' '
}

# The notes in the lists of a series, entries of the apparatus left out.
listed() {
  awk '{ gsub(/<section class="lp-notes /, "\n&"); gsub(/<\/section>/, "&\n"); print }' \
    "$out/$corpus.reading" | grep "^<section class=\"lp-notes lp-notes-$1\"" \
    | occurrences '<li [^>]*class="lp-note"'
}

# The highest use of memory of a process, in MB, until it ends.
peak() {
  kilobytes=
  while kill -0 "$1" 2>/dev/null; do
    now=$(awk '/^VmHWM:/ { print $2 }' "/proc/$1/status" 2>/dev/null) || true
    kilobytes=${now:-$kilobytes}
    sleep 0.2 2>/dev/null || sleep 1
  done
  if [ -n "$kilobytes" ]; then
    echo $((kilobytes / 1024))
  else
    echo -
  fi
}

# The jar is made now, so that the first corpus is not charged for it.
"$root/bin/letterpress" --version >"$out/version.txt"
rows=$out/table.txt
: >"$rows"
for corpus in $only; do
  edition=$out/$corpus
  site=$out/$corpus.site
  rm -rf "$edition" "$site"
  cp -R "$corpora/$corpus" "$edition"
  chmod -R u+w "$edition"
  java "$root/src/test/java/org/letterpress/corpora/TeiCount.java" "$edition" >"$out/$corpus.count"

  begun=$(date +%s)
  "$root/bin/letterpress" build "$edition" --out "$site" --format json \
    >"$out/$corpus.json" 2>"$out/$corpus.log" &
  process=$!
  peak "$process" >"$out/$corpus.memory" &
  watcher=$!
  status=0
  wait "$process" || status=$?
  seconds=$(($(date +%s) - begun))
  wait "$watcher"
  memory=$(cat "$out/$corpus.memory")

  readings letters >"$out/$corpus.reading"
  commentary=$(listed commentary)
  textual=$(listed textual)
  authorial=$(listed authorial)
  inplace=$(grep -oE 'class="[^"]*lp-note-inline[^"]*"' "$out/$corpus.reading" \
    | grep 'lp-series-' | grep -vc 'lp-series-folio' || true)
  remarks=$(grep -oE 'class="[^"]*lp-note-inline[^"]*"' "$out/$corpus.reading" \
    | grep -vc 'lp-series-' || true)
  sheets=$(readings diplomatic | occurrences 'class="[^"]*lp-note-inline[^"]*lp-series-folio')
  apparatus=$(occurrences '<li [^>]*class="lp-note lp-note-apparatus"' <"$out/$corpus.reading")
  notes=$((commentary + textual + authorial + inplace + sheets))
  mentions=$(occurrences 'class="[^"]*lp-entity lp-kind-' <"$out/$corpus.reading")
  unresolved=$(grep -c '"code" : "LP-LINK-001"' "$out/$corpus.json" || true)
  audit=$(grep -E '^audit: ' "$out/$corpus.log" | tail -n 1)
  audited=$(echo "$audit" | sed -n 's/^audit: \([0-9]*\) words.*/\1/p')
  lost=$(echo "$audit" | sed -n 's/.*, \([0-9]*\) lost$/\1/p')
  findings=$(grep -oE '"code" : "LP-[A-Z]+-[0-9]+"' "$out/$corpus.json" \
    | grep -oE 'LP-[A-Z]+-[0-9]+' | sort | uniq -c \
    | awk '{ printf "%s%s %s", sep, $2, $1; sep = ", " }')

  echo "## $corpus (exit status $status)"
  echo
  echo "| what | built | counted |"
  echo "|---|---|---|"
  echo "| letters: pages | $(files letters html) | $(figure letters) |"
  echo "| letters: PDFs | $(files letters pdf) | $(figure letters) |"
  echo "| letters: diplomatic pages | $(files diplomatic html) | |"
  echo "| notes in lists: commentary | $commentary | |"
  echo "| notes in lists: textual | $textual | |"
  echo "| notes in lists: authorial | $authorial | |"
  echo "| notes in place | $inplace | |"
  echo "| remarks in entries of registers in letters | $remarks | $(figure 'notes with words in entries of letters') |"
  echo "| sheet numbers in diplomatic pages | $sheets | $(figure 'notes of letters with words, sheet numbers') |"
  echo "| notes, all of these | $notes | $(figure 'notes of letters with words') with words, $(figure 'notes of letters') in all |"
  awk -F '\t' '/^notes of letters by type/ { sub(/^notes of letters by type: /, "", $1)
    print "| notes of type " $1 " | | " $2 " |" }' "$out/$corpus.count"
  echo "| apparatus entries | $apparatus | $(figure 'apparatus entries of letters') |"
  echo "| names linked to entries | $mentions | $(figure 'elements of reading texts that name a register entry') |"
  echo "| pointers in texts | | $(figure 'pointers in texts') |"
  echo "| pointers in texts that name an id or idno | | $(figure 'pointers in texts that name an id or idno') |"
  echo "| pointers that lead to nothing (LP-LINK-001) | $unresolved | |"
  echo "| words of text and notes | | $(($(figure 'words of text') + $(figure 'words of notes'))) |"
  echo "| ${audit:-no audit} | | |"
  echo "| seconds | $seconds | |"
  echo "| peak memory, MB | $memory | |"
  echo
  echo "Findings: ${findings:-none}"
  if grep -qE 'letterpress failed|LP-OUT-004|Exception' "$out/$corpus.log" "$out/$corpus.json"; then
    echo "A defect: see $out/$corpus.log"
  fi
  echo
  {
    printf '| %s | %s / %s | %s ' "$corpus" "$(files letters html)" "$(figure letters)" \
      "$(files letters pdf)"
    printf '| %s | %s | %s | %s | %s ' "$commentary" "$textual" "$authorial" "$inplace" "$sheets"
    printf '| %s / %s (%s) ' "$notes" "$(figure 'notes of letters with words')" \
      "$(figure 'notes of letters')"
    printf '| %s / %s ' "$apparatus" "$(figure 'apparatus entries of letters')"
    printf '| %s / %s | %s ' "$mentions" \
      "$(figure 'elements of reading texts that name a register entry')" "$unresolved"
    printf '| %s | %s | %s | %s | %s |\n' "${audited:--}" "${lost:--}" "${findings:-none}" \
      "$seconds" "$memory"
  } >>"$rows"
done

echo "Built / counted; notes counted are those with words, and in brackets all."
echo
echo "| corpus | letters | PDFs | commentary | textual | authorial | in place | sheet numbers | notes | apparatus | names linked | unresolved | words audited | lost | findings | seconds | MB |"
echo "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|"
cat "$rows"
