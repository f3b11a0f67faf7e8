# SPDX-License-Identifier: Apache-2.0
"""Frames of animated pictures: scenes that change."""

import io
from collections.abc import Callable
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from suluh.case.jobs import picture as job
from suluh.hashing.matching.match import candidates, groups
from suluh.hashing.pictures import animation
from suluh.hashing.pictures.animation import MOST_HASHES, fingerprints
from suluh.hashing.pictures.decode import Stopped
from suluh.hashing.pictures.picture import fingerprint
from suluh.model.intake import Flaw
from suluh.model.matching import Fingerprint, MediaFacts
from suluh.model.place import Place, at

Encode = Callable[..., io.BytesIO]
NAME = "ab" * 32


def _scenes(number: int) -> list[Image.Image]:
    """Pictures that differ: discs at places of their own over a slope."""
    down, across = np.mgrid[:60, :80]
    found = []
    for seed in range(number):
        plane = (down * 3 + across * (1 + seed % 3)) % 200
        for value in np.random.PCG64(seed).random_raw(6).astype(np.int64) & 0xFFFF:
            inside = (down - value % 60) ** 2 + (across - value % 79) ** 2 < 150 + value % 90
            plane = np.where(inside, value % 256, plane)
        found.append(Image.fromarray(plane.astype(np.uint8)).convert("RGB"))
    return found


def _animation(encode: Encode, kind: str, scenes: list[Image.Image], **more: object) -> io.BytesIO:
    return encode(scenes[0], kind, save_all=True, append_images=scenes[1:], **more)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_each_frame_that_differs_is_hashed_with_its_moment(kind: str, encode: Encode) -> None:
    file = _animation(encode, kind, _scenes(4), duration=200)

    found = list(fingerprints(NAME, file))

    assert [one.moment for one in found if isinstance(one, Fingerprint)] == [0, 200, 400, 600]
    assert len({one.id for one in found if isinstance(one, Fingerprint)}) == 4
    assert {(one.mode, len(one.forms)) for one in found if isinstance(one, Fingerprint)} == {("full", 7)}
    assert found[0] == fingerprint(NAME, file, full=True).__replace__(id=found[0].id, moment=0)


def test_a_frame_that_comes_back_is_hashed_once(encode: Encode) -> None:
    one, two = _scenes(2)

    found = fingerprints(NAME, _animation(encode, "GIF", [one, two, one, two], duration=50))

    assert [look.moment for look in found if isinstance(look, Fingerprint)] == [0, 50]


def test_frames_that_say_no_time_stand_a_tenth_of_a_second(encode: Encode) -> None:
    found = fingerprints(NAME, _animation(encode, "GIF", _scenes(3)))

    assert [look.moment for look in found if isinstance(look, Fingerprint)] == [0, 100, 200]


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "JPEG", "BMP", "AVIF", "TIFF"])
def test_a_picture_that_stands_still_has_no_frames(kind: str, encode: Encode) -> None:
    assert list(fingerprints(NAME, encode(_scenes(1)[0], kind))) == []


def test_an_animation_without_structure_has_no_frames(encode: Encode) -> None:
    blank = [Image.new("RGB", (80, 60), (grey, grey, grey)) for grey in (10, 200, 30)]

    assert list(fingerprints(NAME, _animation(encode, "GIF", blank))) == []


def test_where_the_limit_of_hashes_is_reached_is_said(encode: Encode) -> None:
    *found, last = fingerprints(NAME, _animation(encode, "GIF", _scenes(MOST_HASHES + 20), duration=20))

    assert len(found) == MOST_HASHES
    assert isinstance(last, Stopped)
    assert last.reason == "64 frames that differ were hashed, and no more are"
    assert last.milliseconds >= 20 * MOST_HASHES


def test_no_more_than_so_many_points_are_hashed(encode: Encode, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(animation, "MOST_POINTS", 3_000_000)
    scenes = [one.resize((1000, 800)) for one in _scenes(6)]

    *found, last = fingerprints(NAME, _animation(encode, "GIF", scenes, duration=50))

    assert len(found) == 3
    assert last == Stopped(150, "more than 3 million points are not hashed")


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_frames_before_a_broken_place_are_kept_and_nothing_raises(kind: str, encode: Encode) -> None:
    whole = _animation(encode, kind, _scenes(5), duration=100).getvalue()
    numbers = np.random.PCG64(6).random_raw(80).astype(np.int64)
    for i in range(40):
        data = bytearray(whole)
        data[int(numbers[i]) % len(data)] ^= 1 + int(numbers[i + 40]) % 255
        for part in (bytes(data), whole[: len(whole) * i // 40]):
            assert all(one.moment is not None for one in fingerprints(NAME, io.BytesIO(part)) if not _left(one))


def _left(one: Fingerprint | Stopped) -> bool:
    return isinstance(one, Stopped)


def test_a_cut_off_animation_keeps_its_first_frames_and_says_where_it_was_left(encode: Encode) -> None:
    whole = _animation(encode, "GIF", _scenes(5), duration=100).getvalue()

    *found, last = fingerprints(NAME, io.BytesIO(whole[: len(whole) * 7 // 10]))

    assert 2 <= len(found) <= 4
    assert isinstance(last, Stopped)
    assert last.milliseconds == 100 * len(found)


def test_the_job_hashes_frames_at_the_first_pass_alone(encode: Encode) -> None:
    file = _animation(encode, "GIF", _scenes(3), duration=100)

    def run(mode: str) -> list[object]:
        return list(job.work(SimpleNamespace(mode=mode, content=NAME, open=lambda: io.BytesIO(file.getvalue()))))  # type: ignore[arg-type] # all that the job looks at here

    looks = [one for one in run("fast") if isinstance(one, Fingerprint)]
    assert [one.moment for one in looks] == [None, 0, 100, 200]
    assert any(isinstance(one, MediaFacts) for one in run("fast"))
    assert run("full") == [fingerprint(NAME, file, full=True)]


def test_the_job_makes_a_flaw_of_an_animation_that_breaks_off(encode: Encode) -> None:
    whole = _animation(encode, "GIF", _scenes(5), duration=100).getvalue()
    place = Place(exhibit="B-1", acquisition="1", path="f", file="f")
    source = SimpleNamespace(
        mode="fast",
        content=NAME,
        file="f",
        open=lambda: io.BytesIO(whole[: len(whole) * 7 // 10]),
        place=lambda: place,
    )

    [flaw] = [one for one in job.work(source) if isinstance(one, Flaw)]  # type: ignore[arg-type] # as above

    assert flaw.reason.startswith("the animation was left at millisecond ")
    assert flaw.place == at("flaw", place, flaw.place.position or "")


def test_an_animation_is_in_a_group_by_its_first_frame_alone(encode: Encode) -> None:
    file = _animation(encode, "GIF", _scenes(3))
    looks = [fingerprint(NAME, file), *fingerprints(NAME, file)]

    assert list(groups(one for one in looks if isinstance(one, Fingerprint))) == []
    assert list(candidates((one for one in looks if isinstance(one, Fingerprint)), ())) == []
