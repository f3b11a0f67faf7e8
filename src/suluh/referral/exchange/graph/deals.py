# SPDX-License-Identifier: Apache-2.0
"""Accounts as a package names them, and deals and offers as actions of theirs: worked out, no finding of guilt."""

from collections.abc import Iterator

from suluh.referral.dossier import AccountLine, DealLine, OfferLine
from suluh.referral.exchange.format import Package
from suluh.referral.exchange.graph.node import Names, Node, moment

SUMS = (("recorded", "recorded as paid"), ("possible", "possibly paid"), ("asked", "price asked, no payment"))
OUTSIDE = {"X": "a protected account", "Z": "a party outside this package"}


def accounts(package: Package, names: Names) -> Iterator[Node]:
    """Each account under its code, with its identifier only where the package has it."""
    for one in package.accounts:
        yield {
            "@id": names.of("account", one.code),
            "@type": "uco-observable:ObservableObject",
            "uco-core:name": one.code,
            "uco-core:description": [_told(one)],
            "uco-core:hasFacet": [_facet(one, names)],
        }


def deals(package: Package, names: Names) -> Iterator[Node]:
    """Each deal as an action: its parties by their codes, what was sent, first and last moment."""
    known = {one.code for one in package.accounts}
    listed = {one.sha256 for one in package.contents}
    for one in package.deals:
        times = sorted(at for at in (one.offered_at, one.paid_at, one.delivered_at) if at)
        sent = [names.ref("content", sha256) for sha256 in one.contents if sha256 in listed]
        node: Node = {
            "@id": names.of("deal", one.code),
            "@type": "uco-action:Action",
            "uco-core:name": one.code,
            "uco-core:description": [_said(one)],
        }
        parties = {"uco-action:performer": one.seller, "uco-action:participant": one.buyer}
        node |= {key: names.ref("account", code) for key, code in parties.items() if code in known}
        node |= {"uco-action:object": sent} if sent else {}
        if times:
            node |= {"uco-action:startTime": moment(times[0]), "uco-action:endTime": moment(times[-1])}
        yield node


def offers(package: Package, names: Names) -> Iterator[Node]:
    """Each offer of which no buyer is known, once with all its prices."""
    known = {one.code for one in package.accounts}
    prices: dict[str, list[OfferLine]] = {}
    for one in package.offers:
        prices.setdefault(one.code, []).append(one)
    for code, rows in prices.items():
        first = rows[0]
        node: Node = {
            "@id": names.of("offer", code),
            "@type": "uco-action:Action",
            "uco-core:name": code,
            "uco-core:description": [_offered(first, rows)],
        }
        node |= {"uco-action:performer": names.ref("account", first.seller)} if first.seller in known else {}
        node |= {"uco-action:startTime": moment(first.at)} if first.at else {}
        yield node


def _facet(one: AccountLine, names: Names) -> Node:
    return {
        "@id": names.of("facet", one.code),
        "@type": "uco-observable:AccountFacet",
        "uco-observable:accountIdentifier": one.account or one.code,
    }


def _told(one: AccountLine) -> str:
    country = f"; country {one.country}" if one.country else ""
    basis = f" by {one.basis}" if one.basis else ""
    whose = "" if one.account else "; its identifier is not in this package"
    return f"Account of {one.service}{country}{basis}{whose}; seller in {one.sold} deals, buyer in {one.bought}"


def _said(one: DealLine) -> str:
    money = "".join(
        f"; {getattr(one, name)} {one.currency} {words}" for name, words in SUMS if getattr(one, name) is not None
    )
    parties = "".join(
        f"; {role}: {OUTSIDE[code]}" for role, code in (("seller", one.seller), ("buyer", one.buyer)) if code in OUTSIDE
    )
    word = "" if one.judgement is None else f"; {one.judgement} by an officer"
    word = "; no officer decided it" if one.judgement == "undecided" else word
    promised = "" if one.items_promised is None else f"; {one.items_promised} attachments promised"
    return (
        f"Deal worked out from exhibits, no finding of guilt: {one.kind}, {one.state}, {one.tier}{word}{promised}; "
        f"{one.items_delivered} attachments sent, {one.items_distinct} distinct{money}{parties}"
    )


def _offered(first: OfferLine, rows: list[OfferLine]) -> str:
    prices = "".join(
        f"; {one.asked} {one.currency} asked" + (f" for {one.items}" if one.items else "") for one in rows if one.asked
    )
    return f"Offer of which no buyer is known: {first.kind}, told {first.told} times{prices}; nothing of it was paid"
