# SPDX-License-Identifier: Apache-2.0
"""Chance on paper, always by its parts: also where it is nought, and where there is nothing to count."""

from collections.abc import Iterator

from suluh.deals.facts.saying import span, told
from suluh.model.trade import Coincidence, Deal
from suluh.referral.papers.values import Both

_DAY = 1440
"""Minutes."""

_NO_LINE = Both(
    "No booked line is in this deal: there is nothing of which a chance could be counted.",
    "Tidak ada baris rekening dalam rangkaian ini: tidak ada yang dapat dihitung kemungkinan kebetulannya.",
)
_NO_PARTS = Both(
    "The parts of the chance were not counted for this deal.",
    "Bagian-bagian kemungkinan kebetulan tidak dihitung untuk rangkaian ini.",
)
_NOT_OF_ANYBODY = Both(
    "This says how often a stretch of time holds such a payment by accident, and nothing of whether the link is wrong "
    "or of any person.",
    "Ini menyebut seberapa sering suatu rentang waktu memuat pembayaran seperti itu secara kebetulan, dan tidak "
    "menyebut apakah kaitan ini salah atau apa pun tentang orang.",
)


def by_parts(deal: Deal) -> Iterator[Both]:
    """The parts of a deal's chance, one sentence each; the first has the days, lines and others of the same sum."""
    parts = deal.coincidence
    if not deal.payments or parts is None or deal.chance is None:
        yield _NO_PARTS if deal.payments else _NO_LINE
        return
    yield Both(*told(deal.chance, parts))
    yield from _stretch(parts)
    yield (
        Both("Lines of this payer alone were counted.", "Yang dihitung hanya baris dari pembayar ini.")
        if parts.payer
        else Both("Lines of any payer were counted.", "Yang dihitung baris dari pembayar mana pun.")
    )
    yield _NOT_OF_ANYBODY


def _stretch(parts: Coincidence) -> Iterator[Both]:
    """How long the stretch is, and that every beginning of it was counted."""
    english, indonesian = span(parts.window)
    long = f"The stretch is as long as from offer to payment, half an hour at least: {english} ({parts.window} minutes)"
    long_id = (
        f"Panjang rentang: dari penawaran sampai pembayaran, sedikitnya setengah jam: {indonesian} "
        f"({parts.window} menit)"
    )
    if parts.window >= parts.days * _DAY:
        yield Both(
            f"{long}: as long as the whole statement, so that no share can be counted.",
            f"{long_id}: sepanjang seluruh rekening koran, sehingga bagiannya tidak dapat dihitung.",
        )
        return
    yield Both(
        f"{long}. Nothing was drawn by lot: every moment at which such a stretch can begin within these days was "
        "counted.",
        f"{long_id}. Tidak ada yang diundi: setiap saat rentang seperti itu dapat dimulai dalam hari-hari itu "
        "dihitung.",
    )
    if not parts.others:
        lines = "1 line" if parts.lines == 1 else f"{parts.lines} lines"
        yield Both(
            f"Share: 0 of 10,000 stretches of this length. Nought says that none was found among {lines}, and not "
            "that it cannot be.",
            f"Bagian: 0 dari 10.000 rentang sepanjang itu. Nol berarti tidak ditemukan di antara {parts.lines} baris, "
            "bukan tidak mungkin.",
        )
