#!/usr/bin/env python3
"""Writes Sources/CPrefilterKernel/gram_sample.c: 4-byte grams as they stand in text.

    python3 Tests/Benchmarks/gram-sample.py FOLDER... > Sources/CPrefilterKernel/gram_sample.c

Every kind of text (by file name extension) counts the same, and so does every file of a kind up to 256 KB. By the
sample the prefilter chooses its grams: a poor one costs speed, never a hit. The one that is kept was taken from the
sources of the Linux kernel and of Firefox, the libraries and pages of a Debian system, and exports of two orgs.
"""

import os
import random
import sys

KINDS = [
    {"js", "ts", "mjs", "cjs"}, {"cls", "trigger"}, {"html", "htm", "css", "page", "component", "cmp"},
    {"xml", "object", "profile", "layout"}, {"java", "kt", "cs", "php", "go", "swift", "rs"}, {"py", "rb", "sh"},
    {"c", "h", "cpp", "hpp"}, {"json", "yaml", "yml", "md", "rst", "txt"},
]
BYTES_PER_FILE = 256 << 10
# prefilter_sample_places of CPrefilterKernel.h.
PLACES = 65536
PLACES_PER_FILE = 8


def paths(folders, extensions):
    """The files of one kind, in an order that is random but the same each time."""
    found = [
        os.path.join(parent, name)
        for folder in folders for parent, _, names in os.walk(folder) for name in sorted(names)
        if name.rsplit(".", 1)[-1].lower() in extensions
    ]
    found = sorted(path for path in found if os.path.isfile(path) and not os.path.islink(path))
    random.Random(1).shuffle(found)
    return found


def grams(folders, extensions, count):
    """So many grams of the texts of a kind, with letters folded to one case."""
    found = []
    numbers = random.Random(2)
    files = paths(folders, extensions)
    while len(found) < count:
        for path in files:
            with open(path, "rb") as file:
                text = file.read(BYTES_PER_FILE)
            if len(text) < 64 or b"\0" in text:
                continue
            starts = [numbers.randrange(len(text) - 3) for _ in range(min(PLACES_PER_FILE, len(text) // 64))]
            # A gram that masks are made of holds no byte above 127.
            found += [gram for gram in (text[start:start + 4] for start in starts) if max(gram) < 128]
            if len(found) >= count:
                break
    return [bytes(byte | 0x20 for byte in gram) for gram in found[:count]]


def main():
    sample = b"".join(gram for kind in KINDS for gram in grams(sys.argv[1:], kind, PLACES // len(KINDS)))
    # Octal, because a hexadecimal escape would go on with the digits behind it.
    shown = {"\\": "\\\\", '"': "\\042", "?": "\\077", "\x7f": "\\177"}
    print("// Written by Tests/Benchmarks/gram-sample.py; see there for what it was taken from.\n")
    print('#include "CPrefilterKernel.h"\n')
    print("// Grams from random places in text, one behind the other, with the bit for lower case set.")
    print("const char prefilter_sample[4 * prefilter_sample_places + 1] =")
    text = sample.decode("ascii")
    rows = [f'  "{"".join(shown.get(each, each) for each in text[row:row + 100])}"' for row in range(0, len(text), 100)]
    print("\n".join(rows) + ";")


main()
