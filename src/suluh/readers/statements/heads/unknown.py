# SPDX-License-Identifier: Apache-2.0
"""What can be said beforehand of a statement whose layout no profile knows: its bank, by the words that it states."""

import re
from itertools import pairwise

from suluh.model.money import NO_CURRENCY
from suluh.model.trade import UNKNOWN_LAYOUT
from suluh.readers.statements.grid import Grid
from suluh.readers.statements.heads.heading import Heading
from suluh.readers.statements.heads.lexicon import is_foreign
from suluh.readers.statements.profile import Columns, Dates, Profile, Sign
from suluh.readers.statements.sides.names import SERVICES, WALLETS

_ABOVE = 30
_SHOP = re.compile(r"\bMDR\b|merchant discount", re.IGNORECASE)
"""A fee that is taken of what a shop's customers paid: all its rows are money that came in."""

_INDONESIAN = re.compile(
    r"\b(?:Rp|IDR|rupiah|tanggal|tgl|waktu|keterangan|uraian|mutasi|jumlah|masuk|keluar|transaksi|"
    r"rekening|nama|dari|bayar|biaya|setoran|tarik|tunai|pulsa|admin|BCA|BRI|BNI|BSI|CIMB|Mandiri|Permata|Jago|"
    r"SeaBank|GoPay|OVO|DANA|ShopeePay|LinkAja|QRIS|BI.?FAST)\b|\bRp(?=\d)",
    re.IGNORECASE,
)
"""Words of Indonesian alone: *saldo*, *debet*, *kredit* and *nominal* stand in statements of half of Europe as well."""

_LOOKED_AT, _MOST = 200, 40_000
"""So many rows, and characters of them, are looked at for a word of the country."""

_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)?")


def unknown_profile(grid: Grid, heading: Heading, path: str) -> Profile:
    """A profile that knows nothing but the bank: the one that the lines above the table name, else the file's path."""
    above = " ".join(row.raw for row in grid.rows[: min(heading.first, _ABOVE)])
    service = _named(above) or _named(f"{path} {grid.name}") or "account"
    is_wallet = service in WALLETS.values()
    is_shop = any(_SHOP.search(name) for name in heading.names)
    return Profile(
        name=UNKNOWN_LAYOUT,
        service="qris" if is_shop and service == "account" else service,
        describes="a table that no profile knows, read because its amounts and balances follow from each other",
        header=tuple(name for name in heading.names if name),
        columns=Columns(date=""),
        dates=Dates(formats=()),
        currency=_currency(grid, heading, service),
        sign=Sign(always="in") if is_shop else Sign(),
        channel="e-wallet" if is_wallet or is_shop else "bank",
        account_is="phone" if is_wallet else "code" if is_shop else "number",
        party_is="phone" if is_wallet else "number",
    )


def _currency(grid: Grid, heading: Heading, service: str) -> str:
    """Rupiah where something here is Indonesian: the bank, a heading, or a word in the lines; else none is known."""
    if any(map(is_foreign, heading.names)):
        return NO_CURRENCY
    told = " ".join((*heading.names, *(row.raw for row in grid.rows[:_LOOKED_AT])))
    return "IDR" if service != "account" or _INDONESIAN.search(told[:_MOST]) else NO_CURRENCY


def _named(text: str) -> str | None:
    """The bank or wallet that a text names, where it names one alone."""
    named = {service for service in map(_service, _titles(text)) if service}
    return named.pop() if len(named) == 1 else None


def _titles(above: str) -> list[str]:
    """Single words and pairs of words."""
    words = _WORDS.findall(above.upper())
    return [*words, *(f"{one} {two}" for one, two in pairwise(words))]


def _service(words: str) -> str | None:
    """A bank or wallet; ``DANA`` alone is also the word for money."""
    return None if words == "DANA" else SERVICES.get(words)
