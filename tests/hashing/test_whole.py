# SPDX-License-Identifier: Apache-2.0
"""Pictures as they really come: cut off, large, seen through, several in one file, behind other bytes."""

import io
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image, ImageDraw

from suluh.case.jobs import picture as job
from suluh.hashing.pictures import decode
from suluh.hashing.pictures.picture import fingerprint, fingerprints
from suluh.model.intake import File, Flaw, place_of
from suluh.model.matching import Fingerprint, MediaFacts

Encode = Callable[..., io.BytesIO]
NAME = "cd" * 32
NEAR = 31


@pytest.fixture
def small(scene: Image.Image) -> Image.Image:
    return scene.resize((640, 480))


def work(raw: bytes, mode: str = "fast") -> list[object]:
    """What the job says of a picture."""
    item = File(id="f", exhibit="B-1", acquisition="1", path=b"a", order=1)
    source = SimpleNamespace(
        content=NAME, mode=mode, file="f", open=lambda: io.BytesIO(raw), place=lambda **_: place_of(item)
    )
    return list(job.work(source))  # type: ignore[arg-type] # all that the job asks for


def looks(raw: bytes, mode: str = "fast") -> Iterator[Fingerprint]:
    return (one for one in work(raw, mode) if isinstance(one, Fingerprint))


def reasons(raw: bytes) -> list[str]:
    return [one.reason for one in work(raw) if isinstance(one, Flaw)]


def apart(one: Fingerprint, other: Fingerprint) -> int:
    return (int(one.value or "", 16) ^ int(other.value or "", 16)).bit_count()


@pytest.mark.parametrize("mode", ["fast", "full"])
@pytest.mark.parametrize("kind", ["plain", "progressive", "grey"])
@pytest.mark.parametrize("short", [1, 2, 40])
def test_a_jpeg_without_its_end_is_near_the_whole_one(
    kind: str, short: int, mode: str, small: Image.Image, encode: Encode
) -> None:
    picture = small.convert("L") if kind == "grey" else small
    whole = encode(picture, "JPEG", quality=80, progressive=kind == "progressive").getvalue()

    [found] = looks(whole[:-short], mode)

    assert apart(found, fingerprint(NAME, io.BytesIO(whole))) <= NEAR
    assert found.mode == mode


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "BMP"])
def test_what_is_missing_of_a_picture_is_told(kind: str, small: Image.Image, encode: Encode) -> None:
    whole = encode(small, kind).getvalue()

    assert reasons(whole) == []
    [reason] = reasons(whole[: len(whole) * 9 // 10])
    assert "the picture is cut off or damaged" in reason


def test_of_which_little_is_left_has_no_hash(small: Image.Image, encode: Encode) -> None:
    whole = encode(small, "JPEG").getvalue()

    [found] = looks(whole[: len(whole) // 4])

    assert found.value is None
    assert "truncated" in (found.reason or "")


@pytest.mark.parametrize("size", [(9248, 6936), (12000, 9000)])
def test_a_jpeg_of_a_phones_full_setting_is_hashed_at_a_reduced_scale(
    size: tuple[int, int], small: Image.Image, encode: Encode
) -> None:
    raw = encode(small.resize(size), "JPEG", quality=20).getvalue()

    for mode in ("fast", "full"):
        [found] = looks(raw, mode)

        assert apart(found, fingerprint(NAME, encode(small, "JPEG"))) <= 10
        assert (found.width, found.height) == size
        assert found.scale == (8 if mode == "fast" else 2)


def sticker(picture: Image.Image, ground: tuple[int, int, int] | None) -> Image.Image:
    """A disc cut out of a picture; what stands under the other points is one colour, or the picture itself."""
    mask = Image.new("L", picture.size)
    ImageDraw.Draw(mask).ellipse((60, 40, 420, 400), fill=255)
    found = (
        picture if ground is None else Image.composite(picture, Image.new("RGB", picture.size, ground), mask)
    ).copy()
    found.putalpha(mask)
    return found


def test_stickers_of_one_look_have_one_hash_whatever_stands_under_them(small: Image.Image, encode: Encode) -> None:
    kinds = [(ground, kind) for ground in (None, (0, 0, 0), (255, 255, 255)) for kind in ("PNG", "TIFF")]
    found = {next(looks(encode(sticker(small, ground), kind).getvalue())).value for ground, kind in kinds}

    assert len(found) == 1


def test_the_colours_as_stored_are_hashed_besides(small: Image.Image, encode: Encode) -> None:
    seen, stored = looks(encode(sticker(small, None), "PNG").getvalue())

    assert seen.moment is None
    assert (seen.decoder or "").endswith(", on white")
    assert apart(stored, fingerprint(NAME, encode(small, "PNG"))) == 0
    assert (stored.moment, stored.mode) == (0, "full")


@pytest.mark.parametrize(("colour", "ground"), [((0, 0, 0), "white"), ((255, 255, 255), "black")])
def test_a_drawing_in_what_is_seen_through_alone_has_a_hash(
    colour: tuple[int, int, int], ground: str, small: Image.Image, encode: Encode
) -> None:
    drawing = Image.new("RGB", small.size, colour)
    drawing.putalpha(small.convert("L"))

    found = next(looks(encode(drawing, "PNG").getvalue()))

    assert found.quality == 100
    assert (found.decoder or "").endswith(f", on {ground}")


def test_a_picture_that_hides_nothing_is_hashed_as_before(small: Image.Image, encode: Encode) -> None:
    opaque = small.copy()
    opaque.putalpha(255)

    assert [one.value for one in looks(encode(opaque, "PNG").getvalue())] == [
        fingerprint(NAME, encode(small, "PNG")).value
    ]


def test_each_page_of_a_tiff_is_hashed(scene: Image.Image, small: Image.Image, encode: Encode) -> None:
    other, third = small.rotate(180), scene.crop((0, 0, 640, 480)).convert("L")
    raw = encode(small, "TIFF", save_all=True, append_images=[other, third]).getvalue()

    first, *rest = looks(raw)

    assert first.moment is None
    assert [one.moment for one in rest] == [1, 2]
    assert [
        apart(one, fingerprint(NAME, encode(page, "TIFF"))) for one, page in zip(rest, (other, third), strict=True)
    ] == [0, 0]
    assert "picture 2 of the file" in (rest[0].decoder or "")


@pytest.mark.parametrize("before", [b"\n", b"\xff", bytes(range(200, 216)), bytes(512)])
def test_a_picture_behind_other_bytes_is_hashed(before: bytes, small: Image.Image, encode: Encode) -> None:
    raw = encode(small, "JPEG").getvalue()

    assert [one.value for one in looks(before + raw)] == [fingerprint(NAME, io.BytesIO(raw)).value]


@pytest.mark.parametrize("kind", ["DDS", "PCX", "SGI", "TGA", "PPM", "JPEG2000", "ICNS"])
def test_less_usual_formats_are_hashed(kind: str, small: Image.Image, encode: Encode) -> None:
    picture = small.resize((512, 512)) if kind == "ICNS" else small
    options = {"no_jp2": True} if kind == "JPEG2000" else {}

    found = fingerprint(NAME, encode(picture, kind, **options))

    assert apart(found, fingerprint(NAME, encode(picture, "PNG"))) <= 8


@pytest.mark.parametrize("mode", ["I", "F"])
def test_values_of_any_range_give_a_usable_hash(mode: str, small: Image.Image, encode: Encode) -> None:
    grey = np.asarray(small.convert("L")).astype(np.int32) * 4000 - 77
    picture = Image.fromarray(grey if mode == "I" else grey.astype(np.float32))

    found = fingerprint(NAME, encode(picture, "TIFF"))

    assert apart(found, fingerprint(NAME, encode(small.convert("L"), "PNG"))) <= 8


def test_a_field_of_the_header_that_is_of_another_kind_is_named(small: Image.Image, encode: Encode) -> None:
    block = Image.Exif()
    block[0x010F] = "Pabrik Uji"
    block.get_ifd(0x8825)[29] = "2025:08:30"
    raw = encode(small, "JPEG", exif=block).getvalue()
    pointer = raw.index(struct.pack(">HHI", 0x8825, 4, 1))
    text = raw[:pointer] + struct.pack(">HHI4s", 0x8825, 2, 1, bytes(4)) + raw[pointer + 12 :]

    [found] = [one for one in work(text) if isinstance(one, MediaFacts)]

    assert (found.make, found.unread) == ("Pabrik Uji", ("gps",))
    assert reasons(text) == ["of its header these fields cannot be read: gps"]


def test_a_field_that_leads_nowhere_leaves_the_others(small: Image.Image, encode: Encode) -> None:
    block = Image.Exif()
    block[0x010F] = "Pabrik Uji"
    block.get_ifd(0x8825)[29] = "2025:08:30"
    raw = encode(small, "JPEG", exif=block).getvalue()
    pointer = raw.index(struct.pack(">HHI", 0x8825, 4, 1))
    lost = raw[: pointer + 8] + struct.pack(">I", 60_000) + raw[pointer + 12 :]

    assert reasons(lost) == ["of its header these fields cannot be read: gps"]


def test_no_reason_names_a_path_of_this_machine() -> None:
    assert str(Path(decode.__file__).parent) not in decode._sentence(ImportError(f"no x from {decode.__file__}"))


def test_a_whole_picture_says_nothing_of_damage(small: Image.Image, encode: Encode) -> None:
    assert [type(one) for one in fingerprints(NAME, encode(small, "JPEG"))] == [Fingerprint]


def test_a_jpeg_that_claims_more_points_than_its_bytes_hold_is_told_and_not_hashed(small: Image.Image) -> None:
    written = io.BytesIO()
    small.save(written, "JPEG")
    raw = bytearray(written.getvalue())
    at = raw.index(b"\xff\xc0") + 5
    raw[at : at + 4] = struct.pack(">2H", 20_000, 20_000)

    [look] = looks(bytes(raw))

    assert look.value is None
    assert "not enough bytes for what its header says, 20000 by 20000 points" in str(look.reason)


def test_a_plain_jpeg_of_few_bytes_is_hashed_as_what_it_is() -> None:
    written = io.BytesIO()
    Image.new("L", (6000, 6000), 200).save(written, "JPEG", optimize=True, quality=10)

    picture = decode.decode(written, full=True)

    assert (picture.width, picture.height, picture.damage) == (6000, 6000, None)
