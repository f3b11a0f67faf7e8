# SPDX-License-Identifier: Apache-2.0
"""Quantisation tables of JPEG: their digest, and the quality of the reference encoder that they are."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache

_LUMA = (
    *(16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55),
    *(14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62),
    *(18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92),
    *(49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99),
)
_CHROMA = (
    *(17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99),
    *(24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99),
    *((99,) * 32),
)
"""The example tables of ITU-T T.81, annex K, row by row."""

Tables = Mapping[int, Sequence[int]]


def digest_of(tables: Tables) -> str:
    """SHA-256 over number and values of each table."""
    seen = hashlib.sha256()
    for number in sorted(tables):
        seen.update(bytes([number]) + b"".join(value.to_bytes(2, "big") for value in tables[number]))
    return seen.hexdigest()


def quality_of(tables: Tables) -> int | None:
    """From 1 to 100 where every table is the reference encoder's of that quality; null for any other table."""
    own = tuple(tuple(tables[number]) for number in sorted(tables))
    return next((quality for quality in range(100, 0, -1) if own in _reference(quality)), None)


@cache
def _reference(quality: int) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """The tables of a grey and of a coloured picture."""
    share = 5000 // quality if quality < 50 else 200 - 2 * quality  # noqa: PLR2004 # as libjpeg does
    luma, chroma = (tuple(min(255, max(1, (value * share + 50) // 100)) for value in one) for one in (_LUMA, _CHROMA))
    return (luma,), (luma, chroma)
