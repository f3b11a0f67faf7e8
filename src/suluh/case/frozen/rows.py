# SPDX-License-Identifier: Apache-2.0
"""The rows that each form of paper says something of: D1 of a dossier, D2 of an examination, D3 to D5 of one person."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property

from suluh.case.corrections.standing_papers import acquisitions, exhibits, hash_sets
from suluh.case.dossiers.brief import Brief
from suluh.case.frozen.kept import standing_papers
from suluh.case.frozen.person import OfPerson
from suluh.case.frozen.rested import digest_of, rested
from suluh.case.papers.parties import Parties
from suluh.case.views.counts import Counts
from suluh.model.body import kind_of
from suluh.model.dossier.charges import Alternative, Rested
from suluh.model.dossier.exhibits import Extraction, Handling, Seizure
from suluh.model.dossier.papers import Answer, Paper, Request, RequestItem
from suluh.model.intake import Authority, Flaw
from suluh.model.people import Decision


class RowsOf:
    """The rows of the papers of one dossier."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief

    def of(self, form: str, persons: tuple[str, ...]) -> Iterator[Rested]:
        """The rows of one paper; of a form without a rule of its own those of the whole dossier."""
        if form in {"D3", "D4", "D5"}:
            for code in persons:
                yield from OfPerson(self._brief, self._parties, form, code).rows()
        else:
            yield from _FORMS.get(form, RowsOf.whole)(self)

    @cached_property
    def _parties(self) -> Parties:
        return Parties(self._brief.case)

    def contents(self) -> Iterator[Rested]:
        """Of D1: what was typed of the dossier and ties name, and each annex that its list names."""
        brief = self._brief
        tied = {one.said.code for one in brief.facts if one.said is not None}
        kept = (*brief.own_papers, *brief.of_exhibits(Seizure), *brief.exhibits, *self._authorities())
        typed = (brief.dossier, *brief.defendants, *brief.charges, *brief.ties)
        own = {one.identity for one in brief.defendants}
        said = (one for one in brief.entered if one.code in tied)
        yield from map(rested, (*typed, *kept, *said, *(one for one in brief.identities if one.code in own)))
        yield from map(rested, (brief.law[one.law] for one in brief.charges if one.law in brief.law))
        yield from self._facts()
        for annex in standing_papers(brief.case, brief.dossier.code):
            if annex.form != "D1":
                yield Rested(kind=kind_of(type(annex)), name=annex.code, digest=annex.digest)

    def examination(self) -> Iterator[Rested]:
        """Of D2: exhibits, how they came and were read, and what persons decided and answered in the case."""
        brief, case = self._brief, self._brief.case
        all_ = exhibits(case.rows)
        labels = brief.labels or tuple(one.label for one in all_)
        for kind in (Paper, Request, RequestItem, Answer, Alternative):
            yield from map(rested, brief.typed(kind))
        done: tuple[Seizure | Handling | Extraction, ...]
        done = (*brief.typed(Seizure), *brief.typed(Handling), *brief.typed(Extraction))
        yield from (rested(one) for one in done if one.exhibit in labels)
        yield from map(rested, brief.authorities.values())
        yield from (rested(one) for one in all_ if one.label in labels)
        yield from (rested(one) for one in acquisitions(case.rows) if one.exhibit in labels)
        yield from map(rested, (*hash_sets(case.rows), *case.nouns(Decision)))
        yield from self._counts(labels)
        for (step, label), size in sorted(case.rows.tally(Flaw, "step", "place.exhibit").items()):
            if label in labels:
                yield Rested(kind="flaws", name=f"{label} {step}", digest=digest_of(size))

    def whole(self) -> Iterator[Rested]:
        """Of any other paper: all that belongs to the dossier."""
        brief = self._brief
        yield from map(rested, (*brief.entered, *brief.own_papers, *brief.exhibits, *self._authorities()))
        yield from map(rested, (brief.law[one.law] for one in brief.charges if one.law in brief.law))
        yield from (rested(one) for one in acquisitions(brief.case.rows) if one.exhibit in brief.labels)
        yield from self._facts()
        yield from self._counts(brief.labels)

    def _facts(self) -> Iterator[Rested]:
        for fact in self._brief.facts:
            found = (*fact.messages, *fact.payments, *filter(None, (fact.deal, fact.said, fact.paper)))
            yield from map(rested, found)

    def _authorities(self) -> Iterator[Authority]:
        numbers = {one.authority for one in self._brief.exhibits}
        known = self._brief.authorities
        yield from (one for number, one in known.items() if number in numbers or one.approves in numbers)

    def _counts(self, labels: Collection[object]) -> Iterator[Rested]:
        """What became of the files of each exhibit, as one row: there may be a million of them."""
        for row in Counts().rows(self._brief.case):
            if row["exhibit"] in labels:
                yield Rested(kind="counts", name=str(row["exhibit"]), digest=digest_of(row))


_FORMS: Mapping[str, Callable[[RowsOf], Iterator[Rested]]] = {"D1": RowsOf.contents, "D2": RowsOf.examination}
