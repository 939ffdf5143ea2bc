#!/usr/bin/env bash
# Runs what the examples show, as far as a machine without their services can, with the built command.
#
#   bash Tests/examples.sh [COMMAND]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
chatsunset=${1:-$(swift build --show-bin-path)/chatsunset}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

say() { printf 'examples: %s\n' "$*"; }

for script in Examples/*.sh Examples/ci/shards/*.sh Tests/*.sh Tests/*/*.sh .ci/run .ci/release; do bash -n "$script"; done
say "every script can be read by bash"

mkdir "$folder/bin"
ln -s "$chatsunset" "$folder/bin/chatsunset"
export PATH="$folder/bin:$PATH"

SOURCE_DATE_EPOCH=1795435200 chatsunset audit Examples/alder-finch --format json > "$folder/whole.json"
for shard in 1 2 3; do
  SOURCE_DATE_EPOCH=1795435200 chatsunset audit Examples/alder-finch --shard $shard/3 --format json > "$folder/$shard.json"
done
chatsunset merge "$folder"/[123].json --format json > "$folder/merged.json"
cmp "$folder/whole.json" "$folder/merged.json"
say "three shards merge to the bytes of the whole"

for format in text markdown html lint sarif junit gitlab github github-summary sonar csv; do
  SOURCE_DATE_EPOCH=1795435200 chatsunset audit Examples/alder-finch --format $format > "$folder/direct"
  chatsunset render "$folder/whole.json" --format $format > "$folder/rendered"
  cmp "$folder/direct" "$folder/rendered"
done
say "a saved report renders to the bytes of a direct run in every format"

LC_ALL=C SOURCE_DATE_EPOCH=1795435200 chatsunset audit -j 8 "$root/Examples/alder-finch" --format json > "$folder/other.json"
cmp "$folder/whole.json" "$folder/other.json"
say "workers, path prefix and locale change nothing"
