# SPDX-License-Identifier: Apache-2.0
"""`suluh verify`: check a case, a package or a backup."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from suluh.case.acts.release import OF_DRAFT, OF_PACKAGE, verify_package
from suluh.case.dossiers.noted import CASE, SOURCES, note_verified
from suluh.case.folder import CaseFolder
from suluh.case.safety.held import files_in
from suluh.case.verify.again.files import check_files_of
from suluh.case.verify.again.sources import verify_sources_of
from suluh.case.verify.case import verify_case
from suluh.case.verify.derived import check_derived_of
from suluh.case.verify.package import begun, stamped
from suluh.desk.acting import acting, now, open_case, unit_folder
from suluh.desk.commands.backup import tell_backups
from suluh.desk.commands.run import slots
from suluh.desk.options import option
from suluh.desk.printing import say
from suluh.model.errors import BrokenCustody, Misuse, UnknownObject
from suluh.model.times import utc

MOST = 1 << 16
"""Bytes of a checkpoint."""

CASE_NEXT = (
    "Next: refer and decide nothing on it; put a copy of the folder aside as it is, tell the supervisor, and check the "
    "last backup with the same command"
)
SOURCES_NEXT = (
    "Next: work on no copy of it; put the medium aside, note who held it since it was added, and compare it with the "
    "examiner's own hashes"
)
PACKAGE_NEXT = (
    "Next: use nothing of it; keep it as it came, and ask the unit that sent it for the package again, with its digest "
    "by another way"
)

Noting = Annotated[
    str | None,
    option("--actor", "Enter in the case, as this officer, that it held; without it nothing is entered.", "CODE"),
]

Checkpoints = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE", help="Compare the case or package with a checkpoint kept elsewhere; may be given often."
    ),
]
Seen = Annotated[
    list[str] | None,
    typer.Option(
        metavar="TEXT",
        help="Compare the case with an entry and root as a screen or paper showed them, '41 3f2a ...'.",
    ),
]
Token = Annotated[
    Path | None,
    typer.Option(metavar="FILE.tsr", help="Of a package: a time stamp of its checkpoint, with --certificates."),
]
Certificates = Annotated[
    Path | None,
    typer.Option(metavar="FILE.pem", help="The root under which that time stamp is trusted, received another way."),
]

app = typer.Typer()


@app.command(epilog="Example: suluh verify cases/lp-1")
def verify(  # noqa: PLR0917 # every argument of the command, each by its name
    path: Annotated[Path, typer.Argument(metavar="CASE|PACKAGE|BACKUP", help="What to check.", show_default=False)],
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="With --sources --again: files to read again, as EXHIBIT/PATH or PATH; else those on which packages "
            "rest, and those read since a correction.",
            show_default=False,
        ),
    ] = None,
    sources: Annotated[bool, typer.Option("--sources", help="Digest the exhibits again as well.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Work out again what was worked out, and compare.")] = False,
    actor: Noting = None,
    checkpoint: Checkpoints = None,
    token: Token = None,
    certificates: Certificates = None,
    seen: Seen = None,
) -> None:
    """Check everything; say that it holds, or name the first thing that is wrong and exit 1."""
    if not path.exists():
        raise UnknownObject(f"nothing lies at {path}: name a case folder or a package")
    if files and not (sources and again):
        raise Misuse("files are named to be read again: add --sources --again")
    folder = CaseFolder(path)
    if not _is_case(folder):
        _refuse(sources=sources, again=again, seen=bool(seen))
        _other(path, actor, Kept(checkpoint or [], token, certificates))
        return
    if token or certificates:
        raise Misuse("--token is for a package: the time stamps of a case lie beside its checkpoints and are checked")
    with _saying(CASE_NEXT):
        _case(folder, checkpoint or [], seen or [])
    if sources:
        with _saying(SOURCES_NEXT):
            say(f"The exhibits hold: {verify_sources_of(folder):,} files digested again.")
    if actor:
        _note_that(path, actor, sources=sources)
    if again:
        _again(folder, actor)
    if sources and again:
        with _saying(CASE_NEXT):
            _files(folder, files or [])


def _case(folder: CaseFolder, checkpoints: list[Path], seen: list[str]) -> None:
    """Check a case by its numbered rules."""
    elsewhere = [(str(one), _note(one)) for one in checkpoints]
    held = verify_case(folder, elsewhere, unit_folder(), seen, now())
    for remark in held.remarks:
        say(f"Note: {remark}")
    outside = f" ({len(elsewhere):,} kept elsewhere)" if elsewhere else ""
    witness = f", {held.witnessed:,} lines of its witness file" if held.witnessed else ""
    signed = f"{held.checkpoints:,} checkpoints{outside}{witness}, {held.officers:,} officers"
    say(f"The case holds: {held.entries:,} entries, {held.rows:,} rows, {signed}.")
    for one in held.timestamps:
        said = f"The checkpoint over {one.entries:,} entries was there at {one.at}, says {one.authority}"
        say(f"{said}; trusted under a root of SHA-256 {one.root}")
    for hand in held.hands:
        how = "who started the case" if hand.by == hand.code else f"admitted by {hand.by}"
        until = f", until {hand.until}" if hand.until else ""
        say(f"Officer {hand.code}, {hand.access}, {how}{until}, key {hand.fingerprint}")


def _is_case(folder: CaseFolder) -> bool:
    """Whether a path is a case folder, or what is left of one."""
    return folder.path.is_dir() and (folder.file.exists() or folder.checkpoints.exists())


def _other(path: Path, actor: str | None, kept: "Kept") -> None:
    """Check what is no case: backups, or a package."""
    if files_in(path):
        if any(kept):
            raise Misuse("--checkpoint and --token are for a case or a package: a backup is checked by its own foot")
        tell_backups(path, actor)
        return
    _refuse_draft(path)
    if bool(kept.token) != bool(kept.certificates):
        raise Misuse("--token and --certificates belong together: name the time stamp and the root of its authority")
    with _saying(PACKAGE_NEXT):
        _package(path, kept)


def _note_that(path: Path, actor: str, *, sources: bool) -> None:
    """Leave a note in the ledger that an officer verified the case, and its exhibits where these were digested."""
    with open_case(path, actor) as case:
        if sources:
            note_verified(case, SOURCES)
        note_verified(case, CASE)


class Kept(NamedTuple):
    """What somebody kept of a package another way."""

    checkpoints: list[Path]
    token: Path | None
    certificates: Path | None


def _refuse(*, sources: bool, again: bool, seen: bool) -> None:
    """Raise `Misuse` for what can be asked of a case alone."""
    if sources:
        raise Misuse("--sources is for a case: a package or backup holds no exhibit")
    if again:
        raise Misuse("--again is for a case: in a package or backup nothing can be worked out again")
    if seen:
        raise Misuse("--seen is for a case: what a screen showed of a root is shorter than a package can prove")


@contextmanager
def _saying(then: str) -> Iterator[None]:
    """Add to what is wrong what to do next."""
    try:
        yield
    except BrokenCustody as error:
        raise BrokenCustody(f"{error}. {then}", rule=error.rule, where=error.where) from error


def _refuse_draft(path: Path) -> None:
    """Raise `Misuse` for a draft: nobody has approved it yet, so that there is nothing to verify."""
    name = path.resolve().name.removeprefix(OF_DRAFT)
    if not path.resolve().name.startswith(OF_DRAFT):
        return
    package = path.resolve().with_name(f"{OF_PACKAGE}{name}")
    if package.is_dir():
        raise Misuse(f"{path} is the draft of a package that was approved: verify {package}")
    raise Misuse(
        f"{path} is a draft and waits for approval: another officer reads its package.html, and then "
        f"`suluh approve CASE {name}` writes the package, which can be verified"
    )


def _package(path: Path, kept: Kept) -> None:
    """Check a package by its numbered rules, and against what was kept another way."""
    found = verify_package(path)
    sizes = begun(path, found, [(one.name, _note(one)) for one in kept.checkpoints])
    stamp = None
    if kept.token and kept.certificates:
        stamp = stamped(path, kept.token.name, _note(kept.token), _note(kept.certificates))
    say("The package holds.")
    for size in sizes:
        say(f"Its ledger begins with the {size:,} entries of your checkpoint.")
    if stamp is not None:
        say(f"Its checkpoint was there at {utc(stamp.at)}, says {stamp.authority}.")
    kind = f" ({found.kind})" if found.kind else ""
    say(f"For {found.recipient}{kind}: {found.files} files, digest {found.digest}.")
    hands = (("author", found.author), ("approver", found.approver))
    for (role, code), by, print_ in zip(hands, found.admitted, found.fingerprints, strict=True):
        how = "who started the case" if by == code else f"admitted by {by}"
        say(f"Its {role} is {code}, {how}, key {print_}: compare it with what you received another way.")
    if found.note:
        say(f"Note: {found.note}")


def _again(folder: CaseFolder, actor: str | None) -> None:
    """Work out again what the steps of the whole case gave."""
    officer = acting(actor) if actor or os.environ.get("SULUH_ACTOR") else None
    found = check_derived_of(folder, officer)
    for remark in found.left:
        say(f"Note: {remark}")
    say(f"Worked out again: {found.steps:,} steps, {found.rows:,} rows, each as it stands.")


def _files(folder: CaseFolder, names: list[str]) -> None:
    """Read files again."""
    found = check_files_of(folder, unit_folder(), names, slots())
    for remark in found.left:
        say(f"Note: {remark}")
    say(f"Read again: {found.files:,} files, {found.rows:,} rows, each as it stands.")


def _note(path: Path) -> bytes:
    """What a short file holds, a checkpoint or time stamp: none is read further than one can be."""
    if not path.is_file():
        raise UnknownObject(f"no file lies at {path}: name the file of a checkpoint, as checkpoints/ holds them")
    try:
        with path.open("rb") as file:
            return file.read(MOST)
    except OSError as error:
        raise Misuse(f"{path} cannot be read ({error.strerror}): copy it to where you may read it") from error
