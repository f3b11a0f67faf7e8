# SPDX-License-Identifier: Apache-2.0
"""What lies behind or inside a picture, film or sound is an item of its own."""

import io
import struct

import pytest
from PIL import Image

from .conftest import listing, zipped


def picture(kind="JPEG", turn=0, **options):
    written = io.BytesIO()
    Image.linear_gradient("L").rotate(turn).convert("RGB").save(written, kind, **options)
    return written.getvalue()


def box(name, data=b""):
    return struct.pack(">I4s", 8 + len(data), name) + data


FILM = box(b"ftyp", b"isom\0\0\2\0isommp41") + box(b"moov", bytes(90)) + box(b"mdat", bytes(range(200)))
NOTES = b"\0\0\x0b\x0a\x10\0\0\0Image_UTC_Data1700000000000SEFH" + bytes(24) + b"SEFT"
MOTION = b"\0\0\x30\x0a\x10\0\0\0MotionPhoto_Data"
OTHER = picture(turn=90)
HOSTS = {
    **{kind: picture(kind) for kind in ("JPEG", "PNG", "GIF", "WEBP", "BMP", "AVIF")},
    "progressive": picture("JPEG", progressive=True),
    "with restarts": picture("JPEG", restart_marker_blocks=2),
    "film": FILM,
}
WITHOUT = b"jpg", HOSTS["JPEG"]
"""The picture alone, as lists know it: what stands behind it would hide it from them."""


def held(raw):
    """What lies in a file, in its order, by the end of its name."""
    return [(name.rpartition(b".")[2], data) for name, data in sorted(listing(raw).data.items())]


@pytest.mark.parametrize("host", sorted(HOSTS))
def test_what_stands_behind_a_file_is_an_item_in_it(host):
    raw = HOSTS[host]

    assert held(raw) == []
    assert held(raw + bytes(700)) == []
    assert held(raw + FILM) == [(b"mp4", FILM)]
    assert held(raw + OTHER) == [(b"jpg", OTHER)]
    assert [data for _, data in held(raw + b"\1 bytes of no known kind \2")] == [raw, b"\1 bytes of no known kind \2"]
    assert [data for _, data in held(raw + b"\1")] == [raw]
    assert listing(raw + FILM).containers[b"a.zip"] is None


def test_a_picture_of_jpeg_2000_holds_nothing_but_itself():
    assert held(picture("JPEG2000")) == []


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (MOTION + FILM + NOTES, [(b"mp4", FILM)]),
        (NOTES, []),
        (FILM + OTHER, [(b"mp4", FILM), (b"jpg", OTHER)]),
        (OTHER + FILM, [(b"jpg", OTHER), (b"mp4", FILM)]),
        (OTHER + OTHER + bytes(40) + FILM, [(b"jpg", OTHER), (b"jpg", OTHER), (b"mp4", FILM)]),
        (picture("PNG") + picture("WEBP"), [WITHOUT, (b"png", picture("PNG")), (b"webp", picture("WEBP"))]),
        (b"Rar!\x1a\7\1\0" + bytes(range(90)), [WITHOUT, (b"rar", b"Rar!\x1a\7\1\0" + bytes(range(90)))]),
    ],
)
def test_several_things_behind_a_picture_are_told_apart(behind, expected):
    assert held(HOSTS["JPEG"] + behind) == expected


def test_an_archive_behind_a_picture_is_opened():
    found = listing(HOSTS["JPEG"] + zipped(**{"paket.txt": "50rb"}))

    assert found.data[b"paket.txt"] == b"50rb"
    assert found.data[b"0000000000.jpg"] == HOSTS["JPEG"]
    assert sorted(len(file.containers) for file in found.files) == [1, 1, 2]


@pytest.mark.parametrize(
    "head",
    [
        b"FUJIFILMCCD-RAW 0201",
        b"IIRO\x08\0\0\0",
        b"IIU\0\x18\0\0\0",
        b"II*\0\x10\0\0\0CR\2\0",
        box(b"ftyp", b"crx \0\0\0\1"),
    ],
)
def test_the_picture_in_what_a_camera_s_sensor_saw_is_an_item(head):
    assert held(head + box(b"uuid", bytes(40) + OTHER) + bytes(range(256)) * 20) == [(b"jpg", OTHER)]


def test_a_second_picture_of_a_stereo_camera_is_an_item():
    stereo = picture("MPO", save_all=True, append_images=[Image.linear_gradient("L").rotate(90).convert("RGB")])

    [(kind, data)] = held(stereo)

    assert kind == b"jpg"
    assert Image.open(io.BytesIO(data)).size == (256, 256)


def test_a_film_in_a_box_of_a_picture_is_an_item():
    assert held(HOSTS["AVIF"] + box(b"mpvd", FILM)) == [(b"mp4", FILM)]


def test_a_thumbnail_in_the_header_of_a_picture_is_part_of_it():
    block = Image.Exif()
    block[0x010F] = "Pabrik Uji"
    with_one = picture(exif=block.tobytes() + OTHER[:3000])

    assert held(with_one) == []


def test_a_picture_that_is_cut_off_hides_no_other_behind_it():
    whole = HOSTS["JPEG"]

    assert held(whole[:-30] + OTHER) == [(b"jpg", OTHER)]


def test_the_cover_of_a_piece_of_music_is_an_item():
    frame = b"APIC" + struct.pack(">I2x", len(OTHER) + 14) + b"\0image/jpeg\0\3\0" + OTHER
    size = bytes(len(frame) >> shift & 0x7F for shift in (21, 14, 7, 0))

    assert held(b"ID3\3\0\0" + size + frame + b"\xff\xfb\x90\x64" * 90) == [(b"jpg", OTHER)]


@pytest.mark.parametrize("length", range(0, 1200, 41))
def test_files_that_are_cut_anywhere_raise_nothing(length):
    for host in HOSTS.values():
        listing(host[:length])


def pdf(*pictures):
    """A file with a picture for each pair of filter and bytes."""
    parts = [b"%PDF-1.4\n"]
    for number, (way, data) in enumerate(pictures, 1):
        head = b"%d 0 obj\n<< /Type /XObject /Subtype /Image /Filter /%s /Length %d >>\nstream\n" % (
            number,
            way,
            len(data),
        )
        parts += [head, data, b"\nendstream\nendobj\n"]
    return b"".join([*parts, b"trailer << >>\n%%EOF\n"])


def test_pictures_of_a_pdf_are_items_and_others_are_counted():
    found = listing(pdf((b"DCTDecode", OTHER), (b"FlateDecode", b"x" * 90), (b"DCTDecode", picture(turn=45))))

    assert [data for _, data in sorted(found.data.items())] == [OTHER, picture(turn=45)]
    assert found.flaws["a.zip"] == ["1 pictures in this PDF are packed in another way than JPEG and were not looked at"]
    assert found.containers[b"a.zip"] is None
    assert listing(pdf()).flaws == {}


def test_files_that_are_attached_to_a_pdf_are_counted():
    attached = pdf() + b"9 0 obj <</Type /EmbeddedFile /Length 3>> stream\nabc\nendstream endobj\n"

    assert listing(attached).flaws["a.zip"] == [
        "1 files are attached to this PDF and were not looked at: save and add them"
    ]
