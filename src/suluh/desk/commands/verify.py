# SPDX-License-Identifier: Apache-2.0
"""`suluh verify`: check a case or a package."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.acts.release import verify_package
from suluh.case.folder import CaseFolder
from suluh.case.verify.case import verify_case
from suluh.case.verify.sources import verify_sources
from suluh.desk.acting import read_case, unit_folder
from suluh.desk.printing import say
from suluh.model.errors import Misuse, UnknownObject

MOST = 1 << 16
"""Bytes of a checkpoint."""

app = typer.Typer()


@app.command(epilog="Example: suluh verify cases/lp-1")
def verify(
    path: Annotated[Path, typer.Argument(metavar="CASE|PACKAGE", help="What to check.", show_default=False)],
    sources: Annotated[bool, typer.Option("--sources", help="Digest the exhibits again as well.")] = False,
    checkpoint: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Compare the case with a checkpoint kept elsewhere; may be given often."),
    ] = None,
) -> None:
    """Check everything; say that it holds, or name the first thing that is wrong and exit 1."""
    if not path.exists():
        raise UnknownObject(f"nothing lies at {path}: name a case folder or a package")
    folder, elsewhere = CaseFolder(path), [(str(one), _note(one)) for one in checkpoint or ()]
    if path.is_dir() and (folder.file.exists() or folder.checkpoints.exists()):
        held = verify_case(folder, elsewhere, unit_folder())
        for remark in held.remarks:
            say(f"Note: {remark}")
        outside = f" ({len(elsewhere):,} kept elsewhere)" if elsewhere else ""
        signed = f"{held.checkpoints:,} checkpoints{outside}, {held.officers:,} officers"
        say(f"The case holds: {held.entries:,} entries, {held.rows:,} rows, {signed}.")
        for hand in held.hands:
            how = "who started the case" if hand.by == hand.code else f"admitted by {hand.by}"
            say(f"Officer {hand.code}, {hand.access}, {how}, key {hand.fingerprint}")
        if sources:
            with read_case(path, None, None) as case:
                say(f"The exhibits hold: {verify_sources(case):,} files digested again.")
        return
    if sources:
        raise Misuse("--sources is for a case: a package holds no exhibit")
    if elsewhere:
        raise Misuse("--checkpoint is for a case: a package proves four entries and not the whole ledger")
    found = verify_package(path)
    say("The package holds.")
    say(f"For {found.recipient}: {found.files} files, digest {found.digest}.")
    hands = (("author", found.author), ("approver", found.approver))
    for (role, code), by, print_ in zip(hands, found.admitted, found.fingerprints, strict=True):
        how = "who started the case" if by == code else f"admitted by {by}"
        say(f"Its {role} is {code}, {how}, key {print_}: compare it with what you received another way.")
    if found.note:
        say(f"Note: {found.note}")


def _note(path: Path) -> bytes:
    """What a file holds that is to be a checkpoint; they are short, so that none is read further than one can be."""
    if not path.is_file():
        raise UnknownObject(f"no file lies at {path}: name the file of a checkpoint, as checkpoints/ holds them")
    try:
        with path.open("rb") as file:
            return file.read(MOST)
    except OSError as error:
        raise Misuse(f"{path} cannot be read ({error.strerror}): copy it to where you may read it") from error
