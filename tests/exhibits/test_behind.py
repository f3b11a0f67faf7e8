# SPDX-License-Identifier: Apache-2.0
"""What lies behind or inside a picture, film or sound is an item of its own."""

import base64
import io
import random
import re
import struct

import pytest
from PIL import Image

from suluh.exhibits.carving import id3

from .conftest import listing, zipped


def picture(kind="JPEG", turn=0, **options):
    written = io.BytesIO()
    Image.linear_gradient("L").rotate(turn).convert("RGB").save(written, kind, **options)
    return written.getvalue()


def sized(width, height):
    written = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).save(written, "JPEG")
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
    assert held(with_segments(b"Exif\0\0" + OTHER)) == []


def test_a_larger_picture_in_the_header_of_another_is_an_item():
    large = sized(640, 480)

    assert held(with_segments(b"Exif\0\0" + large)) == [(b"jpg", large)]
    assert held(HOSTS["AVIF"] + box(b"mdat", bytes(40) + large + bytes(40))) == [(b"jpg", large)]
    assert held(HOSTS["AVIF"] + box(b"mdat", bytes(40) + OTHER)) == [(b"jpg", OTHER)]


PHOTOSHOP = b"8BIM\x04\x0c\0\0" + struct.pack(">I", 28 + len(OTHER)) + bytes(28) + OTHER + bytes(len(OTHER) % 2)
SECOND = sized(160, 120)


@pytest.mark.parametrize(
    ("mark", "body", "expected"),
    [
        (b"\xff\xfe", OTHER, OTHER),
        (b"\xff\xef", b"tambahan" + OTHER, OTHER),
        (b"\xff\xe1", b"Exif\0\0" + OTHER + SECOND, SECOND),
        (b"\xff\xed", b"Photoshop 3.0\0" + PHOTOSHOP, None),
        (b"\xff\xed", b"Photoshop 3.0\0" + PHOTOSHOP.replace(b"\x04\x0c", b"\x0b\xb7"), OTHER),
    ],
    ids=["comment", "APP15", "second in EXIF", "Photoshop's own", "another block of Photoshop"],
)
def test_a_small_picture_that_is_not_hashed_with_its_host_is_an_item(mark, body, expected):
    raw = HOSTS["JPEG"][:2] + mark + struct.pack(">H", len(body) + 2) + body + HOSTS["JPEG"][2:]

    assert held(raw) == ([] if expected is None else [(b"jpg", expected)])


def test_a_picture_in_the_long_xmp_of_another_is_an_item_whole():
    large = noise(70_000)
    text = b'<rdf GImage:Data="' + base64.b64encode(large) + b'"/>'
    pieces = [(place, text[place : place + 60_000]) for place in range(0, len(text), 60_000)]
    extended = [
        b"http://ns.adobe.com/xmp/extension/\0" + b"G" * 32 + struct.pack(">II", len(text), place) + piece
        for place, piece in reversed(pieces)
    ]

    assert held(with_segments(*extended)) == [(b"jpg", large)]


def noise(least):
    """A JPEG of so many bytes at least: points drawn by chance."""
    side = 64
    while True:
        drawn = random.Random(1).randbytes(side * side)  # noqa: S311 # points, not secrets
        written = io.BytesIO()
        Image.frombytes("L", (side, side), drawn).save(written, "JPEG")
        if len(written.getvalue()) >= least:
            return written.getvalue()
        side *= 2


def with_segments(*segments):
    """A picture with these behind its first two bytes."""
    own = b"".join(b"\xff\xe1" + struct.pack(">H", len(one) + 2) + one for one in segments)
    return HOSTS["JPEG"][:2] + own + HOSTS["JPEG"][2:]


def test_a_picture_that_is_cut_off_hides_no_other_behind_it():
    whole = HOSTS["JPEG"]

    assert held(whole[:-30] + OTHER) == [(b"jpg", OTHER)]


def test_the_cover_of_a_piece_of_music_is_an_item():
    frame = b"APIC" + struct.pack(">I2x", len(OTHER) + 14) + b"\0image/jpeg\0\3\0" + OTHER
    size = bytes(len(frame) >> shift & 0x7F for shift in (21, 14, 7, 0))

    assert held(b"ID3\3\0\0" + size + frame + b"\xff\xfb\x90\x64" * 90) == [(b"jpg", OTHER)]


def tag(body, flags=0):
    """An ID3 tag of version 3 or 4 with one frame of a picture."""
    size = bytes(len(body) + 24 >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\3\0" + bytes((flags,)) + size + b"APIC" + bytes(6) + b"\0image/jpeg\0\3\0" + body


def stuffed(raw):
    """Bytes as ID3 keeps them from looking like sound."""
    return re.sub(rb"\xff(?=[\0\xe0-\xff])", b"\xff\0", raw)


def plain_head(raw):
    """The same JPEG without its first segment: no mark in its head looks like sound."""
    return raw[:2] + raw[4 + int.from_bytes(raw[4:6], "big") :]


def framed(*frames, flags=0):
    """An ID3 tag of version 4 of frames, each kept in its own way."""
    body = b""
    for one, kept in frames:
        size = bytes(len(one) + 14 >> shift & 0x7F for shift in (21, 14, 7, 0))
        body += b"APIC" + size + b"\0" + bytes((2 * kept,)) + b"\0image/jpeg\0\3\0" + one
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\4\0" + bytes((flags,)) + size + body + b"\xff\xfb\x90\x64" * 90


BARE = plain_head(noise(40_000))
LOUD = noise(40_000)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (tag(stuffed(BARE), flags=0x80), [BARE]),
        (tag(stuffed(LOUD), flags=0x80), [LOUD]),
        (tag(stuffed(LOUD)), [LOUD]),
        (tag(LOUD, flags=0x80), [LOUD]),
        (tag(BARE, flags=0x80), [BARE]),
        (tag(BARE), [BARE]),
        (tag(stuffed(BARE)), [stuffed(BARE), BARE]),
        (framed((stuffed(BARE), True), (BARE, False)), [BARE, BARE]),
        (framed((stuffed(LOUD), True), (OTHER, False)), [LOUD, OTHER]),
        (framed((stuffed(BARE), False), (stuffed(LOUD), False), flags=0x80), [BARE, LOUD]),
    ],
    ids=[
        *("said", "said, a mark of sound in it", "not said", "said in error", "said in error, no mark of sound"),
        *("plain", "not said, and both may be", "by frame", "by frame with a plain one", "all frames"),
    ],
)
def test_a_cover_that_is_kept_out_of_step_is_an_item_as_it_was(raw, expected):
    assert [data for _, data in held(raw)] == expected


def test_a_tag_that_is_not_read_to_its_end_is_told(monkeypatch):
    monkeypatch.setattr(id3, "LONGEST", 30_000)
    raw = tag(stuffed(LOUD), flags=0x80)

    [reasons] = listing(raw + b"\xff\xfb\x90\x64" * 90 + OTHER).flaws.values()

    assert reasons == [id3.CUT.format(count=30_000)]


def pages(*packets, stream=b"ABCD", room=255):
    """An Ogg file whose pages hold so many pieces of 255 bytes at most, as RFC 3533 describes it."""
    raw, table, body = b"", [], b""
    is_within = False
    for packet in packets:
        pieces = [packet[at : at + 255] for at in range(0, len(packet) + 1, 255)]
        for piece in pieces:
            table.append(len(piece))
            body += piece
            if len(table) == room:
                raw += page(table, body, stream, continued=is_within)
                table, body, is_within = [], b"", len(piece) == 255
    return raw + (page(table, body, stream, continued=is_within) if table else b"")


def page(table, body, stream, *, continued):
    return b"OggS\0" + bytes((continued,)) + bytes(8) + stream + bytes(8) + bytes((len(table),)) + bytes(table) + body


BLOCK = struct.pack(">II", 3, 10) + b"image/jpeg" + bytes(20) + struct.pack(">I", len(OTHER)) + OTHER
COMMENTS = {
    "picture block": b"METADATA_BLOCK_PICTURE=" + base64.b64encode(BLOCK),
    "older cover": b"COVERART=" + base64.b64encode(OTHER),
    "block of FLAC in Ogg": BLOCK,
}


@pytest.mark.parametrize("comment", COMMENTS.values(), ids=COMMENTS)
@pytest.mark.parametrize("room", [3, 20, 255])
def test_the_cover_of_sound_in_ogg_is_an_item_across_its_pages(comment, room):
    raw = pages(b"\1vorbis" + bytes(23), b"\3vorbis" + bytes(9) + comment, b"\5vorbis" + bytes(300), room=room)

    assert held(raw + pages(*[bytes(90)] * 40)) == [(b"jpg", OTHER)]


@pytest.mark.parametrize(
    "raw",
    [
        tag(OTHER.replace(b"\xff", b"\xff\0"), flags=0x80) + b"\xff\xfb\x90\x64" * 90,
        tag(b"\0") + b"fLaC" + bytes(40) + BLOCK + bytes(90),
        b"\xff\xfb\x90\x64" * 90 + b"APETAGEX" + bytes(40) + b"Cover Art (Front)\0depan.jpg\0" + OTHER,
        b"RIFF" + struct.pack("<I", len(OTHER) + 12) + b"WAVEid3 " + struct.pack("<I", len(OTHER)) + OTHER,
        b"FORM" + struct.pack(">I", len(OTHER) + 12) + b"AIFFID3 " + struct.pack(">I", len(OTHER)) + OTHER,
        b"0&\xb2u\x8ef\xcf\x11\xa6\xd9\0\xaa\0b\xcel" + struct.pack("<Q", 90 + len(OTHER)) + bytes(66) + OTHER,
        b"wvpk" + bytes(4) + b"\x10\4" + bytes(300) + OTHER,
        b"MAC \x96\x0f" + bytes(300) + OTHER,
    ],
    ids=["kept out of step", "FLAC behind a tag", "APE tag", "WAV", "AIFF", "WMA", "WavPack", "Monkey's Audio"],
)
def test_the_cover_of_sound_is_an_item_wherever_its_tag_lies(raw):
    assert held(raw) == [(b"jpg", OTHER)]


@pytest.mark.parametrize("version", [1, 2])
def test_the_small_picture_in_a_photoshop_file_is_an_item(version):
    resource = b"8BIM\x04\x0c\0\0" + struct.pack(">I", len(OTHER) + 28) + bytes(28) + OTHER
    raw = b"8BPS" + struct.pack(">H6xHIIHHII", version, 3, 9, 9, 8, 3, 0, len(resource)) + resource + bytes(90)

    assert held(raw) == [(b"jpg", OTHER)]


@pytest.mark.parametrize("seed", range(40))
def test_damaged_tags_raise_nothing(seed):
    draw = random.Random(seed)  # noqa: S311 # damage, not secrets
    for whole in (pages(b"\3vorbis" + COMMENTS["picture block"], room=9), tag(OTHER, flags=0x80)):
        raw = bytearray(whole)
        for _ in range(20):
            raw[draw.randrange(5, len(raw))] = draw.randrange(256)
        listing(bytes(raw[: draw.randrange(len(raw))]))


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
