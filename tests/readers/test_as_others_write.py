# SPDX-License-Identifier: Apache-2.0
"""Statements in the shapes in which people and programs hand them on: cut, copied, with words that part their cells."""

from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.money import decimal_text
from suluh.model.trade import Payment, Statement
from suluh.readers.claim import claimants

READ = {
    "a second line of words that leaves out empty cells": (
        "s.csv",
        (
            "Account No,5550001115\nCurrency,SGD\nDate,Description,Withdrawals (SGD),Deposits (SGD),Balance\n"
            "12/03/2026,PURCHASE,12.34,,987.66\n,CONTOH STORE\n13/03/2026,DEPOSIT,,10.00,997.66\n,REF 1\n"
            "14/03/2026,FEE,1.00,,996.66\n"
        ),
        ("12 -12.34 SGD", "13 +10.00 SGD", "14 -1.00 SGD"),
    ),
    "rows of a fee alone, whose side the balance says": (
        "s.csv",
        (
            "Account,Date,Description,Money In,Money Out,Fee,Balance (ZAR)\n"
            "5550001115,2026-03-01,Pay,400.00,,,400.00\n5550001115,2026-03-02,Shop,,-15.00,,385.00\n"
            "5550001115,2026-03-03,Fee,,,-0.35,384.65\n5550001115,2026-03-04,Fee back,,,0.35,385.00\n"
            "5550001115,2026-03-05,Cash,,-20.00,-1.00,364.00\n5550001115,2026-03-06,Pay,5.00,,,369.00\n"
        ),
        ("01 +400.00 ZAR", "02 -15.00 ZAR", "03 -0.35 ZAR", "04 +0.35 ZAR", "05 -20.00 ZAR", "06 +5.00 ZAR"),
    ),
    "lines that end with two returns": (
        "s.csv",
        (
            '"No. Rekening","5550001115"\r\r\n"Tanggal","Uraian","Debet","Kredit","Saldo (Rp)"\r\r\n'
            '"02/03/2026","A","5,00","","95,00"\r\r\n"13/03/2026","B","","50,00","145,00"\r\r\n"14/03/2026","C","1,00","","144,00"\r\r\n'
        ),
        ("02 -5.00 IDR", "13 +50.00 IDR", "14 -1.00 IDR"),
    ),
    "zeros for every balance": (
        "s.csv",
        (
            "Account Statement\nAccount Number,5550001115,SGD\nDate,Description,Withdrawal,Deposit,Available Balance\n"
            "02/03/2026,Interest,0.00,0.12,0.00\n03/03/2026,ATM withdrawal,80.00,0.00,0.00\n"
            "04/03/2026,Cheque deposit,0.00,545.05,0.00\n05/03/2026,ATM withdrawal,60.00,0.00,0.00\n"
            "26/03/2026,ATM withdrawal,30.00,0.00,0.00\n"
        ),
        ("02 +0.12 SGD", "03 -80.00 SGD", "04 +545.05 SGD", "05 -60.00 SGD", "26 -30.00 SGD"),
    ),
    "words inside long headings of other languages": (
        "s.csv",
        (
            "Auftragskonto;Buchungsdatum;Transaktionsbeschreibung;Originalbetrag;Buchungsbetrag;Buchungswährung;Kontostand\n"
            "5550001115;02.03.2026;Lohn;11,00;10,00;EUR;110,00\n5550001115;03.03.2026;Laden;-6,00;-5,00;EUR;105,00\n"
            "5550001115;04.03.2026;Laden;-2,00;-1,00;EUR;104,00\n"
        ),
        ("02 +10.00 EUR", "03 -5.00 EUR", "04 -1.00 EUR"),
    ),
    "lines without columns": (
        "s.txt",
        (
            "BANK CONTOH\nAccount Number: 5550001115\nCurrency: IDR\nDate Particulars Debit Credit Balance\n"
            "## OPENING BALANCE 1,000.00\n02-03-2026 PAYMENT OF A SHOP/88 500.00 1,500.00 331\n"
            "03-03-2026 ATM 12 200.00 1,300.00 331\n04-03-2026 TRANSFER OF\nSOMEBODY 100.00 1,400.00 331\n"
            "05-03-2026 B 50.00 1,350.00 331\n26-03-2026 10:15 C 25.00 1,325.00 331\n27-03-2026 D 5.00 1,330.00 331\n"
            "CLOSING BALANCE 1,330.00\n"
        ),
        ("02 +500.00 IDR", "03 -200.00 IDR", "04 +100.00 IDR", "05 -50.00 IDR", "26 -25.00 IDR", "27 +5.00 IDR"),
    ),
    "two periods of one account": (
        "s.csv",
        (
            "No. Rekening : 5550001115\nMata Uang : IDR\nPeriode : 01/02/2026 - 28/02/2026\nSaldo Awal : 1.000,00\n"
            "Tanggal;Uraian;Debet;Kredit;Saldo\n13/02;A;100,00;;900,00\n14/02;B;;50,00;950,00\nSaldo Akhir : 950,00\n"
            "Periode : 01/03/2026 - 31/03/2026\nSaldo Awal : 950,00\nTanggal;Uraian;Debet;Kredit;Saldo\n"
            "15/03;C;;5,00;955,00\n16/03;D;15,00;;940,00\nSaldo Akhir : 940,00\n"
        ),
        ("13 -100.00 IDR", "14 +50.00 IDR", "15 +5.00 IDR", "16 -15.00 IDR"),
    ),
    "a balance at the end of each day": (
        "s.csv",
        (
            "Conta: 5550001115\nPeríodo: 01/09/2026 a 30/09/2026\nData;Lançamento;Valor (R$);Saldo (R$)\n"
            "14/09/2026;SALDO ANTERIOR;;1.000,00\n15/09/2026;PIX CLIENTE;2.500,00;\n15/09/2026;SALDO DO DIA;;3.500,00\n"
            "20/09/2026;TARIFA;-12,90;\n20/09/2026;PIX ENVIADO;-50,00;\n20/09/2026;SALDO DO DIA;;3.437,10\n"
        ),
        ("15 +2500.00 BRL", "20 -12.90 BRL", "20 -50.00 BRL"),
    ),
    "a heading over several lines of fixed columns": (
        "s.txt",
        (
            "COMPTE CHEQUES\nIBAN FR7630006000011234567890189\nRELEVE DU 01/06/2026 AU 30/06/2026\n\n"
            "  DATE                             DATE         DEBIT       CREDIT\n"
            "  COMPTA   LIBELLE/REFERENCE       VALEUR       EUR         EUR\n"
            "           SOLDE CREDITEUR AU 01/06/2026                    400,00\n"
            "  16/06    VIREMENT A              16/06                     55,00\n"
            "  17/06    PRLV B                  17/06        39,50\n"
            "  18/06    PRLV C                  18/06        20,00\n"
            "  19/06    PRLV D                  19/06        10,00\n"
            "  20/06    VIREMENT E              20/06                      5,00\n"
            "           SOLDE CREDITEUR AU 30/06/2026                    390,50\n"
        ),
        ("16 +55.00 EUR", "17 -39.50 EUR", "18 -20.00 EUR", "19 -10.00 EUR", "20 +5.00 EUR"),
    ),
}
"""The file, and what is read of it: the day, side, sum and currency of each booking."""

TOLD = {
    "day, words and sums, and no more": "Date,Description,Amount\n2026-03-01,by card,-1\n2026-03-02,bulk,1\n",
    "debit and credit without a balance": "Date,Activity,Debit,Credit\n1/3/2026,Paid,850,\n2/3/2026,Added,,1200\n",
    "a few rows without any heading": '24/12/2026,Check,122,-$76.00,"","$50.06"\n23/12/2026,Blarg,"","",$3.49,$1.06\n',
}

BEGINNING = "".join(
    f"1{day}/03/2026 pembayaran toko {day} {day}0.000 {1000 - 5 * day * (day + 1)}.000\n" for day in range(1, 8)
)


def read(folder: Path, name: str, text: str) -> list:
    (folder / name).write_bytes(text.encode())
    source = FolderSource(folder, name)
    [(reader, _)] = claimants(source)
    return list(reader.read(source))


def shown(records: list) -> tuple[str, ...]:
    return tuple(
        f"{(one.booked or '')[-2:]} {'+' if one.incoming else '-'}{decimal_text(one.amount_minor, one.currency)} "
        f"{one.currency}"
        for one in records
        if isinstance(one, Payment)
    )


@pytest.mark.parametrize("name", READ)
def test_a_statement_in_any_of_these_shapes_is_read_whole(tmp_path: Path, name: str) -> None:
    file, text, payments = READ[name]

    found = read(tmp_path, file, text)

    assert shown(found) == payments
    assert not [one for one in found if isinstance(one, Flaw) and one.place.line]
    assert not any(one.adds_up is False for one in found if isinstance(one, Statement))


@pytest.mark.parametrize("name", TOLD)
def test_a_table_of_days_words_and_sums_is_told_where_nothing_proves_it(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, "s.csv", TOLD[name])

    assert not shown(found)
    assert ["suluh statement try" in one.reason for one in found if isinstance(one, Flaw)] == [True]


def test_messages_of_which_one_is_an_invoice_are_no_statement(tmp_path: Path) -> None:
    invoice = '{"date": "2026-03-14T10:00:00", "text": "", "invoice": {"amount": 5000, "currency": "IDR"}}'
    others = ", ".join(f'{{"date": "2026-03-1{at}T10:00:00", "text": "halo {at}"}}' for at in range(4))
    (tmp_path / "s.json").write_text(f'{{"messages": [{others}, {invoice}]}}', "utf-8")

    assert [reader.name for reader, _ in claimants(FolderSource(tmp_path, "s.json"))] == []


def test_no_word_says_the_side_of_a_first_row_that_no_balance_stands_before(tmp_path: Path) -> None:
    found = read(tmp_path, "s.txt", f"Rp\n{BEGINNING}")

    assert shown(found) == tuple(f"1{day} -{day}0000.00 IDR" for day in range(2, 8))
    assert [one.place.line for one in found if isinstance(one, Flaw)] == [2]


def test_a_sum_with_unquoted_thousands_is_no_text(tmp_path: Path) -> None:
    head = "No. Rekening,5550001115\nDate,Reference,Debits,Credits,Balance,Remarks\n"
    rows = "01/08/2026,T1,5,000.00,,1,195,000.00,ATM\n02/08/2026,T2,,50,000.00,1,245,000.00,TRANSFER\n"

    assert not shown(read(tmp_path, "s.csv", head + rows))


def test_the_one_name_of_all_rows_is_not_the_other_side(tmp_path: Path) -> None:
    head = "Rekeningnummer;Naam;Munt;Datum;Bedrag;Saldo;Naam tegenpartij;Omschrijving\n"
    own = "5550001115;CONTOH SATU;EUR;"
    rows = (
        f"{own}12/03/2026;1,00;101,00;SENDER A;X\n{own}13/03/2026;-2,00;99,00;SHOP B;X\n"
        f"{own}14/03/2026;3,00;102,00;SENDER C;X\n{own}15/03/2026;1,00;103,00;SENDER A;X\n"
    )

    found = read(tmp_path, "s.csv", head + rows)

    assert {one.payer_name for one in found if isinstance(one, Payment)} == {"SENDER A", None, "SENDER C"}


UNSURE = {
    "two rows of one day and one sum": (
        "No. Rekening;5550001115\nMata Uang;IDR\nTanggal;Keterangan;Debit;Kredit;Saldo\n"
        "13/09/2026;Titipan dari Budi;500.000,00;;1.500.000,00\n13/09/2026;Titipan dari Ani;500.000,00;;2.000.000,00\n"
    ),
    "six rows of one day and one sum in a book of cash": (
        "No. Rekening;5550001115\nMata Uang;IDR\nTanggal;Keterangan;Debit;Kredit;Saldo\n"
        + "".join(
            f"13/09/2026;Titipan;500.000,00;;{at}.000.000,00\n13/09/2026;Titipan;500.000,00;;{at}.500.000,00\n"
            for at in (1, 2, 3)
        )
    ),
    "a text with a comma that nobody quoted": (
        "Account,5550001115\nCurrency,USD\nDate,Description,Notes,Amount,Balance\n10/09/2026,A,x,-10.00,10000.00\n"
        "12/09/2026,Transfer to BUDI, rent, -1,500.00,8500.00\n13/09/2026,B,x,-5.00,8495.00\n"
        "14/09/2026,C,x,-5.00,8490.00\n"
    ),
}


@pytest.mark.parametrize("name", UNSURE)
def test_what_may_be_read_in_two_ways_gives_no_side(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, "s.csv", UNSURE[name])

    assert not [one for one in shown(found) if one.startswith(("12", "13 +500", "13 -500000"))]
    assert any(isinstance(one, Flaw) for one in found)


def test_the_account_of_the_other_side_is_not_the_holders(tmp_path: Path) -> None:
    head = "Data;Opis;Numer rachunku kontrahenta;Kwota;Waluta;Saldo\n"
    rows = "".join(f"1{at}.09.2026;Przelew;5550001115;-1,00;PLN;{100 - at},00\n" for at in range(7))

    found = read(tmp_path, "s.csv", head + rows)

    assert not [one for one in found if isinstance(one, Statement) and "5550001115" in (one.account or "")]


def test_an_iban_below_a_booking_begins_no_statement(tmp_path: Path) -> None:
    head = "Kontonummer;5550001115\nWährung;EUR\nDatum;Verwendungszweck;Betrag;Saldo\n"
    rows = "".join(f"1{at}.09.2026;Miete;-1,00;{100 - at},00\n;IBAN DE89 3704 0044 0532 0130 00;;\n" for at in range(7))

    found = read(tmp_path, "s.csv", head + rows)

    assert len([one for one in found if isinstance(one, Statement)]) == 1


def test_one_payer_of_all_rows_stays_the_other_side(tmp_path: Path) -> None:
    head = "No. Rekening;5550001115\nMata Uang;IDR\nTanggal;Keterangan;Nama Lawan;Nama;Jumlah;D/K;Saldo\n"
    rows = "".join(
        f"1{at}/09/2026;TRSF;KORBAN SATU;Teller {'AB'[at % 2]};1.000,00;K;{at}.000,00\n" for at in range(1, 8)
    )

    found = read(tmp_path, "s.csv", head + rows)

    assert {one.payer_name for one in found if isinstance(one, Payment)} <= {"KORBAN SATU"}


def test_messages_with_one_sum_among_them_are_no_statement(tmp_path: Path) -> None:
    rows = "".join(f"2026-03-1{at},Budi,Ani,halo {at},{'500000' if at == 2 else ''}\n" for at in range(5))
    (tmp_path / "s.csv").write_text(f"Date,From,To,Message,Amount\n{rows}", "utf-8")

    assert "statement-csv" not in {reader.name for reader, _ in claimants(FolderSource(tmp_path, "s.csv"))}
