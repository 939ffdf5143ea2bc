#!/usr/bin/env python3
"""Writes the bill of materials as SPDX 2.3 JSON: this package, its Swift packages and its system libraries.

usage: sbom.py VERSION COMMIT DATE
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def swift_packages():
    resolved = json.loads((ROOT / "Package.resolved").read_text())
    for pin in resolved["pins"]:
        yield pin["identity"], pin["state"]["version"], pin["location"]


def system_libraries():
    manifest = (ROOT / "Package.swift").read_text()
    for name in sorted(set(re.findall(r'pkgConfig: "([\w.-]+)"', manifest))):
        found = subprocess.run(["pkg-config", "--modversion", name], capture_output=True, text=True, check=True)
        yield name, found.stdout.strip(), "NOASSERTION"


def package(name, version, location):
    return {"SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name), "name": name, "versionInfo": version,
            "downloadLocation": location, "filesAnalyzed": False, "licenseConcluded": "NOASSERTION",
            "licenseDeclared": "NOASSERTION", "copyrightText": "NOASSERTION"}


def main():
    version, commit, date = sys.argv[1:4]
    own = package("chatsunset", version, "NOASSERTION")
    others = [package(*row) for row in [*sorted(swift_packages()), *system_libraries()]]
    document = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"chatsunset-{version}", "documentNamespace": f"https://chatsunset.example.com/spdx/{version}/{commit}",
        "creationInfo": {"created": re.sub(r"[+-]\d\d:\d\d$", "Z", date), "creators": ["Tool: chatsunset-sbom"]},
        "packages": [own, *others],
        "relationships": [
            {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": own["SPDXID"]},
            *({"spdxElementId": own["SPDXID"], "relationshipType": "DEPENDS_ON", "relatedSpdxElement": other["SPDXID"]}
              for other in others)],
    }
    json.dump(document, sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
