# SPDX-License-Identifier: Apache-2.0
"""`suluh show`: the lists of a case."""

import re
from datetime import date, datetime
from typing import Annotated

import typer

from suluh.case.gate.viewer import Viewer, views
from suluh.case.views.view import Filter, Page
from suluh.desk.acting import purpose_of, read_case
from suluh.desk.options import Actor, CaseArgument, Purpose
from suluh.desk.printing import aside, json_lines, say, table
from suluh.model.errors import Misuse
from suluh.model.times import utc

MOST = 500
"""Rows that a terminal shows."""

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
app = typer.Typer()


@app.command(epilog="Example: suluh show cases/lp-1 deals --from 2025-08-01 --json --purpose 'preparing the dossier'")
def show(
    *,
    case: CaseArgument,
    what: Annotated[str, typer.Argument(metavar="WHAT", help=f"One of {', '.join(views())}.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object a value, for scripts.")] = False,
    person: Annotated[str | None, typer.Option(help="Only of this person.", show_default=False)] = None,
    account: Annotated[str | None, typer.Option(help="Only of this account.", show_default=False)] = None,
    exhibit: Annotated[str | None, typer.Option(help="Only of this exhibit.", show_default=False)] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="From then on.", show_default=False)
    ] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Until then.", show_default=False)] = None,
    purpose: Purpose = None,
    actor: Actor = None,
) -> None:
    """Show a list of the case; persons are masked without a purpose."""
    why = purpose_of(purpose)
    where = Filter(person=person, account=account, exhibit=exhibit, start=moment(start), end=moment(end))
    with read_case(case, actor, why) as opened:
        viewer = Viewer(opened, why)
        found = viewer.list(what, where, Page() if as_json else Page(MOST))  # entered before anything is said
        if person is not None:
            _tell_moved(person, viewer.now("persons", person))
        veil = viewer.veil()
        if veil is not None:
            aside(veil.line)
        if as_json:
            json_lines(found)
            return
        total = viewer.count(what, where)
        called = f"{what}: {total:,} {viewer.called(what)}".strip()
        table(called, viewer.columns(what), found)
        if total > MOST:
            say(f"The first {MOST} of {total:,}: --json gives all.")


def _tell_moved(given: str, now: str) -> None:
    """Say, beside the list and not in it, that an id leads to a person who is shown under another one by now."""
    if given != now:
        say(f"{given} leads to the person shown as {now}: cite that id from now on.", aside=True)


def moment(text: str | None) -> str | None:
    """A day or an instant as lists compare them: an instant in UTC. Raises `Misuse`."""
    if text is None:
        return None
    try:
        if _DAY.fullmatch(text):
            date.fromisoformat(text + "2000-01-01"[len(text) :])
            return text
        return utc(datetime.fromisoformat(text))
    except ValueError as error:
        raise Misuse(f"{text!r} is no date: write it as 2026-09-30 or 2026-09-30T08:00:00+07:00") from error
