# SPDX-License-Identifier: Apache-2.0
"""What the time of a payment says beside the talk of an episode."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import timedelta
from math import log

from suluh.deals.facts.ledger import Line
from suluh.deals.talks.episodes import Episode, Talk
from suluh.model.trade import Term

EARLY = timedelta(minutes=15)
"""Clocks of phone and bank may differ by so much."""

_HOUR = timedelta(hours=1)
_TWO_DAYS = 48
_DAY = timedelta(days=1)
_SOON, _LATER = timedelta(hours=1), timedelta(hours=8)
"""From a payment to the buyer's word of it."""

_SENT = timedelta(days=2)


def when(talk: Talk, episode: Episode, line: Line) -> Iterator[Term]:
    """Terms on delay, on the buyer's word, on items sent, on the next trade of the two."""
    yield from _delay(episode, line)
    yield from _claim(talk, episode, line)
    yield from _sent(talk, line)
    if episode.ends is not None and line.start > episode.ends:
        yield Term(
            rule="next-began",
            score=-500_000,
            text="The two had begun another trade before this payment.",
            text_id="Keduanya sudah memulai jual beli lain sebelum pembayaran ini.",
        )


def _delay(episode: Episode, line: Line) -> Iterator[Term]:
    told = (*episode.openings, *episode.others)
    before = [one.at for one in told if one.at and one.at - EARLY <= line.end]
    if before:
        hours = max(0.0, (line.start - max(before)) / _HOUR)
        span, span_id = _spoken(hours)
        text = f"The payment follows the last word on price and order {span}."
        text_id = f"Pembayaran terjadi {span_id} setelah perkataan terakhir tentang harga dan pesanan."
        yield Term(rule="delay", score=-round(350_000 * log(1 + 2 * hours)), text=text, text_id=text_id)


def _claim(talk: Talk, episode: Episode, line: Line) -> Iterator[Term]:
    opened = episode.opened or line.start
    soonest = max(opened - EARLY, (line.start - _DAY) if line.at is None else line.end - EARLY)
    beside = talk.claims_within(soonest, line.end + (_LATER if line.at is None else _SOON))
    text = "The buyer's word of having paid stands beside this payment."
    text_id = "Perkataan pembeli bahwa ia sudah membayar berdekatan dengan pembayaran ini."
    if beside:
        yield Term(rule="claim", score=900_000 if line.at is None else 1_600_000, text=text, text_id=text_id)
    elif line.at is not None and talk.claims_within(soonest, line.end + _LATER):
        yield Term(rule="claim", score=700_000, text=text, text_id=text_id)
    elif _claims_own(talk, episode, line):
        yield Term(
            rule="claim",
            score=-800_000,
            text="The buyer's word of having paid stands at another time.",
            text_id="Perkataan pembeli bahwa ia sudah membayar ada pada waktu lain.",
        )
    elif episode.refused:
        yield Term(
            rule="not-paid-yet",
            score=-600_000,
            text="The buyer's last word was that nothing is paid yet.",
            text_id="Perkataan terakhir pembeli: belum membayar.",
        )


def _claims_own(talk: Talk, episode: Episode, line: Line) -> bool:
    """Whether the buyer claimed to have paid before another trade began, or within a day of the payment."""
    opened = episode.opened or line.start
    until = episode.ends or line.end + _DAY
    return bool(talk.claims_within(opened - EARLY, until) or talk.claims_within(line.end - _DAY, line.end + _DAY))


def _sent(talk: Talk, line: Line) -> Iterator[Term]:
    starts = talk.sent_times
    after = bisect_left(starts, line.start - EARLY)
    if after < len(starts) and starts[after] <= line.end + _SENT:
        yield Term(
            rule="then-sent",
            score=500_000,
            text="Items were sent after the payment.",
            text_id="Materi dikirim setelah pembayaran.",
        )
    elif after > 0 and starts[after - 1] >= line.start - _SENT:
        yield Term(
            rule="then-sent",
            score=-400_000,
            text="Items were sent before the payment.",
            text_id="Materi dikirim sebelum pembayaran.",
        )


def _spoken(hours: float) -> tuple[str, str]:
    """A span of time in English and Indonesian."""
    if hours < 1:
        return "within the hour", "dalam waktu satu jam"
    if hours < _TWO_DAYS:
        return f"after {round(hours)} hours", f"{round(hours)} jam"
    return f"after {round(hours / 24)} days", f"{round(hours / 24)} hari"
