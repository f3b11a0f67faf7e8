# SPDX-License-Identifier: Apache-2.0
"""Frames of made-up videos, slopes that move, by the extra `suluh[video]`."""

import io
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from suluh.case.jobs import video as job
from suluh.hashing.matching.match import near
from suluh.hashing.pictures.decode import Stopped
from suluh.hashing.pictures.picture import UNUSABLE
from suluh.hashing.pictures.video import KEY_FRAMES, SECONDS, Frame, fingerprints, frames
from suluh.model.intake import Flaw
from suluh.model.matching import Fingerprint
from suluh.model.place import Place
from suluh.workers.wire.check import identity

NAME = "ef" * 32
av: ModuleType = pytest.importorskip("av", reason="the extra suluh[video] is not installed")


@pytest.fixture(scope="module")
def film() -> bytes:
    """Six seconds of 10 pictures a second, a key frame every two seconds, a new scene every second."""
    return _film(blank=False)


def _film(*, blank: bool) -> bytes:
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        stream.codec_context.gop_size = 20
        for number in range(60):
            picture = av.VideoFrame.from_ndarray(_picture(number // 10, blank=blank), format="rgb24")
            container.mux(stream.encode(picture))
        container.mux(stream.encode())
    return file.getvalue()


def _picture(scene: int, *, blank: bool) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    down, across = np.mgrid[:240, :320]
    numbers = np.random.PCG64(scene).random_raw(12).astype(np.int64) & 0xFF
    plane = (down * (1 + scene) // 3 + across * (6 - scene) // 4) % 256
    for i in range(0, 12, 3):
        y, x, r = (int(n) for n in numbers[i : i + 3])
        plane = np.where((down - y) ** 2 + (across - x) ** 2 < (20 + r // 4) ** 2, r, plane)
    return np.stack([plane * (not blank)] * 3, axis=2).astype(np.uint8)


def _moments(data: bytes, which: str) -> list[int]:
    found = frames(io.BytesIO(data), which)  # type: ignore[arg-type] # one of the two passes
    return [one.milliseconds for one in found if isinstance(one, Frame)]


def test_key_frames_are_found(film: bytes) -> None:
    assert set(_moments(film, "key frames")) >= {0, 2000, 4000}
    assert len(_moments(film, "key frames")) < 60


def test_one_frame_a_second_is_found(film: bytes) -> None:
    assert _moments(film, "seconds") == [0, 1000, 2000, 3000, 4000, 5000]


def test_every_frame_that_differs_has_a_hash_with_its_moment(film: bytes) -> None:
    found = [one for one in fingerprints(NAME, io.BytesIO(film), "seconds") if isinstance(one, Fingerprint)]

    assert [one.moment for one in found] == [0, 1000, 2000, 3000, 4000, 5000]
    assert len({one.id for one in found}) == 6
    assert all(one.value and one.mode == "full" and len(one.forms) == 7 for one in found)
    assert "512 by 512" in (found[0].decoder or "")
    assert list(near(found, ())) == []


def test_a_frame_is_the_same_in_both_passes(film: bytes) -> None:
    """Else the second one would be left out, with a flaw, as another under the id of the first."""
    both = [
        {one.id: one for one in fingerprints(NAME, io.BytesIO(film), which) if isinstance(one, Fingerprint)}
        for which in (KEY_FRAMES, SECONDS)
    ]

    same = both[0].keys() & both[1].keys()
    assert same
    assert all(both[0][one] == both[1][one] for one in same)


def test_a_film_that_begins_later_keeps_its_moments() -> None:
    """As a transport stream does, or a film whose first frames need ones that are not there."""
    file = io.BytesIO()
    with av.open(file, "w", format="mpegts") as container:
        stream = container.add_stream("mpeg2video", rate=25)
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        for number in range(30):
            picture = av.VideoFrame.from_ndarray(_picture(number // 10, blank=False), format="rgb24")
            container.mux(stream.encode(picture))
        container.mux(stream.encode())
    with av.open(io.BytesIO(file.getvalue())) as opened:
        first = next(iter(opened.decode(video=0))).time

    assert first > 0
    assert _moments(file.getvalue(), KEY_FRAMES)[0] == _moments(file.getvalue(), SECONDS)[0] == round(1000 * first)


def test_frames_without_times_have_moments_of_their_own() -> None:
    """As the raw stream of a camera: MPEG-4 without anything around it."""
    file = io.BytesIO()
    with av.open(file, "w", format="m4v") as container:
        stream = container.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        stream.codec_context.gop_size = 1
        for scene in range(4):
            picture = av.VideoFrame.from_ndarray(_picture(scene, blank=False), format="rgb24")
            container.mux(stream.encode(picture))
        container.mux(stream.encode())

    found = [one for one in fingerprints(NAME, file, KEY_FRAMES) if isinstance(one, Fingerprint)]

    assert len({one.id for one in found}) == len({one.value for one in found}) == len(found) == 4


def test_a_blank_video_has_no_usable_hash() -> None:
    [found] = fingerprints(NAME, io.BytesIO(_film(blank=True)), "key frames")

    assert isinstance(found, Fingerprint)
    assert (found.value, found.reason, found.moment) == (None, UNUSABLE, None)


@pytest.mark.parametrize("data", [b"", b"paket 40 file 50rb", bytes(5000)])
def test_what_is_no_video_is_an_absence_with_a_reason(data: bytes) -> None:
    [found] = fingerprints(NAME, io.BytesIO(data), "key frames")

    assert isinstance(found, Fingerprint)
    assert found.reason
    assert found.value is None


def test_frames_before_a_broken_place_are_kept_and_flipped_bytes_never_raise(film: bytes) -> None:
    numbers = np.random.PCG64(2).random_raw(200)
    for i in range(100):
        data = bytearray(film)
        data[int(numbers[i]) % len(data)] ^= 1 + int(numbers[i + 100]) % 255

        found = list(fingerprints(NAME, io.BytesIO(data), "seconds"))

        assert any(isinstance(one, Fingerprint) for one in found)
        assert all(isinstance(one, Fingerprint | Stopped) for one in found)
        assert all(one.milliseconds >= 0 for one in found if isinstance(one, Stopped))


def test_the_job_takes_the_pass_and_the_content_that_it_was_given(film: bytes) -> None:
    source = SimpleNamespace(film="seconds", content=NAME, open=lambda: io.BytesIO(film))

    job.warm()
    found = list(job.work(source))  # type: ignore[arg-type] # all that the job looks at here

    assert [one.moment for one in found if isinstance(one, Fingerprint)] == [0, 1000, 2000, 3000, 4000, 5000]
    assert not any(isinstance(one, Flaw) for one in found)


def _beside(count: int) -> bytes:
    """A film of two seconds that holds so many moving pictures, each of another scene."""
    file = io.BytesIO()
    with av.open(file, "w", format="matroska") as container:
        streams = [container.add_stream("mpeg4", rate=10) for _ in range(count)]
        for stream in streams:
            stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        for number in range(20):
            for scene, stream in enumerate(streams):
                picture = av.VideoFrame.from_ndarray(_picture(2 * scene + number // 10, blank=False), format="rgb24")
                container.mux(stream.encode(picture))
        for stream in streams:
            container.mux(stream.encode())
    return file.getvalue()


@pytest.mark.parametrize("which", ["key frames", "seconds"])
def test_each_moving_picture_of_a_file_is_hashed(which: str) -> None:
    found = list(fingerprints(NAME, io.BytesIO(_beside(3)), which))  # type: ignore[arg-type] # one of the two passes

    hashed = [one for one in found if isinstance(one, Fingerprint)]
    streams = {one.stream for one in hashed}
    assert len(found) == len(hashed) == len({one.id for one in hashed})
    assert all(one.id == identity(one) for one in hashed)
    assert streams == {None, 1, 2}
    assert len({one.value for one in hashed}) == len(hashed)


def test_moving_pictures_beyond_the_limit_are_told() -> None:
    source = SimpleNamespace(film="seconds", content=NAME, open=lambda: io.BytesIO(_beside(9)), file="f")

    source.place = lambda: Place(exhibit="B-1", acquisition="1", path="f", file="f")
    [flaw] = [one for one in job.work(source) if isinstance(one, Flaw)]  # type: ignore[arg-type] # all it looks at

    assert "it holds 9 moving pictures, and no more than 8 are hashed" in flaw.reason
