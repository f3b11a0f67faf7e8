# SPDX-License-Identifier: Apache-2.0
"""Whether a table without a stated currency is in rupiah: where what the bank wrote is Indonesian, and no more."""

import re
from collections.abc import Sequence

from suluh.model.money import NO_CURRENCY
from suluh.readers.statements.grid import Grid
from suluh.readers.statements.heads.heading import Heading
from suluh.readers.statements.heads.lexicon import is_foreign

_MONEY = re.compile(r"\b(?:Rp|IDR|rupiah)\b|\bRp(?=\d)", re.IGNORECASE)
_INDONESIAN = re.compile(
    r"\b(?:tanggal|tgl|waktu|keterangan|uraian|mutasi|jumlah|masuk|keluar|transaksi|rekening|nama|"
    r"dari|bayar|biaya|setoran|tarik|tunai|pulsa|BCA|BRI|BNI|BSI|Niaga|NISP|Mandiri|Permata|Jago|GoPay|OVO|LinkAja|"
    r"QRIS|BI.?FAST|Indonesia|Tbk)\b",
    re.IGNORECASE,
)
"""Words of Indonesian: *saldo*, *debet*, *kredit* and *nominal* stand in statements of half of Europe as well."""

_MALAY = re.compile(
    r"\b(?:tarikh|urusniaga|baki|butiran|penyata|akaun|ringgit|MYR|RM|DuitNow|Berhad|Bhd|Sdn|Malaysia|Brunei|"
    r"Singapore|SGD|Philippines|PHP|Thailand|THB)\b|\bRM(?=\d)"
)
"""What other countries write, whose words are partly those of Indonesia."""

_ABROAD = frozenset({"cimb", "maybank", "ocbc", "seabank", "shopeepay", "mega"})
"""Banks and wallets of several countries, or whose name is a word: they alone say nothing of the country."""

_LOOKED_AT = 200
_BELOW = 20
_LINE = 400
_SHARE = 5
"""One in so many bookings holds an Indonesian word, where nothing around them does: anybody may send money there."""

_LEAST = 2


def currency_of(grid: Grid, heading: Heading, service: str) -> str:
    """Rupiah where the bank, a heading, a line around the table or a good part of the bookings say so; else none."""
    if any(map(is_foreign, heading.names)):
        return NO_CURRENCY
    bookings = [row.raw[:_LINE] for row in grid.rows[heading.last + 1 : heading.last + 1 + _LOOKED_AT]]
    around = [row.raw[:_LINE] for row in grid.rows[: heading.last + 1][-_LOOKED_AT:]]
    below = bookings[-_BELOW:] if len(grid.rows) <= heading.last + 1 + _LOOKED_AT else []
    stated = " ".join((*heading.names, *around))
    if _MONEY.search(stated):
        return "IDR"
    if _MALAY.search(stated):
        return NO_CURRENCY
    if service not in {"account", *_ABROAD} or _INDONESIAN.search(stated) or _money_below(below):
        return "IDR"
    return "IDR" if _speak(bookings) else NO_CURRENCY


def _money_below(lines: Sequence[str]) -> bool:
    """Whether a line without a day, such as one of totals, names rupiah."""
    return any(_MONEY.search(line) and not re.match(r"\W*\d", line) for line in lines)


def _speak(bookings: Sequence[str]) -> bool:
    """Whether so many bookings hold a word of the country that it is the bank's and not one payee's."""
    told = sum(bool(_INDONESIAN.search(line) or _MONEY.search(line)) for line in bookings)
    others = sum(bool(_MALAY.search(line)) for line in bookings)
    return told >= max(_LEAST, len(bookings) / _SHARE) and told > others
