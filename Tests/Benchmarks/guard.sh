#!/usr/bin/env bash
# Fails when an audit needs more instructions than it should, compared with programs that do not change, or memory.
#
#   bash Tests/Benchmarks/guard.sh [COMMAND]
#
# Instructions, not seconds: the counts are the same however busy a machine is. Without COMMAND the release
# build is made first. The limits stand a seventh above what was measured when they were set.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
if [ "$(uname -s)" != Linux ]; then echo "guard: skipped, because it counts with valgrind on Linux"; exit 0; fi
for tool in valgrind rg xmllint python3; do
  command -v "$tool" > /dev/null || { echo "guard: '$tool' is missing; run Examples/install-dependencies.sh --tests" >&2; exit 2; }
done
chatsunset=${1:-}
if [ -z "$chatsunset" ]; then
  build=(swift build -c release --static-swift-stdlib --product chatsunset)
  "${build[@]}" > /dev/null
  chatsunset=$("${build[@]}" --show-bin-path)/chatsunset
fi
. Tests/Benchmarks/measures.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
countable "$chatsunset" "$work/chatsunset"
mkdir "$work/empty"
while read -r row scale; do
  python3 Tests/Benchmarks/generate.py "$row" "$work/$row" --scale "$scale"
done <<< 'source 0.005
profile 1
parsed 0.005
bundle 0.25'
"$chatsunset" rules list --keywords > "$work/keywords"

searched() { instructions rg -uuu -j1 -i -F -n -f "$work/keywords" "$1"; }
start=$(instructions "$work/chatsunset" audit "$work/empty" -j 1)
# The first document costs once what a start without any spares.
mkdir "$work/document"
cp "$(find "$work/parsed/queues" -type f | sort | head -n 1)" "$work/document"
start_with_document=$(instructions "$work/chatsunset" audit "$work/document" -j 1)
# audited TREE START : an audit without its start
audited() { echo $(($(instructions "$work/chatsunset" audit "$1" --no-ignore -j 1) - $2)); }

status=0
hold() { # NAME LIMIT OURS ANCHOR
  awk -v name="$1" -v limit="$2" -v ours="$3" -v anchor="$4" 'BEGIN {
    ratio = ours / anchor
    printf "guard: %-52s %5.2f (limit %.2f)\n", name, ratio, limit
    exit ratio > limit }' || status=1
}
hold "start, to 'rg --version'" 45 "$start" "$(instructions rg --version)"
hold "sources with few hits, to rg with our keywords" 0.08 "$(audited "$work/source" "$start")" "$(searched "$work/source")"
hold "a profile with many hits, to rg with our keywords" 0.16 "$(audited "$work/profile" "$start_with_document")" "$(searched "$work/profile")"
events=$(instructions_within "$reading_xml" "$work/chatsunset" audit "$work/profile" --no-ignore -j 1)
if [ "$events" -eq 0 ]; then echo "guard: nothing was counted within '$reading_xml'" >&2; status=1; fi
hold "its XML with matching alone, to xmllint --sax" 0.36 "$events" "$(instructions xmllint --sax --noout "$work"/profile/*)"
hold "small XML files, all parsed, to xmllint --sax" 0.54 "$(audited "$work/parsed" "$start_with_document")" \
  "$(instructions xmllint --sax --noout "$work"/parsed/queues/*)"
hold "megabytes for a script of 50 MB in one line" 40 \
  "$(peak "$chatsunset" audit "$work/bundle" --no-ignore -j 2 2> /dev/null)" 1024
[ $status -eq 0 ] || echo "guard: more than before; profile it, or raise the limit and say why" >&2
exit $status
