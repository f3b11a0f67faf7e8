# SPDX-License-Identifier: Apache-2.0
"""Heads and tables that the parts of D2 share."""

from suluh.referral.papers.report import Rows
from suluh.referral.papers.values import Both, Head, Table, totals_of

DONE_BY = Head(english="By, at (UTC)", indonesian="Oleh, pada (UTC)", width=18)
EXHIBIT = Head(english="Exhibit", indonesian="Barang bukti", width=9)
REASON = Head(english="Reason", indonesian="Alasan", width=40)


def head(english: str, indonesian: str, width: int = 16, *, adds_up: bool = False, is_printed: bool = True) -> Head:
    """The head of a column."""
    return Head(english=english, indonesian=indonesian, width=width, adds_up=adds_up, is_printed=is_printed)


def table(name: str, english: str, indonesian: str, heads: tuple[Head, ...], rows: Rows, printed: int = 200) -> Table:
    """A table with the totals of its rows."""
    title = Both(english, indonesian)
    return Table(name=name, title=title, heads=heads, rows=rows, totals=totals_of(heads, rows), printed=printed)


PATHS = Both(
    "In a path \\xNN stands for a byte that is no letter of UTF-8, and \u2039U+NNNN\u203a for a character that paper "
    "cannot show, such as a line break; a longer path goes on in the next line with nothing between. The lists for "
    "sha256sum have the bytes as they are: there a line with a backslash before it has \\n for a line break.",
    "Dalam jalur, \\xNN berarti byte yang bukan huruf UTF-8, dan \u2039U+NNNN\u203a karakter yang tidak dapat dicetak, "
    "misalnya ganti baris; jalur yang panjang berlanjut di baris berikutnya tanpa apa pun di antaranya. Daftar untuk "
    "sha256sum memuat byte-nya apa adanya: di sana baris yang diawali garis miring terbalik memakai \\n untuk ganti "
    "baris.",
)
"""How the paths of files are written on paper."""
