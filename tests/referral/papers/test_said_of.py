# SPDX-License-Identifier: Apache-2.0
"""What a deal on paper says of lines that were not counted, messages beside it, names and clocks is all that is so."""

import pytest
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.gate.seal import Seal
from suluh.case.papers.material import Material
from suluh.case.papers.trade import Trade
from suluh.case.papers.veiled import Veiled
from suluh.model.trade import Term

from .test_reader import paid


@pytest.fixture
def trade(papers):
    case = Case.open(papers.folder, papers.acting)
    yield Trade(Material(case, Veiled(case)), Seal(case.secret))
    case.close()


def twinned(trade, shown, **said):
    """The same case with a line beside one that paid, which failed."""
    twin = shown._replace(record=replace(shown.record, id="a" * 26, status="failed", **said))
    trade.material.__dict__["payments"] = {**trade.material.payments, twin.record.id: twin}
    return Trade(trade.material, trade.seal)


def naming(trade, deal, shown):
    """The same deal, in which the buyer names the number of its payment, and that reason's messages."""
    said = deal.messages[-1:]
    term = Term(rule="reference-named", score=1, text="x.", rests=(*said, shown.record.id))
    others = (one for one in deal.reasons_for if one.rule != term.rule)
    return replace(deal, reasons_for=(*others, term)), trade.numbered(deal).messages[said[0]]


def test_an_equal_line_that_failed_is_named_where_the_lines_are_counted(trade):
    deal, shown = counted(trade)
    before = trade.deal(deal).chance
    other = twinned(trade, shown)

    said = other.deal(deal)

    number = other.numbered(deal).lines["a" * 26]
    [more] = [one for one in said.chance if one not in before]
    assert "Not counted are lines that failed, wait or were reversed" in said.chance[0].english
    assert "In this statement stands 1 line of this sum" in more.english
    assert f"that is not counted: {trade.material.told(shown.places)[0].english}." in more.english
    assert more.english.endswith(f"[booked line {number}]")
    assert f"yang tidak dihitung: {trade.material.told(shown.places)[0].indonesian}." in more.indonesian
    assert twinned(trade, shown, amount_minor=1).deal(deal).chance == before
    somebody = twinned(trade, shown, payer="bca:1", payer_name="x").deal(deal).chance
    assert (somebody == before) is deal.coincidence.payer


def counted(trade):
    """A confirmed deal of one line whose chance is printed, and that line."""
    for deal in trade.material.parties.deals:
        if deal.judgement == "confirmed" and trade.counted.line_of(deal) and len(trade.material.lines_of(deal)) == 1:
            return deal, trade.material.lines_of(deal)[0]
    raise AssertionError


def test_a_number_that_the_buyer_names_says_which_of_two_bookings_the_talk_is_about(trade):
    deal, shown = paid(trade)
    deal, number = naming(trade, deal, shown)
    open_ = "Which of them the talk is about"

    named = twinned(trade, shown, reference="99").deal(deal).reasons_against
    same = twinned(trade, shown).deal(deal).reasons_against

    told = next(one for one in named if "The number that the buyer names is that of the payment" in one.english)
    assert f"[message {number}; booked lines 1, " in told.english
    assert "Nomor yang disebut pembeli adalah nomor pembayaran rangkaian ini" in told.indonesian
    assert not any(open_ in one.english for one in named)
    assert any(open_ in one.english for one in same)
