# SPDX-License-Identifier: Apache-2.0
"""Accounts of a booked line that no decision counts to the buyer or seller: that speaks against the deal."""

from collections.abc import Iterator
from typing import NamedTuple

from suluh.case.papers.material import Material
from suluh.case.papers.reasons.numbered import Numbered
from suluh.model.trade import Deal
from suluh.referral.papers.values import Both


class _End(NamedTuple):
    """One end of a booked line, in words."""

    account: Both
    party: Both
    open: Both


_PAYER = _End(
    Both("The payer's account", "Akun pembayar"),
    Both("the buyer", "pembeli"),
    Both(
        "Whose it is, and for whom was paid, is not known.",
        "Milik siapa akun itu, dan untuk siapa dibayar, belum diketahui.",
    ),
)
_PAYEE = _End(
    Both("The receiving account", "Akun penerima"),
    Both("the seller", "penjual"),
    Both("Whose it is is not known.", "Milik siapa akun itu belum diketahui."),
)


def of_sides(material: Material, deal: Deal, numbered: Numbered) -> Iterator[Both]:
    """A sentence for each account of the lines that paid a deal that is none of its party's, as officers decided."""
    found: dict[tuple[_End, str, str], list[str]] = {}
    for shown in material.paid_and_back(deal)[0]:
        line = shown.record
        for end, account, party in ((_PAYER, line.payer, deal.buyer), (_PAYEE, line.beneficiary, deal.seller)):
            if account and party and account not in material.parties.group(party):
                found.setdefault((end, account, party), []).append(line.id)
    for (end, account, party), lines in found.items():
        yield _told(material, end, account, party, numbered.within(lines))


def _told(material: Material, end: _End, account: str, party: str, at: Both) -> Both:
    parties, who = material.parties, material.parties.person(account)
    code = who if parties.is_child(account) else f"{parties.account(account)} ({who})"
    is_near = not parties.is_child(account) and account in parties.suggested(parties.group(party))
    near, near_id = (
        ("; a link that nobody decided suggests it", "; baru disarankan oleh kaitan yang belum diputuskan")
        if is_near
        else ("", "")
    )
    return Both(
        f"{end.account.english} {code} is counted to {end.party.english} by no decision{near}. "
        f"{end.open.english}{at.english}",
        f"{end.account.indonesian} {code} tidak digabungkan dengan {end.party.indonesian} oleh keputusan mana "
        f"pun{near_id}. {end.open.indonesian}{at.indonesian}",
    )
