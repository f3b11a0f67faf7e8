# SPDX-License-Identifier: Apache-2.0
"""What only the sheet of a person says: devices, acts by date, facts for and against, what is missing, roles."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from suluh.case.corrections.standing_papers import typed
from suluh.case.gate.seal import Seal
from suluh.case.papers.deals.trade import OFFERS, ORDERS
from suluh.case.papers.examined.received import Received
from suluh.case.papers.grounded import grounded
from suluh.case.papers.material import Material, local, plain_utc
from suluh.case.papers.persons.people import People
from suluh.case.papers.reasons.tied import by_records
from suluh.model.dossier.charges import Charge, Defendant, Tie
from suluh.model.dossier.exhibits import Handling, Seizure, Told
from suluh.model.dossier.law import LawRow
from suluh.model.dossier.papers import Letter, Paper, Reply
from suluh.model.people import Decision
from suluh.model.rules.conduct import ROLES, STATUSES
from suluh.model.times import utc
from suluh.model.trade import Deal
from suluh.referral.papers.kinds import gives_status, numbered, typed_moment
from suluh.referral.papers.lines import DealLine, DeviceLine, FactLine, RoleLine
from suluh.referral.papers.values import Both, Clock
from suluh.referral.papers.words import done, told

TIED = {
    "content": Both("content SHA-256", "isi SHA-256"),
    "message": Both("message", "pesan"),
    "payment": Both("booked line", "baris rekening"),
    "observation": Both("observation", "hasil pengamatan"),
    "told": Both("sentence of an interview", "kalimat BAP"),
}
"""What each kind of fact is called where a tie names it; a deal and a paper have a code and a number of their own."""


@dataclass(frozen=True)
class Sheet:
    """One person, by the accounts that decisions joined, with their confirmed deals."""

    people: People
    own: frozenset[str]
    deals: tuple[Deal, ...]

    @property
    def material(self) -> Material:
        """The case."""
        return self.people.material

    def devices(self) -> tuple[DeviceLine, ...]:
        """The exhibits that state one of their accounts as their own, with how each came to the unit."""
        taken = {one.exhibit: one for one in typed(self.material.case.rows, Seizure)}
        return tuple(self._device(label, taken.get(label)) for label in self.people.own_exhibits(self.own))

    def _device(self, label: str, taken: Seizure | None) -> DeviceLine:
        exhibit = next(one for one in self.material.exhibits if one.label == label)
        own = sorted(self.own.intersection(exhibit.accounts))
        return DeviceLine(
            exhibit=label,
            holder=(taken and taken.holder) or exhibit.holder,
            taken=typed_moment(taken.taken) if taken else None,
            place=taken.place if taken else None,
            accounts=tuple(self.material.parties.account(one) for one in own),
            record=next(iter(self._paper(taken.record)), None) if taken else None,
        )

    def acts(self, deals: tuple[DealLine, ...]) -> tuple[FactLine, ...]:
        """What happened, by date: confirmed deals, and what was done with the person's exhibits."""
        found = [*self._of_deals(deals), *self._of_exhibits()]
        return tuple(sorted(found, key=lambda one: (one.day or "~", one.what.indonesian)))

    def _of_deals(self, deals: tuple[DealLine, ...]) -> Iterator[FactLine]:
        trade = self.people.trade
        for deal, one in zip(self.deals, deals, strict=True):
            given = "delivered" if one.six.sent else "said-given"
            moments = (
                ("offered", one.offered, OFFERS, one.seller),
                ("ordered", one.ordered, ORDERS, one.buyer),
                ("paid", one.paid, (), self._payers_of(deal)),
                (given, one.sent, ("sent", "access"), one.seller),
            )
            for word, clock, rules, by in moments:
                if clock is not None:
                    places = trade.resting(deal, rules) if rules else trade.paid_at(deal)
                    yield replace(self._act(deal, word, clock, places), by=by)

    def _payers_of(self, deal: Deal) -> str | None:
        """Who paid a deal, as the booked lines name them: that may be somebody else than its buyer."""
        payers = (one.record.payer for one in self.material.paid_and_back(deal)[0])
        return ", ".join(dict.fromkeys(map(self.material.parties.person, filter(None, payers)))) or None

    def _act(self, deal: Deal, word: str, clock: Clock, places: tuple[Both, ...]) -> FactLine:
        side = told("seller" if deal.seller in self.own else "buyer")
        what, code = told(word), self.material.parties.deal_codes[deal.id]
        text = Both(
            f"{code}: {what.english} (this person: {side.english})",
            f"{code}: {what.indonesian} (orang ini: {side.indonesian})",
        )
        return FactLine(what=text, time=clock, day=clock.utc or clock.day, places=places)

    def _of_exhibits(self) -> Iterator[FactLine]:
        labels = self.people.own_exhibits(self.own)
        for one in typed(self.material.case.rows, Seizure):
            if one.exhibit in labels:
                what = Both(f"{one.exhibit} taken at {one.place}", f"{one.exhibit} disita di {one.place}")
                clock, by = self._typed_clock(one.taken, one.exhibit), ", ".join(one.officers) or None
                yield FactLine(what=what, time=clock, day=clock.utc, places=self._paper(one.record), by=by)
        for step in typed(self.material.case.rows, Handling):
            if step.exhibit in labels:
                act = told("opened" if step.act == "open" else step.act)
                what = Both(f"{step.exhibit} {act.english}", f"{step.exhibit} {act.indonesian}")
                clock = self._typed_clock(step.done, step.exhibit)
                yield FactLine(what=what, time=clock, day=clock.utc, places=self._paper(step.paper), by=step.taker)

    def _typed_clock(self, written: str, label: str) -> Clock:
        """A moment that an officer typed with its zone: as typed, by the clocks of the exhibit, and in UTC."""
        at = utc(datetime.fromisoformat(written))
        return Clock(written=written, local=local(at, self.material.zones.get(label)), utc=plain_utc(at))

    def _paper(self, code: str | None) -> tuple[Both, ...]:
        """The paper in which it stands."""
        return tuple(numbered(one.kind, one.number) for one in self._papers(code))

    def _papers(self, code: str | None) -> tuple[Paper, ...]:
        """The same as it was entered."""
        return tuple(one for one in typed(self.material.case.rows, Paper) if one.code == code)[:1]

    def speaks(self, side: str, deals: tuple[DealLine, ...]) -> tuple[FactLine, ...]:
        """Facts for or against: what officers tied to charges, then the reasons of each confirmed deal."""
        return (*self._ties(side), *self._reasons(side, deals))

    def _ties(self, side: str) -> Iterator[FactLine]:
        rows, seal = self.material.case.rows, Seal(self.material.case.secret)
        mine = {one.code for one in typed(rows, Defendant) if not self.own.isdisjoint(one.accounts)}
        charges = {one.code: one for one in typed(rows, Charge) if one.defendant in mine}
        laws = {one.code: f"{one.law} {one.article}" for one in typed(rows, LawRow)}
        for tie in typed(rows, Tie):
            if tie.side == side and tie.charge in charges:
                law = laws.get(charges[tie.charge].law, charges[tie.charge].law)
                fact, records = self._fact(tie.fact, seal), self._by_records(tie.fact)
                yield FactLine(
                    what=Both(
                        f"{law}, element {tie.element}: {tie.sentence} ({fact.english}){records.english}",
                        f"{law}, unsur {tie.element}: {tie.sentence} ({fact.indonesian}){records.indonesian}",
                    ),
                    places=self._places_of(tie.fact),
                    by=done(tie.by, tie.at),
                )

    def _by_records(self, fact: str) -> Both:
        """What the records say themselves of a deal that was tied."""
        deal = next((one for one in self.material.parties.deals if f"deal:{one.id}" == fact), None)
        found = Both("", "") if deal is None else by_records(deal)
        return Both(*(f"\n{one}" if one else "" for one in (found.english, found.indonesian)))

    def _places_of(self, fact: str) -> tuple[Both, ...]:
        """Where a fact stands: a deal by its own messages and booked lines, a paper or a word told by its number."""
        kind, _, name = fact.partition(":")
        if kind == "paper":
            return self._paper(name)
        if kind == "deal":
            found = next((one for one in self.material.parties.deals if one.id == name), None)
            return self.people.trade.own_places(found) if found else ()
        if kind == "told":
            return tuple(self._told_in(one) for one in typed(self.material.case.rows, Told) if one.code == name)
        shown = self.material.messages.get(name) or self.material.payments.get(name)
        return self.material.told(shown.places) if shown else ()

    def _told_in(self, one: Told) -> Both:
        """The record of interview in which a sentence stands, with the number of its question."""
        paper = next(iter(self._paper(one.paper)), Both(one.paper, one.paper))
        return Both(f"{paper.english}, question {one.question}", f"{paper.indonesian}, pertanyaan {one.question}")

    def _fact(self, fact: str, seal: Seal) -> Both:
        """What was tied, as a reader finds it: a deal by its code, a paper by its number, a content by its digest."""
        kind, _, name = fact.partition(":")
        if kind == "paper":
            return next(iter(self._paper(name)), Both(name, name))
        shown = self.material.parties.told(name, name) if kind == "deal" else seal.within(fact)
        said, what = TIED.get(kind, Both("", "")), shown.removeprefix(f"{kind}:")
        return Both(f"{said.english} {what}".strip(), f"{said.indonesian} {what}".strip())

    @staticmethod
    def _reasons(side: str, deals: tuple[DealLine, ...]) -> Iterator[FactLine]:
        for one in deals:
            reasons = one.reasons_for if side == "for" else one.reasons_against
            if reasons:
                english = "\n".join((f"{one.code}:", *(reason.english for reason in reasons)))
                indonesian = "\n".join((f"{one.code}:", *(reason.indonesian for reason in reasons)))
                yield FactLine(what=Both(english, indonesian), places=one.places)

    def roles(self) -> tuple[RoleLine, ...]:
        """Roles and statuses in the order in which officers gave them; a defendant stands by the paper that says so."""
        said = sorted(self.material.case.nouns(Decision), key=lambda one: one.order)
        found: dict[tuple[str, str | None, str | None, str | None], RoleLine] = {}
        for one in said:
            if one.left in self.own and one.act in {"role", "status"}:
                key = one.act, one.right, one.valid_from, one.document or one.reason
                found.setdefault(key, self._role(one))
        return (*found.values(), *self._defendant())

    def _defendant(self) -> Iterator[RoleLine]:
        """The paper by which they were entered as a defendant."""
        for one in typed(self.material.case.rows, Defendant):
            if one.status_paper and not self.own.isdisjoint(one.accounts):
                word = STATUSES["child_in_conflict" if one.age == "child" else "suspect"]
                value = Both(word.english, word.indonesian)
                for paper in self._papers(one.status_paper):
                    source = gives_status(paper.kind, paper.number)
                    yield RoleLine(kind="status", value=value, source=source, by=one.by, at=one.at)

    def missing(self) -> tuple[Both, ...]:
        """What is not there, and who could supply it."""
        return (*self.people.unseen(self.own), *self._letters(), *self._payers(), *self._seizures(), *self._who())

    def _letters(self) -> Iterator[Both]:
        rows = self.material.case.rows
        answered = {one.letter for one in typed(rows, Reply)}
        papers = {one.code: one.number for one in typed(rows, Paper)}
        for one in typed(rows, Letter):
            if one.code not in answered and not self.own.isdisjoint(one.accounts):
                number = papers.get(one.paper, one.paper)
                yield Both(
                    f"letter {number} to {one.to} of {one.sent}: no reply yet",
                    f"surat {number} kepada {one.to} tanggal {one.sent}: belum dibalas",
                )

    def _payers(self) -> Iterator[Both]:
        """Sides of booked lines of which no statement is here."""
        held = {one.account for one in self.material.statements.values()}
        lines = {one.record.id: one.record for deal in self.deals for one in self.material.lines_of(deal)}
        bare = {name for line in lines.values() for name in (line.payer, line.beneficiary) if name and name not in held}
        for account in sorted(bare, key=self.material.parties.account):
            side = self.people.trade.lines.side(account, None)
            yield Both(
                f"no statement of {side.english}: its bank or operator could give one",
                f"tidak ada rekening koran {side.indonesian}: bank atau operatornya dapat memberikan",
            )

    def _seizures(self) -> Iterator[Both]:
        """What nobody entered of how their exhibits were taken, handled and copied, as D2 says it."""
        received = Received(self.material, self.people.own_exhibits(self.own))
        found = (*received.lacking(), *received.partly())
        yield from found
        if found:
            yield Both(
                "Who took, handled and copied it has the records of that: D2, part 3, has what is entered.",
                "Berita acaranya pada petugas yang menyita, menangani, dan menyalinnya: yang sudah dimasukkan "
                "tercantum dalam D2, bagian 3.",
            )

    def _who(self) -> Iterator[Both]:
        if self.people.identity(self.own).english == "not yet identified":
            yield Both("no paper says who this person is", "belum ada surat yang menyebut siapa orang ini")

    def _role(self, one: Decision) -> RoleLine:
        words = (ROLES if one.act == "role" else STATUSES).get(one.right or "")
        value = Both(words.english, words.indonesian) if words else Both(one.right or "", one.right or "")
        source = grounded(self.material.case, one.document or one.reason)
        return RoleLine(
            kind=one.act, value=value, since=one.valid_from, until=one.valid_to, source=source, by=one.by, at=one.at
        )
