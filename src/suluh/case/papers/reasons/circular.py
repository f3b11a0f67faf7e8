# SPDX-License-Identifier: Apache-2.0
"""Where an account counts to a party because of the very payment that it is to prove.

1. An account of a booked line belongs to the buyer or seller by the deal where only links of payments join it to them.
2. That is said beside the deal, with the links and with the other deals on which the same joining rests.
3. Reasons that only repeat the joining, or a name that nothing but such an account bears, are no reasons of their own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from suluh.case.papers.material import Material
from suluh.case.papers.parties import together
from suluh.model.people import Link
from suluh.model.trade import Deal, Payment, Term
from suluh.persons.names import words
from suluh.referral.papers.values import Both
from suluh.referral.papers.words import done, told

OF_PAYMENTS = frozenset({"pays-for", "paid-for", "paid-to", "paid-as-told", "same-payer", "paid-meanwhile"})
"""Rules of links that payments of deals suggest."""

_COUNTING = frozenset({"pays-for", "paid-as-told", "same-payer", "paid-for", "paid-to"})
"""Reasons of links that count payments: of deals that a payment record supports, and of no others."""

_REPEATS: Mapping[str, frozenset[str]] = {
    "payer": frozenset({"payer-known", "same-name"}),
    "beneficiary": frozenset({"same-person", "holder-name"}),
}
"""Reasons that may rest on the joining of the account of one end of a booked line."""

_ENDS = {
    "payer": Both("The payer's account", "Akun pembayar"),
    "beneficiary": Both("The receiving account", "Akun penerima"),
}
_NAME_ALONE = OF_PAYMENTS | {"same-name", "own-name"}
"""Rules of links that say nothing beside payments and names."""

_BY_NAME = frozenset({"same-name", "holder-name"})


class Circle(NamedTuple):
    """An account of a booked line that payments alone join to its party."""

    end: str
    """``payer`` or ``beneficiary``."""

    account: str
    party: str
    deals: tuple[Deal, ...]
    """Those on which the joining rests, this one among them."""

    links: tuple[Link, ...]
    says_name: bool
    """Whether something beside such accounts gives the party the name that the line prints."""


class Circles:
    """Finds, for each deal, what follows from the deal itself."""

    def __init__(self, material: Material) -> None:
        self._material = material

    @cached_property
    def _apart(self) -> Mapping[str, frozenset[str]]:
        """What is joined by anything but payments."""
        parties = self._material.parties
        pairs = [
            (one.left, one.right)
            for one in parties.links
            if one.rule not in OF_PAYMENTS and (one.judgement == "confirmed" or (one.merges and self._is_child(one)))
        ]
        for exhibit in self._material.exhibits:
            pairs += [(exhibit.accounts[0], other) for other in exhibit.accounts[1:]]
        return together(pairs)

    def _is_child(self, one: Link) -> bool:
        """Whether a suggestion counts as well: of whoever is protected all that may be theirs is."""
        return self._material.parties.is_child(one.left) or self._material.parties.is_child(one.right)

    def of(self, deal: Deal) -> tuple[Circle, ...]:
        """Every end of its booked lines that payments alone join to its party, each once."""
        lines = [shown.record for shown in self._material.paid_and_back(deal)[0]]
        found = (
            self._circle(end, account, party, line)
            for end, party in (("payer", deal.buyer), ("beneficiary", deal.seller))
            for line in lines
            if party and (account := _end(line, end))
        )
        return tuple({(one.end, one.account): one for one in found if one is not None}.values())

    def _circle(self, end: str, account: str, party: str, line: Payment) -> Circle | None:
        parties = self._material.parties
        near = self._apart.get(party, frozenset({party}))
        if account in near or account not in parties.group(party):
            return None
        links = self._links.get(account, ())
        printed = words((line.payer_name if end == "payer" else line.beneficiary_name) or "")
        own = {word for one in near for name in self._material.names.get(one, ()) for word in words(name)}
        return Circle(end, account, party, self._deals(end, account, party), links, not own.isdisjoint(printed))

    def apart(self, circle: Circle, deal: Deal) -> Iterator[Both]:
        """Accounts that records, and no payment, suggest for the party and that bear the name on the booked line."""
        parties, names = self._material.parties, self._material.names
        if parties.is_child(circle.party) or circle.says_name:
            return
        lines = [shown.record for shown in self._material.paid_and_back(deal)[0]]
        printed = {word for one in lines for word in words(getattr(one, f"{circle.end}_name") or "")}
        own = parties.group(circle.party)
        suggested = set(parties.suggested(own))
        for link in parties.links:
            near = {link.left, link.right} - own
            if link.rule in _NAME_ALONE or link.judgement != "suggested" or len(near) != 1 or not near <= suggested:
                continue
            [account] = near
            if any(printed & set(words(name)) for name in names.get(account, ())):
                rule, code = told(link.rule), parties.account(account)
                yield Both(
                    f"Not decided, and no consequence of a payment: {code}, whom records name so as the booked line "
                    f"does, with {parties.person(circle.party)} (“{rule.english}”). Decided, it would be a sign of "
                    "its own.",
                    f"Belum diputuskan, dan bukan akibat pembayaran: {code}, yang dalam catatan bernama seperti pada "
                    f"baris rekening, dengan {parties.person(circle.party)} (“{rule.indonesian}”). Bila diputuskan, "
                    "itu menjadi tanda tersendiri.",
                )

    def _deals(self, end: str, account: str, party: str) -> tuple[Deal, ...]:
        """The deals of a party that an account paid, or was paid in."""
        group, side = self._material.parties.group(party), "buyer" if end == "payer" else "seller"
        return tuple(one for one in self._by_end.get((end, account), ()) if getattr(one, side) in group)

    @cached_property
    def _by_end(self) -> Mapping[tuple[str, str], tuple[Deal, ...]]:
        """The deals on each end of their booked lines, by its account; a link rests on rejected ones as well."""
        found: dict[tuple[str, str], dict[str, Deal]] = defaultdict(dict)
        deals = self._material.parties.deals
        for deal, end, account in ((one, *side) for one in deals for side in self._sides(one)):
            found[end, account][deal.id] = deal
        return {key: tuple(deals.values()) for key, deals in found.items()}

    def _sides(self, deal: Deal) -> Iterator[tuple[str, str]]:
        """The ends of its booked lines that have an account."""
        ends = ((end, _end(shown.record, end)) for shown in self._material.lines_of(deal) for end in _REPEATS)
        return ((end, account) for end, account in ends if account)

    @cached_property
    def _links(self) -> Mapping[str, tuple[Link, ...]]:
        """The links of payments that join, by each of their accounts."""
        found: dict[str, list[Link]] = defaultdict(list)
        for one in self._material.parties.links:
            if one.rule in OF_PAYMENTS and one.merges:
                found[one.left].append(one)
                found[one.right].append(one)
        return {account: tuple(links) for account, links in found.items()}

    def joins(self, link: Link) -> Both | None:
        """The deals on which a link of payments rests, in words.

        A rule that counts payments counts those of supported deals alone; what an officer said counts none by itself.
        """
        if link.rule not in OF_PAYMENTS:
            return None
        is_counted = any(one.rule in _COUNTING for one in link.reasons_for)
        found: dict[str, Deal] = {}
        for account, party in ((link.left, link.right), (link.right, link.left)):
            for end in _REPEATS:
                found |= {one.id: one for one in self._deals(end, account, party)}
        return self._codes(one for one in found.values() if one.tier == "recorded" or not is_counted)

    def _codes(self, deals: Iterable[Deal]) -> Both | None:
        """Deals by their codes, with a word at those that nobody confirmed; null where there is none."""
        told = [self._material.parties.named(one) for one in deals]
        return Both(", ".join(one.english for one in told), ", ".join(one.indonesian for one in told)) if told else None

    def told(self, circle: Circle, deal: Deal) -> Both:
        """What is said of it beside a deal."""
        parties = self._material.parties
        who = parties.person(circle.party)
        code = "" if parties.is_child(circle.account) else f" {parties.account(circle.account)}"
        end = _ENDS[circle.end]
        by = tuple(_link(one) for one in circle.links)
        by_en, by_id = (
            f" ({text})" if (text := "; ".join(getattr(one, tongue) for one in by)) else ""
            for tongue in ("english", "indonesian")
        )
        counts, counts_id = f"is counted to {who}", f"dihitung pada {who}"
        if not parties.is_decided(circle.account, circle.party):
            counts, counts_id = f"stands under {who}, by no decision,", f"tercantum di bawah {who}, tanpa keputusan,"
        others = self._codes(one for one in circle.deals if one.id != deal.id)
        if others is None:
            return Both(
                f"{end.english}{code} {counts} because of this payment{by_en}; it is no second proof of it.",
                f"{end.indonesian}{code} {counts_id} karena pembayaran ini{by_id}; itu bukan bukti kedua baginya.",
            )
        return Both(
            f"{end.english}{code} {counts} because of this payment and of those of {others.english}{by_en}; "
            "these deals are no second proof of one another.",
            f"{end.indonesian}{code} {counts_id} karena pembayaran ini dan pembayaran {others.indonesian}"
            f"{by_id}; rangkaian-rangkaian itu bukan bukti kedua satu bagi yang lain.",
        )


def repeats(term: Term, circles: Iterable[Circle]) -> bool:
    """Whether a reason says nothing but what follows from the deal itself."""
    return any(term.rule in _REPEATS[one.end] and not (term.rule in _BY_NAME and one.says_name) for one in circles)


def _end(line: Payment, end: str) -> str | None:
    return line.payer if end == "payer" else line.beneficiary


def _link(one: Link) -> Both:
    rule, who = told(one.rule), done(one.by, one.at)
    return (
        Both(f"link “{rule.english}”, confirmed by {who}", f"kaitan “{rule.indonesian}”, dikonfirmasi {who}")
        if who
        else Both(f"link “{rule.english}”, not decided", f"kaitan “{rule.indonesian}”, belum diputuskan")
    )
