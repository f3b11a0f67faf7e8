# SPDX-License-Identifier: Apache-2.0
"""What the lines above and below a table say of the statement: its account, holder, currency, period and sums."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from suluh.readers.statements.grid import Row
from suluh.readers.statements.profile import Labels

SUMS = frozenset({"opening", "credits", "debits", "closing"})
DECORATION = " \t\r\n\",;|:-_=*'"

GENERIC = Labels(
    account=(
        *("No. Rekening", "Nomor Rekening", "No Rekening", "No.Rekening", "Account No", "Account Number", "Account"),
        *("Nomor Akun", "No. Akun", "No Akun", "Nomor Ponsel", "Nomor HP", "No HP", "No. HP", "Nomor Telepon"),
        *(
            "Phone Number",
            "No. Rek",
            "No Rek",
            "Rekening",
            "Account Details For",
            "Nomor Rekening Nasabah",
            "Nomor Anggota",
            "ID Akun",
        ),
        *(
            "Account ID",
            "NMID",
            "Merchant ID",
            "No Telepon",
            "Nomor Handphone",
            "Mobile Number",
            "No. Ponsel",
            "Rekening Nomor",
        ),
        *("Nomor OVO", "Nomor DANA", "Nomor GoPay", "Nomor ShopeePay", "Nomor LinkAja", "Nomor Wallet", "OVO ID"),
        *(
            "Norek",
            "Kontonummer",
            "IBAN",
            "Konto",
            "Rekeningnummer",
            "Cuenta",
            "Compte",
            "\u8d26\u53f7",
            "\u5361\u53f7",
        ),
        *(
            "Num\xe9ro de compte",
            "N\xb0 de compte",
            "Conta",
            "Cuenta de ahorros",
            "N\xfamero de cuenta",
            "Conto",
            "Hesap No",
            "Nr rachunku",
            "\u010c\xedslo \xfa\u010dtu",
            "\u010c\xedslo \xfa\u010dtu klienta",
            "Sz\xe1mlasz\xe1m",
            "Tilinumero",
        ),
        *(
            "S\u1ed1 t\xe0i kho\u1ea3n",
            "\u0e40\u0e25\u0e02\u0e17\u0e35\u0e48\u0e1a\u0e31\u0e0d\u0e0a\u0e35",
            "\u0e40\u0e25\u0e02\u0e17\u0e35\u0e48\u0e1a\u0e31\u0e0d\u0e0a\u0e35\u0e40\u0e07\u0e34\u0e19\u0e1d\u0e32\u0e01",
            "\u0631\u0642\u0645 \u0627\u0644\u062d\u0633\u0627\u0628",
            "\uacc4\uc88c\ubc88\ud638",
            "\u53e3\u5ea7\u756a\u53f7",
            "\u5e33\u865f",
            "\u8d26\u6237",
            "\u5361\u53f7",
            "\u2116 \u0441\u0447\u0435\u0442\u0430",
            "\u041d\u043e\u043c\u0435\u0440 \u0441\u0447\u0435\u0442\u0430",
        ),
    ),
    holder=(
        *("Nama", "Nama Pemilik", "Account Name", "Nama Rekening", "Name", "Account Holder", "Nama Nasabah"),
        *("Customer Name", "Nama Akun", "Atas Nama", "Pemilik", "Nama Pemilik Rekening", "Holder", "a.n"),
        *("Nama Pengguna", "Pemilik Rekening", "Nama Lengkap", "Kontoinhaber", "Titular", "Titulaire", "\u6237\u540d"),
        *(
            "Ch\u1ee7 t\xe0i kho\u1ea3n",
            "T\xean t\xe0i kho\u1ea3n",
            "\u0e0a\u0e37\u0e48\u0e2d\u0e1a\u0e31\u0e0d\u0e0a\u0e35",
            "\u0627\u0633\u0645 \u0627\u0644\u0639\u0645\u064a\u0644",
            "\uc608\uae08\uc8fc",
            "\uc131\uba85",
            "\u53e3\u5ea7\u540d\u7fa9",
            "Intestatario",
            "Hesap Sahibi",
            "Rekeninghouder",
        ),
    ),
    period=(
        *("Periode", "Period", "Masa", "Periode Transaksi", "Statement Period", "Periode Mutasi", "Date Range"),
        *("Rentang Tanggal", "Tanggal Mutasi", "Periode Laporan", "Transaction Period", "Masa Laporan", "Zeitraum"),
        *(
            "Per\xedodo",
            "Periodo",
            "P\xe9riode",
            "Okres",
            "D\xf6nem",
            "Rentang",
            "\u0e23\u0e30\u0e2b\u0e27\u0e48\u0e32\u0e07\u0e27\u0e31\u0e19\u0e17\u0e35\u0e48",
            "\uc870\ud68c\uae30\uac04",
            "\u671f\u95f4",
            "\u8d77\u6b62\u65e5\u671f",
            "Za okres",
        ),
    ),
    currency=(
        *("Kode Mata Uang", "Mata Uang", "Currency", "Ccy", "Valuta", "Currency Code"),
        *("W\u00e4hrung", "Moneda", "Devise", "\u5e01\u79cd"),
        *(
            "Lo\u1ea1i ti\u1ec1n",
            "Lo\u1ea1i ti\u1ec1n t\u1ec7",
            "\u0e2a\u0e01\u0e38\u0e25\u0e40\u0e07\u0e34\u0e19",
            "\u0627\u0644\u0639\u0645\u0644\u0629",
            "\ud1b5\ud654",
            "\u901a\u8ca8",
            "\u5e63\u5225",
            "\u5e01\u522b",
            "Waluta",
            "M\u011bna",
            "Deviza",
            "Moeda",
            "Divisa",
            "D\xf6viz Cinsi",
            "\u0412\u0430\u043b\u044e\u0442\u0430",
        ),
    ),
    opening=(
        *("Saldo Awal", "Opening Balance", "Starting Balance", "Beginning Balance", "Saldo Awal Periode"),
        *("Previous Balance", "Saldo Lalu", "Saldo Sebelumnya", "Saldo Bulan Lalu", "Saldo Pembukaan"),
        *("Anfangssaldo", "Saldo inicial", "Solde initial", "Beginsaldo"),
        *(
            "Solde en d\xe9but de p\xe9riode",
            "Ancien solde",
            "Solde pr\xe9c\xe9dent",
            "Saldo anterior",
            "Saldo iniziale",
            "Po\u010d\xe1te\u010dn\xed z\u016fstatek",
            "S\u1ed1 d\u01b0 \u0111\u1ea7u k\u1ef3",
            "\u0e22\u0e2d\u0e14\u0e22\u0e01\u0e21\u0e32",
            "\u0412\u0445\u043e\u0434\u044f\u0449\u0438\u0439 \u043e\u0441\u0442\u0430\u0442\u043e\u043a",
            "\u671f\u521d\u4f59\u989d",
            "\u524d\u65e5\u6b8b\u9ad8",
            "openingBalance",
            "Alter Kontostand",
            "Kontostand am Anfang",
        ),
    ),
    credits=(
        *("Mutasi Kredit", "Mutasi Kr", "Total Kredit", "Total Credit", "Credit", "Kredit", "Jumlah Kredit"),
        *("Total Uang Masuk", "Total Pemasukan", "Total Dana Masuk", "Mutasi CR", "Credits", "Total Masuk"),
    ),
    debits=(
        *("Mutasi Debet", "Mutasi Debit", "Mutasi Db", "Total Debet", "Total Debit", "Debit", "Debet"),
        *("Jumlah Debet", "Jumlah Debit", "Total Uang Keluar", "Total Pengeluaran", "Total Dana Keluar", "Debits"),
        "Total Keluar",
    ),
    closing=(
        *("Saldo Akhir", "Closing Balance", "Ending Balance", "Saldo Akhir Periode", "Saldo Penutup"),
        *("Saldo Penutupan", "Final Balance", "Sisa Saldo", "Endsaldo", "Saldo final", "Solde final", "Eindsaldo"),
        *(
            "Solde en fin de p\xe9riode",
            "Nouveau solde",
            "Saldo finale",
            "Kone\u010dn\xfd z\u016fstatek",
            "S\u1ed1 d\u01b0 cu\u1ed1i k\u1ef3",
            "\u0e22\u0e2d\u0e14\u0e22\u0e01\u0e44\u0e1b",
            "\u0418\u0441\u0445\u043e\u0434\u044f\u0449\u0438\u0439 \u043e\u0441\u0442\u0430\u0442\u043e\u043a",
            "\u671f\u672b\u4f59\u989d",
            "closingBalance",
            "Neuer Kontostand",
            "Kontostand am Ende",
        ),
    ),
)
"""Words that any statement may use."""

STARTS = ("Dari Tanggal", "Tanggal Awal", "Tanggal Mulai", "Start Date", "From Date", "Date From", "Dari", "From")
ENDS = ("Sampai Tanggal", "Tanggal Akhir", "Tanggal Selesai", "End Date", "To Date", "Date To", "Sampai", "S/D")

_LONGEST = 300


class Said(NamedTuple):
    """What one label says."""

    name: str
    value: str


@cache
def words_of(own: Labels) -> "Words":
    """The labels of a profile, worked out once."""
    return Words(own)


class Words:
    """The labels of a profile beside those that any statement may use."""

    def __init__(self, own: Labels) -> None:
        self._by_word: dict[str, str] = {}
        for labels in (GENERIC, own):
            for name in labels.__struct_fields__:
                self._by_word |= dict.fromkeys(map(_key, getattr(labels, name)), name)
        self._by_word |= dict.fromkeys(map(_key, STARTS), "from") | dict.fromkeys(map(_key, ENDS), "until")
        longest = sorted(self._by_word, key=len, reverse=True)
        words = "|".join(re.escape(word).replace(r"\ ", r"[\s.]+") for word in longest)
        self._label = re.compile(
            rf"\s*(?P<word>{words})\.?\s*(?:/\s*[A-Za-z][A-Za-z .]{{1,30}}?)?(?:\([^()]{{1,12}}\)\s*)?"
            r"(?:$|[:=]\s*|\s(?=[-\d])|\s+(?=Rp|IDR))(?P<value>.*)",
            re.IGNORECASE | re.DOTALL,
        )

    def said(self, row: Row) -> Iterator[Said]:
        """Everything that a line says of the statement: a label fills a cell, or stands before a colon or a number."""
        skip = -1
        for at, cell in enumerate(row.cells):
            found = self._label.match(cell) if at > skip and cell and len(cell) <= _LONGEST else None
            if found is None:
                continue
            value, skip = self._value(row, at, found["value"] or "")
            yield Said(self._by_word[_key(found["word"])], value)

    def _value(self, row: Row, at: int, value: str) -> tuple[str, int]:
        """What stands behind a label and the last cell it takes: the rest of its own, else the next that holds a word.

        An unquoted value may itself hold the sign that parts the cells: then it is the rest of the line.
        """
        behind: Sequence[str] = row.cells[at + 1 :]
        if not value.strip(DECORATION):
            for turn, cell in enumerate(behind, at + 1):
                if cell.strip(DECORATION):
                    return cell.lstrip(": ="), turn
            return "", len(row.cells)
        is_line = at == 0 and row.sheet is None and row.page is None and not row.raw.lstrip().startswith('"')
        if is_line and behind and value in row.raw and not any(map(self._label.match, behind)):
            return row.raw[row.raw.index(value) :].strip(DECORATION), len(row.cells)
        return value.strip(), at


def _key(word: str) -> str:
    return re.sub(r"[\s.]+", " ", word).strip().casefold()
