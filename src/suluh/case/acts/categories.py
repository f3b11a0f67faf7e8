# SPDX-License-Identifier: Apache-2.0
"""Reads in the categories that people gave in their own viewer: every row a vote, the whole file one act."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.case.rights import CATEGORISE, need
from suluh.hashing.sets.gradings import Grading, gradings
from suluh.model.errors import Misuse
from suluh.model.ids import make_id
from suluh.model.intake import Content
from suluh.model.matching import SetFlaw, Vote
from suluh.model.times import utc

MOST_TOLD = 1000
"""So many rows are told one by one; all are counted."""


class ReadIn(NamedTuple):
    """What became of the rows of a file: together they are all of them."""

    rows: int
    votes: int
    """Rows that are votes the case did not hold yet."""

    again: int
    """Rows that say what the case holds already, or what an earlier row said."""

    ungraded: int
    """Rows without a category."""

    flaws: int
    """Rows that could not be used; each told with its line and reason."""


class _Origin(NamedTuple):
    """What all votes of one file share."""

    source: str
    scheme: str | None
    sheet: str
    by: str
    at: str


def read_categories(
    case: Case, path: Path, *, scheme: str | None, source: str | None, tell: Callable[[str], None]
) -> ReadIn:
    """Keep every category of a file as a vote. Raises `Misuse`."""
    need(case, CATEGORISE)
    if not path.is_file():
        raise Misuse(f"no file lies at {path}: name the file with the categories")
    with path.open("rb") as file:
        sheet = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        found = list(gradings(file, path.name))
    origin = _Origin(source or path.stem, scheme, sheet, case.acting.key.code, utc(case.acting.now()))
    votes: dict[str, Vote] = {}
    sums: Counter[str] = Counter(rows=len(found))
    for one in _votes(found, _contents(case, found), origin):
        if isinstance(one, SetFlaw):
            sums["flaws"] += 1
            if sums["flaws"] <= MOST_TOLD:
                tell(f"row {one.line} of {path.name} was left out: {one.reason}")
        elif one is None:
            sums["ungraded"] += 1
        else:
            votes.setdefault(one.id, one)
    graded = sums["rows"] - sums["flaws"] - sums["ungraded"]
    new = _keep(case, votes.values(), origin, sums)
    return ReadIn(sums["rows"], new, graded - new, sums["ungraded"], sums["flaws"])


def _keep(case: Case, votes: Iterable[Vote], origin: _Origin, sums: Counter[str]) -> int:
    """One act, one transaction, one ledger entry for the whole file; how many of its votes were new.

    The id of a vote is all that a person said: one that the case holds was only read in again, from another file maybe.
    """
    said = {one.id: one for one in votes}
    for known in case.rows.by_column(Vote, "id", list(said)):
        del said[known.id]
    counts = {name: str(sums[name]) for name in ("rows", "flaws", "ungraded")}
    return case.keep(Act("categories", origin.source, {"sheet": origin.sheet, **counts}), said.values()).rows


Known = Mapping[str, set[str]]


def _contents(case: Case, found: Iterable[Grading | SetFlaw]) -> Known:
    """SHA-256 of the contents that have each hash some row names; a weak hash may be of several."""
    known: dict[str, set[str]] = {value: set() for one in found if isinstance(one, Grading) for value in one.hashes}
    for content in case.nouns(Content):
        for value in (content.sha256, content.sha1, content.md5):
            if value in known:
                known[value].add(content.sha256)
    return known


def _votes(found: Iterable[Grading | SetFlaw], known: Known, origin: _Origin) -> Iterator[Vote | SetFlaw | None]:
    """A vote for each row, a flaw for one that cannot be used, null for one without a category."""
    for one in found:
        if isinstance(one, SetFlaw):
            yield one
        elif not one.code:
            yield None
        else:
            yield _vote(one, known, origin)


def _vote(one: Grading, known: Known, origin: _Origin) -> Vote | SetFlaw:
    scheme = one.scheme or origin.scheme
    contents = [known[value] for value in one.hashes]
    named = set.intersection(*contents)
    if not any(contents):
        return SetFlaw(line=one.line, reason="its hashes are of no content of this case")
    if len(named) != 1:
        return SetFlaw(line=one.line, reason="its hashes do not name one and the same content of this case")
    if not scheme:
        return SetFlaw(line=one.line, reason="the row names no scheme: give one with --scheme")
    [sha256] = named
    key = (sha256, scheme, one.version or "", one.code, origin.source, one.officer or "", one.date or "", origin.by)
    return Vote(
        id=make_id("vote", *key),
        sha256=sha256,
        scheme=scheme,
        code=one.code,
        version=one.version,
        source=origin.source,
        officer=one.officer,
        date=one.date,
        sheet=origin.sheet,
        line=one.line,
        by=origin.by,
        at=origin.at,
    )
