# SPDX-License-Identifier: Apache-2.0
"""The media type is told by content, never by name."""

import io
import sqlite3

import pytest
from PIL import Image
from tests.each import each

from suluh.exhibits.types import UNKNOWN, begins, media_type

KNOWN = {
    b"\xff\xd8\xff\xe0\x00\x10JFIF": "image/jpeg",
    b"RIFF\x24\0\0\0WEBPVP8 ": "image/webp",
    b"RIFF\x24\0\0\0WAVEfmt ": "audio/wav",
    b"RIFF\x24\0\0\0AVI LIST": "video/x-msvideo",
    b"\0\0\0\x18ftypheic": "image/heic",
    b"\0\0\0\x18ftypavif": "image/avif",
    b"\0\0\0\x18ftypisom": "video/mp4",
    b"\0\0\0\x18ftyp3gp4": "video/3gpp",
    b"\0\0\0\x14ftypqt  ": "video/quicktime",
    b"\0\0\0\x18ftypM4A ": "audio/mp4",
    b"\x1aE\xdf\xa3\x9fB\x86": "video/x-matroska",
    b"OggS\0\x02": "audio/ogg",
    b"ID3\x04": "audio/mpeg",
    b"\xff\xfb\x90\x64": "audio/mpeg",
    b"\xff\xf1\x50\x80": "audio/aac",
    b"%PDF-1.7": "application/pdf",
    b"PK\3\4\x14": "application/zip",
    b"7z\xbc\xaf\x27\x1c\0": "application/x-7z-compressed",
    b'{"name": "x"}': "application/json",
    b'[{"a": 1}]': "application/json",
    b"[1, 2]": "application/json",
    b"window.YTD.tweets.part0 = [": "text/javascript",
    b'<?xml version="1.0"?><a/>': "application/xml",
    b"<!DOCTYPE html><html>": "text/html",
    b"30/08/25 18.00 - Budi: halo\n": "text/plain",
    b"[30/08/25, 18.00.01] Budi: halo\n": "text/plain",
    b"\xef\xbb\xbfTanggal;Keterangan\n": "text/plain",
    "\ufeffhalo\n".encode("utf-16-le"): "text/plain",
    b"caf\xe9\n": "text/plain",
    b"": UNKNOWN,
    b"\0\1\2\3\4": UNKNOWN,
    b"\xff\xfe\0\0": UNKNOWN,
}


@pytest.mark.parametrize("head", sorted(KNOWN))
def test_first_bytes_tell_the_type(head):
    assert media_type(head) == KNOWN[head]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF"])
def test_pictures_as_they_are_written_are_told(form):
    written = io.BytesIO()
    Image.linear_gradient("L").save(written, form)

    assert media_type(written.getvalue()) == f"image/{form.lower()}"


def test_a_database_is_told(tmp_path):
    connection = sqlite3.connect(tmp_path / "x")
    connection.execute("CREATE TABLE t(a)")
    connection.close()

    assert media_type((tmp_path / "x").read_bytes()) == "application/vnd.sqlite3"


def test_a_long_text_is_told_by_its_start_alone():
    assert media_type(b"a" * 65_536) == media_type(b"a" * 4096 + b"\0" * 100) == "text/plain"


JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0"
MP4 = b"\0\0\0\x18ftypisom\0\0\2\0isommp41\0\0\0\x08moov"
PACKETS = b"".join(b"G\x40\x11\x10" + bytes([number]) * 184 for number in range(7))
TIMED = b"".join(b"\0\0\0\1G\x40\x11\x10" + bytes([number]) * 184 for number in range(7))

SEEN = {
    "j2k codestream": (b"\xff\x4f\xff\x51\0\x2f\0\0\0\0\2\x80", "image/j2c"),
    "jp2": (b"\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypjp2 ", "image/jp2"),
    "bigtiff": (b"II+\0\x08\0\0\0", "image/tiff"),
    "bigtiff big-endian": (b"MM\0+\0\x08\0\0", "image/tiff"),
    "jxl codestream": (b"\xff\x0a\xfa\x7f\1\x90\x08", "image/jxl"),
    "png without its returns": (b"\x89PNG\n\x1a\n\0\0\0\x0dIHDR", "image/png"),
    "tga of one bit": (b"\0\0\3" + bytes(9) + b"\x80\2\xe0\1\1\0" + b"\7" * 60, "image/x-tga"),
    "dds": (b"DDS \x7c\0\0\0", "image/vnd-ms.dds"),
    "ppm": (b"P6\n640 480\n255\n\0\1\2", "image/x-portable-anymap"),
    "ppm with a remark": (b"P5 # made\n640 480\n255\n", "image/x-portable-anymap"),
    "ppm of text": (b"P3\n2 2\n255\n1 2 3 4 5 6\n", "image/x-portable-anymap"),
    "pam": (b"P7\nWIDTH 2\nHEIGHT 2\n", "image/x-portable-anymap"),
    "tga": (b"\0\0\2" + bytes(9) + b"\x80\2\xe0\1\x18\0" + b"\7" * 60, "image/x-tga"),
    "tga with a palette": (b"\0\1\1\0\0\0\1\x18" + bytes(4) + b"\x80\2\xe0\1\x08\x20" + b"\7" * 60, "image/x-tga"),
    "icon": (b"\0\0\1\0\1\0\x20\x20\0\0\1\0\x20\0\x68\4\0\0\x16\0\0\0", "image/x-icon"),
    "cr3": (b"\0\0\0\x18ftypcrx ", "image/x-canon-cr3"),
    "avc in heif": (b"\0\0\0\x18ftypavci", "image/heif"),
    "vvc in heif": (b"\0\0\0\x18ftypvvic", "image/heif"),
    "j2k in heif": (b"\0\0\0\x18ftypj2ki", "image/jp2"),
    "transport stream": (PACKETS, "video/mp2t"),
    "transport stream behind stray bytes": (b"\1\2\3" + PACKETS, "video/mp2t"),
    "transport stream with times": (TIMED, "video/mp2t"),
    "raw h264": (b"\0\0\0\1\x67\x64\0\x1f\xac", "video/h264"),
    "raw h264 with a mark": (b"\0\0\0\1\x09\xf0\0\0\0\1\x67", "video/h264"),
    "raw h265": (b"\0\0\0\1\x40\1\x0c\1", "video/h265"),
    "mpeg-4 sequence": (b"\0\0\1\xb0\1\0\0\1\xb5", "video/mp4v-es"),
    "mpeg-4 object": (b"\0\0\1\0\0\0\1\x20\0\xc4", "video/mp4v-es"),
    "program stream": (b"\0\0\1\xba\x44\0", "video/mpeg"),
    "segment": (b"\0\0\0\x18stypmsdh", "video/mp4"),
    "fragment": (b"\0\0\0\xc0moof", "video/mp4"),
    "indexed segment": (b"\0\0\0\x2csidx", "video/mp4"),
    "real media": (b".RMF\0\0\0\x12\0", "video/vnd.rn-realvideo"),
    "theora": (b"OggS\0\2" + bytes(22) + b"\x80theora\3", "video/ogg"),
    "vorbis": (b"OggS\0\2" + bytes(22) + b"\1vorbis", "audio/ogg"),
    "mxf": (bytes.fromhex("060e2b34020501010d01020101020400"), "video/mxf"),
    "mxf behind stray bytes": (bytes(20) + bytes.fromhex("060e2b34020501010d01020101020400"), "video/mxf"),
    "flash film": (b"FLV\1\5\0\0\0\x09", "video/x-flv"),
    "jpeg behind one byte": (b"\n" + JPEG, "image/jpeg"),
    "jpeg behind what looks as sound": (b"\xff" + JPEG, "image/jpeg"),
    "jpeg behind sixteen bytes": (bytes(range(200, 216)) + JPEG, "image/jpeg"),
    "png behind bytes": (b"\1\2\3\4\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0", "image/png"),
    "mp4 behind 512 zeros": (bytes(512) + MP4, "video/mp4"),
    "mp4 behind a few bytes": (b"\1\0\2" + MP4, "video/mp4"),
    "mp4 behind a block of zeros": (bytes(4096) + MP4, "video/mp4"),
    "jpeg without its first bytes": (JPEG[2:], "image/jpeg"),
    "jpeg of a camera without its first bytes": (b"\xff\xe1\x12\x34Exif\0\0II*\0", "image/jpeg"),
    "dicom": (bytes(128) + b"DICM\2\0\0\0UL", "image/dicom"),
    "photo cd": (bytes(2048) + b"PCD_IPI", "image/x-photo-cd"),
    "ilbm": (b"FORM\0\0\1\0ILBMBMHD", "image/x-ilbm"),
    "placeable metafile": (b"\xd7\xcd\xc6\x9a" + bytes(18), "image/wmf"),
    "radiance": (b"#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n", "image/vnd.radiance"),
    "jng": (b"\x8bJNG\r\n\x1a\n", "image/x-jng"),
    "mng": (b"\x8aMNG\r\n\x1a\n", "video/x-mng"),
    "camera of a recorder": (b"DHAV\xfd\0\0\0", "video/x-dhav"),
    "another recorder": (b"IMKH\1\1\2\0", "video/x-hikvision"),
    "flic": (b"\x58\2\0\0\x12\xaf\3\0\x40\1\xc8\0\x08\0\3\0", "video/x-fli"),
    "nut": (b"nut/multimedia container\0", "video/x-nut"),
    "gxf": (b"\0\0\0\0\1\xbc\0\0\0\x40", "video/x-gxf"),
    "bink": (b"BIKi\0\1\0\0", "video/x-bink"),
    "riff of no film": (b"RIFF\x24\0\0\0ACONLIST", "application/x-navi-animation"),
}
"""Pictures and films that nobody would be told to look at if their type were missed."""


@each("kind", sorted(SEEN))
def test_what_is_picture_or_film_is_told_as_one(kind):
    head, expected = SEEN[kind]

    assert media_type(head + bytes(range(1, 99)) * 3) == expected


def test_a_table_of_letters_is_no_icon():
    assert media_type(b"".join(one.to_bytes(2, "little") for one in range(3000))) == UNKNOWN


@pytest.mark.parametrize(("before", "at"), [(b"\n", 1), (b"\xff", 1), (bytes(512), 512), (b"\1" * 16, 16), (b"", 0)])
def test_where_a_picture_or_film_begins_behind_other_bytes_is_told(before, at):
    assert begins(before + (MP4 if at == 512 else JPEG)) == at


@pytest.mark.parametrize(
    "head",
    [
        b"an article on GIF89a and RIFF1234WEBP\n",
        b"ID3\4\0\0\0\0\1\0APIC\0\0\0\0\0\0image/jpeg\0" + JPEG,
        b"SQLite format 3\0" + bytes(40) + JPEG,
        b"%PDF-1.4\n" + JPEG,
        b"G" * 3 + b"ame\0\1\2\3",
        b"070707" + bytes(70) + JPEG,
        b"\x20\0-lh5-" + bytes(30) + JPEG,
        b"\0\0\2\0\1\0\1\0" + bytes(40),
    ],
)
def test_what_only_mentions_or_holds_one_is_none(head):
    assert not media_type(head).startswith(("image/jp", "image/g", "image/w", "video/"))
    assert begins(head) == 0
