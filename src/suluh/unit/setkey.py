# SPDX-License-Identifier: Apache-2.0
"""The one key of the unit's known sets: sealed for each officer whom a holder named, never on disk in the clear."""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from suluh.custody.key import OfficerKey, PublicKey
from suluh.model.errors import NotAllowed
from suluh.unit.folder import UnitFolder, write

LENGTH = 32


def set_key(unit: UnitFolder, key: OfficerKey) -> bytes:
    """The key, made on first use for the officer who uses it alone. Raises `NotAllowed`."""
    with _alone(unit):
        return _own(unit, key)


def share(unit: UnitFolder, key: OfficerKey, public: PublicKey) -> None:
    """Seal the key for another officer, whom a holder of it names. Raises `NotAllowed`."""
    with _alone(unit):
        write(_sealed(unit, public.code), public.seal(_own(unit, key)))


def _own(unit: UnitFolder, key: OfficerKey) -> bytes:
    """The key as it was sealed for this officer; a new one when the unit has none yet. Raises `NotAllowed`."""
    path = _sealed(unit, key.code)
    if path.is_file():
        return key.unseal(path.read_bytes())
    if any(unit.set_keys.glob("*.sealed")):
        raise NotAllowed(
            f"the key of the known sets is not sealed for {key.code}: an officer who has it ({_holders(unit)}) starts "
            f"`suluh sets share {key.code}`"
        )
    secret = secrets.token_bytes(LENGTH)
    write(path, key.public.seal(secret))
    return secret


def _holders(unit: UnitFolder) -> str:
    return ", ".join(sorted(path.stem for path in unit.set_keys.glob("*.sealed")))


def _sealed(unit: UnitFolder, code: str) -> Path:
    return unit.set_keys / f"{code}.sealed"


@contextmanager
def _alone(unit: UnitFolder) -> Iterator[None]:
    """Two commands at once must not make two keys."""
    unit.set_keys.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(unit.set_keys / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
