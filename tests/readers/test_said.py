# SPDX-License-Identifier: Apache-2.0
"""Tables without balances: read where words, marks and signs say every side of a bank's rows, and never silently."""

from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.trade import Payment, Statement
from suluh.readers.claim import claimants

GERMAN = "Auftragskonto;Buchungstag;Buchungstext;Betrag;Waehrung\n"
DUTCH = (
    '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Af Bij","Bedrag (EUR)","Mededelingen"\n'
    '"20260213","A","NL91ABNA0417164300","","Af","1,25","kosten"\n'
    '"20260214","B","NL91ABNA0417164300","","Bij","20,00","loon"\n'
    '"20260215","C","NL91ABNA0417164300","","Af","0,31","kosten"\n'
)
RUSSIAN = (
    "Номер счета;Валюта;Дата операции;Описание операции;Приход;Расход;\n"  # as banks write
    "40817810000000000001;RUR;31.05.26;зарплата;33123,56;0;\n"
    "40817810000000000001;RUR;03.05.26;комиссия;0;50;\n"
    "40817810000000000001;RUR;02.05.26;комиссия;0;1500;\n"
)
HUNGARIAN = (
    "Számlaszám;Tranzakció dátuma;Könyvelés dátuma;Közlemény;Összeg;Devizanem\n"
    "11773016-12345678;2026-01-02;2026-01-02;bolt;-4990;HUF\n"
    "11773016-12345678;2026-01-05;2026-01-06;munkabér;450000;HUF\n"
    "11773016-12345678;2026-01-08;2026-01-09;bolt;-2500;HUF\n"
    "11773016-12345678;2026-01-20;;függő tétel;-999;HUF\n"
)
LITHUANIAN = "".join(
    f'"LT121000011101001000","20","2026-09-0{day}","Pirkinys {day}","1{day}.00","EUR","{side}","K"\n'
    for day, side in enumerate("DDKDDDK", 1)
)
READ = {
    "signs at an account": (
        GERMAN
        + "".join(
            f"1000594757;2{day}.02.26;{row};EUR\n" for day, row in enumerate(("A;-900,00", "B;1.500,00", "C;-5"))
        ),
        ["out 90000 booked", "in 150000 booked", "out 500 booked"],
    ),
    "words for the side": (DUTCH, ["out 125 booked", "in 2000 booked", "out 31 booked"]),
    "two columns, an old code": (RUSSIAN, ["in 3312356 booked", "out 5000 booked", "out 150000 booked"]),
    "a day of booking that is missing": (
        HUNGARIAN,
        ["out 499000 booked", "in 45000000 booked", "out 250000 booked", "out 99900 pending"],
    ),
    "no heading": (
        LITHUANIAN,
        [f"{'in' if one == 'K' else 'out'} 1{day}00 booked" for day, one in enumerate("DDKDDDK", 1)],
    ),
}
CARD = (
    "Date,Description,{},Amount\n09/03/2026,TOKO,-12345,45.10\n09/15/2026,PAYMENT - THANK YOU,-12345,-145.10\n"
    "09/18/2026,TOKO,-12345,30.00\n"
)
BOOKS = (
    "{}No. Rekening : 1234567890\nTanggal,Keterangan,Debit,Kredit\n01/09/2026,Penjualan,500.000,\n"
    "14/09/2026,Beli,,200.000\n15/09/2026,Penjualan,10.000,\n"
)
REFUSED = {
    "books that call money in a debit": (
        "Account: 1110001 Kas di Bank\nTanggal,Keterangan,Debit,Kredit\n"
        "2026-01-13,Penerimaan dari Budi,500000,0\n2026-01-14,Bayar listrik,0,120000\n"
        "2026-01-15,Penerimaan dari Tari,300000,0\n2026-01-16,Pembayaran sewa,0,90000\n"
    ),
    "books of which no row says a side": (
        "Account: 1110001 Bank Contoh\nDate,Source,Description,Debit,Credit\n2026-01-13,R1,Budi,500000,0\n"
        "2026-01-14,P1,PLN,0,120000\n2026-01-15,R2,Tari,300000,0\n2026-01-16,P2,Toko,0,90000\n"
    ),
    "a card that its number alone tells": (
        "Account Number: 4111 1111 1111 1111\n\nTrans Date,Post Date,Description,Amount\n"
        "01/13/2026,01/14/2026,TOKO,45.10\n01/15/2026,01/16/2026,PASAR,20.00\n"
        "01/20/2026,01/21/2026,PAYMENT - THANK YOU,-65.10\n01/22/2026,01/23/2026,TOKO,9.00\n"
    ),
    "a card that writes purchases without a minus": CARD.format("Account #"),
    "a card that says so": CARD.format("Card Member"),
    "a cash book": BOOKS.format("BUKU KAS TOKO\n"),
    "the ledger of a firm": BOOKS.format("Kode Akun 11101\n"),
    "a journal": "Date,Account,Description,Debit,Credit\n2026-09-01,110010,A,500.00,\n2026-09-01,410010,A,,500.00\n"
    "2026-09-02,510010,B,200.00,\n2026-09-02,110010,B,,200.00\n",
    "one way only": GERMAN + "".join(f"1000594757;2{day}.02.26;A;900,0{day};EUR\n" for day in range(1, 5)),
    "a letter that means the opposite": "Számlaszám;Dátum;Közlemény;D/K;Összeg\n"
    "1177301612345678;2026.09.01;bolt;K;-5000\n"
    "1177301612345678;2026.09.02;bér;D;450000\n1177301612345678;2026.09.03;bolt;K;-70\n",
}


def _read(folder: Path, text: str) -> list[object]:
    (folder / "tabel.csv").write_text(text, "utf-8")
    source = FolderSource(folder, "tabel.csv")
    return [one for reader, _ in claimants(source) for one in reader.read(source)]


def _reasons(records: list[object]) -> str:
    return "\n".join(one.reason for one in records if isinstance(one, Flaw))


@pytest.mark.parametrize("kind", READ)
def test_sides_that_words_and_signs_say_are_read_and_the_lack_of_a_proof_is_told(kind: str, tmp_path: Path) -> None:
    text, expected = READ[kind]

    records = _read(tmp_path, text)

    payments = [one for one in records if isinstance(one, Payment)]
    assert [f"{'in' if one.incoming else 'out'} {one.amount_minor} {one.status}" for one in payments] == expected
    [statement] = [one for one in records if isinstance(one, Statement)]
    assert (statement.layout, statement.adds_up) == ("unknown-layout", None)
    assert "no balance of this statement proves which way its money went" in _reasons(records)


@pytest.mark.parametrize("kind", REFUSED)
def test_what_may_mean_the_opposite_is_told_and_not_read(kind: str, tmp_path: Path) -> None:
    records = _read(tmp_path, REFUSED[kind])

    assert [one for one in records if isinstance(one, Payment)] == []
    assert "was not read" in _reasons(records)


def test_three_balances_prove_a_table_whose_headings_name_every_column(tmp_path: Path) -> None:
    rows = ((1, "", "500.00", 1500), (4, "200.00", "", 1300), (9, "", "50.00", 1350), (15, "350.00", "", 1000))
    lines = "".join(f"2026-09-{day:02},toko,{out},{into},{left}.00\n" for day, out, into, left in rows)

    found = _read(tmp_path, "Date,Description,Debit,Credit,Balance\n" + lines)
    broken = _read(tmp_path, "Date,Description,Debit,Credit,Balance\n" + lines.replace("1300", "1310"))

    assert [one.amount_minor for one in found if isinstance(one, Payment)] == [50000, 20000, 5000, 35000]
    assert "no balance of this statement" not in _reasons(found)
    assert [one for one in broken if isinstance(one, Payment)] == []


def test_a_minus_that_some_of_the_money_out_has_is_told_where_no_balance_says_what_it_means(tmp_path: Path) -> None:
    head = "AccountNo;Ccy;PostDate;Remarks;AdditionalDesc;Credit Amount;Debit Amount;Close Balance\n"
    rows = ("01 September 2026;A;;;100.00;", "02 September 2026;B;;;-40.00;", "03 September 2026;C;;;30.00;")

    records = _read(tmp_path, head + "".join(f"1230000000001;IDR;{row}\n" for row in rows))

    assert [one.amount_minor for one in records if isinstance(one, Payment)] == [10000, 3000]
    assert "takes a debit back or is how this bank writes debits is undecided" in _reasons(records)


def test_a_blank_behind_a_closing_quote_belongs_to_no_cell(tmp_path: Path) -> None:
    rows = "".join(
        f'{day:02}/03/2026,A,"-1,{day:03}.00"\t,HKD,"{99_000 - 1000 * day - day * (day + 1) // 2}.00"\t\n'
        for day in range(1, 9)
    )

    records = _read(tmp_path, "Date,Description,Billing amount,Billing currency,Balance\n" + rows)

    assert [one.amount_minor for one in records if isinstance(one, Payment)] == [
        100_000 + 100 * day for day in range(1, 9)
    ]


def test_turnovers_below_the_rows_are_no_bookings(tmp_path: Path) -> None:
    rows = (("Opening balance", "100.00", "K"), ("A", "30.00", "D"), ("B", "50.00", "K"), ("C", "5.00", "D"))
    rows = (*rows, ("Turnover", "35.00", "D"), ("Turnover", "50.00", "K"), ("Closing balance", "115.00", "K"))
    lines = "".join(f"LT121000011101001000,2026-09-02,{text},{amount},EUR,{mark}\n" for text, amount, mark in rows)

    records = _read(tmp_path, "Account No,Date,Details,Amount,Currency,D/K\n" + lines)

    assert [one.text for one in records if isinstance(one, Payment)] == ["A", "B", "C"]
    [statement] = [one for one in records if isinstance(one, Statement)]
    assert statement.adds_up is True


def test_whoever_asked_for_money_first_is_not_taken_for_the_payer(tmp_path: Path) -> None:
    head = "ID,Datetime,Type,Status,Note,From,To,Amount (total),Amount (fee)\n"
    rows = ("Charge,Complete,a,Saya Contoh,Rekan Satu,+ $15.50,", "Charge,Complete,b,Rekan Dua,Saya Contoh,- $12.25,")
    rows = (*rows, "Payment,Complete,c,Saya Contoh,Rekan Tiga,- $5.00,")
    lines = "".join(f"{turn},2026-04-0{turn}T00:01:31,{row}\n" for turn, row in enumerate(rows, 1))

    payments = [one for one in _read(tmp_path, head + lines) if isinstance(one, Payment)]

    assert [one.payer_name or one.beneficiary_name for one in payments] == ["Rekan Satu", "Rekan Dua", "Rekan Tiga"]
