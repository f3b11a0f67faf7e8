# SPDX-License-Identifier: Apache-2.0
"""The media type is told by content, never by name."""

import io
import sqlite3

import pytest
from PIL import Image

from suluh.exhibits.types import UNKNOWN, media_type

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
