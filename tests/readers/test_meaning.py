# SPDX-License-Identifier: Apache-2.0
"""Tables whose words turn what their sums mean: what is owed, thousands, rows still to come, marks behind balances."""

import json
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.trade import Payment, Statement
from suluh.readers.claim import claimants
from suluh.readers.statement_csv import StatementCsv

ABOVE = "Account Number;1234567890\nCurrency;USD\n"
HEADING = "Date;Description;Amount;Balance"
STEPS = (50, -300, 35, 80, -12, 40)


def rows(opening: int = 900, steps: tuple[int, ...] = STEPS) -> list[str]:
    found = []
    for at, step in enumerate(steps):
        opening += step
        found.append(f"2026-03-{11 + at};T{at};{step}.00;{opening}.00")
    return found


def read(folder: Path, lines: list[str], name: str = "s.csv") -> list[object]:
    (folder / name).write_text("\n".join((*lines, "")), "utf-8")
    [(reader, _)] = claimants(FolderSource(folder, name))
    return list(reader.read(FolderSource(folder, name)))


def payments(found: list[object]) -> list[Payment]:
    return [one for one in found if isinstance(one, Payment)]


@pytest.mark.parametrize(
    "words",
    ["Credit Limit;5000", "TAGIHAN KARTU KREDIT", "Loan account;0099887766", "Minimum Payment Due;25.00"],
)
def test_what_is_owed_decides_no_direction(tmp_path: Path, words: str) -> None:
    [flaw] = read(tmp_path, [words, ABOVE + HEADING, *rows()])

    assert isinstance(flaw, Flaw)
    assert "what is owed" in flaw.reason


def test_a_card_whose_balance_is_below_nothing_is_read_as_any_account(tmp_path: Path) -> None:
    found = payments(read(tmp_path, ["Credit Limit;5000", ABOVE + HEADING, *rows(-2000)]))

    assert [one.incoming for one in found] == [step > 0 for step in STEPS]


@pytest.mark.parametrize("words", ["(in thousands of Rupiah)", "Angaben in Tsd EUR", "dalam ribuan"])
def test_thousands_are_not_read_as_ones(tmp_path: Path, words: str) -> None:
    [flaw] = read(tmp_path, [words, ABOVE + HEADING, *rows()])

    assert isinstance(flaw, Flaw)
    assert "thousands or millions" in flaw.reason


PENDING = ("2026-03-25;COFFEE;-4.00;", "2026-03-25;FUEL;-30.00;")


@pytest.mark.parametrize(
    "lines",
    [
        [ABOVE + "Pending transactions", HEADING, *PENDING, "Posted transactions", HEADING, *rows()],
        [ABOVE + HEADING, *rows(), "Pending / not yet booked", *PENDING],
        [ABOVE + HEADING, *rows(), "Transaksi tertunda;;;", *PENDING],
    ],
)
def test_rows_below_a_line_that_says_so_are_still_to_come(tmp_path: Path, lines: list[str]) -> None:
    found = read(tmp_path, lines)

    assert {one.text: one.status for one in payments(found)} == {
        **{f"T{at}": "booked" for at in range(len(STEPS))},
        **dict.fromkeys(("COFFEE", "FUEL"), "pending"),
    }
    assert not [one for one in found if isinstance(one, Flaw)]


def test_pending_in_a_line_that_goes_on_is_a_word_of_the_booking(tmp_path: Path) -> None:
    first, *more = rows()

    found = payments(read(tmp_path, [ABOVE + HEADING, first, ";Pending transfer of CONTOH;;", ";Pending;;", *more]))

    assert {one.status for one in found} == {"booked"}


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Fecha;Concepto;Importe;Saldo;Estado", ("Completada", "Rechazada", "Pendiente")),
        ("Data;Hist\u00f3rico;Valor;Saldo;Situa\u00e7\u00e3o", ("Efetivado", "Cancelado", "Em processamento")),
        ("Datum;Buchungstext;Betrag;Saldo;Status", ("Gebucht", "Abgelehnt", "Vorgemerkt")),
        (
            "Ng\u00e0y;N\u1ed9i dung;S\u1ed1 ti\u1ec1n;S\u1ed1 d\u01b0;Tr\u1ea1ng th\u00e1i",
            ("Th\u00e0nh c\u00f4ng", "Th\u1ea5t b\u1ea1i", "\u0110ang x\u1eed l\u00fd"),
        ),
    ],
)
def test_a_status_of_another_language_is_known(tmp_path: Path, heading: str, words: tuple[str, ...]) -> None:
    booked, failed, pending = words
    lines = [f"{row};{booked}" for row in rows()]
    more = [f"2026-03-20;X;-7.00;793.00;{failed}", f"2026-03-21;Y;-8.00;793.00;{pending}"]

    found = payments(read(tmp_path, [ABOVE + heading, *lines, *more]))

    assert [one.status for one in found] == ["booked"] * len(STEPS) + ["failed", "pending"]


def test_a_mark_behind_the_balance_says_whether_it_is_overdrawn(tmp_path: Path) -> None:
    lines, balance = [], 100
    for at, step in enumerate((-300, 50, 400, -500, 30, 900)):
        balance += step
        sides = ["DR" if one < 0 else "CR" for one in (step, balance)]
        lines.append(f"2026-03-{11 + at};T{at};{abs(step)}.00;{sides[0]};{abs(balance)}.00;{sides[1]}")

    found = read(tmp_path, [ABOVE + "Date;Description;Amount;Dr / Cr;Balance;Dr / Cr", *lines])

    assert [one.adds_up for one in found if isinstance(one, Statement)] == [True]
    assert [one.balance_after_minor for one in payments(found)] == [-20000, -15000, 25000, -25000, -22000, 68000]


def test_tabs_part_cells_though_blanks_stand_around_them(tmp_path: Path) -> None:
    text = [line.replace(";", "\t   ") for line in (ABOVE + HEADING, *rows())]

    assert len(payments(read(tmp_path, text, "s.xls"))) == len(STEPS)


@pytest.mark.parametrize(
    "figures",
    [
        "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669",
        "\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9",
        "\u0e50\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56\u0e57\u0e58\u0e59",
        "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19",
    ],
)
def test_figures_of_another_writing_are_numbers(tmp_path: Path, figures: str) -> None:
    plain = str.maketrans("0123456789", figures)
    lines = [";".join(c if c.startswith("T") else c.translate(plain) for c in row.split(";")) for row in rows()]
    (tmp_path / "s.csv").write_text("\n".join((ABOVE + HEADING, *lines, "")), "utf-8")

    found = payments(list(StatementCsv().read(FolderSource(tmp_path, "s.csv"))))

    assert [one.amount_minor if one.incoming else -one.amount_minor for one in found] == [100 * step for step in STEPS]


@pytest.mark.parametrize(("currency", "cents", "read_them"), [("EUR", 1, False), ("EUR", 0.01, True), ("IDR", 1, True)])
def test_whole_numbers_of_json_may_be_cents(tmp_path: Path, currency: str, cents: float, *, read_them: bool) -> None:
    balance, objects = 90_050, []
    for at, step in enumerate((50, -300, 35, 80, -12, 40)):
        balance += step
        objects.append({"date": f"2026-03-{11 + at}", "text": "A", "amount": step * cents, "balance": balance * cents})
    (tmp_path / "s.json").write_text(json.dumps({"currency": currency, "number": "0123456789", "rows": objects}))

    source = FolderSource(tmp_path, "s.json")
    found = [one for reader, _ in claimants(source) for one in reader.read(source)]

    assert len(payments(found)) == len(objects) * read_them
    assert any(isinstance(one, Flaw) and "smallest unit" in one.reason for one in found) != read_them
