# SPDX-License-Identifier: Apache-2.0
"""The one key of the unit's known sets: sealed for each officer whom a holder named, never on disk in the clear.

It is taken back from an officer by a new key: sealed for all other holders, with the old one behind it until every set
lies under the new one. So a kill leaves nothing that a holder cannot open, and who uses the key next goes on with it.
"""

import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from suluh.custody.key import OfficerKey, PublicKey
from suluh.hashing.sets.setfile import decrypt, encrypt
from suluh.model.errors import BadBody, Misuse, NotAllowed, UnknownObject
from suluh.unit.folder import UnitFolder, alone, write
from suluh.unit.officers import public_key

LENGTH = 32


def keep_set(unit: UnitFolder, key: OfficerKey, path: Path, plain: bytes) -> None:
    """Keep a known set under the key, made on first use for the officer who uses it alone. Raises `NotAllowed`."""
    with alone(unit.set_keys):
        keys = _own(unit, key)
        if len(keys) > 1:
            _finish(unit, key, keys)
        write(path, encrypt(plain, keys[0]))


def open_set(unit: UnitFolder, key: OfficerKey, path: Path) -> bytearray:
    """A known set in the clear, in memory alone. Raises `NotAllowed`, `BadBody`."""
    with alone(unit.set_keys):
        return _opened(path, _own(unit, key))


def take_back(unit: UnitFolder, key: OfficerKey, code: str) -> int:
    """Let an officer open the known sets no longer; how many lie under a new key now.

    Raises `NotAllowed`, `Misuse`, `UnknownObject`. Whatever they copied before stays open to them.
    """
    if key.public.access != "supervisor":
        raise NotAllowed(f"{key.code} has the access {key.public.access}: a supervisor takes the known sets back")
    if code == key.code:
        raise Misuse(f"{code} would take the known sets from themself: another holder who is a supervisor does that")
    with alone(unit.set_keys):
        keys = _own(unit, key)
        if not _sealed(unit, code).is_file():
            raise UnknownObject(f"{code} cannot open the known sets: those can whose key is sealed, {_holders(unit)}")
        others = _others(unit, key, code)
        for path in _known(unit):
            _opened(path, keys)  # one that is damaged is told before anything is done
        _seal(unit, [*others, key.public], (secrets.token_bytes(LENGTH), *keys))
        _sealed(unit, code).unlink()
        _finish(unit, key, _own(unit, key))
        return len(_known(unit))


def _others(unit: UnitFolder, key: OfficerKey, *without: str) -> list[PublicKey]:
    """The other holders. Raises `UnknownObject` for one whose public key the unit does not have: nothing is done."""
    codes = sorted(path.stem for path in unit.set_keys.glob("*.sealed"))
    return [public_key(unit, code) for code in codes if code not in {key.code, *without}]


def _finish(unit: UnitFolder, key: OfficerKey, keys: tuple[bytes, ...]) -> None:
    """Put every set under the first of these keys, and seal that one alone."""
    holders = [*_others(unit, key), key.public]
    _seal(unit, holders, keys)
    for path in _known(unit):
        write(path, encrypt(bytes(_opened(path, keys)), keys[0]))
    _seal(unit, holders, keys[:1])


def _known(unit: UnitFolder) -> list[Path]:
    return sorted(unit.sets.glob("*.known"))


def _opened(path: Path, keys: tuple[bytes, ...]) -> bytearray:
    """A set under the first of these keys that opens it. Raises `BadBody`."""
    for one in keys[:-1]:
        with suppress(BadBody), path.open("rb") as file:
            return decrypt(file, one)
    with path.open("rb") as file:
        return decrypt(file, keys[-1])


def _seal(unit: UnitFolder, holders: Iterable[PublicKey], keys: tuple[bytes, ...]) -> None:
    for one in holders:
        write(_sealed(unit, one.code), one.seal(b"".join(keys)))


def share(unit: UnitFolder, key: OfficerKey, public: PublicKey) -> None:
    """Seal the key for another officer, whom a holder of it names. Raises `NotAllowed`."""
    with alone(unit.set_keys):
        _seal(unit, [public], _own(unit, key))


def _own(unit: UnitFolder, key: OfficerKey) -> tuple[bytes, ...]:
    """The key as it was sealed for this officer, and behind it those that it replaces; a new one if the unit has none.

    Raises `NotAllowed`.
    """
    path = _sealed(unit, key.code)
    if path.is_file():
        raw = key.unseal(path.read_bytes())
        return tuple(raw[start : start + LENGTH] for start in range(0, len(raw), LENGTH))
    if any(unit.set_keys.glob("*.sealed")):
        raise NotAllowed(
            f"the key of the known sets is not sealed for {key.code}: an officer who has it ({_holders(unit)}) starts "
            f"`suluh sets share {key.code}`"
        )
    secret = (secrets.token_bytes(LENGTH),)
    _seal(unit, [key.public], secret)
    return secret


def _holders(unit: UnitFolder) -> str:
    return ", ".join(sorted(path.stem for path in unit.set_keys.glob("*.sealed")))


def _sealed(unit: UnitFolder, code: str) -> Path:
    return unit.set_keys / f"{code}.sealed"
