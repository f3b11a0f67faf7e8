# SPDX-License-Identifier: Apache-2.0
"""The tables of deals, offers and their parties, and of what links a person's accounts."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from msgspec.structs import replace

from suluh.model.money import decimal_text
from suluh.model.people import ONE_CONVERSATION
from suluh.model.rules.children import child_of
from suluh.model.rules.codes import code as numbered
from suluh.model.talk import is_named_only, service_of
from suluh.model.trade import Deal, MoneyKind, Price, money_of
from suluh.referral.dossier import AccountLine, DealLine, DecisionLine, LinkLine, OfferLine
from suluh.referral.says.choice import PAIRS, Choice

ROLES = frozenset(
    (
        *("seller", "buyer", "intermediary", "go between", "producer", "payer", "beneficiary"),
        *("penjual", "pembeli", "perantara", "pembuat materi", "pembayar", "penerima"),
        *("reporter", "reported person", "witness", "victim", "expert", "suspect", "wanted", "accused", "convicted"),
        *("pelapor", "terlapor", "saksi", "korban", "ahli", "tersangka", "dpo", "terdakwa", "terpidana"),
    )
)
"""Roles and statuses of the glossary, in both languages."""

UNDECIDED = "undecided"
"""What a package says of a deal that no officer decided."""


def deals(choice: Choice) -> Iterator[DealLine]:
    """The chosen deals in the order of time."""
    return (_deal(numbered("deal", number), one, choice) for number, one in enumerate(choice.deals, 1))


def offers(choice: Choice) -> Iterator[OfferLine]:
    """The chosen offers in the order of time, a row for each price; one without a price has one row as well."""
    for number, one in enumerate(choice.offers, 1):
        line = OfferLine(
            code=numbered("offer", number),
            kind=one.kind,
            seller=choice.party(one.seller),
            told=one.told,
            items=one.items_promised,
            at=one.at,
        )
        yield from (_priced(line, price) for price in one.prices) if one.prices else (line,)


def _priced(line: OfferLine, price: Price) -> OfferLine:
    asked = decimal_text(price.amount_minor, price.currency)
    return replace(line, items=price.items, asked=asked, currency=price.currency)


def accounts(choice: Choice) -> Iterator[AccountLine]:
    """The accounts that stand under a code; in a person's package only that person's."""
    sold, bought = choice.counts()
    offered = Counter(one.seller for one in choice.offers)
    is_full, own = choice.to.identifiers == "full", choice.inside
    # To a partner goes no name: an account that is known by its name only stands under its code alone.
    is_abroad = choice.to.rows == "country"
    for name, code in choice.codes.items():
        if own is None or name in own:
            yield AccountLine(
                code=code,
                service=service_of(name),
                account=as_written(name) if is_full and not (is_abroad and is_named_only(name)) else None,
                country=choice.terms.country if is_full else None,
                basis=choice.basis.get(name) if is_abroad else None,
                sold=sold[name],
                bought=bought[name],
                offered=offered[name],
            )


def links(choice: Choice) -> Iterator[LinkLine]:
    """Links of the person's accounts, whatever became of them; the person's own account stands first."""
    own = choice.inside or frozenset()
    for one in choice.links:
        first, other = (one.left, one.right) if one.left in own else (one.right, one.left)
        yield LinkLine(
            left=choice.party(first) or "",
            right=choice.party(other) or "",
            rule=one.rule,
            judgement=one.judgement,
            merges=one.merges,
            by=one.by,
            at=one.at,
        )


def decisions(choice: Choice) -> Iterator[DecisionLine]:
    """What officers decided on the person's accounts, and on their conversations, in their order."""
    own = choice.inside or frozenset()
    for one in choice.decisions:
        if one.rule == ONE_CONVERSATION:
            account = choice.party(min(own & choice.about(one))) or ""
            yield DecisionLine(
                order=one.order, act=one.act, account=account, value=ONE_CONVERSATION, by=one.by, at=one.at
            )
            continue
        is_pair = one.act in PAIRS
        yield DecisionLine(
            order=one.order,
            act=one.act,
            account=choice.party(one.left) or "",
            other=choice.party(one.right) if is_pair else None,
            value=None if is_pair else _value(one.right),
            document=one.document,
            by=one.by,
            at=one.at,
        )


def _value(word: str | None) -> str:
    """A role or status that is a known word; an officer's own words may name somebody, and stay with the unit."""
    folded = (word or "").casefold().replace("_", " ").replace("-", " ")
    return child_of(folded) or (folded if folded in ROLES else "other")


def as_written(account: str) -> str:
    """An account as its service writes it; of one that is known by name only the name, without where it was found."""
    service, _, rest = account.partition(":")
    return f"{service}:{unquote(rest.rpartition('/')[2]) if is_named_only(account) else rest}"


def _deal(code: str, deal: Deal, choice: Choice) -> DealLine:
    priced = deal.amount_minor is not None and deal.currency is not None
    told = decimal_text(deal.amount_minor or 0, deal.currency or "") if priced else None
    money: dict[MoneyKind | None, str | None] = {money_of(deal): told}
    return DealLine(
        code=code,
        kind=deal.kind,
        state=deal.state,
        tier=deal.tier,
        judgement=deal.judgement or UNDECIDED,
        by=deal.by if deal.judgement else None,
        at=deal.at if deal.judgement else None,
        seller=choice.party(deal.seller),
        buyer=choice.party(deal.buyer),
        items_promised=deal.items_promised,
        items_delivered=deal.items_delivered,
        items_distinct=deal.items_distinct,
        recorded=money.get("recorded"),
        possible=money.get("possible"),
        asked=money.get("asked"),
        currency=deal.currency if priced else None,
        payments=len(deal.payments),
        offered_at=deal.offered_at,
        paid_at=deal.paid_at,
        delivered_at=deal.delivered_at,
        contents=tuple(sorted(choice.listed.intersection(deal.files))),
    )
