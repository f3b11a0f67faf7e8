# SPDX-License-Identifier: Apache-2.0
"""A backup as one file: blocks that only a supervisor's key opens, and a signed foot by which anybody can check them.

The rules are numbered in docs/backup.md. In clear stand time, size and root of the ledger and officers' codes and keys.
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from msgspec import Struct

from suluh.custody.key import OfficerKey, PublicKey, has_signed
from suluh.model.body import Part, body
from suluh.model.errors import BadBody, BrokenCustody, NotAllowed

BLOCK, TAG, DIGEST, KEY, SIGNATURE, COUNTER = 1 << 20, 16, 32, 32, 64, 8
HEAD, TAIL = b"suluh backup 1\n", b"suluh backup ends\n"
CONTEXT = b"suluh backup foot 1\n"
"""Stands before the foot when it is signed, so that no other signature can pass for one."""

NEXT = "take an earlier backup, or the same one from another disk"


class Sealed(Part, frozen=True, kw_only=True):
    """The key of the blocks, for one supervisor."""

    code: str
    box: bytes
    """Their X25519 public key."""

    secret: bytes


class Foot(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="suluh-backup/1", tag_field="format"):
    """What anybody may read of a backup."""

    at: str
    entries: int
    """How many entries the ledger had."""

    root: str
    """Root of the ledger's tree, hex."""

    of: str
    """By what backups of one case are known: nobody can tell from it of which case."""

    maker: str
    key: bytes
    """Ed25519 public key of who made it."""

    sealed: tuple[Sealed, ...]
    size: int
    """Bytes of all blocks."""

    blocks: bytes
    """SHA-256 of each block, one after the other."""

    def body(self) -> bytes:
        """Its canonical bytes."""
        return body(self)


class About(NamedTuple):
    """What a backup is of."""

    at: str
    entries: int
    root: str
    of: str


def write_backup(
    file: BinaryIO, plain: Iterable[bytes], about: About, maker: OfficerKey, to: Sequence[PublicKey]
) -> Foot:
    """Write a whole backup that those named can open, signed by its maker."""
    secret = secrets.token_bytes(KEY)
    seen, size = [], 0
    file.write(HEAD)
    for block in _encrypted(plain, secret):
        file.write(block)
        seen.append(hashlib.sha256(block).digest())
        size += len(block)
    sealed = tuple(Sealed(code=one.code, box=one.box, secret=one.seal(secret)) for one in to)
    hand = {"maker": maker.code, "key": maker.public.signing}
    foot = Foot(**about._asdict(), **hand, sealed=sealed, size=size, blocks=b"".join(seen))  # type: ignore[arg-type] # each by its name
    raw = foot.body()
    file.write(raw + maker.sign(CONTEXT + raw) + len(raw).to_bytes(COUNTER, "big") + TAIL)
    return foot


def _encrypted(plain: Iterable[bytes], secret: bytes) -> Iterator[bytes]:
    """Blocks of one size under a key that is used for nothing else; the last one is marked as the last."""
    cipher, number, held = ChaCha20Poly1305(secret), 0, bytearray()
    for piece in plain:
        held += piece
        while len(held) > BLOCK:
            yield cipher.encrypt(_nonce(number, is_last=False), bytes(held[:BLOCK]), None)
            del held[:BLOCK]
            number += 1
    yield cipher.encrypt(_nonce(number, is_last=True), bytes(held), None)


def _nonce(number: int, *, is_last: bool) -> bytes:
    """Place and end of a block: one that is moved, left out or cut off does not open."""
    return number.to_bytes(11, "big") + bytes([is_last])


def read_foot(file: BinaryIO, name: str) -> Foot:
    """Rules 1 and 2: the file begins and ends as a backup, and its maker signed its foot. Raises `BrokenCustody`."""
    end = file.seek(0, 2)
    file.seek(0)
    if file.read(len(HEAD)) != HEAD:
        raise _broken(name, 1, "its beginning is not that of a backup")
    tail = COUNTER + len(TAIL)
    file.seek(max(end - tail, 0))
    length, mark = file.read(COUNTER), file.read()
    start = end - tail - SIGNATURE - int.from_bytes(length, "big")
    if mark != TAIL or start < len(HEAD):
        raise _broken(name, 1, "its end is not that of a backup: it was changed, or was never written to the end")
    file.seek(start)
    raw, signature = file.read(end - tail - SIGNATURE - start), file.read(SIGNATURE)
    foot = _foot(raw, name)
    if not has_signed(foot.key, CONTEXT + raw, signature):
        raise _broken(name, 2, f"the signature under its foot is not that of {foot.maker}")
    if start != len(HEAD) + foot.size or not _fits(foot):
        raise _broken(name, 1, "its foot counts other blocks than lie before it")
    return foot


def _foot(raw: bytes, name: str) -> Foot:
    try:
        foot = msgspec.json.decode(raw, type=Foot, strict=True)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _broken(name, 1, "its foot cannot be read") from error
    if foot.body() != raw or not foot.blocks or len(foot.blocks) % DIGEST:
        raise _broken(name, 1, "its foot is not in its canonical form")
    return foot


def _fits(foot: Foot) -> bool:
    """Whether so many bytes are so many blocks: all are full but the last."""
    number = len(foot.blocks) // DIGEST
    plain = foot.size - TAG * number
    return (number - 1) * BLOCK < plain <= number * BLOCK or (number, plain) == (1, 0)


def _blocks(file: BinaryIO, foot: Foot) -> Iterator[tuple[int, int, bytes]]:
    """Each block with its number and its place in the file."""
    place, left = len(HEAD), foot.size
    for number in range(len(foot.blocks) // DIGEST):
        file.seek(place)
        block = file.read(min(BLOCK + TAG, left))
        yield number, place, block
        place, left = place + len(block), left - len(block)


def check_blocks(file: BinaryIO, foot: Foot, name: str) -> None:
    """Rule 3: every block has the SHA-256 that the maker signed; no key is needed. Raises `BrokenCustody`."""
    for number, place, block in _blocks(file, foot):
        if hashlib.sha256(block).digest() != foot.blocks[DIGEST * number : DIGEST * (number + 1)]:
            total, last = len(foot.blocks) // DIGEST, place + len(block)
            raise _broken(name, 3, f"block {number + 1} of {total} (bytes {place:,} to {last:,}) was changed")


def opened(file: BinaryIO, foot: Foot, key: OfficerKey, name: str) -> Iterator[bytes]:
    """Rule 4: what lies in it, for a supervisor to whom it was sealed. Raises `NotAllowed`, `BrokenCustody`."""
    own = next((one for one in foot.sealed if one.box == key.public.box), None)
    if own is None:
        named = ", ".join(one.code for one in foot.sealed)
        raise NotAllowed(f"{name} was not sealed for {key.code}: it opens with the key of {named} alone")
    try:
        cipher = ChaCha20Poly1305(key.unseal(own.secret))
    except (BadBody, ValueError) as error:
        raise _broken(name, 4, f"what was sealed for {own.code} does not open") from error
    last = len(foot.blocks) // DIGEST - 1
    for number, _, block in _blocks(file, foot):
        try:
            yield cipher.decrypt(_nonce(number, is_last=number == last), block, None)
        except InvalidTag as error:
            raise _broken(name, 4, f"block {number + 1} does not open with its key") from error


def _broken(name: str, rule: int, reason: str) -> BrokenCustody:
    return BrokenCustody(f"the backup {name} is not whole: {reason} (rule {rule}); {NEXT}", rule=rule, where=name)
