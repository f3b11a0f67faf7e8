# SPDX-License-Identifier: Apache-2.0
"""What people send beside goods: private pictures, stickers, voice notes, documents. All drawn, none says anything."""

import hashlib
from dataclasses import replace

from suluh.simulator.dice import Dice
from suluh.simulator.evidence.pictures import FileKind, Gallery, Picture

STICKERS = 8
"""People send the same few again and again."""

_PACKET = 60
"""Bytes of one packet of sound."""

_POLYNOMIAL, _TOP, _WORD = 0x04C11DB7, 0x80000000, 0xFFFFFFFF


class Props:
    """Makes such files; each but a sticker is unlike any other."""

    def __init__(self, dice: Dice, side: int) -> None:
        self._dice = dice
        self._private = Gallery(dice.stream("private"), side, "private")
        self._stickers = Gallery(dice.stream("stickers"), side, "sticker")
        self._count = 0

    @property
    def pictures(self) -> list[Picture]:
        """The private pictures so far."""
        return self._private.pictures

    def one(self, form: FileKind) -> Picture:
        """A file of a form."""
        if form == "picture":
            return self._private.new("jpg")
        if form == "sticker":
            return self._sticker()
        self._count += 1
        name = f"{form}-{self._count:04}"
        data, suffix = (_sound(self._dice.stream(name)), "opus") if form == "voice" else (_paper(name), "pdf")
        return Picture(name, suffix, data, hashlib.sha256(data).hexdigest(), name, form=form)

    def _sticker(self) -> Picture:
        while len(self._stickers.pictures) < STICKERS:
            self._stickers.new("webp")
        return replace(self._dice.pick(self._stickers.pictures), form="sticker")


def _paper(name: str) -> bytes:
    """A PDF of one page that says its own name."""
    shown = "".join(f"({line}) Tj 0 -24 Td " for line in ("Made up", f"Document {name}", "It says nothing else."))
    words = f"BT /F1 18 Tf 72 720 Td {shown}ET".encode()
    fonts = b"/Resources << /Font << /F1 5 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>" % fonts
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, b"".join(places))
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, len(out))
    return out + table + tail


def _sound(dice: Dice) -> bytes:
    """Ogg with the heads of Opus and packets of noise."""
    serial = dice.raw(4)
    head = b"OpusHead\x01\x01\x38\x01\x80\xbb\x00\x00\x00\x00\x00"
    tags = b"OpusTags\x07\x00\x00\x00made up\x00\x00\x00\x00"
    packets = [b"\xf8" + dice.raw(_PACKET - 1) for _ in range(dice.whole(10, 80))]
    pages = ((2, 0, [head]), (0, 0, [tags]), (4, 960 * len(packets), packets))
    return b"".join(_page(serial, number, *page) for number, page in enumerate(pages))


def _page(serial: bytes, number: int, flags: int, position: int, packets: list[bytes]) -> bytes:
    """A page of Ogg with its checksum; each packet is shorter than 255 bytes."""
    head = b"OggS\x00" + bytes([flags]) + position.to_bytes(8, "little") + serial + number.to_bytes(4, "little")
    body = bytes([len(packets), *(len(one) for one in packets)]) + b"".join(packets)
    return head + _checksum(head + bytes(4) + body).to_bytes(4, "little") + body


def _checksum(data: bytes) -> int:
    """CRC-32 as Ogg has it: not reflected, beginning at nought."""
    found = 0
    for byte in data:
        found ^= byte << 24
        for _ in range(8):
            found = (found << 1 ^ (_POLYNOMIAL if found & _TOP else 0)) & _WORD
    return found
