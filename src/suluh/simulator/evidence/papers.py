# SPDX-License-Identifier: Apache-2.0
"""What lies beside the exhibits: the list for `suluh add`, the court's paper, and the hash sets."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable
from pathlib import Path

from suluh.model.errors import Misuse
from suluh.simulator.gather import COURT, LETTER
from suluh.simulator.truth import Truth
from suluh.simulator.world.stage import Stage

KNOWN_SHARE = 0.97
AUTHORITIES = [
    {"kind": "court", "number": COURT, "issuer": "Pengadilan Negeri Made-Up", "date": "2026-01-22"},
    {"kind": "reply", "number": LETTER, "issuer": "Made-up banks and dealers", "date": "2026-01-24"},
]
UNIT = "Unit Made-Up"
README_NAME, MARK = "README.txt", b"Made-up case, seed "
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


def check_made_up(folder: Path) -> None:
    """Raise `Misuse` if a folder holds anything and is no made-up case: writing one replaces its exhibits."""
    readme = folder / README_NAME
    is_made_up = readme.is_file() and readme.read_bytes().startswith(MARK)
    if not is_made_up and folder.is_dir() and any(folder.iterdir()):
        raise Misuse(f"{folder} holds files and no made-up case: writing one could replace them; name a new folder")


def check_kind(folder: Path, other: str) -> None:
    """Raise `Misuse` if a made-up case has a file that only the other kind has: one would tell of the other."""
    if (folder / other).exists():
        raise Misuse(f"{folder} holds {other} of another made-up case: name a new folder")


def write_readme(stage: Stage, folder: Path) -> None:
    """Write README.txt, by which the folder is known for a made-up case: before anything else."""
    words = {"seed": stage.seed, "number": number_of(stage.seed), "unit": UNIT, "court": COURT, "letter": LETTER}
    put(folder / README_NAME, README.format(**words))


def number_of(seed: int, lesson: int = 0) -> str:
    """The number of a made-up case, and of one for training."""
    series = f"LATIHAN-{lesson}" if lesson else "A"
    return f"LP/{series}/{seed}/2026/MADE-UP"


def write_papers(stage: Stage, truth: Truth, folder: Path) -> None:
    """Write exhibits.csv, case.json, known.csv and benign.csv."""
    case = {"number": number_of(stage.seed), "unit": UNIT, "authorities": AUTHORITIES}
    put(folder / "case.json", json.dumps(case, indent=1) + "\n")
    rows = [
        (one.path, one.label, one.authority, "1", one.holder, " ".join(one.accounts), one.timezone)
        for one in truth.exhibits
    ]
    head = ("path", "label", "authority", "acquisition", "holder", "account", "timezone")
    put(folder / "exhibits.csv", table(head, rows))
    put(folder / "known.csv", table(COLUMNS, _known(stage)))
    put(folder / "benign.csv", table(COLUMNS, _benign(stage)))


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


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A CSV list."""
    out = io.StringIO()
    written = csv.writer(out, lineterminator="\n")
    written.writerow(head)
    written.writerows(rows)
    return out.getvalue()


def put(path: Path, text: str) -> None:
    """Write a text with the same bytes on every system."""
    path.write_bytes(text.encode())
