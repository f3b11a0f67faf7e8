# SPDX-License-Identifier: Apache-2.0
"""What somebody who doubts a paper asks of its wording: reasons that are none, hours that nobody knows, silent gaps."""

import re
from collections.abc import Iterator

import pytest
from tests.referral.papers.conftest import AT, Papers

from suluh.case.case import Case
from suluh.case.gate.guarded import guarded_accounts
from suluh.case.gate.seal import Seal
from suluh.case.papers.hidden import Hidden
from suluh.case.papers.making import Wanted, documents
from suluh.case.papers.parties import Parties
from suluh.case.typed.enter import enter
from suluh.model.dossier.care import Protected
from suluh.model.trade import Deal
from suluh.referral.papers.forms.d2 import INTEGRITY
from suluh.referral.papers.forms.d2_limits import SHUT
from suluh.referral.papers.known import known
from suluh.referral.papers.values import WITHHELD, Both, Card, Clock, Document, Listed, Section
from suluh.referral.papers.words import many

HOURS = re.compile(r"seperempat jam|\d (jam|menit) setelah|dalam [a-z ]+ (sebelum|setelah) pembayaran")
SPOKEN = re.compile(r"ini (dikonfirmasi|ditolak|diperselisihkan) petugas")


def report(papers: Papers) -> Document:
    return next(one for one in papers.documents if one.number == "D2")


def part(document: Document, title: str) -> Section:
    return next(one for one in document.sections if one.title.english == title)


def cards(papers: Papers) -> Iterator[tuple[Card, dict[str, object]]]:
    for paper in papers.documents:
        for section in paper.sections:
            for card in section.cards.cards if section.cards else ():
                yield card, {name.english: cell for name, cell in card.fields}


def sentences(cell: object) -> list[str]:
    parts = cell.parts if isinstance(cell, Listed) else (cell,)
    return [one.indonesian if isinstance(one, Both) else str(one) for one in parts if one]


def test_the_report_prints_the_error_rates_that_this_version_ships(papers: Papers) -> None:
    limits = part(report(papers), "Limits and error rates")
    table = next(one for one in limits.tables if one.name.startswith("6b"))

    assert [row[1].english for row in table.rows] == [one.function.en for one in known()]
    counts = [one.figure.split(" / ") for one in known() if " / " in one.figure]
    said = [row[2].english.replace(",", "").split(" of ") for row in table.rows if "mean" not in row[2].english]
    assert said == counts
    assert len(table.rows) > 3
    assert not any("No measured" in one.english for one in limits.says)


def test_an_officers_word_is_no_reason_for_itself(papers: Papers) -> None:
    told = [one for _, fields in cards(papers) for name in ("Reasons for",) for one in sentences(fields.get(name))]
    tables = [
        text
        for paper in papers.documents
        if paper.form != "D2"
        for table in paper.tables()
        for row in table.rows
        for cell in row
        for text in sentences(cell)
    ]

    assert told
    assert [one for one in (*told, *tables) if SPOKEN.search(one)] == []


def test_a_link_on_which_nothing_but_a_decision_stands_says_so(papers: Papers) -> None:
    links = [
        (sentences(row[2]), sentences(row[3]))
        for paper in papers.documents
        if paper.form == "D5"
        for table in paper.tables()
        if table.name == "1b kaitan"
        for row in table.rows
        if isinstance(row[1], Both) and row[1].english == "confirmed"
    ]
    bare = [against for for_, against in links if for_ == ["tidak ada selain keputusan petugas"]]

    assert bare
    assert all(against[0] == "Selain keputusan petugas tidak ada dasar untuk ini." for against in bare)
    assert all("Selain keputusan" not in " ".join(against) for _, against in links if against not in bare)


def test_of_a_line_that_knows_its_day_alone_no_hour_is_said(papers: Papers) -> None:
    days, timed = [], []
    for _, fields in cards(papers):
        paid = fields.get("Paid")
        if isinstance(paid, Clock):
            (days if paid.utc is None else timed).extend(sentences(fields.get("Reasons for")))

    assert days
    assert timed
    assert [one for one in days if HOURS.search(one)] == []
    assert any(HOURS.search(one) for one in timed)
    assert any("pada hari pembukuan" in one for one in days)


def test_what_nobody_entered_of_an_exhibit_is_said_and_a_reply_is_asked_only_how_it_came(papers: Papers) -> None:
    says = [one.indonesian for one in part(report(papers), "Exhibits as received").says]

    assert [one for one in says if one.startswith("Belum dimasukkan, ")] == [
        "Belum dimasukkan, cara penyitaannya: B-2.",
        "Belum dimasukkan, penanganannya: B-2.",
        "Belum dimasukkan, cara penyalinannya: B-2.",
        "Belum dimasukkan, hash citranya: B-1, B-2.",
        "Belum dimasukkan, siapa yang menerima balasannya, dan pada media apa: B-3.",
        "Belum dimasukkan, tanggal balasannya diterima: B-3.",
    ]


def test_papers_are_named_as_they_are_called_outside(papers: Papers) -> None:
    table = next(one for one in report(papers).tables() if one.name.startswith("3b"))

    [named] = [row[6] for row in table.rows]
    assert named == Both("order of seizure SP.Sita/7/2026", "surat perintah penyitaan SP.Sita/7/2026")


def test_accounts_of_children_are_not_counted_as_protected_ones(decided: Case, papers: Papers) -> None:
    left_aside, alike, shut, unlimited, *before = [one.english for one in part(report(papers), "Not processed").says]
    assert "speak for somebody as well as against" in left_aside
    assert re.search(r"(they are|it is) no second thing", alike)
    assert shut == SHUT.english
    assert "nothing counts as outside its scope" in unlimited
    assert "of children, or of who may be one" in before[0]
    assert len(before) == 1
    deal = next(one for one in decided.nouns(Deal) if one.seller)
    enter(decided, Protected, [{"accounts": (deal.seller or "",), "why": "uji"}])

    *_, paper, _ = documents(decided, Wanted(("D2",), tell=str), AT)

    says = [one.english for one in part(paper, "Not processed").says]
    size, left = len(guarded_accounts(decided)), len(Hidden(decided).deals)
    begins, answers, *after = [one for one in says if one != unlimited][3:]
    assert begins.startswith(
        f"Withheld from this report and its annexes: {many(size, 'protected account')} and {many(left, 'deal')}"
    )
    assert answers == "Answers to other explanations withheld, as of protected accounts: 2."
    assert after == before


@pytest.mark.parametrize("name", [INTEGRITY])
def test_the_report_says_whether_exhibits_were_digested_again(papers: Papers, name: str) -> None:
    section = next(one for one in report(papers).sections if any(table.name == name for table in one.tables))

    assert any("not digested again" in one.english for one in section.says)


def test_a_deal_that_began_with_an_order_says_no_offer_before_it(papers: Papers, decided: Case) -> None:
    deals = [one for one in decided.nouns(Deal) if one.judgement == "confirmed"]
    ordered = [one for one in deals if one.ordered_at]
    by_order = {Seal(decided.secret).of(one.id) for one in ordered if one.ordered_at == one.offered_at}
    shown = {
        str(fields["Id in the unit's lists"]): fields for _, fields in cards(papers) if "Asked for or ordered" in fields
    }

    assert ordered
    assert by_order
    assert by_order & shown.keys()
    times = [(shown[name].get("Offered"), shown[name]["Asked for or ordered"]) for name in by_order & shown.keys()]
    assert all(offered is None or offered.utc > first.utc for offered, first in times)
    assert all(
        isinstance(fields["Asked for or ordered"], Clock) and fields["Asked for or ordered"].utc
        for fields in shown.values()
    )


def test_an_account_under_guard_is_no_child_and_has_no_paper_of_its_own(decided: Case) -> None:
    parties = Parties(decided)
    deal = next(
        one for one in decided.nouns(Deal) if one.judgement == "confirmed" and not parties.is_child(one.buyer or "")
    )
    before = {one.number for one in documents(decided, Wanted(("D4",), tell=str), AT)}
    code = parties.person(deal.buyer)
    enter(decided, Protected, [{"accounts": (deal.buyer or "",), "why": "uji"}])

    after = [one.number for one in documents(decided, Wanted(("D4",), tell=str), AT)]

    assert f"D4-{code}" in before
    assert Parties(decided).person(deal.buyer) == WITHHELD
    assert len(after) == len(before) - 1


def test_what_an_officer_decides_is_never_called_a_judgment_of_a_court(papers: Papers) -> None:
    told = [cell.indonesian for paper in papers.documents for cell in texts(paper)]

    assert any("keputusan" in one for one in told)
    assert [one for one in told if re.search(r"\bputusan", one, re.IGNORECASE)] == []


def texts(paper: Document) -> Iterator[Both]:
    """Every text of a paper that stands in both languages."""
    waiting: list[object] = [paper]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Both):
            yield one
        elif isinstance(one, tuple | list):
            waiting += one
        elif hasattr(one, "__struct_fields__"):
            waiting += [getattr(one, name) for name in one.__struct_fields__]
