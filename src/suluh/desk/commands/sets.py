# SPDX-License-Identifier: Apache-2.0
"""`suluh sets`: give hash sets to a case, and make the unit's own."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from suluh.case.acts.own import confirm_set, propose_set, use_set
from suluh.case.acts.sets import add_set, drop_set
from suluh.case.corrections.outdated import outdated
from suluh.desk.acting import acting, open_case, unit_folder
from suluh.desk.hearing import Fingerprint, compare
from suluh.desk.options import Actor, CaseArgument, Reason
from suluh.desk.printing import say
from suluh.model.errors import Misuse
from suluh.unit.officers import public_key
from suluh.unit.setkey import share as share_key
from suluh.unit.setkey import take_back

app = typer.Typer(help="The unit's own hash sets; Suluh ships none.", no_args_is_help=True)


class Kind(StrEnum):
    """What a set holds."""

    KNOWN = "known"
    BENIGN = "benign"


@app.callback()
def sets() -> None:
    """The unit's own hash sets; Suluh ships none."""


@app.command(
    epilog="Example: suluh sets add cases/lp-1 lists/known.csv --as known --name 'unit list' --version 2026-09"
)
def add(
    case: CaseArgument,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="CSV with any of md5, sha1, sha256, pdq, category, name; or another format of docs/hash-sets.md.",
            show_default=False,
        ),
    ],
    kind: Annotated[Kind, typer.Option("--as", help="Known material, or ordinary files.", show_default=False)],
    name: Annotated[str | None, typer.Option(help="Its name; else the file's.", show_default=False)] = None,
    version: Annotated[str | None, typer.Option(help="Its version or date.", show_default=False)] = None,
    actor: Actor = None,
) -> None:
    """Give a hash set to the case; a known set is kept encrypted in the unit's folder."""
    with open_case(case, actor) as opened:
        kept = add_set(opened, file, kind=kind.value, name=name, version=version, tell=say)
    say(f"Added {kept.name}: {kept.entries:,} entries, {kept.flaws:,} rows that could not be used.")


@app.command(epilog="Example: suluh sets own cases/lp-1 --scheme unit --codes 1,2")
def own(
    *,
    case: CaseArgument,
    scheme: Annotated[str | None, typer.Option(help="Scheme of the categories.", show_default=False)] = None,
    codes: Annotated[
        str | None, typer.Option(metavar="LIST", help="Its codes, with commas between.", show_default=False)
    ] = None,
    votes: Annotated[int, typer.Option(metavar="N", help="Officers who signed votes for it, none against.")] = 2,
    name: Annotated[str | None, typer.Option(help="Name of the set; else unit and codes.", show_default=False)] = None,
    confirm: Annotated[
        str | None, typer.Option(metavar="ID", help="Confirm what another officer proposed.", show_default=False)
    ] = None,
    actor: Actor = None,
) -> None:
    """Propose a known set of what this case's votes agree on, or confirm what another officer proposed."""
    with open_case(case, actor) as opened:
        if confirm is not None:
            made = confirm_set(opened, confirm)
            say(f"The unit holds {made.name}: {made.entries:,} entries. Next: suluh sets use CASE {made.digest[:12]}")
            return
        if scheme is None or codes is None:
            raise Misuse("name the categories with --scheme and --codes, or a proposal with --confirm")
        wanted = tuple(codes.split(","))
        proposal = propose_set(opened, scheme=scheme, codes=wanted, votes=votes, name=name, tell=say)
    say(f"Proposed {proposal.name}: {proposal.entries:,} entries. Next, another officer: --confirm {proposal.id}")


@app.command(epilog="Example: suluh sets use cases/lp-2 4f0a91c2d7e3")
def use(
    case: CaseArgument,
    digest: Annotated[str, typer.Argument(metavar="DIGEST", help="Its digest, or how it begins.", show_default=False)],
    actor: Actor = None,
) -> None:
    """Use in the case a set that the unit holds already."""
    with open_case(case, actor) as opened:
        kept = use_set(opened, digest, say)
    say(f"Added {kept.name}: {kept.entries:,} entries.")


@app.command(epilog="Example: suluh sets share A-2 --fingerprint '4f0a 91c2 d7e3 0b5c 8d11 20ef 6a74 93b0'")
def share(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The officer who is to use them.", show_default=False)],
    fingerprint: Fingerprint = None,
    actor: Actor = None,
) -> None:
    """Let another officer of the unit open its known sets; the acting officer is one who can."""
    public = public_key(unit_folder(), code)
    officer = acting(actor)
    compare(code, public.fingerprint, fingerprint)
    share_key(officer.unit, officer.key, public)
    say(f"{code} opens the known sets of the unit from now on.")


@app.command(epilog="Example: suluh sets unshare A-2 --actor S-1")
def unshare(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The officer who is to use them no more.")],
    actor: Actor = None,
) -> None:
    """Let an officer open the unit's known sets no longer: all of them are put under a new key, by a supervisor."""
    officer = acting(actor)
    count = take_back(officer.unit, officer.key, code)
    say(
        f"{code} opens the known sets of the unit no longer: {count} lie under a new key. "
        f"What {code} copied before stays open to them."
    )


@app.command(epilog="Example: suluh sets drop cases/lp-1 4f0a91c2d7e3 --reason 'given as benign by mistake'")
def drop(
    case: CaseArgument,
    digest: Annotated[str, typer.Argument(metavar="DIGEST", help="Its digest, or how it begins.", show_default=False)],
    reason: Reason,
    actor: Actor = None,
) -> None:
    """Use a set in the case no longer, when it was given by mistake or as the wrong kind; both acts are kept."""
    with open_case(case, actor) as opened:
        gone = drop_set(opened, digest, reason)
        left = list(outdated(opened.rows))
    for note in left:
        say(f"Note: {note}.")
    say(f"The case uses {gone.name} ({gone.kind}) no longer. Next: suluh run {case}")
