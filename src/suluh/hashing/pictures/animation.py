# SPDX-License-Identifier: Apache-2.0
"""Perceptual hashes of the frames of an animated picture (GIF, WebP, PNG, AVIF), and of further pictures in a file."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import msgspec

from suluh.hashing.kinds import Kind
from suluh.hashing.pictures import decode, picture
from suluh.hashing.pictures.decode import Stopped
from suluh.model.ids import make_id
from suluh.model.matching import Fingerprint

MOST_HASHES = 64
"""So many frames that differ get a hash."""

MOST_FRAMES = 2_000
"""So many frames are looked at."""

MOST_POINTS = 100_000_000
"""So many points are hashed in all, about a second and a half: a worker has five for a picture."""

_HEADS = (b"GIF8", b"\x89PNG", b"RIFF")
_PAGED = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_BOX, _BRAND = slice(4, 8), slice(8, 12)
_SOME = 12


class _Done(NamedTuple):
    """What of an animation was done so far."""

    hashes: int = 0
    frames: int = 0
    points: int = 0

    def reason(self, more: int) -> str | None:
        """Why a frame of so many more points is too much, or null where it is not."""
        if self.hashes >= MOST_HASHES:
            return f"{MOST_HASHES} frames that differ were hashed, and no more are"
        if self.frames >= MOST_FRAMES:
            return f"{MOST_FRAMES:,} frames were looked at, and no more are"
        if self.points + more > MOST_POINTS:
            return f"more than {MOST_POINTS // 1_000_000} million points are not hashed"
        return None


def may_be(file: BinaryIO) -> bool:
    """Whether the first bytes are of a format that can be animated, or hold several pictures."""
    head = _head(file)
    return head.startswith((*_HEADS, *_PAGED)) or head[_BOX] == b"ftyp"


def is_paged(file: BinaryIO) -> bool:
    """Whether the first bytes are of a format whose further pictures do not move."""
    head = _head(file)
    return head.startswith(_PAGED) or (head[_BOX] == b"ftyp" and head[_BRAND] != b"avis")


def _head(file: BinaryIO) -> bytes:
    file.seek(0)
    head = file.read(_SOME)
    file.seek(0)
    return head


def fingerprints(sha256: str, file: BinaryIO) -> Iterator[Fingerprint | Stopped]:
    """Each usable hash of an animation once, with the frame that has it first; nothing for a picture that stands still.

    Where the animation is damaged or goes beyond the limits, the place where it was left is said.
    """
    if may_be(file):
        for kind in picture.kinds():
            yield from _of(sha256, file, kind)


def _of(sha256: str, file: BinaryIO, kind: Kind) -> Iterator[Fingerprint | Stopped]:
    done, seen = _Done(), set[str]()
    for one in decode.frames(file):
        if isinstance(one, Stopped):
            yield one
            return
        more = picture.points(one.picture.pixels)
        reason = done.reason(more)
        if reason is not None:
            yield Stopped(one.milliseconds, reason)
            return
        found = picture.of(sha256, kind, one.picture, full=True)
        if found.value is not None and found.value not in seen:
            seen.add(found.value)
            yield _frame(found, one.milliseconds)
        done = _Done(len(seen), done.frames + 1, done.points + more)


def _frame(look: Fingerprint, at: int) -> Fingerprint:
    """The hash with its moment."""
    identity = make_id("fingerprint", look.kind, "frame", look.sha256, at)
    return msgspec.structs.replace(look, id=identity, moment=at)
