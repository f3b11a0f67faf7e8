# SPDX-License-Identifier: Apache-2.0
"""Everything that a paper may say about one person: as buyer, as seller, or as the person of D5."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from suluh.case.corrections.standing_papers import typed
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.hints.subject import Subject
from suluh.case.papers.material import Material
from suluh.case.papers.persons.alternatives import Alternatives
from suluh.case.papers.persons.catalogue import Row
from suluh.case.papers.persons.people import People
from suluh.case.papers.persons.remarks import Bearing
from suluh.case.papers.persons.seller import Seller
from suluh.case.papers.persons.sheet import Sheet
from suluh.case.views.records import Shown
from suluh.model.dossier.charges import Defendant
from suluh.model.trade import Deal, Payment
from suluh.referral.papers.lines import BookedLine, DealLine, Guarded, PersonFacts

Side = str
"""``seller``, ``buyer``, or ``person`` for both."""


@dataclass(frozen=True)
class Persons:
    """Says of each person of a case what a paper may."""

    people: People
    rows: tuple[Row, ...]
    """The catalogue of other explanations."""

    @property
    def material(self) -> Material:
        """The case."""
        return self.people.material

    @property
    def trade(self) -> Trade:
        """What is said of deals."""
        return self.people.trade

    def named(self, side: Side) -> tuple[frozenset[str], ...]:
        """Everybody who sold, or bought, in a confirmed deal: each by their accounts, in the order of codes."""
        parties, found = self.material.parties, dict[frozenset[str], None]()
        for deal in parties.deals:
            account = deal.seller if side == "seller" else deal.buyer
            if account and deal.judgement == "confirmed":
                found.setdefault(parties.group(account))
        return tuple(found)

    def facts(self, own: frozenset[str], side: Side) -> PersonFacts:
        """The facts of one person on one side of deals."""
        one = _One(self, own, side)
        return one.seller() if side == "seller" else one.person() if side == "person" else one.facts()


@dataclass(frozen=True)
class _One:
    """One person, on one side."""

    whole: Persons
    own: frozenset[str]
    side: Side

    @cached_property
    def _deals(self) -> tuple[Deal, ...]:
        """Their deals on this side, rejected ones as well."""
        return tuple(one for one in self.whole.material.parties.deals if self.own & self._parties(one))

    def _parties(self, deal: Deal) -> frozenset[str | None]:
        sides = {"seller": {deal.seller}, "buyer": {deal.buyer}, "person": {deal.seller, deal.buyer}}
        return frozenset(sides[self.side])

    @cached_property
    def _confirmed(self) -> tuple[Deal, ...]:
        return tuple(one for one in self._deals if one.judgement == "confirmed")

    @cached_property
    def _open(self) -> tuple[Deal, ...]:
        return tuple(one for one in self._deals if one.judgement not in {"confirmed", "rejected"})

    def facts(self) -> PersonFacts:
        """What D3 and D4 share."""
        whole, people, trade = self.whole, self.whole.people, self.whole.trade
        labels = {
            one.exhibit for deal in self._deals for one in (deal.offered_on, deal.paid_on, deal.delivered_on) if one
        }
        messages = whole.material.messages
        labels |= {
            messages[name].record.place.exhibit for one in self._deals for name in one.messages if name in messages
        }
        bearing = Bearing(whole.material, self._confirmed, self._open)
        suggested = () if self._is_child else people.suggested(self.own)
        others = self._others_asked()
        hinted = others.hinted()
        return PersonFacts(
            code=whole.material.parties.person(min(self.own)),
            is_child=self._is_child,
            identity=people.identity(self.own),
            called=people.called(self.own),
            accounts=people.accounts(self.own),
            suggested=suggested,
            links=people.links(self.own),
            has_sheet=any(self.own & set(one.accounts) for one in typed(whole.material.case.rows, Defendant)),
            exhibits=self._exhibits(),
            unseen=people.unseen(self.own),
            zones=(*whole.material.zone_says(labels), *bearing.ends(), *bearing.after_seizure()),
            others=tuple(people.account(one, whole.material.parties.group(one)) for one in self._others()),
            deals=tuple(self._deal(one, hinted) for one in self._confirmed),
            undecided=tuple(self._deal(one, hinted) for one in self._open),
            rejected=len(self._deals) - len(self._confirmed) - len(self._open),
            booked=tuple(self._booked()),
            counted=trade.counted.of((*self._confirmed, *self._open)),
            counted_short=trade.counted.short((*self._confirmed, *self._open)),
            contents=trade.sent.of(self._confirmed),
            alternatives=tuple(others.lines()),
            coded=len((self._seen() | self._ends()) & whole.material.parties.children),
            guarded=self._guarded(),
            beside=tuple(bearing.sums(labels)),
        )

    def _others_asked(self) -> Alternatives:
        """The other explanations that are asked of them."""
        exhibits, sells = self.whole.people.own_exhibits(self.own), self.side == "seller"
        subject = Subject(self.whole.trade, self.own, self._confirmed, self._open, exhibits, sells)
        return Alternatives(subject, self.whole.rows)

    def _deal(self, deal: Deal, hinted: Mapping[str, tuple[int, ...]]) -> DealLine:
        line = self.whole.trade.deal(deal, self.own)
        return replace(line, hinted=hinted.get(line.code, ()))

    def _exhibits(self) -> tuple[str, ...]:
        """The exhibits that know them: by their accounts, by messages of their deals, or as a side of a booked line."""
        material = self.whole.material
        deals = (*self._confirmed, *self._open)
        found = {place.exhibit for deal in deals for one in material.said(deal) for place in one.places}
        found = found.union(*(material.booked_on.get(account, ()) for account in self.own))
        known = {*self.whole.people.exhibits(self.own), *found}
        return tuple(one.label for one in material.exhibits if one.label in known)

    def _guarded(self) -> Guarded:
        """How many deals and booked lines of theirs are left out, as of protected accounts."""
        parties = self.whole.material.parties
        deals = [one for one in parties.hidden.deals.values() if self.own & self._parties(one)]
        size = sum(not self.own.isdisjoint({one.left, one.right}) for one in parties.hidden.links)
        left = len(self._rest[1])
        return Guarded(deals=len(deals), lines=self._hidden_lines(deals), links=size, beside=left)

    def _hidden_lines(self, deals: Iterable[Deal]) -> int:
        """The left-out lines that would stand here: those of these deals, and those beside."""
        hidden, rows = self.whole.material.parties.hidden, self.whole.material.case.rows
        if not hidden.lines:
            return 0
        tied = {name for one in deals for name in one.payments}
        mine = self.own if self.side == "buyer" else self.own | self._sold_into()
        theirs = self._paid_by()
        beside = (
            one
            for one in rows.by_column(Payment, "id", hidden.lines)
            if (sides := {one.payer, one.beneficiary}) & mine and (self.side != "buyer" or sides & theirs)
        )
        return len(hidden.once({one.id for one in beside} | (hidden.lines & tied)))

    @property
    def _is_child(self) -> bool:
        return any(map(self.whole.material.parties.is_child, self.own))

    def _seen(self) -> frozenset[str]:
        """The accounts on both sides of their deals."""
        return self.own.union(name for deal in self._deals for name in (deal.seller, deal.buyer) if name)

    def _ends(self) -> frozenset[str]:
        """The accounts on both ends of the booked lines of their deals."""
        return frozenset(end for line in self._tied for end in (line.payer, line.beneficiary) if end)

    def _others(self) -> list[str]:
        """The accounts of sellers that sold or were paid in a buyer's confirmed deals; buyers never stand here."""
        if self.side != "buyer":
            return []
        parties, material = self.whole.material.parties, self.whole.material
        found: dict[str, None] = {}
        for deal in self._confirmed:
            group = parties.group(deal.seller) if deal.seller else frozenset[str]()
            paid = (shown.record.beneficiary for shown in material.paid_and_back(deal)[0])
            found |= dict.fromkeys(one for one in (deal.seller, *paid) if one in group and one is not None)
        return [one for one in found if one not in self.own]

    def _booked(self) -> Iterator[BookedLine]:
        """Booked lines: those of their deals in the order of these, then what nothing ties to a deal, in time."""
        ids = frozenset(one.id for one in self._confirmed)
        printed = (*self._of_deals.values(), *self._rest[0])
        return (self.whole.trade.lines.row(shown, ids) for shown in printed)

    @cached_property
    def _of_deals(self) -> Mapping[str, Shown[Payment]]:
        """The booked lines of their deals, each once."""
        lines = self.whole.material.lines_of
        return {shown.record.id: shown for deal in (*self._confirmed, *self._open) for shown in lines(deal)}

    @cached_property
    def _rest(self) -> tuple[list[Shown[Payment]], list[Shown[Payment]]]:
        """What nothing ties to a deal, in time: what is printed, and what is not as of a statement with withheld lines.

        What a reason names is printed all the same: its deal cannot be weighed without.
        """
        rest = [one for one in self._beside() if one.record.id not in self._of_deals]
        rest.sort(key=lambda one: (one.record.booked or "~", one.at or "~", one.record.id))
        halves: tuple[list[Shown[Payment]], list[Shown[Payment]]] = ([], [])
        for one in rest:
            halves[self._is_beside_withheld(one.record)].append(one)
        return halves

    def _is_beside_withheld(self, line: Payment) -> bool:
        """Whether a line that nothing names stands in a statement of which lines are withheld."""
        material = self.whole.material
        statement = material.statements.get(line.statement)
        ledger = line.statement if statement is None else statement.account or statement.id
        return ledger in material.parties.hidden.ledgers and line.id not in self._named

    @cached_property
    def _tied(self) -> tuple[Payment, ...]:
        """The booked lines of their deals that nobody rejected."""
        material = self.whole.material
        return tuple(shown.record for deal in (*self._confirmed, *self._open) for shown in material.lines_of(deal))

    def _paid_into(self) -> frozenset[str]:
        """The accounts into which their deals were paid."""
        return frozenset(one.beneficiary for one in self._tied if one.beneficiary)

    def _sold_into(self) -> frozenset[str]:
        """The accounts into which deals were paid in which they sell."""
        sold = (one for one in (*self._confirmed, *self._open) if one.seller in self.own)
        lines = (shown.record for one in sold for shown in self.whole.material.lines_of(one))
        return frozenset(one.beneficiary for one in lines if one.beneficiary)

    def _paid_by(self) -> frozenset[str]:
        """The other side of a buyer: accounts that were paid in their deals, and their sellers."""
        return (self._paid_into() | {deal.seller for deal in self._confirmed if deal.seller}) - self.own

    def _beside(self) -> Iterator[Shown[Payment]]:
        """Further lines: of a seller those of the accounts that were paid, of a buyer those with sellers alone.

        Those that reasons name as well, such as payments that fit as well, but for what is of another buyer.
        """
        mine = self.own | self._paid_into() if self.side == "seller" else self.own
        theirs = self._paid_by()
        payments, named = self.whole.material.payments, self._named
        for name, shown in payments.items():
            sides = {shown.record.payer, shown.record.beneficiary}
            is_beside = sides & mine and (self.side == "seller" or sides & theirs)
            if name == shown.record.id and (name in named or is_beside):
                yield shown

    @cached_property
    def _named(self) -> frozenset[str]:
        """The lines that reasons of their deals name, but those of another buyer."""
        trade, payments = self.whole.trade, self.whole.material.payments
        return frozenset(
            one
            for deal in (*self._confirmed, *self._open)
            for one in trade.cited(deal)
            if not trade.lines.is_of_another(payments[one].record, deal, self.own)
        )

    def seller(self) -> PersonFacts:
        """The facts of D3."""
        one = Seller(self.whole.people, self.own, self._confirmed)
        sources, left = one.sources()
        return replace(
            self.facts(),
            stock=one.stock(),
            offers=one.offers(),
            receiving=one.receiving(),
            buyers=one.buyers(),
            sources=sources,
            sources_own=left,
        )

    def person(self) -> PersonFacts:
        """The facts of D5."""
        facts = self.facts()
        sheet = Sheet(self.whole.people, self.own, self._confirmed)
        return replace(
            facts,
            devices=sheet.devices(),
            roles=sheet.roles(),
            acts=sheet.acts(facts.deals),
            speaks_for=sheet.speaks("for", facts.deals),
            speaks_against=sheet.speaks("against", facts.deals),
            missing=sheet.missing(),
        )
