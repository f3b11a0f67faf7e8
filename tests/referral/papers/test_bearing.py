# SPDX-License-Identifier: Apache-2.0
"""What bears out a deal or link: chance by its parts, circles, what is lacking, clocks, rates, grounds of accounts."""

import re
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.gate.seal import Seal
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.material import Material
from suluh.case.papers.reasons.chances.chance import by_parts
from suluh.case.papers.reasons.clocks import TIMED, told
from suluh.case.papers.reasons.lacking import of_deal
from suluh.case.papers.reasons.talk.between import Between
from suluh.case.papers.reasons.tiers import why_possible
from suluh.case.papers.veiled import Veiled
from suluh.deals.judge.judge import judge
from suluh.model.people import Link
from suluh.model.times import When
from suluh.model.trade import Coincidence, Term
from suluh.referral.papers.forms import accounts, brief, cards
from suluh.referral.papers.forms.rates import person_rates, tier_rates
from suluh.referral.papers.known import known
from suluh.referral.papers.lines import AlternativeLine, PersonFacts
from suluh.referral.papers.setting import printed
from suluh.referral.papers.values import Both, Listed

from .test_annexes import cards_of, column, field, of


@pytest.fixture
def trade(papers):
    case = Case.open(papers.folder, papers.acting)
    yield Trade(Material(case, Veiled(case)), Seal(case.secret))
    case.close()


def paid(trade, **more):
    """A confirmed deal that a booked line paid, of two sides that nobody protects."""
    parties = trade.material.parties
    deal = next(
        one
        for one in parties.deals
        if one.payments
        and one.judgement == "confirmed"
        and one.coincidence
        and {one.seller, one.buyer}.isdisjoint({None, *parties.children})
        and any(term.rule in TIMED for term in one.reasons_for)
    )
    return replace(deal, **more)


def test_a_chance_of_nought_is_said_with_all_its_parts(trade):
    deal = paid(trade, chance=0, coincidence=Coincidence(days=29, lines=9, others=0, window=127, payer=True))

    said = [one.indonesian for one in by_parts(deal)]

    assert "9 baris searah dalam 29 hari; tidak ada baris terhitung lain berjumlah sama" in said[0]
    assert "2 jam 7 menit (127 menit). Tidak ada yang diundi" in said[1]
    assert said[2].startswith(
        "Bagian: 0 dari 10.000 saat mulai, dihitung dan tidak diundi. Nol berarti tidak ditemukan di antara 9"
    )


def test_a_chance_names_the_message_with_which_its_stretch_begins(papers):
    deals = [card for form in ("D3", "D4") for paper in of(papers, form) for card in cards_of(paper)]
    told = [
        one for card in deals if isinstance(cell := field(card, cards.CHANCE.english), Listed) for one in cell.parts
    ]
    stretches = [one.indonesian for one in told if one.indonesian.startswith("Panjang rentang: dari pesan terakhir")]

    assert any(re.search(r"pesanan \[pesan \d+\][^\[]*(\[[^\]]+\]\))? sampai pembayaran", one) for one in stretches)
    assert all("dihitung satu kali" in one or "sepanjang seluruh" in one for one in stretches)


def test_a_stretch_as_long_as_the_statement_has_no_share(trade):
    deal = paid(trade, chance=0, coincidence=Coincidence(days=2, lines=9, others=0, window=2880))

    assert "no share can be counted" in " ".join(one.english for one in by_parts(deal))


def test_a_share_can_be_counted_again_from_what_is_said(trade):
    deal = paid(trade, chance=81_288, coincidence=Coincidence(days=36, lines=23, others=3, window=667))

    said = list(by_parts(deal))

    assert (
        "(36 * 1,440 = 51,840), and a stretch that reaches beyond the last day goes on at the first." in said[1].english
    )
    assert "(36 * 1.440 = 51.840), dan rentang yang melewati hari terakhir dilanjutkan" in said[1].indonesian
    assert "from the 667 minutes before it" in said[1].english
    assert "filling all of that day (2,107 minutes)" in said[1].english
    assert "memenuhi seluruh hari itu (2.107 menit)" in said[1].indonesian


def test_a_payment_that_is_the_only_line_says_that_nothing_else_is_counted(trade):
    deal = paid(trade, chance=0, coincidence=Coincidence(days=1, lines=1, others=0, window=30))

    said = list(by_parts(deal))

    assert said[2].english.startswith("The payment is the only counted line this way")
    assert said[2].indonesian.startswith("Pembayaran ini satu-satunya baris searah yang dihitung")
    assert not any("0 of 10,000" in one.english for one in said)


def test_where_there_is_no_booked_line_that_is_said_and_no_chance(trade):
    [said] = by_parts(paid(trade, payments=(), chance=None, coincidence=None))

    assert said.english.startswith("No booked line is in this deal")


def test_every_deal_on_paper_says_its_chance_its_clocks_and_what_speaks_against(papers):
    deals = [card for form in ("D3", "D4") for paper in of(papers, form) for card in cards_of(paper)]

    for name in (cards.CHANCE, cards.CLOCKS, cards.AGAINST):
        assert all(field(one, name.english) for one in deals)
    assert not [one for one in deals if field(one, "Reasons against") == Both("none", "tidak ada")]
    unpaid = [field(one, "Reasons against") for one in deals if field(one, cards.BOOKED.english) is None]
    assert cards.NOTHING not in unpaid
    assert cards.NOTHING_UNPAID in unpaid


def joined(trade, deal, *more):
    """The same case where a payment alone joins the payer to the buyer."""
    material = trade.material
    shown = material.paid_and_back(deal)[0][0]
    line = replace(shown.record, payer="bca:99900001111", payer_name="SIAPA SAJA")
    material.payments = {
        **material.payments,
        line.id: shown._replace(record=line),
        deal.payments[0]: shown._replace(record=line),
    }
    link = Link(
        id="x",
        left="bca:99900001111",
        right=deal.buyer,
        rule="paid-for",
        judgement="confirmed",
        merges=True,
        by="S-1",
        at="2026-01-02T03:04:05Z",
    )
    material.parties.links = [*material.parties.links, link, *more]
    return link


def test_an_account_that_a_payment_alone_joins_is_no_second_proof_of_it(trade):
    known_payer = Term(rule="payer-known", score=1, text="The account that paid is one of this person.")
    deal = paid(trade)
    deal = replace(deal, reasons_for=(*deal.reasons_for, known_payer))
    joined(trade, deal)

    said = trade.deal(deal)

    assert "is counted to" in said.circular[0].english
    assert "because of this payment" in said.circular[0].english
    assert "confirmed by S-1, 2026-01-02 03:04:05" in said.circular[0].english
    assert "No reason of its own: The account that paid is one of this person." in {
        one.english for one in said.circular
    }
    assert known_payer.text not in {one.english for one in said.reasons_for}


def test_an_account_that_something_else_joins_as_well_is_a_reason_of_its_own(trade):
    known_payer = Term(rule="payer-known", score=1, text="The account that paid is one of this person.")
    deal = paid(trade)
    deal = replace(deal, reasons_for=(*deal.reasons_for, known_payer))
    other = Link(
        id="y", left="bca:99900001111", right=deal.buyer, rule="stated-alias", judgement="confirmed", merges=True
    )
    joined(trade, deal, other)

    said = trade.deal(deal)

    assert not [one for one in said.circular if "is counted to" in one.english and "payer" in one.english]
    assert known_payer.text in {one.english for one in said.reasons_for}


def test_how_many_reasons_stay_is_counted_for_a_clock_an_hour_off(trade):
    said = [one.english for one in told(trade.material, paid(trade))]

    assert "an hour fast" in said[0]
    assert "WITA" in said[1] or "changes nothing" in said[1]


def test_a_deal_without_a_time_says_so(trade):
    [said] = told(trade.material, paid(trade, reasons_for=(), reasons_against=()))

    assert said.english.startswith("No reason compares the time or day of a message")
    assert said.indonesian.startswith("Tidak ada alasan yang membandingkan waktu atau tanggal pesan")


def compared(trade, sent, booked, at=None, local="2025-12-10T14:16:58"):
    """A deal in which a word of having paid stands beside a booked line, each as its record has it."""
    material, deal = trade.material, paid(trade)
    name = next(one for one in deal.messages if one in material.messages)
    shown, line = material.messages[name], material.paid_and_back(deal)[0][0]
    message = replace(shown.record, sent=When(written="x", at=sent if at == "record" else None))
    material.messages = {**material.messages, name: shown._replace(record=message, at=sent)}
    payment = replace(line.record, booked="2025-12-10", at=booked and When(written="x", local=local))
    material.payments = {**material.payments, line.record.id: line._replace(record=payment, at=booked)}
    material.zones = dict.fromkeys((message.place.exhibit, payment.place.exhibit), "Asia/Jakarta")
    claim = Term(rule="claim", score=1, text="x.", rests=(name, line.record.id))
    return list(told(material, replace(deal, reasons_for=(claim,), reasons_against=())))


@pytest.mark.parametrize(
    ("record", "wita", "wit"),
    [("record", "WITA 1 of 1", "WIT 0 of 1 (not: word of having paid)"), ("zone", "WIT/WITA 1 of 1", "WITA 1 of 1")],
)
def test_a_reason_that_compares_days_says_in_which_zones_the_day_stays(trade, record, wita, wit):
    """22:34 in Jakarta is the next day in Jayapura, where the record fixes the instant; and an hour later still not."""
    [said] = compared(trade, "2025-12-10T15:34:49Z", None, record)

    assert said.english.startswith(
        "1 reason compares the day of messages with that of a booked line, which has no time"
    )
    assert said.indonesian.startswith("1 alasan membandingkan tanggal pesan dengan tanggal baris rekening yang tidak")
    assert (
        "stays in 1 of 1 if the clock of the messages was an hour fast, in 1 of 1 if it was an hour slow"
        in said.english
    )
    assert wita in said.english
    assert wit in said.english
    assert "Tanggal pesan mengikuti WIB" in said.indonesian


def test_a_word_of_the_last_hour_of_a_day_loses_it_by_a_clock_an_hour_slow(trade):
    [said] = compared(trade, "2025-12-10T16:30:00Z", None, "record")

    assert "1 of 1 if the clock of the messages was an hour fast, in 0 of 1 (not: word" in said.english


def test_a_booked_line_without_a_zone_is_moved_where_the_record_fixes_the_messages(trade):
    _, said = compared(trade, "2025-12-10T07:20:37Z", "2025-12-10T07:16:58Z", "record")

    assert "no record that of the booked line: it is dated by the zone of its exhibit (WIB)" in said.english
    assert "tidak ada catatan yang menetapkan saat baris rekening" in said.indonesian
    assert said.english.endswith("the order stays: WIT/WITA 1 of 1.")
    _, said = compared(trade, "2025-12-10T06:50:00Z", "2025-12-10T07:16:58Z", "record")
    assert said.english.endswith("the order stays: WIT/WITA 0 of 1 (not: word of having paid).")


def test_messages_among_those_of_a_deal_that_no_deal_counts_are_named_by_their_place(trade):
    material, deal = trade.material, paid(trade)
    seen = [material.messages[name].record for name in deal.messages if name in material.messages]
    said = sorted((one for one in seen if not one.attachments), key=lambda one: one.sent.at or one.sent.local)
    first, inner, last = said[0], said[1], said[-1]
    alone = replace(deal, messages=(first.id, last.id))
    rest = [one for one in said[1:-1] if (one.place.file, one.conversation) == (last.place.file, last.conversation)]
    whole, cut = Between(material), Between(material)
    cut.__dict__["_used"] = whole._used - {one.id for one in seen} | {first.id, last.id}

    [left] = cut.of(alone)

    told_of_whole = " ".join(one.english for one in whole.of(deal))
    assert material.told((inner.place,))[0].english not in told_of_whole
    assert rest
    number = int(re.search(r"stands? (\d+) message", left.english).group(1))
    assert number >= len(rest)
    assert (
        "of its two sides that no deal counts, not printed here; what is said there may bear on it: B-" in left.english
    )
    assert f"ada {number} pesan kedua pihak yang tidak dihitung dalam rangkaian mana pun" in left.indonesian
    assert left.english.endswith(".")


def test_where_a_line_has_its_day_alone_an_answer_within_hours_is_not_known(trade):
    material, deal = trade.material, paid(trade)
    line = material.paid_and_back(deal)[0][0]
    deal = replace(deal, reasons_for=tuple(one for one in deal.reasons_for if one.rule != "then-answered"))
    timed = [one.english for one in of_deal(material, deal, trade.numbered(deal))]
    payment = replace(line.record, at=None, booked="2025-12-10")
    material.payments = {**material.payments, line.record.id: line._replace(record=payment, at=None)}

    said = list(of_deal(material, deal, trade.numbered(deal)))

    assert [one for one in timed if "three hours" in one] == [
        "No message in which the seller assents, thanks or speaks of handing over within three hours after it."
    ]
    [unknown] = [one for one in said if "three hours" in one.english]
    assert unknown.english.endswith("is not known: the booked line has a day alone.")
    assert unknown.indonesian.endswith("tidak diketahui: baris rekening hanya memuat tanggal.")


def test_links_say_what_they_lack_and_what_was_looked_for(papers):
    [sheet] = of(papers, "D5")
    against, lacks = (column(sheet, "1b kaitan", name) for name in ("Reasons against", "What it does not have"))

    assert all(isinstance(one, Listed) and one.parts for one in against)
    bare = [one for one in against if any("Nothing but the decision" in part.english for part in one.parts)]
    assert bare
    assert all(any("Nothing was looked for" in part.english for part in one.parts) for one in bare)
    assert any("No second exhibit: one witness alone" in printed(one, "en") for one in lacks if one)


def test_decided_stated_and_recorded_grounds_of_an_account_stand_apart(papers):
    [sheet] = of(papers, "D5")
    decided, stated, recorded = (column(sheet, "1a akun", head.english) for head in accounts.GROUNDS)

    assert any("confirmed by S-1" in printed(one, "en") for one in decided)
    assert not [one for one in decided if "entered by" in printed(one, "en")]
    assert any("own, entered by S-1" in printed(one, "en") for one in stated)
    assert any("record of interview of the suspect" in printed(one, "en") for one in stated)
    assert any("calls it its own" in printed(one, "en") for one in recorded)


def test_the_rates_are_those_of_the_known_figures():
    rows = {one.name: one for one in known()}
    wrong, whole = rows["deals-recorded"].figure.split(" / ")

    [tiers], [persons] = tier_rates(), person_rates()

    assert f"Of {whole} made-up deals" in tiers.english
    assert f" {int(whole) - int(wrong)} were right" in tiers.english
    assert "not on this case" in tiers.english
    assert "D2, section 6" in persons.english
    assert f"of both tiers, {rows['deals-said'].figure.removesuffix(' %')} of 100 were right" in tiers.english


def test_other_explanations_are_counted_by_their_number():
    nothing = Both("-", "-")
    lines = tuple(
        AlternativeLine(number=number, title=nothing, hints=(), state=state)
        for number, state in ((1, "open"), (2, "answered"), (3, "answered"), (3, "open"))
    )
    facts = PersonFacts(code="O-1", identity=nothing, accounts=(), alternatives=lines)

    told = printed(dict(brief.brief(facts))[brief.AGAINST], "en")

    assert (
        "Other explanations: 3, of which 1 are answered or not applicable, 1 answered of some deals alone, 1 open"
        in told
    )


def test_a_payer_whom_no_decision_counts_to_the_buyer_speaks_against(trade):
    deal = paid(trade, reasons_against=())
    link = joined(trade, deal)
    trade.material.parties.links = [one for one in trade.material.parties.links if one is not link]

    [said] = trade.deal(deal).reasons_against

    assert said.english.startswith("The payer's account ")
    assert "is counted to the buyer by no decision" in said.english
    assert said.english.endswith("[booked line 1]")
    assert "tidak digabungkan dengan pembeli oleh keputusan mana pun" in said.indonesian


def test_a_payer_whom_a_decision_counts_to_the_buyer_does_not(trade):
    deal = paid(trade, reasons_against=())
    joined(trade, deal)

    assert [one for one in trade.deal(deal).reasons_against if one.english.startswith("The payer")] == []


def test_a_sheet_and_an_annex_count_the_same_deals_with_reasons_against(papers):
    [sheet] = of(papers, "D5")
    facts = column(sheet, "6 menentang", "Fact")
    codes = {one.english.partition(":")[0] for one in facts if one.english.startswith("R-")}
    annex = next(one for one in of(papers, "D3") if one.number.removeprefix("D3") == sheet.number.removeprefix("D5"))
    said = {
        card.title.english.partition(" ")[0]
        for card in annex.sections[1].cards.cards
        if field(card, "Reasons against") not in {cards.NOTHING, cards.NOTHING_UNPAID}
    }
    sold = {one for row in column(sheet, "10 rangkaian", "Deals")[:1] for one in row.split(", ")}

    assert said
    assert codes & sold == said
    assert not [one for one in facts if "No booked line" in one.english or "No second exhibit" in one.english]
    assert column(sheet, "6b tidak ada", "Sentence")


def test_another_zone_of_the_phone_moves_messages_and_no_booked_line(trade):
    deal = paid(trade)
    material = trade.material
    line = next(iter(deal.payments))
    booked = material.payments[line]
    name = next(one for one in deal.messages if one in material.messages)
    shown = material.messages[name]
    sent = replace(shown.record.sent, at=None)
    material.zones = {**material.zones, shown.record.place.exhibit: "Asia/Jakarta"}
    later = (datetime.fromisoformat(booked.at) + timedelta(minutes=5)).isoformat()
    material.messages = {**material.messages, name: shown._replace(at=later, record=replace(shown.record, sent=sent))}
    one = Term(rule="claim", score=1, text="-", rests=(name, line))

    hour, zones = told(material, replace(deal, reasons_for=(one,), reasons_against=()))

    assert "stays in 0 of 1 (not: word of having paid) if the clock of the messages was an hour fast" in hour.english
    assert "in 1 of 1 if it was an hour slow" in hour.english
    assert "booked lines stay as they are" in zones.english
    assert zones.english.endswith(" 0 of 1 (not: word of having paid).")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"payments": ()}, "It has no booked line."),
        ({"reasons_against": (Term(rule="equal-rival", score=-1, text="-"),)}, "(condition 2)."),
        ({"reasons_against": (Term(rule="judged", score=-1, text="-"),)}, "(condition 3)."),
        ({"reasons_for": (Term(rule="judged", score=0, text="-"),), "reasons_against": ()}, "(condition 1)."),
        ({"reasons_for": (), "reasons_against": ()}, "is not recorded."),
    ],
)
def test_a_possible_deal_says_what_keeps_it_from_being_supported(trade, more, said):
    [why] = why_possible(paid(trade, **{"tier": "possible", **more}))

    assert why.english.endswith(said)


def test_a_possible_deal_says_by_how_much_it_misses_the_third_condition(trade):
    one = paid(trade, tier="possible", score=612_390, reasons_against=(Term(rule="judged", score=-1, text="-"),))

    [why] = why_possible(one)

    least = judge().weights.recorded // 1000
    assert f"they measure 612.3 on a scale that ends at 1,000, and supported begins at {least}." in why.english
    assert f"ukurannya 612,3 pada skala sampai 1.000, dan didukung dimulai dari {least}." in why.indonesian


@pytest.mark.parametrize(
    ("against", "for_", "said"),
    [
        (("another-account",), ("payer-unknown",), "The seller named another account than the one that received"),
        (("rivals",), (), "Another payment fits these words about as well, one of those that the reasons against name"),
        ((), (), "This payment fits other words about as well, or these only barely: no other payment fits"),
    ],
)
def test_what_is_known_of_the_first_condition_is_told_apart(trade, against, for_, said):
    rules = {
        "reasons_against": tuple(Term(rule=one, score=0, text="-") for one in against),
        "reasons_for": tuple(Term(rule=one, score=0, text="-") for one in ("judged", *for_)),
    }

    [why] = why_possible(paid(trade, tier="possible", **rules))

    assert why.english.startswith(said)
    assert why.indonesian.endswith("(syarat 1).")


def test_a_supported_deal_needs_no_such_word(trade):
    assert why_possible(paid(trade, tier="recorded")) == ()
