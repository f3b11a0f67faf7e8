# SPDX-License-Identifier: Apache-2.0
"""Of an undercover officer or informant nothing stands on any paper: whole deals are left out, and counted."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import msgspec
import pypdfium2
import pytest
from msgspec import structs
from openpyxl import load_workbook
from tests.referral.papers.conftest import AT, Papers

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.gate.guarded import guarded_accounts
from suluh.case.gate.seal import Seal
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.examined.decisions_now import Standing
from suluh.case.papers.hidden import Hidden
from suluh.case.papers.making import Wanted, documents
from suluh.case.papers.material import Material
from suluh.case.papers.parties import Parties, identifier
from suluh.case.papers.persons.people import COUNTS_HIDDEN, People
from suluh.case.papers.veiled import Veiled
from suluh.case.typed.enter import enter
from suluh.model.dossier.care import Protected
from suluh.model.people import Decision, Link
from suluh.model.trade import Deal, Payment, Term
from suluh.referral.papers.book import book_of
from suluh.referral.papers.setting import set_paper
from suluh.referral.papers.values import WITHHELD, Both, Document, annex_totals
from suluh.unit.folder import UnitFolder


class Guarded(NamedTuple):
    """A case with a buyer under guard, its papers, and what stands under that guard."""

    case: Case
    documents: tuple[Document, ...]
    before: tuple[Document, ...]
    accounts: frozenset[str]
    deals: tuple[Deal, ...]
    seller: str


@pytest.fixture(scope="module")
def guarded(papers: Papers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    root = tmp_path_factory.mktemp("guarded")
    folder = CaseFolder(Path(shutil.copytree(papers.folder.path, root / "case")))
    unit = UnitFolder(Path(shutil.copytree(papers.acting.unit.path, root / "unit")))
    case = Case.open(folder, replace(papers.acting, unit=unit))
    buyer = _buyer(case)
    enter(case, Protected, [{"accounts": (buyer,), "why": "uji"}])
    deals = tuple(Hidden(case).deals.values())
    seller = next(one.seller for one in deals if one.buyer == buyer and one.seller)
    yield Guarded(
        case, tuple(documents(case, Wanted(tell=str), AT)), papers.documents, guarded_accounts(case), deals, seller
    )
    case.close()


def _buyer(case: Case) -> str:
    """A buyer who is no child and no seller, and whose payment is the first of a confirmed deal."""
    material = Material(case, None)
    parties, counted = material.parties, set(material.counted.values())
    sellers = {one.seller for one in parties.deals}
    found = (one.buyer for one in parties.deals if one.id in counted and one.buyer and one.buyer not in sellers)
    return next(one for one in found if not parties.is_child(one))


def _ledgers(material: Material, deal: Deal) -> set[str]:
    lines = (material.statements[one.record.statement] for one in material.paid_and_back(deal)[0])
    return {one.account or one.id for one in lines}


def paper(of: tuple[Document, ...], form: str, code: str) -> Document:
    return next(one for one in of if one.number == f"{form}-{code}")


def told(document: Document) -> str:
    return msgspec.json.encode(document).decode()


def cells(document: Document) -> str:
    book = load_workbook(BytesIO(book_of(document, "salinan")))
    return "\n".join(str(cell.value) for page in book for row in page.iter_rows() for cell in row if cell.value)


def test_nothing_of_them_stands_on_any_paper(guarded: Guarded) -> None:
    numbers = {one for account in guarded.accounts if len(one := identifier(account).strip("“”")) > 5}
    lines = {name for one in guarded.deals for name in one.payments}
    ids = {one.id for one in guarded.deals} | lines

    texts = {one.number: told(one) for one in guarded.documents}

    assert numbers
    assert {number for number, text in texts.items() if any(one in text for one in (*numbers, *ids))} == set()


def test_no_sheet_is_made_of_them_even_if_somebody_asks(guarded: Guarded) -> None:
    wanted = Wanted(("D3", "D4", "D5"), persons=(min(guarded.accounts),), tell=str)

    assert list(documents(guarded.case, wanted, AT)) == []


def test_of_their_deals_no_code_is_left_and_no_gap(guarded: Guarded) -> None:
    parties = Parties(guarded.case)
    every = len(list(guarded.case.nouns(Deal)))

    assert guarded.deals
    assert len(parties.deal_codes) == every - len(guarded.deals)
    assert list(parties.deal_codes.values()) == [f"R-{number}" for number in range(1, len(parties.deals) + 1)]
    assert {parties.told(one.id, "?") for one in guarded.deals} == {WITHHELD}
    assert {parties.person(one) for one in guarded.accounts} == {WITHHELD}
    assert {parties.account(one) for one in guarded.accounts} == {WITHHELD}
    assert not any(one.number.endswith(WITHHELD) for one in guarded.documents)


def test_the_annex_of_the_seller_counts_what_is_left_out_and_its_sums_do_not_hold_it(guarded: Guarded) -> None:
    code = Parties(guarded.case).person(guarded.seller)
    annex, before = paper(guarded.documents, "D3", code), paper(guarded.before, "D3", code)
    left = [one for one in guarded.deals if one.seller == guarded.seller]

    says = [one.indonesian for one in annex.sections[0].says]

    assert any(one.startswith(f"Ditahan karena akun terlindungi: {len(left)} rangkaian, ") for one in says)
    sums, were = (
        {one.currency: one.stated for one in annex_totals(each) if one.column == "Counted as recorded"}
        for each in (annex, before)
    )
    assert all(one.stated == one.rows for one in annex_totals(annex))
    assert sum(sums.values()) < sum(were.values())


@pytest.mark.parametrize("form", ["D3", "D2"])
def test_the_count_stands_in_workbook_and_print_as_well(guarded: Guarded, form: str) -> None:
    annex = paper(guarded.documents, "D3", Parties(guarded.case).person(guarded.seller))
    document = annex if form == "D3" else next(one for one in guarded.documents if one.number == "D2")
    says = "akun terlindungi"

    pdf = pypdfium2.PdfDocument(set_paper(document, "salinan", "id"))
    pages = " ".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()

    assert says in cells(document)
    assert says in " ".join(pages.split())


def test_a_count_over_a_statement_with_left_out_lines_is_not_printed(guarded: Guarded) -> None:
    material = Material(guarded.case, None)
    hidden = material.parties.hidden
    annex = paper(guarded.documents, "D3", Parties(guarded.case).person(guarded.seller))
    cards = [card for section in annex.sections for card in (section.cards.cards if section.cards else ())]
    texts = {card.title.english.split()[0]: msgspec.json.encode(card).decode() for card in cards}

    over = [one for one in material.parties.deals if hidden.ledgers & _ledgers(material, one)]

    shown = [text for one in over if (text := texts.get(material.parties.deal_codes[one.id]))]
    assert shown
    assert all("Its parts are not printed" in one for one in shown)
    assert [one for one in shown if re.search(r"The statement has [\d,]+ line", one)] == []
    lines = {one.id for one in guarded.case.nouns(Payment) if {one.payer, one.beneficiary} & guarded.accounts}
    assert lines
    assert lines <= hidden.lines
    assert material.payments.keys().isdisjoint(hidden.lines)


def test_their_decisions_are_counted_and_not_said(guarded: Guarded) -> None:
    report = next(one for one in guarded.documents if one.number == "D2")
    before = next(one for one in guarded.before if one.number == "D2")
    rows, were = (
        next(table for table in each.tables() if table.name.startswith("11")).rows for each in (report, before)
    )

    says = [one.english for section in report.sections for one in section.says]

    left = len(were) - len(rows)
    assert left > 0
    begins = "1 decision is" if left == 1 else f"{left} decisions are"
    assert any(one.startswith(f"{begins} withheld: protected accounts") for one in says)


def test_a_link_that_counts_their_payments_gives_no_place_or_number_of_them(guarded: Guarded) -> None:
    material = Material(guarded.case, Veiled(guarded.case))
    hidden, people = material.parties.hidden, People(material, Trade(material, Seal(guarded.case.secret)))
    line = next(one for one in guarded.case.nouns(Payment) if one.id in hidden.lines and one.beneficiary)
    reason = Term(rule="paid-as-told", score=1, text="2 payments of their deals went into it.", text_id="2 pembayaran.")
    link = Link(
        id="x",
        left=line.beneficiary or "",
        right="bca:1",
        rule="paid-as-told",
        judgement="suggested",
        reasons_for=(reason,),
        places=(line.place,),
    )

    said = people._link(link)
    other = people._link(structs.replace(link, rule="same-number"))

    assert (said.reasons_for, said.reasons_against, said.places) == ((COUNTS_HIDDEN,), (COUNTS_HIDDEN,), ())
    assert other.reasons_for[0].english.startswith("2 payments")


def test_the_sheet_of_a_person_says_what_it_withholds_as_the_annex_does(guarded: Guarded) -> None:
    code = Parties(guarded.case).person(guarded.seller)
    says = [
        next(one.english for one in document.sections[0].says if one.english.startswith("Withheld as of protected"))
        for document in guarded.documents
        if document.number in {f"D3-{code}", f"D5-{code}"}
    ]

    counts = [re.search(r"(\d+) deals?, (\d+) booked lines?", one) for one in says]

    assert len(says) == 2
    assert all(one and one.groups() == counts[0].groups() for one in counts if counts[0])


def test_a_word_on_what_is_now_in_a_withheld_deal_is_withheld_under_an_older_id_as_well(guarded: Guarded) -> None:
    hidden, [deal, *_] = Hidden(guarded.case), guarded.deals
    made = {"id": "d", "act": "confirm-deal", "left": "older", "by": "S-1", "at": "2026-02-02T00:00:00Z", "order": 1}

    assert hidden.is_decision(Decision(**made, holds=deal.messages[:1]))
    assert not hidden.is_decision(Decision(**made, holds=("x",)))


def test_a_link_of_payments_some_of_which_are_withheld_does_not_say_that_no_deal_rests_on_it(guarded: Guarded) -> None:
    material = Material(guarded.case, None)
    line = next(one for one in guarded.case.nouns(Payment) if one.id in material.parties.hidden.lines and one.payer)
    said = {"id": "d", "act": "confirm", "by": "S-1", "at": "2026-02-02T00:00:00Z", "order": 1, "rule": "paid-to"}

    told_of = Standing(material).link(Decision(**said, left=line.beneficiary or "", right="bca:1"))

    assert "some are withheld" in told_of.english
    assert "no annex shows one" not in told_of.english


def _others(case: Case) -> tuple[Deal, Payment]:
    """A confirmed deal of somebody else with a line, and that line."""
    material = Material(case, None)
    deal = next(one for one in material.parties.deals if one.judgement == "confirmed" and one.payments)
    return deal, material.lines_of(deal)[0].record


def test_a_line_that_paid_their_deal_is_left_out_whatever_account_it_names(guarded: Guarded) -> None:
    hidden, (_, line) = Hidden(guarded.case), _others(guarded.case)
    mine, others = hidden._halves
    bought = structs.replace(mine[0], judgement="confirmed", payments=(line.id,))

    hidden.__dict__["_halves"] = ([bought], [one for one in others if line.id not in one.payments])

    assert line.id not in Hidden(guarded.case).lines
    assert line.id in hidden.lines
    assert any(one.id == bought.id for one in hidden.deals.values())


@pytest.mark.parametrize(("judgement", "is_left"), [("confirmed", True), (None, False), ("rejected", False)])
def test_a_line_on_which_a_confirmed_deal_of_others_rests_stays_unless_theirs_is_confirmed_too(
    guarded: Guarded, judgement: str | None, *, is_left: bool
) -> None:
    hidden, (deal, line) = Hidden(guarded.case), _others(guarded.case)
    mine, _ = hidden._halves

    hidden.__dict__["_halves"] = ([structs.replace(mine[0], judgement=judgement, payments=(line.id,))], [deal])

    assert (line.id in hidden.lines) == is_left


def test_a_line_that_names_them_and_is_of_no_deal_is_left_out(
    guarded: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    used = {name for one in guarded.case.nouns(Deal) for name in one.payments}
    lines = [one for one in guarded.case.nouns(Payment) if one.payer_name]
    free = next(one for one in lines if one.id not in used)
    monkeypatch.setattr("suluh.case.papers.hidden.names_of", lambda *_: [f" {(free.payer_name or '').lower()} "])

    left = Hidden(guarded.case).lines

    assert free.id in left
    assert free.id not in Hidden(guarded.case)._paying
    _, others = Hidden(guarded.case)._halves
    assert not any(set(one.payments) & left for one in others if one.judgement != "rejected")


def test_a_reason_that_counts_more_lines_than_it_names_is_withheld_where_lines_of_theirs_are(guarded: Guarded) -> None:
    material = Material(guarded.case, Veiled(guarded.case))
    trade, hidden = Trade(material, Seal(guarded.case.secret)), material.parties.hidden
    shown = [one.record for one in material.payments.values()]
    held = next(one for one in shown if material.statements[one.statement].account in hidden.ledgers)
    free = next(one for one in shown if material.statements[one.statement].account not in hidden.ledgers)
    text = "7 other payments may be of this offer too: {}, and 2 more. They weigh more than none."

    said = [
        trade.terms([Term(rule="rivals", score=0, text=words.format(line.id))])[0].english
        for line in (held, free)
        for words in (text, text.replace(", and 2 more", ""))
    ]

    assert ["is withheld: it counts" in one for one in said] == [True, False, False, False]


def test_no_single_missing_number_of_a_statement_or_of_decisions_points_at_what_is_withheld(guarded: Guarded) -> None:
    material = Material(guarded.case, Veiled(guarded.case))
    annex = paper(guarded.documents, "D3", material.parties.person(guarded.seller))
    before = paper(guarded.before, "D3", material.parties.person(guarded.seller))
    booked, were = (next(one for one in each.tables() if one.name == "2 baris rekening") for each in (annex, before))
    ledgers = material.parties.hidden.ledgers

    of_statement, all_of_it = (
        [row[11] for row in each.rows if str(row[0]).partition(" ")[2] in ledgers] for each in (booked, were)
    )
    untied = Both("not tied", "tidak dikaitkan")
    [said] = [one.english for one in booked.notes if one.english.startswith("Of statements from which lines are")]

    left = int(said.split("; ")[1].split()[0])
    assert left > 0
    assert left == all_of_it.count(untied) - of_statement.count(untied)
    assert any("compared with these papers" in one.english for one in booked.notes)

    report = next(one for one in guarded.documents if one.number == "D2")
    decisions = next(table for table in report.tables() if table.name.startswith("11")).rows
    assert [row[0] for row in decisions] == list(range(1, len(decisions) + 1))
