# SPDX-License-Identifier: Apache-2.0
"""The words by which the heading of a statement's table is known on a page, and the sums and days below it."""

import re
from collections.abc import Iterable, Sequence

_WORDS = {
    "day": r"tgl|tanggal|tgl tran(?:s|saksi)|tanggal (?:transaksi|posting|valuta|efektif)|date|day|hari|waktu|time"
    r"|(?:post(?:ing)?|trans(?:action)?|value|val|effective|booking|txn) date|date (?:&|and) time",
    "text": r"keterangan|uraian|deskripsi|rincian|berita|catatan|description|details?|remarks?|notes?|particulars"
    r"|narrative|aktivitas|aktifitas|transaksi|transaction|source|destination|sumber|tujuan|jenis|tipe|type",
    "sum": r"mutasi|jumlah|nominal|amount|debi?t|debet|kredit|credit|masuk|keluar|money in|money out|in|out|pemasukan"
    r"|pengeluaran|withdrawals?|deposits?|setoran|penarikan",
    "balance": r"saldo|balance",
    "other": r"cbg|cabang|branch|no|nomor|number|ref(?:erensi)?|reference|teller|journal|jurnal|kode|code|id|status"
    r"|db/cr|d/k|val|valuta|currency|ccy|mata uang|bank|account|rekening|user|sandi|trx",
}
_ABROAD = {
    "day": r"datum|buchungstag|buchungsdatum|buchung|wertstellung|fecha|boekdatum"
    r"|\u65e5\u671f|\u4ea4\u6613\u65e5\u671f",
    "text": r"verwendungszweck|buchungstext|vorgang|libell[\u00e9e]|concepto|detalle|descripci\u00f3n|omschrijving"
    r"|mededelingen|\u6458\u8981|\u8bf4\u660e",
    "sum": r"betrag|umsatz|soll|haben|belastung|gutschrift|montant|d\u00e9bit|cr\u00e9dit|importe|cargo|abono|debe"
    r"|haber|bedrag|af|bij|\u91d1\u989d|\u6536\u5165|\u652f\u51fa|\u501f\u65b9|\u8d37\u65b9",
    "balance": r"kontostand|solde|\u4f59\u989d",
}
"""In other languages than those of this program."""

_WORDS |= {kind: f"{_WORDS[kind]}|{words}" for kind, words in _ABROAD.items()}
_KINDS = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _WORDS.items()}
_OUT = frozenset({"debit", "debet", "debits", "db", "keluar", "withdrawal", "withdrawals", "penarikan"})
_IN = frozenset({"kredit", "credit", "credits", "cr", "masuk", "deposit", "deposits", "setoran"})
_SUM_WORDS = frozenset({"jumlah", "nominal", "mutasi", "amount"})
_BALANCE_WORDS = frozenset({"saldo", "balance", "running", "closing", "ending"})
_BESIDE = frozenset(
    {"referensi", "reference", "ref", "cabang", "cbg", "branch", "teller", "keterangan", "uraian", "description"}
    | {"deskripsi", "remarks", "remark", "details", "detail", "berita", "catatan", "notes"}
)
"""Words after which a sum or a balance begins a heading of its own."""

_BOTH = re.compile(r"(?:db?|cr?|kr?|debe?it|debet)/(?:db?|cr?|kr?|kredit|credit)")
_INDONESIAN = re.compile(
    r"\b(?:tanggal|tgl|transaksi|keterangan|uraian|rincian|nominal|saldo|debet|kredit|masuk|keluar|jumlah|mutasi|valuta"
    r"|nomor|referensi|cabang|waktu|jam|catatan|sumber|tujuan|jenis|efektif|nilai|teller)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:date|time|transaction|description|details?|remarks?|amount|balance|debit|credit|incoming|outgoing|reference"
    r"|number|branch|value|source|destination|notes?|user|posting|effective)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LEAST = 3
_LONGEST = 160

AMOUNT = re.compile(
    r"[-+(\u2212]{0,2}(?:Rp\.?|IDR|USD|\$)?[-+]?\d{1,3}(?:[.,']\d{3})*(?:[.,]\d{1,2})?\)?(?:DB|CR|D|K|C|-|\+)?",
    re.IGNORECASE,
)
"""One word that may be a sum of money, with its sign, currency and mark."""

PLAIN = re.compile(r"[-+]?\d+(?:[.,]\d{1,2})?(?:DB|CR|D|K|C)?", re.IGNORECASE)
"""A sum without separators of thousands."""

MARK = re.compile(r"(?:DB|CR|D|K|C|DR|KR|DEBET|DEBIT|KREDIT|CREDIT|Rp\.?|IDR|USD|[-+])", re.IGNORECASE)
"""A word beside a sum."""

DAY = re.compile(
    r"\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|\d{1,2}[-/ ][A-Za-z]{3,9}\.?,?[-/ ]?(?:\d{2,4})?",
    re.ASCII,
)
"""How a day begins a cell."""

FURNITURE = re.compile(
    r"bersambung (?:ke )?(?:halaman|hal\.?)|continued (?:on|to|from)"
    r"|^(?:halaman|hal\.?|page)\b.{0,24}$|^\d+\s*(?:/|dari|of)\s*\d+$|^[-=_*.~|+ ]{3,}$",
    re.IGNORECASE,
)
"""A line of the page, not of the statement."""


def kinds(cell: str) -> set[str]:
    """What a cell of a heading may stand above; empty for what is no heading."""
    if not cell or len(cell) > _LONGEST or (_DIGIT.search(cell) and "#" not in cell):
        return set()
    return {kind for kind, words in _KINDS.items() if words.search(cell)}


def is_heading(cells: Iterable[str]) -> bool:
    """Whether cells head a statement's table: days, and sums or balances, and not one cell that is neither."""
    filled = [cell for cell in cells if cell]
    found = [kinds(cell) for cell in filled]
    if len(filled) < _LEAST or sum(map(bool, found)) < max(_LEAST, len(filled) * 2 // 3):
        return False
    some = set().union(*found)
    return "day" in some and bool(some & {"sum", "balance"}) and ("text" in some or {"sum", "balance"} <= some)


def are_two(before: Sequence[str], word: str) -> bool:
    """Whether a word begins another heading: a mark, the other side, a balance behind sums, or what began the first."""
    last, this = before[-1].casefold().strip("."), word.casefold().strip(".")
    sides = (last in _OUT and this in _IN) or (last in _IN and this in _OUT)
    return (
        sides
        or _BOTH.fullmatch(this) is not None
        or (this in _BALANCE_WORDS and last in _OUT | _IN | _SUM_WORDS)
        or (this in _OUT | _IN | _SUM_WORDS | _BALANCE_WORDS and last in _BESIDE)
        or (len(before) > 1 and this == before[0].casefold() and last in _OUT | _IN)
    )


def with_part(heading: str, part: str) -> str:
    """A heading with its next part below; the same in English below Indonesian is left, and so is what it says already.

    So the heading of a page in two languages is that of the same bank's file in one.
    """
    if _ENGLISH.search(part) and not _INDONESIAN.search(part) and _INDONESIAN.search(heading):
        return heading
    if _BOTH.fullmatch((heading.rsplit(" ", maxsplit=1)[-1] + part).casefold()):
        return heading + part
    return heading if heading.casefold().endswith(part.casefold()) else f"{heading} {part}"


def is_sum(word: str) -> bool:
    """Whether a word may be a sum: separated thousands, a fraction, a sign, or a plain number."""
    return AMOUNT.fullmatch(word) is not None or PLAIN.fullmatch(word) is not None
