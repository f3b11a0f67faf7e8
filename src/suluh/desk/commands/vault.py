# SPDX-License-Identifier: Apache-2.0
"""`suluh vault`: what lies sealed, opened by two keys, sealed anew for who came later, and who a child is on paper."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.typed.locked import Secret
from suluh.case.typed.vault import Kept, lacking
from suluh.case.vault.opening import Opened, listed, open_vault
from suluh.case.vault.paper import write_identity
from suluh.case.vault.sealing import seal_anew
from suluh.desk.acting import acting_with, open_case, purpose_of
from suluh.desk.options import Actor, Purpose, option
from suluh.desk.printing import say, table
from suluh.desk.typed.commands import group
from suluh.model.body import kind_of
from suluh.model.errors import Misuse

app = group(
    "See what lies sealed, open it by two keys, seal it for officers who came later.",
    "suluh vault cases/lp-1 list --actor S-1",
)
Other = Annotated[
    str | None,
    option("--with", "The second officer: of a child-protection officer and a supervisor the other one.", "CODE"),
]


@app.command("list", epilog="Example: suluh vault cases/lp-1 list --actor S-1")
def list_(*, context: typer.Context, actor: Actor = None) -> None:
    """List what lies sealed: its code, how many keys open it, who has a part and who has none; nothing is opened."""
    with open_case(context.obj, actor) as case:
        rows = [
            {
                "code": one.code,
                "kind": kind_of(type(one)),
                "person": getattr(one, "person", None),
                "keys": 2 if getattr(one, "locked", ()) else 1,
                "for": ", ".join(codes) or None,
                "not for": ", ".join(lacking(case, one)) or None,
            }
            for one, codes in listed(case)
        ]
    table(f"sealed: {len(rows)}", ("code", "kind", "person", "keys", "for", "not for"), rows)


@app.command("open", epilog="Example: suluh vault cases/lp-1 open --actor CP-1 --with S-1 --purpose 'handed to LPSK'")
def open_(
    *,
    context: typer.Context,
    code: Annotated[list[str] | None, option("--code", "One thing by its code or a person's. Once for each.")] = None,
    other: Other = None,
    purpose: Purpose = None,
    actor: Actor = None,
) -> None:
    """Show what lies sealed, and why: two officers unlock their keys, and each leaves an entry."""
    with _two(context.obj, actor, other) as (case, second):
        found = open_vault(case, second, purpose_of(purpose) or "", tuple(code or ()))
    for one in found:
        _tell(one)


@app.command(
    epilog="Example: suluh vault cases/lp-1 sheet AK-1 papers --actor CP-1 --with S-1 --recipient LPSK --purpose 'LPSK'"
)
def sheet(
    *,
    context: typer.Context,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="The child's code.", show_default=False)],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write.", show_default=False)],
    recipient: Annotated[str | None, option("--recipient", "Who gets the sheet: one reader.", "WHO")] = None,
    other: Other = None,
    purpose: Purpose = None,
    actor: Actor = None,
) -> None:
    """Write who a child is, for one reader, as PDF in both languages: by two keys alone."""
    with _two(context.obj, actor, other) as (case, second):
        paths = write_identity(case, second, person, folder, (purpose_of(purpose), recipient))
    for path in paths:
        say(str(path))


@app.command(epilog="Example: suluh vault cases/lp-1 seal --actor S-1")
def seal(*, context: typer.Context, actor: Actor = None) -> None:
    """Give officers who were admitted later the part that you have, and lock for two what one key opens."""
    with open_case(context.obj, actor) as case:
        done = seal_anew(case)
    for code, officers in done.done:
        say(f"Sealed {code} for {', '.join(officers)} too.")
    for code in done.locked:
        say(f"{code} opens by two keys from now on; its earlier row stays in the case, and opens by one.")
    for sentence in done.left:
        say(f"Note: {sentence}.")
    if not (done.done or done.locked or done.left):
        say("Everybody whose access covers it has a part of each: nothing was sealed.")


@contextmanager
def _two(folder: Path, actor: str | None, other: str | None) -> Iterator[tuple[Case, Case]]:
    """The case as each of two officers opened it. Raises `Misuse`."""
    if other is None:
        raise Misuse("the vault is opened by two: name the second officer with --with")
    with open_case(folder, actor) as case:
        second = Case.open(CaseFolder(folder), acting_with(other))
        try:
            yield case, second
        finally:
            second.close()


def _tell(one: Opened) -> None:
    """One thing of the vault in the clear."""
    head = f"{one.code} {one.person or ''}".strip()
    match one.says:
        case Secret():
            says = (one.says.name, one.says.birth, one.says.sex)
            say(f"{head}: {', '.join(part or '-' for part in says)} ({one.source})")
        case Kept():
            say(f"{head}: {', '.join(one.says.accounts)}: {one.says.why or 'no reason was given'} ({one.source})")
        case _:
            say(f"{head}: not opened: {one.shut} ({one.source})")
