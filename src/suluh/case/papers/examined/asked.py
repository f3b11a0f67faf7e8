# SPDX-License-Identifier: Apache-2.0
"""What was asked, what was answered, and which other explanations officers answered."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from suluh.case.corrections.standing_papers import typed
from suluh.case.dossiers.listed import own
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
        """What was answered to each, on what, and by whom; then what nobody answered, with how it stands."""
        items = {one.code: one for one in typed(self.material.case.rows, RequestItem)}
        answers = typed(self.material.case.rows, Answer)
        for one in answers:
            number = items[one.item].number if one.item in items else one.item
            facts = (*map(self._fact, (*one.papers, *one.about)), *self._elsewhere(one))
            yield number, one.sentence, Listed(facts) if facts else None, done(one.by, one.at)
        answered = {one.item for one in answers}
        for item in (each for each in items.values() if each.code not in answered):
            yield item.number, _unanswered(item), None, done(item.by, item.at) if item.state != "open" else None

    def _elsewhere(self, one: Answer) -> Iterator[Both]:
        """That an answer names a number of the list of contents of which it gives no paper, and what there is of it."""
        access = self.material.case.access
        listed = own(None if access is None else self.material.case.acting.unit, "contents")
        entered = typed(self.material.case.rows, Paper)
        given = {each.kind for each in entered if each.code in one.papers}
        for number in dict.fromkeys(_NUMBER.findall(one.sentence)):
            rows = [row for row in listed if row["number"] == number and row["what"].startswith("paper:")]
            kinds = {kind for row in rows for kind in row["what"].partition(":")[2].split()}
            if rows and given and given.isdisjoint(kinds):
                yield _not_there(number, rows, [each for each in entered if each.kind in kinds])

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


_NUMBER = re.compile(r"\b(?:nomor|number|no\.?)\s*(\d{1,2})\b(?![/.]\w)", re.IGNORECASE)
"""A number that an answer names, not that of a paper."""


def _unanswered(item: RequestItem) -> Both:
    """How a question stands to which no answer is entered."""
    if item.state == "cannot":
        return Both(f"no answer: it cannot be done ({item.why})", f"tanpa jawaban: tidak dapat dilakukan ({item.why})")
    return Both("no answer is entered", "belum ada jawaban yang dimasukkan")


def _not_there(number: str, rows: Sequence[Mapping[str, str]], entered: Sequence[Paper]) -> Both:
    """What stands under a number of the list, where the papers of an answer stand elsewhere."""
    english, indonesian = (", ".join(row[f"title_{tongue}"] for row in rows) for tongue in ("en", "id"))
    found = [numbered(one.kind, one.number) for one in entered]
    there = ", ".join(one.english for one in found) or "none is entered"
    there_id = ", ".join(one.indonesian for one in found) or "belum ada yang dimasukkan"
    return Both(
        f"The answer names number {number}; in the list of contents (D1) that is: {english}. No paper given here is of "
        f"these; of them in the case: {there}.",
        f"Jawaban ini menyebut nomor {number}; dalam daftar isi (D1) itu: {indonesian}. Tidak satu pun surat yang "
        f"disebut di sini termasuk di dalamnya; yang ada dalam perkara: {there_id}.",
    )


def is_of_hidden(material: Material, one: Alternative) -> bool:
    """Whether an answer is about somebody under guard, or a deal of theirs."""
    hidden, seal = material.parties.hidden, Seal(material.case.secret)
    return one.about in hidden.accounts or one.about.removeprefix("deal:") in {
        name for deal in hidden.deals for name in (deal, seal.of(deal))
    }
