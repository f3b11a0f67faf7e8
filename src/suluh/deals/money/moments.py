# SPDX-License-Identifier: Apache-2.0
"""What the time of a payment says beside the talk of an episode."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import chain
from math import ceil, log
from operator import itemgetter
from typing import NamedTuple

from suluh.deals.facts.ledger import Line
from suluh.deals.facts.saying import span
from suluh.deals.money.signs import Level, Side, Sign, sign
from suluh.deals.money.spoken import cited_as_paid
from suluh.deals.reading.acts import ACK, HANDOVER, PAYHOW
from suluh.deals.talks.episodes import Episode, Talk
from suluh.deals.words.signals import Signal

EARLY = timedelta(minutes=15)
"""Clocks of phone and bank may differ by so much."""

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_NEAR = (
    (timedelta(minutes=20), "twenty minutes", "dua puluh menit"),
    (_HOUR, "an hour", "satu jam"),
    (timedelta(hours=8), "eight hours", "delapan jam"),
)
"""From a payment to the buyer's word of it."""

_LATER = timedelta(hours=8)
_SENT = (
    (_HOUR, "within an hour", "satu jam"),
    (timedelta(hours=3), "within three hours", "tiga jam"),
    (timedelta(hours=12), "within twelve hours", "dua belas jam"),
    (2 * _DAY, "within two days", "dua hari"),
)
_SENT_BY_DAY = ((_DAY / 2, "that day", ""), (2 * _DAY, "the days after", ""))
"""From a payment to the items; of a line that knows its day alone."""

_TOLD = ((_HOUR, "within an hour", "satu jam"), (_DAY, "within a day", "satu hari"))
_TOLD_BY_DAY = ((_DAY / 2, "that day", ""),)
"""From the word of where to pay to the payment; of a line that knows its day alone."""

_THANKS = timedelta(hours=3)


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
        yield sign("next-began", text, text_id, ("another trade had begun", 1), side="against")


def _delay(episode: Episode, line: Line) -> Iterator[Sign]:
    """How long after the last word: weighed with what is said while clocks may differ, told of what came before alone.

    A payment within an hour of the last word before it has no delay that could speak against it.
    """
    before = bisect_right(episode.dated, line.end + EARLY, key=itemgetter(0))
    if not before:
        return
    hours = _hours(episode.dated[before - 1][0], line)
    name = "delay" if line.at is not None else "delay of a line that knows its day"
    level = (name, log(1 + 2 * hours))
    first = bisect_right(episode.dated, line.end, key=itemgetter(0))
    if not first:
        text = "The payment stands before the first word of this deal."
        text_id = "Pembayaran tercatat sebelum perkataan pertama rangkaian ini."
        yield sign("delay", text, text_id, level, said=(episode.dated[0][1],), side="against")
        return
    last, message = episode.dated[first - 1]
    text, text_id = _late(_hours(last, line), is_timed=line.at is not None)
    yield sign("delay", text, text_id, level, said=(message,), side="against" if text else "neither")


def _hours(said: datetime, line: Line) -> float:
    return max(0.0, (line.start - said) / _HOUR)


def _claim(talk: Talk, episode: Episode, line: Line) -> Iterator[Sign]:
    beside = _beside(talk, episode, line)
    if beside is not None:
        level, text, text_id, said = beside
        text = f"The buyer speaks of having paid, or asks whether it came, {text}."
        text_id = f"Pembeli berbicara tentang sudah membayar, atau menanyakan apakah sudah masuk, {text_id}."
        yield _told_of("for", text, text_id, (level, 1), cited_as_paid(said, episode, line))
    elif said := _claims_own(talk, episode, line):
        text = "The buyer speaks of having paid, or asks whether it came, at another time than that of this payment."
        text_id = "Pembeli berbicara tentang sudah membayar, atau menanyakan apakah sudah masuk, pada waktu lain, "
        text_id += "bukan di dekat pembayaran ini."
        level_of = ("said to be paid at another time", 1.0)
        yield _told_of("against", text, text_id, level_of, cited_as_paid(said, episode, line))
    else:
        if episode.refused:
            text = "Nothing is paid yet, says a message of this deal; none beside this payment speaks of having paid."
            text_id = "Satu pesan rangkaian ini menyebut belum dibayar; tidak ada pesan di dekat pembayaran ini yang "
            text_id += "berbicara tentang sudah membayar."
            said = [one for one in episode.others if "unpaid" in one.cues]
            level = "said not to be paid yet"
            yield sign("not-paid-yet", text, text_id, (level, 1), said=_ids(said), side="against")
        yield from _speaks(talk, line)


def _told_of(side: Side, text: str, text_id: str, level: Level, said: Iterable[Signal]) -> Sign:
    """The sign of the buyer's word, by the messages that may be cited; where none may be, it is weighed unsaid."""
    names = _ids(said)
    return sign("claim", text, text_id, level, said=names, side=side if names else "neither")


def _beside(talk: Talk, episode: Episode, line: Line) -> tuple[str, str, str, list[Signal]] | None:
    """How near the buyer's word of having paid stands, in words, with the messages; null where it does not."""
    opened = episode.opened or line.start
    if line.at is None:
        if said := talk.claims_within(max(opened - EARLY, line.start), line.end):
            return "said to be paid that day", "on the day of this payment", "pada hari pembayaran ini", said
        soonest = max(opened - EARLY, line.start - _DAY)
        if said := talk.claims_within(soonest, line.end + _LATER):
            text, text_id = "the day before or after this payment", "sehari sebelum atau sesudah pembayaran ini"
            return "said to be paid the day before or after", text, text_id, said
        return None
    soonest = max(opened, line.at) - EARLY
    for late, name, name_id in _NEAR:
        if said := talk.claims_within(soonest, line.at + late):
            text = f"from a quarter of an hour before this payment to {name} after it"
            text_id = f"antara seperempat jam sebelum dan {name_id} sesudah pembayaran ini"
            return f"said to be paid within {name}", text, text_id, said
    return None


def _speaks(talk: Talk, line: Line) -> Iterator[Sign]:
    """Whether the buyer writes anything beside the payment: a picture or a sign is often word of it."""
    if line.at is None:
        return
    stream, at = talk.timed, line.at
    for late, name, name_id in _NEAR:
        first, last = bisect_left(talk.times, at - EARLY), bisect_right(talk.times, at + late)
        written = next((one.message for one in stream[first:last] if one.side == talk.buyer), None)
        if written is not None:
            text = f"The buyer writes from a quarter of an hour before this payment to {name} after it, without a word "
            text += "of having paid."
            text_id = f"Pembeli menulis pesan antara seperempat jam sebelum dan {name_id} sesudah pembayaran ini, "
            text_id += "tanpa perkataan tentang sudah membayar."
            yield sign("writes-beside", text, text_id, (f"buyer writes within {name}", 1), said=(written,))
            return


def _claims_own(talk: Talk, episode: Episode, line: Line) -> list[Signal]:
    """What the buyer said of having paid before another trade began, or within a day of the payment."""
    opened = episode.opened or line.start
    until = episode.ends or line.end + _DAY
    return talk.claims_within(opened - EARLY, until) or talk.claims_within(line.end - _DAY, line.end + _DAY)


def _told_where(talk: Talk, line: Line) -> Iterator[Sign]:
    """Whether the seller said where to pay shortly before."""
    for early, name, name_id in _TOLD if line.at is not None else _TOLD_BY_DAY:
        if said := _doing(talk, talk.seller, PAYHOW, Span(line.start - early, line.end)):
            named = [one for one in said if one.named.accounts or one.named.is_strange]
            what, what_id = ("where", "ke mana") if named else ("where or how", "ke mana atau bagaimana")
            text = f"The seller said {what} to pay, {name} before this payment."
            text_id = f"Penjual mengatakan {what_id} harus membayar, dalam {name_id} sebelum pembayaran ini."
            if line.at is None:
                text = f"The seller said {what} to pay on the day on which this payment is booked, or the evening "
                text += "before."
                text_id = f"Penjual mengatakan {what_id} harus membayar pada hari pembukuan ini, atau malam sebelumnya."
            yield sign("told-where", text, text_id, (f"told where to pay {name}", 1), said=_ids(named or said))
            return


def _sent(talk: Talk, line: Line) -> Iterator[Sign]:
    """Whether items or access follow the payment; what stands before it within the difference of clocks is said so."""
    starts = talk.sent_times
    after = bisect_left(starts, line.start - EARLY)
    if after < len(starts):
        for late, name, name_id in _SENT if line.at is not None else _SENT_BY_DAY:
            if starts[after] <= line.end + late:
                one = talk.began_to_send[after]
                text, text_id = _given(one, line, (name, name_id))
                yield sign("then-sent", text, text_id, (f"items sent {name}", 1), said=(one.message,))
                return
    if after > 0 and starts[after - 1] >= line.start - 2 * _DAY:
        text = "Attachments were sent, or a link or word of access, before the payment."
        text_id = "Lampiran, tautan, atau perkataan tentang akses diberikan sebelum pembayaran."
        said = (talk.began_to_send[after - 1].message,)
        yield sign("then-sent", text, text_id, ("items sent before", 1), said=said, side="against")


_BOOKED, _BOOKED_ID = "on the day on which the payment is booked", "pada hari pembukuan pembayaran"
_ONE_ZONE = f"{_BOOKED} by the clock of one of the country's zones"
_ONE_ZONE_ID = f"{_BOOKED_ID} menurut jam salah satu zona waktu negara ini"
_ZONES = timedelta(hours=2)
"""So far the clocks of the country's zones lie apart: a day alone begins with the first and ends with the last."""


def _on_the_day(at: datetime | None, line: Line) -> tuple[str, str]:
    """That something stands on the day of a line, with the other day that some zone of the country has for it."""
    if at is not None and at < line.start + _ZONES:
        return (
            f"{_ONE_ZONE}, late on the evening before by another",
            f"{_ONE_ZONE_ID}, larut malam sebelumnya di zona lain",
        )
    if at is not None and at >= line.end - _ZONES:
        return f"{_ONE_ZONE}, early on the day after by another", f"{_ONE_ZONE_ID}, dini hari sesudahnya di zona lain"
    return _BOOKED, _BOOKED_ID


def _given(one: Signal, line: Line, late: tuple[str, str]) -> tuple[str, str]:
    """What was given, and when by the records themselves."""
    things = "Attachments were sent, or a link or word of access"
    things_id = "Lampiran, tautan, atau perkataan tentang akses diberikan"
    if line.at is None and one.at is not None and one.at >= line.end:
        return (
            f"{things}, after the day on which the payment is booked.",
            f"{things_id} setelah hari pembukuan pembayaran.",
        )
    if line.at is None:
        day, day_id = _on_the_day(one.at, line)
        return (
            f"{things}, {day}; which of the two came first is not known.",
            f"{things_id} {day_id}; mana yang lebih dahulu tidak diketahui.",
        )
    if not one.may_follow(line.at):
        return (
            f"{things}, a quarter of an hour before the payment at most: the clocks may differ by as much.",
            f"{things_id} paling lama seperempat jam sebelum pembayaran: jam keduanya dapat berselisih sebesar itu.",
        )
    return f"{things}, {late[0]} after the payment.", f"{things_id} dalam {late[1]} setelah pembayaran."


def _answered(talk: Talk, line: Line) -> Iterator[Sign]:
    """Whether the seller assents, or hands over in words, shortly after; what stands before the payment is no answer.

    It is weighed with what stands before it while clocks may differ, and told of what may have come after it alone.
    """
    if line.at is None:
        return
    at, near = line.at, Span(line.at - EARLY, line.at + _THANKS)
    heard = (("seller acknowledges", ACK), ("seller hands over in words", HANDOVER))
    found = {(name, 1.0): _doing(talk, talk.seller, act, near) for name, act in heard}
    levels: list[Level] = [level for level, said in found.items() if said]
    if levels:
        after = [one for one in chain.from_iterable(found.values()) if one.may_follow(at)]
        worded = [one for one in after if one.worded]
        text, text_id = _WORDED if worded else _WORDLESS
        yield sign(
            "then-answered", text, text_id, *levels, said=_ids(worded or after), side="for" if after else "neither"
        )


_WORDED = (
    (
        "Within three hours after this payment the seller answers with a word of assent or thanks, or speaks of "
        "handing over; whether of this payment it does not say."
    ),
    (
        "Dalam tiga jam setelah pembayaran ini penjual menjawab dengan kata setuju atau terima kasih, atau bicara "
        "tentang pengiriman; tidak disebut apakah tentang pembayaran ini."
    ),
)
_WORDLESS = (
    (
        "Within three hours after this payment the seller sends something without a written word (attachments or "
        "signs alone), where one assents or hands over; whether for this payment it does not say."
    ),
    (
        "Dalam tiga jam setelah pembayaran ini penjual mengirim sesuatu tanpa kata tertulis (hanya lampiran atau "
        "tanda), di tempat orang menyetujui atau menyerahkan; tidak disebut apakah untuk pembayaran ini."
    ),
)


def _doing(talk: Talk, side: str, act: int, near: Span) -> list[Signal]:
    """The messages in which a side does something within a span of time."""
    first, last = bisect_left(talk.times, near.first), bisect_right(talk.times, near.last)
    return [one for one in talk.timed[first:last] if one.side == side and one.does(act)]


def _ids(said: Iterable[Signal]) -> tuple[str, ...]:
    """Each message once."""
    return tuple(dict.fromkeys(one.message for one in said))


def _late(hours: float, *, is_timed: bool) -> tuple[str, str]:
    """How long a line follows the last word before it; empty within an hour, and no hour of one that knows its day."""
    if hours < 1:
        return "", ""
    long, long_id = span(round(60 * hours))
    stands, stands_id = f"stands {long} after", f"tercatat {long_id} setelah"
    if not is_timed:
        days = ceil(hours / 24)
        many = "1 calendar day" if days == 1 else f"{days} calendar days"
        stands, stands_id = f"is booked at least {many} after", f"dibukukan sedikitnya {days} hari kalender setelah"
    last = "the last message of this deal before it, leaving out what was sent and words of having paid"
    last_id = "pesan terakhir rangkaian ini sebelumnya, tidak termasuk kiriman dan perkataan tentang sudah membayar"
    return f"The payment {stands} {last}.", f"Pembayaran {stands_id} {last_id}."
