# SPDX-License-Identifier: Apache-2.0
"""The secret of a case: with it ids are masked, and without it nobody can tell whose they are.

It leaves in nothing but a backup, sealed.

The case knows it again by a digest that its first entry covers: one that is lost or exchanged is an error, for ids that
were shown and cited would lead nowhere. In cases of earlier versions there is none.
"""

import hashlib
import os
import secrets
from contextlib import suppress
from pathlib import Path

from suluh.case.folder import CaseFolder
from suluh.model.errors import CaseIsDamaged
from suluh.unit.folder import settle

SIZE = 32
_WORDS = b"suluh secret 1\n"


def known_by(secret: bytes) -> str:
    """By what a secret is known again: it is drawn from 2^256, so that this tells nothing of it."""
    return hashlib.sha256(_WORDS + secret).hexdigest()


def fault_of(folder: CaseFolder, expected: str | None) -> str | None:
    """What is wrong with the secret of a case by what it is known again, or null."""
    try:
        known = _read(folder.secret)
    except CaseIsDamaged as error:
        return str(error)
    if expected is None or (known is not None and known_by(known) == expected):
        return None
    how = "is gone" if known is None else "is another one than the case was started with"
    return (
        f"the secret of the case ({folder.secret}) {how}: take it from the last backup, for ids that were shown can be "
        "found again with that one only"
    )


def first_secret(folder: CaseFolder, given: bytes | None = None) -> bytes:
    """The secret of a case that starts, in its place for good before the first entry names it. Raises `OSError`."""
    known = _read(folder.secret)
    if known is None:
        _put(folder.secret, given or secrets.token_bytes(SIZE))
        known = folder.secret.read_bytes()
    return known


def secret_of(folder: CaseFolder, given: bytes | None = None, expected: str | None = None) -> bytes:
    """The secret of a case, which is known again; one that has none yet gets the one given, else one drawn at random.

    Where the folder cannot be written, it is drawn for this command alone. Raises `CaseIsDamaged` where it is lost.
    """
    fault = fault_of(folder, expected)
    if fault is not None:
        raise CaseIsDamaged(fault)
    known = _read(folder.secret)
    if known is not None:
        return known
    drawn = given or secrets.token_bytes(SIZE)
    with suppress(OSError):
        _put(folder.secret, drawn)
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
    settle(path.parent)


def _name(draft: Path, path: Path) -> None:
    """Give a whole file its name unless the name is taken; a disk without hard links is asked first."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return
    except OSError:
        if not path.exists():
            draft.replace(path)
