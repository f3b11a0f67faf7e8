# SPDX-License-Identifier: Apache-2.0
"""Which reasons of a deal rest on the clock of an exhibit, and how many of them stay if that clock or zone was wrong.

A reason that compares messages with a booked line rests on which of them came first. The clock of the messages is
moved against that of the statement, which stays: a bank prints its own zone, whatever the phone was set to. Counted is
in how many of these reasons every such order stays, and the others are named. Where the record fixes the instant by
itself, another zone of the exhibit changes nothing.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from suluh.case.papers.material import Material
from suluh.model.times import ZONES
from suluh.model.trade import Deal, Term
from suluh.referral.papers.values import Both

TIMED: Mapping[str, Both] = {
    "delay": Both("payment after the last words", "pembayaran setelah perkataan terakhir"),
    "claim": Both("word of having paid", "perkataan sudah membayar"),
    "told-where": Both("where to pay told before it", "tujuan pembayaran disebut sebelumnya"),
    "then-sent": Both("giving after it", "pemberian setelahnya"),
    "then-answered": Both("seller's answer after it", "jawaban penjual setelahnya"),
}
"""Rules that compare the time of a message with that of a booked line, and what each compares."""

HOUR = timedelta(hours=1)


class Pair(NamedTuple):
    """One message and one booked line that a reason compares."""

    said: datetime
    booked: datetime
    zone: str | None
    """The zone of its exhibit by which the message has its instant; null where the record fixes it."""


class Timed(NamedTuple):
    """A reason that compares times."""

    rule: str
    pairs: tuple[Pair, ...]


def told(material: Material, deal: Deal) -> Iterator[Both]:
    """Which times a deal rests on, and what stays if they were wrong."""
    said = [one for one in (*deal.reasons_for, *deal.reasons_against) if one.rule in TIMED]
    reasons = [Timed(one.rule, pairs) for one in said if (pairs := tuple(_pairs(material, one)))]
    if not reasons:
        yield Both(
            "No reason compares the time of a message with that of a booked line.",
            "Tidak ada alasan yang membandingkan waktu pesan dengan waktu baris rekening.",
        )
        return
    whole = len(reasons)
    fast, slow = (_staying(reasons, tuple(_later(one.pairs, by) for one in reasons)) for by in (-HOUR, HOUR))
    yield Both(
        f"{_many(whole)} the time of messages with that of a booked line. Which came first stays in {fast.english} "
        f"if the clock of the messages was an hour fast, in {slow.english} if it was an hour slow; how long it took "
        "changes by as much.",
        f"{whole} alasan membandingkan waktu pesan dengan waktu baris rekening. Urutannya tetap pada "
        f"{fast.indonesian} bila jam pesan terlalu cepat satu jam, pada {slow.indonesian} bila terlalu lambat satu "
        "jam; lamanya berubah sebesar itu juga.",
    )
    yield _zones(reasons)


def _zones(reasons: list[Timed]) -> Both:
    """What stays in each of the zones of the country, where the exhibit's zone decides the times of messages."""
    zones = {pair.zone for one in reasons for pair in one.pairs if pair.zone}
    if not zones:
        return Both(
            "The record fixes the instant of these messages itself: another zone of the exhibit changes nothing.",
            "Catatan sendiri menetapkan saat pesan-pesan ini: zona barang bukti yang lain tidak mengubah apa pun.",
        )
    found: dict[Both, list[str]] = {}
    names = sorted({ZONES.get(zone, zone) for zone in zones})
    for short, zone in {short: zone for zone, short in reversed(ZONES.items())}.items():
        if short not in names:
            moved = tuple(tuple(_moved(pair, zone) for pair in one.pairs) for one in reasons)
            found.setdefault(_staying(reasons, moved), []).append(short)
    english, indonesian = (
        ", ".join(f"{'/'.join(short)} {getattr(kept, tongue)}" for kept, short in found.items())
        for tongue in ("english", "indonesian")
    )
    listed = ", ".join(names)
    return Both(
        f"The messages are dated by the zone of the exhibit ({listed}). If the phone's clock ran in another one, and "
        f"booked lines stay as they are, the order stays: {english}.",
        f"Waktu pesan mengikuti zona barang bukti ({listed}). Bila jam ponsel memakai zona lain, dan baris rekening "
        f"tetap, urutannya tetap: {indonesian}.",
    )


def _pairs(material: Material, term: Term) -> Iterator[Pair]:
    said = [one for name in term.rests if (one := material.messages.get(name)) and one.at and one.record.sent]
    paid = [
        booked
        for name in term.rests
        if (booked := material.payments.get(name))
        and booked.at
        and booked.record.at
        and booked.record.at.precision != "day"
    ]
    for message in said:
        sent = message.record.sent
        zone = None if sent is None or sent.at else material.zones.get(message.record.place.exhibit)
        for line in paid:
            yield Pair(datetime.fromisoformat(message.at or ""), datetime.fromisoformat(line.at or ""), zone)


def _later(pairs: tuple[Pair, ...], by: timedelta) -> tuple[Pair, ...]:
    """The same where the messages were really sent so much later."""
    return tuple(pair._replace(said=pair.said + by) for pair in pairs)


def _staying(reasons: list[Timed], moved: tuple[tuple[Pair, ...], ...]) -> Both:
    """In how many reasons each order stays once their messages are moved, and what the others compare."""
    lost = [TIMED[was.rule] for was, new in zip(reasons, moved, strict=True) if _order(was.pairs) != _order(new)]
    whole, kept = len(reasons), len(reasons) - len(lost)
    names = tuple(dict.fromkeys(lost))
    english, indonesian = (", ".join(getattr(one, tongue) for one in names) for tongue in ("english", "indonesian"))
    if not lost:
        return Both(f"{kept} of {whole}", f"{kept} dari {whole}")
    return Both(f"{kept} of {whole} (not: {english})", f"{kept} dari {whole} (tidak: {indonesian})")


def _order(pairs: tuple[Pair, ...]) -> list[bool]:
    return [pair.said <= pair.booked for pair in pairs]


def _moved(pair: Pair, zone: str) -> Pair:
    """The same with the local time of a message that follows the exhibit's zone read in another one."""
    if pair.zone is None:
        return pair
    return pair._replace(said=pair.said.astimezone(ZoneInfo(pair.zone)).replace(tzinfo=ZoneInfo(zone)))


def _many(number: int) -> str:
    return "1 reason compares" if number == 1 else f"{number} reasons compare"
