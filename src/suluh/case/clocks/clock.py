# SPDX-License-Identifier: Apache-2.0
"""From rows of law and events of a case to clocks: what runs, what was met, what is late, and what nobody checked."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

from suluh.case.clocks.days import Calendar, is_moment, later
from suluh.model.dossier.law import LawRow

State = Literal["running", "met", "late", "grey", "no-length"]
"""``grey``: no two officers checked the row, and it alarms never. ``no-length``: how long is not checked yet."""


class Event(NamedTuple):
    """Something that happened in a case and may start, extend or end a time."""

    words: frozenset[str]
    code: str
    """By what it is named: the code of what was typed, a label, a number of a paper."""

    at: str
    """A day, or a moment with its zone."""

    about: frozenset[str]
    """What it is about, and what it answers, by codes and labels."""

    until: str | None = None
    """The last day that its paper states."""

    paper: str | None = None
    """The code of its paper, where it is named by what that is about."""


class Clock(NamedTuple):
    """One time that runs, or ran, by one row of law from one event on."""

    row: LawRow
    event: Event
    due: str | None
    proof: Event | None
    extended: tuple[Event, ...]
    state: State
    left: tuple[int, int] | None
    """Days left, and working days left, less than none where it has passed; null without a last day."""

    hours: int | None
    """Whole hours left, where hours count."""


def in_force(row: LawRow, first: str, last: str | None = None) -> bool:
    """Whether a row held on a day, or on every day of some: an offence goes by the deed, procedure by the act."""
    return (row.in_force_from or "") <= first[:10] and (last or first)[:10] <= (row.in_force_to or "~")


def clocks(
    rows: Iterable[LawRow], events: Sequence[Event], calendar: Calendar, now: datetime, checked: Collection[str]
) -> list[Clock]:
    """Every clock that an event started; what is checked of the rows is given by their codes."""
    ordered = sorted(events, key=lambda one: (one.at[:10], calendar.moment(one.at), one.code, sorted(one.about)))
    return [one for row in rows if row.kind == "duty" for one in _of_row(row, ordered, calendar, now, checked)]


def _of_row(
    row: LawRow, events: Sequence[Event], calendar: Calendar, now: datetime, checked: Collection[str]
) -> Iterator[Clock]:
    """The clocks of one row, in the order of their events."""
    started = [one for one in events if one.words & set(row.start) and in_force(row, one.at)]
    started = [one for one in started if row.unit != "stated" or one.until]
    proofs = _assigned(started, [one for one in events if one.words & set(row.proof)], calendar, 1)
    times = int(row.extension_times or 1)
    longer = _assigned(started, [one for one in events if one.words & set(row.extended_by)], calendar, times)
    for number, event in enumerate(started):
        due, used = _due(row, event, longer.get(number, ()), calendar)
        proof = next(iter(proofs.get(number, ())), None)
        clock = Clock(
            row, event, due, proof, used, "grey", _left(event, due, calendar, now), _hours(due, calendar, now)
        )
        yield clock._replace(state=_state(clock, calendar, now)) if row.code in checked else clock


def _assigned(
    started: Sequence[Event], others: Sequence[Event], calendar: Calendar, most: int
) -> Mapping[int, tuple[Event, ...]]:
    """Which event each proof belongs to: to all that it names, else to the earliest open one about the same thing."""
    found: dict[int, list[Event]] = {}
    codes = {one.code for one in started}
    for other in others:
        after = [number for number, one in enumerate(started) if one is not other and _is_after(other, one, calendar)]
        named = [number for number in after if started[number].code in other.about]
        if other.about & codes:
            chosen = named
        else:
            open_ones = (number for number in after if len(found.get(number, ())) < most)
            chosen = [number for number in open_ones if _is_same(other, started[number])][:1]
        for number in chosen:
            if len(found.get(number, ())) < most:
                found.setdefault(number, []).append(other)
    return {number: tuple(those) for number, those in found.items()}


def _is_same(other: Event, start: Event) -> bool:
    """Whether two events are about one thing; what names nothing proves nothing of what is named."""
    return not start.about or bool(start.about & other.about)


def _is_after(other: Event, start: Event, calendar: Calendar) -> bool:
    """Whether one event does not come before another, by the hour where both say it."""
    if is_moment(other.at) and is_moment(start.at):
        return calendar.moment(other.at) >= calendar.moment(start.at)
    return calendar.day(other.at) >= calendar.day(start.at)


def _due(
    row: LawRow, event: Event, extensions: Sequence[Event], calendar: Calendar
) -> tuple[str | None, tuple[Event, ...]]:
    """The last day or moment of a time, and what extended it while it ran."""
    if row.unit == "stated":
        due = event.until
    else:
        due = later(calendar, event.at, int(row.length), row.unit) if _is_counted(row) else None  # type: ignore[arg-type] # counted
    used = []
    for one in extensions:
        if due is not None and _is_late(one, due, calendar):
            continue
        used.append(one)
        unit = row.extension_unit or row.unit
        if due is not None:
            due = later(calendar, due, int(row.extension), unit) if row.extension and unit in _COUNTED else None
    return due, tuple(used)


_COUNTED = frozenset({"hours", "days", "working-days", "months", "years"})


def _is_counted(row: LawRow) -> bool:
    """Whether a row says how long."""
    return bool(row.length) and row.unit in _COUNTED


def _is_late(one: Event, due: str, calendar: Calendar) -> bool:
    """Whether an event comes after the end of a time; one of which only the day is known is not, on the last day."""
    if is_moment(due) and is_moment(one.at):
        return calendar.moment(one.at) > calendar.moment(due)
    return calendar.day(one.at) > calendar.day(due)


def _state(one: Clock, calendar: Calendar, now: datetime) -> State:
    """How a time stands that counts; a day is over when it is where the event was."""
    due, proof = one.due, one.proof
    if proof is not None:
        return "late" if due is not None and _is_late(proof, due, calendar) else "met"
    if due is None:
        return "running" if one.row.unit == "no-time" else "no-length"
    if is_moment(due):
        return "late" if now > calendar.moment(due) else "running"
    return "late" if today(now, one.event.at, calendar) > calendar.day(due) else "running"


def today(now: datetime, at: str, calendar: Calendar) -> date:
    """The day that it is by the clock in which something is written."""
    return now.astimezone(calendar.zone_of(at)).date()


def _left(event: Event, due: str | None, calendar: Calendar, now: datetime) -> tuple[int, int] | None:
    """Days and working days left."""
    if due is None:
        return None
    here, last = today(now, event.at, calendar), calendar.day(due)
    return (last - here).days, calendar.between(here, last)


def _hours(due: str | None, calendar: Calendar, now: datetime) -> int | None:
    """Whole hours left until a moment; less than none once it has passed."""
    if due is None or not is_moment(due):
        return None
    return int((calendar.moment(due) - now).total_seconds() // 3600)
