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
# A build with coverage writes its counts to the folder it runs in, under the eyes of an audit of that folder.
export LLVM_PROFILE_FILE="$folder/%p.profraw"

say() { printf 'examples: %s\n' "$*"; }

for script in Examples/*.sh Examples/ci/shards/*.sh Tests/*.sh Tests/*/*.sh .ci/run .ci/release .ci/documents; do bash -n "$script"; done
say "every script can be read by bash"

python3 Tests/readme.py "$chatsunset"
say "the README shows the audit of the example org as the command prints it"

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

# Every format that the help names.
formats=$(chatsunset audit --help | tr -s ' \n' ' ' | sed 's/.*The format on standard output: \(.*\) -o, --output.*/\1/; s/,//g')
[ "$(wc -w <<< "$formats")" -gt 15 ]
for format in $formats; do
  SOURCE_DATE_EPOCH=1795435200 chatsunset audit Examples/alder-finch --format $format > "$folder/direct"
  chatsunset render "$folder/whole.json" --format $format > "$folder/rendered"
  cmp "$folder/direct" "$folder/rendered"
done
say "a saved report renders to the bytes of a direct run in every format"

LC_ALL=C SOURCE_DATE_EPOCH=1795435200 chatsunset audit -j 8 "$root/Examples/alder-finch" --format json > "$folder/other.json"
cmp "$folder/whole.json" "$folder/other.json"
say "workers, path prefix and locale change nothing"

bash .ci/documents "$chatsunset" "$folder/local"
share=$folder/local/share
mandoc -T lint -W warning "$share/man/man1/chatsunset.1"
page=$(mandoc -T utf8 "$share/man/man1/chatsunset.1" | col -b)
chatsunset --help | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p' > "$folder/verbs"
[ "$(wc -l < "$folder/verbs")" -gt 8 ]
while read -r verb; do
  [ "$verb" = help ] || grep -q "^ *chatsunset $verb\$" <<< "$page" || { say "the manual lacks '$verb'"; exit 1; }
done < "$folder/verbs"
say "the manual page has no warning and every verb"

bash --norc -c 'source "$1" && complete -p chatsunset' - "$share/bash-completion/completions/chatsunset" > "$folder/bash"
zsh -fc 'fpath=($1 $fpath); autoload -Uz compinit; compinit -u -d "$2"; (( $+_comps[chatsunset] )); autoload +X _chatsunset' \
  - "$share/zsh/site-functions" "$folder/zcompdump"
# shellcheck disable=SC2016 # the shell that reads it expands it
HOME=$folder fish --no-config -c 'source $argv[1]; complete -C "chatsunset lint --base"' \
  "$share/fish/vendor_completions.d/chatsunset.fish" > "$folder/fish"
grep -q chatsunset "$folder/bash" && grep -q -- --baseline "$folder/fish"
say "bash, zsh and fish read their completions"

PYTHONDONTWRITEBYTECODE=1 "$(bash Tests/python.sh)" Tests/check_ci.py "$root"
