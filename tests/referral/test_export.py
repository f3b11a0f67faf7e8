# SPDX-License-Identifier: Apache-2.0
"""The unit's forms open right in an Indonesian Excel, keep text as text, and are masked without a purpose."""

import csv
import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec
import openpyxl
import pytest
from tests.custody.every_noun import ANI, BUDI, officer, work_out

from suluh.case.acts.export import export
from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.verify.case import verify_case
from suluh.custody.key import OfficerKey
from suluh.model.errors import Misuse, NotAllowed
from suluh.model.ids import make_id
from suluh.model.trade import Deal
from suluh.referral.sheets import Column, Money, Sheet
from suluh.referral.workbook import CUT, write_form
from suluh.unit.folder import UnitFolder

Open = Callable[[OfficerKey], Case]
FORMS = ("accounts", "deals", "exhibits", "hashes", "offers", "unread")
TABLES = (
    "accounts-accounts",
    "deals-deals",
    "deals-pairs",
    "deals-payments",
    "exhibits-exhibits",
    "hashes-hashes",
    "offers-offers",
    "unread-files",
    "unread-flaws",
)
SUMS = ("Recorded as paid", "Possibly paid", "Price asked, no payment")


@pytest.fixture
def case(opened: Open, author: OfficerKey) -> Case:
    return opened(author)


def rows(path: Path) -> list[dict[str, str]]:
    """A CSV as a spreadsheet reads it: by the English half of its heads."""
    text = path.read_bytes().decode("utf-8-sig")
    return [
        {key.rpartition(" / ")[2]: cell for key, cell in row.items()}
        for row in csv.DictReader(io.StringIO(text), delimiter=";")
    ]


def test_every_form_is_written_as_workbook_and_tables(case: Case, tmp_path: Path) -> None:
    written = export(case, tmp_path / "out", None)

    names = [*(f"{form}.xlsx" for form in FORMS), *(f"{table}.csv" for table in TABLES), "ledger.csv"]
    assert [path.name for path in written] == sorted(names)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(names)
    assert list(case.folder.work.iterdir()) == []


def test_without_a_purpose_nobody_can_be_found_in_any_form(folder: CaseFolder, tmp_path: Path) -> None:
    reading = Case.open(folder)

    for path in export(reading, tmp_path / "out", None):
        if path.suffix == ".csv":
            cells = [cell for row in rows(path) for cell in row.values()]
        else:
            cells = [str(cell) for page in openpyxl.load_workbook(path) for row in page.values for cell in row]
        assert [cell for cell in cells for word in (ANI[9:], BUDI[9:], "Nama 1") if word in cell] == [], path.name
    reading.close()


def test_with_a_purpose_identifiers_are_whole_and_the_ledger_says_so(case: Case, tmp_path: Path) -> None:
    before = case.rows.last_entry().seq

    export(case, tmp_path / "out", "berkas perkara")

    accounts = rows(tmp_path / "out" / "accounts-accounts.csv")
    assert [row["Account"] for row in accounts] == ["'" + ANI[9:], "'" + BUDI[9:]]
    entries = list(case.rows.entries(before + 1))
    assert all(b'"purpose":"berkas perkara"' in entry.body for entry in entries)
    assert b'"action":"export"' in entries[-1].body
    assert verify_case(case.folder).entries == before + len(entries)


@pytest.mark.parametrize("access", ["prosecutor", "auditor"])
def test_a_purpose_needs_the_right_to_read(opened: Open, unit: UnitFolder, tmp_path: Path, access: str) -> None:
    with pytest.raises(NotAllowed):
        export(opened(officer(unit, f"E-{access}", access)), tmp_path / "out", "x")


def test_a_phone_number_is_text_in_the_workbook(case: Case, tmp_path: Path) -> None:
    export(case, tmp_path / "out", "uji")

    page = openpyxl.load_workbook(tmp_path / "out" / "accounts.xlsx")["accounts"]

    assert [(cell.value, cell.data_type, cell.number_format) for cell in page["B"][1:]] == [
        (ANI[9:], "s", "@"),
        (BUDI[9:], "s", "@"),
    ]


def test_amounts_are_rupiah_and_times_stand_as_written_in_the_zone_of_the_exhibit_and_in_utc(
    case: Case, tmp_path: Path
) -> None:
    export(case, tmp_path / "out", "uji")

    page = openpyxl.load_workbook(tmp_path / "out" / "deals.xlsx")["deals"]
    heads = {str(cell.value).partition("\n")[2]: cell.column_letter for cell in page[1]}
    amount = page[heads["Recorded as paid"] + "2"]

    assert (amount.value, amount.number_format) == (50_000, '"Rp"#,##0.00')
    assert page[heads["Paid: Time (UTC)"] + "2"].value == datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001 # as a clock shows it
    assert page[heads["Paid: Time in the exhibit's zone"] + "2"].value == "2026-01-02 10:04:05 WIB"
    assert page[heads["Paid: Time as written"] + "2"].value == "02/01/26 10.04"


def test_deals_are_added_up_per_seller_and_buyer(case: Case, tmp_path: Path) -> None:
    export(case, tmp_path / "out", "uji")

    pair, _ = rows(tmp_path / "out" / "deals-pairs.csv")

    assert (pair["Seller"], pair["Buyer"]) == (ANI, BUDI)
    assert (pair["Deals"], pair["Supported by a payment record"], pair["Items delivered"]) == ("2", "2", "4")
    assert [pair[name] for name in SUMS] == ["100000,00", "", "3000,00"]
    assert pair["Time in the exhibit's zone, first"] == "2026-01-02 10:04:05 WIB"


def test_an_amount_stands_in_the_column_of_what_it_is(case: Case, tmp_path: Path) -> None:
    deals = [
        msgspec.structs.replace(next(case.nouns(Deal)), id=make_id("deal", name), tier=tier, payments=payments)
        for name, tier, payments in (("maybe", "possible", ("q",)), ("asked", "possible", ()))
    ]
    case.keep(Act("deals", "case"), deals)
    work_out(case)

    export(case, tmp_path / "out", "uji")

    found = rows(tmp_path / "out" / "deals-deals.csv")
    assert sorted([row[name] for name in SUMS] for row in found) == [
        ["", "", "50000,00"],
        ["", "50000,00", ""],
        ["50000,00", "", ""],
        ["50000,00", "", ""],
    ]


def test_a_chance_is_a_sentence_on_the_statement(case: Case, tmp_path: Path) -> None:
    export(case, tmp_path / "out", None)

    found = rows(tmp_path / "out" / "deals-deals.csv")[0]["Chance match"]

    assert "tidak ada baris terhitung lain berjumlah sama" in found
    assert "no other counted line of this sum in this statement" in found


def test_offers_stand_in_a_form_of_their_own(case: Case, tmp_path: Path) -> None:
    export(case, tmp_path / "out", "uji")

    offer = rows(tmp_path / "out" / "offers-offers.csv")[0]

    assert (offer["Seller"], offer["Items"], offer["Price asked"], offer["Times told"]) == (ANI, "40", "50000,00", "1")


def test_pairs_stay_apart_when_they_are_masked(case: Case, tmp_path: Path) -> None:
    export(case, tmp_path / "masked", None)
    export(case, tmp_path / "full", "uji")

    assert len(rows(tmp_path / "masked" / "deals-pairs.csv")) == len(rows(tmp_path / "full" / "deals-pairs.csv"))


def test_the_hash_annex_lists_every_file_with_its_sets(case: Case, tmp_path: Path) -> None:
    export(case, tmp_path / "out", None)

    found = rows(tmp_path / "out" / "hashes-hashes.csv")

    assert [(row["Path"], row["Exact match"]) for row in found] == [
        ("chat.txt", ""),
        ("a.png", "unit (dikenal / known)"),
        ("b.png", "unit (dikenal / known)"),
    ]
    assert {len(row["SHA-256"]) for row in found} == {64}


def test_what_could_not_be_read_is_listed(case: Case, tmp_path: Path) -> None:
    export(case, tmp_path / "out", None)

    assert [row["Reason"] for row in rows(tmp_path / "out" / "unread-flaws.csv")] == ["no time", "no time"]


def test_the_same_case_gives_the_same_bytes(case: Case, tmp_path: Path) -> None:
    one, two = (export(case, tmp_path / name, None) for name in ("one", "two"))

    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_a_file_in_place_of_the_folder_is_misuse(case: Case, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(Misuse, match="folder"):
        export(case, tmp_path / "out", None)


NASTY = ["=1+1", "+628120000", "http://example.invalid", "0812", "1e5", "TRUE", "\x00\x07", "\ud800", "#REF!", "{=1}"]


def test_no_text_becomes_anything_else(tmp_path: Path) -> None:
    sheet = Sheet("words", (Column("a", "a"),), iter([(word,) for word in NASTY]))

    book, table = write_form([sheet], tmp_path, "words", tmp_path / "scratch")

    page = openpyxl.load_workbook(book)["words"]
    assert {cell.data_type for cell in page["A"]} == {"s"}
    assert page.max_row == len(NASTY) + 1
    assert not page._hyperlinks
    assert table.read_bytes().startswith("\ufeffa\r\n'=1+1\r\n'+628120000\r\n".encode())


def test_a_long_text_is_cut_with_a_mark_and_whole_in_the_table(tmp_path: Path) -> None:
    sheet = Sheet("words", (Column("a", "a"),), iter([("x" * 50_000,)]))

    book, table = write_form([sheet], tmp_path, "words", tmp_path / "scratch")

    assert openpyxl.load_workbook(book)["words"]["A2"].value.endswith(CUT)
    assert b"x" * 50_000 in table.read_bytes()


def test_more_rows_than_a_sheet_holds_go_on_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("suluh.referral.workbook.ROWS", 2)
    sheet = Sheet("words", (Column("a", "a"),), iter([(number,) for number in range(5)]))

    book, _ = write_form([sheet], tmp_path, "words", tmp_path / "scratch")

    pages = openpyxl.load_workbook(book)
    assert [[row[0] for row in page.values][1:] for page in pages] == [[0, 1], [2, 3], [4]]


@pytest.mark.parametrize(
    ("money", "shown"), [(Money(5, "IDR"), "0,05"), (Money(700, "JPY"), "700"), (Money(-150, "USD"), "-1,50")]
)
def test_amounts_are_exact_in_tables(tmp_path: Path, money: Money, shown: str) -> None:
    _, table = write_form([Sheet("m", (Column("a", "a"),), iter([(money,)]))], tmp_path, "m", tmp_path / "scratch")

    assert table.read_bytes().decode("utf-8-sig").split("\r\n")[1] == shown
