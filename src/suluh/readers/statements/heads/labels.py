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
        *("Phone Number", "No. Rek", "No Rek", "Rekening", "Nomor Rekening Nasabah", "Nomor Anggota", "ID Akun"),
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
        *("Kontonummer", "IBAN", "Konto", "Rekeningnummer", "Cuenta", "Compte", "\u8d26\u53f7", "\u5361\u53f7"),
    ),
    holder=(
        *("Nama", "Nama Pemilik", "Account Name", "Nama Rekening", "Name", "Account Holder", "Nama Nasabah"),
        *("Customer Name", "Nama Akun", "Atas Nama", "Pemilik", "Nama Pemilik Rekening", "Holder", "a.n"),
        *("Nama Pengguna", "Pemilik Rekening", "Nama Lengkap", "Kontoinhaber", "Titular", "Titulaire", "\u6237\u540d"),
    ),
    period=(
        *("Periode", "Period", "Masa", "Periode Transaksi", "Statement Period", "Periode Mutasi", "Date Range"),
        *("Rentang Tanggal", "Tanggal Mutasi", "Periode Laporan", "Transaction Period", "Masa Laporan", "Zeitraum"),
    ),
    currency=(
        *("Kode Mata Uang", "Mata Uang", "Currency", "Ccy", "Valuta", "Currency Code"),
        *("W\u00e4hrung", "Moneda", "Devise", "\u5e01\u79cd"),
    ),
    opening=(
        *("Saldo Awal", "Opening Balance", "Starting Balance", "Beginning Balance", "Saldo Awal Periode"),
        *("Previous Balance", "Saldo Lalu", "Saldo Sebelumnya", "Saldo Bulan Lalu", "Saldo Pembukaan"),
        *("Anfangssaldo", "Saldo inicial", "Solde initial", "Beginsaldo"),
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
