# SPDX-License-Identifier: Apache-2.0
"""What a paper rests on, row by row with the digest of each, and which of these changed since it was frozen."""

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from suluh.case.corrections.standing_papers import acquisitions
from suluh.case.dossiers.brief import Brief
from suluh.case.views.counts import Counts
from suluh.model.body import Noun, body, kind_of
from suluh.model.dossier.charges import Rested, Written
from suluh.model.dossier.entered import Entered
from suluh.model.intake import Acquisition, Authority, Exhibit


def rests_on(brief: Brief) -> tuple[Rested, ...]:
    """Every row that the papers of a dossier rest on, by kind and name."""
    own = {one.id: one for one in _rows(brief)}
    rows = [*(_rested(one) for one in own.values()), *_counted(brief)]
    return tuple(sorted(rows, key=lambda one: (one.kind, one.name)))


def _counted(brief: Brief) -> Iterator[Rested]:
    """What became of the files of each exhibit, as one row: there may be a million of them."""
    for row in Counts().rows(brief.case):
        if row["exhibit"] in brief.labels:
            told = msgspec.json.encode(row, order="sorted")
            yield Rested(kind="counts", name=str(row["exhibit"]), digest=hashlib.sha256(told).hexdigest())


def digest_of_rows(rows: Iterable[Rested]) -> str:
    """The digest of such a list."""
    told = b"\n".join(body(one) for one in rows)
    return hashlib.sha256(told).hexdigest()


def changed(brief: Brief, written: Written) -> tuple[str, ...]:
    """The rows that a frozen paper rests on and that changed, came or went since, as lists show them."""
    now = {(one.kind, one.name): one.digest for one in rests_on(brief)}
    then = {(one.kind, one.name): one.digest for one in written.rows}
    wrong = sorted(key for key in now.keys() | then.keys() if now.get(key) != then.get(key))
    return tuple(brief.shown(f"{kind} {name}") for kind, name in wrong)


def _rows(brief: Brief) -> Iterator[Noun]:
    yield from (*brief.entered, *brief.own_papers, *brief.exhibits, *_papers_of_exhibits(brief))
    yield from (brief.law[one.law] for one in brief.charges if one.law in brief.law)
    yield from (one for one in acquisitions(brief.case.rows) if one.exhibit in brief.labels)
    for fact in brief.facts:
        yield from (*fact.messages, *fact.payments, *filter(None, (fact.deal, fact.said, fact.paper)))


def _papers_of_exhibits(brief: Brief) -> Iterator[Authority]:
    numbers = {one.authority for one in brief.exhibits}
    yield from (one for number, one in brief.authorities.items() if number in numbers or one.approves in numbers)


def _rested(one: Noun) -> Rested:
    """A row by the name that people know it by."""
    name = one.id
    if isinstance(one, Entered):
        name = one.code
    elif isinstance(one, Exhibit):
        name = one.label
    elif isinstance(one, Acquisition):
        name = f"{one.exhibit}/{one.name}"
    elif isinstance(one, Authority):
        name = one.number
    return Rested(kind=kind_of(type(one)), name=name, digest=hashlib.sha256(body(one)).hexdigest())
