#!/usr/bin/env bash
# Compares the audit with the searches that people would otherwise run, row by row, as a Markdown page.
#
#   bash Tests/Benchmarks/compare.sh [FOLDER] [ROUNDS]
#
# Trees are written below FOLDER (a temporary one by default) and kept. Runs are interleaved, and each row
# gives the median of the rounds' ratios and their range. The anchors' output is written to a file, as ours is.
# What it is compared with is installed where it is missing.
# SCALE shrinks the trees, WORKERS sets the threads of both sides, CHATSUNSET names the command, and REAL is a
# colon-separated list of real source trees to search as well.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
trees=${1:-$(mktemp -d)}
rounds=${2:-5}
scale=${SCALE:-1.0}
workers=${WORKERS:-2}
chatsunset=${CHATSUNSET:-$root/.build/release/chatsunset}
for tool in rg xmllint unzip zip python3 valgrind; do
  command -v "$tool" > /dev/null || bash "$root/Examples/install-dependencies.sh" --tests
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/empty"
"$chatsunset" rules list --keywords > "$work/keywords"
. "$root/Tests/Benchmarks/measures.sh"
countable "$chatsunset" "$work/chatsunset"

tree() {
  [ -e "$trees/$1" ] || python3 "$root/Tests/Benchmarks/generate.py" "$1" "$trees/$1" --scale "${2:-$scale}"
}

# What is compared. A search without a hit ends with 1; an audit that could not read something with 3, and
# one that had nothing to read with 4.
command=("$chatsunset" audit --as-of 2026-11-23 --output json="$work/report.json")
audit() {
  local status=0
  "${command[@]}" "$@" > /dev/null 2>&1 || status=$?
  [ $status -eq 0 ] || [ $status -eq 3 ] || [ $status -eq 4 ]
}
ours() { audit "$1" --no-ignore -j "$workers"; }
ours_alone() { audit "$1" --no-ignore -j 1; }
ours_walking() { audit "$1" -j 1 --include '*.no-such-file'; }
ours_with_pack() { audit "$1" --no-ignore -j "$workers" --no-built-in-rules --rules "$trees/rules"; }
keywords() { rg -uuu -j "$workers" -i -F -n -f "$work/keywords" "$1" > "$work/anchor" || [ $? -eq 1 ]; }
literal() { rg -uuu -j "$workers" -n -F LiveChatTranscript "$1" > "$work/anchor" || [ $? -eq 1 ]; }
unzipped() { unzip -p "$1" | rg -a -i -F -n -f "$work/keywords" > "$work/anchor" || [ $? -eq 1 ]; }
listed() { rg --files --hidden -j1 "$1" > "$work/anchor"; }
parsed() { find "$1" -type f -print0 | xargs -0 xmllint --sax --noout; }

# seconds WHAT COMMAND… : wall or cpu seconds of one run, which the children's times are part of
seconds() {
  local what=$1
  shift
  local TIMEFORMAT='%R %U %S'
  { time "$@" >&3 2>&3; } 3>/dev/null 2> "$work/time"
  if [ "$what" = wall ]; then cut -d' ' -f1 "$work/time"; else awk '{print $2 + $3}' "$work/time"; fi
}

# memory OURS PATH : the largest resident memory of one audit, in kilobytes
memory() {
  audit() { peak "${command[@]}" "$@" 2> /dev/null; }
  "$1" "$2"
}

row() { # NAME GOAL wall|cpu ANCHOR OURS PATH [ANCHOR'S PATH]
  local ratios=() one two anchored=${7:-$6}
  "$4" "$anchored" > /dev/null; "$5" "$6" > /dev/null
  for _ in $(seq "$rounds"); do
    one=$(seconds "$3" "$4" "$anchored")
    two=$(seconds "$3" "$5" "$6")
    ratios+=("$(awk "BEGIN {print $two / ($one > 0 ? $one : 0.001)}")")
  done
  printf '%s\n' "${ratios[@]}" | sort -n |
    awk -v name="$1" -v goal="$2" -v kind="$3" -v last="$one $two" -v kb="$(memory "$5" "$6")" '
      {r[NR] = $1}
      END {
        split(last, s, " ")
        printf "| %s | %s | %.2f | %.2f–%.2f | ≤ %s | %.2f s | %.2f s | %d MB |\n",
          name, kind, r[int((NR + 1) / 2)], r[1], r[NR], goal, s[1], s[2], kb / 1024
      }'
}

counted() { # NAME GOAL OURS ANCHOR, in thousands
  awk -v name="$1" -v goal="$2" -v ours="$3" -v anchor="$4" \
    'BEGIN {printf "| %s | %.2f | %s | %.0f | %.0f |\n", name, ours / anchor, goal, anchor / 1000, ours / 1000}'
}

megabytes() { # NAME ROW
  tree "$2"
  awk -v name="$1" -v kb="$(memory ours "$trees/$2")" 'BEGIN {printf "| %s | %d MB | ≤ 80 MB |\n", name, kb / 1024}'
}

milliseconds() { # NAME GOAL COMMAND…
  local name=$1 goal=$2 times=()
  shift 2
  for _ in $(seq 20); do times+=("$(seconds wall "$@")"); done
  printf '%s\n' "${times[@]}" | sort -n | awk -v name="$name" -v goal="$goal" '
    {t[NR] = $1 * 1000} END {printf "| %s | %.0f ms | %.0f–%.0f ms | ≤ %s ms |\n", name, t[int((NR + 1) / 2)], t[1], t[NR], goal}'
}

echo "$("$chatsunset" --version); $(rg --version | head -1); $(xmllint --version 2>&1 | head -1);" \
  "$(uname -sr), $(nproc) processors, $workers workers, scale $scale, $rounds rounds, load $(cut -d' ' -f1 /proc/loadavg 2> /dev/null || echo unknown)"
echo
echo "| work | measured | ours : anchor, median | spread | goal | anchor, last | ours, last | memory |"
echo "|---|---|---|---|---|---|---|---|"
sources() { # NAME FOLDER
  row "$1; rg with our keywords" 0.40 wall keywords ours "$2"
  row "$1; rg with one literal" 1.0 wall literal ours "$2"
}
tree source
IFS=: read -r -a real <<< "${REAL:-}"
for folder in "${real[@]}"; do
  files=$(find "$folder" -type f | wc -l)
  sources "$(basename "$folder"), $files files, $(du -sm --apparent-size "$folder" | cut -f1) MB" "$folder"
done
sources "generated sources" "$trees/source"
tree small
row "100,000 small files; rg with our keywords" 0.55 wall keywords ours "$trees/small"
tree big
row "one large file; rg with our keywords" 0.25 wall keywords ours "$trees/big"
tree org
row "org with few hits; rg with our keywords" 0.40 wall keywords ours "$trees/org"
tree worst
row "worst case, every profile parsed; rg with our keywords" 1.15 cpu keywords ours "$trees/worst"
tree parsed
row "20,000 small XML files, all parsed; xmllint --sax" 1.0 cpu parsed ours_alone "$trees/parsed"
[ -f "$trees/org.zip" ] || (cd "$trees/org" && zip -q -r "$trees/org.zip" force-app)
row "org as one zip; unzip -p, rg with our keywords" 0.40 wall unzipped ours "$trees/org.zip"
row "walk; rg --files --hidden -j1" 1.0 wall listed ours_walking "$trees/source"
tree rules 1.0
row "1,000 rules; ours with the built-in ones" 1.5 wall ours ours_with_pack "$trees/source"
[ -d "$trees/tenth" ] || python3 "$root/Tests/Benchmarks/generate.py" org "$trees/tenth" --scale "$(awk "BEGIN {print $scale / 10}")"
row "ten times the files; ours" 10.5 wall ours ours "$trees/org" "$trees/tenth"
echo
echo "| memory, with as many workers | peak | goal |"
echo "|---|---|---|"
megabytes "a script of 200 MB in one line" bundle
megabytes "an entry of 4 GB in a zip" entry
awk -v one="$(memory ours "$trees/tenth")" -v ten="$(memory ours "$trees/org")" \
  'BEGIN {printf "| ten times the files, to one time | %.2f | ≤ 1.3 |\n", ten / one}'
echo
echo "| start | median | spread | goal |"
echo "|---|---|---|---|"
milliseconds "\`--version\`" 10 "$chatsunset" --version
milliseconds "audit of an empty folder" 20 audit "$work/empty"
echo
tree profile 1.0
profile=$trees/profile/P.profile
started=$(instructions "$work/chatsunset" audit "$work/empty" -j 1)
echo "| millions of instructions, 5 MB profile | ours : anchor | goal | anchor | ours |"
echo "|---|---|---|---|---|"
audited=$(($(instructions "$work/chatsunset" audit "$profile" -j 1) - started))
counted "audit without its start; rg with our keywords" "≤ 1.15" "$audited" "$(instructions rg -uuu -j1 -i -F -n -f "$work/keywords" "$profile")"
anchored=$(instructions xmllint --sax --noout "$profile")
counted "audit without its start; xmllint --sax" "–" "$audited" "$anchored"
events=$(instructions_within "$reading_xml" "$work/chatsunset" audit "$profile" -j 1)
counted "XML with matching alone; xmllint --sax" "≤ 1.25" "$events" "$anchored"
