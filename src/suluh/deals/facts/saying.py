# SPDX-License-Identifier: Apache-2.0
"""A chance match in words: by its parts, as a sentence that a court can check in this statement."""

from itertools import pairwise

from suluh.model.trade import Coincidence

_TWO_FIGURES = 10
_UNITS = ((1_440, "day", "hari"), (60, "hour", "jam"), (1, "minute", "menit"))
"""In minutes, the longest first."""

_NOT_COUNTED = "Not counted are lines that failed, wait or were reversed, and such as are not used for deals."
_NOT_COUNTED_ID = "Tidak dihitung: baris yang gagal, tertunda, atau dibalik, dan yang tidak dipakai untuk rangkaian."


def told(share: int, parts: Coincidence) -> tuple[str, str]:
    """A chance match by its parts, as a sentence in English and Indonesian."""
    days, days_id = _days(parts)
    ledger = f"The statement has {_many(parts.lines, 'line')} this way in {_many(parts.days, 'day')}{days}"
    ledger_id = f"Rekening koran memuat {parts.lines} baris searah dalam {parts.days} hari{days_id}"
    payer, payer_id = (" by this payer", " dari pembayar ini") if parts.payer else ("", "")
    if not parts.others:
        return (
            f"{ledger}; no other counted line of this sum{payer} in this statement. {_NOT_COUNTED}",
            f"{ledger_id}; tidak ada baris terhitung lain berjumlah sama{payer_id} di rekening ini. {_NOT_COUNTED_ID}",
        )
    (long, long_id), (whole, times, times_id) = span(parts.window), _often(share)
    others = f"{_many(parts.others, 'other counted line')} {'is' if parts.others == 1 else 'are'} of this sum{payer}"
    others_id = f"{parts.others} baris terhitung lain berjumlah sama{payer_id}"
    counted, counted_id = f"Of {whole:,} moments at which", f"Dari {whole:,} saat".replace(",", ".")
    stretch = f"{counted} a stretch of {long} may begin, counted and not drawn, {times} (rounded) reach one of them."
    stretch_id = f"{counted_id} mulai rentang {long_id}, dihitung dan tidak diundi, {times_id} (dibulatkan) mencapai "
    stretch_id += "salah satunya."
    return f"{ledger}; {others}. {_NOT_COUNTED} {stretch}", f"{ledger_id}; {others_id}. {_NOT_COUNTED_ID} {stretch_id}"


def _many(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def span(minutes: int) -> tuple[str, str]:
    """A length of time in its two largest units; what is left beyond them is cut, never rounded up.

    >>> span(160), span(3 * 1_440), span(119)
    (('2 hours 40 minutes', '2 jam 40 menit'), ('3 days', '3 hari'), ('119 minutes', '119 menit'))
    """
    for (size, word, word_id), (below, lesser, lesser_id) in pairwise(_UNITS):
        if minutes >= 2 * size:
            number, left = minutes // size, minutes % size // below
            more, more_id = (f" {_many(left, lesser)}", f" {left} {lesser_id}") if left else ("", "")
            return f"{_many(number, word)}{more}", f"{number} {word_id}{more_id}"
    return _many(minutes, "minute"), f"{minutes} menit"


def _days(parts: Coincidence) -> tuple[str, str]:
    """From which day to which, where it is kept."""
    if not parts.since or not parts.until:
        return "", ""
    return (
        f" ({parts.since} to {parts.until}, by the first and last line of either way)",
        f" ({parts.since} sampai {parts.until}, menurut baris pertama dan terakhir dari kedua arah)",
    )


def _often(share: int) -> tuple[int, str, str]:
    """Of how many starting moments how many, to two figures at least; never a bare percentage, never a round nought."""
    for whole in (100, 1_000, 10_000):
        times = round(share * whole / 1_000_000)
        if times >= _TWO_FIGURES:
            return whole, str(times), str(times)
    return (10_000, str(times), str(times)) if times else (10_000, "fewer than one", "kurang dari satu")
