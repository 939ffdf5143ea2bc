#!/usr/bin/env python3
"""Reads the recorded reports back with other people's readers.

Needs the package jsonschema. Called by Tests/run.sh; each check prints one line, a failure ends the run.
"""

import json
import pathlib
import sys

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
GOLDENS = HERE / "Goldens"
SCHEMA = HERE / "../../Sources/AuditReport/Schema/report.schema.json"
SAMPLES = ["empty", "typical", "hostile"]


def golden(sample, suffix):
    return (GOLDENS / f"{sample}.{suffix}").read_bytes()


def check_json(sample):
    """The report's own JSON is what its schema says."""
    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    report = json.loads(golden(sample, "json"))
    jsonschema.Draft202012Validator(schema).validate(report)
    for key in ["findings", "coverage", "plan"]:
        broken = dict(report)
        del broken[key]
        assert not jsonschema.Draft202012Validator(schema).is_valid(broken), f"'{key}' may be missing"
    counted = [finding for finding in report["findings"] if "suppressed" not in finding]
    assert report["summary"]["findings"] == len(counted)
    assert report["summary"]["places"] == sum(finding["count"] for finding in counted)


CHECKS = {"json": check_json}


def main():
    for name, check in CHECKS.items():
        for sample in SAMPLES:
            check(sample)
            print(f"ok: {sample} report as {name}")


if __name__ == "__main__":
    sys.exit(main())
