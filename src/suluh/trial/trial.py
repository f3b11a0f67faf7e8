# SPDX-License-Identifier: Apache-2.0
"""What a trial found, as one file: read again, compared, signed."""

import hashlib
from collections.abc import Callable, Sequence

import msgspec
from msgspec import Struct

from suluh import __version__
from suluh.custody.key import OfficerKey, fingerprint_of, has_signed
from suluh.model.errors import BadBody
from suluh.model.times import utc
from suluh.referral.papers.known import digest
from suluh.trial.machine import Machine, tool_digest
from suluh.trial.part import Part, Result, held
from suluh.trial.setting import Setting

SIGNED = b"suluh check 1\n"
"""Before the bytes that are signed, so that the signature says nothing of any other file."""


class Trial(Struct, frozen=True, kw_only=True):
    """A machine and a version on trial."""

    version: str
    tool: str
    """SHA-256 of the program's files."""

    at: str
    clock: str
    """What set the clock, where it was not the machine's."""

    machine: Machine
    seed: int
    quick: bool
    """Whether it was held in a hurry, on fewer draws and a smaller case."""

    parts: tuple[Result, ...]
    validation: str
    """SHA-256 of the known figures that this version ships."""

    is_met: bool

    def json(self) -> bytes:
        """The file."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n"


class Signature(Struct, frozen=True, kw_only=True):
    """Who signed the file of a trial."""

    officer: str
    key: str
    """Their Ed25519 key, in hex."""

    sha256: str
    signature: str
    """Over `SIGNED` and the file's bytes, in hex."""

    @property
    def fingerprint(self) -> str:
        """The fingerprint of their key, as they read it out."""
        return fingerprint_of(bytes.fromhex(self.key))

    def json(self) -> bytes:
        """The file beside it."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n"


def sign(file: bytes, key: OfficerKey) -> Signature:
    """An officer's signature on the file of a trial."""
    return Signature(
        officer=key.code,
        key=key.public.signing.hex(),
        sha256=hashlib.sha256(file).hexdigest(),
        signature=key.sign(SIGNED + file).hex(),
    )


def hold(wanted: Sequence[Part], setting: Setting, given: Machine, clock: str, tell: Callable[[Result], None]) -> Trial:
    """Hold every part; what came of each is told as it comes."""
    results = held(wanted, setting, tell)
    return Trial(
        version=__version__,
        tool=tool_digest(),
        at=utc(setting.now),
        clock=clock,
        machine=given,
        seed=setting.seed,
        quick=setting.quick,
        parts=results,
        validation=digest(),
        is_met=all(one.is_met for one in results),
    )


def read_trial(file: bytes) -> Trial:
    """The trial of a file. Raises `BadBody`."""
    try:
        return msgspec.json.decode(file, type=Trial, strict=True)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadBody(f"this is no file of `suluh check` of this version: {error}") from error


def check_signature(file: bytes, given: bytes) -> Signature:
    """The signature that goes with the file of a trial. Raises `BadBody`."""
    try:
        found = msgspec.json.decode(given, type=Signature, strict=True)
        key, stamp = bytes.fromhex(found.key), bytes.fromhex(found.signature)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise BadBody(f"check.sig is no signature: {error}") from error
    if found.sha256 != hashlib.sha256(file).hexdigest() or not has_signed(key, SIGNED + file, stamp):
        raise BadBody(f"check.json is not what {found.officer} signed: one of both was changed, so use neither")
    return found
