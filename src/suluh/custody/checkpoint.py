# SPDX-License-Identifier: Apache-2.0
"""Checkpoints: the ledger's size and root as a C2SP signed note, which anybody may keep and compare.

A package proves of earlier ledgers that they are the beginning of its own, so that whoever kept a checkpoint compares.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from suluh.custody.key import OfficerKey, PublicKey
from suluh.custody.tree import HASH, Levels, is_consistent
from suluh.model.body import Part
from suluh.model.errors import BadBody, BrokenCustody

ED25519 = b"\x01"
MOST_BEGINNINGS = 256
"""Earlier ledgers that a package proves, the newest: at 20 hashes each they fill less than half a megabyte."""

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


class Beginning(Part, frozen=True, kw_only=True):
    """An earlier state of the ledger, and the proof that it is the beginning of this one."""

    size: int
    root: str
    """Hex."""

    steps: tuple[str, ...] = ()


def beginnings(levels: Levels, sizes: Sequence[int]) -> tuple[Beginning, ...]:
    """The proof of each earlier ledger of these sizes, of as many as a package carries."""
    wanted = sorted({one for one in sizes if 0 < one < levels.size})[-MOST_BEGINNINGS:]
    return tuple(
        Beginning(size=one, root=levels.root(one).hex(), steps=tuple(step.hex() for step in levels.consistency(one)))
        for one in wanted
    )


def check_beginnings(found: Sequence[Beginning], note: Checkpoint) -> Mapping[int, bytes]:
    """Rule 12 of a package: the root of each, by its size; in the order of sizes. Raises `BadBody`."""
    roots: dict[int, bytes] = {}
    for one in found:
        root, steps = _unhexed(one.root), [_unhexed(step) for step in one.steps]
        is_next = max(roots, default=0) < one.size < note.size
        if not is_next or not is_consistent(one.size, note.size, steps, root, note.root):
            raise BadBody(f"it does not prove that the first {one.size} entries are its beginning")
        roots[one.size] = root
    return roots


def _unhexed(text: str) -> bytes:
    """Lower-case hex in its one form. Raises `BadBody`."""
    try:
        raw = bytes.fromhex(text)
    except ValueError as error:
        raise BadBody(f"{text!r} is no hex") from error
    if raw.hex() != text:
        raise BadBody(f"{text!r} is no lower-case hex")
    return raw


def check_grown(roots: Mapping[int, bytes], own: bytes, name: str, held: bytes) -> int:
    """Rule 13: how many entries a kept checkpoint is over, with which the ledger of a package begins.

    `own` is the checkpoint of the package. Who signed the kept one is not asked: whoever kept it knows what it is.
    Raises `BrokenCustody`.
    """
    ours, lines = (note.decode("utf-8", "backslashreplace").split("\n") for note in (own, held))
    if len(lines) < len(ours) or lines[0] != ours[0] or lines[3]:
        raise _not_begun(name, "it is no checkpoint of the ledger of this package")
    known = {str(size): base64.b64encode(root).decode("ascii") for size, root in roots.items()} | {ours[1]: ours[2]}
    if known.get(lines[1], lines[2]) != lines[2]:
        raise _not_begun(name, f"its first {lines[1]} entries are not those of this ledger: one of the two is false")
    if lines[1] not in known:
        raise _not_begun(name, f"this package proves nothing of {lines[1]} entries: ask the unit for a newer package")
    return int(lines[1])


def _not_begun(name: str, reason: str) -> BrokenCustody:
    return BrokenCustody(f"checkpoint {name}: {reason}", rule=13, where=f"checkpoint {name}")
