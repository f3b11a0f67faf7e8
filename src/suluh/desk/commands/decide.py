# SPDX-License-Identifier: Apache-2.0
"""`suluh decide`: what an officer decides, kept for ever."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

from suluh.case.acts import decide as acts
from suluh.desk.acting import open_case, unit_folder
from suluh.desk.options import Actor, CaseArgument, Reason
from suluh.desk.printing import say
from suluh.model.people import Decision
from suluh.model.rules.conduct import ROLES, STATUSES
from suluh.unit.words import own_words

app = typer.Typer(
    help="Decide on links, deals, accounts, contents, zones and words; a decision is kept for ever.",
    no_args_is_help=True,
)

Account = Annotated[str, typer.Argument(metavar="ACCOUNT", help="An account, or a person's id.", show_default=False)]
OfTwo = Annotated[
    str,
    typer.Argument(
        metavar="ACCOUNT", help="An account, a person's id, or the key of a conversation.", show_default=False
    ),
]


class LinkAct(StrEnum):
    """What can be decided on a link or a deal."""

    CONFIRM = "confirm"
    REJECT = "reject"
    DISPUTE = "dispute"
    RETRACT = "retract"


@app.callback(epilog="Example: suluh decide cases/lp-1 join bca:0123456789 whatsapp:+6281234567890 --reason 'BAP 12'")
def decide(context: typer.Context, case: CaseArgument) -> None:
    """Decide on links, deals, accounts, contents, zones and words; a decision is kept for ever."""
    context.obj = case


@app.command(epilog="Example: suluh decide cases/lp-1 link twglh3htav5ivoridhj5wizxgu confirm --reason 'both name him'")
def link(
    context: typer.Context,
    identity: Annotated[str, typer.Argument(metavar="ID", help="The link.", show_default=False)],
    act: Annotated[LinkAct, typer.Argument(metavar="ACT", help="What you decide.", show_default=False)],
    reason: Reason,
    seen: Annotated[
        str | None,
        typer.Option(
            metavar="DIGEST",
            help="`seen` of the link in `show CASE links --json`: a link that changed since is refused.",
            show_default=False,
        ),
    ] = None,
    actor: Actor = None,
) -> None:
    """Confirm, reject, dispute or retract a link."""
    with open_case(context.obj, actor) as case:
        _tell([acts.decide_link(case, identity, act.value, reason, seen)])


@app.command(epilog="Example: suluh decide cases/lp-1 deal twglh3htav5ivoridhj5wizxgu confirm --reason 'BAP 12'")
def deal(
    context: typer.Context,
    identity: Annotated[str, typer.Argument(metavar="ID", help="The deal.", show_default=False)],
    act: Annotated[LinkAct, typer.Argument(metavar="ACT", help="What you decide.", show_default=False)],
    reason: Reason,
    seen: Annotated[
        str | None,
        typer.Option(
            metavar="DIGEST",
            help="`seen` of the deal in `show CASE deals --json`: a deal that changed since is refused.",
            show_default=False,
        ),
    ] = None,
    actor: Actor = None,
) -> None:
    """Confirm, reject, dispute or retract a deal."""
    with open_case(context.obj, actor) as case:
        _tell([acts.decide_deal(case, identity, act.value, reason, seen)])


@app.command(epilog="Example: suluh decide cases/lp-1 join bca:0123456789 gopay:+6281234567890 --reason 'letter 7'")
def join(context: typer.Context, one: OfTwo, other: OfTwo, reason: Reason, actor: Actor = None) -> None:
    """Say that two accounts are one person, or two conversations one."""
    with open_case(context.obj, actor) as case:
        _tell(acts.decide_pair(case, "join", one, other, reason))


@app.command(epilog="Example: suluh decide cases/lp-1 part telegram:user12 telegram:user34 --reason 'two SIM cards'")
def part(context: typer.Context, one: OfTwo, other: OfTwo, reason: Reason, actor: Actor = None) -> None:
    """Say that two accounts are not one person, or two conversations not one."""
    with open_case(context.obj, actor) as case:
        _tell(acts.decide_pair(case, "part", one, other, reason))


@app.command(epilog="Example: suluh decide cases/lp-1 role telegram:user12 seller --from 2025-06-01 --reason 'deals'")
def role(
    *,
    context: typer.Context,
    account: Account,
    name: Annotated[str, typer.Argument(metavar="ROLE", help=f"One of {', '.join(ROLES)}.", show_default=False)],
    start: Annotated[str, typer.Option("--from", metavar="DATE", help="Since when.", show_default=False)],
    reason: Reason,
    end: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Until when.", show_default=False)] = None,
    actor: Actor = None,
) -> None:
    """Give an account's holder a role in the case."""
    with open_case(context.obj, actor) as case:
        _tell(acts.decide_role(case, account, name, reason, (start, end)))


@app.command(epilog="Example: suluh decide cases/lp-1 status telegram:user12 saksi --document SP-3 --date 2026-09-30")
def status(
    context: typer.Context,
    account: Account,
    name: Annotated[str, typer.Argument(metavar="STATUS", help=f"One of {', '.join(STATUSES)}.", show_default=False)],
    document: Annotated[str, typer.Option(help="Number of the paper that gives it.", show_default=False)],
    date: Annotated[str, typer.Option(metavar="DATE", help="Date of that paper.", show_default=False)],
    actor: Actor = None,
) -> None:
    """Record a legal status; only a document gives one."""
    with open_case(context.obj, actor) as case:
        _tell(acts.decide_status(case, account, name, document, date))


@app.command(epilog="Example: suluh decide cases/lp-1 category e3b0c442... unit:2")
def category(
    context: typer.Context,
    sha256: Annotated[str, typer.Argument(metavar="SHA256", help="The content.", show_default=False)],
    code: Annotated[str, typer.Argument(metavar="SCHEME:CODE", help="The category.", show_default=False)],
    actor: Actor = None,
) -> None:
    """Record the category that a person gave to a content in the unit's own viewer."""
    with open_case(context.obj, actor) as case:
        _tell([acts.decide_category(case, sha256, code)])


@app.command(epilog="Example: suluh decide cases/lp-1 zone B-1 Asia/Makassar --reason 'shown in the settings, BA 4'")
def zone(
    context: typer.Context,
    exhibit: Annotated[str, typer.Argument(metavar="EXHIBIT", help="The exhibit's label.", show_default=False)],
    name: Annotated[str, typer.Argument(metavar="ZONE", help="A zone such as Asia/Jakarta.", show_default=False)],
    reason: Reason,
    actor: Actor = None,
) -> None:
    """State the time zone of an exhibit's clocks."""
    with open_case(context.obj, actor) as case:
        _tell([acts.decide_zone(case, exhibit, name, reason)])


@app.command(epilog="Example: suluh decide cases/lp-1 word nyumbang bayar --reason 'said so in BAP 12'")
def word(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="WORD", help="A word of the chats.", show_default=False)],
    known: Annotated[
        str, typer.Argument(metavar="KNOWN", help="The known word as which it is read.", show_default=False)
    ],
    reason: Reason,
    actor: Actor = None,
) -> None:
    """Have a word read as a known one when deals are put together; WORD WORD takes that back."""
    with open_case(context.obj, actor) as case:
        _tell(acts.decide_words(case, {name: known}, reason))


@app.command(epilog="Example: suluh decide cases/lp-1 words --reason 'words of the coast, list of the unit'")
def words(context: typer.Context, reason: Reason, actor: Actor = None) -> None:
    """Have all words of the unit (`words/*.toml` in SULUH_HOME) read as the known ones that they name."""
    own = own_words(unit_folder())
    with open_case(context.obj, actor) as case:
        _tell(acts.decide_words(case, own.words, f"{reason} ({'; '.join(own.sources)})"))


def _tell(decisions: Iterable[Decision]) -> None:
    """Say what was kept: by number, for accounts identify persons."""
    for one in decisions:
        say(f"Kept decision {one.order} ({one.act}). `suluh run` works out again what follows from it.")
