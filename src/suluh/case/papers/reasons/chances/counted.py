# SPDX-License-Identifier: Apache-2.0
"""The booked lines over which the chances of deals were counted, so that a reader counts them again from the paper.

1. They are those that the search saw: each transfer once, on the statement of one account and in one direction.
2. Who paid a line is not said, but whether it was the payer of a deal of this paper.
3. Over a ledger of which lines are withheld nothing is listed, for no parts of a chance are printed of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property

from suluh.case.papers.material import Material
from suluh.case.views.records import Shown
from suluh.deals.facts.ledger import Line, lines
from suluh.model.rules.lost import Lost
from suluh.model.times import Dated
from suluh.model.trade import Deal, Payment
from suluh.referral.papers.lines import CountedLine
from suluh.referral.papers.values import Both, Sum

IN, OUT = Both("in", "masuk"), Both("out", "keluar")
_Key = tuple[str, bool]
"""A ledger, and whether its own account received."""


class Counted:
    """The lines of every ledger of a case."""

    def __init__(self, material: Material) -> None:
        self._material = material

    @cached_property
    def _ledgers(self) -> Mapping[_Key, list[Line]]:
        """The lines of each ledger and direction, in the order of time."""
        shown = {one.record.id: one for one in self._material.payments.values()}
        dated = [Dated(one.record, datetime.fromisoformat(one.at) if one.at else None) for one in shown.values()]
        found: dict[_Key, list[Line]] = defaultdict(list)
        for one in lines(dated, self._material.statements.values(), Lost("papers")):
            found[one.ledger, one.incoming].append(one)
        return found

    @cached_property
    def _by_payment(self) -> Mapping[str, Line]:
        """The line as which a payment was searched."""
        return {name: one for some in self._ledgers.values() for one in some for name in one.payments}

    def line_of(self, deal: Deal) -> Line | None:
        """The line of which a deal's chance was counted; null where none was, or where it is not printed."""
        paid = self._material.paid_and_back(deal)[0]
        line = self._by_payment.get(paid[0].record.id) if paid and deal.coincidence else None
        return None if line is None or line.ledger in self._material.parties.hidden.ledgers else line

    def among(self, line: Line) -> list[Line]:
        """All lines of the same ledger and direction."""
        return self._ledgers[line.ledger, line.incoming]

    def left_out(self, deal: Deal) -> list[Shown[Payment]]:
        """The lines of its sum, and of its payer where that is known, that stand in its statement and do not count."""
        line = self.line_of(deal)
        if line is None or deal.coincidence is None:
            return []
        whole = {one.record.id: one for one in self._material.payments.values()}
        account = self._account(line.payment)
        return [
            one
            for one in whole.values()
            if one.record.id not in self._by_payment
            and one.record.incoming == line.incoming
            and (one.record.amount_minor, one.record.currency) == (line.amount, line.payment.currency)
            and self._account(one.record) == account
            and (not deal.coincidence.payer or (one.record.payer or one.record.payer_name) == line.payer_key)
        ]

    def _account(self, one: Payment) -> str:
        """The account of a line's statement; of one that names none the statement."""
        statement = self._material.statements.get(one.statement)
        return (statement and statement.account) or one.statement

    def of(self, deals: Iterable[Deal]) -> tuple[CountedLine, ...]:
        """The lines that were counted for some deals, by ledger and in the order of time."""
        found: dict[_Key, list[tuple[Deal, Line]]] = defaultdict(list)
        for deal in deals:
            if line := self.line_of(deal):
                found[line.ledger, line.incoming].append((deal, line))
        return tuple(self._told(one, found[key]) for key in found for one in self._ledgers[key])

    def short(self, deals: Iterable[Deal]) -> tuple[str, ...]:
        """The deals whose chance was counted over another number of lines than is listed."""
        codes = self._material.parties.deal_codes
        known = ((one, line) for one in deals if (line := self.line_of(one)) and one.coincidence)
        return tuple(codes[one.id] for one, line in known if _lines(one) != len(self.among(line)))

    def _told(self, one: Line, deals: Iterable[tuple[Deal, Line]]) -> CountedLine:
        material, shown = self._material, self._material.payments[one.payment.id]
        return CountedLine(
            ledger=self._ledger(shown, one),
            way=IN if one.incoming else OUT,
            place=material.told(shown.places)[0],
            day=one.payment.booked,
            time=material.booked_at(shown),
            amount=Sum(one.amount, one.payment.currency),
            says=tuple(self._beside(one, deals)),
        )

    def _ledger(self, shown: Shown[Payment], line: Line) -> str:
        statement, parties = self._material.statements.get(shown.record.statement), self._material.parties
        account = statement.account if statement else None
        if not account or parties.is_child(account):
            return parties.person(account) if account else line.ledger
        return f"{parties.account(account)} {account}"

    def _beside(self, one: Line, deals: Iterable[tuple[Deal, Line]]) -> Iterator[Both]:
        """For which deal a line is the payment, and for which it is another of the same sum."""
        for deal, line in deals:
            code = self._material.parties.deal_codes[deal.id]
            if one.payment.id == line.payment.id:
                yield Both(f"pays {code}", f"membayar {code}")
            elif one.amount == line.amount:
                same = one.payer_key == line.payer_key
                who, who_id = (", same payer", ", pembayar sama") if same else ("", "")
                yield Both(f"same sum as {code}{who}", f"jumlah sama dengan {code}{who_id}")


def _lines(deal: Deal) -> int | None:
    return deal.coincidence.lines if deal.coincidence else None
