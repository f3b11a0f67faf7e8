# SPDX-License-Identifier: Apache-2.0
"""The one key of the unit's known sets: sealed for each officer, never on disk in the clear."""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from suluh.custody.key import OfficerKey
from suluh.model.errors import NotAllowed
from suluh.unit.folder import UnitFolder, write
from suluh.unit.officers import officers

LENGTH = 32


def set_key(unit: UnitFolder, key: OfficerKey) -> bytes:
    """The key, made on first use. An officer added later gets it when one who has it next uses a set."""
    with _alone(unit):
        secret = _own(unit, key)
        for public in officers(unit):
            path = _sealed(unit, public.code)
            if not path.is_file():
                write(path, public.seal(secret))
    return secret


def _own(unit: UnitFolder, key: OfficerKey) -> bytes:
    """The key as it was sealed for this officer; a new one when the unit has none yet. Raises `NotAllowed`."""
    path = _sealed(unit, key.code)
    if path.is_file():
        return key.unseal(path.read_bytes())
    if any(unit.set_keys.glob("*.sealed")):
        raise NotAllowed(
            f"the key of the known sets is not sealed for {key.code} yet: let an officer who has it run "
            "`suluh sets add` or `suluh run` once"
        )
    secret = secrets.token_bytes(LENGTH)
    write(path, key.public.seal(secret))
    return secret


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
