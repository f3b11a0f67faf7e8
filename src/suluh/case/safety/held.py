# SPDX-License-Identifier: Apache-2.0
"""The backups that a folder holds, and whether one of them is whole."""

import hashlib
import os
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from suluh.case.safety.packed import Unpacking
from suluh.custody.backup import NEXT, Foot, check_blocks, opened, read_foot
from suluh.custody.key import OfficerKey
from suluh.model.errors import BadBody, BrokenCustody, UnknownObject

BACKUP_END = ".suluh"
"""How the name of a backup ends."""

_TAG = b"suluh backup of 1\n"


class Held(NamedTuple):
    """One backup of a folder."""

    path: Path
    foot: Foot


class Broken(NamedTuple):
    """A file of a folder that is named as a backup, and why it is none."""

    path: Path
    why: str


def tag_of(secret: bytes) -> str:
    """By what the backups of a case are known to each other: its secret is drawn from 2^256, so this tells nothing."""
    return hashlib.sha256(_TAG + secret).hexdigest()


def held_in(folder: Path) -> tuple[list[Held], list[Broken]]:
    """The backups of a folder, the newest last, and what is named as one and has no foot of one."""
    held, broken = list[Held](), list[Broken]()
    for path in files_in(folder):
        try:
            with path.open("rb") as file:
                held.append(Held(path, read_foot(file, path.name)))
        except BrokenCustody as error:
            broken.append(Broken(path, str(error)))
    return sorted(held, key=lambda one: (one.foot.entries, one.foot.at, one.path.name)), broken


def files_in(path: Path) -> list[Path]:
    """What is named as a backup: the file itself, or those of a folder in the order of their names."""
    if path.is_dir():
        return sorted(path.glob(f"*{BACKUP_END}"))
    return [path] if path.suffix == BACKUP_END and path.is_file() else []


def check_whole(path: Path, key: OfficerKey | None = None, name: str = "") -> Foot:
    """Rules 1 to 3 of docs/backup.md, and with the key of a supervisor 4 and 5 as well. Raises `BrokenCustody`."""
    called = name or path.name
    with path.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)  # what lies on the disk is read, not what is held
        foot = read_foot(file, called)
        check_blocks(file, foot, called)
        if key is not None:
            _open(file, foot, key, called)
    return foot


def _open(file: BinaryIO, foot: Foot, key: OfficerKey, name: str) -> None:
    """Read all that lies in it, each file by its index."""
    with unpacking(file, foot, key, name) as found:
        for _, pieces in found.files():
            deque(pieces, maxlen=0)


@contextmanager
def unpacking(file: BinaryIO, foot: Foot, key: OfficerKey, name: str) -> Iterator[Unpacking]:
    """What lies in a backup. Raises `BrokenCustody` by rule 5 for what is not as its index says, `NotAllowed`."""
    try:
        yield Unpacking(opened(file, foot, key, name))
    except BadBody as error:
        raise BrokenCustody(f"the backup {name} is not whole: {error} (rule 5); {NEXT}", rule=5, where=name) from error


def chosen(folder: Path, of: str | None) -> Held:
    """The newest backup of a folder, or the one that is named. Raises `UnknownObject`, `BrokenCustody`."""
    if of is not None:
        path = folder / (of if of.endswith(BACKUP_END) else of + BACKUP_END)
        if Path(of).name != of or not path.is_file():
            raise UnknownObject(f"{folder} holds no backup {of}: {_named(held_in(folder)[0])}")
        with path.open("rb") as file:
            return Held(path, read_foot(file, path.name))
    held, broken = held_in(folder)
    if broken:
        whole = f"the newest of the others is {held[-1].path.name}" if held else "it holds no other"
        raise BrokenCustody(f"{broken[0].why}; {whole}: name one with --of", rule=1, where=broken[0].path.name)
    if not held:
        raise UnknownObject(f"{folder} holds no backup: name the folder that `suluh backup` was given")
    if len({one.foot.of for one in held}) > 1:
        raise UnknownObject(f"{folder} holds backups of several cases: name one with --of ({_named(held)})")
    return held[-1]


def _named(held: Sequence[Held]) -> str:
    return ", ".join(one.path.name for one in held) or "it holds none"
