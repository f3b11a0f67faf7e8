# SPDX-License-Identifier: Apache-2.0
"""What only an annex of a seller says: stock, offers, receiving accounts, buyers by code, sources."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from suluh.case.papers.material import Material, plain_utc
from suluh.case.papers.persons.people import People
from suluh.model.after.beyond import Origin
from suluh.model.money import spoken
from suluh.model.place import Place
from suluh.model.rules.codes import code
from suluh.model.rules.holders import called_own
from suluh.model.trade import Deal, Offer, Payment, money_of
from suluh.referral.papers.lines import OfferLine, PartyLine, ReceivingLine, SourceLine, StockLine
from suluh.referral.papers.values import Both, Sum
from suluh.referral.papers.words import told


@dataclass(frozen=True)
class Seller:
    """One seller, by the accounts that decisions joined."""

    people: People
    own: frozenset[str]
    deals: tuple[Deal, ...]
    """Confirmed ones in which they sell."""

    @property
    def material(self) -> Material:
        """The case."""
        return self.people.material

    def stock(self) -> tuple[StockLine, ...]:
        """Pictures and videos on their own exhibits, in numbers."""
        sent = {sha256 for one in self.deals for sha256 in one.files}
        return tuple(self._stock(label, sent) for label in self.people.own_exhibits(self.own))

    def _stock(self, label: str, sent: set[str]) -> StockLine:
        material = self.material
        here = {one: files[label] for one, files in material.held.items() if label in files and one in material.media}
        return StockLine(
            exhibit=label,
            files=sum(here.values()),
            contents=len(here),
            known=sum(one in material.known for one in here),
            categorised=sum(one in material.categories for one in here),
            sent=len(here.keys() & sent),
        )

    def offers(self) -> tuple[OfferLine, ...]:
        """Their offers to everybody, in the order of time."""
        return tuple(self._offer(one) for one in self.material.parties.offers if one.seller in self.own)

    def _offer(self, one: Offer) -> OfferLine:
        spelled = ((price.items or "—", spoken(price.amount_minor, price.currency)) for price in one.prices)
        prices = (Both(f"{items}: {english}", f"{items}: {indonesian}") for items, (english, indonesian) in spelled)
        shown = (self.material.messages.get(name) for name in one.messages)
        return OfferLine(
            kind=one.kind,
            at=self.material.clock(one.at, one.seen),
            told=one.told,
            deals=tuple(self._at_its_prices(one)),
            prices=tuple(prices),
            places=self.material.told(place for message in shown if message for place in message.places),
        )

    def _at_its_prices(self, offer: Offer) -> Iterator[Both]:
        """Their confirmed deals of the number and price of an offer: whether they came of it is not known.

        Where the offer or the deal says no number, those of the price alone as well, which is said beside them.
        """
        prices = {(one.amount_minor, one.currency): set[int | None]() for one in offer.prices}
        for one in offer.prices:
            prices[one.amount_minor, one.currency].add(offer.items_promised if one.items is None else one.items)
        for deal in self.deals:
            asked, numbers = prices.get((deal.amount_minor or 0, deal.currency or ""), set()), _numbers(deal)
            code = self.material.parties.deal_codes[deal.id]
            if asked & numbers:
                yield Both(code, code)
            elif asked and (None in asked or not numbers):
                yield Both(f"{code} (price alone)", f"{code} (hanya harga)")

    def receiving(self) -> tuple[ReceivingLine, ...]:
        """The accounts into which their confirmed deals were paid, recorded and possible sums apart."""
        own = {one.id for one in self.deals}
        lines = {shown.record.id: shown.record for shown in self.material.payments.values()}
        counted = [lines[name] for name, deal in self.material.counted.items() if deal in own]
        possible = {
            shown.record.id: shown.record
            for deal in self.deals
            if money_of(deal) == "possible"
            for shown in self.material.paid_and_back(deal)[0]
            if shown.record.id not in self.material.counted
        }
        found: dict[tuple[str, str], tuple[list[Payment], list[Payment]]] = defaultdict(lambda: ([], []))
        for kind, group in enumerate((counted, possible.values())):
            for line in group:
                found[line.beneficiary or line.beneficiary_name or "—", line.currency][kind].append(line)
        return tuple(
            self._receiving(account, currency, *booked) for (account, currency), booked in sorted(found.items())
        )

    def _receiving(self, account: str, currency: str, counted: list[Payment], possible: list[Payment]) -> ReceivingLine:
        booked = (*counted, *possible)
        names = {one.beneficiary_name for one in booked if one.beneficiary_name}
        days = sorted(one.booked for one in booked if one.booked)
        is_child = self.material.parties.is_child(account)
        return ReceivingLine(
            account=self.people.trade.lines.side(account, None) if ":" in account else account,
            names=()
            if is_child
            else tuple(sorted(map(self.material.whole, {*names, *self.material.names.get(account, ())}))),
            standing=self._standing(account),
            lines=len(counted),
            amount=_sum(counted, currency),
            possible_lines=len(possible),
            possible=_sum(possible, currency),
            first=days[0] if days else None,
            last=days[-1] if days else None,
        )

    def _standing(self, account: str) -> Both:
        if account in self.own:
            return Both(
                "theirs by a decision or statement of officers", "miliknya menurut keputusan atau pernyataan petugas"
            )
        if account in self.material.parties.suggested(self.own):
            return Both("suggested only, not decided", "baru disarankan, belum diputuskan")
        return Both("nothing joins it to them", "tidak ada yang mengaitkannya")

    def buyers(self) -> tuple[PartyLine, ...]:
        """Who bought in their confirmed deals, by code alone."""
        found: dict[str, list[Deal]] = defaultdict(list)
        for deal in self.deals:
            found[self.material.parties.person(deal.buyer)].append(deal)
        return tuple(self._buyer(code, found[code]) for code in found)

    def _buyer(self, code: str, deals: list[Deal]) -> PartyLine:
        sums: dict[str, int] = defaultdict(int)
        for deal in deals:
            paid, _ = self.material.paid_and_back(deal)
            amount = self.people.trade.recorded(deal, paid) if money_of(deal) == "recorded" else None
            if amount is not None:
                sums[amount.currency] += amount.minor
        times = sorted(at for one in deals for at in self._times(one))
        return PartyLine(
            code=code,
            deals=len(deals),
            recorded=tuple(Sum(minor, currency) for currency, minor in sorted(sums.items())),
            sent=sum(one.items_delivered for one in deals),
            first=plain_utc(times[0]) if times else None,
            last=plain_utc(times[-1]) if times else None,
        )

    def _times(self, deal: Deal) -> Iterator[str]:
        """Every instant of a deal: of what it is made of, of each of its messages, and of what paid it."""
        yield from filter(None, (deal.offered_at, deal.paid_at, deal.delivered_at))
        shown = (self.material.messages.get(name) for name in deal.messages)
        yield from (one.at for one in shown if one and one.at)

    def sources(self) -> tuple[tuple[SourceLine, ...], int]:
        """Where contents came from that this person held, by senders who are not them; and how many are not listed."""
        mine = self._whole()
        labels = set(self.people.own_exhibits(self.own))
        places: dict[str, list[Place]] = defaultdict(list)
        kinds: dict[str, str] = {}
        for talk in self.material.conversations:
            if talk.place.exhibit in labels:
                places[talk.conversation].append(talk.place)
                kinds[talk.conversation] = talk.kind
        found, left = [], 0
        for number, one in enumerate(sorted(self.material.case.nouns(Origin), key=lambda one: one.id), 1):
            here = [name for name in (one.conversation, *one.copies) if name in places]
            others = [poster for poster in one.posters if poster.account not in mine]
            left += bool(here) and not others
            if here and others:
                found.append(
                    SourceLine(
                        code=code("source", number),
                        kind=told(kinds[here[0]]),
                        copies=1 + len(one.copies),
                        senders=len(others),
                        contents=sum(poster.items for poster in others),
                        sold_on=sum(poster.sold_on for poster in others),
                        known=one.known_first_seen if len(others) == len(one.posters) else None,
                        places=self.material.told(place for name in here for place in places[name]),
                    )
                )
        return tuple(found), left

    def _whole(self) -> frozenset[str]:
        """Every account that is or may be the holder's: a source is none of these."""
        labels = set(self.people.own_exhibits(self.own))
        called = {one.account for one in called_own(self.material.accounts) if one.place.exhibit in labels}
        near: Iterable[str] = (*self.own, *called)
        joined = {
            one
            for name in near
            if name in self.material.parties.computed
            for one in self.material.parties.computed[name].accounts
        }
        return frozenset({*near, *joined})


def _sum(lines: Collection[Payment], currency: str) -> Sum | None:
    """What some lines come to; null where there is none."""
    return Sum(sum(one.amount_minor for one in lines), currency) if lines else None


def _numbers(deal: Deal) -> set[int]:
    """How many items a deal is of: as was said, or as were sent where nothing was said."""
    return {deal.items_promised} if deal.items_promised is not None else {deal.items_delivered} - {0}
