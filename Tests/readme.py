#!/usr/bin/env python3
"""Compares the audit that the README shows with that of the built command, or writes it anew.

usage: readme.py COMMAND [--renew]
"""
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main():
    # The README's day, so that the days since the retirement stay as they are.
    page = (ROOT / "README.md").read_text()
    shown = re.search(r"```\n(ChatSunset audit: alder-finch .*?)```", page, re.S)
    day = re.search(r"as of (\S+)", shown[1])[1]
    audit = subprocess.run(
        [sys.argv[1], "audit", "Examples/alder-finch", "--as-of", day], cwd=ROOT, capture_output=True, text=True,
        env={"PATH": os.environ["PATH"]}, check=True,
    ).stdout  # fmt: skip
    if "--renew" in sys.argv:
        (ROOT / "README.md").write_text(page.replace(shown[1], audit))
    elif audit != shown[1]:
        sys.exit(f"README.md shows another audit than the command prints; 'python3 Tests/readme.py {sys.argv[1]} --renew' renews it")


if __name__ == "__main__":
    main()
