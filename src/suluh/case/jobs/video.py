# SPDX-License-Identifier: Apache-2.0
"""Hashes the frames of one video: its key frames, or one for each second."""

from collections.abc import Iterator

from suluh.case.jobs.late import from_its_start
from suluh.hashing.pictures import video
from suluh.hashing.pictures.decode import Stopped
from suluh.model.body import Noun
from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.place import at


def warm() -> None:
    """Load the decoders and compile the kernel."""
    video.warm()


def work(source: Source) -> Iterator[Noun]:
    """A hash for each frame of the pass, or the recorded absence; a flaw with the time where a video breaks off."""
    with source.open() as opened:
        file = from_its_start(opened)
        for one in video.fingerprints(source.content or "", file, source.film or "key frames"):
            yield _flaw(source, one) if isinstance(one, Stopped) else one


def _flaw(source: Source, stopped: Stopped) -> Flaw:
    seconds = f"{stopped.milliseconds // 1000}.{stopped.milliseconds % 1000:03}"
    further = f"{stopped.stream}:" if stopped.stream else ""
    position = f"{source.film}:{further}{stopped.milliseconds}"
    return Flaw(
        id=record_id("flaw", source.file, position),
        step="picture",
        reason=f"the video cannot be read on from second {seconds}: {stopped.reason}",
        place=at("flaw", source.place(), position),
    )
