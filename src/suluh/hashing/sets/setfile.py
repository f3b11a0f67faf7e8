# SPDX-License-Identifier: Apache-2.0
"""How a hash set is kept on disk: known ones encrypted in frames under the unit's key, benign ones plain and mapped."""

import mmap
import os
import secrets
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from suluh.model.errors import BadBody

MAGIC = b"suluh known set 1\n"
FRAME = 1 << 20
_SALT = 32
_TAG = 16
_KEY = 32


def encrypt(plain: bytes, key: bytes) -> bytes:
    """A set in frames of 1 MiB, each under a key of this file alone and bound to its place; the last one says so."""
    salt = secrets.token_bytes(_SALT)
    cipher = _cipher(key, salt)
    frames = [MAGIC, salt]
    last = max(0, (len(plain) - 1) // FRAME)
    view = memoryview(plain)
    for number in range(last + 1):
        block = view[number * FRAME : (number + 1) * FRAME]
        frames.append(cipher.encrypt(_nonce(number, last=number == last), block, MAGIC))
    return b"".join(frames)


def decrypt(file: BinaryIO, key: bytes) -> bytearray:
    """The set that `encrypt` hid; it is never written to disk. Raises `BadBody` when a byte changed or is missing."""
    if file.read(len(MAGIC)) != MAGIC:
        raise BadBody("this is no kept hash set of this version: add the set to the unit again")
    cipher = _cipher(key, file.read(_SALT))
    plain = bytearray()
    number, block = 0, file.read(FRAME + _TAG)
    while block:
        following = file.read(FRAME + _TAG)
        try:
            plain += cipher.decrypt(_nonce(number, last=not following), block, MAGIC)
        except (InvalidTag, ValueError) as error:
            raise BadBody(
                f"frame {number + 1} of a kept hash set was changed: add the set to the unit again"
            ) from error
        number, block = number + 1, following
    if number == 0:
        raise BadBody("a kept hash set is cut off: add the set to the unit again")
    return plain


def mapped(path: Path) -> memoryview:
    """A benign set as it lies on disk, read page by page as it is needed."""
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def put(draft: Path, path: Path) -> None:
    """Put a written file in its place, for good."""
    _settle(draft)
    draft.chmod(0o600)
    draft.replace(path)
    _settle(path.parent)


def _settle(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), _KEY, salt=salt, info=b"suluh known set").derive(key))
