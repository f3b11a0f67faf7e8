# SPDX-License-Identifier: Apache-2.0
"""What the reader of MT940 promises beyond the contract of all readers."""

from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.trade import Payment, Statement
from suluh.readers.booked.details import own_account
from suluh.readers.swift_mt940 import SwiftMt940

TOP = ":20:A\n:25:0123456789\n:28C:1/1\n:60F:C260901IDR1000,00\n"


def _read(folder: Path, text: str) -> list[object]:
    (folder / "a.sta").write_bytes(text.encode("cp1252"))
    return list(SwiftMt940().read(FolderSource(folder, "a.sta")))


@pytest.mark.parametrize(
    ("mark", "incoming", "status"),
    [
        *[("C", True, "booked"), ("D", False, "booked"), ("RC", False, "reversal"), ("RD", True, "reversal")],
        *[("EC", True, "pending"), ("ED", False, "pending"), ("CR", True, "booked"), ("rdr", True, "reversal")],
    ],
)
def test_the_mark_says_whether_money_came_in(tmp_path: Path, mark: str, incoming: bool, status: str) -> None:  # noqa: FBT001 # an example
    found = _read(tmp_path, f"{TOP}:61:260902{mark}10,NTRFNONREF\n")

    [payment] = [one for one in found if isinstance(one, Payment)]
    assert (payment.incoming, payment.status, payment.amount_minor) == (incoming, status, 1000)


def test_a_day_that_does_not_exist_is_a_flaw_and_the_next_line_is_read(tmp_path: Path) -> None:
    found = _read(tmp_path, f"{TOP}:61:2602300301D10,NTRFNONREF\n:61:2603010301D10,NTRFNONREF\n")

    assert [one.reason for one in found if isinstance(one, Flaw)] == [
        "this booking cannot be read: day is out of range for month"
    ]
    assert len([one for one in found if isinstance(one, Payment)]) == 1


def test_a_line_in_no_known_form_is_a_flaw_with_its_text(tmp_path: Path) -> None:
    found = _read(tmp_path, f"{TOP}:61:nothing at all\n:86:words\n:62F:C260901IDR1000,00\n")

    [flaw] = [one for one in found if isinstance(one, Flaw)]
    assert flaw.raw == ":61:nothing at all\n:86:words"
    assert flaw.place.line == 5
    assert flaw.place.last_line == 6


@pytest.mark.parametrize(
    ("mark", "words"), [("RC", "KOREKSI TRANSFER DARI BUDI CONTOH"), ("RD", "KOREKSI TRANSFER KE BUDI CONTOH")]
)
def test_the_words_of_a_reversal_name_the_sides_of_what_it_takes_back(tmp_path: Path, mark: str, words: str) -> None:
    found = _read(tmp_path, f"{TOP}:61:260902{mark}10,NTRFNONREF\n:86:{words}\n")

    [payment] = [one for one in found if isinstance(one, Payment)]
    other = payment.payer_name if payment.incoming else payment.beneficiary_name
    [paper] = [one for one in found if isinstance(one, Statement)]
    assert (other, paper.holder) == ("BUDI CONTOH", None)


@pytest.mark.parametrize(
    "amount", ["1.500", "1,500", "1.50.000,00", "1,50,000.00", "1500.0", "1'500,00", "1,5,0", ",50", "1500-", ""]
)
def test_an_amount_in_another_form_is_a_flaw_and_not_half_of_itself(tmp_path: Path, amount: str) -> None:
    found = _read(tmp_path, f"{TOP}:61:260902C{amount}NTRFNONREF\n:61:260902C5,NTRFNONREF\n")

    assert [one.place.line for one in found if isinstance(one, Flaw) and one.place.line] == [5]
    assert [one.amount_minor for one in found if isinstance(one, Payment)] == [500]


@pytest.mark.parametrize(
    ("amount", "minor"),
    [("1.500.000,00", 150000000), ("1.500.000", 150000000), ("1,500,000.00", 150000000), ("1500.25", 150025)],
)
def test_a_converted_amount_is_read_where_it_means_one_sum(tmp_path: Path, amount: str, minor: int) -> None:
    found = _read(tmp_path, f"{TOP}:61:260902C{amount}NTRFNONREF\n")

    assert [one.amount_minor for one in found if isinstance(one, Payment)] == [minor]


@pytest.mark.parametrize(
    "balance", ["C260901IDR1.000", "C260901IDR1000.0", "C260901IDR1,000,00", "C260901IDR5,00 DB", "IDR1000,00"]
)
def test_a_balance_in_another_form_is_a_flaw_and_not_half_of_itself(tmp_path: Path, balance: str) -> None:
    found = _read(tmp_path, f":20:A\n:25:1\n:60F:{balance}\n:62F:C260930IDR5,00\n")

    assert [one.place.line for one in found if isinstance(one, Flaw)] == [3]
    assert [one.opening_minor for one in found if isinstance(one, Statement)] == [None]


@pytest.mark.parametrize(
    ("value", "entry", "booked"),
    [
        *[("261231", "0102", "2027-01-02"), ("270101", "1231", "2026-12-31"), ("260902", "", "2026-09-02")],
        *[("280301", "0229", "2028-02-29"), ("260902", "    ", "2026-09-02")],
    ],
)
def test_a_booking_day_lies_in_the_year_nearest_to_the_value_day(
    tmp_path: Path, value: str, entry: str, booked: str
) -> None:
    found = _read(tmp_path, f"{TOP}:61:{value}{entry}C5,NTRFNONREF\n")

    assert [one.booked for one in found if isinstance(one, Payment)] == [booked]


@pytest.mark.parametrize(
    ("behind", "reference", "text"),
    [
        *[("NTRFNONREF//B-7", "B-7", ""), ("NTRFA-1//B-7\nwords", "A-1", "words"), ("", None, "")],
        ("S   X", "X", ""),
    ],
)
def test_what_stands_behind_an_amount_is_kept(tmp_path: Path, behind: str, reference: str | None, text: str) -> None:
    found = _read(tmp_path, f"{TOP}:61:260902C5,{behind}\n")

    assert [(one.reference, one.text) for one in found if isinstance(one, Payment)] == [(reference, text)]


@pytest.mark.parametrize("mark", ["?", "<", "~"])
def test_numbered_fields_name_the_other_side(tmp_path: Path, mark: str) -> None:
    details = "166?00KREDIT?20PAKET?30CENAIDJA?310323456709?32BUDI CONT?33OH".replace("?", mark)

    found = _read(tmp_path, f"{TOP}:61:260902C5,NTRFNONREF\n:86:{details}\n")

    [payment] = [one for one in found if isinstance(one, Payment)]
    assert (payment.payer, payment.payer_name) == ("bca:0323456709", "BUDI CONTOH")


def test_each_statement_of_a_file_is_checked_for_itself(tmp_path: Path) -> None:
    good = f"{TOP}:61:260902C10,NTRFNONREF\n:62F:C260930IDR1010,00\n-\n"

    found = _read(tmp_path, good + good.replace("1010", "1011"))

    assert [one.adds_up for one in found if isinstance(one, Statement)] == [True, False]
    assert [one.usable for one in found if isinstance(one, Payment)] == [True, False]


@pytest.mark.parametrize("sums", ["", ":90C:2IDR15,\n", ":90C:1IDR10,\n"])
def test_what_is_only_expected_may_be_in_the_sums_or_not(tmp_path: Path, sums: str) -> None:
    found = _read(tmp_path, f"{TOP}:61:260902C10,NTRF\n:61:260902EC5,NTRF\n:62F:C260930IDR1010,00\n{sums}")

    told = [(one.amount_minor, one.status) for one in found if isinstance(one, Payment)]
    assert told == [(1000, "booked"), (500, "pending")]
    assert [one.adds_up for one in found if isinstance(one, Statement)] == [":90C:2" not in sums]


def test_an_overdrawn_balance_is_negative(tmp_path: Path) -> None:
    text = ":20:A\n:25:1\n:60F:D260901IDR5,00\n:61:260902C10,NTRFNONREF\n:62F:C260930IDR5,00\n"

    [statement] = [one for one in _read(tmp_path, text) if isinstance(one, Statement)]

    assert (statement.opening_minor, statement.closing_minor, statement.adds_up) == (-500, 500, True)


@pytest.mark.parametrize(
    ("written", "bank", "account"),
    [
        ("NL81ASNB9999999999", "", "account:NL81ASNB9999999999"),
        ("GB82WEST12345698765432EUR", "", "iban:GB82WEST12345698765432"),
        ("0123456789", "CENAIDJAXXX", "bca:0123456789"),
        ("BMRIIDJA/1234500000001", "", "mandiri:1234500000001"),
        ("51230800/0000007055 EUR", "", "account:51230800/0000007055"),
    ],
)
def test_the_account_goes_by_iban_by_bank_or_as_written(written: str, bank: str, account: str) -> None:
    assert own_account(written, bank, "EUR") == account


WAYS = [
    ("C", "TRANSFER DARI BUDI CONTOH KE JOKO MISAL", "BUDI CONTOH"),
    ("D", "TRANSFER DARI JOKO MISAL KE BUDI CONTOH", "BUDI CONTOH"),
    ("C", "Transfer dari: Budi Contoh kepada: Joko Misal", "Budi Contoh"),
    ("D", "PEMINDAHAN DARI JOKO MISAL KEPADA BUDI CONTOH", "BUDI CONTOH"),
    ("C", "TRANSFER KE JOKO MISAL", None),
    ("D", "TRF DARI JOKO MISAL", None),
    ("D", "KIRIM UANG KE BUDI CONTOH UNTUK PAKET", "BUDI CONTOH"),
    ("C", "TRANSFER FROM BUDI CONTOH TO JOKO MISAL", "BUDI CONTOH"),
    ("C", "TRANSFER DARI BUDI CONTOH 1234567", None),
    ("C", "TRANSFER DARI 081200000001", None),
    ("C", "TRANSFER DARI - BUDI", "BUDI"),
    ("C", "/ORDP//NAME/BUDI CONTOH/BENM//NAME/JOKO MISAL", "BUDI CONTOH"),
    ("D", "/ORDP//NAME/JOKO MISAL/BENM//NAME/BUDI CONTOH", "BUDI CONTOH"),
    ("D", "/ORDP//NAME/JOKO MISAL/REMI/X", None),
    ("C", "/CNTP/NL47INGB9999999999/INGBNL2A/BUDI CONTOH/UTRECHT/REMI/X", "BUDI CONTOH"),
    ("C", "/NAME/BUDI CONTOH/REMI/X", "BUDI CONTOH"),
]


@pytest.mark.parametrize(("mark", "details", "name"), WAYS)
def test_the_other_side_follows_the_direction(tmp_path: Path, mark: str, details: str, name: str | None) -> None:
    found = _read(tmp_path, f"{TOP}:61:260902{mark}5,NTRFNONREF\n:86:{details}\n")

    [payment] = [one for one in found if isinstance(one, Payment)]
    assert (payment.payer_name if payment.incoming else payment.beneficiary_name) == name


def test_a_name_that_the_own_side_bears_is_nowhere_the_other(tmp_path: Path) -> None:
    lines = (
        ":61:260902C5,NTRFNONREF\n:86:TRANSFER DARI BUDI CONTOH KE JOKO MISAL\n"
        ":61:260902C5,NTRFNONREF\n:86:/NAME/JOKO MISAL/REMI/X\n"
    )

    found = _read(tmp_path, TOP + lines)

    assert [one.payer_name for one in found if isinstance(one, Payment)] == ["BUDI CONTOH", None]
    assert [one.holder for one in found if isinstance(one, Statement)] == ["JOKO MISAL"]


def test_a_booking_that_is_taken_back_makes_no_stranger_the_holder(tmp_path: Path) -> None:
    lines = (
        ":61:260902C5,NTRFNONREF\n:86:TRANSFER DARI BUDI CONTOH KOPI\n"
        ":61:260902C5,NTRFNONREF\n:86:TRANSFER DARI BUDI CONTOH 2664729192 SALAH KIRIM\n"
        ":61:260902D5,NTRFNONREF\n:86:KOREKSI TRANSFER DARI BUDI CONTOH\n"
    )

    found = _read(tmp_path, TOP + lines)

    assert [one.holder for one in found if isinstance(one, Statement)] == [None]


@pytest.mark.parametrize("inside", ["-", "- - -", ":20:44 OLEH DEWI", ":28:15 WIB", ":13:00", ":25:10 SELESAI"])
def test_what_looks_like_a_field_inside_details_is_text(tmp_path: Path, inside: str) -> None:
    details = f":86:JAM 07\n{inside}\nLANJUT\n"

    found = _read(tmp_path, f"{TOP}:61:260902C5,NTRFNONREF\n{details}:62F:C260902IDR1005,00\n-\n")

    assert [one.adds_up for one in found if isinstance(one, Statement)] == [True]
    told = [one.text for one in found if isinstance(one, Payment)] + [one.raw for one in found if isinstance(one, Flaw)]
    assert all(word in "".join(map(str, told)) for word in ("JAM 07", "LANJUT"))


def test_balances_state_the_period_and_pages_follow_from_each_other(tmp_path: Path) -> None:
    page = ":20:A\n:25:1\n:28C:1/2\n:60M:C260905IDR999,00\n:62F:C260930IDR999,00\n-\n"

    found = _read(tmp_path, f"{TOP}:62M:C260905IDR1000,00\n-\n{page}")

    periods = [(one.period_from, one.period_to) for one in found if isinstance(one, Statement)]
    assert periods == [("2026-09-01", "2026-09-05"), ("2026-09-05", "2026-09-30")]
    assert [one.place.line for one in found if isinstance(one, Flaw)] == [10]


def test_a_statement_without_field_20_is_read_and_says_so(tmp_path: Path) -> None:
    text = TOP.removeprefix(":20:A\n") + ":61:260902C5,NTRFNONREF\n:62F:C260902IDR1005,00\n"

    found = _read(tmp_path, text)

    assert [one.adds_up for one in found if isinstance(one, Statement)] == [True]
    assert ["field 20" in one.reason for one in found if isinstance(one, Flaw)] == [True]


@pytest.mark.parametrize(
    ("details", "account"),
    [
        ("KE 1230007654321 CONTOH BUDI", "account:1230007654321"),
        ("MCM InhouseTrf KE 1230007654321 CONTOH BUDI", "mandiri:1230007654321"),
        ("TRF KE BCA CONTOH BUDI 0987654321", "bca:0987654321"),
        ("TRF KE REK 1230007654321", "account:1230007654321"),
    ],
)
def test_a_number_without_a_bank_is_at_none(tmp_path: Path, details: str, account: str) -> None:
    head = ":20:A\n:25:BMRIIDJA/1230001234567\n:28C:1\n:60F:C260228IDR100,\n:61:2603020302D50,NTRFX\n"
    text = f"{head}:86:{details}\n:62F:C260331IDR50,\n-\n"
    (tmp_path / "s.sta").write_text(text)

    [payment] = [one for one in SwiftMt940().read(FolderSource(tmp_path, "s.sta")) if isinstance(one, Payment)]

    assert payment.beneficiary == account
