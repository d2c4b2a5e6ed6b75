#!/bin/sh
# Figures of speed, no verdict. Whole runs of a built binary: wall and CPU time, peak memory; then the build alone in memory,
# and how many times the floor it is. Usage: bench.sh BINARY.
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
# large UNITS INDICATORS: COINr's tables in $work, tens of indicators under a pillar, five cells in a hundred missing
large() {
  awk -v n="$1" -v m="$2" -v meta="$work/imeta.csv" 'BEGIN {
    srand(1)
    print "Level,iCode,iName,Direction,Weight,Parent,Type" >meta
    printf "uCode,uName"
    for (k = 0; k < m; k++) { printf ",i%d", k; printf "1,i%d,Indicator %d,1,1,p%d,Indicator\n", k, k, k / 10 >meta }
    for (k = 0; k < m / 10; k++) printf "2,p%d,Pillar %d,1,1,all,Aggregate\n", k, k >meta
    print "3,all,Index,1,1,NA,Aggregate" >meta
    for (u = 0; u < n; u++) {
      printf "\nU%06d,Unit %d", u, u
      for (k = 0; k < m; k++) if (rand() < 0.05) printf ",NA"; else printf ",%.15g", -log(1 - rand())
    }
    print ""
  }' >"$work/idata.csv"
  "$binary" import coinr "$work/idata.csv" "$work/imeta.csv" "$work/indices/large" -impute median -treat winsorise:5:log -normalise minmax:0:100 >/dev/null
}
measure 'report: all of data/ and seeds/' "$binary" report -quiet -out "$work/out"
measure 'report -only data' "$binary" report -quiet -only data -out "$work/part"
measure 'check' "$binary" check -quiet
large 10000 100
measure '10,000 × 100: folder to out/data' "$binary" report -quiet -only data -data "$work/indices" -seeds none -out "$work/large"
echo
bench() { go test -run '^$' -bench "$1" -benchtime "$2" ./pipeline; }
{
  bench '^BenchmarkBuild10k100$' 50x
  bench '^BenchmarkFloor(Read|MulAdd)$/^10k100$' 50x
  bench '^BenchmarkBuild1M100$' 2x
  bench '^BenchmarkFloor(Read|MulAdd)$/^1M100$' 5x
} | awk '/^Benchmark/ {
    name = $1; sub(/^Benchmark/, "", name); sub(/-[0-9]+$/, "", name)
    for (k = 3; k < NF; k += 2) { if ($(k + 1) == "best-ms") best[name] = $k; if ($(k + 1) == "cpu-ms") cpu[name] = $k; if ($(k + 1) == "B/op") bytes[name] = $k; if ($(k + 1) == "×input-held") held[name] = $k }
    printf "%-22s %10.1f ms wall  %10.1f ms CPU (least of all turns)\n", name, best[name], cpu[name]
  }
  END {
    split("10k100 1M100", size, " ")
    for (k = 1; k <= 2; k++) {
      s = size[k]; b = "Build" s
      if (cpu["FloorRead/" s] > 0 && cpu["FloorMulAdd/" s] > 0)
        printf "%s: %.0f × reading the matrix once, %.0f × one multiply-add a cell (CPU); %.0f MiB allocated, %s × the input held beyond it\n", b, cpu[b] / cpu["FloorRead/" s], cpu[b] / cpu["FloorMulAdd/" s], bytes[b] / 1048576, held[b]
    }
    if (cpu["Build10k100"] > 0) printf "Build1M100 is %.2f × a hundred times Build10k100 (CPU)\n", cpu["Build1M100"] / cpu["Build10k100"] / 100
  }'
