# SPDX-License-Identifier: Apache-2.0
"""Whether a table is the statement of an account at all: a stock card has days, amounts and a balance as well."""

import re
from collections.abc import Sequence

from suluh.readers.statements.amounts import take_apart
from suluh.readers.statements.grid import Grid
from suluh.readers.statements.heads.content import columns
from suluh.readers.statements.heads.labels import words_of
from suluh.readers.statements.heads.layout import Layout
from suluh.readers.statements.heads.lexicon import plain, role_of

_GOODS = re.compile(
    r"\b(?:stok|stock|gudang|persediaan|inventory|inventaris|warehouse|kartu barang|sku|qty|quantity|kuantitas|satuan|"
    r"pcs|harga satuan|unit price|price ?list|daftar harga|meter|odometer|liter|pemakaian|suhu|barang|"
    r"artikel|lager\w*|bestand|menge|st\u00fcck|st\u00fcckzahl|inventar|voorraad|aantal|magazijn|article|quantit\u00e9|"
    r"inventaire|existencias|inventario|art\u00edculo|cantidad|unidades|almac\u00e9n|estoque|quantidade|scorte|giacenza|"
    r"quantit\u00e0|temperatur\w*|steps|langkah|kwh|km)\b|\u5e93\u5b58|\u6570\u91cf|\u4ed3\u5e93|\u5546\u54c1",
    re.IGNORECASE,
)
_BOOKS = re.compile(
    r"\b(?:rekening koran|mutasi rekening|account statement|bank statement|transaction (?:inquiry|history)|"
    r"riwayat transaksi|laporan transaksi|e-?statement|informasi rekening|buku tabungan|statement of account|"
    r"account activity|extrato (?:de )?conta|extrato banc\u00e1rio|extracto (?:de cuenta|bancario)|"
    r"relev\u00e9 de compte|"
    r"kontoauszug|kontoums\u00e4tze|estratto conto|rekeningafschrift|rekeninguittreksel|wyci\u0105g|"
    r"hesap (?:ekstresi|hareketleri)|"
    r"s\u1ed5 ph\u1ee5|sao k\u00ea|\u0432\u044b\u043f\u0438\u0441\u043a\u0430)\b|"
    r"\u4ea4\u6613\u660e\u7ec6|\u8d26\u5355\u660e\u7ec6|\u660e\u7ec6\u67e5\u8be2|"
    r"\u5bf9\u8d26\u5355|\u5165\u51fa\u91d1\u660e\u7d30|\uac70\ub798\ub0b4\uc5ed",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"(?:\d[\s.-]?){5,}")
_ABOVE = 40
_SAMPLE = 60
_SUM = re.compile(r"\D\d{2,3}$|^\d{4,}(?:\D\d{1,3})?$")
_WIDE, _MOST = 500, 0.6
_WORDED = frozenset({"text", "party_name", "from_name", "to_name"})
"""Roles that say in words what a row is for."""

_SUMS = ("amount", "debit", "credit")
_OF_ANYTHING = re.compile(r"|value|nilai|sum|change|in|out|masuk|keluar|wert|valor")
"""Headings of sums that stand above measures as well."""

_SURE = 8
"""Headings that no other table has all of."""


def evidence(grid: Grid, layout: Layout) -> bool:
    """Whether an account, a currency, a mark of the side or a bank's own words speak for a statement, and no goods.

    A profile's heading alone is no evidence either, unless it is long: other tables have the same headings.
    """
    if layout.known and len(layout.profile.header) >= _SURE:
        return True
    places, first = layout.places, layout.heading.first
    around = [*grid.rows[: min(first, _ABOVE)], *grid.rows[max(layout.heading.last + 1, len(grid.rows) - 20) :]]
    words = words_of(layout.profile.labels)
    said = {one.name: one.value for row in around for one in words.said(row)}
    has_account = bool(_ACCOUNT.search(said.get("account", ""))) or "account" in places
    above, goods = _above(grid, layout), is_of_goods(grid, layout)
    if has_account and not goods:
        return True
    if goods:
        return has_account and ("currency" in said or "currency" in places)
    if (
        "currency" in said
        or "currency" in places
        or _BOOKS.search(above)
        or "Rp" in above
        or layout.profile.sign.always
    ):
        return True
    sample = grid.rows[layout.heading.last + 1 : layout.heading.last + 1 + _SAMPLE]
    marks = [at for at in places.get("direction", ()) if columns([row.cells for row in sample], at + 1)[at].is_marks]
    money = [at for role in ("amount", "debit", "credit", "balance") for at in places.get(role, ())]
    written = [take_apart(row.cells[at]) for row in sample for at in money if at < len(row.cells)]
    named = any(one and (one.mark or one.currency) for one in written)
    return (
        bool(marks) or named or (layout.known and "amount" not in places) or layout.profile.account_in_name is not None
    )


def seems(grid: Grid, layout: Layout) -> bool:
    """Whether the words and signs of a table are those of a statement, though nothing proves it to be one.

    A table with a day, words and a sum in each row is told, and not passed over: whoever wrote it may say whose it is.
    """
    places, names = layout.places, layout.heading.names
    if "date" not in places or not _WORDED & places.keys() or is_of_goods(grid, layout):
        return False
    sums = [at for role in _SUMS for at in places.get(role, ())]
    if any(names) and not all((role := role_of(names[at])) and role.name in _SUMS for at in sums):
        return False
    sample = grid.rows[layout.heading.last + 1 : layout.heading.last + 1 + _SAMPLE]
    written = [one for row in sample for at in sums if at < len(row.cells) and (one := take_apart(row.cells[at]))]
    both = {"debit", "credit"} <= places.keys() or len({one.negative for one in written}) > 1
    is_money = both and not all(_OF_ANYTHING.fullmatch(plain(names[at])) for at in sums)
    looks_so = are_sums([one.number for one in written])
    # Objects of JSON are of anything: their sums must look like money and go both ways.
    return bool(written) and (both and looks_so if grid.form == "json" else is_money or looks_so)


def are_moneyless(grid: Grid, layout: Layout) -> bool:
    """Whether few rows hold a sum: messages may have one of an invoice among them."""
    rows = grid.rows[layout.heading.last + 1 : layout.heading.last + 1 + _SAMPLE]
    sums = [at for role in _SUMS for at in layout.places.get(role, ())]
    return 2 * sum(any(row.cells[at] for at in sums if at < len(row.cells)) for row in rows) < len(rows)


def are_sums(numbers: Sequence[str]) -> bool:
    """Whether most numbers look like money: two digits behind a sign, groups of thousands, or four digits and more."""
    some = [number for number in numbers if number.strip("0.,")]
    return sum(bool(_SUM.search(number)) for number in some) > _MOST * len(some)


def is_of_goods(grid: Grid, layout: Layout) -> bool:
    """Whether the words down to the heading, or those of most rows, speak of goods, counters or prices."""
    if _GOODS.search(_above(grid, layout)):
        return True
    rows = grid.rows[layout.heading.last + 1 : layout.heading.last + 1 + _SAMPLE]
    return sum(bool(_GOODS.search(row.raw[:_WIDE])) for row in rows) > _MOST * len(rows)


def is_of_books(grid: Grid, layout: Layout) -> bool:
    """Whether the lines down to the heading have the title of a bank's statement."""
    return bool(_BOOKS.search(_above(grid, layout)))


def _above(grid: Grid, layout: Layout) -> str:
    return " ".join(row.raw for row in grid.rows[: layout.heading.last + 1])
