# SPDX-License-Identifier: Apache-2.0
"""The codes under which things stand on papers and in packages, each kind under letters of its own: here alone.

1. Nothing is P-1: these are forms of prosecutors (P-16 to P-22). Papers are D1 to D13.
2. Exhibits stand under the unit's own labels and officers under their own codes. A number that would make such a label
   or code is left out, so that no code on a paper has two meanings.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import count
from typing import NamedTuple


class Coded(NamedTuple):
    """The letters of a kind of thing, and what is said of it in a legend."""

    letters: str
    english: str
    indonesian: str


CODES: Mapping[str, Coded] = {
    "child-victim": Coded(
        "AK", "a child victim, or a child of whom no role is said", "anak korban, atau anak yang perannya belum disebut"
    ),
    "child-witness": Coded("AS", "a child witness", "anak saksi"),
    "child-in-conflict": Coded("A", "a child in conflict with the law", "anak yang berkonflik dengan hukum"),
    "person": Coded(
        "O",
        "a person: one account, or several that officers joined by a decision on a link or by a statement",
        "orang: satu akun, atau beberapa yang digabungkan petugas dengan keputusan atas kaitan atau pernyataan",
    ),
    "account": Coded("K", "an account on a service", "akun pada suatu layanan"),
    "deal": Coded("R", "a deal", "rangkaian transaksi"),
    "source": Coded("SB", "a conversation from which contents came", "percakapan asal isi file"),
    "near": Coded("KM", "a group of near-duplicate contents", "kelompok isi yang mirip"),
    "offer": Coded("TW", "an offer to everybody", "penawaran kepada umum"),
    "material": Coded("MT", "contents that are counted together for a victim", "isi yang dihitung bersama bagi korban"),
    "series": Coded("SR", "a series of contents, under a neutral code", "seri isi, dengan kode netral"),
}
"""Every kind of thing that has a code, by its name in the program."""

ANY = re.compile(
    rf"\b(?:{'|'.join(sorted((one.letters for one in CODES.values()), key=len, reverse=True))})-[1-9]\d*\b"
)
"""Finds what is written as a code in a text."""


def code(kind: str, number: int) -> str:
    """The code of the thing of a number, such as ``R-1``."""
    return f"{CODES[kind].letters}-{number}"


def free(kind: str, taken: Collection[str] = ()) -> Iterator[str]:
    """The codes of a kind in their order, without those that are a label or somebody's own code already."""
    return (one for number in count(1) if (one := code(kind, number)) not in taken)


def kind_of(written: str) -> str | None:
    """Which kind of thing stands under a code; null where it is none."""
    letters = written.partition("-")[0]
    return next((kind for kind, one in CODES.items() if one.letters == letters), None)
