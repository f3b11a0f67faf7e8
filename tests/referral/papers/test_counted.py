# SPDX-License-Identifier: Apache-2.0
"""What a reader counts again from an annex alone, and what stands beside its sums: lines, order of times, gaps."""

import re

import pypdfium2
from bench.annex import annex
from msgspec.structs import replace
from tests.referral.papers.conftest import AT, Papers

from suluh.case.case import Case
from suluh.case.papers.deals.trade import MOMENT
from suluh.case.papers.making import Wanted, documents
from suluh.case.papers.material import Material
from suluh.case.papers.parties import Parties
from suluh.case.papers.reasons.against.given_back import Backs
from suluh.case.papers.reasons.chances.counted import Counted
from suluh.case.papers.reasons.numbered import Numbered
from suluh.case.typed.enter import enter
from suluh.case.views.records import Shown
from suluh.model.dossier.exhibits import Seizure
from suluh.model.talk import Message
from suluh.referral.papers.forms.cards import cards_of
from suluh.referral.papers.lines import DealLine
from suluh.referral.papers.setting import set_paper
from suluh.referral.papers.values import Both, Clock, Document, Language, Listed, Sum, Table


def annexes(papers: Papers, form: str) -> list[Document]:
    return [one for one in papers.documents if one.form == form]


def counted(paper: Document) -> Table:
    return next(one for one in paper.tables() if one.name == "2b baris terhitung")


def test_the_lines_of_each_chance_are_as_many_as_it_says_and_its_others_are_marked(decided: Case) -> None:
    material = Material(decided, None)
    found, deals = Counted(material), material.parties.deals

    rows = found.of(deals)

    sizes = 0
    for deal in deals:
        line, code = found.line_of(deal), material.parties.deal_codes[deal.id]
        if line is None or deal.coincidence is None:
            continue
        sizes += 1
        assert len(found.among(line)) == deal.coincidence.lines, code
        said = [one.english for row in rows for one in row.says]
        payers = {f"same sum as {code}, same payer"}
        marks = payers if deal.coincidence.payer else payers | {f"same sum as {code}"}
        others = [one for one in said if one in marks]
        assert len(others) == deal.coincidence.others, code
        assert said.count(f"pays {code}") == 1
    assert sizes > 5
    assert found.short(deals) == ()


def test_an_annex_of_a_buyer_prints_all_lines_of_a_chance_and_names_no_payer(papers: Papers) -> None:
    tables = [counted(one) for one in annexes(papers, "D4")]

    rows = [row for table in tables for row in table.rows]

    assert rows
    assert {len(row) for row in rows} == {7}
    assert all(isinstance(row[5], Sum) for row in rows)
    assert not any("Payer" in head.english for table in tables for head in table.heads)
    assert all("pays R-" in str(row[6]) or "same sum as R-" in str(row[6]) for row in rows if row[6] is not None)
    sheets = [sheet.name for one in annexes(papers, "D3") for section in one.sections for sheet in section.sheets]
    assert sheets.count("2b baris terhitung") == len(annexes(papers, "D3"))


def test_times_of_a_card_stand_in_their_order(papers: Papers) -> None:
    seen = [
        [cell.utc for _, cell in card.fields if isinstance(cell, Clock) and cell.utc]
        for paper in papers.documents
        for section in paper.sections
        for card in (section.cards.cards if section.cards else ())
    ]

    assert any(len(one) > 2 for one in seen)
    assert all(one == sorted(one) for one in seen)


def test_an_order_before_the_offer_stands_before_it() -> None:
    first, later = (Clock(written=None, utc=f"2026-01-02 0{hour}:00:00") for hour in (3, 4))
    deal = DealLine(
        code="R-1",
        shown="a",
        kind="sale",
        state="offered",
        tier="possible",
        judgement="confirmed",
        offered=later,
        ordered=first,
    )

    [card] = cards_of((deal,), "1b", "1c").cards

    names = [name.english for name, cell in card.fields if isinstance(cell, Clock)]
    assert names == ["Asked for or ordered", "Offered"]


def test_money_given_back_that_is_spoken_of_speaks_against_the_other_deals_of_the_two(decided: Case) -> None:
    material = Material(decided, None)
    pairs: dict[tuple[str | None, str | None], list[str]] = {}
    for one in material.parties.deals:
        if one.payments and one.judgement != "rejected":
            pairs.setdefault((one.seller, one.buyer), []).append(one.id)
    first, second = next(ids[:2] for ids in pairs.values() if len(ids) > 1)
    deals = {one.id: one for one in material.parties.deals}
    name = next(name for name in deals[first].messages if name in material.messages)
    messages = dict(material.messages)
    messages[name] = _saying(messages[name], "uangnya udah aku balikin ya kak")
    material.__dict__["messages"] = messages

    backs = Backs(material)

    own = list(backs.against(deals[first], Numbered([name], [])))
    assert [one.english for one in own] == ["A message of it speaks of money given back. [message 1]"]
    code = material.parties.deal_codes[first]
    [other] = backs.against(deals[second], Numbered([], []))
    assert f"money given back in {code}" in other.english
    assert "dikembalikan dalam" in other.indonesian
    messages[name] = _saying(messages[name], "kembaliannya ambil aja, uangnya pas")
    assert list(Backs(material).against(deals[second], Numbered([], []))) == []


def _saying(shown: Shown[Message], text: str) -> Shown[Message]:
    return shown._replace(record=replace(shown.record, text=text))


def test_missed_goals_and_what_was_not_entered_stand_beside_the_sums(papers: Papers) -> None:
    for form in ("D3", "D4"):
        for paper in annexes(papers, form):
            cell = next(cell for name, cell in paper.head if name.english == "Recorded as paid, in all")
            assert isinstance(cell, Listed)
            said = [one.english for one in cell.parts if isinstance(one, Both)]
            assert any("do not reach their goal" in one and "D2" in one for one in said), paper.number
            assert any(one.startswith("Not all was entered of how B-") for one in said), paper.number


def test_messages_after_the_seizure_are_counted_with_their_deals(decided: Case) -> None:
    deal = next(one for one in Parties(decided).deals if one.judgement == "confirmed" and one.offered_on)
    label = deal.offered_on.exhibit if deal.offered_on else ""
    taken = {"exhibit": label, "taken": "2020-01-01T00:00+07:00", "place": "kamar", "officers": ("S-1",)}
    enter(decided, Seizure, [taken])

    papers = list(documents(decided, Wanted(("D3",), tell=str), AT))

    says = [one.english for paper in papers for one in paper.sections[0].says]
    assert any(one.startswith(f"{label} was taken on 2020-01-01") and "bear a later time" in one for one in says)


def test_what_one_officer_alone_signed_is_said(papers: Papers) -> None:
    report = next(one for one in papers.documents if one.number == "D2")
    says = [one.english for section in report.sections for one in section.says]

    [said] = [one for one in says if one.startswith("Signed by one officer alone")]

    assert "R-1" in said
    assert not said.endswith(": 0 deals, 0 links, 0 other things.")


def test_no_sentence_of_a_deal_has_an_instant_as_programs_write_it(papers: Papers) -> None:
    cells = [
        str(cell)
        for paper in papers.documents
        for section in paper.sections
        for card in (section.cards.cards if section.cards else ())
        for name, cell in card.fields
        if "Reasons" in name.english
    ]

    assert cells
    assert [one for one in cells if MOMENT.search(one)] == []


def pages(paper: Document, language: Language) -> list[str]:
    pdf = pypdfium2.PdfDocument(set_paper(paper, "salinan", language))
    found = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    return found


def test_a_paper_of_more_than_ten_pages_has_a_list_of_its_parts_with_their_pages() -> None:
    long, short = annex(100), annex(10)

    whole, few = pages(long, "id"), pages(short, "id")

    assert len(whole) > 10 >= len(few)
    assert "Daftar isi" in whole[0] + whole[1]
    assert "Daftar isi" not in "".join(few)
    [number] = re.findall(r"3\. Baris rekening [ .]+(\d+)", " ".join((whole[0] + whole[1]).split()))
    assert "3. Baris rekening" in whole[int(number) - 1]
