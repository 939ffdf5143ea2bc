#!/usr/bin/env python3
"""Opens the workbooks that XLSXReportTests wrote with another reader.

Needs the packages of requirements.txt. Called by check.sh with the folder of the workbooks.
"""

import csv
import io
import pathlib
import sys

import openpyxl

GOLDENS = pathlib.Path(__file__).resolve().parent / "Goldens"
SHEETS = {
    "Checklist": "csv-checklist", "Deployments": "csv-deployments", "Findings": "csv", "Inventory": "csv-inventory",
    "Coverage": "csv-coverage",
}


def rows(sheet):
    return [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]


def check_content(folder, sample):
    """Sheets, frozen and filtered headers, and in every cell what the CSV has; no cell is a formula."""
    book = openpyxl.load_workbook(folder / f"{sample}.xlsx")
    assert book.sheetnames == ["Overview", *SHEETS], book.sheetnames
    assert book.properties.created.isoformat().startswith("2026-11-23"), "the report's day, not today"
    for name, suffix in SHEETS.items():
        sheet = book[name]
        assert sheet.freeze_panes == "A2", name
        assert sheet.auto_filter.ref and sheet.auto_filter.ref.startswith("A1:"), name
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"], name
        text = (GOLDENS / f"{sample}.{suffix}").read_bytes().decode()
        table = list(csv.reader(io.StringIO(text, newline="")))
        # The CSV has an apostrophe before what a spreadsheet would calculate.
        plain = [[cell[1:] if cell.startswith("'") and len(cell) > 1 else cell for cell in row] for row in table]
        ours = [[str(cell).removeprefix("'") for cell in row] for row in rows(sheet)]
        assert ours == plain, next((a, b) for a, b in zip(ours, plain) if a != b)


def check_parts(folder):
    """Long tables go on in further sheets, each with the header."""
    book = openpyxl.load_workbook(folder / "parts.xlsx")
    findings = [book[name] for name in book.sheetnames if name.startswith("Findings")]
    assert [sheet.title for sheet in findings] == ["Findings", "Findings 2"]
    assert rows(findings[0])[0] == rows(findings[1])[0]
    whole = openpyxl.load_workbook(folder / "typical.xlsx")["Findings"]
    assert sum(sheet.max_row - 1 for sheet in findings) == whole.max_row - 1


def main():
    folder = pathlib.Path(sys.argv[1])
    for sample in ["empty", "typical", "hostile"]:
        check_content(folder, sample)
        print(f"ok: {sample} report as xlsx")
    check_parts(folder)
    print("ok: long tables as xlsx")


if __name__ == "__main__":
    sys.exit(main())
