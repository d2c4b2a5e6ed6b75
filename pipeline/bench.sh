#!/bin/sh
# Whole runs of a built binary: wall and CPU time, peak memory. Usage: bench.sh BINARY. Figures, no verdict.
set -eu
binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# measure WORDS COMMAND…: the median of five runs, after one that is not counted
measure() {
  words=$1; shift
  "$@" >/dev/null 2>&1
  for _ in 1 2 3 4 5; do
    if [ -x /usr/bin/time ]; then
      /usr/bin/time -f '%e %U %M' -o "$work/t" "$@" >/dev/null 2>&1
      cat "$work/t"
    else
      start=$(date +%s.%N); "$@" >/dev/null 2>&1; end=$(date +%s.%N)
      awk -v a="$start" -v b="$end" 'BEGIN { printf "%.2f - -\n", b - a }'
    fi
  done | sort -n | awk -v words="$words" '{ line[NR] = $0 } END { split(line[3], m, " "); printf "%-44s %6s s wall  %6s s user  %s MiB peak\n", words, m[1], m[2], m[3] == "-" ? "-" : int(m[3] / 1024) }'
}
measure 'report: all of data/ and seeds/' "$binary" report -quiet -out "$work/out"
measure 'report -only data' "$binary" report -quiet -only data -out "$work/part"
measure 'check' "$binary" check -quiet
