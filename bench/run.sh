#!/usr/bin/env bash
# bench/run.sh [EVENTS]: parcours beside DuckDB on the same generated events, alternating, in one run; each answer is checked.
# Prints a table of seconds (median of three) and the ratio. Nothing here is a test: machines differ, ratios less.
set -euo pipefail
cd "$(dirname "$0")/.."
events=${1:-1000000}
build=build/release
ninja -C $build --quiet bench_gen duckdb_peer kernels_bench native_bench parcours
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
$build/bench/bench_gen --events "$events" --seed 42 --out "$work/e" --csv --bin
"$build/parcours" new "$work/w" >/dev/null

seconds() { local begin end; begin=$(date +%s.%N); "$@" >"$work/out" 2>"$work/err" || { cat "$work/err" >&2; exit 1; }; end=$(date +%s.%N); awk "BEGIN{print $end - $begin}"; }
median() { sort -n | sed -n 2p; }

ours() { "$build/parcours" -C "$work/w" --json "$@"; }
step=(funnel visit product_view add_to_cart checkout purchase --window 7d)

import_ours=$(seconds ours import -y "$work/e.csv" --customer customer_id --time ts --event event --channel channel --value value)
import_theirs=$(seconds $build/bench/duckdb_peer import "$work/e.csv" "$work/e.parquet")
printf '%-28s %10s %10s %8s\n' "$events events" parcours DuckDB ratio
row() { printf '%-28s %9.2fs %9.2fs %7.1fx  %s\n' "$1" "$2" "$3" "$(awk "BEGIN{print $3 / $2}")" "$4"; }
row 'import (CSV, deduplicated)' "$import_ours" "$import_theirs" ''

numbers() {  # QUESTION: what both must agree on
  node -e '
    const a = JSON.parse(require("fs").readFileSync(0));
    const q = process.argv[1];
    if (q === "funnel") console.log(a.steps.map((s) => s.count).join(" "));
    else { const e = q === "flow" ? a.edges : a.moves; console.log(e.length + " " + e.reduce((n, x) => n + x.moves, 0)); }' "$1"
}

for question in funnel flow channels; do
  args=("$question"); [ $question = funnel ] && args=("${step[@]}")
  : >"$work/a"; : >"$work/b"
  for _ in 1 2 3; do
    seconds ours "${args[@]}" >>"$work/a"
    cp "$work/out" "$work/ours.json"
    seconds $build/bench/duckdb_peer ask "$work/e.parquet" $question >>"$work/b"
    cp "$work/out" "$work/theirs"
  done
  mine=$(numbers $question <"$work/ours.json"); theirs=$(cut -d' ' -f2- "$work/theirs")
  verdict='same answer'; [ "$mine" = "$theirs" ] || verdict="DIFFERENT: $mine / $theirs"
  row "$question" "$(median <"$work/a")" "$(median <"$work/b")" "$verdict"
done
echo
echo 'Whole processes, from start to answer (reading the events included). The kernels alone:'
$build/bench/kernels_bench "$work/e.bin"
