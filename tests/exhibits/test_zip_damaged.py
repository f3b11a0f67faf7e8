# SPDX-License-Identifier: Apache-2.0
"""Archives that are cut off, padded, hidden or oddly packed give every member that is there."""

import io
import lzma
import struct
import zipfile
import zlib

import pytest
import zstandard
from tests.each import each

from suluh.exhibits.unpack.deflate64 import Inflate64

from .conftest import Part, archive, listing, zipped

DATA = {b"a/1.txt": b"satu " * 300, b"a/2.txt": bytes(range(256)) * 20, b"b.txt": b"tiga"}
WHOLE = archive(*(Part(name, data) for name, data in DATA.items()))


def streamed():
    """An archive whose sizes stand behind the bytes, as programs write it that cannot go back."""
    packed = io.BytesIO()

    class Forward(io.RawIOBase):
        def writable(self):
            return True

        def write(self, raw):
            return packed.write(raw)

    with zipfile.ZipFile(Forward(), "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in DATA.items():
            written.writestr(name.decode(), data)
    return packed.getvalue()


def commented(comment):
    return WHOLE[:-2] + struct.pack("<H", len(comment)) + comment


def miscounted():
    at = WHOLE.rindex(b"PK\5\6")
    return WHOLE[: at + 8] + struct.pack("<2H", 2, 2) + WHOLE[at + 12 :]


def shifted(before):
    """An archive behind other bytes whose directory does not know of them."""
    return before + WHOLE


DIRECTORY = WHOLE.index(b"PK\1\2")
KINDS = {
    "cut within the directory": (WHOLE[:-60], True),
    "cut before the directory": (WHOLE[:DIRECTORY], True),
    "cut, with sizes behind": (streamed()[:-80], True),
    "padded": (WHOLE + bytes(70_000), False),
    "padded with other bytes": (WHOLE + b"\1" * 70_000, True),
    "wrong count": (miscounted(), True),
    "the mark of an end in the comment": (commented(b"see PK\5\6 and more"), False),
    "a whole end in the comment": (commented(b"PK\5\6" + bytes(18)), False),
    "a marker before": (shifted(b"PK00"), False),
    "a marker of a split before": (shifted(b"PK\7\b"), False),
    "unpacks itself": (shifted(b"MZ" + b"\x90" * 500), False),
    "unpacks itself by a script": (shifted(b"#!/bin/sh\nexec unzip $0\n"), False),
    "whole": (WHOLE, False),
    "sizes behind": (streamed(), False),
}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_member_is_read_and_what_is_damaged_is_told(kind):
    raw, is_odd = KINDS[kind]

    found = listing(raw)

    assert found.data == DATA
    assert found.containers[b"a.zip"] == "zip"
    assert bool(found.flaws) == is_odd


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_directory_of_an_archive_within_one_that_is_cut_off_is_not_taken_for_its_own(method):
    packed = io.BytesIO()
    inner = zipped(deep=bytes(number * number % 251 for number in range(3000)))
    with zipfile.ZipFile(packed, "w", method) as written:
        for name, data in (("a", b"first"), ("inner.zip", inner), ("z", b"last")):
            written.writestr(name, data)

    found = listing(packed.getvalue()[:-100])

    assert set(found.data) == {b"a", b"inner.zip", b"deep", b"z"}
    assert found.data[b"inner.zip"] == inner


def test_a_member_that_is_cut_off_has_a_flaw_and_the_others_are_read():
    found = listing(WHOLE[: WHOLE.index(b"b.txt") - 40])

    assert found.data == {b"a/1.txt": DATA[b"a/1.txt"]}
    assert [file.path for file in found.files] == [b"a/1.txt", b"a/2.txt"]
    assert "end" in found.flaws["a/2.txt"][0]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_member_that_the_directory_does_not_name_is_read(place):
    parts = [Part(name, data) for name, data in DATA.items()]
    hidden = parts[place]
    whole = archive(*parts)
    at = whole.index(b"PK\1\2")
    entries = [b"PK\1\2" + one for one in whole[at : whole.rindex(b"PK\5\6")].split(b"PK\1\2")[1:]]
    directory = b"".join(one for number, one in enumerate(entries) if number != place)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 2, 2, len(directory), at, 0)

    found = listing(whole[:at] + directory + end)

    assert found.data == DATA
    assert found.flaws["a.zip"] == [f"its directory does not name {hidden.name.decode()}"]


def test_bytes_between_members_are_told():
    first, second = archive(Part(b"x", b"one", method=0)), Part(b"y", b"two", method=0)
    stray = bytes(range(1, 200))
    part = b"PK\3\4" + struct.pack("<5H3L2H", 20, 0, 0, 0, 0, zlib.crc32(b"two"), 3, 3, 1, 0) + b"ytwo"
    body = first[: first.index(b"PK\1\2")] + stray
    entries = archive(Part(b"x", b"one", method=0), second._replace(start=len(body)))
    at = entries.index(b"PK\1\2")
    directory = entries[at : entries.rindex(b"PK\5\6")]
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 2, 2, len(directory), len(body + part), 0)

    found = listing(body + part + directory + end)

    assert found.data == {b"x": b"one", b"y": b"two"}
    assert found.flaws["a.zip"] == [f"199 bytes from byte {len(body) - 199} on belong to none of its members"]


def test_two_names_of_one_member_are_told():
    other = WHOLE.replace(b"b.txt", b"c.txt", 1)

    found = listing(other)

    assert found.data == DATA
    assert found.flaws["a.zip"] == ["the directory calls a member b.txt, and before its bytes stands c.txt"]


def test_a_member_that_only_the_directory_calls_encrypted_is_read():
    at = WHOLE.index(b"PK\1\2") + 8
    found = listing(WHOLE[:at] + b"\1\0" + WHOLE[at + 2 :])

    assert found.data == DATA
    assert "calls a/1.txt encrypted" in found.flaws["a.zip"][0]


def test_the_unicode_name_of_a_member_is_told():
    field = struct.pack("<2HBL", 0x7075, 5 + 6, 1, zlib.crc32(b"??.jpg")) + "\u5b66".encode() * 2
    raw = zipped(**{"??.jpg": "x"})
    at = raw.index(b"PK\1\2")
    entry = raw[at : raw.rindex(b"PK\5\6")]
    entry = entry[:30] + struct.pack("<H", len(field)) + entry[32:] + field
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(entry), at, 0)

    found = listing(raw[:at] + entry + end)

    assert found.flaws["a.zip"] == ["a member has two names: ??.jpg and, in Unicode, \u5b66\u5b66"]


def lzma_of(data):
    filters = [{"id": lzma.FILTER_LZMA1, "lc": 3, "lp": 0, "pb": 2, "dict_size": 1 << 20}]
    packed = lzma.compress(data, lzma.FORMAT_RAW, filters=filters)
    return struct.pack("<2BH", 9, 20, 5) + bytes([3 + 9 * (0 + 5 * 2)]) + struct.pack("<L", 1 << 20) + packed


SAID = b"paket 40 file 50rb " * 40_000
METHODS = {
    "lzma": (14, lzma_of(SAID)),
    "zstandard": (93, zstandard.compress(SAID)),
    "zstandard by its old number": (20, zstandard.compress(SAID)),
    "zstandard in two frames": (93, zstandard.compress(SAID[:1000]) + zstandard.compress(SAID[1000:])),
    "xz": (95, lzma.compress(SAID)),
}


@pytest.mark.parametrize("method", sorted(METHODS))
def test_members_packed_in_newer_ways_are_read(method):
    number, packed = METHODS[method]

    assert listing(archive(Part(b"x", SAID, method=number, packed=packed))).data == {b"x": SAID}


@pytest.mark.parametrize("method", sorted(METHODS))
def test_damage_to_them_is_a_flaw(method):
    number, packed = METHODS[method]
    found = listing(archive(Part(b"x", SAID, method=number, packed=packed[: len(packed) // 2]), Part(b"y", b"fine")))

    assert (found.data, len(found.flaws["x"])) == ({b"y": b"fine"}, 1)


class Bits:
    """Writes bits, the lowest of each byte first."""

    def __init__(self):
        self.value = self.count = 0

    def put(self, number, size):
        self.value |= number << self.count
        self.count += size

    def code(self, number, size):
        self.put(int(f"{number:0{size}b}"[::-1], 2), size)

    def literal(self, byte):
        self.code(0x30 + byte, 8) if byte < 144 else self.code(0x190 + byte - 144, 9)

    def bytes(self):
        return self.value.to_bytes(self.count // 8 + 1, "little")


def deflated_64():
    """Fixed codes with what deflate does not have: a copy of 40,003 bytes, and a distance of 60,000."""
    bits = Bits()
    bits.put(0, 1), bits.put(0, 2)
    first = bytes(number * 7 % 251 for number in range(60_000))
    bits.put(0, -bits.count % 8)
    bits.put(len(first), 16), bits.put(len(first) ^ 0xFFFF, 16)
    bits.value |= int.from_bytes(first, "little") << bits.count
    bits.count += 8 * len(first)
    bits.put(1, 1), bits.put(1, 2)
    for byte in b"halo":
        bits.literal(byte)
    bits.code(0xC5, 8), bits.put(40_000, 16)
    bits.code(31, 5), bits.put(60_000 - 49_153, 14)
    bits.code(0, 7)
    plain = first + b"halo"
    return plain + plain[4 : 4 + 40_003], bits.bytes()


@pytest.mark.parametrize("piece", [1 << 16, 1000, 1])
def test_deflate64_is_read_in_any_pieces(piece):
    plain, packed = deflated_64()
    inner = Inflate64(len(packed))

    found = [part for at in range(0, len(packed), piece) for part in inner.pieces(packed[at : at + piece])]

    assert b"".join(found) == plain
    assert inner.is_whole()


def test_a_member_of_deflate64_is_read_and_damage_is_a_flaw():
    plain, packed = deflated_64()
    found = listing(
        archive(Part(b"x", plain, method=9, packed=packed), Part(b"y", plain, method=9, packed=packed[:-9]))
    )

    assert found.data == {b"x": plain}
    assert len(found.flaws["y"]) == 1


@each("seed", range(60))
def test_changed_bytes_of_deflate64_never_raise_anything_else(seed):
    plain, packed = deflated_64()
    broken = bytearray(packed)
    broken[-1 - seed * 7 % len(packed)] ^= 1 << seed % 8

    assert listing(archive(Part(b"x", plain, method=9, packed=bytes(broken)))).files


def test_an_archive_behind_bytes_of_no_known_kind_is_opened():
    found = listing(b"\1\2\3\0" * 40 + zipped(**{"paket.txt": "50rb"}))

    assert found.data == {b"paket.txt": b"50rb"}
    assert found.containers[b"a.zip"] == "zip"
