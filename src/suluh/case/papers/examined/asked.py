# SPDX-License-Identifier: Apache-2.0
"""What was asked, what was answered, and which other explanations officers answered."""

from collections.abc import Iterator
from dataclasses import dataclass

from suluh.case.corrections.standing_papers import typed
from suluh.case.gate.seal import Seal
from suluh.case.papers.material import Material
from suluh.case.papers.persons.catalogue import catalogue
from suluh.model.dossier.charges import Alternative
from suluh.model.dossier.papers import Answer, Paper, Request, RequestItem
from suluh.referral.papers.kinds import numbered
from suluh.referral.papers.values import Both, Cell, Listed
from suluh.referral.papers.words import done, said, told

_COURT = Both("court", "pengadilan")


@dataclass(frozen=True)
class Asked:
    """Of one case."""

    material: Material

    def questions(self) -> Iterator[tuple[Cell, ...]]:
        """What the court or the prosecutor asked, numbered."""
        senders = {one.code: one.sender for one in typed(self.material.case.rows, Request)}
        for one in typed(self.material.case.rows, RequestItem):
            sender = senders.get(one.request)
            yield one.number, _COURT if sender == "court" else said(sender), one.text

    def findings(self) -> Iterator[tuple[Cell, ...]]:
        """What was answered to each, on what, and by whom."""
        numbers = {one.code: one.number for one in typed(self.material.case.rows, RequestItem)}
        for one in typed(self.material.case.rows, Answer):
            facts = tuple(map(self._fact, (*one.papers, *one.about)))
            yield numbers.get(one.item, one.item), one.sentence, Listed(facts) if facts else None, done(one.by, one.at)

    def _fact(self, name: str) -> Both | str:
        """A paper by its kind and number, a deal by its code; anything else as it was typed."""
        paper = next((one for one in typed(self.material.case.rows, Paper) if one.code == name), None)
        if paper is not None:
            return numbered(paper.kind, paper.number)
        return self.material.parties.told(name.removeprefix("deal:"), name)

    def alternatives(self) -> Iterator[tuple[Cell, ...]]:
        """Which other explanations officers answered, and how."""
        titles = {str(one.number): one.title for one in catalogue(self.material.case)}
        parties = self.material.parties
        for one in (
            each for each in typed(self.material.case.rows, Alternative) if not is_of_hidden(self.material, each)
        ):
            about = parties.told(one.about.removeprefix("deal:"), parties.person(one.about))
            yield int(one.row), titles.get(one.row), about, told(one.state), one.answer, done(one.by, one.at)


def is_of_hidden(material: Material, one: Alternative) -> bool:
    """Whether an answer is about somebody under guard, or a deal of theirs."""
    hidden, seal = material.parties.hidden, Seal(material.case.secret)
    return one.about in hidden.accounts or one.about.removeprefix("deal:") in {
        name for deal in hidden.deals for name in (deal, seal.of(deal))
    }
