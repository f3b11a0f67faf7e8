# SPDX-License-Identifier: Apache-2.0
"""Pictures that stand in a text as letters are items, byte for byte."""

import base64
import io
import json

import pytest
from PIL import Image

from .conftest import listing


def picture(kind="JPEG", turn=30, size=200):
    written = io.BytesIO()
    Image.radial_gradient("L").rotate(turn).resize((size, size)).save(written, kind)
    return written.getvalue()


RAW = picture()
LINES = base64.encodebytes(RAW)
TEXTS = {
    "page": b"<!doctype html><img src='data:image/jpeg;base64," + base64.b64encode(RAW) + b"'>",
    "address book": b"BEGIN:VCARD\r\nFN:Uji\r\nPHOTO;ENCODING=b;TYPE=JPEG:\r\n "
    + LINES.replace(b"\n", b"\r\n ").strip()
    + b"\r\n\r\nEND:VCARD\r\n",
    "JSON": json.dumps({"a": LINES.decode()}).encode(),
    "JSON of PHP": json.dumps({"a": base64.b64encode(RAW).decode()}).replace("/", "\\/").encode(),
    "XML": b"<?xml version='1.0'?><part data='" + base64.b64encode(RAW) + b"' />",
    "nothing else": LINES,
    "letter": b"{\\rtf1{\\pict\\jpegblip\r\n"
    + b"\r\n".join(bytes.fromhex(RAW.hex()).hex().encode()[at : at + 64] for at in range(0, 2 * len(RAW), 64))
    + b"}}",
    "dump": b"INSERT INTO t VALUES (1, X'" + RAW.hex().upper().encode() + b"');\n",
    "far behind": b"paket 40 file\n" * 400_000 + LINES,
}


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_picture_in_a_text_is_an_item_byte_for_byte(name):
    found = listing(TEXTS[name])

    assert list(found.data.values()) == [RAW]
    assert found.containers[b"a.zip"] is None
    assert found.flaws == {}


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF"])
def test_other_kinds_and_several_in_one_text_are_found(kind):
    texts = [base64.b64encode(picture(kind, turn, 90 + turn)) for turn in range(9)]

    found = listing(b"data: " + b" | ".join(texts))

    assert [data for _, data in sorted(found.data.items())] == [picture(kind, turn, 90 + turn) for turn in range(9)]


def test_a_text_that_only_looks_so_holds_nothing():
    for text in (
        b"see /9j/ and /9j/abc",
        b"iVBORw0KGgo" * 5000,
        b"ffd8ffe0 is how a JPEG begins\n" * 3000,
        LINES[:900],
    ):
        assert listing(text).data == {}
        assert listing(text).flaws == {}
