# SPDX-License-Identifier: Apache-2.0
"""The rows that each form of paper says something of: D1 of a dossier, D2 of an examination, D3 to D5 of one person."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property

from suluh.case.corrections.standing_papers import acquisitions, exhibits, hash_sets
from suluh.case.dossiers.brief import Brief
from suluh.case.frozen.kept import standing_papers
from suluh.case.frozen.person import OfPerson
from suluh.case.frozen.rested import digest_of, rested
from suluh.case.papers.examined.received import Received
from suluh.case.papers.material import Material
from suluh.case.papers.parties import NOBODY, Parties
from suluh.case.papers.persons.people import may_be_own
from suluh.case.papers.reasons.talk.walls import Walls
from suluh.case.papers.veiled import Veiled
from suluh.case.views.counts import Counts
from suluh.model.body import kind_of
from suluh.model.dossier.care import Protected, Series, SupportNote
from suluh.model.dossier.charges import Alternative, Rested
from suluh.model.dossier.exhibits import Extraction, Handling, Seizure
from suluh.model.dossier.papers import Answer, Paper, Reply, Request, RequestItem
from suluh.model.errors import NotAllowed
from suluh.model.intake import Authority, Flaw
from suluh.model.people import Decision

CALLED, WITHHELD, RECEIVED, ENDS = "called", "withheld", "received", "ends"
"""Kinds of rows: who stands under a code, what is withheld, which exhibit lacks entries, when an exhibit ends."""

CARE = frozenset({"D6", "D7"})
"""Papers for those who support a child: they rest on who is protected as well, whatever dossier they lie in."""

NEW = frozenset({CALLED, WITHHELD, RECEIVED, ENDS, "program"})
"""Kinds that papers of earlier rules have no rows of."""


def called(parties: Parties, accounts: Iterable[str]) -> Iterator[Rested]:
    """Who stands under each code among some accounts; somebody under guard under none."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for account in set(accounts) - parties.hidden.accounts:
        found[parties.person(account)].append((account, parties.account(account)))
    yield from (Rested(kind=CALLED, name=code, digest=digest_of(sorted(pairs))) for code, pairs in found.items())


class RowsOf:
    """The rows of the papers of one dossier."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief

    def of(self, form: str, persons: tuple[str, ...]) -> Iterator[Rested]:
        """The rows of one paper; of a form without a rule of its own those of the whole dossier."""
        if form in CARE:
            yield from self._care(form)
        if form in {"D3", "D4", "D5"}:
            seen = set[str]()
            for person in (OfPerson(self._brief, self._parties, form, code) for code in persons):
                yield from person.rows()
                yield from self._withheld(person.code, person.hidden, person.texts)
                yield from self._received(form, person.labels)
                yield from (rested(exhibit) for exhibit, _ in may_be_own(self._material, person.own))
                yield from self._ends(person.ending)
                seen |= person.seen
            yield from called(self._parties, seen)
        else:
            yield from _FORMS.get(form, RowsOf.whole)(self)

    @cached_property
    def _parties(self) -> Parties:
        return self._material.parties

    @cached_property
    def _material(self) -> Material:
        return Material(self._brief.case, self._veiled)

    @cached_property
    def can_tell(self) -> bool:
        """Whether the acting officer knows the names in the vault: otherwise what is withheld cannot be compared."""
        return self._veiled is not None

    @cached_property
    def is_told(self) -> bool:
        """Whether it is known who is under guard: where nobody unlocked a key, it is not."""
        return self._brief.case.access is not None or not self._brief.typed(Protected)

    @cached_property
    def _veiled(self) -> Veiled | None:
        try:
            return Veiled(self._brief.case)
        except NotAllowed:
            return None

    @cached_property
    def _walls(self) -> Walls:
        return Walls(self._material)

    def _received(self, form: str, labels: frozenset[str]) -> Iterator[Rested]:
        """Of which exhibits an annex says that not all was entered of how they came."""
        if form != "D5":
            received = Received(self._material, tuple(labels))
            yield from (Rested(kind=RECEIVED, name=label, digest=digest_of(label)) for label in received.bare())
            for label, names in received.half_empty().items():
                empty = tuple(one.english for one in names)
                yield Rested(kind=RECEIVED, name=label, digest=digest_of((label, empty)))

    def _ends(self, labels: frozenset[str]) -> Iterator[Rested]:
        """The last instant of exhibits, as it is printed beside states of deals."""
        for label in sorted(labels):
            yield Rested(kind=ENDS, name=label, digest=digest_of(self._material.last.get(label)))

    def _withheld(self, paper: str, hidden: tuple[int, ...], texts: Mapping[str, str]) -> Iterator[Rested]:
        """What is withheld on a paper: rows of protected accounts, and texts that may tell of a child."""
        if self.can_tell:
            veiled = sorted(name for name, text in texts.items() if self._walls.is_of_child(text))
            yield Rested(kind=WITHHELD, name=paper, digest=digest_of((hidden, veiled)))

    def contents(self) -> Iterator[Rested]:
        """Of D1: what was typed of the dossier and ties name, and each annex that its list names."""
        brief = self._brief
        tied = {one.said.code for one in brief.facts if one.said is not None}
        kept = (*brief.own_papers, *brief.of_exhibits(Seizure), *brief.exhibits, *brief.authorities.values())
        typed = (brief.dossier, *brief.defendants, *brief.charges, *brief.ties)
        own = {one.identity for one in brief.defendants}
        said = (one for one in brief.entered if one.code in tied)
        came = (one for one in brief.replies if one.exhibit in brief.labels)
        yield from map(rested, (*typed, *kept, *said, *came, *(one for one in brief.identities if one.code in own)))
        yield from map(rested, (brief.law[one.law] for one in brief.charges if one.law in brief.law))
        yield from self._facts()
        yield from called(self._parties, {*brief.accounts, *self._parties.children})
        deals = ((self._parties.told(one.id, one.id), one.id) for one in brief.deals)
        yield from (Rested(kind=CALLED, name=code, digest=digest_of(name)) for code, name in deals)
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
        yield from (rested(one) for one in brief.typed(Reply) if one.exhibit in labels)
        yield from map(rested, brief.authorities.values())
        yield from (rested(one) for one in all_ if one.label in labels)
        yield from (rested(one) for one in acquisitions(case.rows) if one.exhibit in labels)
        decided = list(case.nouns(Decision))
        yield from map(rested, (*hash_sets(case.rows), *decided))
        named = {
            name for one in decided for name in (one.left, one.right) if name and self._parties.person(name) != NOBODY
        }
        yield from called(self._parties, named)
        hidden = self._parties.hidden
        sizes = (sum(map(hidden.is_decision, decided)), len(hidden.accounts), len(hidden.deals))
        reasons = {one.id: one.reason for one in decided if one.reason}
        yield from self._withheld("D2", (*sizes, len(self._parties.children)), reasons)
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

    def _care(self, form: str) -> Iterator[Rested]:
        """Of the papers for those who support a child beside all of the dossier: who is protected, and what is counted.

        A child's accounts stand under their code, of accounts under guard the number alone; deals by how they stand.
        """
        hidden, children = self._parties.hidden, self._parties.children
        yield from called(self._parties, children)
        yield Rested(kind=WITHHELD, name=form, digest=digest_of((len(hidden.accounts), len(hidden.deals))))
        yield from map(rested, self._brief.typed(SupportNote if form == "D7" else Series))
        if form == "D6":
            stand = sorted((one.id, one.judgement or "") for one in self._parties.deals)
            yield Rested(kind="deals", name=form, digest=digest_of(stand))

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
