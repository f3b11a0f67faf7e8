# SPDX-License-Identifier: Apache-2.0
"""What confirmed deals came to, by seller and buyer: three kinds of money that are never added to one another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from suluh.case.papers.material import Material
from suluh.model.trade import Deal, money_of
from suluh.referral.papers.report import Rows
from suluh.referral.papers.values import Both, Cell, Listed, Sum
from suluh.referral.papers.words import told


def sums(material: Material, labels: Iterable[str]) -> Rows:
    """Seller, buyer, deals, whose accounts paid, three kinds of money, and the paper that has it in full.

    Of the deals that rest on one of some exhibits at least; each currency has a row of its own.
    """
    found: dict[tuple[str, str, str], list[Deal]] = defaultdict(list)
    wanted = frozenset(labels)
    for deal in material.parties.deals:
        if deal.judgement == "confirmed" and wanted & _labels(material, deal):
            person = material.parties.person
            found[person(deal.seller), person(deal.buyer), deal.currency or ""].append(deal)
    return tuple(_row(material, key, deals) for key, deals in found.items())


def _labels(material: Material, deal: Deal) -> set[str]:
    talk = (place for name in deal.messages if (one := material.messages.get(name)) for place in one.places)
    money = (place for one in material.lines_of(deal) for place in one.places)
    return {place.exhibit for place in (*talk, *money)}


def _row(material: Material, key: tuple[str, str, str], deals: list[Deal]) -> tuple[Cell, ...]:
    seller, buyer, currency = key
    found = {"recorded": 0, "possible": 0, "asked": 0}
    for deal in deals:
        kind = money_of(deal)
        if kind is not None:
            found[kind] += _recorded(material, deal) if kind == "recorded" else deal.amount_minor or 0
    codes = _with_kinds(material, deals)
    payers = tuple(dict.fromkeys(said for one in deals for said in paid_by(material, one)))
    money = (Sum(minor, currency) if minor and currency else None for minor in found.values())
    paper = f"D3-{seller}" if deals[0].seller else f"D4-{buyer}"
    return seller, buyer, len(deals), codes, Listed(payers) if payers else None, *money, paper


def _with_kinds(material: Material, deals: Iterable[Deal]) -> str | Both:
    """The codes of deals, each that is no sale with what it is: a gift has no sum for another reason than a sale."""
    codes = [(material.parties.deal_codes[one.id], one.kind) for one in deals]
    if all(kind == "sale" for _, kind in codes):
        return ", ".join(code for code, _ in codes)
    words = [(code, None if kind == "sale" else told(kind)) for code, kind in codes]
    english, indonesian = (
        ", ".join(code if word is None else f"{code} ({getattr(word, tongue)})" for code, word in words)
        for tongue in ("english", "indonesian")
    )
    return Both(english, indonesian)


def paid_by(material: Material, deal: Deal) -> Iterator[Both]:
    """Whose account each line that paid a deal came from, and whether a decision counts it to the buyer."""
    parties, code = material.parties, material.parties.deal_codes[deal.id]
    buyer = parties.person(deal.buyer)
    for shown in material.paid_and_back(deal)[0]:
        payer = shown.record.payer
        if payer is None:
            yield Both(f"{code}: the record names no account", f"{code}: catatan tidak menyebut akun")
            continue
        who = parties.person(payer)
        name = who if parties.is_child(payer) else f"{who} {parties.account(payer)}"
        if parties.is_decided(payer, deal.buyer):
            yield Both(f"{code}: {name}, counted to the buyer", f"{code}: {name}, dihitung pada pembeli")
        elif who == buyer:
            yield Both(
                f"{code}: an account under {who} that no decision counts to the buyer",
                f"{code}: akun di bawah kode {who} yang tidak dihitung pada pembeli oleh keputusan mana pun",
            )
        else:
            yield Both(
                f"{code}: {name}, joined to {buyer} by no decision",
                f"{code}: {name}, tidak digabungkan dengan {buyer} oleh keputusan mana pun",
            )


def _recorded(material: Material, deal: Deal) -> int:
    """What the lines of a deal come to that no deal before it counts."""
    lines = material.paid_and_back(deal)[0]
    return sum(one.record.amount_minor for one in lines if material.counted.get(one.record.id) == deal.id)
