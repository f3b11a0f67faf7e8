# SPDX-License-Identifier: Apache-2.0
"""What lies beside the exhibits: the list for `suluh add`, the court's paper, and the hash sets."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable
from pathlib import Path

from suluh.simulator.gather import COURT, LETTER
from suluh.simulator.stage import Stage
from suluh.simulator.truth import Truth

KNOWN_SHARE = 0.97
AUTHORITIES = [
    {"kind": "court", "number": COURT, "issuer": "Pengadilan Negeri Made-Up", "date": "2026-01-22"},
    {"kind": "reply", "number": LETTER, "issuer": "Made-up banks and dealers", "date": "2026-01-24"},
]
COLUMNS = ("md5", "sha1", "sha256", "pdq", "category", "name")
README = """Made-up case, seed {seed}. Nobody in it exists and nothing in it happened.

suluh new CASE --number {number} --unit "{unit}"
suluh authority CASE --kind court --number {court} --issuer "Pengadilan Negeri Made-Up" --date 2026-01-22
suluh authority CASE --kind reply --number {letter} --issuer "Made-up banks and dealers" --date 2026-01-24
suluh add CASE --list exhibits.csv
suluh sets add CASE known.csv --as known --name "made-up known material" --version 1
suluh sets add CASE benign.csv --as benign --name "made-up system files" --version 1
suluh run CASE

truth.json says what is true; it is no exhibit and must not be added.
"""


def write_papers(stage: Stage, truth: Truth, folder: Path) -> None:
    """Write exhibits.csv, case.json, README.txt, known.csv and benign.csv."""
    case = {"number": f"LP/A/{stage.seed}/2026/MADE-UP", "unit": "Unit Made-Up", "authorities": AUTHORITIES}
    _put(folder / "case.json", json.dumps(case, indent=1) + "\n")
    words = {"seed": stage.seed, "number": case["number"], "unit": case["unit"], "court": COURT, "letter": LETTER}
    _put(folder / "README.txt", README.format(**words))
    rows = [
        (one.path, one.label, one.authority, "1", one.holder, " ".join(one.accounts), one.timezone)
        for one in truth.exhibits
    ]
    head = ("path", "label", "authority", "acquisition", "holder", "account", "timezone")
    _put(folder / "exhibits.csv", _table(head, rows))
    _put(folder / "known.csv", _table(COLUMNS, _known(stage)))
    _put(folder / "benign.csv", _table(COLUMNS, _benign(stage)))


def _known(stage: Stage) -> list[tuple[str, ...]]:
    """Most first sights of what is traded; never a near duplicate, which only its likeness gives away."""
    dice = stage.dice.stream("known")
    shown = {one.picture.sha256 for one in stage.said if one.picture}
    traded = shown | {picture.sha256 for stock in stage.stock.values() for picture in stock}
    known = []
    for picture in stage.gallery.pictures:
        first = picture.key == picture.series and picture.sha256 in traded
        if dice.chance(KNOWN_SHARE) and first:
            known.append(_digests(picture.data, str(dice.whole(1, 3)), f"{picture.key}.{picture.suffix}"))
    return known


def _benign(stage: Stage) -> list[tuple[str, ...]]:
    files = [*stage.system.values(), *(picture.data for picture in stage.wallpapers)]
    return [_digests(data, "", "") for data in files]


def _digests(data: bytes, category: str, name: str) -> tuple[str, ...]:
    md5 = hashlib.md5(data, usedforsecurity=False).hexdigest()
    sha1 = hashlib.sha1(data, usedforsecurity=False).hexdigest()
    return md5, sha1, hashlib.sha256(data).hexdigest(), "", category, name


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    out = io.StringIO()
    written = csv.writer(out, lineterminator="\n")
    written.writerow(head)
    written.writerows(rows)
    return out.getvalue()


def _put(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
