# SPDX-License-Identifier: Apache-2.0
"""What the time of a payment says beside the talk of an episode."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain
from math import ceil, log
from operator import itemgetter
from typing import NamedTuple

from suluh.deals.facts.ledger import Line
from suluh.deals.money.signs import Level, Sign, sign
from suluh.deals.reading.acts import ACK, HANDOVER, PAYHOW
from suluh.deals.talks.episodes import Episode, Talk

EARLY = timedelta(minutes=15)
"""Clocks of phone and bank may differ by so much."""

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_TWO_DAYS = 48
_NEAR = ((timedelta(minutes=20), "twenty minutes"), (_HOUR, "an hour"), (timedelta(hours=8), "eight hours"))
"""From a payment to the buyer's word of it."""

_LATER = timedelta(hours=8)
_SENT = (
    (_HOUR, "an hour"),
    (timedelta(hours=3), "three hours"),
    (timedelta(hours=12), "twelve hours"),
    (2 * _DAY, "two days"),
)
"""From a payment to the items."""

_THANKS = timedelta(hours=3)

_WHERE = {
    True: (
        "The seller said where to pay shortly before this payment.",
        "Penjual mengatakan ke mana harus membayar tidak lama sebelum pembayaran ini.",
    ),
    False: (
        "The seller said where to pay on the day on which this payment is booked, or the evening before.",
        "Penjual mengatakan ke mana harus membayar pada hari pembukuan ini, atau malam sebelumnya.",
    ),
}
"""By whether the hour of the line is known."""

_AFTER = {
    True: ("Attachments or access were given after the payment.", "Lampiran atau akses diberikan setelah pembayaran."),
    False: (
        "Attachments or access were given on the day on which the payment is booked, or later; the order is not known.",
        "Lampiran atau akses diberikan pada hari pembukuan pembayaran atau sesudahnya; urutannya tidak diketahui.",
    ),
}
"""The same."""


class Span(NamedTuple):
    """A stretch of time."""

    first: datetime
    last: datetime


def when(talk: Talk, episode: Episode, line: Line) -> Iterator[Sign]:
    """Signs of delay, of the buyer's word, of where to pay, of items sent, of the next trade of the two."""
    yield from _delay(episode, line)
    yield from _claim(talk, episode, line)
    yield from _told_where(talk, line)
    yield from _sent(talk, line)
    yield from _answered(talk, line)
    if episode.ends is not None and line.start > episode.ends:
        text = "The two had begun another trade before this payment."
        text_id = "Keduanya sudah memulai jual beli lain sebelum pembayaran ini."
        yield sign("next-began", text, text_id, ("another trade had begun", 1))


def _delay(episode: Episode, line: Line) -> Iterator[Sign]:
    before = bisect_right(episode.dated, line.end + EARLY, key=itemgetter(0))
    if before:
        last, message = episode.dated[before - 1]
        hours = max(0.0, (line.start - last) / _HOUR)
        text, text_id = _late(hours, is_timed=line.at is not None)
        name = "delay" if line.at is not None else "delay of a line that knows its day"
        yield sign("delay", text, text_id, (name, log(1 + 2 * hours)), said=(message,))


def _claim(talk: Talk, episode: Episode, line: Line) -> Iterator[Sign]:
    beside = _beside(talk, episode, line)
    if beside is not None:
        text = "The buyer's word of having paid stands beside this payment."
        text_id = "Perkataan pembeli bahwa ia sudah membayar berdekatan dengan pembayaran ini."
        yield sign("claim", text, text_id, (f"said to be paid {beside}", 1))
    elif _claims_own(talk, episode, line):
        text = "The buyer's word of having paid stands at another time."
        text_id = "Perkataan pembeli bahwa ia sudah membayar ada pada waktu lain."
        yield sign("claim", text, text_id, ("said to be paid at another time", 1))
    else:
        if episode.refused:
            text = "The buyer's last word was that nothing is paid yet."
            text_id = "Perkataan terakhir pembeli: belum membayar."
            yield sign("not-paid-yet", text, text_id, ("said not to be paid yet", 1))
        yield from _speaks(talk, line)


def _beside(talk: Talk, episode: Episode, line: Line) -> str | None:
    """How near the buyer's word of having paid stands; null where it does not."""
    opened = episode.opened or line.start
    if line.at is None:
        if talk.claims_within(max(opened - EARLY, line.start), line.end):
            return "that day"
        soonest = max(opened - EARLY, line.start - _DAY)
        return "the day before or after" if talk.claims_within(soonest, line.end + _LATER) else None
    soonest = max(opened, line.at) - EARLY
    return next((f"within {name}" for late, name in _NEAR if talk.claims_within(soonest, line.at + late)), None)


def _speaks(talk: Talk, line: Line) -> Iterator[Sign]:
    """Whether the buyer writes anything beside the payment: a picture or a sign is often word of it."""
    if line.at is None:
        return
    stream, at = talk.timed, line.at
    for late, name in _NEAR:
        first, last = bisect_left(talk.times, at - EARLY), bisect_right(talk.times, at + late)
        written = next((one.message for one in stream[first:last] if one.side == talk.buyer), None)
        if written is not None:
            text = "The buyer writes beside this payment, without a word of having paid."
            text_id = "Pembeli menulis pesan berdekatan dengan pembayaran ini, tanpa mengatakan sudah membayar."
            yield sign("writes-beside", text, text_id, (f"buyer writes within {name}", 1), said=(written,))
            return


def _claims_own(talk: Talk, episode: Episode, line: Line) -> bool:
    """Whether the buyer claimed to have paid before another trade began, or within a day of the payment."""
    opened = episode.opened or line.start
    until = episode.ends or line.end + _DAY
    return bool(talk.claims_within(opened - EARLY, until) or talk.claims_within(line.end - _DAY, line.end + _DAY))


def _told_where(talk: Talk, line: Line) -> Iterator[Sign]:
    """Whether the seller said where to pay shortly before."""
    spans = ((_HOUR, "within an hour"), (_DAY, "within a day")) if line.at is not None else ((_DAY / 2, "that day"),)
    for early, name in spans:
        if said := _doing(talk, talk.seller, PAYHOW, Span(line.start - early, line.end)):
            text, text_id = _WHERE[line.at is not None]
            yield sign("told-where", text, text_id, (f"told where to pay {name}", 1), said=said)
            return


def _sent(talk: Talk, line: Line) -> Iterator[Sign]:
    starts = talk.sent_times
    after = bisect_left(starts, line.start - EARLY)
    spans = _SENT if line.at is not None else ((_DAY / 2, "that day"), (2 * _DAY, "the days after"))
    if after < len(starts):
        for late, name in spans:
            if starts[after] <= line.end + late:
                text, text_id = _AFTER[line.at is not None]
                yield sign("then-sent", text, text_id, (f"items sent {'' if line.at is None else 'within '}{name}", 1))
                return
    if after > 0 and starts[after - 1] >= line.start - 2 * _DAY:
        text, text_id = (
            "Attachments or access were given before the payment.",
            "Lampiran atau akses diberikan sebelum pembayaran.",
        )
        yield sign("then-sent", text, text_id, ("items sent before", 1))


def _answered(talk: Talk, line: Line) -> Iterator[Sign]:
    """Whether the seller thanks, or hands over in words, shortly after."""
    if line.at is None:
        return
    span = Span(line.at - EARLY, line.at + _THANKS)
    heard = (("seller acknowledges", ACK), ("seller hands over in words", HANDOVER))
    found = {(name, 1.0): _doing(talk, talk.seller, act, span) for name, act in heard}
    levels: list[Level] = [level for level, said in found.items() if said]
    if levels:
        said = tuple(dict.fromkeys(chain.from_iterable(found.values())))
        text = "The seller acknowledged it, or spoke of handing over, within three hours."
        text_id = "Penjual membenarkan pembayaran, atau bicara tentang pengiriman, dalam tiga jam."
        yield sign("then-answered", text, text_id, *levels, said=said)


def _doing(talk: Talk, side: str, act: int, span: Span) -> tuple[str, ...]:
    """The messages in which a side does something within a span of time."""
    first, last = bisect_left(talk.times, span.first), bisect_right(talk.times, span.last)
    return tuple(one.message for one in talk.timed[first:last] if one.side == side and one.does(act))


def _late(hours: float, *, is_timed: bool) -> tuple[str, str]:
    """How long after the last word a line follows; of one that knows its day alone no hour is said."""
    if is_timed:
        span, span_id = _spoken(hours)
        return (
            f"The payment follows the last word on price and order {span}.",
            f"Pembayaran terjadi {span_id} setelah perkataan terakhir tentang harga dan pesanan.",
        )
    days = ceil(hours / 24)
    if days == 0:
        return (
            "The payment is booked on the day of the last word on price and order; which came first is not known.",
            "Pembayaran dibukukan pada hari perkataan terakhir tentang harga dan pesanan; urutannya tidak diketahui.",
        )
    return (
        f"The payment is booked {days} days after the last word on price and order.",
        f"Pembayaran dibukukan {days} hari setelah perkataan terakhir tentang harga dan pesanan.",
    )


def _spoken(hours: float) -> tuple[str, str]:
    """A span of time in English and Indonesian."""
    if hours < 1:
        return "within the hour", "dalam waktu satu jam"
    if hours < _TWO_DAYS:
        return f"after {round(hours)} hours", f"{round(hours)} jam"
    return f"after {round(hours / 24)} days", f"{round(hours / 24)} hari"
