#!/usr/bin/env bash
# Sets up what the tests need and runs all of them, with line coverage per target.
#
#   bash Tests/run.sh [ARGUMENT…]      arguments go to `swift test`, such as --filter XMLReading
#
# The last lines are the test runner's own summary, the exit status is the test runner's.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

bash Examples/check-swift.sh
bash Examples/install-dependencies.sh --tests

log=$(mktemp)
trap 'rm -f "$log"' EXIT

# SwiftPM counts lines of Swift only; the flags for the C compiler are these.
coverage=(--enable-code-coverage -Xcc -fprofile-instr-generate -Xcc -fcoverage-mapping)
status=0
swift test "${coverage[@]}" "$@" 2>&1 | tee "$log" || status=$?

# Other people's readers look at the reports: schemas, a browser, a spreadsheet library.
if [ $status -eq 0 ] && [ $# -eq 0 ]; then
  echo
  bash Tests/AuditReportTests/check.sh || status=$?
  echo
  bash Tests/examples.sh || status=$?
  echo
  bash Tests/Fuzzing/run.sh smoke || status=$?
  echo
  bash Tests/Benchmarks/guard.sh || status=$?
fi

echo
if [ $status -eq 0 ]; then
  bash Tests/coverage.sh
else
  echo "No coverage: SwiftPM collects it only when all tests pass."
fi

# Repeated below the coverage, so that the end of the output answers the question. A build that
# failed has no summary; then the end is the compiler's last words.
echo
grep -E '^. Test .* failed after' "$log" || true
grep -E '^(.+ )?(Test run with [0-9]|Executed [1-9])[0-9]* test' "$log" || tail -n 20 "$log"
exit $status
