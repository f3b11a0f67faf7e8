# SPDX-License-Identifier: Apache-2.0
"""Commands by which officers type something: each has the options that its kind has fields, or takes a list."""

import inspect
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from suluh.case.typed.enter import correct, enter
from suluh.case.typed.fields import Given
from suluh.desk.acting import open_case
from suluh.desk.options import Actor, CaseArgument, Corrects, WhyCorrected, option
from suluh.desk.printing import say
from suluh.desk.typed.lists import listed
from suluh.model.body import kind_of
from suluh.model.dossier.entered import Entered, Field, fields_of
from suluh.model.errors import Misuse

Listed = Annotated[Path | None, option("--list", "A CSV list instead of one: a column for each option.", "FILE")]
Code = Annotated[str | None, option("--code", "By what it is named from now on; else the next number.")]
Withdraw = Annotated[bool, typer.Option("--withdraw", help="With --corrects: it was entered by mistake.")]


def group(text: str, example: str) -> typer.Typer:
    """A group of commands that all work on one case, named first."""
    app = typer.Typer(help=text, no_args_is_help=True)

    def first(context: typer.Context, case: CaseArgument) -> None:
        context.obj = case

    first.__doc__ = text
    app.callback(epilog=f"Example: {example}")(first)
    return app


def typing(app: typer.Typer, name: str, kind: type[Entered], example: str, **fixed: Given) -> None:
    """Add to a group of commands one that enters a kind; some of its fields may be fixed by the command's name."""
    fields = [one for one in fields_of(kind) if one.name not in fixed]

    def act(*, context: typer.Context, actor: Actor, **given: Given | list[str] | Path | None) -> None:
        _act(context.obj, actor, kind, _said(given, fixed))

    act.__doc__ = (inspect.getdoc(kind) or "").partition("\n")[0]
    act.__signature__ = inspect.Signature(list(_parameters(fields)))  # type: ignore[attr-defined] # read by Typer
    act.__annotations__ = {one.name: one.annotation for one in _parameters(fields)}
    app.command(name, epilog=f"Example: {example}")(act)


_HOW = ("code", "corrects", "reason", "withdraw", "listed")
"""What of a command is no field of its kind: a kind may have a field of any other name, such as ``row``."""


class _Said(NamedTuple):
    """What was said to a command: the fields, and what to do with them."""

    row: dict[str, Given]
    fixed: Mapping[str, Given]
    code: str | None
    corrects: str | None
    reason: str | None
    withdraw: bool
    listed: Path | None

    def rows(self) -> list[Mapping[str, Given]]:
        """What is to be entered: one, or each line of the list."""
        if self.listed is not None:
            return [{**self.fixed, **one} for one in listed(self.listed)]
        named = {"code": self.code} if self.code else {}
        return [{**self.fixed, **self.row, **named}]


def _said(given: Mapping[str, Any], fixed: Mapping[str, Given]) -> _Said:
    """The fields apart from the rest; what was not named is not there."""
    how = {name: given[name] for name in _HOW if name in given}
    row = {
        name: tuple(said) if isinstance(said, list) else said
        for name, said in given.items()
        if name not in how and said not in (None, False)
    }
    return _Said(row, fixed, **how)


def _parameters(fields: list[Field]) -> Iterator[inspect.Parameter]:
    def one(name: str, kind: object, default: object = None) -> inspect.Parameter:
        return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)

    yield inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    for field in fields:
        yield one(field.name, _option(field), default=False if field.is_question else None)
    yield from (one("code", Code), one("corrects", Corrects), one("reason", WhyCorrected))
    yield from (one("withdraw", Withdraw, default=False), one("listed", Listed), one("actor", Actor))


def _option(field: Field) -> object:
    """The option of one field; of several values it is given several times."""
    name = f"--{field.name.replace('_', '-')}"
    text = field.meaning + (f" One of {', '.join(field.choices)}." if field.choices else "")
    if field.is_question:
        return Annotated[bool, typer.Option(name, help=text)]
    told = option(name, f"{text}{' Once for each.' if field.is_many else ''}", field.name.upper())
    return Annotated[list[str] | None if field.is_many else str | None, told]


def _act(folder: Path, actor: str | None, kind: type[Entered], said: _Said) -> None:
    """Enter one, or a list, or correct one, and say under which codes they stand."""
    if said.listed is not None and (said.row or said.corrects or said.code):
        raise Misuse("--list stands alone: what belongs to one stands in its line of the list")
    if said.corrects is None and (said.reason is not None or said.withdraw):
        raise Misuse("--reason and --withdraw go with --corrects: name the one that was mistyped")
    with open_case(folder, actor) as case:
        if said.corrects is not None:
            correct(case, kind, said.corrects, said.row, said.reason, withdrawn=said.withdraw)
            say(f"Corrected {kind_of(kind)} {said.corrects}.")
            return
        for one in enter(case, kind, said.rows()):
            say(f"Entered {kind_of(kind)} {one.code}.")
