#!/usr/bin/env bash
# Prints line coverage per target, from the profile that `swift test --enable-code-coverage` left.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$(pwd -P)

# The tools must be those of the compiler: the profile's format changes with its version.
if [ "$(uname -s)" = Darwin ]; then
  llvm_cov=(xcrun llvm-cov)
else
  resources=$(swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
  llvm_cov=("$resources/../../bin/llvm-cov")
fi

folder=$(dirname "$(swift test --show-codecov-path)")
bundle=$(find "$(dirname "$folder")" -maxdepth 1 -name '*PackageTests.xctest' | head -n 1)
if [ -d "$bundle" ]; then bundle=$(find "$bundle/Contents/MacOS" -type f | head -n 1); fi

echo "Line coverage by target"
"${llvm_cov[@]}" export "$bundle" -instr-profile "$folder/default.profdata" -format lcov -summary-only |
  awk -F: -v sources="$root/Sources/" '
    $1 == "SF" {
      target = ""
      if (index($2, sources) == 1) { split(substr($2, length(sources) + 1), parts, "/"); target = parts[1] }
    }
    $1 == "LF" && target != "" { lines[target] += $2; all += $2 }
    $1 == "LH" && target != "" { hit[target] += $2; allHit += $2 }
    END {
      for (target in lines) print row(target, hit[target], lines[target]) | "sort"
      close("sort")
      print row("all", allHit, all)
    }
    function row(name, covered, total) {
      return sprintf("  %-20s %6d of %6d lines  %5.1f %%", name, covered, total, total ? 100 * covered / total : 0)
    }'
