#!/usr/bin/env python3
"""Measures the rules on labelled repositories and writes the figures into the Measured accuracy article.

    python3 Tests/Accuracy/measure.py --labels FOLDER --trees FOLDER [--keep FOLDER]

--labels  holds repos.tsv, labels.tsv and eval.py, which scores files and says so in its first lines
--trees   holds the repositories as owner+name, at the commits of repos.tsv
--keep    keeps the reports and prints what was missed, for reading

Labels and repositories are other people's and not part of this project. Needs rg for the naive baseline.
"""
import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ARTICLE = os.path.join(ROOT, "Sources/AuditKit/Documentation.docc/MeasuredAccuracy.md")
NAIVE = "liveagent|livechat"


def audit(binary, tree, path):
    """Audits a repository; returns its findings with the level that the labels know."""
    run = subprocess.run(
        [binary, "audit", tree, "--no-ignore", "--allow-incomplete", "--as-of", "2026-11-23", "--output", f"json={path}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if run.returncode not in (0, 3):
        sys.exit(f"{tree}: {run.stderr}")
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    rows = []
    for finding in report["findings"]:
        if finding["class"] == "successor":
            continue
        if finding["context"] in ("comment", "docs", "list"):
            level = "mention"
        elif finding["class"] == "review" or finding["context"] == "vendored" or finding["confidence"] == "possible":
            level = "review"
        else:
            level = "dependency"
        place = finding["location"]
        for line in [place.get("line", 0)] + [other.get("line", 0) for other in finding.get("related", [])]:
            rows.append({"path": place["path"].split("!")[0], "line": line, "level": level, "category": finding["surface"]})
    return rows


def search(tree):
    """What a plain search finds, one row a file."""
    run = subprocess.run(
        ["rg", "-il", "--hidden", "--no-ignore", "-g", "!.git", NAIVE, "."], cwd=tree, capture_output=True, text=True)
    return [{"path": path, "level": "dependency"} for path in run.stdout.splitlines()]


def score(labels, rows, *options):
    """Lets eval.py judge the rows of every repository."""
    with tempfile.TemporaryDirectory() as folder:
        for name, found in rows.items():
            with open(os.path.join(folder, name + ".jsonl"), "w", encoding="utf-8") as file:
                file.writelines(json.dumps(row) + "\n" for row in found)
        run = subprocess.run(
            [sys.executable, os.path.join(labels, "eval.py"), "--findings", folder, "--split", "all", *options],
            capture_output=True, text=True, check=True)
    return run.stdout


def percent(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "–"


def overall(result):
    """Totals, averages per repository, and how many of the others stay quiet."""
    total = collections.Counter()
    rates, quiet, others = collections.defaultdict(list), 0, 0
    for repository in result["repos"]:
        hits, missed, alarms = (repository.get(key, 0) for key in ("TP", "FN", "FP"))
        total.update(TP=hits, FN=missed, FP=alarms)
        if repository["role"] == "positive":
            if hits + missed:
                rates["recall"].append(hits / (hits + missed))
            if hits + alarms:
                rates["precision"].append(hits / (hits + alarms))
        else:
            others += 1
            quiet += alarms == 0
    mean = {name: sum(values) / len(values) for name, values in rates.items()}
    return total, mean, f"{quiet} of {others}"


def summary_row(name, result):
    total, mean, quiet = overall(result)
    known = total["TP"] + total["FN"]
    return (f"| {name} | {percent(total['TP'], known)} ({total['TP']} of {known}) "
            f"| {percent(total['TP'], total['TP'] + total['FP'])} ({total['FP']} false alarms) | {quiet} "
            f"| {100 * mean['recall']:.1f} % and {100 * mean['precision']:.1f} % |")


def figures(version, ours, plain, surfaces):
    lines = [
        f"ChatSunset {version} with all built-in rules; a plain search beside it.", "",
        "| | recall | precision | clean and look-alike repositories that stay quiet | averaged over the others |",
        "| --- | --- | --- | --- | --- |",
        summary_row("ChatSunset", ours), summary_row("`rg -i '" + NAIVE.replace("|", "\\|") + "'`", plain), "",
        "Recall, by what the labels say that a file holds; a file may hold several things:", "",
        "| labelled | files | found | recall | plain search |", "| --- | --- | --- | --- | --- |",
    ]
    for name, row in sorted(ours["categories"].items(), key=lambda item: (-item[1]["found"] / item[1]["pairs"], item[0])):
        other = plain["categories"][name]
        lines.append(f"| {name} | {row['pairs']} | {row['found']} | {percent(row['found'], row['pairs'])} "
                     f"| {percent(other['found'], other['pairs'])} |")
    lines += ["", "Precision, by the surface of the rules that reported a file:", "",
              "| surface | files reported | labelled dependency | labelled review | false alarms |",
              "| --- | --- | --- | --- | --- |"]
    for name, result in surfaces:
        count = collections.Counter()
        for repository in result["repos"]:
            count.update({key: repository.get(key, 0) for key in ("TP", "FP", "neutral")})
        lines.append(f"| {name} | {sum(count.values())} | {count['TP']} | {count['neutral']} | {count['FP']} |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(formatter_class=argparse.RawDescriptionHelpFormatter, description=__doc__)
    parser.add_argument("--labels", required=True)
    parser.add_argument("--trees", required=True)
    parser.add_argument("--keep")
    options = parser.parse_args()
    binary = os.environ.get("CHATSUNSET", os.path.join(ROOT, ".build/release/chatsunset"))
    keep = options.keep or tempfile.mkdtemp()
    os.makedirs(keep, exist_ok=True)
    names = sorted(os.listdir(options.trees))
    ours = {name: audit(binary, os.path.join(options.trees, name), os.path.join(keep, name + ".json")) for name in names}
    plain = {name: search(os.path.join(options.trees, name)) for name in names}
    surfaces = []
    for surface in sorted({row["category"] for rows in ours.values() for row in rows if row["level"] == "dependency"}):
        rows = {name: [row for row in found if row["category"] == surface] for name, found in ours.items()}
        surfaces.append((surface, json.loads(score(options.labels, rows, "--json"))))
    version = subprocess.run([binary, "--version"], capture_output=True, text=True).stdout.split()[-1]
    text = figures(version, json.loads(score(options.labels, ours, "--json")), json.loads(score(options.labels, plain, "--json")), surfaces)
    with open(ARTICLE, encoding="utf-8") as file:
        before, _, rest = file.read().partition("<!-- figures -->\n")
        _, _, after = rest.partition("<!-- end of figures -->")
    with open(ARTICLE, "w", encoding="utf-8") as file:
        file.write(f"{before}<!-- figures -->\n\n{text}\n\n<!-- end of figures -->{after}")
    if options.keep:
        print(score(options.labels, ours, "--list", "fp,fn,unl"))


if __name__ == "__main__":
    main()
