#!/usr/bin/env bash
# Looks for inputs that break what reads bytes from outside.
#
#   bash Tests/Fuzzing/run.sh smoke               a minute over all targets, as Tests/run.sh does
#   bash Tests/Fuzzing/run.sh TARGET [OPTION…]    one target until it is stopped; options are libFuzzer's
#
# FUZZ_ADDRESS=1 adds the address sanitizer, which finds more and is three times slower. FUZZ_EDGES=1 counts
# edges only and does not watch comparisons: nearly twice as fast, for a corpus that has learned its words.
# FUZZ_CORPUS names a folder that keeps what a run learns. A find is written to .build-fuzz/finds; copied to
# Tests/Fuzzing/Cases/TARGET it is replayed by ordinary tests for ever.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
targets=$(cd Tests/Fuzzing/Cases && ls)
smoke_seconds=60

if [ "$(uname -s)" != Linux ]; then
  echo "No fuzzing: only the toolchains for Linux bring a libFuzzer that a Swift program can call."
  exit 0
fi
resources=$(swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
runtime=$(ls "$resources"/clang/lib/linux/libclang_rt.fuzzer_no_main-"$(uname -m)".a 2> /dev/null || true)
if [ -z "$runtime" ]; then
  echo "No fuzzing: this toolchain has no libclang_rt.fuzzer_no_main below $resources."
  exit 0
fi

# The driver of the compiler would link libFuzzer's own main; the frontend only puts the counters in.
coverage=edge,indirect-calls,inline-8bit-counters,pc-table
scratch=.build-fuzz
if [ -n "${FUZZ_EDGES:-}" ]; then scratch+=/edges; else coverage+=,trace-cmp; fi
build=(swift build -c release --product fuzz -Xswiftc -enable-testing -Xcc "-fsanitize-coverage=$coverage"
  -Xlinker "$runtime" -Xlinker -lstdc++)
if [ -n "${FUZZ_ADDRESS:-}" ]; then
  scratch+=/address
  build+=(--sanitize=address -Xswiftc "-sanitize-coverage=$coverage")
else
  for flag in -sanitize=fuzzer "-sanitize-coverage=$coverage"; do
    build+=(-Xswiftc -Xfrontend -Xswiftc "$flag")
  done
fi
build+=(--scratch-path "$scratch")
export CHATSUNSET_FUZZING=1
"${build[@]}"
fuzz=$("${build[@]}" --show-bin-path)/fuzz

# The runtime's own crash report hangs under libFuzzer, which reports by itself.
export SWIFT_BACKTRACE=enable=no
finds=$root/.build-fuzz/finds
learned=${FUZZ_CORPUS:-$(mktemp -d)}
[ -n "${FUZZ_CORPUS:-}" ] || trap 'rm -rf "$learned"' EXIT

run() {
  local target=$1
  shift
  mkdir -p "$learned/$target" "$finds/$target"
  "$fuzz" "$target" -max_len=2048 -timeout=20 -rss_limit_mb=2048 -artifact_prefix="$finds/$target/" "$@" \
    "$learned/$target" "Tests/Fuzzing/Cases/$target"
}

if [ "${1:?usage: run.sh (smoke|TARGET) [OPTION…]}" != smoke ]; then
  run "$@"
  exit
fi
log=$(mktemp)
count=$(wc -w <<< "$targets")
for target in $targets; do
  if ! run "$target" -max_total_time=$((smoke_seconds / count)) -print_final_stats=1 > "$log" 2>&1; then
    cat "$log"
    echo "fuzzing '$target' found something; the input is in ${finds#"$root"/}/$target"
    exit 1
  fi
  echo "$target: $(sed -n 's/stat::number_of_executed_units: *//p' "$log") executions, nothing found"
done
