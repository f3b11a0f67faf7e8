# SPDX-License-Identifier: Apache-2.0
"""Hashes one picture by what it shows: reduced at first, in full where it may be a near match."""

from collections.abc import Iterator

from suluh.hashing.pictures import animation, picture
from suluh.hashing.pictures.decode import Stopped
from suluh.hashing.pictures.facts import facts
from suluh.model.body import Noun
from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.place import at


def warm() -> None:
    """Load the decoders and compile the kernels."""
    picture.warm()


def work(source: Source) -> Iterator[Noun]:
    """Every perceptual hash of one picture, or the recorded absence of one; once, its frames and what its header says.

    Frames are hashed in full the first time, so an animation is never decoded a second time.
    """
    sha256, full = source.content or "", source.mode == "full"
    with source.open() as file:
        yield from picture.fingerprints(sha256, file, full=full)
    if not full:
        with source.open() as file:
            for one in animation.fingerprints(sha256, file):
                yield _flaw(source, one) if isinstance(one, Stopped) else one
            file.seek(0)
            yield facts(sha256, file)


def _flaw(source: Source, stopped: Stopped) -> Flaw:
    position = f"frames:{stopped.milliseconds}"
    return Flaw(
        id=record_id("flaw", source.file, position),
        step="picture",
        reason=f"the animation was left at millisecond {stopped.milliseconds:,}: {stopped.reason}",
        place=at("flaw", source.place(), position),
    )
