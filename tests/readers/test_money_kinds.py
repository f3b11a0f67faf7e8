# SPDX-License-Identifier: Apache-2.0
"""Kinds of fault that real statements showed: each input comes out right, or its line is a flaw.

The inputs stand in ``tests/data/readers/statement-csv/kind-*``. A line tells its number, and the side, sum, day, status
and other side of its payment; ``flaw`` where it is none.
"""

from pathlib import Path

import pytest
from tests.readers.accounted import FIXTURES, accounted
from tests.readers.fixtures import DATA, Fixture, all_fixtures, claimed, records
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.trade import Payment, Statement
from suluh.readers.booked.names import as_name
from suluh.readers.claim import claimants
from suluh.readers.statement_csv import StatementCsv

KINDS = DATA / "statement-csv"
NO_STATEMENTS = {
    "kartu-stok.csv": "KARTU STOK TOKO MISAL\nNama : PULPEN\nTanggal Transaksi,Keterangan,Cabang,Jumlah,Saldo\n"
    "01/03/2026,MASUK,GUDANG 1,100,100\n02/03/2026,KELUAR,GUDANG 1,-12,88\n03/03/2026,KELUAR,GUDANG 1,-8,80\n"
    "04/03/2026,MASUK,GUDANG 1,50,130\n05/03/2026,KELUAR,GUDANG 1,-30,100\n06/03/2026,KELUAR,GUDANG 1,-5,95\n",
    "persediaan.csv": "DAFTAR PERSEDIAAN\nTanggal;Uraian;Masuk;Keluar;Sisa\n01/03/2026;BARANG A;100;0;100\n"
    "02/03/2026;BARANG A;0;12;88\n03/03/2026;BARANG A;0;8;80\n04/03/2026;BARANG A;50;0;130\n"
    "05/03/2026;BARANG A;0;30;100\n06/03/2026;BARANG A;0;5;95\n",
    "harga.csv": "Tanggal,Produk,Harga,Status\n"
    + "".join(f"2026-03-0{at},S{at},{at}500,aktif\n" for at in range(1, 9)),
    "barang.csv": "Tanggal,Keterangan,Cabang,Jumlah,,Saldo\n"
    + "".join(f"{at:02}/03/2026,{'MASUK' if at % 3 else 'KELUAR'},GUDANG,{at},,{at}\n" for at in range(1, 19)),
    "meter.csv": "Tanggal,Keterangan,Pemakaian,Sisa\n"
    + "".join(f"2026-03-0{at},METER,-5,{90 - 5 * at}\n" for at in range(1, 9)),
}
EXPECTED: dict[str, tuple[str, ...]] = {
    "kind-after-spreadsheet/heading.csv": ("9 in 50000.00 2026-03-02 booked -",),
    "kind-after-spreadsheet/month.csv": (
        "7 in 50000.00 2026-03-02 booked -",
        "8 out 20000.00 2026-03-03 booked -",
    ),
    "kind-after-spreadsheet/resaved.csv": (
        "7 in 50000.00 2026-03-02 booked -",
        "8 out 20000.00 2026-03-03 booked -",
    ),
    "kind-after-spreadsheet/space.csv": (
        "7 in 1050000.00 2026-03-02 booked -",
        "8 out 20000.00 2026-03-03 booked -",
    ),
    "kind-amount-with-letters/bca.csv": (
        "7 flaw",
        "8 flaw",
        "9 flaw",
        "10 flaw",
        "11 flaw",
        "12 in 45000.00 2026-03-07 booked -",
    ),
    "kind-amount-with-letters/wallet.csv": (
        "4 flaw",
        "5 flaw",
        "6 out 15000.00 2026-03-02 booked gopay:+6281200000903",
    ),
    "kind-backwards/bca.csv": (
        "7 in 50000.00 2026-03-02 booked -",
        "8 out 50000.00 2026-03-03 reversal -",
        "9 in 10000.00 2026-03-05 booked -",
    ),
    "kind-backwards/newest.csv": (
        "7 in 10000.00 2026-03-05 booked -",
        "8 out 20000.00 2026-03-03 booked -",
        "9 in 50000.00 2026-03-02 booked -",
    ),
    "kind-balance-row/bca.csv": (
        "8 out 50000.00 2026-03-02 booked -",
        "10 in 20000.00 2026-03-03 booked -",
    ),
    "kind-balance-row/mandiri.csv": ("3 in 75000.00 2026-03-02 booked mandiri:BUDI CONTOH",),
    "kind-balance-row/wallet.csv": ("5 out 35000.00 2026-03-05 booked gopay:+6281200000905",),
    "kind-channel-word/bca.csv": (
        "7 out 50000.00 2026-03-02 booked bca:TONO MISAL",
        "8 in 60000.00 2026-03-03 booked bca:RINA REKAAN",
        "9 in 70000.00 2026-03-04 booked bca:EKA UMPAMA",
        "10 out 80000.00 2026-03-05 booked bca:DEWI PERMISAL",
        "11 out 80000.00 2026-03-06 booked bca:BUDI CONTOH",
    ),
    "kind-counterparty/70343322110022.csv": (
        "2 in 50000.00 2026-03-02 booked bni:151588991",
        "3 out 60000.00 2026-03-03 booked bni:151588992",
        "4 out 25000.00 2026-03-04 booked dana:+6281200000921",
    ),
    "kind-counterparty/mandiri.csv": (
        "2 in 20000.00 2026-03-03 booked bca:TONO UMPAMA",
        "3 out 10000.00 2026-03-06 booked ovo:+6281200000922",
        "4 out 10000.00 2026-03-08 booked bri:123400000050201",
    ),
    "kind-currency/mandiri.csv": (
        "2 in 50000.00 2026-03-02 booked mandiri:1230000000009",
        "3 in 75.50 2026-03-02 booked mandiri:1230000000008",
        "4 out 5.00 2026-03-03 booked mandiri:1230000000008",
    ),
    "kind-direction-words/wallet.csv": (
        "4 in 50000.00 2026-03-02 booked gopay:+6281200000931",
        "5 out 25000.00 2026-03-03 booked gopay:+6281200000932",
        "6 out 15000.00 2026-03-03 booked gopay:+6281200000933",
        "7 flaw",
    ),
    "kind-klikbca-english/bca.csv": (
        "6 out 40000.00 2026-03-02 booked bca:EKA UMPAMA",
        "7 in 5000.00 2026-03-13 booked -",
    ),
    "kind-month-first/day.csv": (
        "2 in 50000.00 2026-03-02 booked -",
        "3 in 60000.00 2026-03-31 booked -",
        "4 in 70000.00 None booked -",
    ),
    "kind-month-first/mandiri.csv": (
        "2 in 50000.00 2026-03-02 booked -",
        "3 in 60000.00 2026-03-04 booked -",
        "4 in 70000.00 2026-03-31 booked -",
    ),
    "kind-negative-credit/bca.csv": (
        "7 in 50000.00 2026-03-02 booked -",
        "8 out 50000.00 2026-03-03 reversal -",
    ),
    "kind-negative-credit/mandiri.csv": (
        "2 in 50000.00 2026-03-02 booked -",
        "3 out 50000.00 2026-03-13 reversal -",
    ),
    "kind-scientific/mandiri.csv": (
        "2 in 50000.00 2026-03-02 booked -",
        "3 flaw",
    ),
    "kind-scientific/pulsa.csv": (
        "2 out 50500.00 2026-03-02 booked -",
        "3 out 50500.00 2026-03-02 booked phone-credit:+6281234567890",
        "4 out 50500.00 2026-03-02 booked -",
    ),
    "kind-status-words/wallet.csv": (
        "4 out 10000.00 2026-03-02 booked gopay:+6281200000950",
        "5 out 10000.00 2026-03-02 failed gopay:+6281200000951",
        "6 out 10000.00 2026-03-02 failed gopay:+6281200000952",
        "7 out 10000.00 2026-03-02 failed gopay:+6281200000953",
        "8 out 10000.00 2026-03-02 failed gopay:+6281200000954",
        "9 out 10000.00 2026-03-02 failed gopay:+6281200000955",
        "10 out 10000.00 2026-03-02 failed gopay:+6281200000956",
        "11 out 10000.00 2026-03-02 failed gopay:+6281200000957",
        "12 out 10000.00 2026-03-02 pending gopay:+6281200000958",
        "13 out 10000.00 2026-03-02 reversal gopay:+6281200000959",
        "14 flaw",
        "15 out 10000.00 2026-03-02 pending gopay:+6281200000951",
    ),
    "kind-stray-quote/bca.csv": (
        "7 in 10000.00 2026-03-02 booked -",
        "8 out 20000.00 2026-03-03 booked -",
        "9 out 1000.00 2026-03-04 booked -",
        "10 out 9000.00 2026-03-05 booked -",
        "11 in 10000.00 2026-03-06 booked -",
    ),
    "kind-thousands/mandiri.csv": (
        "2 in 75000.00 2026-03-02 booked -",
        "3 out 120000.00 2026-03-13 booked -",
    ),
    "kind-thousands/wallet.csv": (
        "4 in 75000.00 2026-03-02 booked gopay:+6281200000961",
        "5 out 1025000.00 2026-03-03 booked gopay:+6281200000962",
    ),
    "kind-variants/apps-bca.csv": (
        "7 out 50000.00 2026-09-02 booked bca:SITI CONTOH",
        "8 out 60000.00 2026-09-03 booked bca:RINA CONTOH",
        "9 in 70000.00 2026-09-04 booked bca:DEWI CONTOH",
        "10 in 70000.00 2026-09-05 booked bca:ANDI CONTOH",
        "11 in 25000.00 2026-09-06 booked bca:BUDI CONTOH",
        "12 in 25000.00 2026-09-06 booked bca:JOKO CONTOH",
    ),
    "kind-variants/apps-mandiri.csv": (
        "2 out 20000.00 2026-09-03 booked mandiri:SITI CONTOH",
        "3 in 20000.00 2026-09-03 booked bca:RINA CONTOH",
        "4 out 20000.00 2026-09-03 booked mandiri:DEWI CONTOH",
        "5 out 20000.00 2026-09-04 booked mandiri:BUDI CONTOH",
    ),
    "kind-variants/balance-wallet.csv": ("5 in 50000.00 2026-09-02 booked gopay:+6281200000211",),
    "kind-variants/correction-bca.csv": (
        "7 in 50000.00 2026-09-02 booked -",
        "8 out 50000.00 2026-09-03 reversal -",
        "9 out 20000.00 2026-09-04 booked -",
        "10 in 20000.00 2026-09-05 reversal -",
    ),
    "kind-variants/currency-wallet.csv": (
        "4 flaw",
        "5 in 50000.00 2026-09-02 booked gopay:+6281200000211",
    ),
    "kind-variants/letters-mandiri.csv": (
        "2 flaw",
        "3 flaw",
        "4 flaw",
        "5 flaw",
        "6 in 50000.00 2026-09-06 booked -",
    ),
    "kind-variants/sides-mandiri.csv": (
        "2 in 20000.00 2026-09-03 booked bca:0123456789",
        "3 out 20000.00 2026-09-03 booked mandiri:1230000000777",
        "4 out 20000.00 2026-09-03 booked mandiri:WARUNG CONTOH 3",
        "5 out 20000.00 2026-09-03 booked bni:DEWI CONTOH",
    ),
    "kind-variants/spoilt-mandiri.csv": ("2 in 50000.00 2026-09-03 booked mandiri:BUDI CONTOH",),
    "kind-variants/spoilt-wallet.csv": (
        "4 flaw",
        "5 in 50000.00 2026-09-02 booked gopay:BUDI CONTOH",
    ),
    "kind-variants/status-pulsa.csv": (
        "2 out 50500.00 2026-09-02 booked phone-credit:+6281234567890",
        "3 out 50500.00 2026-09-02 failed phone-credit:+6281234567890",
        "4 out 50500.00 2026-09-02 booked phone-credit:+6281234567890",
        "5 out 50500.00 2026-09-02 failed phone-credit:+6281234567890",
        "6 out 50500.00 2026-09-02 pending phone-credit:+6281234567890",
        "7 out 50500.00 2026-09-02 failed phone-credit:+6281234567890",
        "8 out 50500.00 2026-09-02 failed phone-credit:+6281234567890",
        "9 out 50500.00 2026-09-02 reversal phone-credit:+6281234567890",
        "10 out 50500.00 2026-09-02 failed phone-credit:+6281234567890",
        "11 flaw",
        "12 out 50500.00 2026-09-02 pending phone-credit:+6281234567890",
        "13 out 50500.00 2026-09-02 failed phone-credit:+6281234567890",
    ),
    "kind-variants/wallets-bca.csv": (
        "7 out 50000.00 2026-09-02 booked ovo:+6281200000611",
        "8 out 50000.00 2026-09-02 booked shopeepay:+6281200000612",
        "9 out 50000.00 2026-09-02 booked shopeepay:+6281200000612",
        "10 out 50000.00 2026-09-03 booked linkaja:+6281200000613",
        "11 out 50000.00 2026-09-03 booked gopay:+6281200000614",
        "12 in 50000.00 2026-09-04 booked gopay:+6281200000615",
        "13 out 50000.00 2026-09-04 booked -",
    ),
    "kind-variants/wallets-bri.csv": (
        "2 out 50000.00 2026-09-02 booked dana:+6281200000901",
        "3 out 50000.00 2026-09-02 booked gopay:+6281200000902",
        "4 out 10000.00 2026-09-02 booked ovo:+6281200000903",
        "5 out 10000.00 2026-09-02 booked linkaja:+6281200000904",
    ),
    "kind-variants/wallets-mandiri.csv": (
        "2 out 10000.00 2026-09-06 booked gopay:+6281200000801",
        "3 out 10000.00 2026-09-06 booked dana:+628120000802",
        "4 out 10000.00 2026-09-06 booked ovo:+6281200000803",
        "5 out 10000.00 2026-09-06 booked shopeepay:+6281200000804",
        "6 out 10000.00 2026-09-06 booked -",
    ),
    "kind-wallet-top-up/bca.csv": (
        "7 out 50000.00 2026-03-02 booked ovo:+6281200000911",
        "8 out 50000.00 2026-03-02 booked gopay:+6281200000912",
        "9 out 50000.00 2026-03-03 booked shopeepay:+6281200000913",
        "10 out 75000.00 2026-03-05 booked -",
        "11 out 75000.00 2026-03-06 booked linkaja:+6281200000914",
    ),
}


def _told(one: Payment | Flaw) -> str:
    """A record in the words of `EXPECTED`."""
    if isinstance(one, Flaw):
        return f"{one.place.line} flaw"
    side, other = ("in", one.payer) if one.incoming else ("out", one.beneficiary)
    if other and ":name/" in other:
        other = f"{other.partition(':')[0]}:{one.payer_name or one.beneficiary_name}"
    return f"{one.place.line} {side} {one.amount_minor / 100:.2f} {one.booked} {one.status} {other or '-'}"


@pytest.mark.parametrize("path", sorted(EXPECTED))
def test_each_kind_comes_out_right(path: str) -> None:
    kind, name = path.split("/")
    found = list(StatementCsv().read(FolderSource(KINDS / kind / "input", name)))

    told = [_told(one) for one in found if isinstance(one, Payment) or (isinstance(one, Flaw) and one.place.line)]

    assert told == list(EXPECTED[path])


def test_every_input_of_a_kind_is_expected() -> None:
    there = {f"{path.parent.parent.name}/{path.name}" for path in KINDS.glob("kind-*/input/*")}

    assert there == set(EXPECTED)


@pytest.mark.parametrize(
    ("path", "adds_up"),
    [
        ("kind-backwards/bca.csv", [False]),
        ("kind-backwards/newest.csv", [True]),
        ("kind-balance-row/wallet.csv", [True]),
        ("kind-thousands/wallet.csv", [True]),
        ("kind-currency/mandiri.csv", [None, True]),
        ("kind-amount-with-letters/bca.csv", [None]),
    ],
)
def test_a_statement_says_whether_it_adds_up(path: str, adds_up: list[bool | None]) -> None:
    kind, name = path.split("/")
    found = StatementCsv().read(FolderSource(KINDS / kind / "input", name))

    assert [one.adds_up for one in found if isinstance(one, Statement)] == adds_up


@pytest.mark.parametrize("name", sorted(NO_STATEMENTS))
def test_what_is_plainly_something_else_is_not_claimed(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(NO_STATEMENTS[name], "utf-8")

    assert claimants(FolderSource(tmp_path, name)) == ()


def test_no_name_of_any_fixture_begins_with_a_sign_or_a_digit_and_none_is_the_holder(tmp_path: Path) -> None:
    for turn, fixture in enumerate(one for one in all_fixtures() if one.reader in {"statement-csv", "mt940"}):
        for source in claimed(fixture.sources(tmp_path / str(turn))):
            found = records(source)
            holders = {one.id: one.holder for one in found if isinstance(one, Statement)}
            for one in (one for one in found if isinstance(one, Payment)):
                names = [name for name in (one.payer_name, one.beneficiary_name) if name]
                assert [name for name in names if as_name(name) != name or name == holders[one.statement]] == []


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda one: f"{one.reader}-{one.folder.name}")
def test_every_row_of_a_table_is_used_or_told(fixture: Fixture, tmp_path: Path) -> None:
    """Each row ends as a payment, a balance, a total, a heading, a label, a line of the page, or a flaw."""
    for source in claimed(fixture.sources(tmp_path)):
        found = accounted(fixture.reader, source, records(source))

        assert found.lost == []
        assert found.kinds["booking"] + found.kinds["wrong"] > 0
