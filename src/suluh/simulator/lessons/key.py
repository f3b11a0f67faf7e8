# SPDX-License-Identifier: Apache-2.0
"""The key of a training case: what is true of it, written so that nobody reads it by chance."""

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from suluh.model.errors import Misuse
from suluh.simulator.evidence.papers import number_of
from suluh.simulator.truth import Truth

NAME = "lesson.key"
MARK = "Suluh training key"
VERSION = 1


class Trap(Struct, frozen=True, kw_only=True):
    """Another explanation that applies: an officer must say of it what was found."""

    name: str
    row: str
    """Its number in the catalogue of other explanations."""

    persons: tuple[str, ...]
    accounts: tuple[str, ...]
    deals: tuple[str, ...] = ()


class Fault(Struct, frozen=True, kw_only=True):
    """A fault that was planted in the papers, and by what it is known for found."""

    name: str
    sign: str
    """Which rule of `suluh.simulator.lessons.found` says whether it was found."""

    codes: tuple[str, ...] = ()
    """Codes of the entries that have it: whoever names one of them has found it."""

    value: str = ""
    """What the rule compares: an exhibit, an item, an account."""

    right: str = ""
    """What would be right, where that is a value."""


class Key(Struct, frozen=True, kw_only=True):
    """Everything that a training case hides."""

    version: int = VERSION
    lesson: int
    seed: int
    number: str
    """Number of the case."""

    truth: Truth
    traps: tuple[Trap, ...]
    faults: tuple[Fault, ...]


def write_key(folder: Path, key: Key) -> Path:
    """Write the key: a line that says what it is, then bytes that seed and lesson alone open. It keeps no secret."""
    path = folder / NAME
    head = f"{MARK}, lesson {key.lesson}, seed {key.seed}\n".encode()
    path.write_bytes(head + _veiled(msgspec.json.encode(key, order="deterministic"), head))
    return path


def read_key(folder: Path) -> Key:
    """The key of the training case in a folder. Raises `Misuse`."""
    path = folder / NAME
    if not path.is_file():
        raise Misuse(f"{folder} holds no {NAME}: name the folder that `suluh simulate --lesson` wrote")
    head, _, rest = path.read_bytes().partition(b"\n")
    try:
        key = msgspec.json.decode(_veiled(rest, head + b"\n"), type=Key, strict=True)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Misuse(f"{path} is no whole key of this version: write the training case again") from error
    if key.number != number_of(key.seed, key.lesson):  # a made-up number alone: no key opens a real case unseen
        raise Misuse(f"{path} is no key of a training case: write the training case again")
    return key


def _veiled(data: bytes, head: bytes) -> bytes:
    """Bytes under a stream made of the first line: doing it twice gives them back."""
    stream = hashlib.shake_256(head).digest(len(data))
    return (int.from_bytes(data) ^ int.from_bytes(stream)).to_bytes(len(data))
