# SPDX-License-Identifier: Apache-2.0
"""Hashes the frames of one video; `settings` gives pass and content: `key frames:` or `seconds:` and a SHA-256."""

from collections.abc import Iterator

from suluh.hashing.pictures import video
from suluh.hashing.pictures.decode import Stopped
from suluh.model.body import Noun
from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw


def warm() -> None:
    """Load the decoders and compile the kernel."""
    video.warm()


def work(source: Source) -> Iterator[Noun]:
    """A hash for each frame of the pass, or the recorded absence; a flaw with the time where a video breaks off."""
    which, _, sha256 = source.settings.partition(":")
    with source.open() as file:
        for one in video.fingerprints(sha256, file, "seconds" if which == "seconds" else "key frames"):
            yield _flaw(source, one) if isinstance(one, Stopped) else one


def _flaw(source: Source, stopped: Stopped) -> Flaw:
    seconds = f"{stopped.milliseconds // 1000}.{stopped.milliseconds % 1000:03}"
    return Flaw(
        id=record_id("flaw", source.file, f"{source.settings.partition(':')[0]}:{stopped.milliseconds}"),
        step="picture",
        reason=f"the video cannot be read on from second {seconds}: {stopped.reason}",
        place=source.place(),
    )
