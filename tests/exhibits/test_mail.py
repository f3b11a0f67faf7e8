# SPDX-License-Identifier: Apache-2.0
"""What is attached to mails, and what lies in OLE files, are items in them."""

import binascii
import io
import struct
from email.message import EmailMessage

import pytest
from PIL import Image

from .conftest import listing

CORRUPT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def picture():
    written = io.BytesIO()
    Image.linear_gradient("L").save(written, "JPEG")
    return written.getvalue()


PICTURE = picture()


def mail(*names):
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "satu@contoh.id", "dua@contoh.id", "paket"
    made["Message-ID"], made["Date"] = "<1@contoh.id>", "Tue, 30 Sep 2025 10:00:00 +0700"
    made.set_content("paket 40 file 50rb")
    for name in names:
        made.add_attachment(PICTURE, maintype="image", subtype="jpeg", filename=name)
    return made.as_bytes()


def test_attachments_of_a_mail_are_items_and_the_mail_stays_one():
    found = listing(mail("a.jpg", "b/c.jpg", "a.jpg"))

    assert found.data == {b"a.jpg": PICTURE, b"b_c.jpg": PICTURE, b"a.jpg#2": PICTURE}
    assert found.containers[b"a.zip"] is None


def test_a_mail_of_apple_with_its_length_before_it_gives_its_own():
    raw = mail("a.jpg")

    found = listing(b"%-10d\n" % len(raw) + raw + b'<?xml version="1.0"?><plist version="1.0"></plist>\n')

    assert found.data == {b"a.jpg": PICTURE}


def test_each_mail_of_a_box_gives_its_own():
    box = b"".join(b"From satu@contoh.id Tue Sep 30 10:00:00 2025\n" + mail("x.jpg") + b"\n" for _ in range(3))

    assert sorted(listing(box).data) == [b"000001/x.jpg", b"000002/x.jpg", b"000003/x.jpg"]


@pytest.mark.parametrize("raw", [b"From: a chat\nhalo\n", b"Date: 1\nTo: 2\nFrom: 3\n", mail()])
def test_what_is_no_mail_or_has_no_attachment_gives_nothing(raw):
    assert listing(raw).data == {}


def test_a_broken_mail_raises_nothing():
    whole = mail("a.jpg")
    for length in range(0, len(whole), 97):
        listing(whole[:length])


def ole(name, data):
    """The smallest OLE file with one stream: a table of sectors, a directory, and the stream."""
    sectors = -(-max(len(data), 4096) // 512)
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *(number + 3 for number in range(sectors - 1)), 0xFFFFFFFE]
    table = b"".join(struct.pack("<L", one) for one in chain).ljust(512, b"\xff")
    head = CORRUPT + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9L", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<L", 0) + b"\xff" * 432

    def entry(title, kind, child, start, size):
        raw = title.encode("utf-16-le")
        return raw.ljust(64, b"\0") + struct.pack(
            "<HBBLLL16xLQQLQ", len(raw) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child, 0, 0, 0, start, size
        )

    size = max(len(data), 4096)
    directory = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(name, 2, 0xFFFFFFFF, 2, size) + bytes(256)
    return head + table + directory + data.ljust(sectors * 512, b"\0")


def test_thumbnails_of_windows_are_items():
    found = listing(ole("1", struct.pack("<3L", 12, 1, len(PICTURE)) + PICTURE))

    assert list(found.data.values()) == [PICTURE]
    assert list(found.data) == [b"1/12.jpg"]
    assert found.containers[b"a.zip"] is None


def test_a_damaged_ole_file_is_told():
    found = listing(CORRUPT + bytes(range(256)) * 20 + PICTURE)

    assert found.flaws["a.zip"] == ["it is damaged (OleFileError): only pictures that lie in one piece are listed"]
    assert list(found.data.values()) == [PICTURE]


def test_a_file_among_the_words_of_an_old_mail_is_an_attachment():
    raw = bytes(range(256)) * 9
    lines = b"".join(binascii.b2a_uu(raw[at : at + 45]) for at in range(0, len(raw), 45))
    head = b"From: a@contoh.id\r\nTo: b@contoh.id\r\nSubject: paket\r\nMessage-ID: <1@contoh.id>\r\n\r\n"
    mail = head + b"ini\r\n\r\nbegin 644 dir/gambar.bin\r\n" + lines.replace(b"\n", b"\r\n") + b"`\r\nend\r\nsalam\r\n"

    assert listing(mail).data == {b"gambar.bin": raw}
    assert listing(head + b"begin 644 cut.bin\r\n" + lines[:400] + b"\r\n").data[b"cut.bin"] == raw[: 45 * (400 // 62)]
    assert listing(head + b"begin 644 things\r\n").data == {}


def test_a_name_in_an_encoding_that_nobody_knows_loses_no_file():
    broken = mail("a.jpg").replace(b'filename="a.jpg"', b"filename*=no-such-code''a%20b.jpg")

    assert list(listing(broken).data.values()) == [PICTURE]
