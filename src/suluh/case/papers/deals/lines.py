# SPDX-License-Identifier: Apache-2.0
"""Booked lines as papers say them: a row of their own, or one sentence beside the deal that they paid."""

from dataclasses import dataclass

from suluh.case.papers.deals.booked import GIVEN_BACK, NOT_OF_IT, balance, stands, text_of, unpaid
from suluh.case.papers.material import Material
from suluh.case.papers.parties import identifier
from suluh.case.papers.places import Lettered
from suluh.case.papers.reasons.talk.excerpt import HELD
from suluh.case.papers.reasons.talk.walls import is_annex_of_buyer
from suluh.case.views.records import Shown
from suluh.model.money import spoken
from suluh.model.trade import Deal, Payment, Statement
from suluh.referral.papers.lines import BookedLine
from suluh.referral.papers.values import WITHHELD, Both, Sum
from suluh.referral.papers.words import told as word

_ANOTHER = Both("somebody else, withheld", "orang lain, ditahan")
_UNNAMED = Both("payer not named by the record", "pembayar tidak disebut catatan")
"""Of whom nothing is known nothing is withheld: it may be the buyer as well."""


@dataclass(frozen=True)
class Lines:
    """Says what booked lines of a case hold."""

    material: Material

    def row(self, shown: Shown[Payment], own: frozenset[str]) -> BookedLine:
        """One booked line; it is counted where one of this paper's own deals is the first to count it."""
        line, material = shown.record, self.material
        deals = material.resting.get(line.id) or material.rejected.get(line.id, ())
        statement = material.statements.get(line.statement)
        amount = Sum(line.amount_minor, line.currency)
        return BookedLine(
            statement=self._statement(statement),
            letter=(statement and statement.letter) or material.letters.get(line.place.exhibit),
            place=self.material.told(shown.places)[0],
            day=line.booked,
            time=material.booked_at(shown),
            written=line.amount_as_written,
            amount=amount,
            payer=self.side(line.payer, line.payer_name),
            payee=self.side(line.beneficiary, line.beneficiary_name),
            text=HELD if material.is_veiled(f"{line.text} {line.reference or ''}") else text_of(line),
            balance=balance(statement, line),
            deals=(*unpaid(line), *(material.parties.named(one) for one in deals)),
            counted=amount if material.counted.get(line.id) in own else None,
        )

    def _statement(self, one: Statement | None) -> str:
        if one is None or not one.account:
            return "—"
        parties = self.material.parties
        return (
            parties.person(one.account)
            if parties.is_child(one.account)
            else f"{parties.account(one.account)} {one.account}"
        )

    def of_deal(self, number: int, name: str, deal: Deal, where: Lettered, own: frozenset[str]) -> Both:
        """One booked line that a deal or a reason of it names: amount, day, sides, place; of somebody else no payer."""
        shown = self.material.payments[name]
        line, at = shown.record, where.within(shown.places)
        back = self.material.paid_and_back(deal)[1]
        mark = Both("", "")
        if all(one.record.id != line.id for one in self.material.lines_of(deal)):
            mark = self._not_of_it(line) if line.status == "booked" else stands(line.status)
        elif any(one.record.id == line.id for one in back):
            mark = GIVEN_BACK
        from_ = self._from(line, deal, own)
        to, day = self.side(line.beneficiary, line.beneficiary_name), line.booked or "—"
        english, indonesian = (
            f"{number}. {getattr(word(line.channel), tongue)}{getattr(mark, tongue)}, {amount}, {day}: "
            f"{getattr(from_, tongue)} → {getattr(to, tongue)}; {at}"
            for tongue, amount in zip(("english", "indonesian"), spoken(line.amount_minor, line.currency), strict=True)
        )
        return Both(english, indonesian)

    def _not_of_it(self, line: Payment) -> Both:
        """That a line did not pay the deal that names it; and which deal an officer rejected whose alone it was."""
        deals = [self.material.parties.named(one) for one in self.material.rejected.get(line.id, ())]
        if not deals:
            return NOT_OF_IT
        english, indonesian = (", ".join(one.english for one in deals), ", ".join(one.indonesian for one in deals))
        return Both(
            f"{NOT_OF_IT.english[:-1]}; only of {english})", f"{NOT_OF_IT.indonesian[:-1]}; hanya milik {indonesian})"
        )

    def _from(self, line: Payment, deal: Deal, own: frozenset[str]) -> Both:
        """Who paid a line, as far as the record says and this paper may."""
        if line.payer is None and not line.payer_name:
            return _UNNAMED
        if self.is_of_another(line, deal, own):
            return _ANOTHER
        return self.side(line.payer, line.payer_name)

    def is_of_another(self, line: Payment, deal: Deal, own: frozenset[str]) -> bool:
        """Whether a line that a deal names is one of somebody else, on the paper of its buyer, by their accounts.

        That is a line of another buyer's deal, or of a payer who is not theirs and paid in none of their deals.
        """
        resting = self.material.resting.get(line.id, ())
        if not is_annex_of_buyer(deal, own) or any(one.buyer in own for one in resting):
            return False
        paid = any(line.payer in self.material.payers.get(account, ()) for account in own)
        return bool(resting) or (line.payer not in own and not paid)

    def side(self, account: str | None, name: str | None) -> Both:
        """One side of a booked line: person, account and name as it is printed; of a child the code alone."""
        parties = self.material.parties
        if account in parties.hidden.accounts:
            return Both(WITHHELD, WITHHELD)
        if account is None or parties.is_child(account):
            bare = parties.person(account) if account else self.material.whole(name) if name else "—"
            return Both(bare, bare)
        shown, kind = self.material.whole(identifier(account)), word(account.partition(":")[0])
        begins, ends = f"{parties.person(account)} {parties.account(account)}", shown
        if name and identifier(account) != f"“{name}”":
            ends += f" {WITHHELD if self.material.is_veiled(name) else f'“{name}”'}"
        return Both(f"{begins} {kind.english} {ends}", f"{begins} {kind.indonesian} {ends}")
