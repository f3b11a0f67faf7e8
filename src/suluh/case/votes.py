# SPDX-License-Identifier: Apache-2.0
"""Votes on categories as they stand, counted.

1. A vote belongs to the officer who signed it and to the voter whom it names: a file that one officer reads in can name
   anybody, and closes nothing that another officer signed.
2. Of the votes of one officer and one voter on one content under one scheme and version, the latest counts.
3. A vote with a date is later than any without one. Nobody grades after what they wrote was read in, whatever date a
   file gives; on one day, and among votes without a date, the order of the ledger decides.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from suluh.case.case import Case
from suluh.model.matching import Vote
from suluh.model.people import Decision

DECIDED = "suluh decide"
"""Where votes come from that officers gave one by one."""


class Cast(NamedTuple):
    """One vote."""

    sha256: str
    scheme: str
    version: str | None
    code: str
    voter: str
    """The officer whom it names, or the source that names none."""

    signer: str
    """The officer who decided so, or read it in."""

    source: str
    date: str | None
    order: tuple[bool, str, int, int]
    """What makes one of two votes the later: whether it is dated, its day, its entry in the ledger, its line."""

    @property
    def hand(self) -> tuple[str, str]:
        """Whose vote it is."""
        return self.signer, self.voter


class Ballot(NamedTuple):
    """The votes for one category of one content."""

    sha256: str
    scheme: str
    version: str | None
    code: str
    votes: tuple[Cast, ...]
    of: int
    """How many votes this content has under this scheme and version."""

    def hands(self) -> int:
        """How many stand behind it whom one officer alone cannot make up: so many signed, and so many are named."""
        named = {one.signer if one.voter == one.source else one.voter for one in self.votes}
        return min(len({one.signer for one in self.votes}), len(named))


def ballots(case: Case) -> Iterator[Ballot]:
    """Every category that stands, by content, scheme, version and code."""
    cast = sorted((*_decided(case), *_read_in(case)), key=_under)
    for (sha256, scheme, version), votes in groupby(cast, key=_under):
        latest = _latest(votes)
        for code in sorted({one.code for one in latest}):
            given = tuple(one for one in latest if one.code == code)
            yield Ballot(sha256, scheme, version or None, code, given, len(latest))


def _under(one: Cast) -> tuple[str, str, str]:
    return one.sha256, one.scheme, one.version or ""


def _latest(votes: Iterable[Cast]) -> list[Cast]:
    """The latest vote of each hand."""
    last = {one.hand: one for one in sorted(votes, key=lambda one: one.order)}
    return [last[hand] for hand in sorted(last)]


def _decided(case: Case) -> Iterator[Cast]:
    for number, one in case.rows.numbered(Decision):
        if one.act == "category" and one.right:
            scheme, _, code = one.right.partition(":")
            day = one.at[:10]
            yield Cast(one.left, scheme, None, code, one.by, one.by, DECIDED, day, (True, day, number, one.order))


def _read_in(case: Case) -> Iterator[Cast]:
    for number, one in case.rows.numbered(Vote):
        day = min(one.date, one.at[:10]) if one.date else ""
        voter, order = one.officer or one.source, (one.date is not None, day, number, one.line)
        yield Cast(one.sha256, one.scheme, one.version, one.code, voter, one.by, one.source, one.date, order)
