#!/usr/bin/env python3
"""Writes Sources/CPrefilterKernel/gram_frequency.c: how common parts of bytes and 4-byte grams are in text.

    python3 Tests/Benchmarks/gram-frequency.py FOLDER... > Sources/CPrefilterKernel/gram_frequency.c

Every kind of text (by file name extension) counts the same, however much of it there is, and no
file counts with more than 256 KB. The table only ranks grams: a poor sample costs speed, never a hit.
"""

import os
import sys

import numpy

KINDS = [
    {"xml", "svg"}, {"html", "htm"}, {"js", "ts"}, {"json"}, {"py", "java", "cs", "php", "cpp"},
    {"md", "rst", "txt"},
]
BYTES_PER_KIND = 16 << 20
BYTES_PER_FILE = 256 << 10
HASH_BITS = 13
LEVELS = 16
# The lowest level is for what comes up less than once in 2^20 bytes.
LOWEST = -20


def sample(folders, extensions):
    """The texts of one kind, in the order of their paths, thinned out evenly to the wanted size."""
    paths = []
    for folder in folders:
        for parent, _, names in os.walk(folder):
            paths += [
                os.path.join(parent, name) for name in names
                if name.rsplit(".", 1)[-1].lower() in extensions
            ]
    paths = [path for path in sorted(paths) if os.path.isfile(path) and not os.path.islink(path)]
    total = sum(min(os.path.getsize(path), BYTES_PER_FILE) for path in paths)
    step = max(1, total // BYTES_PER_KIND)
    for path in paths[::step]:
        with open(path, "rb") as file:
            yield numpy.frombuffer(file.read(BYTES_PER_FILE), dtype=numpy.uint8)


def count(texts):
    """Shares of all bytes below 128, and of all hashed grams with letters folded to one case."""
    singles = numpy.zeros(256)
    grams = numpy.zeros(1 << HASH_BITS)
    for text in texts:
        if len(text) < 4:
            continue
        singles += numpy.bincount(text, minlength=256)
        folded = (text | 0x20).astype(numpy.uint32)
        gram = folded[:-3] | folded[1:-2] << 8 | folded[2:-1] << 16 | folded[3:] << 24
        # The hash of CPrefilterKernel.h.
        grams += numpy.bincount((gram * numpy.uint32(0x9E3779B1)) >> (32 - HASH_BITS), minlength=1 << HASH_BITS)
    return singles[:128] / singles.sum(), grams / grams.sum()


def print_shares(name, shares, values):
    """An array of what falls to each of 16 values."""
    parts = numpy.bincount(values.ravel(), shares.ravel() / shares.sum(), minlength=16)
    print(f"const uint16_t {name}[16] = {{")
    print("  " + ", ".join(str(max(1, round(part * 65536))) for part in parts) + ",")
    print("};\n")


def main():
    counts = [count(sample(sys.argv[1:], kind)) for kind in KINDS]
    singles = sum(single for single, _ in counts) / len(counts)
    grams = sum(gram for _, gram in counts) / len(counts)
    levels = numpy.clip(numpy.ceil(numpy.log2(numpy.maximum(grams, 1e-9))) - LOWEST, 0, LEVELS - 1)
    text = "".join(chr(ord("a") + int(level)) for level in levels)

    print("// Written by Tests/Benchmarks/gram-frequency.py; see there for what it was counted on.\n")
    print('#include "CPrefilterKernel.h"\n')
    folded = numpy.zeros(128)
    numpy.add.at(folded, numpy.arange(128) | 0x20, singles)
    print("// Parts per 65,536 of all bytes, at least 1, that have each low half.")
    print_shares("prefilter_low_shares", folded, numpy.arange(128) & 15)
    print("// The same for what a kernel takes from two neighbours, as if they were independent.")
    # The function of CPrefilterKernel.h.
    pairs = (numpy.arange(128)[:, None] + 2 * numpy.arange(128) & 255) >> 2 & 15
    print_shares("prefilter_pair_shares", numpy.outer(folded, folded), pairs)
    print("// One letter for each hash of a gram: 'a' is once in 2^20 bytes or less, each further letter is twice that.")
    print(f"const char prefilter_gram_levels[{1 << HASH_BITS} + 1] =")
    rows = [f'  "{text[row:row + 100]}"' for row in range(0, len(text), 100)]
    print("\n".join(rows) + ";")


main()
