# SPDX-License-Identifier: Apache-2.0
"""What papers leave out because it is of an undercover officer or informant: whole rows, of which the number is said.

1. A deal is left out whole in which somebody under guard sold, bought, paid or was paid: in no table, sum or list.
2. So is each booked line with such an account on one side, each message from one, each offer, link and decision.
3. So is each booked line that paid such a deal, whatever account it names; and one that names a side as somebody under
   guard is called, where it bears on no deal of others. Where an officer confirmed a deal of others on it, it stays.
4. Only how many are left out is said, never a sum, a day or a party.
"""

from collections.abc import Collection, Iterable
from functools import cached_property

from suluh.case.case import Case
from suluh.case.gate.guarded import guarded_accounts
from suluh.case.gate.veil import names_of
from suluh.model.after.beyond import Joint
from suluh.model.people import Decision, Link
from suluh.model.place import Place
from suluh.model.talk import Message
from suluh.model.trade import Deal, Payment, Statement


class Hidden:
    """What of a case is of somebody under guard; nothing is read where nobody is."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self.accounts = guarded_accounts(case)

    @cached_property
    def deals(self) -> dict[str, Deal]:
        """The deals that are left out, by id."""
        if not self.accounts:
            return {}
        return {one.id: one for one in self._case.nouns(Deal) if self._is_of(one)}

    def _is_of(self, deal: Deal) -> bool:
        return self._is_side({deal.seller, deal.buyer}) or not self.lines.isdisjoint(deal.payments)

    @cached_property
    def lines(self) -> frozenset[str]:
        """Ids of the booked lines that are left out: one copy at least says that somebody under guard is on a side."""
        if not self.accounts:
            return frozenset()
        found = {one.id for one in self._case.nouns(Payment) if self._is_side({one.payer, one.beneficiary})}
        return self._with_copies(self._with_copies(found) | self._paying | self._named)

    def _with_copies(self, lines: frozenset[str] | set[str]) -> frozenset[str]:
        """Lines with every copy of each."""
        joined = (one.members for one in self._case.nouns(Joint) if one.record == "payment")
        return frozenset(lines).union(*(members for members in joined if not lines.isdisjoint(members)))

    @cached_property
    def _paying(self) -> frozenset[str]:
        """Lines of deals in which somebody under guard sold or bought, but those on which others' confirmed ones rest.

        Of a deal that was rejected there are none: an officer said that the line is not of it.
        """
        mine, others = self._halves
        open_ = {name for one in mine if one.judgement != "rejected" for name in one.payments}
        firm = {name for one in mine if one.judgement == "confirmed" for name in one.payments}
        taken = {name for one in others if one.judgement == "confirmed" for name in one.payments}
        return frozenset(firm | (open_ - self._with_copies(taken)))

    @cached_property
    def _halves(self) -> tuple[list[Deal], list[Deal]]:
        """The deals in which somebody under guard sold or bought, and all others."""
        halves: tuple[list[Deal], list[Deal]] = ([], [])
        for one in self._case.nouns(Deal):
            halves[not self._is_side({one.seller, one.buyer})].append(one)
        return halves

    @cached_property
    def _named(self) -> frozenset[str]:
        """Lines that name a side as somebody under guard is called, and on which no deal of others rests."""
        names = {_plain(one) for one in names_of(self._case, self.accounts)} - {""}
        resting = {name for one in self._halves[1] if one.judgement != "rejected" for name in one.payments}
        kept = self._with_copies(resting)
        return frozenset(
            one.id
            for one in self._case.nouns(Payment)
            if one.id not in kept and not names.isdisjoint(map(_plain, (one.payer_name, one.beneficiary_name)))
        )

    @cached_property
    def _rows(self) -> tuple[Payment, ...]:
        """The booked lines that are left out, every copy."""
        return tuple(self._case.rows.by_column(Payment, "id", self.lines)) if self.lines else ()

    @cached_property
    def _where(self) -> frozenset[tuple[str, int | None, str]]:
        return frozenset(_spot(one.place) for one in self._rows)

    def open_places(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """Places without those of booked lines that are left out."""
        return tuple(one for one in places if _spot(one) not in self._where)

    def is_counted(self, link: Link | Decision, rules: Collection[str]) -> bool:
        """Whether a link of some rules counts payments, and one that is left out went from or into its accounts."""
        pair = {link.left, link.right}
        return link.rule in rules and any(pair & {one.payer, one.beneficiary} for one in self._rows)

    def _is_side(self, sides: set[str | None]) -> bool:
        return not self.accounts.isdisjoint(sides)

    @cached_property
    def ledgers(self) -> frozenset[str]:
        """Accounts of the statements of which a line is left out, or their ids: counts over these would tell of it."""
        if not self.accounts:
            return frozenset()
        names = {one.statement for one in self._case.rows.by_column(Payment, "id", self.lines)}
        return frozenset(one.account or one.id for one in self._case.rows.by_column(Statement, "id", names))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links that are left out."""
        return tuple(filter(self.is_link, self._case.nouns(Link))) if self.accounts else ()

    def is_link(self, one: Link) -> bool:
        """Whether a link is one of somebody under guard."""
        return self._is_side({one.left, one.right})

    def is_message(self, message: Message) -> bool:
        """Whether somebody under guard wrote a message."""
        return message.sender in self.accounts

    def is_decision(self, one: Decision) -> bool:
        """Whether a decision is on somebody under guard, or on a deal or statement of theirs."""
        if not self.accounts:
            return False
        is_of_deal = one.left in self.deals or not self._parts.isdisjoint(one.holds)
        return self._is_side({one.left, one.right}) or is_of_deal or self._is_layout(one)

    @cached_property
    def _parts(self) -> frozenset[str]:
        """The messages and booked lines of the deals that are left out, by which an older word on them is known."""
        return frozenset(name for one in self.deals.values() for name in (*one.messages, *one.payments))

    def _is_layout(self, one: Decision) -> bool:
        if one.act != "layout":
            return False
        found = self._case.rows.by_column(Statement, "id", [one.left])
        return any(each.account in self.accounts for each in found)

    def once(self, lines: frozenset[str] | set[str]) -> set[str]:
        """Booked lines by their ids, copies of one under one id."""
        joined = (one for one in self._case.nouns(Joint) if one.record == "payment")
        first = {name: one.members[0] for one in joined for name in one.members}
        return {first.get(name, name) for name in lines}


def _plain(name: str | None) -> str:
    """A whole name as it is compared."""
    return " ".join((name or "").casefold().split())


def _spot(place: Place) -> tuple[str, int | None, str]:
    """Where a record stands, without what readers add to its place."""
    return place.file, place.line, place.exhibit
