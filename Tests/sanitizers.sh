#!/usr/bin/env bash
# Runs the tests under the thread sanitizer, then under the address sanitizer.
#
#   bash Tests/sanitizers.sh [thread|address] [ARGUMENT…]      arguments go to `swift test`
#
# Not a part of Tests/run.sh: each is a build of everything, and the tests run several times slower.
# The C libraries of the system are not instrumented; what this package does with their memory is. Tests that
# preload a library or limit memory are skipped and say so: a sanitizer's own runtime does not go with them.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
kinds=(thread address)
case ${1:-} in thread | address) kinds=("$1") && shift ;; esac

# A child that a test starts has the same sanitizer; its crash report would only be in the way.
export SWIFT_BACKTRACE=enable=no
export TSAN_OPTIONS=suppressions=$root/Tests/thread-sanitizer.supp
# Values that live as long as the process are no leaks to the fuzzers, which look for those that grow.
export ASAN_OPTIONS=detect_leaks=0
for kind in "${kinds[@]}"; do
  # The first build can end with ICU's two headers, the system's and Foundation's, taken for one module's; the
  # second goes on where the first stopped (Swift 6.3.1). What is really wrong stops the second, too.
  swift build --build-tests --sanitize="$kind" --scratch-path ".build-$kind" > /dev/null || true
  swift test --sanitize="$kind" --scratch-path ".build-$kind" "$@"
done
