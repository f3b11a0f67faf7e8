# SPDX-License-Identifier: Apache-2.0
"""Ids: hashes of a noun's name and natural key, the same on every machine."""

import base64
import hashlib
from collections.abc import Iterable
from functools import lru_cache

from suluh.model.rules.hidden import SHORTEST, without_files

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = tuple(one + two for one in _LETTERS for two in _LETTERS)
"""Two base32 characters for each value of ten bits: an id is made for every record, and this halves its cost."""

_TEN = 1023
"""A mask of ten bits."""


def make_id(noun: str, *key: str | bytes | int) -> str:
    """The first 16 bytes of SHA-256 over the noun's name and its length-prefixed key, as 26 base32 characters."""
    return letters(hashlib.sha256(b"".join(map(_framed, (noun, *key)))).digest()[:16])


def _framed(part: str | bytes | int) -> bytes:
    """A part of a key behind its length, so that no two keys run into one."""
    raw = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogateescape")
    return len(raw).to_bytes(8, "big") + raw


@lru_cache(maxsize=1000)
def _of_file(noun: str, file: str) -> bytes:
    """What the ids of all records of one kind in one file begin with, before they are hashed."""
    return _framed(noun) + _framed(file)


def letters(raw: bytes) -> str:
    """Sixteen bytes as 26 base32 characters: what every id looks like."""
    bits, pairs, ten = int.from_bytes(raw, "big") << 2, _PAIRS, _TEN
    return (
        f"{pairs[bits >> 120]}{pairs[bits >> 110 & ten]}{pairs[bits >> 100 & ten]}{pairs[bits >> 90 & ten]}"
        f"{pairs[bits >> 80 & ten]}{pairs[bits >> 70 & ten]}{pairs[bits >> 60 & ten]}{pairs[bits >> 50 & ten]}"
        f"{pairs[bits >> 40 & ten]}{pairs[bits >> 30 & ten]}{pairs[bits >> 20 & ten]}{pairs[bits >> 10 & ten]}"
        f"{pairs[bits & ten]}"
    )


BEGINNING = 15
"""Bits of the beginning of an id: one of 32,768."""


def beginning(raw: bytes) -> int:
    """The first bits of the sixteen bytes or more of an id."""
    return int.from_bytes(raw[:2], "big") >> 16 - BEGINNING


def begun(name: str) -> int:
    """The same of the id that `letters` made of them."""
    one, two, three = map(_LETTERS.index, name[:3])
    return one << 10 | two << 5 | three


def person_id(account: str) -> str:
    """The id of a person whose first account this is; it goes on leading to whoever holds that account."""
    return make_id("person", account)


def deal_id(message: str) -> str:
    """The id of a deal whose first message this is; it goes on leading to the deal that holds that message."""
    return make_id("deal", message)


def file_id(exhibit: str, acquisition: str, containers: Iterable[bytes], path: bytes) -> str:
    """The id of one path in one acquisition, or of a member inside containers."""
    chain = tuple(containers)
    return make_id("file", exhibit, acquisition, len(chain), *chain, path)


def record_id(noun: str, file: str, position: str) -> str:
    """The id of a record: the file it stands in and its position there, such as ``line:12`` or ``message:4711``."""
    raw = position.encode("utf-8", "surrogateescape")
    return letters(hashlib.sha256(_of_file(noun, file) + len(raw).to_bytes(8, "big") + raw).digest()[:16])


def display(path: bytes) -> str:
    r"""A path as text: UTF-8, every other byte as ``\xNN``, and of a name that may be a file its length and hash."""
    shown = path.decode("utf-8", "backslashreplace")
    return shown if len(shown) < SHORTEST else "/".join(map(without_files, shown.split("/")))


def path_b64(path: bytes) -> str | None:
    """The raw bytes of a path in base64 when they are not UTF-8, else null."""
    try:
        path.decode("utf-8")
    except UnicodeDecodeError:
        return base64.b64encode(path).decode("ascii")
    return None
