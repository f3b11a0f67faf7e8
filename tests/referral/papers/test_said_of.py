# SPDX-License-Identifier: Apache-2.0
"""What a deal on paper says of lines that were not counted, messages beside it, names and clocks is all that is so."""

import re
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.gate.seal import Seal
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.hints.asked import hints_of
from suluh.case.papers.hints.subject import Subject
from suluh.case.papers.material import Material
from suluh.case.papers.reasons.against.apart import of_names
from suluh.case.papers.reasons.chances.chance import told
from suluh.case.papers.reasons.clocks import HOUR, Pair, Timed, _later, _staying
from suluh.case.papers.reasons.talk.between import Between, _at
from suluh.case.papers.remark import on
from suluh.case.papers.veiled import Veiled
from suluh.model.after.beyond import Joint
from suluh.model.talk import Account, Contact
from suluh.model.times import When
from suluh.model.trade import Deal, Term
from suluh.referral.papers.values import Both

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
    bare = {"reasons_for": (), "reasons_against": ()}
    deal = replace(trade.material.parties.deals[0], messages=joint.members[:1], **bare)
    case = SimpleNamespace(nouns=lambda kind, *_: [deal] if kind is Deal else [joint])

    assert Between(SimpleNamespace(case=case, parties=trade.material.parties))._used == frozenset(joint.members)


def called(trade, *names):
    """A deal whose payment is of “JATZI DRODA”, beside lines of others to the same account, and whom records call so.

    Each name is that of a sighting of the buyer's account, on an exhibit that does not call it its own.
    """
    deal, shown = paid(trade)
    material = trade.material
    line = replace(shown.record, payer="bca:“JATZI DRODA”", payer_name="JATZI DRODA")
    lines = {line.id: shown._replace(record=line)}
    for number, name in enumerate(("TUMVEKMER JATZI", "JATZI DRODA", "VEKNAX"), 1):
        other = replace(line, id=str(number) * 26, payer=f"bca:900{number}", payer_name=name)
        lines[other.id] = shown._replace(record=other)
    material.payments = {**material.payments, **lines}
    out = replace(
        line, id="4" * 26, payer=line.beneficiary, payer_name=None, beneficiary="x:1", beneficiary_name="Jatzi"
    )
    material.payments[out.id] = shown._replace(record=out)
    place = replace(line.place, exhibit="B-7")
    sightings = tuple(
        Account(id=str(n), account=deal.buyer, names=(name,), place=place) for n, name in enumerate(names)
    )
    material.accounts = (*(one for one in material.accounts if one.account != deal.buyer), *sightings)
    material.owning = {}
    material.conversations = ()
    return replace(deal, reasons_for=(Term(rule="same-name", score=1, text="x.", rests=(line.id,)),))


def test_a_name_that_payer_and_buyer_share_is_said_by_its_words_and_who_else_bears_them(trade):
    deal = called(trade, "Cust Jatzi", "Lain")

    [said] = of_names(trade.material, deal, trade.numbered(deal))
    against = trade.deal(deal).reasons_against

    assert said.english == (
        "By name this one word alone ties who paid to the buyer: “jatzi”, of “Cust Jatzi” (as B-7 writes it, where "
        "whoever held that may have saved it so). In the booked lines 2 others who paid the seller, and 1 whom the "
        "seller paid, bear it too. [booked line 1]"
    )
    assert "hanya satu kata ini yang mengaitkan pembayar dengan pembeli: “jatzi”, dari “Cust Jatzi”" in said.indonesian
    assert (
        "2 pembayar lain kepada penjual, dan 1 orang yang dibayar penjual, juga memakainya. [baris rekening 1]"
        in said.indonesian
    )
    assert said in against
    assert list(of_names(trade.material, replace(deal, reasons_for=()))) == []


def test_words_of_the_buyers_own_record_and_of_an_address_book_are_told_apart(trade):
    deal = called(trade, "Jatzi Droda")
    material = trade.material
    place = material.payments[deal.payments[0]].record.place
    saved = Contact(id="c", account=deal.buyer, name="Droda", place=replace(place, exhibit="B-8"))
    material.owning = {deal.buyer: frozenset({"B-7"})}
    nouns = material.case.nouns
    case = SimpleNamespace(nouns=lambda kind, *more: [saved] if kind is Contact else nouns(kind, *more))
    material.__dict__["case"] = case

    [said] = of_names(material, deal)

    assert "these words alone tie who paid to the buyer: “droda”, “jatzi”, of “Droda” (saved in an" in said.english
    assert (
        "address book on B-8), “Jatzi Droda” (of its own account on B-7). In the booked lines 1 other" in said.english
    )
    assert said.english.endswith(" who paid the seller, and 0 whom the seller paid, bear all of them too.")


def test_of_a_child_no_name_is_told_and_the_hint_on_namesakes_says_the_same(trade):
    deal = called(trade, "Jatzi")
    subject = Subject(trade, frozenset({deal.buyer}), (deal,), (), ())
    code = trade.material.parties.deal_codes[deal.id]
    [said] = of_names(trade.material, deal)

    hints = hints_of("namesake", subject)

    assert on(code, said) in hints
    trade.material.parties.__dict__["children"] = frozenset({deal.buyer})
    assert list(of_names(trade.material, deal)) == []


def test_a_reason_that_stays_by_one_of_its_messages_is_not_named_among_those_that_fall():
    paid = datetime(2026, 1, 2, 5, 24, tzinfo=UTC)
    near, far = (Pair(paid + timedelta(minutes=one), paid, None, "Asia/Jakarta") for one in (18, 157))
    reasons = [Timed("then-answered", (near, far)), Timed("claim", (near,)), Timed("then-sent", (far,))]
    moved = tuple(_later(one.pairs, -HOUR) for one in reasons)

    said = _staying(reasons, moved)

    assert said == Both(
        "1 of 3 (not: word of having paid; by some of its messages and not by others: seller's answer after it)",
        "1 dari 3 (tidak: perkataan sudah membayar; menurut sebagian pesannya, tidak menurut yang lain: jawaban "
        "penjual setelahnya)",
    )
    assert _staying(reasons[2:], moved[2:]) == Both("1 of 1", "1 dari 1")


def test_a_price_that_was_settled_later_is_said_to_begin_no_stretch(trade):
    deal, line = counted(trade)
    material = trade.material
    names = [name for name in deal.messages if name in material.messages and material.messages[name].at]
    first, later = names[:2]
    at = datetime.fromisoformat(material.messages[first].at)
    soon = f"{at + timedelta(minutes=1):%Y-%m-%dT%H:%M:%SZ}"
    material.messages = {**material.messages, later: material.messages[later]._replace(at=soon)}
    end = at + timedelta(hours=2)
    booked = replace(line.record, at=When(at=f"{end:%Y-%m-%dT%H:%M:%SZ}", written="x", precision="second"))
    material.payments = {**material.payments, line.record.id: line._replace(record=booked, at=booked.at.at)}
    terms = (
        Term(rule="offer", score=1, text="x.", rests=(first,)),
        Term(rule="told-amount", score=1, text="x.", rests=(later,)),
    )
    deal = replace(deal, reasons_for=terms, coincidence=replace(deal.coincidence, window=120, days=30, lines=9))
    numbered = trade.numbered(deal)

    stretch = next(one for one in told(material, deal, numbered) if one.english.startswith("The stretch is as long"))
    none = next(
        one for one in told(material, replace(deal, reasons_for=terms[:1]), numbered) if "The stretch is" in one.english
    )

    begins, price = numbered.messages[first], numbered.messages[later]
    assert (
        f"counted as an offer, a question whether it is there or an order [message {begins}] (what was said of the "
        f"price after it begins none [message {price}]) to the payment" in stretch.english
    )
    assert f"(yang dikatakan tentang harga sesudahnya bukan awal rentang [pesan {price}])" in stretch.indonesian
    assert f"an order [message {begins}] to the payment" in none.english
