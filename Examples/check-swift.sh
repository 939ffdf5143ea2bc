#!/usr/bin/env bash
# Ends with status 2 and a sentence when Swift is missing or too old for Package.swift.
set -euo pipefail

needed_major=6 needed_minor=2
advice="get it from https://www.swift.org/install/ and start again"

if ! command -v swift >/dev/null; then
  echo "Swift is not installed, or not on the PATH; $advice" >&2
  exit 2
fi

version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
IFS=. read -r major minor _ <<<"${version:-0.0}.0"
if [ "$major" -lt $needed_major ] || { [ "$major" -eq $needed_major ] && [ "$minor" -lt $needed_minor ]; }; then
  echo "Swift $needed_major.$needed_minor or newer is needed, this is '${version:-unknown}'; $advice" >&2
  exit 2
fi
