# SPDX-License-Identifier: Apache-2.0
"""Perceptual hashes of a video's frames: key frames first, one frame a second where those found nothing."""

import importlib
import importlib.util
import pkgutil
from collections.abc import Generator, Iterable, Iterator
from types import ModuleType
from typing import BinaryIO, Literal, NamedTuple, Protocol

import numpy as np

from suluh.hashing.kinds import Look, Pixels
from suluh.hashing.kinds.pdq import Pdq
from suluh.hashing.pictures.decode import CannotDecode, Stopped
from suluh.hashing.pictures.picture import UNUSABLE
from suluh.model.ids import make_id
from suluh.model.matching import Fingerprint

Pass = Literal["key frames", "seconds"]

SIDE = 512
"""Frames are hashed at this width and height, as the recipe of vPDQ says."""

_USUAL = 40
"""Milliseconds from one frame to the next where none are stated."""

MOST_STREAMS = 8
"""So many moving pictures of one file are hashed: films for a pair of eyes have two, those of cars four."""

_PDQ = Pdq()
_NEEDLESS = frozenset({"av.__main__", "av.datasets"})
"""Parts of the library that are no decoder."""


class _Array(Protocol):
    """A frame at its new size."""

    def to_ndarray(self) -> Pixels: ...


class _Picture(Protocol):
    """A frame as the decoder gives it."""

    time: float | None

    def reformat(self, *, width: int, height: int, format: str, threads: int) -> _Array: ...  # noqa: A002 # its name


class _Container(Protocol):
    """An open video."""

    def decode(self, stream: object) -> Iterator[_Picture]: ...


class Frame(NamedTuple):
    """One frame, and where in the video it stands."""

    milliseconds: int
    pixels: Pixels
    stream: int = 0
    """Which moving picture of the file it is of: some hold several beside each other, or a cover among them."""


KEY_FRAMES: Pass = "key frames"
SECONDS: Pass = "seconds"


def is_possible() -> bool:
    """Whether the extra `suluh[video]` is installed."""
    return importlib.util.find_spec("av") is not None


def warm() -> None:
    """Load the decoders and compile the kernel."""
    if is_possible():
        for module in pkgutil.walk_packages(_av().__path__, "av."):
            if module.name not in _NEEDLESS:
                importlib.import_module(module.name)
    pixels = np.zeros((8, 8, 3), np.uint8)
    _PDQ.forms(pixels)


def _av() -> ModuleType:
    return importlib.import_module("av")


def frames(file: BinaryIO, which: Pass) -> Iterator[Frame | Stopped]:
    """The frames of one pass of each moving picture, as far as it can be read. Raises `CannotDecode`."""
    count = number = 0
    while number < max(count, 1):
        count = yield from _of_stream(file, number, which)
        number += 1
        if number == MOST_STREAMS < count:
            yield Stopped(0, f"it holds {count} moving pictures, and no more than {MOST_STREAMS} are hashed", number)
            return


def _of_stream(file: BinaryIO, number: int, which: Pass) -> Generator[Frame | Stopped, None, int]:
    """The frames of one moving picture of a file that is opened anew; how many the file holds."""
    av = _av()
    file.seek(0)
    try:
        container = av.open(file, metadata_errors="ignore")
    except av.error.FFmpegError as error:
        raise CannotDecode(f"the decoder says: {error.strerror}") from error
    with container:
        count = len(container.streams.video)
        if number >= count:
            raise CannotDecode("it holds no moving picture")
        stream = container.streams.video[number]
        stream.thread_type = "NONE"  # the lock refuses threads
        stream.codec_context.thread_count = 1
        if which == "key frames":
            stream.codec_context.skip_frame = "NONKEY"
        for one in _decoded(av, container, stream, which):
            yield one._replace(stream=number)
        return count


def _decoded(av: ModuleType, container: _Container, stream: object, which: Pass) -> Iterator[Frame | Stopped]:
    """Key frames, or the first frame at or behind each full second; no two at one moment.

    Where the stream states no times, its frames stand as far apart as those of most films do.
    """
    at, due = -1, 0
    try:
        for frame in container.decode(stream):
            usual = 0 if at < 0 else at + _USUAL
            at = max(at + 1, usual if frame.time is None else round(1000 * frame.time))
            if which == "seconds" and at < due:
                continue
            due = at - at % 1000 + 1000
            yield Frame(at, frame.reformat(width=SIDE, height=SIDE, format="rgb24", threads=1).to_ndarray())
    except PermissionError:
        raise  # the lock of the worker forbade something: a fault of ours, never the video's
    except av.error.FFmpegError as error:
        yield Stopped(max(at, 0), f"the decoder says: {error.strerror}")


def fingerprints(sha256: str, file: BinaryIO, which: Pass) -> Iterator[Fingerprint | Stopped]:
    """The hash of every frame of a pass that differs from the one before; the recorded absence where there is none."""
    best, found = 0, False
    try:
        for one in _looks(frames(file, which)):
            if isinstance(one, Stopped):
                yield one
                continue
            frame, forms = one
            best = max(best, forms[0].quality)
            if forms[0].quality >= _PDQ.lowest_quality:
                found = True
                yield _fingerprint(sha256, frame, forms)
    except CannotDecode as error:
        yield _absent(sha256, str(error), None)
        return
    if not found:
        yield _absent(sha256, UNUSABLE, best)


def _looks(found: Iterable[Frame | Stopped]) -> Iterator[tuple[Frame, tuple[Look, ...]] | Stopped]:
    """The forms of every frame that differs from the one before it, and where it stands."""
    last = 0, b""
    for one in found:
        if isinstance(one, Stopped):
            yield one
            continue
        forms = _PDQ.forms(one.pixels)
        if (one.stream, forms[0].value) != last:
            last = one.stream, forms[0].value
            yield one, forms


def _fingerprint(sha256: str, frame: Frame, forms: tuple[Look, ...]) -> Fingerprint:
    """One frame, the same in both passes. It is reported at this very scale, so it counts as full."""
    at, stream = frame.milliseconds, frame.stream or None
    return Fingerprint(
        id=make_id("fingerprint", _PDQ.name, "frame", sha256, at, *(() if stream is None else (stream,))),
        sha256=sha256,
        kind=_PDQ.name,
        value=forms[0].value.hex(),
        quality=forms[0].quality,
        mode="full",
        colour="colour",
        decoder=f"pyav {_av().__version__}, {SIDE} by {SIDE}",
        width=SIDE,
        height=SIDE,
        forms=tuple(look.value.hex() for look in forms[1:]),
        moment=at,
        stream=stream,
    )


def _absent(sha256: str, reason: str, quality: int | None) -> Fingerprint:
    identity = make_id("fingerprint", _PDQ.name, "full", sha256)
    return Fingerprint(id=identity, sha256=sha256, kind=_PDQ.name, reason=reason, quality=quality)
