# SPDX-License-Identifier: Apache-2.0
"""D3 and D4: each figure stands where the paper says, totals are those of confirmed lines, nothing else is in them."""

import random
import re

import msgspec
import pytest
from msgspec.structs import replace
from tests.tracing import Evidence, figures

from suluh.case.case import Case
from suluh.case.gate.seal import Seal
from suluh.case.gate.veil import MARK
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.material import Material
from suluh.case.papers.places import TO
from suluh.case.papers.reasons.chances.chance import MUCH
from suluh.case.papers.veiled import Veiled
from suluh.model.body import body
from suluh.model.money import spoken
from suluh.model.trade import Deal
from suluh.referral.papers.forms import cards as cards_form
from suluh.referral.papers.forms.brief import SENT
from suluh.referral.papers.lines import Six
from suluh.referral.papers.setting import printed
from suluh.referral.papers.values import Both, Document, Sum, annex_totals
from suluh.referral.papers.words import NO_FILE, many

DRAWN = 50


def of(papers, form):
    return [one for one in papers.documents if one.form == form]


def column(paper, table, english):
    found = next(one for one in paper.tables() if one.name == table)
    number = [head.english for head in found.heads].index(english)
    return [row[number] for row in found.rows]


@pytest.fixture(scope="session")
def case(papers):
    opened = Case.open(papers.folder, papers.acting)
    yield opened
    opened.close()


def test_drawn_figures_stand_in_the_lines_that_the_paper_names(papers, case):
    every, evidence = list(figures(papers.documents)), Evidence(case)
    drawn = random.Random(5).sample(every, min(DRAWN, len(every)))  # noqa: S311 # a seed makes it run again

    said = [(one, evidence.holds(one)) for one in drawn]

    assert [one for one, holds in said if holds is False] == []
    assert sum(holds is True for _, holds in said) >= 20


def test_every_total_is_the_sum_of_its_rows(papers):
    totals = [one for paper in papers.documents for one in annex_totals(paper)]

    assert len(totals) > 20
    assert [one for one in totals if one.stated != one.rows] == []


def test_money_of_sellers_and_of_buyers_is_that_of_the_confirmed_booked_lines(papers, case):
    material = Material(case, Veiled(case))
    confirmed = [one for one in case.nouns(Deal) if one.judgement == "confirmed" and one.tier == "recorded"]
    lines = {shown.record.id: shown.record for deal in confirmed for shown in material.paid_and_back(deal)[0]}
    booked = sum(line.amount_minor for line in lines.values())

    for form in ("D3", "D4"):
        deals = [one for paper in of(papers, form) for one in column(paper, "1 rangkaian", "Recorded as paid")]
        counted = [
            one for paper in of(papers, form) for one in column(paper, "2 baris rekening", "Counted as recorded")
        ]
        assert booked > 0
        assert sum(one.minor for one in deals if isinstance(one, Sum)) == booked
        assert sum(one.minor for one in counted if isinstance(one, Sum)) == booked


def test_an_asking_price_is_in_its_own_column_alone(papers):
    for paper in (*of(papers, "D3"), *of(papers, "D4")):
        names = ("Price asked, no payment", "Recorded as paid", "Possibly paid")
        rows = zip(*(column(paper, "1 rangkaian", name) for name in names), strict=True)
        assert all(sum(cell is not None for cell in row) <= 1 for row in rows)


def test_what_nobody_confirmed_stands_apart_and_counts_nowhere(papers, case):
    codes = Material(case, Veiled(case)).parties.deal_codes
    waiting = {codes[one.id] for one in case.nouns(Deal) if one.judgement is None}
    rejected = {codes[one.id] for one in case.nouns(Deal) if one.judgement == "rejected"}

    for paper in (*of(papers, "D3"), *of(papers, "D4")):
        assert not waiting & set(column(paper, "1 rangkaian", "Code"))
        assert not rejected & {*column(paper, "1 rangkaian", "Code"), *column(paper, "4 belum diputuskan", "Code")}
    assert waiting & {code for paper in of(papers, "D3") for code in column(paper, "4 belum diputuskan", "Code")}


def test_an_annex_of_a_buyer_names_no_other_buyer(papers, case):
    parties = Material(case, Veiled(case)).parties
    buyers = {parties.person(one.buyer): parties.group(one.buyer) for one in case.nouns(Deal) if one.buyer}
    sellers = {name for one in case.nouns(Deal) if one.seller for name in parties.group(one.seller)}

    for paper in of(papers, "D4"):
        text = body(paper).decode()
        own = paper.number.removeprefix("D4-")
        others = {name for code, group in buyers.items() if code != own for name in group - sellers}
        numbers = {name.partition(":")[2] for name in others} - {""}
        assert [name for name in numbers if "/" not in name and name in text] == []


def test_every_seller_and_every_buyer_of_a_confirmed_deal_has_an_annex(papers, case):
    parties = Material(case, Veiled(case)).parties
    confirmed = [one for one in case.nouns(Deal) if one.judgement == "confirmed"]

    for form, side in (("D3", "seller"), ("D4", "buyer")):
        wanted = {f"{form}-{parties.person(name)}" for one in confirmed if (name := getattr(one, side))}
        assert {one.number for one in of(papers, form)} == wanted


def test_the_values_of_a_paper_are_read_again_as_they_were_written(papers):
    for paper in papers.documents:
        raw = (papers.written / f"{paper.number}.json").read_bytes()
        assert msgspec.json.decode(raw, type=Document) == paper


def test_one_sheet_bears_each_table_and_no_two_have_one_name(papers):
    for paper in papers.documents:
        names = [one.name for one in paper.tables()]
        assert len(set(names)) == len(names)
        assert all(len(name) <= 25 and name.isascii() for name in names)


def test_a_chance_of_one_in_ten_stands_first_against_and_asks_whose_payment_it_is(case):
    material = Material(case, Veiled(case))
    deal = next(one for one in case.nouns(Deal) if one.coincidence and one.coincidence.others)
    trade = Trade(material, Seal(case.secret))

    likely, unlikely = (trade.deal(replace(deal, chance=chance)) for chance in (MUCH, MUCH - 1))

    assert likely.reasons_against[0].indonesian.endswith("Pembayaran siapa ini?")
    assert likely.reasons_against[0].indonesian.startswith(likely.chance[0].indonesian)
    assert unlikely.reasons_against == likely.reasons_against[1:]


def test_a_line_on_which_two_confirmed_deals_rest_counts_once(case):
    material = Material(case, Veiled(case))
    first, second = [one for one in material.parties.deals if one.judgement == "confirmed" and one.tier == "recorded"][
        :2
    ]
    twin = replace(second, payments=first.payments, amount_minor=first.amount_minor)
    material.parties.deals[:] = [twin if one.id == second.id else one for one in material.parties.deals]
    trade = Trade(material, Seal(case.secret))

    one, other = trade.deal(first), trade.deal(twin)

    assert one.recorded == Sum(first.amount_minor, "IDR")
    assert other.recorded is None
    assert other.shares == (one.code,)
    assert one.shares == (other.code,)


def cards_of(paper):
    return [card for section in paper.sections if section.cards for card in section.cards.cards]


def field(card, english):
    return next((cell for name, cell in card.fields if name.english == english), None)


def spread(numbers):
    """The single numbers of several, and of several from one to another."""
    found = set()
    for part in numbers.split(", "):
        first, _, last = part.partition(TO)
        found |= set(range(int(first), int(last or first) + 1)) if first.isdecimal() else {part}
    return found


def test_a_line_that_failed_says_so_beside_the_one_that_paid(case):
    material = Material(case, Veiled(case))
    trade = Trade(material, Seal(case.secret))
    paid = next(one for one in material.payments.values() if material.resting.get(one.record.id))
    failed = paid._replace(record=replace(paid.record, status="failed"))

    told = trade.lines.row(failed, frozenset()).deals

    assert told[0] == Both("failed", "gagal")
    assert told[1:] == trade.lines.row(paid, frozenset()).deals


def test_an_offer_that_came_after_the_order_has_its_own_time(case):
    material = Material(case, Veiled(case))
    trade = Trade(material, Seal(case.secret))
    deals = [one for one in case.nouns(Deal) if one.ordered_at and one.ordered_at == one.offered_at]
    later = [one for one in deals if any(term.rule == "offer" for term in one.reasons_for)]

    assert later
    for one in deals:
        offered = trade.deal(one).offered
        assert (offered is not None) is (one in later)
        assert offered is None or offered.utc > trade.deal(one).ordered.utc


def test_giving_that_nobody_sees_is_called_said(papers):
    for paper in (*of(papers, "D3"), *of(papers, "D4")):
        states, sent = column(paper, "1 rangkaian", "State"), column(paper, "1 rangkaian", "Attachments sent")
        assert not any(state.english == "delivered" and not count for state, count in zip(states, sent, strict=True))
    bare = replace(papers_deal(papers), six=Six(), state="delivered")
    card = cards_form.card(bare, "1c kutipan")
    assert "said to be given" in card.title.english
    assert NO_FILE in field(card, "Six numbers of what was sent").parts


def papers_deal(papers):
    case = Case.open(papers.folder, papers.acting)
    deal = next(one for one in case.nouns(Deal) if one.judgement == "confirmed")
    said = Trade(Material(case, Veiled(case)), Seal(case.secret)).deal(deal)
    case.close()
    return said


def test_the_head_of_an_annex_answers_from_its_own_parts(papers):
    for paper in (*of(papers, "D3"), *of(papers, "D4")):
        head = {name.english: cell for name, cell in paper.head}
        titles = [one.title.english for one in paper.sections]
        sums = [one for one in column(paper, "2 baris rekening", "Counted as recorded") if one is not None]
        sent = sum(column(paper, "1 rangkaian", "Attachments sent"))
        paid, files = (printed(head[name], "en") for name in ("Recorded as paid, in all", SENT.english))

        assert titles[2:6] == ["Booked lines", "Contents handed over", "Not decided", "Other explanations"]
        assert f"by {many(len(sums), 'booked line')}, each" in paid or not sums
        assert all(spoken(sum(one.minor for one in sums), "IDR")[0] in paid for one in sums[:1])
        assert files.startswith(f"{many(sent, 'attachment')} in ")
        assert titles[-1] == "Signatures"
        assert all(row[1:] == ("\n\n",) * 3 for row in paper.sections[-1].tables[0].rows)


def test_each_content_names_the_messages_that_brought_it(papers):
    rows = [one for paper in of(papers, "D3") for one in column(paper, "3 isi", "Sent with the messages")]

    assert rows
    assert all(rows)


def test_a_name_that_may_tell_of_a_child_is_withheld_as_a_whole(papers):
    for paper in papers.documents:
        assert MARK not in body(paper).decode(), paper.number


def test_each_content_names_a_file_that_holds_it_with_number_and_size(papers):
    cells = [cell for paper in of(papers, "D3") for cell in column(paper, "3 isi", "Lies on the exhibit")]
    lies = [part for cell in cells for part in cell.parts]

    assert lies
    assert all(re.search(r"\(file \d+ in the order of intake, [\d,]+ bytes\)", one.english) for one in lies)


def test_an_annex_of_a_buyer_has_the_grounds_of_the_accounts_that_sold_and_were_paid(papers, case):
    parties = Material(case, None).parties
    shown = 0
    for paper in of(papers, "D4"):
        tables = [one for section in paper.sections for one in section.tables if one.name == "0c pihak lain"]
        for row in (row for one in tables for row in one.rows):
            links = [one for one in parties.links if row[0] in {parties.account(one.left), parties.account(one.right)}]
            inside = [one for one in links if one.judgement == "confirmed"]
            assert (row[4] != "—") >= bool(inside), row
            shown += bool(inside)
    assert shown


def test_what_officers_answered_without_a_fact_says_so_and_no_hint_stands_twice(papers):
    for paper in of(papers, "D3"):
        table = next(one for one in paper.tables() if one.name == "5 penjelasan lain")
        hints = [(row[0], part.english) for row in table.rows for part in row[2].parts]
        hinted = [one for one in hints if re.match(r"R-\d+: ", one[1])]
        assert len(hinted) == len(set(hinted))
        for row in table.rows:
            if row[3].english == "answered":
                assert "no fact is named" in printed(row[4], "en") or ":" in printed(row[4], "en")
