#!/usr/bin/env bash
# Compares the audit with the searches that people would otherwise run, row by row.
#
#   bash Tests/Benchmarks/compare.sh [FOLDER] [ROUNDS]
#
# Trees are written below FOLDER (a temporary one by default) and kept. Runs are interleaved, and each row
# gives the median of the rounds' ratios. The anchors' output is written to a file, as ours is.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
trees=${1:-$(mktemp -d)}
rounds=${2:-5}
scale=${SCALE:-1.0}
workers=${WORKERS:-2}
chatsunset=${CHATSUNSET:-$root/.build/release/chatsunset}
for tool in rg xmllint unzip zip python3; do
  command -v "$tool" >/dev/null || { echo "compare.sh needs $tool (apt: ripgrep libxml2-utils unzip zip python3)" >&2; exit 2; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$chatsunset" rules list --keywords > "$work/keywords"

tree() {
  [ -d "$trees/$1" ] || python3 "$root/Tests/Benchmarks/generate.py" "$1" "$trees/$1" --scale "$scale"
}
ours() { "$chatsunset" audit "$1" --no-ignore -j "$workers" --as-of 2026-11-23 --output json="$work/report.json" || [ $? -eq 3 ]; }
keywords() { rg -uuu -j "$workers" -i -F -n -f "$work/keywords" "$1" > "$work/anchor" || [ $? -eq 1 ]; }
literal() { rg -uuu -j "$workers" -n -F LiveChatTranscript "$1" > "$work/anchor" || [ $? -eq 1 ]; }
unzipped() { unzip -p "$1" | rg -a -i -F -n -f "$work/keywords" > "$work/anchor" || [ $? -eq 1 ]; }
listed() { rg --files --hidden -j1 "$1" > "$work/anchor"; }

# seconds WHAT COMMAND… : wall or cpu seconds of one run, which the children's times are part of
seconds() {
  local what=$1
  shift
  local TIMEFORMAT='%R %U %S'
  { time "$@" >&3 2>&3; } 3>/dev/null 2> "$work/time"
  if [ "$what" = wall ]; then cut -d' ' -f1 "$work/time"; else awk '{print $2 + $3}' "$work/time"; fi
}

row() { # NAME GOAL WALL-OR-CPU ANCHOR PATH
  local ratios=() one two
  "$4" "$5"; ours "$5" > /dev/null
  for _ in $(seq "$rounds"); do
    one=$(seconds "$3" "$4" "$5")
    two=$(seconds "$3" ours "$5")
    ratios+=("$(awk "BEGIN {print $two / $one}")")
  done
  printf '%s\n' "${ratios[@]}" | sort -n |
    awk -v name="$1" -v goal="$2" -v kind="$3" -v last="$one $two" '
      {r[NR] = $1} END {split(last, s, " "); printf "| %s | %.2f | %.2f–%.2f | ≤ %s | %s | %.2f s, %.2f s |\n", name, r[int((NR + 1) / 2)], r[1], r[NR], goal, kind, s[1], s[2]}'
}

echo "| work | ours : anchor, median | spread | goal | measured | last round: anchor, ours |"
echo "|---|---|---|---|---|---|"
tree source
row "source tree, rg with our keywords" 0.40 wall keywords "$trees/source"
row "source tree, rg with one literal" 1.0 wall literal "$trees/source"
tree small
row "100,000 small files, rg with our keywords" 0.55 wall keywords "$trees/small"
tree big
row "one large file, rg with our keywords" 0.25 wall keywords "$trees/big"
tree org
row "org with few hits, rg with our keywords" 0.40 wall keywords "$trees/org"
tree worst
row "worst case: every profile parsed" 1.15 cpu keywords "$trees/worst"
[ -f "$trees/org.zip" ] || (cd "$trees/org" && zip -q -r "$trees/org.zip" force-app)
row "org as one zip, unzip -p | rg" 0.40 wall unzipped "$trees/org.zip"
