# SPDX-License-Identifier: Apache-2.0
"""The messages that a deal rests on, as a paper prints them: who wrote what, when, and where that stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import cast
from unicodedata import category
from zoneinfo import ZoneInfo

from suluh.case.papers.material import Material
from suluh.case.papers.places import TO, Lettered
from suluh.case.papers.reasons.numbered import Numbered
from suluh.case.papers.reasons.talk.walls import Walls, is_annex_of_buyer
from suluh.case.views.records import Shown
from suluh.model.money import spoken
from suluh.model.place import number_at
from suluh.model.talk import Attachment, Message
from suluh.model.trade import Deal, Payment, Stamp
from suluh.referral.papers.lines import ExcerptLine
from suluh.referral.papers.press import NUMBER
from suluh.referral.papers.values import Both, Clock
from suluh.referral.papers.words import told

LONGEST, MOST_LINES = 400, 12
"""Characters and lines of one message; the rest is counted."""

HELD = Both("text withheld", "teks ditahan")
_UNSAID = Both("not said by the record", "tidak disebut catatan")
_ELSE = Both("somebody else", "orang lain")
DAY_ALONE = Both(
    "Time of day not known: it stands before all messages of its day, and may have been paid before or after them.",
    "Jamnya tidak diketahui: baris ini ditempatkan sebelum semua pesan hari itu; pembayaran dapat terjadi sebelum atau "
    "sesudahnya.",
)
"""What is said of a booked line that has its day alone, for it stands among messages that have a time."""

NO_DAY = Both(
    "Neither day nor time known: it stands last.", "Tanggal dan jamnya tidak diketahui: ditempatkan paling akhir."
)
_PLAIN = frozenset({"text", "media"})
_STATES = {
    "named": Both("named only, no bytes", "hanya disebut, tanpa isi"),
    "omitted": Both("left out of the export", "tidak ikut diekspor"),
    "not-exported": Both("left out of the export", "tidak ikut diekspor"),
    "missing": Both("not on the exhibit", "tidak ada pada barang bukti"),
}


_Order = tuple[str, str, int, int, str]
_Entry = tuple[_Order, tuple[object, ...], int, Shown[Message] | Shown[Payment]]
"""By what it is in order, what a run of it shares, its number, and the message or booked line itself."""


class Excerpts:
    """Says the messages of deals; what the walls hold back is counted, never masked."""

    def __init__(self, material: Material) -> None:
        self._material, self.walls = material, Walls(material)

    def lines(
        self, deal: Deal, numbered: Numbered, where: Lettered, own: frozenset[str]
    ) -> tuple[tuple[ExcerptLine, ...], int]:
        """The messages in the order of their numbers, booked lines among them, and how many texts are withheld."""
        shown = [self._material.messages[name] for name in numbered.messages]
        held = frozenset(one.record.id for one in shown if one.record.text and self._is_held(one.record, deal, own))
        rows: list[_Entry] = [
            (in_order(one), _run(number, one.record), number, one) for number, one in enumerate(shown, 1)
        ]
        rows += [
            (self._when(one), (f"line {one.record.id}",), numbered.lines[one.record.id], one)
            for one in self._material.lines_of(deal)
        ]
        runs = (tuple(run) for _, run in groupby(sorted(rows, key=_first), key=itemgetter(1)))
        hidden = self._material.hidden_messages.intersection(deal.messages)
        return tuple(self._row(run, deal, where, held, own) for run in runs), len(held) + len(hidden)

    def _row(
        self, run: Sequence[_Entry], deal: Deal, where: Lettered, held: frozenset[str], own: frozenset[str]
    ) -> ExcerptLine:
        number, one = run[0][2:]
        if isinstance(one.record, Payment):
            return self._paid(number, one, where)
        return self._line([(each[2], cast("Shown[Message]", each[3])) for each in run], deal, where, held, own)

    def _paid(self, number: int, shown: Shown[Payment], where: Lettered) -> ExcerptLine:
        """A booked line of the deal, where it stands among the messages: who paid whom by code, and how much."""
        line, person = shown.record, self._material.parties.person
        english, indonesian = spoken(line.amount_minor, line.currency)
        sides = f"{person(line.payer)} → {person(line.beneficiary)}"
        return ExcerptLine(
            number=Both(f"booked line {number}", f"baris rekening {number}"),
            time=self._material.booked_at(shown),
            sender=told(line.channel),
            text=Both(f"{sides}: {english}", f"{sides}: {indonesian}"),
            beside=() if _has_time(shown) else (DAY_ALONE if line.booked else NO_DAY,),
            letters=where.within(shown.places),
            places=self._material.told(shown.places),
        )

    def _when(self, shown: Shown[Payment]) -> _Order:
        """Where a booked line stands among messages; one of a day alone before all of that day, by its own zone."""
        line = shown.record
        if not _has_time(shown):
            return self._begins(line), "", 0, 0, line.id
        return shown.at or "", "~", 0, 0, line.id

    def _begins(self, line: Payment) -> str:
        """The instant at which the day of a line begins; its day as written where the zone is not decided."""
        if not line.booked:
            return "~"
        zone, midnight = self._material.zones.get(line.place.exhibit), f"{line.booked}T00:00:00"
        if not zone:
            return midnight
        begins = datetime.fromisoformat(midnight).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
        return f"{begins:%Y-%m-%dT%H:%M:%SZ}"

    def _is_held(self, message: Message, deal: Deal, own: frozenset[str]) -> bool:
        return self.walls.is_held(message.text, message.sender, deal, own)

    def _line(
        self,
        run: Sequence[tuple[int, Shown[Message]]],
        deal: Deal,
        where: Lettered,
        held: frozenset[str],
        own: frozenset[str],
    ) -> ExcerptLine:
        (first, one), (last, _) = run[0], run[-1]
        message, places = one.record, [place for _, shown in run for place in shown.places]
        files = (each for _, shown in run for each in shown.record.attachments)
        return ExcerptLine(
            number=str(first) if first == last else f"{first}{TO}{last}",
            time=_from_to(self._clock(one), self._clock(run[-1][1])),
            sender=self._sender(message.sender, deal, own),
            text=HELD if message.id in held else _cut(message.text),
            beside=(*self._files(files), *_marks(one)),
            letters=where.within(places),
            places=self._material.told(places),
        )

    def _clock(self, shown: Shown[Message]) -> Clock | None:
        sent, place = shown.record.sent, shown.record.place
        return self._material.clock(shown.at, Stamp(exhibit=place.exhibit, written=sent.written) if sent else None)

    def _sender(self, account: str | None, deal: Deal, own: frozenset[str]) -> Both | str:
        """Who wrote, by code and side."""
        parties = self._material.parties
        if account is None:
            return _UNSAID
        if is_annex_of_buyer(deal, own) and self.walls.is_other(account, deal):
            return _ELSE
        who = parties.person(account)
        code = who if parties.is_child(account) else f"{who} {parties.account(account)}"
        for name, side in (("seller", deal.seller), ("buyer", deal.buyer)):
            if side and account in parties.group(side):
                word = told(name)
                return Both(f"{code}, {word.english}", f"{code}, {word.indonesian}")
        return code

    def _files(self, files: Iterable[Attachment]) -> Iterator[Both]:
        """Attachments by kind and SHA-256, each once with how often; no name of a file is printed."""
        for (kind, sha256, state), count in Counter(map(self._file, files)).items():
            times = ("", "") if count == 1 else (f" ({count} times)", f" ({count} kali)")
            rest = _STATES.get(state, Both("", ""))
            english, indonesian = (
                " ".join(filter(None, (kind, sha256 or "", said))) for said in (rest.english, rest.indonesian)
            )
            yield Both(english + times[0], indonesian + times[1])

    def _file(self, one: Attachment) -> tuple[str, str | None, str]:
        kind = self._material.types.get(one.sha256 or "") or one.mime or "file"
        return kind, one.sha256, one.state


def _has_time(shown: Shown[Payment]) -> bool:
    """Whether a booked line has a time of day."""
    at = shown.record.at
    return bool(shown.at and at and at.precision != "day")


def _first(entry: _Entry) -> _Order:
    return entry[0]


def in_order(shown: Shown[Message]) -> _Order:
    """By which messages follow one another: time, and within it where they stand."""
    sent, place = shown.record.sent, shown.record.place
    moment = shown.at or (sent and sent.local) or "~"
    return moment, place.file, place.line or 0, number_at(place), shown.record.id


def _run(number: int, one: Message) -> tuple[object, ...]:
    """What messages in a row share that are said as one: one sender, attachments alone."""
    is_bare = not one.text and bool(one.attachments) and one.kind in _PLAIN and not (one.edited or one.forwarded)
    return (one.sender, one.place.exhibit) if is_bare else (number,)


def _marks(shown: Shown[Message]) -> Iterator[Both]:
    """What the record says of a message, and where copies of it differ."""
    one = shown.record
    if one.kind not in _PLAIN:
        yield told(one.kind)
    if one.forwarded:
        yield Both("marked as forwarded", "bertanda diteruskan")
    if one.edited:
        yield Both("marked as edited", "bertanda disunting")
    if shown.differs:
        fields = ", ".join(shown.differs)
        yield Both(f"another copy differs in: {fields}", f"salinan lain berbeda dalam: {fields}")


def _from_to(first: Clock | None, last: Clock | None) -> Clock | None:
    """The time of one message, or of the first and the last of several."""
    if first is None or last is None or first == last:
        return first
    parts = ((getattr(first, name), getattr(last, name)) for name in ("written", "local", "utc"))
    written, local, utc = (
        start if start == end else f"{start} {TO} {end}" if start and end else start for start, end in parts
    )
    return Clock(written=written, local=local, utc=utc)


def _cut(text: str) -> Both | str | None:
    """A text with what shows nothing or turns the line as its number; of a long one how much is not printed."""
    lines = text.split("\n")
    whole = "\n".join(lines[:MOST_LINES])[:LONGEST]
    said = "".join(map(_harmless, whole))
    left = len(text) - len(whole)
    if not left:
        return said or None
    return Both(f"{said} … [{left} more characters]", f"{said} … [{left} karakter lagi]")


def _harmless(one: str) -> str:
    if one == "\n":
        return one
    kind = category(one)
    if kind == "Zs":
        return " "
    return NUMBER.format(ord(one)) if kind.startswith(("C", "Zl", "Zp")) else one
