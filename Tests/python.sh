#!/usr/bin/env bash
# Prints the Python that has the packages of AuditReportTests/requirements.txt, after installing them in .build.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
wanted=$root/Tests/AuditReportTests/requirements.txt
tools=$root/.build/report-checks
if ! cmp -s "$wanted" "$tools/installed.txt"; then
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet --disable-pip-version-check -r "$wanted" >&2
  cp "$wanted" "$tools/installed.txt"
fi
printf '%s\n' "$tools/bin/python"
