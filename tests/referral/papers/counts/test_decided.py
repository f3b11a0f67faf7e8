# SPDX-License-Identifier: Apache-2.0
"""That an account stands under the code of a child counts it to nobody: every paper says so alike."""

import pytest
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.gate.seal import Seal
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.examined.paid import paid_by
from suluh.case.papers.hints.subject import Subject
from suluh.case.papers.hints.trading import for_another
from suluh.case.papers.material import Material
from suluh.case.papers.persons.people import People
from suluh.case.papers.persons.remarks import Bearing
from suluh.case.papers.reasons.against.apart import of_sides
from suluh.case.papers.reasons.numbered import Numbered
from suluh.case.papers.veiled import Veiled
from suluh.model.people import Link

ACCOUNT = "bca:99900001111"


@pytest.fixture
def trade(papers):
    case = Case.open(papers.folder, papers.acting)
    yield Trade(Material(case, Veiled(case)), Seal(case.secret))
    case.close()


def of_child(trade, judgement):
    """A confirmed deal of a child that an account paid which a link ties to theirs, and how that link stands."""
    material, parties = trade.material, trade.material.parties
    deal = next(
        one
        for one in parties.deals
        if one.judgement == "confirmed" and one.payments and one.buyer and one.seller not in parties.children
    )
    shown = material.paid_and_back(deal)[0][0]
    line = replace(shown.record, payer=ACCOUNT, payer_name=None)
    by_ids = dict.fromkeys((line.id, *deal.payments), shown._replace(record=line))
    material.payments = {**material.payments, **by_ids}
    link = Link(id="x", left=ACCOUNT, right=deal.buyer, rule="paid-meanwhile", judgement=judgement, merges=True)
    parties.links = [*(one for one in parties.links if deal.buyer not in {one.left, one.right}), link]
    group = frozenset({ACCOUNT, deal.buyer})
    parties.children = group
    for name, value in (("_groups", group), ("_people", "AK-9")):
        parties.__dict__[name] = {**getattr(parties, name), **dict.fromkeys(group, value)}
    return deal


def english(said):
    return " ".join(one.english for one in said)


def test_every_paper_says_that_no_decision_counts_the_account_of_a_child_to_the_buyer(trade):
    deal = of_child(trade, "suggested")
    code = trade.material.parties.deal_codes[deal.id]

    head = english(Bearing(trade.material, (deal,), ()).sums(()))
    against = english(of_sides(trade.material, deal, Numbered((), deal.payments)))
    hints = english(
        one.says for one in for_another(Subject(trade, frozenset({deal.buyer}), (deal,), (), (), is_seller=False))
    )

    assert f"Paid from accounts that no decision counts to the buyer: {code} (AK-9)" in head
    assert f"{code}: an account under AK-9 that no decision counts to the buyer" in english(
        paid_by(trade.material, deal)
    )
    assert "AK-9 is counted to the buyer by no decision; it stands under the same code because" in against
    assert "an account under the buyer's code that no decision joins to the buyer" in hints


def test_the_row_of_a_child_says_by_what_each_account_stands_there_and_names_none(trade):
    deal = of_child(trade, "suggested")

    [row] = People(trade.material, trade).accounts((ACCOUNT, deal.buyer))

    assert row.identifier is None
    assert "joined by no decision: " in english(row.decided)
    assert "because all that may be a child's does" in english(row.decided)
    assert "tidak digabungkan oleh keputusan mana pun" in row.decided[0].indonesian
    assert code_of(trade, deal) in english(row.decided)
    assert ACCOUNT.partition(":")[2] not in english((*row.decided, *row.stated))


def test_a_circle_that_nobody_decided_says_so(trade):
    deal = of_child(trade, "suggested")

    [circle] = [one for one in trade.circles.of(deal) if one.account == ACCOUNT]

    assert "stands under AK-9, by no decision, because of this payment" in trade.circles.told(circle, deal).english


def test_a_confirmed_link_counts_it(trade):
    deal = of_child(trade, "confirmed")

    head = english(Bearing(trade.material, (deal,), ()).sums(()))
    said = english(paid_by(trade.material, deal))
    [row] = People(trade.material, trade).accounts((ACCOUNT, deal.buyer))

    assert "AK-9" not in head
    assert "AK-9, counted to the buyer" in said
    assert "joined by no decision" not in english(row.decided)


def code_of(trade, deal):
    return trade.material.parties.deal_codes[deal.id]
