# SPDX-License-Identifier: Apache-2.0
"""Days, signs and letters of many countries: each read as that country means it, or told to be open."""

from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.trade import Payment, Statement
from suluh.readers.statement_csv import StatementCsv
from suluh.readers.statements.dates import ORDERS, under, written_day

STEPS = (-3000, -750, 1250, 4900, -200, 8000, -100)


def table(heading: str, *, day: str = "{:02}/03/2026", money: str = "{}", above: str = "", text: str = "TRX") -> str:
    """A statement of seven days, one column of sums and a balance."""
    balance, rows = 50_000, []
    for at, step in enumerate(STEPS):
        balance += step
        rows.append(f"{day.format(12 + at)};{text};{money.format(step)};{money.format(balance)}")
    return "\n".join((above + heading, *rows, ""))


def read(folder: Path, content: bytes) -> list[object]:
    (folder / "s.csv").write_bytes(content)
    return list(StatementCsv().read(FolderSource(folder, "s.csv")))


def of(found: list[object], kind: type) -> list[object]:
    return [one for one in found if isinstance(one, kind)]


ENGLISH = "Date;Description;Amount;Balance"


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        (table(ENGLISH, day="03/{}/2026", money="${}.00"), "USD"),
        (table(ENGLISH, money="${}.00"), "XXX"),
        (table("Fecha;Concepto;Importe;Saldo", day="2026-03-{}", money="${}.00"), "XXX"),
        (table(ENGLISH, day="2026-03-{}", money="${}.00", above="Sample Bank Australia;BSB 000-000\n"), "XXX"),
        (table(ENGLISH, money="${}.00", above="Currency;AUD\n"), "AUD"),
        (table("Date;Description;Amount (R$);Balance (R$)", money="{},00"), "BRL"),
        (table(ENGLISH, day="2026-03-{}", money="${}.00"), "XXX"),
        (table(ENGLISH, day="2026-03-{}", money="${}.00", text="ZELLE TO SAMPLE"), "USD"),
        (table(ENGLISH, money="Rs. {}.00"), "XXX"),
        (table(ENGLISH, money="Rs. {}.00", text="UPI/SAMPLE"), "INR"),
        (table(ENGLISH, money="Rs. {}.00", above="Sample Bank;Colombo, Sri Lanka\n"), "XXX"),
        (table("\u65e5\u4ed8;\u6458\u8981;\u91d1\u984d(\u5186);\u6b8b\u9ad8(\u5186)", day="2026/3/{}"), "JPY"),
        (table("\u65e5\u671f;\u6458\u8981;\u91d1\u989d;\u4f59\u989d", day="2026-03-{}", money="\u00a5{}.00"), "CNY"),
        (table(ENGLISH, day="2026-03-{}", money="\u00a5{}.00"), "XXX"),
    ],
)
def test_a_sign_that_countries_share_means_what_the_statement_says(tmp_path: Path, text: str, currency: str) -> None:
    found = read(tmp_path, text.encode())

    told = ["in which currency" in one.reason for one in of(found, Flaw)]
    assert {one.currency for one in of(found, Statement)} == {currency}
    assert told == [True] * (currency == "XXX")
    assert len(of(found, Payment)) == len(STEPS)


@pytest.mark.parametrize(
    ("written", "real"),
    [
        *(("01/03/2569", (2026, 3, 1)), ("01-03-69", (2026, 3, 1)), ("2569-03-01", (2026, 3, 1))),
        *(("115/03/01", (2026, 3, 1)), ("R8.3.1", (2026, 3, 1)), ("\u4ee4\u548c8\u5e743\u67081\u65e5", (2026, 3, 1))),
        *(("1 \u0e21\u0e35.\u0e04. 2569", (2026, 3, 1)), ("1 \u0e21\u0e35.\u0e04. 69", (2026, 3, 1))),
        *(("15/gen/2026", (2026, 1, 15)), ("3 ao\u00fb 2026", (2026, 8, 3)), ("01/03/26", (2026, 3, 1))),
    ],
)
def test_a_year_of_any_count_is_that_of_the_common_one(written: str, real: tuple[int, int, int]) -> None:
    day = written_day(written)

    assert day is not None
    assert real in [under(day, order) for order in ORDERS]


@pytest.mark.parametrize("written", ["2200-03-01", "01/03/2300", "900/03/01", "R99.3.1", "1.234", "123.45"])
def test_a_year_of_no_count_is_no_day(written: str) -> None:
    day = written_day(written)

    assert day is None or not any(under(day, order) for order in ORDERS)


ABOVE = (
    "Extrato entre 28/02/2026 e 31/03/2026\n",
    "Statement from 02/28/2026 to 03/31/2026\n",
    "REKENING KORAN BULAN MARET 2026\n",
)


@pytest.mark.parametrize(("above", "day"), list(zip(ABOVE, ("{:02}/03", "03/{:02}", "{:02}/03"), strict=True)))
def test_a_line_above_the_table_says_what_it_covers_without_a_label(tmp_path: Path, above: str, day: str) -> None:
    text = table(ENGLISH.replace("Date", "Tanggal"), day=day, above=above)

    days = [one.booked for one in of(read(tmp_path, text.encode()), Payment)]

    assert days == [f"2026-03-{12 + at}" for at in range(len(STEPS))]


def test_when_an_account_was_opened_is_no_period(tmp_path: Path) -> None:
    text = table(ENGLISH, day="{:02}/03", above="Opened 01/02/2019, printed 15/04/2026\n")

    found = read(tmp_path, text.encode())

    assert {one.booked for one in of(found, Payment)} == {None}
    assert any("without a year" in one.reason for one in of(found, Flaw))


def test_a_promotion_above_the_table_is_no_period(tmp_path: Path) -> None:
    text = table(ENGLISH, day="{:02}/03", above="Promo valid 01/01/2026 - 31/12/2026\n")

    assert {one.booked for one in of(read(tmp_path, text.encode()), Payment)} == {None}


def test_a_day_without_a_year_that_a_long_period_holds_twice_has_none(tmp_path: Path) -> None:
    text = table(ENGLISH, day="{:02}/03", above="Period;01/01/2025 - 31/12/2026\n")

    assert {one.booked for one in of(read(tmp_path, text.encode()), Payment)} == {None}


@pytest.mark.parametrize(
    ("encoding", "heading", "text"),
    [
        (
            "cp932",
            "\u65e5\u4ed8;\u6458\u8981;\u91d1\u984d(\u5186);\u6b8b\u9ad8(\u5186)",
            "\u632f\u8fbc \u30b5\u30f3\u30d7\u30eb",
        ),
        ("gbk", "\u4ea4\u6613\u65e5\u671f;\u6458\u8981;\u91d1\u989d;\u4f59\u989d", "\u8f6c\u8d26 \u5f20\u67d0"),
        ("euc_kr", "\ub0a0\uc9dc;\uc801\uc694;\uae08\uc561;\uc794\uc561", "\uc774\uccb4 \uc0d8\ud50c"),
        (
            "cp1251",
            "\u0414\u0430\u0442\u0430;\u041e\u043f\u0438\u0441\u0430\u043d\u0438\u0435;\u0421\u0443\u043c\u043c\u0430;\u041e\u0441\u0442\u0430\u0442\u043e\u043a",
            "\u041f\u0435\u0440\u0435\u0432\u043e\u0434",
        ),
        ("cp1250", "Datum;Popis;\u010c\u00e1stka;Z\u016fstatek", "p\u0159evod \u017d\u00e1k"),
        (
            "cp874",
            "\u0e27\u0e31\u0e19\u0e17\u0e35\u0e48;\u0e23\u0e32\u0e22\u0e01\u0e32\u0e23;\u0e08\u0e33\u0e19\u0e27\u0e19\u0e40\u0e07\u0e34\u0e19;\u0e22\u0e2d\u0e14\u0e04\u0e07\u0e40\u0e2b\u0e25\u0e37\u0e2d",
            "\u0e42\u0e2d\u0e19\u0e40\u0e07\u0e34\u0e19",
        ),
        ("cp1252", "Datum;Beschreibung;Betrag;Saldo", "\u00dcberweisung M\u00fcller"),
        ("utf-16-le", ENGLISH, "M\u00fcller"),
    ],
)
def test_an_old_encoding_is_known_by_the_words_of_the_headings(
    tmp_path: Path, encoding: str, heading: str, text: str
) -> None:
    content = table(heading, day="2026-03-{}", text=text).encode(encoding)

    assert {one.text for one in of(read(tmp_path, content), Payment)} == {text}


@pytest.mark.parametrize(
    ("opening", "closing", "heading"),
    [
        ("Solde en d\u00e9but de p\u00e9riode", "Solde en fin de p\u00e9riode", "Date;Libell\u00e9;Montant;"),
        (
            "S\u1ed1 d\u01b0 \u0111\u1ea7u k\u1ef3",
            "S\u1ed1 d\u01b0 cu\u1ed1i k\u1ef3",
            "Ng\u00e0y;N\u1ed9i dung;S\u1ed1 ti\u1ec1n;",
        ),
        (
            "Po\u010d\u00e1te\u010dn\u00ed z\u016fstatek",
            "Kone\u010dn\u00fd z\u016fstatek",
            "Datum;Popis;\u010c\u00e1stka;",
        ),
        ("openingBalance", "closingBalance", "Date;Description;Amount;"),
    ],
)
def test_stated_ends_prove_the_sums_in_other_languages(
    tmp_path: Path, opening: str, closing: str, heading: str
) -> None:
    rows = [f"2026-03-{12 + at};TRX;{step};" for at, step in enumerate(STEPS)]
    above = f"Currency;EUR\n{opening};50000\n{closing};{50_000 + sum(STEPS)}\n"

    found = read(tmp_path, (above + "\n".join((heading, *rows, ""))).encode())

    assert [one.adds_up for one in of(found, Statement)] == [True]
    assert len(of(found, Payment)) == len(STEPS)


@pytest.mark.parametrize(
    "words", ["\ud569\uacc4", "\u5408\u8ba1", "T\u1ed5ng c\u1ed9ng", "Page Total", "Toplam", "S A L D O"]
)
def test_a_total_in_another_language_is_no_booking(tmp_path: Path, words: str) -> None:
    total = f"{words};;;{50_000 + sum(STEPS)}\n"

    found = read(tmp_path, (table(ENGLISH, above="Currency;EUR\n") + total).encode())

    assert len(of(found, Payment)) == len(STEPS)
    assert not of(found, Flaw)
