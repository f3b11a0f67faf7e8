# SPDX-License-Identifier: Apache-2.0
"""Days, hours and months as offices count them, and which proof belongs to which event."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from suluh.case.clocks.clock import Clock, Event, clocks, in_force
from suluh.case.clocks.days import Calendar, later
from suluh.model.dossier.law import LawRow

WIB, WIT = ZoneInfo("Asia/Jakarta"), ZoneInfo("Asia/Jayapura")
CALENDAR = Calendar(frozenset({date(2026, 3, 19), date(2026, 3, 20)}), WIB)
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=WIB)
ROW = {
    "id": "law",
    "code": "a-1",
    "law": "UU Contoh",
    "article": "1",
    "kind": "duty",
    "duty_en": "x",
    "duty_id": "x",
    "mark": "R",
    "at": "2026-01-01T00:00:00Z",
    "by": "S1",
}


def row(**fields: object) -> LawRow:
    """A duty of seven days from a Sprindik to its SPDP, but for what is said."""
    usual = {"start": ("paper:Sprindik",), "proof": ("paper:SPDP",), "length": "7", "unit": "days"}
    return LawRow(**{**ROW, **usual, **fields})


def event(word: str, code: str, at: str, *about: str, until: str | None = None) -> Event:
    """A paper, say."""
    return Event(frozenset({word}), code, at, frozenset(about), until)


def run(duty: LawRow, *events: Event, now: datetime = NOW, checked: tuple[str, ...] = ("a-1",)) -> list[Clock]:
    """The clocks of one row."""
    return clocks([duty], events, CALENDAR, now, checked)


START = event("paper:Sprindik", "s-1", "2026-03-09")


@pytest.mark.parametrize(
    ("at", "length", "unit", "due"),
    [
        ("2026-03-09", 7, "days", "2026-03-16"),
        ("2026-02-27", 1, "working-days", "2026-03-02"),  # over a weekend
        ("2026-03-18", 2, "working-days", "2026-03-24"),  # over two holidays and a weekend
        ("2026-03-21", 1, "working-days", "2026-03-23"),  # from a Saturday
        ("2026-01-31", 1, "months", "2026-02-28"),
        ("2028-01-31", 1, "months", "2028-02-29"),
        ("2026-08-31", 6, "months", "2027-02-28"),
        ("2026-12-15", 1, "months", "2027-01-15"),
        ("2028-02-29", 1, "years", "2029-02-28"),
        ("2026-03-09T08:15+07:00", 24, "hours", "2026-03-10T08:15:00+07:00"),
        ("2026-03-09T23:30+09:00", 1, "days", "2026-03-10"),  # the day that its own clock showed
        ("2026-03-09", 24, "hours", "2026-03-10T00:00:00+07:00"),  # from the first moment of the day
    ],
)
def test_each_unit_is_counted_as_offices_count_it(at: str, length: int, unit: str, due: str) -> None:
    assert later(CALENDAR, at, length, unit) == due


def test_both_calendars_are_shown_and_holidays_count_in_one_of_them() -> None:
    [clock] = run(row(length="15"), START)

    assert (clock.due, clock.left) == ("2026-03-24", (14, 8))


def test_days_that_have_passed_are_less_than_none() -> None:
    [clock] = run(row(length="15"), START, now=datetime(2026, 3, 25, 9, 0, tzinfo=WIB))

    assert (clock.state, clock.left) == ("late", (-1, -1))


def test_a_last_day_is_not_late_until_it_is_over_where_the_event_was() -> None:
    east = event("paper:Sprindik", "s-1", "2026-03-09T08:00+09:00")
    evening = datetime(2026, 3, 16, 22, 30, tzinfo=WIB)  # half past midnight of the next day in Jayapura

    assert [one.state for one in run(row(), START, now=evening)] == ["running"]
    assert [one.state for one in run(row(), east, now=evening)] == ["late"]


def test_hours_are_compared_as_moments_across_zones() -> None:
    east = event("paper:Sprindik", "s-1", "2026-03-09T08:00+09:00")
    duty = row(length="24", unit="hours")

    [before] = run(duty, east, now=datetime(2026, 3, 10, 5, 59, tzinfo=WIB))
    [after] = run(duty, east, now=datetime(2026, 3, 10, 6, 1, tzinfo=WIB))
    [proven] = run(duty, east, event("paper:SPDP", "p-1", "2026-03-10T06:30+07:00"))

    assert (before.state, before.hours) == ("running", 0)
    assert (after.state, after.hours) == ("late", -1)
    assert proven.state == "late"


def test_a_proof_of_which_only_the_day_is_known_is_not_late_on_the_last_day() -> None:
    start = event("paper:Sprindik", "s-1", "2026-03-09T08:00+07:00")

    [clock] = run(row(length="24", unit="hours"), start, event("paper:SPDP", "p-1", "2026-03-10"))

    assert clock.state == "met"


@pytest.mark.parametrize("now", ["2026-03-10", "2046-03-10"])
def test_what_two_officers_have_not_checked_warns_of_nothing(now: str) -> None:
    [clock] = run(row(), START, now=datetime.fromisoformat(f"{now}T09:00+07:00"), checked=())

    assert (clock.state, clock.due) == ("grey", "2026-03-16")


def test_without_a_length_there_is_no_last_day() -> None:
    assert [(one.state, one.due) for one in run(row(length=None), START)] == [("no-length", None)]
    assert [(one.state, one.due) for one in run(row(length=None, unit="no-time"), START)] == [("running", None)]


def test_a_proof_after_the_last_day_is_late_and_named() -> None:
    [clock] = run(row(), START, event("paper:SPDP", "p-1", "2026-03-17"))

    assert (clock.state, clock.proof and clock.proof.code) == ("late", "p-1")


def test_what_came_before_proves_nothing() -> None:
    [clock] = run(row(), START, event("paper:SPDP", "p-1", "2026-03-08"))

    assert clock.proof is None


def test_one_proof_that_names_no_event_counts_for_one_alone() -> None:
    second = event("paper:Sprindik", "s-2", "2026-03-10")

    one, two = run(row(), START, second, event("paper:SPDP", "p-1", "2026-03-11"))

    assert (one.proof is None, two.proof is None) == (False, True)


def test_a_proof_belongs_to_the_event_that_it_names() -> None:
    second = event("paper:Sprindik", "s-2", "2026-03-10")

    one, two = run(row(), START, second, event("paper:SPDP", "p-1", "2026-03-11", "s-2"))

    assert (one.proof is None, two.proof is None) == (True, False)


def test_what_is_about_another_thing_or_about_nothing_proves_nothing_of_what_is_named() -> None:
    start = event("paper:Sprindik", "s-1", "2026-03-09", "B-1")

    for about in ((), ("B-2",)):
        [clock] = run(row(), start, event("paper:SPDP", "p-1", "2026-03-11", *about))
        assert clock.proof is None
    [clock] = run(row(), start, event("paper:SPDP", "p-1", "2026-03-11", "B-1", "B-2"))
    assert clock.proof is not None


LONGER = {"extension": "8", "extension_times": "1", "extended_by": ("paper:perpanjangan",)}


def test_an_extension_that_comes_in_time_moves_the_last_day() -> None:
    [clock] = run(row(**LONGER), START, event("paper:perpanjangan", "e-1", "2026-03-16"))

    assert (clock.due, [one.code for one in clock.extended]) == ("2026-03-24", ["e-1"])


def test_an_extension_that_comes_too_late_or_once_too_often_moves_nothing() -> None:
    first, second = (event("paper:perpanjangan", f"e-{day}", f"2026-03-{day}") for day in (15, 16))

    assert [one.due for one in run(row(**LONGER), START, event("paper:perpanjangan", "e", "2026-03-17"))] == [
        "2026-03-16"
    ]
    assert [one.due for one in run(row(**LONGER), START, first, second)] == ["2026-03-24"]
    assert [one.due for one in run(row(**LONGER | {"extension_times": "2"}), START, first, second)] == ["2026-04-01"]


def test_an_extension_of_which_nobody_knows_how_long_leaves_no_last_day() -> None:
    extended = row(extended_by=("paper:perpanjangan",))

    [clock] = run(extended, START, event("paper:perpanjangan", "e-1", "2026-03-16"))

    assert (clock.state, clock.due) == ("no-length", None)


def test_a_date_that_the_paper_states_is_the_last_day_and_without_one_nothing_starts() -> None:
    duty = row(length=None, unit="stated")

    assert [one.due for one in run(duty, START._replace(until="2026-05-01"))] == ["2026-05-01"]
    assert run(duty, START) == []


def test_a_duty_goes_by_the_row_in_force_at_the_act() -> None:
    old, new = row(in_force_to="2026-03-08"), row(in_force_from="2026-03-09")

    assert (run(old, START), len(run(new, START))) == ([], 1)


def test_an_offence_goes_by_the_row_in_force_at_the_whole_deed() -> None:
    offence = row(kind="offence", in_force_from="2026-01-02", in_force_to="2026-12-31")

    assert in_force(offence, "2026-01-02", "2026-06-30")
    assert not in_force(offence, "2026-01-01", "2026-06-30")
    assert not in_force(offence, "2026-06-30", "2027-01-01")
    assert run(offence, START) == []
