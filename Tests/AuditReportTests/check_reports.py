#!/usr/bin/env python3
"""Reads the recorded reports back with other people's readers.

Needs the packages of requirements.txt. Called by Tests/run.sh; each check prints one line, a failure
ends the run.
"""

import csv
import io
import json
import os
import pathlib
import re
import sys
import xml.etree.ElementTree

import jsonschema
import junitparser

import sarif_subset

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


def report(sample):
    return json.loads(golden(sample, "json"))


def problems(sample):
    """What the formats for machines list: findings that count, without the successor's."""
    return [f for f in report(sample)["findings"] if "suppressed" not in f and f["class"] != "successor"]


def check_sarif(sample):
    """The SARIF is within the subset, and its references and counts agree with the report."""
    sarif = json.loads(golden(sample, "sarif"))
    jsonschema.Draft202012Validator(sarif_subset.SCHEMA).validate(sarif)
    if "SARIF_SCHEMA" in os.environ:
        standard = json.loads(pathlib.Path(os.environ["SARIF_SCHEMA"]).read_text())
        jsonschema.validators.validator_for(standard)(standard).validate(sarif)
    run = sarif["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        # An unescaped link in a message would be one that code scanning follows.
        assert not re.search(r"(?<!\\)\]\(", result["message"]["text"])
    accepted = [result for result in run["results"] if result["suppressions"]]
    assert len(run["results"]) - len(accepted) == len(problems(sample))
    assert len(accepted) == report(sample)["summary"]["suppressed"]


def check_junit(sample):
    """The XML is well formed, its counts are its cases, and another reader finds them."""
    text = golden(sample, "junit")
    root = xml.etree.ElementTree.fromstring(text)
    cases = root.findall(".//testcase")
    assert int(root.get("tests")) == len(cases)
    assert int(root.get("failures")) == len(root.findall(".//failure"))
    assert int(root.get("errors")) == len(root.findall(".//error"))
    assert int(root.get("skipped")) == len(root.findall(".//skipped"))
    assert not [element for element in root.iter() if element.tag in ("script", "img")]
    errors = [finding for finding in problems(sample) if finding["level"] == "error"]
    assert len(root.findall(".//failure")) == len(errors)
    suites = junitparser.JUnitXml.fromstring(text)
    assert sum(len(list(suite)) for suite in suites) == len(cases)


def check_gitlab(sample):
    """Every issue has what GitLab reads, and no two have one fingerprint."""
    issues = json.loads(golden(sample, "gitlab"))
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["path"] and not issue["location"]["path"].startswith("./")
        assert issue["location"]["lines"]["begin"] >= 1
        assert "\n" not in issue["description"]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert len(issues) >= len(problems(sample))


def check_sonar(sample):
    """Rules and issues agree, and every severity is one of Sonar's."""
    sonar = json.loads(golden(sample, "sonar"))
    rules = {rule["id"]: rule for rule in sonar["rules"]}
    assert len(rules) == len(sonar["rules"])
    for rule in rules.values():
        assert set(rule) == {"id", "name", "description", "engineId", "cleanCodeAttribute", "impacts"}
        for impact in rule["impacts"]:
            assert impact["softwareQuality"] in {"RELIABILITY", "MAINTAINABILITY", "SECURITY"}
            assert impact["severity"] in {"LOW", "MEDIUM", "HIGH"}
    for issue in sonar["issues"]:
        assert issue["ruleId"] in rules
        place = issue["primaryLocation"]
        assert place["message"] and place["filePath"]
        if "textRange" in place:
            assert 1 <= place["textRange"]["startLine"] <= place["textRange"]["endLine"]
    assert len(sonar["issues"]) >= len(problems(sample))


def check_github(sample):
    """Commands decode to what stands in the report, at most ten of a level, the worst first."""
    lines = golden(sample, "github").decode().splitlines()
    levels = []
    for line in lines:
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert match, line
        levels.append(match[1])
        names = [entry.split("=", 1)[0] for entry in match[2].split(",")]
        assert set(names) <= {"file", "line", "endLine", "col", "endColumn", "title"}, names
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)
    assert all(levels.count(level) <= 10 for level in set(levels))


def check_lint(sample):
    """Every line has the form that editors and problem matchers know."""
    lines = golden(sample, "lint").decode().splitlines()
    for line in lines:
        assert re.fullmatch(r".+:[1-9][0-9]*:[1-9][0-9]*: (error|warning|note): .+ \[.+\]", line), line
    assert len(lines) >= len(problems(sample))


def check_csv(sample):
    """Another reader finds rectangular tables with a row per finding and no formula in any cell."""
    for table in ["csv", "csv-checklist", "csv-deployments", "csv-inventory", "csv-coverage"]:
        text = golden(sample, table).decode()
        assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert {len(row) for row in rows} == {len(rows[0])}, table
        for cell in (cell for row in rows for cell in row):
            assert not re.match(r"\s*[=+\-@|%]", cell), cell
        count = {
            "csv": len(report(sample)["findings"]),
            "csv-checklist": len(report(sample)["plan"]["items"]),
            "csv-inventory": sum(len(report(sample)["inventory"][key]) for key in ["nodes", "edges"]),
        }
        assert len(rows) - 1 == count.get(table, len(rows) - 1), table


CHECKS = {
    "csv": check_csv,
    "github": check_github,
    "gitlab": check_gitlab,
    "json": check_json,
    "junit": check_junit,
    "lint": check_lint,
    "sarif": check_sarif,
    "sonar": check_sonar,
}


def main():
    for name, check in CHECKS.items():
        for sample in SAMPLES:
            check(sample)
            print(f"ok: {sample} report as {name}")


if __name__ == "__main__":
    sys.exit(main())
