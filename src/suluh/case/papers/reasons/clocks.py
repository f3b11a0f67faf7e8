# SPDX-License-Identifier: Apache-2.0
"""Which reasons of a deal rest on the clock of an exhibit, and how many of them stay if that clock or zone was wrong.

A reason that compares messages with a booked line rests on which of them came first, or, where the line has its day
alone, on whether they stand on that day. The clock of the messages is moved against that of the statement, which stays:
a bank prints its own zone, whatever the phone was set to. Counted is in how many of these reasons every such order
stays, and the others are named. Where the record fixes the instant of a message by itself, what is moved is the zone of
a booked line that is printed without one, or the zone in which the day of the message is told.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from suluh.case.papers.material import Material
from suluh.case.views.records import Shown
from suluh.model.talk import Message
from suluh.model.times import HOME_ZONE, ZONES
from suluh.model.trade import Deal, Payment, Term
from suluh.referral.papers.values import Both

TIMED: Mapping[str, Both] = {
    "delay": Both("payment after the last words", "pembayaran setelah perkataan terakhir"),
    "claim": Both("word of having paid", "perkataan sudah membayar"),
    "writes-beside": Both("buyer's message beside it", "pesan pembeli di dekatnya"),
    "told-where": Both("where to pay told before it", "tujuan pembayaran disebut sebelumnya"),
    "then-sent": Both("giving after it", "pemberian setelahnya"),
    "then-answered": Both("seller's answer after it", "jawaban penjual setelahnya"),
}
"""Rules that compare the time of a message with that of a booked line, and what each compares."""

HOUR = timedelta(hours=1)


class Pair(NamedTuple):
    """One message and one booked line that a reason compares."""

    said: datetime
    booked: datetime | date
    """Its instant, or its day where it has no more."""

    zone: str | None
    """The zone of its exhibit by which the message has its instant; null where the record fixes it."""

    home: str
    """The zone in which the day of the message is told."""

    line_zone: str | None = None
    """The zone of its exhibit by which the booked line has its instant; null where the record fixes it, or has none."""

    @property
    def is_timed(self) -> bool:
        """Whether the booked line has a time."""
        return isinstance(self.booked, datetime)


class Timed(NamedTuple):
    """A reason that compares times."""

    rule: str
    pairs: tuple[Pair, ...]


def told(material: Material, deal: Deal) -> Iterator[Both]:
    """Which times a deal rests on, and what stays if they were wrong."""
    said = [one for one in (*deal.reasons_for, *deal.reasons_against) if one.rule in TIMED]
    compared = [Timed(one.rule, tuple(_pairs(material, one))) for one in said]
    by_time, by_day = (
        [Timed(one.rule, pairs) for one in compared if (pairs := tuple(p for p in one.pairs if p.is_timed == timed))]
        for timed in (True, False)
    )
    if by_time:
        yield _of_times(by_time)
        yield from _zones(by_time)
    if by_day:
        yield _of_days(by_day)
    if not by_time and not by_day:
        yield Both(
            "No reason compares the time or day of a message with that of a booked line.",
            "Tidak ada alasan yang membandingkan waktu atau tanggal pesan dengan waktu atau tanggal baris rekening.",
        )


def _of_times(reasons: list[Timed]) -> Both:
    """What stays of which came first if the clock of the messages was an hour off."""
    whole, (fast, slow) = len(reasons), _hour_off(reasons)
    return Both(
        f"{_many(whole)} the time of messages with that of a booked line. Which came first stays in {fast.english} "
        f"if the clock of the messages was an hour fast, in {slow.english} if it was an hour slow; how long it took "
        "changes by as much.",
        f"{whole} alasan membandingkan waktu pesan dengan waktu baris rekening. Urutannya tetap pada "
        f"{fast.indonesian} bila jam pesan terlalu cepat satu jam, pada {slow.indonesian} bila terlalu lambat satu "
        "jam; lamanya berubah sebesar itu juga.",
    )


def _of_days(reasons: list[Timed]) -> Both:
    """What stays of the day of messages, beside a booked line that has its day alone."""
    whole, (fast, slow) = len(reasons), _hour_off(reasons)
    homes = {pair.home for one in reasons for pair in one.pairs}
    zones, listed = _in_other_zones(reasons, homes, _in_zone), ", ".join(_short(homes))
    return Both(
        f"{_many(whole)} the day of messages with that of a booked line, which has no time. Whether they stand before, "
        f"on or after that day stays in {fast.english} if the clock of the messages was an hour fast, in "
        f"{slow.english} if it was an hour slow. Days of messages are told in {listed}; by another zone of the phone, "
        f"or of the bank where the record fixes the instant of a message, it stays: {zones.english}.",
        f"{whole} alasan membandingkan tanggal pesan dengan tanggal baris rekening yang tidak memuat jam. Letaknya "
        f"(sebelum, pada, atau sesudah tanggal itu) tetap pada {fast.indonesian} bila jam pesan terlalu cepat satu "
        f"jam, pada {slow.indonesian} bila terlalu lambat satu jam. Tanggal pesan mengikuti {listed}; menurut zona "
        "ponsel yang lain, atau zona bank bila catatan sendiri menetapkan saat pesan, letaknya tetap: "
        f"{zones.indonesian}.",
    )


def _zones(reasons: list[Timed]) -> Iterator[Both]:
    """What stays in each of the zones of the country, where an exhibit's zone decides the times of messages or lines.

    Messages are moved where they follow it; where the record fixes them, booked lines that follow it.
    """
    pairs = [pair for one in reasons for pair in one.pairs]
    if zones := {pair.zone for pair in pairs if pair.zone}:
        kept, listed = _in_other_zones(reasons, zones, _in_zone), ", ".join(_short(zones))
        yield Both(
            f"The messages are dated by the zone of the exhibit ({listed}). If the phone's clock ran in another one, "
            f"and booked lines stay as they are, the order stays: {kept.english}.",
            f"Waktu pesan mengikuti zona barang bukti ({listed}). Bila jam ponsel memakai zona lain, dan baris "
            f"rekening tetap, urutannya tetap: {kept.indonesian}.",
        )
    if zones := {pair.line_zone for pair in pairs if pair.line_zone and not pair.zone}:
        kept, listed = _in_other_zones(reasons, zones, _booked_in_zone), ", ".join(_short(zones))
        yield Both(
            "The record fixes the instant of messages itself (by a zone or a count of seconds, which the printed time "
            "need not show), and no record that of the booked line: it is dated by the zone of its exhibit "
            f"({listed}). If the bank wrote in another one, the order stays: {kept.english}.",
            "Catatan sendiri menetapkan saat pesan (dengan zona atau hitungan detik, yang tidak selalu tampak pada "
            "waktu tercetak), tetapi tidak ada catatan yang menetapkan saat baris rekening: waktunya mengikuti zona "
            f"barang buktinya ({listed}). Bila bank memakai zona lain, urutannya tetap: {kept.indonesian}.",
        )
    if not any(pair.zone or pair.line_zone for pair in pairs):
        yield Both(
            "The records fix the instant of these messages and booked lines themselves (by a zone or a count of "
            "seconds, which the printed time need not show): another zone of the exhibit changes nothing.",
            "Catatan sendiri menetapkan saat pesan dan baris rekening ini (dengan zona atau hitungan detik, yang tidak "
            "selalu tampak pada waktu tercetak): zona barang bukti yang lain tidak mengubah apa pun.",
        )


def _in_other_zones(reasons: list[Timed], zones: Iterable[str], moved: Callable[[Pair, str], Pair]) -> Both:
    """What stays in each zone of the country that is none of these, zones with the same outcome together."""
    found, known = dict[Both, list[str]](), _short(zones)
    for short, zone in {short: zone for zone, short in reversed(ZONES.items())}.items():
        if short not in known:
            kept = tuple(tuple(moved(pair, zone) for pair in one.pairs) for one in reasons)
            found.setdefault(_staying(reasons, kept), []).append(short)
    english, indonesian = (
        ", ".join(f"{'/'.join(short)} {getattr(kept, tongue)}" for kept, short in found.items())
        for tongue in ("english", "indonesian")
    )
    return Both(english, indonesian)


def _short(zones: Iterable[str]) -> list[str]:
    return sorted({ZONES.get(zone, zone) for zone in zones})


def _pairs(material: Material, term: Term) -> Iterator[Pair]:
    said = [one for name in term.rests if (one := material.messages.get(name)) and one.at and one.record.sent]
    paid = [line for name in term.rests if (line := material.payments.get(name))]
    for message in said:
        home = material.zones.get(message.record.place.exhibit)
        zone = None if message.record.sent is None or message.record.sent.at else home
        for line in paid:
            if at := _booked(line):
                line_zone = None if _is_fixed(line) else material.zones.get(line.record.place.exhibit)
                yield Pair(_instant(message), at, zone, home or HOME_ZONE, line_zone)


def _booked(line: Shown[Payment]) -> datetime | date | None:
    """When a line was booked: as exactly as its statement says."""
    written = line.record.at
    if line.at and written and written.precision != "day":
        return datetime.fromisoformat(line.at)
    day = line.record.booked or (written.local if written else None)
    return date.fromisoformat(day[:10]) if day else None


def _is_fixed(line: Shown[Payment]) -> bool:
    """Whether its record fixes its instant, or has none."""
    return line.record.at is None or line.record.at.precision == "day" or line.record.at.at is not None


def _instant(message: Shown[Message]) -> datetime:
    return datetime.fromisoformat(message.at or "")


def _hour_off(reasons: list[Timed]) -> tuple[Both, Both]:
    """What stays if the clock of the messages was an hour fast, and if it was an hour slow."""
    fast, slow = (_staying(reasons, tuple(_later(one.pairs, by) for one in reasons)) for by in (-HOUR, HOUR))
    return fast, slow


def _later(pairs: tuple[Pair, ...], by: timedelta) -> tuple[Pair, ...]:
    """The same where the messages were really sent so much later."""
    return tuple(pair._replace(said=pair.said + by) for pair in pairs)


def _staying(reasons: list[Timed], moved: tuple[tuple[Pair, ...], ...]) -> Both:
    """In how many reasons each order stays once their messages are moved, and what the others compare.

    Apart from them stand reasons of which some messages keep their order and others do not: any one may bear them.
    """
    lost, partly = list[Both](), list[Both]()
    for was, new in zip(reasons, moved, strict=True):
        turned = [old != now for old, now in zip(_order(was.pairs), _order(new), strict=True)]
        if any(turned):
            (lost if all(turned) else partly).append(TIMED[was.rule])
    whole, kept = len(reasons), len(reasons) - len(lost) - len(partly)
    said = [
        (f"{word}: {_listed(names, 'english')}", f"{word_id}: {_listed(names, 'indonesian')}")
        for names, word, word_id in ((lost, "not", "tidak"), (partly, *_PARTLY))
        if names
    ]
    if not said:
        return Both(f"{kept} of {whole}", f"{kept} dari {whole}")
    english, indonesian = ("; ".join(parts) for parts in zip(*said, strict=True))
    return Both(f"{kept} of {whole} ({english})", f"{kept} dari {whole} ({indonesian})")


_PARTLY = "by some of its messages and not by others", "menurut sebagian pesannya, tidak menurut yang lain"


def _listed(names: Iterable[Both], tongue: str) -> str:
    return ", ".join(getattr(one, tongue) for one in dict.fromkeys(names))


def _order(pairs: tuple[Pair, ...]) -> list[int]:
    """For each pair whether the message comes first; beside a day, whether it stands before, on or after it."""
    return [_compared(pair) for pair in pairs]


def _compared(pair: Pair) -> int:
    if isinstance(pair.booked, datetime):
        return pair.said <= pair.booked
    told = pair.said.astimezone(ZoneInfo(pair.home)).date()
    return (told > pair.booked) - (told < pair.booked)


def _in_zone(pair: Pair, zone: str) -> Pair:
    """The same with the local time of a message that follows the exhibit's zone read in another one.

    Where the record fixes it, its day is told in that other zone.
    """
    if pair.zone is None:
        return pair._replace(home=zone)
    return pair._replace(said=_read_in(pair.said, pair.zone, zone))


def _booked_in_zone(pair: Pair, zone: str) -> Pair:
    """The same with the local time of a booked line that follows the exhibit's zone read in another one.

    That is moved beside messages that the record fixes alone.
    """
    if pair.zone is not None or pair.line_zone is None or not isinstance(pair.booked, datetime):
        return pair
    return pair._replace(booked=_read_in(pair.booked, pair.line_zone, zone))


def _read_in(at: datetime, known: str, zone: str) -> datetime:
    return at.astimezone(ZoneInfo(known)).replace(tzinfo=ZoneInfo(zone))


def _many(number: int) -> str:
    return "1 reason compares" if number == 1 else f"{number} reasons compare"
