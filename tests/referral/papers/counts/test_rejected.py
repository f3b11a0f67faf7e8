# SPDX-License-Identifier: Apache-2.0
"""What an officer rejected hides nothing: links, lines and messages that were its own are named with its code."""

import pytest
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.gate.seal import Seal
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.hints.subject import Subject
from suluh.case.papers.hints.trading import otherwise
from suluh.case.papers.material import Material
from suluh.case.papers.veiled import Veiled
from suluh.model.people import Link
from suluh.model.trade import Deal, Term

NAME = "a" * 26
"""The id of a line that nothing else has."""


@pytest.fixture
def trade(papers):
    case = Case.open(papers.folder, papers.acting)
    yield Trade(Material(case, Veiled(case)), Seal(case.secret))
    case.close()


def confirmed(trade, **more):
    """A confirmed deal that a booked line paid, of two sides that nobody protects."""
    children = {None, *trade.material.parties.children}
    found = (one for one in trade.material.parties.deals if one.judgement == "confirmed" and one.payments)
    return replace(next(one for one in found if children.isdisjoint({one.seller, one.buyer})), **more)


def with_rejected(trade):
    """A confirmed deal and a rejected one, paid by a line of the same payer into the same account."""
    material, parties = trade.material, trade.material.parties
    deal = confirmed(trade, reasons_against=())
    shown = material.paid_and_back(deal)[0][0]
    paid = replace(shown.record, payer="bca:99900001111", payer_name=None, beneficiary="bca:99900002222")
    line = replace(paid, id=NAME, amount_minor=2_500_000)
    material.payments = {
        **material.payments,
        **{name: shown._replace(record=paid) for name in (paid.id, deal.payments[0])},
        NAME: shown._replace(record=line),
    }
    gone = replace(deal, id="b" * 26, judgement="rejected", payments=(NAME,), messages=())
    parties.deals = [*parties.deals, gone]
    return deal, parties.deal_codes[gone.id]


def english(said):
    return " ".join(one.english for one in said)


def test_a_line_that_was_only_of_a_rejected_deal_may_be_for_something_else(trade):
    deal, code = with_rejected(trade)

    line = trade.deal(deal)

    assert f"that was only of what an officer rejected ({code}), and so may be" in english(line.reasons_against)
    assert any(f"only of {code} (rejected))" in one.english for one in line.booked)
    assert any(f"hanya milik {code} (ditolak))" in one.indonesian for one in line.booked)


def test_a_line_that_another_deal_holds_as_well_is_no_such_line(trade):
    deal, code = with_rejected(trade)
    parties = trade.material.parties
    other = replace(deal, id="c" * 26, payments=(NAME,), messages=())
    parties.deals = [*parties.deals, other]
    parties.__dict__.pop("deal_codes", None)

    assert code not in english(trade.deal(deal).reasons_against)


def test_a_row_of_a_rejected_line_has_the_code_and_counts_nowhere(trade):
    _, code = with_rejected(trade)

    row = trade.lines.row(trade.material.payments[NAME], frozenset())

    assert [one.english for one in row.deals] == [f"{code} (rejected)"]
    assert row.counted is None


def test_a_link_of_payments_rests_on_a_rejected_deal_as_well(trade):
    deal, code = with_rejected(trade)
    link = Link(id="x", left="bca:99900001111", right=deal.buyer, rule="paid-for", judgement="confirmed")

    assert f"{code} (rejected)" in trade.circles.joins(link).english
    assert f"{code} (ditolak)" in trade.circles.joins(link).indonesian


def of_messages(trade, deal, rests, *others):
    """What a hint says of no deal where a deal has no last message of its own but may rest on it, beside others."""
    parties, case = trade.material.parties, trade.material.case
    term = Term(rule="claim", score=0, text="Said.", rests=rests)
    bare = replace(deal, messages=deal.messages[:-1], reasons_for=(term,), reasons_against=())
    left = [one for one in parties.deals if deal.messages[-1] not in one.messages]
    parties.deals = [*left, bare, *others]
    nouns = type(case).nouns
    case.nouns = lambda kind, *more: iter(parties.deals) if kind is Deal else nouns(case, kind, *more)
    trade.__dict__.pop("between", None)
    parties.__dict__.pop("deal_codes", None)
    return [one.says.english for one in otherwise(Subject(trade, frozenset(), (bare,), (), ()))]


def size_of(said):
    return sum(int(one.split()[0]) for one in said if "to no deal" in one)


def test_messages_of_a_rejected_deal_are_counted_among_those_of_no_deal_and_said_to_be_its_own(trade):
    deal = confirmed(trade)
    more = {"messages": deal.messages[-1:], "reasons_for": (), "reasons_against": ()}
    other = replace(deal, id="b" * 26, **more)

    said = of_messages(trade, deal, (), replace(other, judgement="rejected"))
    code = trade.material.parties.deal_codes[other.id]
    held = of_messages(trade, deal, (), replace(other, judgement="confirmed"))

    assert any(f"of {code}, which an officer rejected" in one for one in said)
    assert not any("which an officer rejected" in one for one in held)
    assert size_of(said) > size_of(held)


def test_a_message_that_a_reason_rests_on_is_none_of_no_deal(trade):
    deal = confirmed(trade)

    without, resting = (size_of(of_messages(trade, deal, rests)) for rests in ((), deal.messages[-1:]))

    assert without > resting
