# SPDX-License-Identifier: Apache-2.0
"""Hashes one picture by what it shows: reduced at first, in full where it may be a near match."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from suluh.case.jobs.late import from_its_start
from suluh.hashing.pictures import animation, picture, small
from suluh.hashing.pictures.decode import Stopped
from suluh.hashing.pictures.facts import facts
from suluh.hashing.pictures.picture import Damage
from suluh.model.body import Noun
from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.matching import Fingerprint
from suluh.model.place import at

OTHER = (
    "the small picture in its header shows something else than the picture itself, as after cutting or painting over: "
    "look at both in the unit's own viewer"
)


def warm() -> None:
    """Load the decoders and compile the kernels."""
    picture.warm()


def work(source: Source) -> Iterator[Noun]:
    """Every perceptual hash of one picture, or the recorded absence of one; once, its frames and what its header says.

    Frames are hashed in full the first time, so an animation is never decoded a second time.
    """
    full = source.mode == "full"
    with source.open() as opened:
        file = from_its_start(opened)
        own: dict[str, Fingerprint] = {}
        for one in picture.fingerprints(source.content or "", file, full=full):
            if not isinstance(one, Damage):
                own.setdefault(one.kind, one)
                yield one
            elif not full:
                yield _flaw(source, "cut", one.reason)
        if not full:
            yield from _besides(source, file)
            yield from _small(source, file, own)


def _small(source: Source, file: BinaryIO, own: Mapping[str, Fingerprint]) -> Iterator[Noun]:
    """The small picture of its header, where that shows something else."""
    file.seek(0)
    for one in small.fingerprints(source.content or "", file, own):
        yield _flaw(source, "small", OTHER) if isinstance(one, small.Differs) else one


def _besides(source: Source, file: BinaryIO) -> Iterator[Noun]:
    """What a picture says once: its further frames or pictures, and its header."""
    is_paged = animation.is_paged(file)
    for one in animation.fingerprints(source.content or "", file):
        if isinstance(one, Stopped):
            yield _flaw(source, f"frames:{one.milliseconds}", _left(one, is_paged=is_paged))
        else:
            yield one
    file.seek(0)
    found = facts(source.content or "", file)
    yield found
    if found.unread:
        yield _flaw(source, "header", f"of its header these fields cannot be read: {', '.join(found.unread)}")


def _left(stopped: Stopped, *, is_paged: bool) -> str:
    """Where an animation or the further pictures of a file were left, and why."""
    if is_paged:
        return f"its further pictures were left at number {stopped.milliseconds + 1:,}: {stopped.reason}"
    return f"the animation was left at millisecond {stopped.milliseconds:,}: {stopped.reason}"


def _flaw(source: Source, position: str, reason: str) -> Flaw:
    place = at("flaw", source.place(), position)
    return Flaw(id=record_id("flaw", source.file, position), step="picture", reason=reason, place=place)
