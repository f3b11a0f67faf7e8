# SPDX-License-Identifier: Apache-2.0
"""`suluh statement`: see how a file would be read as a statement, and accept how one of an unknown layout was read."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.acts.layouts import accept_layout, take_back_layout
from suluh.case.trying import Tried, profile_text, tried
from suluh.desk.acting import acting, open_case, unit_folder
from suluh.desk.options import Actor, CaseArgument, Reason
from suluh.desk.printing import say
from suluh.model.body import body
from suluh.model.errors import Misuse
from suluh.model.money import decimal_text
from suluh.unit.layouts import layouts

app = typer.Typer(help="See how a statement is read, and accept what nobody taught.", no_args_is_help=True)

_SHOWN = 20


@app.callback(epilog="Example: suluh statement try jawaban-bank.csv --profile koperasi.toml")
def statement() -> None:
    """See how a statement is read, and accept what nobody taught."""


@app.command("try", epilog="Example: suluh statement try jawaban-bank.csv --profile koperasi.toml")
def try_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The statement.", show_default=False)],
    profile: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the mapping as a profile.", show_default=False)
    ] = None,
) -> None:
    """Show how a file would be read: its columns, what decided what, and the rows that fail. Keeps nothing."""
    found = tried(file, unit_folder().profile_texts())
    _tell(found)
    if profile is not None:
        mapping = _mapping(found)
        if not mapping:
            raise Misuse("there is no mapping to write: no heading of a statement was found, or a profile fits already")
        if profile.exists():
            raise Misuse(f"{profile} is there already: choose another name")
        profile.write_text(
            profile_text(profile.stem, mapping, next((one.currency for one in found.statements), "")), "utf-8"
        )
        say(f"Wrote {profile}: fill in `service` and `describes`, then lay it in the folder profiles/ of SULUH_HOME.")


@app.command(
    epilog="Example: suluh statement accept cases/lp-1 bel3syzxexypmssibfmu2dkiba --reason 'compared with BAP 3'"
)
def accept(
    *,
    case: CaseArgument,
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="Its id.", show_default=False)],
    reason: Reason,
    unit: Annotated[
        bool, typer.Option("--unit", help="Accept its layout once for the unit: later cases read it as accepted.")
    ] = False,
    actor: Actor = None,
) -> None:
    """Accept how a statement of an unknown layout was read; its lines may then make a deal recorded."""
    with open_case(case, actor) as opened:
        done = accept_layout(opened, statement, reason, for_unit=unit)
    if unit:
        say(f"The layout {done.left} is accepted for the unit: a later `suluh run` of a case that has it decides so.")
    say(f"Decision {done.order}: the mapping of this statement is accepted. `suluh run` works the deals out again.")


@app.command("layouts", epilog="Example: suluh statement layouts")
def layouts_(
    *, as_json: Annotated[bool, typer.Option("--json", help="Write JSON Lines instead of sentences.")] = False
) -> None:
    """List the layouts that officers accepted once for the unit, each by its digest; needs no key."""
    found = list(layouts(unit_folder()))
    for one in found:
        if as_json:
            say(body(one).decode("ascii"))
            continue
        state = "taken back by" if one.is_withdrawn else "accepted by"
        say(f"{one.digest}: {state} {one.by} at {one.at}: {one.reason}")
        say(
            f"  {one.service or 'no account stated'}; " + "; ".join(f"{what}: {answer}" for what, answer in one.answers)
        )
    if not found and not as_json:
        say("The unit accepted no layout yet: `suluh statement accept CASE STATEMENT --unit` does so.")


@app.command(epilog="Example: suluh statement withdraw 1f0c... --reason 'the bank changed its columns'")
def withdraw(
    digest: Annotated[str, typer.Argument(metavar="DIGEST", help="The layout, by its digest.", show_default=False)],
    reason: Reason,
    actor: Actor = None,
) -> None:
    """Take back a layout of the unit: later cases ask again, and decisions that cases hold stay."""
    made = take_back_layout(acting(actor), digest, reason)
    say(f"The layout {made.digest} is taken back: later cases ask for each statement of it again.")


def _tell(found: Tried) -> None:
    """Print what was found."""
    outcome = found.outcome
    if found.failure is not None:
        say(f"Not read: {found.failure}")
    if outcome is not None and outcome.state != "read":
        say(f"Not read: {outcome.reason}")
    for one in found.statements:
        say(f"Statement of {one.account or 'an account that it does not state'}, {one.currency}, read by {one.layout}")
        for part in one.settled:
            say(f"  {part.what}: {part.answer} (decided by {part.by})")
        for name, lines in (("balances and totals", one.balances), ("balances that break", one.breaks)):
            if lines:
                say(f"  {name}: lines {', '.join(map(str, lines[:_SHOWN]))}")
        say(f"  adds up: {'cannot be checked' if one.adds_up is None else 'yes' if one.adds_up else 'no'}")
    for payment in found.payments[:_SHOWN]:
        side = "in " if payment.incoming else "out"
        amount = decimal_text(payment.amount_minor, payment.currency)
        say(f"  {payment.place.line}: {payment.booked or 'no day'} {side} {amount} {payment.text[:60]}")
    if len(found.payments) > _SHOWN:
        say(f"  and {len(found.payments) - _SHOWN:,} more lines")
    for flaw in found.flaws:
        where = "" if flaw.place.line is None else f"line {flaw.place.line}: "
        say(f"  {where}{flaw.reason}")


def _mapping(found: Tried) -> str:
    """The mapping of a layout that no profile knows, where there is one."""
    parts = [part.answer for one in found.statements for part in one.settled if part.what == "columns"]
    parts += [one.raw for one in found.flaws if one.raw and "no profile knows its layout" in one.reason]
    return parts[0] if parts else ""
