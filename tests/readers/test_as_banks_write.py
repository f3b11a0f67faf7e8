# SPDX-License-Identifier: Apache-2.0
"""Statements as banks and wallets of many countries write them: each row right, or a flaw that says why not."""

from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.money import decimal_text
from suluh.model.trade import Payment, Statement
from suluh.readers.booked.details import sides
from suluh.readers.claim import claimants
from suluh.readers.statements.sides.names import taken

SHORT = "No. Rekening;5550001115;IDR\nTanggal;Keterangan;Debet;Kredit;Saldo\n"
MANDIRI = "AccountNo;Ccy;PostDate;Remarks;AdditionalDesc;Credit Amount;Debit Amount;Close Balance\n"
WALLET = (
    "Nomor Akun,081200000410\nNama Pemilik,PEMILIK CONTOH\n"
    "Tanggal,Waktu,Jenis Transaksi,Nomor Tujuan/Asal,Nama Tujuan/Asal,Nominal,Saldo,Status,ID Transaksi\n"
)
INDIA = (
    "Account Number;00000012345678\nCurrency;INR\nTxn Date;Description;Debit;Credit;Balance\n"
    "1 Mar 2026;A;;1,50,000.00;12,50,000.00\n2 Mar 2026;B;50,000.50;;11,99,999.50\n"
    "3 Mar 2026;C;199,999.50;;10,00,000.00\n"
)
FEES = (
    "Nomor DANA;081200000410\nTanggal;Aktivitas;Arah;Nominal (Rp);Biaya (Rp);Saldo (Rp)\n"
    "01/03/2026 08:00;A;Masuk;50.000;0;150.000\n02/03/2026 08:00;B;Keluar;20.000;1.000;129.000\n"
    "13/03/2026 08:00;C;Keluar;9.000;0;120.000\n14/03/2026 08:00;D;Masuk;100.000;0;220.000\n"
    "15/03/2026 08:00;E;Keluar;97.500;2.500;120.000\n16/03/2026 08:00;F;Keluar;20.000;0;100.000\n"
)
TWO_MONIES = (
    "Account;DE89370400440532013000\nDate;Description;Original Amount;Original Currency;Amount (EUR);Balance (EUR)\n"
    "2026-03-01;A;-150.000,00;IDR;-8,50;991,50\n2026-03-02;B;;;108,50;1.100,00\n2026-03-03;C;-20,00;USD;-18,30;1.081,70\n"
)
NAIRA = (
    "Transaction Date,Description,Type,Amount,Balance After,Status\n"
    '2026-03-01,A,Credit,"\u20a625,000","\u20a630,000",Successful\n2026-03-02,B,Debit,"\u20a63,000","\u20a627,000",Successful\n'
    '2026-03-03,C,DEBIT,"\u20a61,500.50","\u20a625,499.50",Successful\n2026-03-04,D,debit,\u20a6499.50,"\u20a625,000",Successful\n'
    '2026-03-05,E,Debit,"\u20a65,000","\u20a625,000",Failed\n2026-03-06,F,credit,"\u20a65,000","\u20a630,000",Successful\n'
    '2026-03-07,G,Debit,"\u20a61,000","\u20a629,000",Successful\n'
)
NORWAY = (
    "Konto;1234.56.78903;NOK\nDato;Tekst;Bel\u00f8p;Saldo\n2026-03-01;A;100,00;1100,00\n2026-03-02;B;\u221250,50;1049,50\n"
    "2026-03-03;C;\u221249,50;1000,00\n"
)
GERMAN = (
    '"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","W\u00e4hrung","Brutto","Entgelt","Netto","Guthaben"\n'
    '"01.03.2026","10:00:00","CEST","A B","Zahlung","Abgeschlossen","EUR","100,00","-2,84","97,16","1.097,16"\n'
    '"02.03.2026","10:00:00","CEST","C D","Zahlung","Abgeschlossen","EUR","-50,00","0,00","-50,00","1.047,16"\n'
    '"13.03.2026","11:00:00","CEST","E F","Zahlung","Abgeschlossen","EUR","-47,16","0,00","-47,16","1.000,00"\n'
    '"14.03.2026","11:00:00","CEST","E F","R\u00fcckzahlung","Abgeschlossen","EUR","47,16","0,00","47,16","1.047,16"\n'
    '"15.03.2026","11:00:00","CEST","E F","Zahlung","Abgeschlossen","EUR","-7,16","0,00","-7,16","1.040,00"\n'
    '"16.03.2026","11:00:00","CEST","E F","Zahlung","Abgeschlossen","EUR","-40,00","0,00","-40,00","1.000,00"\n'
    '"17.03.2026","11:00:00","CEST","E F","Zahlung","Vorgemerkt","EUR","-10,00","0,00","-10,00","1.000,00"\n'
)
EXPECTED: dict[str, tuple[str, tuple[str, ...]]] = {
    "lakhs": (INDIA, ("+150000.00 INR booked", "-50000.50 INR booked", "-199999.50 INR booked")),
    "fees beside the sums": (
        FEES,
        (
            *("+50000.00 IDR booked", "-20000.00 IDR booked", "-9000.00 IDR booked"),
            *("+100000.00 IDR booked", "-97500.00 IDR booked", "-20000.00 IDR booked"),
        ),
    ),
    "another money beside": (TWO_MONIES, ("-8.50 EUR booked", "+108.50 EUR booked", "-18.30 EUR booked")),
    "the sign of a currency": (
        NAIRA,
        (
            *("+25000.00 NGN booked", "-3000.00 NGN booked", "-1500.50 NGN booked", "-499.50 NGN booked"),
            *("-5000.00 NGN failed", "+5000.00 NGN booked", "-1000.00 NGN booked"),
        ),
    ),
    "a currency beside the account": (NORWAY, ("+100.00 NOK booked", "-50.50 NOK booked", "-49.50 NOK booked")),
    "german": (
        GERMAN,
        (
            *("+100.00 EUR booked", "-50.00 EUR booked", "-47.16 EUR booked", "+47.16 EUR booked"),
            *("-7.16 EUR booked", "-40.00 EUR booked", "-10.00 EUR pending"),
        ),
    ),
    "three rows that name everything": (
        SHORT + "01/03/2026;SALDO AWAL;;;100.000,00\n13/03/2026;A;;50.000,00;150.000,00\n"
        "14/03/2026;B;25.000,00;;125.000,00\n",
        ("+50000.00 IDR booked", "-25000.00 IDR booked"),
    ),
    "labels in two languages": (
        (
            "Nomor Rekening/Account Number;5550001115\nMata Uang / Currency : IDR\n"
            "Tanggal/Date;Keterangan/Remarks;Nominal (IDR)/Amount (IDR);Saldo (IDR)/Balance (IDR)\n"
            "02 Mar 2026;A;+250.000,00;1.250.000,00\n04 Mar 2026;B;-100.000,00;1.150.000,00\n"
            "05 Mar 2026;C;-15.500,00;1.134.500,00\n"
        ),
        ("+250000.00 IDR booked", "-100000.00 IDR booked", "-15500.00 IDR booked"),
    ),
    "the year first in two digits": (
        (
            "Account No;5550001115;IDR\nDate;Description;Debit;Credit;Balance\n26-09-01;A;;1000,00;11000,00\n"
            "26-09-02;B;500,00;;10500,00\n26-09-30;C;500,00;;10000,00\n"
        ),
        ("+1000.00 IDR booked", "-500.00 IDR booked", "-500.00 IDR booked"),
    ),
    "more lines below than rows": (
        (
            "Nomor Rekening\t:\t5550001115\nMata Uang\t:\tRp\nTgl.\tKeterangan\tCab.\tMutasi\t\tSaldo\n"
            "02/03/2026\tA\t0000\t50,000.00\tCR\t150,000.00\n03/03/2026\tB\t0000\t25,000.00\tDB\t125,000.00\n"
            "14/03/2026\tC\t0000\t5,000.00\tDB\t120,000.00\nSaldo Awal\t:\t100,000.00\n"
            "Mutasi Kredit\t:\t50,000.00\t1\nMutasi Debet\t:\t30,000.00\t2\nSaldo Akhir\t:\t120,000.00\n"
        ),
        ("+50000.00 IDR booked", "-25000.00 IDR booked", "-5000.00 IDR booked"),
    ),
    "tildes between": (
        SHORT.replace(";", "~") + "12/03/2026~A~~5,00~105,00\n13/03/2026~B~~50,00~155,00\n14/03/2026~C~25,00~~130,00\n",
        ("+5.00 IDR booked", "+50.00 IDR booked", "-25.00 IDR booked"),
    ),
}
TOLD: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "a sign against the word": (
        WALLET + "2026-03-02,09:00:00,Transfer Keluar,081200000411,A B,+10000,,Berhasil,T1\n"
        "2026-03-03,09:00:00,Transfer Masuk,081200000411,A B,-10000,,Berhasil,T2\n"
        "2026-03-04,09:00:00,Transfer Masuk,081200000411,A B,10000,,Berhasil,T3\n",
        ("+10000.00 IDR booked",),
        (
            "the sign of '+10000' says the opposite of the words 'Transfer Keluar'",
            "the sign of '-10000' says the opposite of the words 'Transfer Masuk'",
        ),
    ),
    "a row of nothing": (
        MANDIRI + "1230000000777;IDR;02 March 2026 09:00:00;A;;50000.00;0.00;150000.00\n"
        "1230000000777;IDR;03 March 2026 09:00:00;B;;0.00;0.00;150000.00\n",
        ("+50000.00 IDR booked",),
        ("this row holds no amount",),
    ),
    "one debit with a minus": (
        MANDIRI + "1230000000777;IDR;02 March 2026 09:00:00;A;;0.00;-50000.00;150000.00\n"
        "1230000000777;IDR;03 March 2026 09:00:00;B;;50000.00;0.00;200000.00\n",
        ("+50000.00 IDR booked",),
        ("whether the minus of '-50000.00' takes a debit back or is how this bank writes debits is undecided",),
    ),
}


def read(folder: Path, text: str) -> list:
    (folder / "s.csv").write_text(text, "utf-8")
    source = FolderSource(folder, "s.csv")
    [(reader, _)] = claimants(source)
    return list(reader.read(source))


def shown(records: list) -> tuple[str, ...]:
    return tuple(
        f"{'+' if one.incoming else '-'}{decimal_text(one.amount_minor, one.currency)} {one.currency} {one.status}"
        for one in records
        if isinstance(one, Payment)
    )


@pytest.mark.parametrize("name", EXPECTED)
def test_a_statement_of_any_country_is_read_right(tmp_path: Path, name: str) -> None:
    text, payments = EXPECTED[name]

    found = read(tmp_path, text)

    assert shown(found) == payments
    assert not [one for one in found if isinstance(one, Flaw)]
    assert all(one.adds_up for one in found if isinstance(one, Statement))


@pytest.mark.parametrize("name", TOLD)
def test_what_nothing_decides_is_told(tmp_path: Path, name: str) -> None:
    text, payments, reasons = TOLD[name]

    found = read(tmp_path, text)

    assert shown(found) == payments
    assert tuple(one.reason for one in found if isinstance(one, Flaw)) == reasons


def test_balances_decide_where_sign_and_word_contradict(tmp_path: Path) -> None:
    text = WALLET + (
        "2026-03-02,09:00:00,Transfer Masuk,081200000411,A B,+10000,110000,Berhasil,T1\n"
        "2026-03-03,09:00:00,Transfer Keluar,081200000411,A B,+10000,100000,Berhasil,T2\n"
    )

    assert shown(read(tmp_path, text)) == ("+10000.00 IDR booked", "-10000.00 IDR booked")


def test_two_digits_of_a_year_are_no_day_where_the_rows_would_span_years(tmp_path: Path) -> None:
    found = read(tmp_path, EXPECTED["the year first in two digits"][0])

    assert [one.booked for one in found if isinstance(one, Payment)] == ["2026-09-01", "2026-09-02", "2026-09-30"]


def test_one_balance_that_follows_proves_nothing_without_a_stated_account(tmp_path: Path) -> None:
    rows = "12/03/2026;A;;5,00;105,00\n13/03/2026;B;;50,00;155,00\n"

    assert not shown(read(tmp_path, f"Rp\n{SHORT.partition(chr(10))[2]}{rows}"))


def test_a_mistyped_iban_is_told_with_its_line(tmp_path: Path) -> None:
    text = (
        "Account;DE89370400440532013000;EUR\nDate;Description;Counterparty IBAN;Amount;Balance\n"
        "2026-03-01;A;GB82WEST12345698765432;100,00;1100,00\n2026-03-02;B;GB82WEST12345698765423;-50,00;1050,00\n"
        "2026-03-03;C;;-25,00;1025,00\n"
    )

    found = read(tmp_path, text)

    assert next(one.payer for one in found if isinstance(one, Payment)) == "iban:GB82WEST12345698765432"
    [told] = [one.reason for one in found if isinstance(one, Flaw)]
    assert told.startswith("the check digits of 'GB82WEST12345698765423' in line 4 are wrong")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("BAYU MISAL KBI", "BAYU MISAL"),
        ("A/C BAYU MISAL", "BAYU MISAL"),
        ("BAYU MISAL BANK JAGO", "BAYU MISAL"),
        ("sewa kamar BAYU MISAL", "BAYU MISAL"),
        ("Bayu Misal", "Bayu Misal"),
        ("BAYU MISAL Conf# a1b2c3", "BAYU MISAL"),
        ("BAYU MISAL; Conf# i5", "BAYU MISAL"),
        ('BAYU for "$200 dari ibu', "BAYU"),
        ("BAYU MISAL Ref: 5", "BAYU MISAL"),
        ("USD", None),
        ("Wallet", None),
        ("TRANSFER-UPI", None),
    ],
)
def test_a_name_has_no_word_of_the_bank_and_no_remark(words: str, name: str | None) -> None:
    assert taken(words).name == name


def test_a_bank_between_a_name_and_a_number_says_whose_number_it_is() -> None:
    found = sides("TRANSFER KE BAYU MISAL BCA 0323456789", "", incoming=False).other

    assert (found.account, found.name) == ("bca:0323456789", "BAYU MISAL")


OWN_COLUMNS = (
    "Post Date;Account;Name;Description;Currency;Debit;Credit;Balance\n"
    "2024-02-01;0011000401;PEMILIK MISAL;TRF KE RINA;IDR;500000.00;0.00;4500000.00\n"
    "2024-02-02;0011000401;PEMILIK MISAL;TRF DARI DONI;IDR;0.00;250000.00;4750000.00\n"
    "2024-02-13;0011000401;PEMILIK MISAL;BIAYA ADM;IDR;6500.00;0.00;4743500.00\n"
    "2024-02-14;0011000401;PEMILIK MISAL;TRF KE RINA;IDR;43500.00;0.00;4700000.00\n"
)


def test_a_name_beside_the_own_account_in_every_row_is_the_holder_and_never_the_other_side(tmp_path: Path) -> None:
    found = read(tmp_path, OWN_COLUMNS)

    assert [one.holder for one in found if isinstance(one, Statement)] == ["PEMILIK MISAL"]
    payments = [one for one in found if isinstance(one, Payment)]
    assert len(payments) == 4
    assert "PEMILIK MISAL" not in {name for one in payments for name in (one.payer_name, one.beneficiary_name)}


def test_signs_behind_the_word_for_the_holder_are_no_part_of_the_name(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Account Name :- PEMILIK MISAL\nAccount Number :- 5550001115\n" + OWN_COLUMNS.replace("Name;", "Branch;"),
    )

    assert [one.holder for one in found if isinstance(one, Statement)] == ["PEMILIK MISAL"]
