# SPDX-License-Identifier: Apache-2.0
"""Which papers a case gives, and all that each says, before anything is set: D3, D4, D5 by person, D2 of the case."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from msgspec.structs import replace

from suluh import __version__
from suluh.case.acts.decide import accounts_of
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.dossiers.brief import Brief
from suluh.case.gate.seal import Seal
from suluh.case.papers.checkpoint import last_change
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.examined.examination import Examination, number_of
from suluh.case.papers.examined.integrity import Tell
from suluh.case.papers.material import Material
from suluh.case.papers.persons.catalogue import catalogue
from suluh.case.papers.persons.people import People
from suluh.case.papers.persons.person import Persons, Side
from suluh.case.papers.veiled import Veiled
from suluh.model.dossier.charges import Defendant
from suluh.model.errors import Misuse
from suluh.model.times import utc
from suluh.referral.papers.forms import brief, d2, d2_short, d3, d4, d5
from suluh.referral.papers.legend import texts_of, with_legend
from suluh.referral.papers.lines import PersonFacts
from suluh.referral.papers.report import ReportFacts
from suluh.referral.papers.setting import digest_of
from suluh.referral.papers.values import Both, Cell, Document, Section, Seen
from suluh.referral.papers.words import done

MADE = Both("Made by, at (UTC)", "Dibuat oleh, pada (UTC)")
FORMS = ("D2", "D3", "D4", "D5")
OF_PERSONS: Mapping[str, tuple[Side, Both, Callable[[PersonFacts], tuple[Section, ...]]]] = {
    d3.FORM: ("seller", d3.TITLE, d3.sections),
    d4.FORM: ("buyer", d4.TITLE, d4.sections),
    d5.FORM: ("person", d5.TITLE, d5.sections),
}
"""Papers about one person: on which side of deals, and what makes its sections."""


@dataclass(frozen=True)
class Wanted:
    """Which papers are to be made."""

    forms: Sequence[str] = FORMS
    dossier: str | None = None
    """Code of a dossier: its defendants, and for D2 the exhibits that it relies on."""

    persons: Sequence[str] = field(default_factory=tuple)
    """Accounts or ids of persons; none for everybody whom the papers are about."""

    tell: Tell = field(kw_only=True)
    """Says a sentence of the case in Indonesian: whoever asks for papers names it, or they stand in English alone."""

    sources: int | None = None
    """How many files of the exhibits were digested again just now, where they were."""


def documents(case: Case, wanted: Wanted, at: datetime) -> Iterator[Document]:
    """Each paper in the order of its form and of codes, the report last: it lists the others.

    Raises `Misuse`, `UnknownObject`, `NotAllowed`.
    """
    unknown = sorted(set(wanted.forms) - set(FORMS))
    if unknown:
        raise Misuse(f"{unknown[0]!r} is no paper that is made here: it is one of {', '.join(FORMS)}")
    veiled = Veiled(case)
    material = Material(case, veiled)
    people = People(material, Trade(material, Seal(case.secret)))
    persons = Persons(people, catalogue(case))
    made = _Maker(case, at, veiled, last_change(case), material.parties.given)
    chosen = _chosen(case, material, wanted)
    annexes: list[tuple[Cell, ...]] = []
    for form in sorted(set(wanted.forms) & OF_PERSONS.keys()):
        side, title, sections = OF_PERSONS[form]
        for group in _groups(persons, case, side, chosen):
            facts = persons.facts(group, side)
            paper = made.paper(form, title, facts, sections(facts))
            annexes.append((paper.number, title, digest_of(paper)))
            yield paper
    if d2.FORM in wanted.forms:
        relied = None if wanted.dossier is None else Brief.of(case, wanted.dossier)
        examined = Examination(material, relied, wanted.tell, wanted.sources, tuple(annexes)).facts()
        short = made.in_short(examined)
        listed = (*annexes, (short.number, d2_short.TITLE, digest_of(short)))
        report = made.examined(replace(examined, annexes=listed))
        if unmade := referred(report) - {str(one[0]) for one in annexes}:
            told = tuple(sorted(unmade, key=natural))
            report = made.examined(replace(examined, annexes=listed, unmade=told))
        yield from (report, short)


_ANNEX = re.compile(rf"\b(?:{'|'.join(sorted(OF_PERSONS))})-[A-Z]{{1,4}}-[1-9]\d*\b")


def referred(paper: Document) -> set[str]:
    """The annexes of persons that a paper names."""
    return {name for text in texts_of(paper) for name in _ANNEX.findall(text)}


def natural(name: str) -> tuple[str, int]:
    """The order of an annex: by its form and kind of code, then by number.

    >>> sorted(("D3-O-10", "D3-O-9"), key=natural)
    ['D3-O-9', 'D3-O-10']
    """
    kind, _, number = name.rpartition("-")
    return kind, int(number)


def hash_lists(case: Case, wanted: Wanted) -> dict[str, bytes]:
    """The lists of digests that go with D2, by their names; none where D2 is not wanted."""
    if d2.FORM not in wanted.forms:
        return {}
    relied = None if wanted.dossier is None else Brief.of(case, wanted.dossier)
    return Examination(Material(case, Veiled(case)), relied).sums.files()


def _groups(
    persons: Persons, case: Case, side: Side, chosen: tuple[frozenset[str], ...] | None
) -> tuple[frozenset[str], ...]:
    """Whom a form is made for: of those who are chosen, or of all, whoever stands on that side of a confirmed deal.

    Of whoever is under guard there is none.
    """
    parties = persons.material.parties
    if side == "person":
        mine = (parties.group(name) for one in typed(case.rows, Defendant) for name in one.accounts[:1])
        wanted = dict.fromkeys(mine) if chosen is None else chosen
        return tuple(one for one in wanted if one.isdisjoint(parties.hidden.accounts))
    named = persons.named(side)
    return named if chosen is None else tuple(one for one in named if any(one & other for other in chosen))


def _chosen(case: Case, material: Material, wanted: Wanted) -> tuple[frozenset[str], ...] | None:
    """The persons who are named, by the accounts that decisions joined; null where none is."""
    names = [name for one in wanted.persons for name in accounts_of(case, one)[:1]]
    if wanted.dossier is not None:
        Brief.of(case, wanted.dossier)
        mine = [one for one in typed(case.rows, Defendant) if one.dossier == wanted.dossier]
        names += [name for one in mine for name in one.accounts[:1]]
    if not names and not wanted.persons and wanted.dossier is None:
        return None
    return tuple(dict.fromkeys(material.parties.group(name) for name in names))


@dataclass(frozen=True)
class _Maker:
    """Puts head and foot around sections."""

    case: Case
    at: datetime
    veiled: Veiled
    seen: Seen
    given: frozenset[str]
    """Every code of the case."""

    def paper(self, form: str, title: Both, facts: PersonFacts, sections: tuple[Section, ...]) -> Document:
        """A paper about one person."""
        case = self.case.paper.number
        about = Both(f"Case {case}, person {facts.code}", f"Perkara {case}, orang {facts.code}")
        bare = self._bare(form, f"{form}-{facts.code}", title, about)
        head = brief.head_of(facts) if form == d5.FORM else (*brief.head_of(facts), *brief.brief(facts))
        return self._told(replace(bare, head=(*bare.head, *head), sections=sections))

    def examined(self, facts: ReportFacts) -> Document:
        """The report of the examination."""
        bare = self._bare(d2.FORM, number_of(facts.dossier), d2.TITLE, self._case())
        return self._told(replace(bare, sections=d2.sections(facts)))

    def in_short(self, facts: ReportFacts) -> Document:
        """Its short form."""
        number = f"{d2_short.NUMBER}-{facts.dossier}" if facts.dossier else d2_short.NUMBER
        bare = replace(self._bare(d2.FORM, number, d2_short.TITLE, self._case()), is_wide=False)
        return self._told(replace(bare, sections=d2_short.sections(facts)))

    def _told(self, paper: Document) -> Document:
        """Without the names of children, and with what its codes mean."""
        return with_legend(self.veiled.part(paper), self.given)

    def _case(self) -> Both:
        number = self.case.paper.number
        return Both(f"Case {number}", f"Perkara {number}")

    def _bare(self, form: str, number: str, title: Both, about: Both) -> Document:
        """A paper without its sections."""
        by = self.case.acting.key.code
        return Document(
            form=form,
            number=number,
            title=title,
            about=about,
            case=self.case.paper.number,
            unit=self.case.paper.unit,
            by=by,
            at=utc(self.at),
            tool=f"Suluh {__version__}",
            seen=self.seen,
            head=((MADE, done(by, utc(self.at))),),
            is_wide=True,
        )
