# SPDX-License-Identifier: Apache-2.0
"""Follows figures of made papers back to the lines of evidence that they name, as a reader of the paper would."""

import hashlib
import os
import re
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import acquisitions
from suluh.case.location import location
from suluh.case.papers.places import named
from suluh.model.intake import File, Standing, place_of
from suluh.referral.papers.values import Both, Cell, Clock, Document, Listed

PLACE = re.compile(r"(?P<exhibit>[^:/]+)(?:/(?P<copy>[^:]+))?: (?P<path>.+?), line (?P<lines>[\d, \u2013]+)")

LETTER = re.compile(r"^[a-z]{1,2}\. (?=[^:]+: )")
"""By which reasons name a file among the places of their deal."""

NUMBERED = re.compile(r"file (\d+) in the order of intake")


class Figure(NamedTuple):
    """One figure of a paper, and where the paper says that it stands."""

    paper: str
    what: str
    text: str
    places: tuple[str, ...]


def figures(papers: Sequence[Document]) -> Iterator[Figure]:
    """Every amount, time and digest of the papers about persons."""
    for paper in papers:
        for table in paper.tables():
            names = [head.english for head in table.heads]
            for row in table.rows:
                yield from _of_row(paper.number, table.name, dict(zip(names, row, strict=True)))


def _of_row(paper: str, table: str, row: dict[str, Cell]) -> Iterator[Figure]:
    if table == "2 baris rekening":
        yield Figure(paper, "amount", str(row["Amount as written"]), tuple(_texts(row["Place"])))
        if isinstance(row["Time"], Clock) and row["Time"].written:
            yield Figure(paper, "time", row["Time"].written, tuple(_texts(row["Place"])))
    elif table == "1b rincian":
        for name in ("Offered", "Sent"):
            if isinstance(row[name], Clock) and row[name].written:
                yield Figure(paper, "time", row[name].written, tuple(_texts(row["Places"])))
    elif table == "1c kutipan" and isinstance(row["Text as written"], str):
        yield Figure(paper, "words", row["Text as written"], tuple(_texts(row["Places"])))
    elif table == "3 isi" and row["Lies on the exhibit"]:
        yield Figure(paper, "content", str(row["SHA-256"]), tuple(_texts(row["Lies on the exhibit"])))


def _texts(cell: Cell) -> Iterator[str]:
    if isinstance(cell, Listed):
        yield from (part for one in cell.parts for part in _texts(one))
    elif isinstance(cell, Both):
        yield LETTER.sub("", cell.english)
    elif isinstance(cell, str):
        yield cell


class Evidence:
    """The exhibits of a case as they lie on the disk."""

    def __init__(self, case: Case) -> None:
        found = ((one, location(case.rows, one)) for one in acquisitions(case.rows))
        self._roots = {(one.exhibit, one.name): Path(os.fsdecode(place or b"")) for one, place in found}

        files = {one.id: place_of(one) for one in case.nouns(File)}
        self._paths = {one.position + 1: named(files[one.file]).english for one in case.nouns(Standing)}
        """The path of each file, by its number in the order of intake: a paper names so what names a child."""

    def holds(self, figure: Figure) -> bool | None:
        """Whether the figure stands where the paper says; null where no place of it is a line of text."""
        if figure.what == "content":
            return all(self._is_file(figure.text, place) for place in figure.places)
        lines = [text for place in figure.places for text in self._lines(place)]
        if any(all(part in one for part in figure.text.split()) for one in lines):
            return True
        return False if lines and all(PLACE.fullmatch(place) for place in figure.places) else None

    def _lines(self, place: str) -> Iterator[str]:
        found = PLACE.fullmatch(place)
        if found is None:
            return
        root, numbered = self._roots[found["exhibit"], found["copy"] or "1"], NUMBERED.fullmatch(found["path"])
        text = _text(str(root), self._paths[int(numbered[1])] if numbered else found["path"])
        for part in found["lines"].split(", "):
            first, _, last = part.partition("\u2013")
            yield "\n".join(text[int(first) - 1 : int(last or first)])

    def _is_file(self, sha256: str, place: str) -> bool:
        """Whether an exhibit holds the content, and the file of that number is the one that is named."""
        label, _, rest = place.partition(": ")
        numbered = re.search(r" \(file (\d+) in the order of intake, ", rest)
        is_named = numbered is not None and rest.startswith((self._paths[int(numbered[1])], f"file {numbered[1]} in "))
        return is_named and sha256 in self._digests(label.partition("/")[0])

    def _digests(self, label: str) -> frozenset[str]:
        return frozenset(
            one for (exhibit, _), root in self._roots.items() if exhibit == label for one in _hashed(str(root))
        )


@cache
def _text(root: str, path: str) -> list[str]:
    """The lines of a file, in an archive or not."""
    outer, _, inner = path.partition("!/")
    file = Path(root, outer)
    if inner:
        with zipfile.ZipFile(file) as archive:
            raw = archive.read(inner)
    else:
        raw = file.read_bytes()
    return raw.decode("utf-8-sig", "replace").splitlines()


@cache
def _hashed(root: str) -> frozenset[str]:
    """The SHA-256 of every file below a folder, members of archives as well."""
    found = set()
    for path in (one for one in Path(root).rglob("*") if one.is_file()):
        found.add(hashlib.sha256(path.read_bytes()).hexdigest())
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                found |= {hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
    return frozenset(found)
