# SPDX-License-Identifier: Apache-2.0
"""Officers' keys: each signs with their own."""

import re
from pathlib import Path

from suluh.custody.key import NORMAL, OfficerKey, PublicKey, Strength
from suluh.model.errors import BadBody, Misuse, NotAllowed, UnknownObject, WrongPassphrase
from suluh.unit.folder import UnitFolder, write

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
SHORTEST_PASSPHRASE = 8


def add_officer(
    unit: UnitFolder, code: str, access: str, passphrase: str, at: str, strength: Strength = NORMAL
) -> PublicKey:
    """A new officer's key, kept in the unit's folder. Raises `Misuse`."""
    if not CODE.fullmatch(code):
        raise Misuse(f"{code!r} is no officer's code: use letters, digits, dot, dash or underscore, 40 at most")
    if has_officer(unit, code):
        raise Misuse(f"the unit has an officer {code} already: choose another code")
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise Misuse(f"the passphrase is too short: it needs at least {SHORTEST_PASSPHRASE} characters")
    public, wrapped = OfficerKey.make(code, access, passphrase, made_at=at, strength=strength)
    write(unit.officers / f"{code}.key", wrapped)
    write(unit.officers / f"{code}.pub", public.body())
    return public


def has_officer(unit: UnitFolder, code: str) -> bool:
    """Whether the unit holds a key of this code."""
    return (unit.officers / f"{code}.key").is_file()


def officers(unit: UnitFolder) -> tuple[PublicKey, ...]:
    """The public keys of all officers, by code."""
    if not unit.officers.is_dir():
        return ()
    return tuple(PublicKey.read(path.read_bytes()) for path in sorted(unit.officers.glob("*.pub")))


def public_key(unit: UnitFolder, code: str, file: Path | None = None) -> PublicKey:
    """An officer's public key: the unit's, or one that a file from another machine holds. Raises `UnknownObject`."""
    path = file or unit.officers / f"{code}.pub"
    if file and not file.is_file():
        raise UnknownObject(f"no file lies at {file}: name the CODE.pub that their unit gave you")
    if not CODE.fullmatch(code) or not path.is_file():
        raise UnknownObject(
            f"the unit has no officer {code}: add one with `suluh officer add {code} --access ...`, or name the file "
            "of their public key with --key"
        )
    try:
        key = PublicKey.read(path.read_bytes())
    except BadBody as error:
        raise Misuse(f"{path} holds no officer's public key: name the CODE.pub that their unit gave you") from error
    if key.code != code:
        raise Misuse(f"{path} is the public key of {key.code} and not of {code}: nothing was done")
    return key


def check_heard(code: str, fingerprint: str, heard: str) -> None:
    """Raise `NotAllowed` unless the whole fingerprint of a key was heard; blanks and capitals do not count."""
    if "".join(heard.split()).lower() != "".join(fingerprint.split()):
        raise NotAllowed(
            f"the key of {code} that lies here has the fingerprint {fingerprint}, and you heard {heard.strip()!r}: "
            f"nothing was done; ask {code} once more, and who laid that key here"
        )


def unlock(unit: UnitFolder, code: str, passphrase: str | None) -> OfficerKey:
    """An officer's own key. Raises `UnknownObject`, `WrongPassphrase`."""
    if not CODE.fullmatch(code) or not has_officer(unit, code):
        raise UnknownObject(f"the unit has no officer {code}: add one with `suluh officer add {code} --access ...`")
    if passphrase is None:
        raise WrongPassphrase(f"the key of {code} is locked: set SULUH_PASSPHRASE or SULUH_PASSPHRASE_FILE")
    return OfficerKey.unlock((unit.officers / f"{code}.key").read_bytes(), passphrase)
