#!/bin/sh
# Draws a line through the pairs of numbers in a file, the first of each on a scale of powers of
# ten, as SVG on standard output.
#
#   src/bench/plot.sh FILE NAME-OF-X NAME-OF-Y
set -eu
awk -v across="$2" -v up="$3" '
  function x(v) { return 70 + 500 * (log(v) - low) / (high > low ? high - low : 1) }
  function y(v) { return 260 - 220 * v / top }
  { at[NR] = $1; value[NR] = $2; if ($2 > top) top = $2 }
  END {
    if (NR == 0) exit
    low = log(at[1]); high = log(at[NR])
    print "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 320\" role=\"img\"" \
      " font-family=\"sans-serif\" font-size=\"13\">"
    print "<title>" up " by " across "</title>"
    print "<rect width=\"640\" height=\"320\" fill=\"white\"/>"
    print "<path d=\"M70 40V260H600\" fill=\"none\" stroke=\"black\"/>"
    points = ""
    for (i = 1; i <= NR; i++) {
      points = points " " x(at[i]) "," y(value[i])
      printf "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>\n", x(at[i]), y(value[i])
      printf "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>\n", x(at[i]),
        y(value[i]) - 10, value[i]
      printf "<text x=\"%.1f\" y=\"280\" text-anchor=\"middle\">%s</text>\n", x(at[i]), at[i]
    }
    print "<polyline points=\"" points "\" fill=\"none\" stroke=\"black\"/>"
    print "<text x=\"335\" y=\"308\" text-anchor=\"middle\">" across "</text>"
    print "<text x=\"70\" y=\"24\">" up "</text>"
    print "</svg>"
  }' "$1"
