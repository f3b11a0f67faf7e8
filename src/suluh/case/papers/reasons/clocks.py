# SPDX-License-Identifier: Apache-2.0
"""Which reasons of a deal rest on the clock of an exhibit, and how many of them stay if that clock or zone was wrong.

A reason that compares messages with a booked line rests on which of them came first. The clock of the messages is
moved against that of the statement, and counted is in how many of these reasons every such order stays. Where the
record fixes the instant by itself, another zone of the exhibit changes nothing.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from suluh.case.papers.material import Material
from suluh.model.times import ZONES
from suluh.model.trade import Deal, Term
from suluh.referral.papers.values import Both

TIMED = frozenset({"delay", "claim", "told-where", "then-sent", "then-answered"})
"""Rules that compare the time of a message with that of a booked line."""

HOUR = timedelta(hours=1)
_ALSO = ", and booked lines on that exhibit as well", ", begitu pula baris rekening pada barang bukti itu"


class Pair(NamedTuple):
    """One message and one booked line that a reason compares."""

    said: datetime
    booked: datetime
    zone: str | None
    """The zone of its exhibit by which the message has its instant; null where the record fixes it."""

    together: bool
    """Whether the booked line has its instant by the zone of the same exhibit."""


def told(material: Material, deal: Deal) -> Iterator[Both]:
    """Which times a deal rests on, and what stays if they were wrong."""
    timed = [one for one in (*deal.reasons_for, *deal.reasons_against) if one.rule in TIMED]
    reasons = [pairs for one in timed if (pairs := tuple(_pairs(material, one)))]
    if not reasons:
        yield Both(
            "No reason compares the time of a message with that of a booked line.",
            "Tidak ada alasan yang membandingkan waktu pesan dengan waktu baris rekening.",
        )
        return
    whole = len(reasons)
    fast, slow = _staying(reasons, -HOUR), _staying(reasons, HOUR)
    yield Both(
        f"{_many(whole)} the time of messages with that of a booked line. Which came first stays in {fast} of {whole} "
        f"if the clock of the messages was an hour fast, in {slow} of {whole} if it was an hour slow; how long it took "
        "changes by as much.",
        f"{whole} alasan membandingkan waktu pesan dengan waktu baris rekening. Urutannya tetap pada {fast} dari "
        f"{whole} bila jam pesan terlalu cepat satu jam, pada {slow} dari {whole} bila terlalu lambat satu jam; "
        "lamanya berubah sebesar itu juga.",
    )
    yield _zones(reasons)


def _zones(reasons: list[tuple[Pair, ...]]) -> Both:
    """What stays in each of the zones of the country, where the exhibit's zone decides the times."""
    zones = {pair.zone for pairs in reasons for pair in pairs if pair.zone}
    if not zones:
        return Both(
            "The record fixes the instant of these messages itself: another zone of the exhibit changes nothing.",
            "Catatan sendiri menetapkan saat pesan-pesan ini: zona barang bukti yang lain tidak mengubah apa pun.",
        )
    whole, found = len(reasons), list[tuple[str, int]]()
    names = sorted({ZONES.get(zone, zone) for zone in zones})
    for short, zone in {short: zone for zone, short in reversed(ZONES.items())}.items():
        moved = [tuple(_moved(pair, zone) for pair in pairs) for pairs in reasons]
        kept = sum(_order(was) == _order(new) for was, new in zip(reasons, moved, strict=True))
        if short not in names:
            found.append((short, kept))
    english, indonesian = (", ".join(f"{zone} {kept} {of} {whole}" for zone, kept in found) for of in ("of", "dari"))
    listed = ", ".join(names)
    too = any(pair.together for pairs in reasons for pair in pairs)
    also, also_id = _ALSO if too else ("", "")
    return Both(
        f"The messages are dated by the zone of the exhibit ({listed}){also}. If it was another, the order stays: "
        f"{english}.",
        f"Waktu pesan mengikuti zona barang bukti ({listed}){also_id}. Bila zonanya lain, urutannya tetap: "
        f"{indonesian}.",
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
            at, is_one = line.record.at, line.record.place.exhibit == message.record.place.exhibit
            together = zone is not None and is_one and at is not None and at.at is None
            yield Pair(datetime.fromisoformat(message.at or ""), datetime.fromisoformat(line.at or ""), zone, together)


def _staying(reasons: list[tuple[Pair, ...]], by: timedelta) -> int:
    """In how many reasons each order stays if the messages were really sent so much later."""
    moved = ([pair._replace(said=pair.said + by) for pair in pairs] for pairs in reasons)
    return sum(_order(was) == _order(tuple(new)) for was, new in zip(reasons, moved, strict=True))


def _order(pairs: tuple[Pair, ...]) -> list[bool]:
    return [pair.said <= pair.booked for pair in pairs]


def _moved(pair: Pair, zone: str) -> Pair:
    """The same with the local times that follow the exhibit's zone read in another one."""
    if pair.zone is None:
        return pair
    own, other = ZoneInfo(pair.zone), ZoneInfo(zone)
    said = pair.said.astimezone(own).replace(tzinfo=other)
    booked = pair.booked.astimezone(own).replace(tzinfo=other) if pair.together else pair.booked
    return pair._replace(said=said, booked=booked)


def _many(number: int) -> str:
    return "1 reason compares" if number == 1 else f"{number} reasons compare"
