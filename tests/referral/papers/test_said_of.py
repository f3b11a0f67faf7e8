# SPDX-License-Identifier: Apache-2.0
"""What a deal on paper says of lines that were not counted, messages beside it, names and clocks is all that is so."""

import re
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.gate.seal import Seal
from suluh.case.papers.material import Material
from suluh.case.papers.reasons.between import Between, _at
from suluh.case.papers.trade import Trade
from suluh.case.papers.veiled import Veiled
from suluh.model.after.beyond import Joint
from suluh.model.trade import Deal, Term

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


def test_messages_right_after_a_deal_that_lacks_an_answer_are_named_with_time_sender_and_place(trade):
    deal, _ = paid(trade)
    material = trade.material
    names = [name for name in deal.messages if name in material.messages]
    said = sorted((material.messages[name].record for name in names), key=_at)
    said = [one for one in said if (one.place.file, one.conversation) == (said[-1].place.file, said[-1].conversation)]
    first, last = said[0], said[-1]
    lacking = replace(deal, messages=(first.id,), items_delivered=0, reasons_for=(), reasons_against=())
    whole, cut, stopped = Between(material), Between(material), Between(material)
    inner = {one.id for one in said[1:]}
    cut.__dict__["_used"] = whole._used - inner
    stopped.__dict__["_used"] = whole._used - inner | {said[1].id}

    [told] = cut.after(lacking)

    assert len(said) > 2
    who, [where] = material.parties.account(said[1].sender), material.told((said[1].place,))
    assert f"{material.parties.person(said[1].sender)} {who}, {where.english}" in told.english
    assert f", {where.indonesian}" in told.indonesian
    assert "of its two sides that no deal counts, not printed here; whether one assents or speaks of" in told.english
    assert " WIB, " in told.english
    number = int(re.search(r"stands? (\d+) message", told.english).group(1))
    assert number >= len(said) - 1
    assert (f"; and {number - 5} more." in told.english) is (number > 5)
    assert told.english.count("; ") == min(number, 5) + (number > 5)
    assert list(stopped.after(lacking)) == []
    answered = Term(rule="then-answered", score=1, text="x.")
    sent = Term(rule="sent", score=1, text="x.")
    assert list(cut.after(replace(lacking, reasons_for=(answered, sent)))) == []
    assert list(cut.after(replace(lacking, reasons_for=(sent,)))) == [told]
    assert last.sender


def test_a_message_that_stands_in_a_deal_is_in_one_in_its_copies_too(trade):
    joint = next(one for one in trade.material.case.nouns(Joint) if one.record == "message")
    deal = replace(trade.material.parties.deals[0], messages=joint.members[:1])
    case = SimpleNamespace(nouns=lambda kind, *_: [deal] if kind is Deal else [joint])

    assert Between(SimpleNamespace(case=case))._used == frozenset(joint.members)
