# SPDX-License-Identifier: Apache-2.0
"""A line of a trial: what was tried, what came out, the goal, and whether it was reached."""

from msgspec import Struct

from suluh.referral.papers.known import Both
from suluh.trial.interval import interval, percent

ALL = 1000
"""The goal that everything goes right, in thousandths."""


class Line(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One measured line: a share of what was tried, or a value."""

    what: Both
    figure: str
    """As counted, ``28 / 28``, or as the machine says it."""

    low: str = ""
    high: str = ""
    """The interval of a share, in percent; empty for a value."""

    goal: str
    is_met: bool


def share(what: Both, right: int, of: int, least: int = ALL) -> Line:
    """A line that counts: so many of so many went right, and at least so many thousandths of them must."""
    low, high = interval(right, of)
    return Line(
        what=what,
        figure=f"{right} / {of}",
        low=percent(low),
        high=percent(high),
        goal=f">= {percent(least / ALL)} %" if least < ALL else "100 %",
        is_met=bool(of) and right * ALL >= least * of,
    )


def none(what: Both, wrong: int, of: int) -> Line:
    """A line that counts what must not happen at all."""
    low, high = interval(wrong, of)
    is_met = bool(of) and not wrong
    return Line(what=what, figure=f"{wrong} / {of}", low=percent(low), high=percent(high), goal="0", is_met=is_met)


def value(what: Both, figure: str, goal: str, *, is_met: bool) -> Line:
    """A line that says what there is."""
    return Line(what=what, figure=figure, goal=goal, is_met=is_met)
