# SPDX-License-Identifier: Apache-2.0
"""What is recorded of a picture, good or damaged."""

import io
from collections.abc import Callable
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image, ImageDraw

from suluh.case.jobs import picture as job
from suluh.hashing.kernels import border, shrink
from suluh.hashing.kinds import pdq
from suluh.hashing.pictures.decode import CannotDecode, decode
from suluh.hashing.pictures.picture import UNUSABLE, fingerprint
from suluh.model.ids import make_id

Encode = Callable[..., io.BytesIO]
NAME = "ab" * 32
TURNS = Image.Transpose
UNDONE = {TURNS.ROTATE_270: 0, TURNS.ROTATE_180: 1, TURNS.ROTATE_90: 2, TURNS.FLIP_TOP_BOTTOM: 3} | {
    TURNS.FLIP_LEFT_RIGHT: 4,
    TURNS.TRANSPOSE: 5,
    TURNS.TRANSVERSE: 6,
}
"""Which of the seven forms undoes a turn."""


def _distance(one: str | None, other: str | None) -> int:
    assert one is not None
    assert other is not None
    return (int(one, 16) ^ int(other, 16)).bit_count()


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        *[((512, 512), 1), ((1023, 1400), 1), ((1024, 1024), 2), ((1600, 1200), 2), ((2047, 3000), 2)],
        *[((2048, 2048), 4), ((4032, 3024), 4), ((4096, 4096), 8), ((100, 100), 1)],
    ],
)
def test_a_jpeg_is_reduced_as_far_as_its_short_side_stays_512(
    size: tuple[int, int], scale: int, encode: Encode
) -> None:
    found = decode(encode(Image.new("RGB", size, (9, 99, 199)), "JPEG"), full=False)

    assert (found.scale, found.width, found.height, found.colour) == (scale, *size, "grey")
    assert found.pixels.shape == (-(-size[1] // scale), -(-size[0] // scale))


def test_full_decoding_takes_every_pixel_in_colour(scene: Image.Image, encode: Encode) -> None:
    found = decode(encode(scene, "JPEG"), full=True)

    assert (found.pixels.shape, found.scale, found.colour) == ((1200, 1600, 3), 1, "colour")


def test_reduced_decoding_drifts_by_few_bits(scene: Image.Image, encode: Encode) -> None:
    file = encode(scene, "JPEG", quality=80)

    fast, full = fingerprint(NAME, file), fingerprint(NAME, file, full=True)

    assert _distance(fast.value, full.value) <= 14
    assert (fast.mode, fast.scale, fast.colour, full.mode, full.scale) == ("fast", 2, "grey", "full", 1)
    assert fast.id == make_id("fingerprint", "pdq", "fast", NAME)
    assert "libjpeg_turbo" in (fast.decoder or "")


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF", "JPEG2000", "PPM"])
def test_every_format_gives_nearly_the_same_hash(kind: str, scene: Image.Image, encode: Encode) -> None:
    small = scene.resize((640, 480))
    original = fingerprint(NAME, encode(small, "PNG"), full=True)

    found = fingerprint(NAME, encode(small, kind), full=True)

    assert _distance(found.value, original.value) <= 10
    assert found.quality == original.quality == 100
    assert len(found.forms) == 7


def test_sixteen_bits_a_point_are_taken_by_their_upper_eight(encode: Encode) -> None:
    deep = (np.arange(200 * 200, dtype=np.uint32).reshape(200, 200) * 7 % 65536).astype(np.uint16)

    found = decode(encode(Image.fromarray(deep), "PNG"), full=True)

    assert (found.pixels == deep >> 8).all()


def test_orientation_is_recorded_and_not_applied(scene: Image.Image, encode: Encode) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    plain, turned = encode(scene, "JPEG"), encode(scene, "JPEG", exif=exif)

    found = fingerprint(NAME, turned)

    assert (found.orientation, found.value) == (6, fingerprint(NAME, plain).value)


def test_a_blank_picture_has_no_usable_hash_and_its_quality_is_said(encode: Encode) -> None:
    found = fingerprint(NAME, encode(Image.new("RGB", (700, 600), (1, 2, 3)), "JPEG"))

    assert (found.value, found.reason, found.quality, found.forms) == (None, UNUSABLE, 0, ())


def test_a_picture_of_four_points_has_no_usable_hash(encode: Encode) -> None:
    found = fingerprint(NAME, encode(Image.new("L", (2, 2)), "PNG"))

    assert (found.value, found.reason, found.width) == (None, UNUSABLE, 2)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP"])
@pytest.mark.parametrize("part", [0, 1, 10, 50, 90])
def test_a_cut_off_picture_is_an_absence_with_a_reason(
    kind: str, part: int, scene: Image.Image, encode: Encode
) -> None:
    whole = encode(scene.resize((300, 200)), kind).getvalue()
    file = io.BytesIO(whole[: len(whole) * part // 100])

    found = fingerprint(NAME, file)

    assert found.value is not None or found.reason
    assert found == fingerprint(NAME, file)
    assert part > 10 or found.reason


def test_flipped_bytes_never_raise(scene: Image.Image, encode: Encode) -> None:
    numbers = np.random.PCG64(3).random_raw(400)
    for kind in ("JPEG", "PNG", "WEBP", "GIF", "TIFF"):
        whole = encode(scene.resize((120, 90)), kind).getvalue()
        for i in range(40):
            data = bytearray(whole)
            data[int(numbers[i]) % min(len(data), 400)] ^= 1 + int(numbers[i + 40]) % 255

            found = fingerprint(NAME, io.BytesIO(data))

            assert found.value is not None or found.reason


def test_more_than_64_million_points_are_refused_before_decoding(encode: Encode) -> None:
    file = encode(Image.new("1", (9000, 8000)), "PNG")

    with pytest.raises(CannotDecode, match="9000 by 8000"):
        decode(file, full=False)


def test_text_is_no_picture_and_the_reason_names_no_object() -> None:
    found = fingerprint(NAME, io.BytesIO(b"paket 40 file 50rb"))

    assert found.reason == "the bytes are of no picture format that can be decoded"


def test_bars_around_a_picture_are_cut_for_a_second_hash(scene: Image.Image, encode: Encode) -> None:
    inner = scene.resize((800, 600))
    screen = Image.new("RGB", (800, 1400), (3, 3, 3))
    screen.paste(inner, (0, 400))
    original = fingerprint(NAME, encode(inner, "PNG"), full=True)

    found = fingerprint(NAME, encode(screen, "JPEG"), full=True)

    assert _distance(found.cut, original.value) <= 10
    assert _distance(found.value, original.value) > 31


@pytest.mark.parametrize("size", [(90, 70), (200, 150), (640, 480)])
def test_a_turned_or_mirrored_copy_of_any_size_is_near_its_original(
    size: tuple[int, int], scene: Image.Image, encode: Encode
) -> None:
    picture = scene.resize(size)
    original = fingerprint(NAME, encode(picture, "BMP")).value

    for turn in TURNS:
        copy = fingerprint(NAME, encode(picture.transpose(turn), "BMP"))
        distances = [_distance(form, original) for form in copy.forms]
        assert min(distances) <= 20
        assert distances.index(min(distances)) == UNDONE[turn]


def test_a_picture_without_borders_is_not_cut(scene: Image.Image, encode: Encode) -> None:
    assert fingerprint(NAME, encode(scene, "PNG")).cut is None


@pytest.mark.parametrize("side", [0, 1, 2, 3])
def test_a_border_of_one_side_is_found(side: int) -> None:
    numbers = np.random.PCG64(1).random_raw(100 * 120) >> np.uint64(56)
    pixels = np.rot90(np.pad(numbers.astype(np.uint8).reshape(100, 120), ((20, 0), (0, 0))), side)

    cut = border.cut_borders(np.ascontiguousarray(pixels))

    assert cut is not None
    assert sorted(cut.shape) == [100, 120]


def test_a_picture_that_is_all_border_is_not_cut() -> None:
    assert border.cut_borders(np.full((200, 200, 3), 7, np.uint8)) is None


def test_nothing_is_left_to_compile_after_warming_up(scene: Image.Image, encode: Encode) -> None:
    job.warm()
    modes = ("1", "L", "RGB", "RGBA", "P", "I;16")
    bordered = Image.new("RGB", (300, 300))
    bordered.paste(scene.resize((200, 100)), (50, 100))

    for picture in (scene, bordered, *(scene.resize((80, 70)).convert("L").convert(mode) for mode in modes)):
        fingerprint(NAME, encode(picture, "PNG"))

    kernels = (border._edge, shrink._across, shrink._down, pdq._transform)
    assert [len(kernel._made.signatures) for kernel in kernels] == [1] * 4


def test_the_first_frame_of_an_animation_is_hashed(scene: Image.Image, encode: Encode) -> None:
    first, second = scene.resize((200, 150)), Image.new("RGB", (200, 150))
    ImageDraw.Draw(second).rectangle((50, 20, 90, 120), fill=(255, 255, 255))
    file = encode(first, "GIF", save_all=True, append_images=[second])

    assert fingerprint(NAME, file).value == fingerprint(NAME, encode(first, "GIF")).value


def test_the_job_hashes_the_content_that_it_was_given(scene: Image.Image, encode: Encode) -> None:
    file = encode(scene, "JPEG")
    source = SimpleNamespace(mode="full", content=NAME, open=lambda: io.BytesIO(file.getvalue()))

    job.warm()
    found = list(job.work(source))  # type: ignore[arg-type] # all that the job looks at

    assert found == [fingerprint(NAME, file, full=True)]
