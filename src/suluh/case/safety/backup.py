# SPDX-License-Identifier: Apache-2.0
"""Makes a backup of a case, whatever goes on in it: whole, sealed for its supervisors, and read back first."""

import errno
import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import acquisitions
from suluh.case.keep import Act
from suluh.case.location import location
from suluh.case.officers import standing
from suluh.case.rights import READ, need
from suluh.case.safety.held import BACKUP_END, check_whole, held_in, tag_of
from suluh.case.safety.packed import Taken, index_of, packed, taken, taken_of_unit
from suluh.case.safety.unfinished import put, sync, unfinished_file
from suluh.case.verify.beside import log_of
from suluh.case.verify.case import read_keys
from suluh.custody.backup import About, write_backup
from suluh.custody.key import PublicKey
from suluh.custody.tree import Tree
from suluh.model.deeds.acts import BACKUP
from suluh.model.errors import CaseIsDamaged, CaseIsFull, Misuse
from suluh.model.times import utc
from suluh.store.check import fault
from suluh.store.copy import copied, copy, digests
from suluh.store.open import Connection
from suluh.store.rows import Rows

MOST = 10_000
"""Backups of one second and one ledger."""

NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EROFS, errno.EIO}


class Made(NamedTuple):
    """A backup that was made and read back."""

    path: Path
    entries: int
    size: int
    supervisors: tuple[str, ...]
    """Codes of those whose keys open it."""

    is_opened: bool
    """Whether it was opened again by a key to which it is sealed; else its blocks alone were compared."""

    others: int
    """Backups of the case that lay there before."""

    remarks: tuple[str, ...]


def back_up(case: Case, folder: Path) -> Made:
    """Make a backup in a folder, beside the earlier ones, and enter it. Raises `Misuse`, `CaseIsFull`."""
    need(case, READ)
    others, broken = _earlier(case, folder)
    with unfinished_file(case.folder.file) as draft:
        copy(case.folder.file, draft)
        with copied(draft) as connection:
            made = _sealed(case, folder, draft, connection)
    case.note(Act(BACKUP.word, made.path.name, {"entries": str(made.entries), "sha256": _sha256(made.path)}))
    return made._replace(others=others, remarks=(*made.remarks, *broken, *_remarks(case, folder, made)))


def _earlier(case: Case, folder: Path) -> tuple[int, list[str]]:
    """How many backups of the case a folder holds, which is made where it is not there, and which are broken.

    Raises `Misuse`.
    """
    if folder.exists() and not folder.is_dir():
        raise Misuse(f"{folder} is a file: name a folder for the backups of this case")
    if folder.resolve().is_relative_to(case.folder.path.resolve()):
        raise Misuse(f"{folder} lies in the case folder: name a folder on another disk, for what takes one takes both")
    for place in filter(None, (location(case.rows, one) for one in acquisitions(case.rows))):
        if folder.resolve().is_relative_to(Path(os.fsdecode(place)).resolve()):
            raise Misuse(f"{folder} lies in an exhibit of this case: nothing there is ever changed")
    held, broken = held_in(folder)
    if any(one.foot.of != tag_of(case.secret) for one in held):
        raise Misuse(f"{folder} holds backups of another case: name a folder for this one")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return len(held), [one.why for one in broken]


def _sealed(case: Case, folder: Path, draft: Path, connection: Connection) -> Made:
    """The backup of a copy of the case file and of what belongs to it, in its place."""
    rows, at, acting = Rows(connection), utc(case.acting.now()), case.acting
    tree = Tree.load(rows.tree())
    case.checkpoint(rows)
    to = _supervisors(case, rows)
    own, unit = taken(case.folder, draft, rows, tree.size), taken_of_unit(acting.unit, log_of(rows))
    found = Taken({**own.files, **unit.files}, (*own.left, *unit.left))
    place = _place(folder, at, tree.size)
    about = About(at, tree.size, tree.root().hex(), tag_of(case.secret))
    index = index_of(found.files, digests(draft))
    key = acting.key if any(one.box == acting.key.public.box for one in to) else None
    with _room(folder), unfinished_file(place) as out:
        with out.open("r+b") as file:
            write_backup(file, packed(index, found.files), about, acting.key, to)
        sync(out)
        check_whole(out, key, place.name)
        put(out, place)
    codes = tuple(one.code for one in to)
    lacks = tuple(_lacks(found.left, fault(connection)))
    return Made(place, tree.size, place.stat().st_size, codes, key is not None, 0, lacks)


def _lacks(left: Sequence[str], damage: str | None) -> Iterator[str]:
    """What is not in the backup, or is not whole in the case itself."""
    if damage is not None:
        yield f"SQLite finds the case file damaged, and so its copy ({damage}): run `suluh verify`"
    for name in left:
        yield f"{name} is not in the backup: it belongs to no draft, package or frozen paper of the case, or came later"


def _supervisors(case: Case, rows: Rows) -> tuple[PublicKey, ...]:
    """Who can open it: every supervisor of the case whose admission stands. Raises `CaseIsDamaged`."""
    officers = [one for _, one in sorted(standing(rows).items()) if one.access == "supervisor"]
    named = tuple(
        PublicKey(code=one.code, access=one.access, signing=bytes.fromhex(one.key), box=bytes.fromhex(one.box))
        for one in officers
    )
    keys = read_keys(case.folder)
    if not named or any(keys.get(one.code) != one for one in named):
        raise CaseIsDamaged("a supervisor of this case has another key in keys/, or none: run `suluh verify`")
    return named


def _place(folder: Path, at: str, entries: int) -> Path:
    """A name that every disk takes and nothing has: one that was killed before it was entered may lie there."""
    name = f"{re.sub('[-:Z]', '', at.partition('.')[0])}Z-{entries}"
    names = (name, *(f"{name}-{number}" for number in range(2, MOST)))
    return next(path for path in (folder / f"{one}{BACKUP_END}" for one in names) if not path.exists())


@contextmanager
def _room(folder: Path) -> Iterator[None]:
    """Say what to do where a disk has no room. Raises `CaseIsFull`."""
    try:
        yield
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        raise CaseIsFull(
            f"{folder} took no whole backup ({error.strerror}): nothing was left there; free some room or name another "
            "disk (one formatted as FAT32 takes no file of 4 GiB)"
        ) from error


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _remarks(case: Case, folder: Path, made: Made) -> Iterator[str]:
    """What may make it worth less than it seems."""
    if folder.stat().st_dev == case.folder.path.stat().st_dev:
        yield f"{folder} lies on the same disk as the case: what takes that disk takes both, so copy it to another one"
    if len(made.supervisors) == 1:
        yield f"{made.supervisors[0]} is the only one who can open it: a case should have a second supervisor"
