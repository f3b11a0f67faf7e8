# SPDX-License-Identifier: Apache-2.0
"""The secret of a case: with it ids are masked, and without it nobody can tell whose they are. It never leaves."""

import os
import secrets
from pathlib import Path

from suluh.case.folder import CaseFolder
from suluh.model.errors import CaseIsDamaged

SIZE = 32


def secret_of(folder: CaseFolder, given: bytes | None = None) -> bytes:
    """The secret of a case; one that has none yet gets the one given, else one drawn at random.

    Where the folder cannot be written, it is drawn for this command alone. Raises `CaseIsDamaged`.
    """
    known = _read(folder.secret)
    if known is not None:
        return known
    drawn = given or secrets.token_bytes(SIZE)
    try:
        _put(folder.secret, drawn)
    except OSError:
        return drawn
    return _read(folder.secret) or drawn


def _read(path: Path) -> bytes | None:
    """The kept secret, or null where there is none."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None
    if len(raw) != SIZE:
        raise CaseIsDamaged(
            f"{path} holds {len(raw)} bytes, and the secret of a case has {SIZE}: take it from the last backup, "
            "for ids that were shown can be found again with that one only"
        )
    return raw


def _put(path: Path, secret: bytes) -> None:
    """Put the secret in place whole or not at all; the one that another process put there first stays."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        _name(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _name(draft: Path, path: Path) -> None:
    """Give a whole file its name unless the name is taken; a disk without hard links is asked first."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return
    except OSError:
        if not path.exists():
            draft.replace(path)
