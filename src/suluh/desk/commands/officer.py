# SPDX-License-Identifier: Apache-2.0
"""`suluh officer`: an officer's own key, who lets it into a case, and who ends that."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.acts.admit import admit as admit_officer
from suluh.case.acts.admit import end as end_admission
from suluh.desk.acting import now, open_case, unit_folder
from suluh.desk.closing import close_to_others
from suluh.desk.hearing import Fingerprint, compare
from suluh.desk.options import Actor, CaseArgument, Reason, option
from suluh.desk.phrase import new_phrase
from suluh.desk.printing import say
from suluh.model.times import utc
from suluh.unit.officers import add_officer, public_key

ACCESS = "examiner, analyst, child-protection, supervisor, prosecutor or auditor"
HELP = "Officers' own keys, which belong to the unit, and the cases to which they are admitted."
app = typer.Typer(help=HELP, no_args_is_help=True)


@app.callback()
def officer() -> None:
    """Officers' own keys, which belong to the unit, and the cases to which they are admitted."""


@app.command(epilog="Example: suluh officer add A-2 --access analyst")
def add(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The officer's code, kept for ever.", show_default=False)],
    access: Annotated[str, typer.Option("--access", metavar="ACCESS", help=f"One of {ACCESS}.", show_default=False)],
) -> None:
    """Make an officer's key; the passphrase is theirs alone and cannot be recovered. At a terminal it is asked for."""
    phrase, unit = new_phrase(code), unit_folder()
    public = add_officer(unit, code, access, phrase.words, utc(now()))
    close_to_others(unit.path)
    if phrase.whence is not None:
        say(f"Its passphrase came from {phrase.whence}: see that it is {code}'s own, for a key cannot change it.")
    say(f"Made the key of {code}, {access}, in {unit.path}; its public half is {public.signing.hex()}.")
    say(f"Its fingerprint is {public.fingerprint}: read it out to the supervisor of each case that is to admit {code}.")


@app.command(
    epilog="Example: suluh officer admit cases/lp-1 A-2 --fingerprint '4f0a 91c2 d7e3 0b5c 8d11 20ef 6a74 93b0'"
)
def admit(
    case: CaseArgument,
    code: Annotated[str, typer.Argument(metavar="CODE", help="The officer to admit.", show_default=False)],
    key: Annotated[Path | None, option("--key", "Their public key from another machine: its CODE.pub.", "FILE")] = None,
    fingerprint: Fingerprint = None,
    actor: Actor = None,
) -> None:
    """Admit an officer to a case whose fingerprint you heard; the acting officer is one of its supervisors."""
    public = public_key(unit_folder(), code, key)
    with open_case(case, actor) as opened:
        compare(code, public.fingerprint, fingerprint)
        made = admit_officer(opened, public)
        number = opened.paper.number
    say(f"Admitted {made.code}, {made.access}, to case {number}.")
    say(f"Their key is {public.fingerprint}. What they sign counts until `suluh officer end {case} {made.code}`.")


@app.command(epilog="Example: suluh officer end cases/lp-1 A-2 --reason 'moved to another unit'")
def end(
    case: CaseArgument,
    code: Annotated[str, typer.Argument(metavar="CODE", help="The officer who leaves the case.", show_default=False)],
    reason: Reason,
    actor: Actor = None,
) -> None:
    """End an admission, for ever: the case takes nothing more that this officer signs, and keeps what they signed."""
    with open_case(case, actor) as opened:
        end_admission(opened, code, reason)
    say(f"The admission of {code} to {case} has ended: nothing that they sign from now on is taken.")
