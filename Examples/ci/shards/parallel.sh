#!/usr/bin/env bash
# Audits in N shards with GNU parallel and merges them, here or on other machines.
#
#   bash parallel.sh N REPORT.json PATH…
#   PARALLEL='--sshloginfile hosts --workdir .' bash parallel.sh 16 report.json /mnt/source
#
# On other machines PATH must name the same tree. CHATSUNSET names the command if it is not on the PATH.
# The exit status is that of the merge: 3 when something could not be examined.
set -euo pipefail

if [ $# -lt 3 ]; then
  echo "usage: parallel.sh N REPORT.json PATH…" >&2
  exit 2
fi
count=$1 report=$2
shift 2

command=${CHATSUNSET:-chatsunset}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Each shard prints its report and parallel brings it here, so that no disk needs to be shared. A
# status other than 0 may come with a whole report (3 is incomplete); the merge says it again.
seq "$count" |
  parallel --quote --results "$work/shard-{}.report" \
    "$command" audit --format json --shard "{}/$count" "$@" >/dev/null || true

cat "$work"/*.err >&2 2>/dev/null || true

for shard in $(seq "$count"); do
  if [ ! -s "$work/shard-$shard.report" ]; then
    echo "parallel.sh: shard $shard of $count gave no report" >&2
    exit 70
  fi
done

"$command" merge "$work"/shard-*.report --output "json=$report"
