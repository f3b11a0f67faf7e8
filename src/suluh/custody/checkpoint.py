# SPDX-License-Identifier: Apache-2.0
"""Checkpoints: the ledger's size and root as a C2SP signed note, which anybody may keep and compare."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple

from suluh.custody.key import OfficerKey, PublicKey
from suluh.custody.tree import HASH
from suluh.model.errors import BadBody

ED25519 = b"\x01"
_NUMBER = re.compile(r"0|[1-9][0-9]{0,17}")
_SIGNATURE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})")


class Checkpoint(NamedTuple):
    """A signed state of the ledger."""

    origin: str
    """``suluh/`` and the id of the case."""

    size: int
    root: bytes
    signer: str
    """Code of the officer whose signature was checked."""


def write_checkpoint(origin: str, size: int, root: bytes, key: OfficerKey) -> str:
    """The note over a ledger's size and root, signed."""
    text = f"{origin}\n{size}\n{base64.b64encode(root).decode('ascii')}\n"
    stamp = base64.b64encode(key_id(key.public) + key.sign(text.encode("utf-8"))).decode("ascii")
    return f"{text}\n— {key.code} {stamp}\n"


def read_checkpoint(note: str, keys: Iterable[PublicKey]) -> Checkpoint:
    """The checkpoint of a note that one of the keys signed; lines of keys not given are ignored. Raises `BadBody`."""
    text, gap, lines = note.partition("\n\n")
    parts = text.split("\n")
    if not gap or not lines.endswith("\n") or len(parts) != 3 or not parts[0] or not _NUMBER.fullmatch(parts[1]):  # noqa: PLR2004 # origin, size, root
        raise BadBody("this is no checkpoint: it has three lines, an empty one, and signatures")
    root = _decode(parts[2])
    if len(root) != HASH:
        raise BadBody("the root of this checkpoint is no SHA-256")
    signer = _signer((text + "\n").encode("utf-8"), lines[:-1].split("\n"), {key.code: key for key in keys})
    return Checkpoint(parts[0], int(parts[1]), root, signer)


def _signer(text: bytes, lines: list[str], keys: dict[str, PublicKey]) -> str:
    """The first officer in the note whose key we hold; a wrong signature of theirs is an error."""
    signers: list[str] = []
    for line in lines:
        found = _SIGNATURE.fullmatch(line)
        if found is None:
            raise BadBody(f"this checkpoint has a line that is no signature: {line!r}")
        name, stamp = found.group(1), _decode(found.group(2))
        key = keys.get(name)
        if key is None or stamp[:4] != key_id(key):
            continue
        if name in signers or not key.verify(text, stamp[4:]):
            raise BadBody(f"the signature of {name} on this checkpoint is not theirs")
        signers.append(name)
    if not signers:
        raise BadBody("no officer whose key is at hand signed this checkpoint")
    return signers[0]


def key_id(key: PublicKey) -> bytes:
    """The four bytes by which a note names a key."""
    return hashlib.sha256(key.code.encode("utf-8") + b"\n" + ED25519 + key.signing).digest()[:4]


def _decode(text: str) -> bytes:
    """Base64 in its one canonical form."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadBody(f"{text!r} is no base64") from error
    if base64.b64encode(raw).decode("ascii") != text:
        raise BadBody(f"{text!r} is no canonical base64")
    return raw
