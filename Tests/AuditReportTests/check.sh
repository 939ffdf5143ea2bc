#!/usr/bin/env bash
# Reads the reports with other people's readers: parsers, schemas, a browser, a spreadsheet library.
#
#   bash Tests/AuditReportTests/check.sh
#
# Needs python3 with venv, Chromium and libxlsxwriter; the packages go into .build/report-checks. The
# tests must be built. The exit status is that of the first check that failed.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
cd "$root"

python=$(bash Tests/python.sh)

books=$(mktemp -d)
trap 'rm -rf "$books"' EXIT
XLSX_FOLDER=$books swift test --skip-build --filter XLSXReportTests >"$books/log" 2>&1 || {
  cat "$books/log"
  exit 1
}

# A report of real size: 2026-11-23, as everywhere in the tests.
SOURCE_DATE_EPOCH=1795435200 "$(swift build --show-bin-path)/chatsunset" audit Examples/alder-finch \
  --output "html=$books/example.html" --output "json=$books/example.json"

export PYTHONDONTWRITEBYTECODE=1
"$python" "$here/check_reports.py"
"$python" "$here/check_xlsx.py" "$books"
"$python" "$here/check_html.py" "$books"
