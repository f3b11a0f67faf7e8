# SPDX-License-Identifier: Apache-2.0
"""The matrix of elements and the lists of a dossier: what was charged and tied, and nothing of another dossier."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.facts import Fact
from suluh.case.papers.parties import Parties
from suluh.model.dossier.charges import Defendant, Dossier, elements_of
from suluh.model.dossier.exhibits import Seizure, Told
from suluh.model.intake import Content, Standing
from suluh.model.place import Place
from suluh.referral.papers.kinds import numbered


class Element(NamedTuple):
    """One element of a charge with the facts for and against it."""

    charge: str
    number: int
    words: str
    facts_for: tuple[Fact, ...]
    facts_against: tuple[Fact, ...]

    @property
    def means(self) -> tuple[str, ...]:
        """Means of proof, as the investigator names them."""
        return tuple(dict.fromkeys(one.tie.means for one in self.facts_for if one.tie.means))

    @property
    def witnesses(self) -> tuple[str, ...]:
        """Who speaks to it, by code."""
        return tuple(dict.fromkeys(one.tie.witness for one in self.facts_for if one.tie.witness))

    @property
    def open(self) -> int:
        """What is open of it: that it has no fact, and facts against that nobody answered."""
        return (not self.facts_for) + sum(not one.tie.answer for one in self.facts_against)


def matrix(brief: Brief) -> Iterator[Element]:
    """Every element of every charge, in order."""
    for charge in brief.charges:
        words = elements_of(charge, brief.law.get(charge.law))
        for number, text in enumerate(words, 1):
            own = [one for one in brief.facts if (one.tie.charge, int(one.tie.element)) == (charge.code, number)]
            sides = (tuple(one for one in own if one.tie.side == side) for side in ("for", "against"))
            yield Element(charge.code, number, text, *sides)


def places(brief: Brief, fact: Fact) -> tuple[str, ...]:
    """Where a fact stands: exhibit, number of the file in the order of intake, and lines; a path may name somebody."""
    found = [*(one.place for one in fact.messages), *(one.place for one in fact.payments)]
    files = {one.file for one in found}
    numbers = {one.file: one.position + 1 for one in brief.case.rows.by_column(Standing, "file", files)}
    told = list(_lines(found, numbers))
    if fact.contents:
        told += [f"{label} SHA-256 {sha256[:16]}" for sha256 in fact.contents for label in sorted(fact.labels)]
    if fact.paper is not None:
        told.append(numbered(fact.paper.kind, fact.paper.number).indonesian)
    if isinstance(fact.said, Told):
        paper = brief.papers.get(fact.said.paper)
        name = numbered(paper.kind, paper.number).indonesian if paper else fact.said.paper
        told.append(f"{name}, {fact.said.question}")
    return tuple(dict.fromkeys(told))


class Cited(NamedTuple):
    """A file that the matrix names."""

    exhibit: str
    number: int
    """In the order of intake, from 1."""

    sha256: str | None


def cited(brief: Brief) -> tuple[Cited, ...]:
    """Every file whose number, or whose content, stands in the matrix, in the order of intake."""
    facts = brief.facts
    files = {one.place.file for fact in facts for one in fact.messages}
    files |= {one.place.file for fact in facts for one in fact.payments}
    wanted = {sha256 for fact in facts for sha256 in fact.contents}
    files |= {one.file for one in brief.case.rows.by_column(Content, "sha256", wanted)}
    held = {one.file: one.sha256 for one in brief.case.rows.by_column(Content, "file", files)}
    found = sorted(brief.case.rows.by_column(Standing, "file", files), key=lambda one: one.position)
    return tuple(Cited(one.exhibit, one.position + 1, held.get(one.file)) for one in found)


def _lines(found: Iterable[Place], numbers: Mapping[str, int]) -> Iterator[str]:
    """The lines of each file, those that follow on one another as from-to."""
    files: dict[tuple[str, int], set[str]] = {}
    for one in found:
        line = str(one.line) if one.line is not None else one.row or one.pointer or "-"
        files.setdefault((one.exhibit, numbers.get(one.file, 0)), set()).add(line)
    for (exhibit, number), lines in sorted(files.items()):
        yield f"{exhibit} file {number or '-'}: {', '.join(runs(lines))}"


def runs(lines: Collection[str]) -> Iterator[str]:
    """Lines in their order, such as ``2-9``; those that are no numbers stand behind, one by one.

    >>> list(runs({"4", "2", "3", "9", "/a/1"}))
    ['2-4', '9', '/a/1']
    """
    known = sorted({int(one) for one in lines if one.isdecimal()})
    first = 0
    for place, line in enumerate(known):
        if place + 1 == len(known) or known[place + 1] != line + 1:
            yield str(line) if line == known[first] else f"{known[first]}-{line}"
            first = place + 1
    yield from sorted(one for one in lines if not one.isdecimal())


def code_of(brief: Brief, one: Defendant, parties: Parties) -> str:
    """The code under which a defendant stands on paper: that of D3 to D5, or one that nobody has."""
    known = next((who.person for who in brief.identities if who.code == one.identity and who.person), None)
    if known is not None:
        return known
    if one.age == "child" or not one.accounts:
        codes = parties.free("child-in-conflict" if one.age == "child" else "person")
        return next(islice(codes, brief.defendants.index(one), None))
    return parties.person(min(one.accounts))


def name_of(dossier: Dossier) -> str:
    """How a dossier is called on paper: by its number once it has one, else by its title."""
    return dossier.number or f"\u201c{dossier.title}\u201d"


def witnesses(brief: Brief) -> tuple[str, ...]:
    """The codes of all witnesses and experts whom ties and records of interview name."""
    told = (one.said.who for one in brief.facts if isinstance(one.said, Told))
    named = (one.tie.witness for one in brief.facts if one.tie.witness)
    return tuple(sorted({*told, *named}))


def seizures(brief: Brief) -> dict[str, Seizure]:
    """How each exhibit came to the unit."""
    return {one.exhibit: one for one in brief.of_exhibits(Seizure)}
