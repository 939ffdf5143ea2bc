#!/usr/bin/env python3
"""Writes the trees that the benchmarks run on; the same seed gives the same bytes.

usage: generate.py ROW FOLDER [--scale 1.0] [--seed 1]

ROW     what is written
source  a source tree with few hits: many files in the languages people have
small   files of 1 to 3 KB
big     one file
org     an org export: mostly XML without hits, and one profile in a hundred with some
worst   profiles that hit on every twentieth line
profile one profile like those, of 5 MB
bundle  a script of 200 MB in one line, with few hits
entry   a zip with one entry of 4 GB, with few hits
parsed  small XML files with a keyword that make no finding, so that each is parsed and nothing else
rules   a pack of 1,000 rules that find nothing in the other trees
"""
import argparse
import os
import random
import zipfile

WORDS = """account address agent amount answer array batch browser button buyer cache cart catalog channel client code
column config contact content cookie count country coupon customer dashboard data date delivery device discount document
domain draft email employee endpoint entry error event export field file filter form format group header history host
image import index input invoice item json key label layout level line link list locale log manager map message method
model module month name network note number object offer order owner page panel parent partner path payment person phone
price product profile project promise query queue range record refund region report request response result return role
route rule sales schema screen script search section select server service session shipping size source state status
step store stream string style subject summary system table task template text theme ticket time title token total track
type update upload user value vendor version view visit warehouse week widget window worker year zone""".split()

# What the shipped rules look for; rare on purpose, as in real trees.
HITS = ["https://d.la9-c9-xyz.salesforceliveagent.com/chat/rest/System/SessionId", "X-LIVEAGENT-AFFINITY",
        "liveagent.init(", "LiveChatTranscript", "embedded_svc.settings.enabledFeatures = ['LiveAgent']"]

ENDINGS = [("js", 30), ("ts", 15), ("java", 12), ("cls", 10), ("html", 8), ("py", 8), ("css", 5), ("json", 6), ("md", 4),
           ("yml", 2)]


def line(r):
    return " ".join(r.choices(WORDS, k=r.randint(3, 11))) + r.choice([";", "", " {", "}", ",", ");"])


def pool(r, count=4000):
    """Lines to draw from: making each one anew would take longer than the benchmark."""
    return [("  " * r.randint(0, 4) + line(r)) for _ in range(count)]


def code(r, lines, size, hit):
    out, length = [], 0
    while length < size:
        text = r.choice(lines)
        out.append(text)
        length += len(text) + 1
    if hit:
        out.insert(r.randrange(len(out) + 1), 'x = "' + r.choice(HITS) + '"')
    return "\n".join(out) + "\n"


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def source(r, folder, scale):
    lines = pool(r)
    endings = [e for e, weight in ENDINGS for _ in range(weight)]
    for number in range(int(100_000 * scale)):
        size = min(400_000, int(r.lognormvariate(8.9, 1.25)))
        path = f"{folder}/p{number % 37}/m{number % 911}/f{number}.{r.choice(endings)}"
        write(path, code(r, lines, size, r.random() < 0.0005))


def small(r, folder, scale):
    lines = pool(r)
    for number in range(int(100_000 * scale)):
        write(f"{folder}/d{number % 503}/f{number}.js", code(r, lines, r.randint(1_000, 3_000), r.random() < 0.0005))


def big(r, folder, scale):
    lines = pool(r)
    block = code(r, lines, 1 << 20, False)
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/big.js", "w", encoding="utf-8") as file:
        for number in range(int(1024 * scale)):
            file.write(block if number % 100 else code(r, lines, 1 << 20, True))


def bundle(r, folder, scale):
    lines = pool(r)
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/bundle.min.js", "w", encoding="utf-8") as file:
        for _ in range(int(200 * scale)):
            file.write(code(r, lines, 1 << 20, True).replace("\n", ";"))


def entry(r, folder, scale):
    block = code(r, pool(r), 1 << 20, False).encode()
    os.makedirs(folder, exist_ok=True)
    with zipfile.ZipFile(f"{folder}/entry.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open("large.js", "w", force_zip64=True) as file:
            for number in range(int(4096 * scale)):
                file.write(block)
                if number % 1000 == 0:
                    file.write(f'x = "{r.choice(HITS)}"\n'.encode())


def profile(r, size, every):
    out = ['<?xml version="1.0" encoding="UTF-8"?>', '<Profile xmlns="http://soap.sforce.com/2006/04/metadata">']
    length = number = 0
    while length < size:
        number += 1
        if every and number % every == 0:
            field = f"LiveChatTranscript.{r.choice(WORDS).title()}__c"
        else:
            field = f"{r.choice(WORDS).title()}__c.{r.choice(WORDS).title()}{number % 997}__c"
        text = (f"    <fieldPermissions>\n        <editable>{r.choice(['true', 'false'])}</editable>\n"
                f"        <field>{field}</field>\n        <readable>true</readable>\n    </fieldPermissions>")
        out.append(text)
        length += len(text) + 1
    out.append("</Profile>")
    return "\n".join(out) + "\n"


def org(r, folder, scale):
    base = f"{folder}/force-app/main/default"
    for number in range(int(24_000 * scale)):
        name = f"{r.choice(WORDS).title()}{number}"
        text = ('<?xml version="1.0" encoding="UTF-8"?>\n<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">\n'
                f"    <fullName>{name}__c</fullName>\n    <label>{line(r)}</label>\n    <type>Text</type>\n"
                + "".join(f"    <inlineHelpText>{line(r)}</inlineHelpText>\n" for _ in range(r.randint(1, 20)))
                + "</CustomField>\n")
        write(f"{base}/objects/{r.choice(WORDS).title()}__c/fields/{name}__c.field-meta.xml", text)
    for number in range(int(400 * scale)):
        write(f"{base}/profiles/P{number}.profile-meta.xml", profile(r, 2_300_000, 0 if number % 100 else 500))


def worst(r, folder, scale):
    for number in range(12):
        write(f"{folder}/profiles/P{number}.profile", profile(r, int(50_000_000 * scale), 20))


def one_profile(r, folder, scale):
    write(f"{folder}/P.profile", profile(r, int(5_000_000 * scale), 20))


def parsed(r, folder, scale):
    for number in range(int(20_000 * scale)):
        values = "".join(
            f"    <members>\n        <users>\n            <user>{line(r)}</user>\n        </users>\n    </members>\n"
            for _ in range(r.randint(2, 12)))
        text = ('<?xml version="1.0" encoding="UTF-8"?>\n<Queue xmlns="http://soap.sforce.com/2006/04/metadata">\n'
                f"    <fullName>Q{number}</fullName>\n    <name>{line(r)}</name>\n{values}    <queueSobject>\n"
                "        <sobjectType>LiveChatTranscriptNot__c</sobjectType>\n    </queueSobject>\n</Queue>\n")
        write(f"{folder}/queues/Q{number}.queue", text)


def rules(r, folder, scale):
    write(f"{folder}/pack.yaml", f"""name: {os.path.basename(folder)}
version: 1.0.0
title: A pack for measuring
retirement:
  product: a product of no name
  retired: 2026-02-14
  successor: another product
  unknowns: []
  sources: []
""")
    write(f"{folder}/plan.yaml", """- {id: A1, phase: Prepare, title: Measure, details: Measure., role: developer, always: true}
""")
    for number in range(int(1_000 * scale)):
        keyword = "".join(r.choices("bcdfghjklmnpqrstvwxz", k=r.randint(7, 16)))
        write(f"{folder}/endpoint/rule-{number}.yaml", f"""id: rule-{number}
title: Names the thing {number}
class: dependency
confidence: certain
because: no other thing has this name
surface: endpoint
when:
  text:
    keywords: [{keyword}]
    pattern: '\\b{keyword}(?<rest>[a-z0-9.-]{{0,40}})'
message: "names '{{match}}'"
plan: A1
effort: {{hours: [1, 2], role: developer, per: place}}
why: It is measured.
replacement: none
remediation: |
  1. Measure.
links:
  - {{title: A page, url: "https://example.com/"}}
""")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    rows = {f.__name__: f for f in (source, small, big, bundle, entry, org, worst, parsed, rules)} | {"profile": one_profile}
    parser.add_argument("row", choices=rows)
    parser.add_argument("folder")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rows[arguments.row](random.Random(arguments.seed), arguments.folder, arguments.scale)


if __name__ == "__main__":
    main()
