# SPDX-License-Identifier: Apache-2.0
"""Statements whose headings are in another language, say nothing, or are not there: read by arithmetic, or told."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.readers.fixtures import records
from tests.readers.folder_source import FolderSource

from suluh.case.trying import profile_text
from suluh.model.intake import Flaw
from suluh.model.money import NO_CURRENCY
from suluh.model.trade import UNKNOWN_LAYOUT, Payment, Statement
from suluh.readers.claim import claimants

STEPS = (-3333, -750, -1250, 4999, 120050, -99999, 33300, -750)
OPENING = 125_000
TEXT = "Muster Beispiel"


def _comma(minor: int) -> str:
    whole = f"{abs(minor) // 100:,}".replace(",", ".")
    return f"{'-' if minor < 0 else ''}{whole},{abs(minor) % 100:02}"


def _point(minor: int) -> str:
    return f"{minor / 100:.2f}"


def _table(heading: str, form: str, day: str = "{:02}.03.2026") -> bytes:
    """A statement under a heading; `form` names the cells of a row by letters."""
    by = ";" if ";" in form else ","
    lines, balance = [heading] if heading else [], OPENING
    for turn, step in enumerate(STEPS):
        balance += step
        cells = {
            "d": day.format(11 + turn),
            "t": f"{TEXT} {chr(65 + turn)}",
            "a": _comma(step),
            "p": _point(step),
            "o": _comma(-step) if step < 0 else "",
            "i": _comma(step) if step > 0 else "",
            "b": _comma(balance),
            "q": _point(balance),
            "u": _comma(abs(step)),
            "m": "Haben" if step > 0 else "Soll",
            "e": "EUR",
            "n": "DE02120300000000202051",
        }
        lines.append(by.join(cells.get(one, one) for one in form.split(by)))
    return "\n".join(lines).encode() + b"\n"


CASES = {
    "german": (_table("Buchungstag;Valuta;Verwendungszweck;Betrag;Saldo", "d;d;t;a;b"), NO_CURRENCY),
    "german-columns": (
        _table("Buchung;Empf\u00e4nger;Verwendungszweck;Soll;Haben;W\u00e4hrung;Kontostand", "d;t;t;o;i;e;b"),
        "EUR",
    ),
    "german-marks": (_table("Datum;Buchungstext;Umsatz in EUR;S/H;Saldo", "d;t;u;m;b"), "EUR"),
    "spanish": (_table("Fecha;Concepto;Importe;Saldo", "d;t;a;b", "{:02}/03/2026"), NO_CURRENCY),
    "french": (
        _table("Date op\u00e9ration;Libell\u00e9;D\u00e9bit;Cr\u00e9dit;Solde", "d;t;o;i;b", "{:02}/03/2026"),
        NO_CURRENCY,
    ),
    "dutch": (_table("Datum;Mededelingen;Bedrag (EUR);Saldo", "d;t;a;b", "{:02}-03-2026"), "EUR"),
    "russian": (_table("\u0414\u0430\u0442\u0430;\u041d\u0435\u0447\u0442\u043e;X;Y", "d;t;a;b"), NO_CURRENCY),
    "chinese": (
        _table(
            "\u4ea4\u6613\u65e5\u671f,\u6458\u8981,\u91d1\u989d,\u4f59\u989d", "d,t,p,q", "2026\u5e743\u6708{}\u65e5"
        ),
        NO_CURRENCY,
    ),
    "no-word-known": (_table("A,B,C,D", "d,t,p,q", "2026-03-{:02}"), NO_CURRENCY),
    "no-heading": (_table("", "d;t;a;b", "2026-03-{:02}"), NO_CURRENCY),
    "no-heading-below-an-account": (
        b"Konto;DE02120300000000202051\n\n" + _table("", "d;t;a;b", "2026-03-{:02}"),
        NO_CURRENCY,
    ),
}
OTHERS = {
    "stock": _table("Datum;Artikel;Zugang;Abgang;Bestand", "d;t;i;o;b"),
    "log": "time,level,message,ms,total\n"
    + "".join(f"2026-03-{at:02} 10:00:00,INFO,start,{at}000,{sum(range(at + 1))}000\n" for at in range(1, 12)),
    "steps": "date,walked,sum\n"
    + "".join(f"2026-03-{at:02},{at}120,{120 * at + 1000 * sum(range(at + 1))}\n" for at in range(1, 12)),
    "track": "Date,Details,Value\n"
    + "".join(f"2026-03-{at:02},point {at},{'-' if at % 2 else ''}{at}.123456\n" for at in range(1, 12)),
    "degrees": "Tanggal,Catatan,Nilai\n"
    + "".join(f"2026-03-{at:02},pagi,{'-' if at % 2 else ''}{at}.5\n" for at in range(1, 12)),
    "prices": "Tanggal,Produk,Harga,Diskon\n"
    + "".join(f"2026-03-{at:02},Kopi {at},{at}5000,500\n" for at in range(1, 12)),
}


def _read(folder: Path, content: bytes) -> Sequence[object]:
    (folder / "s.csv").write_bytes(content)
    source = FolderSource(folder, "s.csv")
    return records(source) if claimants(source) else ()


@pytest.mark.parametrize("name", CASES)
def test_a_statement_in_any_language_is_read_by_its_arithmetic_and_says_so(name: str, tmp_path: Path) -> None:
    content, currency = CASES[name]

    found = _read(tmp_path, content)

    [statement] = [one for one in found if isinstance(one, Statement)]
    payments = [one for one in found if isinstance(one, Payment)]
    assert statement.layout == UNKNOWN_LAYOUT
    assert statement.adds_up
    assert statement.currency == currency
    assert [one.amount_minor if one.incoming else -one.amount_minor for one in payments] == list(STEPS)
    assert [one.booked for one in payments] == [f"2026-03-{11 + turn:02}" for turn in range(len(STEPS))]
    assert all(TEXT in one.text for one in payments)


def test_a_currency_that_nothing_states_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, CASES["german"][0])

    assert ["currency" in one.reason for one in found if isinstance(one, Flaw)] == [True]


def test_a_page_of_text_in_another_language_is_read_as_well(tmp_path: Path) -> None:
    rows = [line.decode().split(";") for line in CASES["german"][0].splitlines()]
    wide = [max(len(row[at]) for row in rows) for at in range(5)]
    text = "\n".join("   ".join(cell.ljust(wide[at]) for at, cell in enumerate(row)) for row in rows)

    payments = [one for one in _read(tmp_path, text.encode()) if isinstance(one, Payment)]

    assert [one.amount_minor if one.incoming else -one.amount_minor for one in payments] == list(STEPS)


def test_a_profile_that_was_written_from_it_names_its_currency(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_bytes(CASES["german"][0])
    mapping = "date = Buchungstag; text = Verwendungszweck; amount = Betrag; balance = Saldo"
    profile = profile_text("sparkasse", mapping, NO_CURRENCY).replace(NO_CURRENCY, "EUR")

    found = records(FolderSource(tmp_path, "s.csv", profiles=(profile,)))

    assert [(one.layout, one.currency) for one in found if isinstance(one, Statement)] == [("sparkasse", "EUR")]
    assert not any(isinstance(one, Flaw) for one in found)


def test_an_iban_is_an_account(tmp_path: Path) -> None:
    found = _read(tmp_path, _table("Auftragskonto;Buchungstag;Verwendungszweck;Betrag;Saldo", "n;d;t;a;b"))

    assert [one.account for one in found if isinstance(one, Statement)] == ["iban:DE02120300000000202051"]


@pytest.mark.parametrize(
    ("heading", "form"), [("Fecha;Concepto;Importe", "d;t;a"), ("Buchungstag;Verwendungszweck;Soll;Haben", "d;t;o;i")]
)
def test_without_arithmetic_it_is_not_read_and_a_flaw_says_what_is_missing(
    heading: str, form: str, tmp_path: Path
) -> None:
    [flaw] = _read(tmp_path, _table(heading, form))

    assert isinstance(flaw, Flaw)
    assert "no running balance and no stated opening and closing" in flaw.reason


@pytest.mark.parametrize("name", OTHERS)
def test_what_counts_goods_or_goes_one_way_is_no_statement(name: str, tmp_path: Path) -> None:
    content = OTHERS[name]

    assert _read(tmp_path, content if isinstance(content, bytes) else content.encode()) == ()


def test_a_settlement_of_a_shop_is_read_by_its_three_figures(tmp_path: Path) -> None:
    head = "NMID : ID1020000000099\nWaktu,No Referensi,Nama Pelanggan,Gross Amount,MDR Amount,Net Amount\n"
    rows = [f"2026-03-1{at} 08:15:30,60000000000{at},PEMBELI CONTOH,{at}5000,350,{at}4650\n" for at in range(1, 8)]
    rows[3] = rows[3].replace(",350,", ",450,")

    found = _read(tmp_path, (head + "".join(rows)).encode())

    payments = [one for one in found if isinstance(one, Payment)]
    assert [one.amount_minor for one in payments] == [100 * (1000 * (10 * at + 5)) for at in (1, 2, 3, 5, 6, 7)]
    assert {(one.beneficiary, one.payer_name) for one in payments} == {("qris:ID1020000000099", "PEMBELI CONTOH")}
    assert ["do not agree" in one.reason for one in found if isinstance(one, Flaw)] == [True]


def test_totals_of_two_columns_prove_no_direction(tmp_path: Path) -> None:
    table = _table("Buchungstag;Verwendungszweck;Soll;Haben", "d;t;o;i") + b"Total;;1.060,82;1.583,49\n"

    assert [type(one) for one in _read(tmp_path, table)] == [Flaw]


def test_a_day_may_stand_on_the_first_of_its_rows_alone(tmp_path: Path) -> None:
    lines = CASES["german-columns"][0].split(b"\n")
    bare = [line.partition(b";")[2] for line in lines]
    table = [b";" + bare[at] if at in {3, 4, 7} else line for at, line in enumerate(lines)]

    payments = [one for one in _read(tmp_path, b"\n".join(table)) if isinstance(one, Payment)]

    assert [int((one.booked or "")[-2:]) for one in payments] == [11, 12, 12, 12, 15, 16, 16, 18]


def test_a_row_that_was_taken_out_is_found(tmp_path: Path) -> None:
    lines = CASES["german"][0].split(b"\n")

    found = _read(tmp_path, b"\n".join([*lines[:4], *lines[5:]]))

    assert [one.adds_up for one in found if isinstance(one, Statement)] == [False]
