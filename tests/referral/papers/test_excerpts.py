# SPDX-License-Identifier: Apache-2.0
"""Messages on paper: as written, cut and harmless, numbered for the reasons, and nothing of whom the walls keep out."""

import re

import pytest
from msgspec.structs import replace
from tests.decided import CHILD

from suluh.case.case import Case
from suluh.case.checks.children import Children
from suluh.case.dossiers.brief import Brief
from suluh.case.gate.seal import Seal
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.material import Material
from suluh.case.papers.places import TO
from suluh.case.papers.reasons.talk import excerpt
from suluh.case.papers.reasons.talk.excerpt import HELD, LONGEST
from suluh.case.papers.reasons.talk.walls import Walls
from suluh.case.papers.veiled import Veiled
from suluh.case.views.records import Shown
from suluh.model.trade import Term
from suluh.referral.papers.forms.cards import BOOKED
from suluh.referral.papers.press import NUMBER
from suluh.referral.papers.setting import printed
from suluh.referral.papers.values import Both, Clock, Listed

from .test_annexes import cards_of, column, field, of, spread


@pytest.fixture
def trade(papers):
    case = Case.open(papers.folder, papers.acting)
    yield Trade(Material(case, Veiled(case)), Seal(case.secret))
    case.close()


def adult(trade):
    """A confirmed deal of two sides that nobody protects, paid by a booked line."""
    parties = trade.material.parties
    return next(
        one
        for one in parties.deals
        if one.judgement == "confirmed"
        and {one.seller, one.buyer}.isdisjoint({None, *parties.children})
        and one.payments
    )


def say(trade, deal, **said):
    """Put other words into the first message of a deal; what its paper then has of it."""
    messages = dict(trade.material.messages)
    name = next(name for name in deal.messages if messages[name].record.text)
    messages[name] = messages[name]._replace(record=replace(messages[name].record, **said))
    trade.material.__dict__["messages"] = messages
    return name


def line_of(trade, deal, name, own=frozenset()):
    lines, held = trade.excerpt(deal, own)
    number = trade.numbered(deal).messages[name]
    said = (one for one in lines if isinstance(one.number, str))
    return next(one for one in said if number in spread(one.number)), held


def test_every_message_of_a_deal_stands_on_its_card_in_the_order_of_time(papers):
    cards = [card for form in ("D3", "D4", "D5") for paper in of(papers, form) for card in cards_of(paper)]

    assert len(cards) > 20
    for card in cards:
        rows = card.tables[0].rows
        numbers = sorted(number for row in rows if isinstance(row[0], str) for number in spread(row[0]))
        assert numbers == list(range(1, len(numbers) + 1))
        times = [row[1].utc.partition(f" {TO}")[0] for row in rows if isinstance(row[1], Clock) and row[1].utc]
        assert times == sorted(times)


def test_the_workbook_has_every_message_with_its_places(papers):
    for paper in of(papers, "D3"):
        printed_rows = sum(len(card.tables[0].rows) for card in cards_of(paper))
        sheets = [one for one in paper.tables() if one.name in {"1c kutipan", "4c kutipan"}]
        rows = [row for sheet in sheets for row in sheet.rows]

        assert len(rows) == printed_rows > 0
        assert all(isinstance(row[-1], Listed) for row in rows)


def test_undecided_deals_have_their_messages_and_reasons_as_well(papers):
    titles = {one.title.english for paper in of(papers, "D3") for one in cards_of(paper)}
    waiting = {code for paper in of(papers, "D3") for code in column(paper, "4 belum diputuskan", "Code")}

    assert waiting
    assert waiting <= {title.partition(" ")[0] for title in titles}


def test_a_long_message_is_cut_and_what_is_left_is_counted(trade):
    deal = adult(trade)
    name = say(trade, deal, text="a" * (LONGEST + 123))

    line, _ = line_of(trade, deal, name)

    assert line.text == Both(f"{'a' * LONGEST} … [123 more characters]", f"{'a' * LONGEST} … [123 karakter lagi]")


def test_what_shows_nothing_or_turns_a_line_stands_as_its_number(trade):
    deal = adult(trade)
    name = say(trade, deal, text="paket\u202e\x07\u200b 40\u00a0file\n#[#set] =1+1")

    line, _ = line_of(trade, deal, name)

    assert line.text == f"paket{NUMBER.format(0x202E)}{NUMBER.format(7)}{NUMBER.format(0x200B)} 40 file\n#[#set] =1+1"


@pytest.mark.parametrize("text", [f"ini {CHILD} ya", CHILD.upper(), "anak SMPN 3 itu", "siswi kelas 7"])
def test_a_text_that_may_tell_of_a_child_is_withheld_as_a_whole_and_counted(trade, text):
    deal = adult(trade)
    before = trade.excerpt(deal, frozenset())[1]
    name = say(trade, deal, text=text)

    line, held = line_of(trade, deal, name)

    assert line.text == HELD
    assert held == before + 1


def test_no_word_of_a_protected_person_is_printed(trade):
    parties = trade.material.parties
    deals = [one for one in parties.deals if one.buyer in parties.children and one.judgement == "confirmed"]

    lines = [line for one in deals for line in trade.excerpt(one, frozenset())[0]]
    theirs = [line.text for line in lines if line.sender == Both("AK-1, buyer", "AK-1, pembeli")]

    assert HELD in theirs
    assert set(theirs) <= {HELD, None}
    assert len([one for one in theirs if one == HELD]) <= sum(trade.excerpt(one, frozenset())[1] for one in deals)


def test_an_annex_of_a_buyer_withholds_what_names_another_buyer(trade):
    deal, parties = adult(trade), trade.material.parties
    sides = parties.group(deal.seller) | parties.group(deal.buyer)
    others = {one.buyer for one in parties.deals if one.buyer} - sides - parties.children
    number = next(one.partition(":")[2] for one in sorted(others) if one.partition(":")[2].startswith("+"))
    own = parties.group(deal.buyer)

    for text in (f"sama kayak {number}", f"sama kayak 0{number.removeprefix('+62')}"):
        name = say(trade, deal, text=text)
        assert line_of(trade, deal, name, own)[0].text == HELD
        assert line_of(trade, deal, name, parties.group(deal.seller))[0].text == text


def test_an_annex_of_a_buyer_withholds_what_a_third_person_wrote(trade):
    deal, parties = adult(trade), trade.material.parties
    other = next(one.buyer for one in parties.deals if one.buyer and one.buyer not in parties.children | {deal.buyer})
    name = say(trade, deal, sender=other)

    line, _ = line_of(trade, deal, name, parties.group(deal.buyer))

    assert line.text == HELD
    assert line.sender == Both("somebody else", "orang lain")


def test_attachments_in_a_row_are_one_line_by_kind_and_digest(papers):
    rows = [row for paper in of(papers, "D3") for card in cards_of(paper) for row in card.tables[0].rows]
    several = [row for row in rows if isinstance(row[0], str) and TO in row[0]]

    assert several
    for row in several:
        said = [part.english for part in row[3].parts if isinstance(part, Both)]
        assert all(re.match(r"image/jpeg [0-9a-f]{64}( \(\d+ times\))?$|[a-z/-]+ ", one) for one in said)


def test_names_of_files_are_no_words_of_an_excerpt(papers):
    rows = [row for paper in of(papers, "D3") for card in cards_of(paper) for row in card.tables[0].rows]

    assert not [row for row in rows if re.search(r"\.(jpe?g|png|mp4)", printed(row[3], "en"))]


def test_check_13_looks_at_the_texts_that_papers_print(decided, monkeypatch):
    brief = Brief.of(decided, "dossier-1")
    assert [one for one in Children().found(brief) if one.where.startswith("R-")] == []

    monkeypatch.setattr(Walls, "is_held", lambda *_: False)
    monkeypatch.setattr(excerpt, "_harmless", lambda one: one)
    material = Material(decided, Veiled(decided))
    deal = next(one for one in material.parties.deals if one.judgement == "confirmed" and one.seller in brief.accounts)
    shown = next(one for name in deal.messages if (one := material.messages[name]).record.text)
    other = shown._replace(record=replace(shown.record, text=f"untuk {CHILD}"))
    monkeypatch.setattr(Material, "messages", {**material.messages, shown.record.id: other})

    found = {one.where.partition(" ")[0] for one in Children().found(brief)}

    assert material.parties.deal_codes[deal.id] in found


def test_a_name_of_an_app_is_nobodys_name(papers):
    for paper in papers.documents:
        names = [printed(row[1], "en") for one in paper.tables() if one.name.startswith("0a") for row in one.rows]
        assert [one for one in names if "[" in one] == []


def test_reasons_name_their_messages_and_lines_by_number(papers):
    cards = [card for paper in of(papers, "D3") for card in cards_of(paper)]
    told = 0
    for card in cards:
        said = [row[0] for row in card.tables[0].rows if isinstance(row[0], str)]
        messages = {number for one in said for number in spread(one)}
        booked = field(card, BOOKED.english)
        lines = {int(one.english.partition(".")[0]) for one in booked.parts} if booked else set()
        for name in ("Reasons for", "Reasons against"):
            cell = field(card, name)
            for reason in cell.parts if isinstance(cell, Listed) else ():
                for kind, numbers in re.findall(rf"(messages?|booked lines?) ([\d, {TO}]+)(?=[;\]])", reason.english):
                    assert spread(numbers) <= (messages if kind.startswith("m") else lines), reason.english
                    told += 1

    assert told > 50


def test_a_booked_line_stands_among_the_messages_at_its_time(papers):
    cards = [card for paper in of(papers, "D3") for card in cards_of(paper)]
    paid = [card for card in cards if field(card, "Recorded as paid")]

    assert paid
    for card in paid:
        booked = [row for row in card.tables[0].rows if isinstance(row[0], Both)]
        own = [one for one in field(card, BOOKED.english).parts if "did not pay" not in one.english]
        assert [row[0].english for row in booked] == [f"booked line {one.english.partition('.')[0]}" for one in own]
        assert all(" → " in printed(row[3], "en") for row in booked)


def naming(trade, deal, line):
    """The deal where a reason against names a further booked line as one that fits as well."""
    term = Term(rule="rivals", score=-1, text=f"One other fits: {line.id}.", text_id=f"1 lain cocok: {line.id}.")
    trade.material.payments = {**trade.material.payments, line.id: Shown(line, [line.place], (), None)}
    return replace(deal, reasons_against=(term,))


def other_line(trade):
    """A booked line of somebody's, on which no deal rests."""
    first = next(iter(trade.material.payments.values())).record
    return replace(first, id="a" * 26, payer="bca:99900001111", payer_name="SIAPA SAJA", amount_minor=7_654_300)


def test_a_payment_that_fits_as_well_is_printed_with_amount_day_and_payer(trade):
    said = trade.deal(naming(trade, adult(trade), other_line(trade)))

    [reason] = [one for one in said.reasons_against if "fits" in one.english]
    number = re.search(r"booked line (\d+)\.", reason.english)[1]
    line = next(one for one in said.booked if one.english.startswith(f"{number}. "))
    assert "(did not pay this deal)" in line.english
    assert "76,543" in line.english
    assert "SIAPA SAJA" in line.english
    assert "(tidak membayar rangkaian ini)" in line.indonesian


def test_an_annex_of_a_buyer_withholds_whose_payment_fits_as_well(trade):
    deal = adult(trade)
    own = trade.material.parties.group(deal.buyer)
    line = trade.deal(naming(trade, deal, other_line(trade)), own).booked[-1]

    assert "SIAPA SAJA" not in line.english + line.indonesian
    assert "99900001111" not in line.english
    assert "somebody else, withheld" in line.english
    assert "76,543" in line.english
