# SPDX-License-Identifier: Apache-2.0
"""Finds what should not stand in a known set: hashes that a benign set holds as well, and that of an empty file."""

import hashlib

import numpy as np

from suluh.hashing.sets.columns import ALGORITHMS, KEY, Columns, words
from suluh.hashing.sets.lookup import spans


def shared(known: Columns, benign: Columns) -> list[int]:
    """Numbers of the entries of a known set whose digest a benign set holds."""
    rows: set[int] = set()
    for name in ALGORITHMS:
        if name in known.keys and name in benign.keys:
            starts, ends = spans(benign.keys[name].words, known.keys[name].words)
            rows.update(known.keys[name].rows[np.flatnonzero(ends > starts)].tolist())
    return sorted({int(known.numbers[row]) for row in rows})


def empty_files(known: Columns) -> list[int]:
    """Numbers of the entries that are the digest of an empty file."""
    rows: set[int] = set()
    for name, keys in known.keys.items():
        digest = hashlib.new(name, b"", usedforsecurity=False).digest()[:KEY]
        starts, ends = spans(keys.words, words(digest, KEY))
        rows.update(keys.rows[starts[0] : ends[0]].tolist())
    return sorted({int(known.numbers[row]) for row in rows})
