# SPDX-License-Identifier: Apache-2.0
"""What the reader of statement tables promises beyond the contract of all readers."""

import re
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.trade import Payment, Statement
from suluh.readers.statement_csv import StatementCsv
from suluh.readers.statements.amounts import read, take_apart
from suluh.readers.statements.check import Booked, Stated, check
from suluh.readers.statements.profile import SHIPPED, parse

ROOT = Path(__file__).parent.parent.parent
BCA_TOP = (
    "No. rekening : 0123456789\nPeriode : 01/05/2026 - 31/05/2026\nTanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo\n"
)


@pytest.fixture
def example() -> tuple[str, str]:
    """The table and the profile that docs/profiles.md shows."""
    text = (ROOT / "docs" / "profiles.md").read_text("utf-8")
    return tuple(re.search(rf"```{form}\n(.*?)```", text, re.DOTALL)[1] for form in ("csv", "toml"))


def _source(folder: Path, text: str | bytes, *profiles: str) -> FolderSource:
    (folder / "s.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return FolderSource(folder, "s.csv", profiles=profiles)


def _payments(source: FolderSource) -> list[Payment]:
    return [one for one in StatementCsv().read(source) if isinstance(one, Payment)]


def test_a_unit_reads_a_new_bank_with_the_profile_of_the_docs(tmp_path: Path, example: tuple[str, str]) -> None:
    table, profile = example
    source = _source(tmp_path, table, profile)

    payments = _payments(source)

    assert StatementCsv().claims(source) == "the heading of the statement profile koperasi-contoh"
    assert [(one.at.local, one.amount_minor, one.incoming, one.channel) for one in payments if one.at] == [
        ("2025-12-28T08:15:02", 5_000_000, True, "bank"),
        ("2026-01-02T19:30:00", 2_500_000, False, "atm"),
    ]
    assert payments[0].payer_name == "BUDI CONTOH"
    assert payments[0].beneficiary == "kopcontoh:00123"


@pytest.mark.parametrize(
    ("text", "credit", "debit", "channel"),
    [
        ("MCM InhouseTrf DARI BUDI CONTOH;BELI PULSA", "45,000.00", "0.00", "bank"),
        ("MCM InhouseTrf KE BUDI CONTOH;BELI PULSA", "0.00", "45,000.00", "bank"),
        ("SETOR DARI BUDI CONTOH;JAJAN PULSA", "45,000.00", "0.00", "bank"),
        ("PEMBELIAN PULSA 081200000001;", "0.00", "45,000.00", "phone-credit"),
    ],
)
def test_a_transfer_stays_one_whatever_purpose_is_written_beside_it(
    tmp_path: Path, text: str, credit: str, debit: str, channel: str
) -> None:
    head = "AccountNo;Ccy;PostDate;Remarks;AdditionalDesc;Credit Amount;Debit Amount;Close Balance\n"
    row = f"9000000000001;IDR;01 December 2025 23:25:59;{text};{credit};{debit};5,000,000.00\n"

    [payment] = _payments(_source(tmp_path, head + row))

    assert payment.channel == channel


def test_without_a_profile_the_same_file_is_claimed_and_says_what_is_missing(
    tmp_path: Path, example: tuple[str, str]
) -> None:
    source = _source(tmp_path, example[0])

    [found] = StatementCsv().read(source)

    assert StatementCsv().claims(source) == "headings of a statement that no profile knows"
    assert isinstance(found, Flaw)
    assert "only 1 of its running balances can be checked, 5 are needed" in found.reason


def test_two_profiles_that_fit_are_an_error_naming_both(tmp_path: Path, example: tuple[str, str]) -> None:
    table, profile = example
    other = profile.replace("koperasi-contoh", "koperasi-lain")

    [found] = StatementCsv().read(_source(tmp_path, table, profile, other))

    assert isinstance(found, Flaw)
    assert "koperasi-contoh and koperasi-lain" in found.reason


def test_a_profile_that_cannot_be_read_says_what_is_wrong(tmp_path: Path, example: tuple[str, str]) -> None:
    table, profile = example
    found = list(StatementCsv().read(_source(tmp_path, table, profile, 'name = "x"\ncolour = "red"')))

    assert next(one.reason for one in found if isinstance(one, Flaw)).startswith(
        "statement profile number 2 of the unit cannot be read: Object contains unknown field `colour`"
    )
    with pytest.raises(ValueError, match="pattern '\\(' of the statement profile koperasi-contoh is wrong"):
        parse(profile.replace(r"\bTARIK TUNAI\b", "("), "x")


def test_shipped_profiles_say_what_they_describe_and_have_names_of_their_own() -> None:
    assert len({one.name for one in SHIPPED}) == len(SHIPPED)
    assert all(len(one.describes) > 30 for one in SHIPPED)


def test_the_sign_of_the_fraction_is_decided_by_what_adds_up(tmp_path: Path) -> None:
    """``1.500`` is 1500 here, for only so does the plain 500 fit between the balances."""
    rows = "'02/05,'SATU,'0000,1.500,CR,11.500\n'03/05,'DUA,'0000,500,CR,12.000\n"

    payments = _payments(_source(tmp_path, BCA_TOP + rows))

    assert [(one.amount_minor, one.usable) for one in payments] == [(150_000, True), (50_000, True)]


def test_three_digits_after_the_last_sign_are_thousands_of_rupiah(tmp_path: Path) -> None:
    rows = "'02/05,'SATU,'0000,1.500,CR,101.500\n'03/05,'DUA,'0000,2.500,DB,99.000\n"

    payments = _payments(_source(tmp_path, BCA_TOP + rows + "Saldo Akhir : 99.000\n"))

    assert [(one.amount_minor, one.usable) for one in payments] == [(150_000, True), (250_000, True)]


def test_where_both_signs_stand_before_a_fraction_nothing_is_read(tmp_path: Path) -> None:
    rows = "'02/05,'SATU,'0000,1.50,CR,\n'03/05,'DUA,'0000,\"2,50\",DB,\n"

    found = list(StatementCsv().read(_source(tmp_path, BCA_TOP + rows)))

    assert [one for one in found if isinstance(one, Payment)] == []
    assert [one.place.line for one in found if isinstance(one, Flaw) and "undecided" in one.reason] == [4, 5]


def test_a_statement_in_utf_16_or_cp1252_is_read(tmp_path: Path) -> None:
    text = BCA_TOP + "'02/05,'TRSF E-BANKING CR 0205/FTSCY/WS95221   CAF\u00c9 CONTOH,'0000,\"1,500.00\",CR,\n"

    for encoding in ("utf-16", "cp1252", "utf-8-sig"):
        [payment] = _payments(_source(tmp_path, text.encode(encoding)))
        assert payment.payer_name == "CAF\u00c9 CONTOH"


def test_a_quote_that_never_closes_costs_one_row(tmp_path: Path) -> None:
    rows = "".join(f"'{day:02}/05,'SATU,'0000,10.00,CR,\n" for day in range(2, 28))
    broken = "'28/05,'DUA \"ADA,'0000,10.00,CR,\n"

    assert len(_payments(_source(tmp_path, BCA_TOP + broken + rows))) >= 26


def test_a_day_outside_the_period_gets_no_year(tmp_path: Path) -> None:
    found = list(StatementCsv().read(_source(tmp_path, BCA_TOP + "'02/07,'SATU,'0000,10.00,CR,\n")))

    assert [one.booked for one in found if isinstance(one, Payment)] == [None]
    assert any(isinstance(one, Flaw) and "without a year" in one.reason for one in found)


@pytest.mark.parametrize(
    ("written", "number", "negative", "mark"),
    [
        ("1,500,000.00 CR", "1,500,000.00", False, "CR"),
        ("Rp50.000", "50.000", False, ""),
        ("-Rp 50.000,-", "50.000", True, ""),
        ("(12.50)", "12.50", True, ""),
        ("12.50-", "12.50", True, ""),
        ("IDR 7", "7", False, ""),
    ],
)
def test_an_amount_is_taken_apart(written: str, number: str, negative: bool, mark: str) -> None:  # noqa: FBT001 # an example
    assert take_apart(written)[:3] == (number, negative, mark)


def test_what_is_no_amount_is_none() -> None:
    assert take_apart("12..34")[:3] == ("12..34", False, "")
    assert read("12..34", ".", "IDR") is None
    assert read("1.005", ".", "IDR") is None
    assert read("9" * 30, ".", "IDR") is None
    assert take_apart("PEND") is None


def test_a_chain_holds_newest_first_and_with_pending_lines_left_out() -> None:
    lines = [Booked(3, 50, None, pending=True), Booked(2, 30, 180), Booked(1, 50, 150)]

    assert check(lines, Stated(opening=100, closing=180), "IDR").adds_up is True
    assert check(lines, Stated(opening=100, closing=190), "IDR").adds_up is False
    assert check(lines[:1], Stated(), "IDR").adds_up is None


def test_a_statement_that_fails_says_where(tmp_path: Path) -> None:
    rows = "'02/05,'SATU,'0000,10.00,CR,110.00\n'03/05,'DUA,'0000,10.00,CR,125.00\n"

    found = list(StatementCsv().read(_source(tmp_path, BCA_TOP + rows)))

    assert [one.adds_up for one in found if isinstance(one, Statement)] == [False]
    assert any("the balance in line 5 is 125.00" in one.reason for one in found if isinstance(one, Flaw))
