# SPDX-License-Identifier: Apache-2.0
"""Votes on categories as they stand: the latest of each person or source, counted."""

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
    """The officer, or the source that names none."""

    source: str
    date: str | None
    order: tuple[str, str, int]
    """What makes one of two votes of one voter the later."""


class Ballot(NamedTuple):
    """The votes for one category of one content."""

    sha256: str
    scheme: str
    version: str | None
    code: str
    votes: tuple[Cast, ...]
    of: int
    """How many voted on this content under this scheme and version."""


def ballots(case: Case) -> Iterator[Ballot]:
    """Every category that stands, by content, scheme, version and code."""
    cast = sorted((*_decided(case.nouns(Decision)), *_read_in(case.nouns(Vote))), key=_under)
    for (sha256, scheme, version), votes in groupby(cast, key=_under):
        latest = _latest(votes)
        for code in sorted({one.code for one in latest}):
            given = tuple(one for one in latest if one.code == code)
            yield Ballot(sha256, scheme, version or None, code, given, len(latest))


def _under(one: Cast) -> tuple[str, str, str]:
    return one.sha256, one.scheme, one.version or ""


def _latest(votes: Iterable[Cast]) -> list[Cast]:
    """The latest vote of each voter."""
    last: dict[str, Cast] = {}
    for one in sorted(votes, key=lambda one: one.order):
        last[one.voter] = one
    return [last[voter] for voter in sorted(last)]


def _decided(decisions: Iterable[Decision]) -> Iterator[Cast]:
    for one in decisions:
        if one.act == "category" and one.right:
            scheme, _, code = one.right.partition(":")
            yield Cast(one.left, scheme, None, code, one.by, DECIDED, one.at[:10], (one.at[:10], one.at, one.order))


def _read_in(votes: Iterable[Vote]) -> Iterator[Cast]:
    for one in votes:
        read_in = one.at[:10]
        order = (min(one.date or read_in, read_in), one.at, one.line)  # nobody grades after what they wrote was read in
        yield Cast(
            one.sha256, one.scheme, one.version, one.code, one.officer or one.source, one.source, one.date, order
        )
