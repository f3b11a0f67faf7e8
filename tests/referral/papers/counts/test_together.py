# SPDX-License-Identifier: Apache-2.0
"""Where each word on an account falls harmlessly because another stands, D2 says what falls with all of them."""

import pytest
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.gate.seal import Seal
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.examined.falls import ALL_WORDS, JOINED, Alone
from suluh.case.papers.material import Material
from suluh.case.papers.veiled import Veiled
from suluh.model.people import Link

PAID_INTO = "bca:99900003333"


@pytest.fixture
def trade(papers):
    case = Case.open(papers.folder, papers.acting)
    yield Trade(Material(case, Veiled(case)), Seal(case.secret))
    case.close()


def received(trade, *rules):
    """A confirmed deal that was paid into an account which links of some rules, all confirmed, join to its seller."""
    material, parties = trade.material, trade.material.parties
    children = {None, *parties.children}
    found = (one for one in parties.deals if one.judgement == "confirmed" and one.payments)
    deal = next(one for one in found if children.isdisjoint({one.seller, one.buyer}))
    shown = material.paid_and_back(deal)[0][0]
    line = shown._replace(record=replace(shown.record, beneficiary=PAID_INTO))
    material.payments = {**material.payments, **dict.fromkeys((line.record.id, *deal.payments), line)}
    ends = {
        "left": PAID_INTO,
        "right": deal.seller,
        "judgement": "confirmed",
        "by": "S-1",
        "at": "2026-02-02T00:00:00Z",
    }
    parties.links = [*parties.links, *(Link(id=rule, rule=rule, **ends) for rule in rules)]
    parties.__dict__.pop("_groups", None)
    parties.deals = [deal]
    return parties.account(PAID_INTO)


def test_two_links_that_stand_for_each_other_take_the_account_with_them(trade):
    code = received(trade, "paid-to", "own-name")
    alone = Alone(trade.material, ())

    each = [row[2] for row in alone.links() if row[0].startswith(f"{code}, ")]
    together = [row for row in alone.statements() if row[1] == ALL_WORDS and row[0] == code]

    assert each == [JOINED, JOINED]
    [row] = together
    assert any("the receiving account counts to the seller no more" in one.english for one in row[2].parts)


def test_of_one_word_alone_its_own_row_says_it(trade):
    code = received(trade, "paid-to")

    assert [row for row in Alone(trade.material, ()).statements() if row[1] == ALL_WORDS and row[0] == code] == []
