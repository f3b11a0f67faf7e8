# SPDX-License-Identifier: Apache-2.0
"""A small 7z archive for tests, by the description in 7zFormat.txt: one solid block of LZMA2."""

import lzma
import struct
import zlib

_DICTIONARY = 16
"""The property of LZMA2 for a dictionary of 1 MiB."""


def seven_zip(files):
    """An archive of these names and bytes."""
    plain = b"".join(raw for _, raw in files)
    packed = lzma.compress(plain, lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 20}])
    sizes = [len(raw) for _, raw in files]
    sums = b"".join(zlib.crc32(raw).to_bytes(4, "little") for _, raw in files)
    folder = b"\x0b\1\0" + b"\1\x21\x21\1" + bytes([_DICTIONARY]) + b"\x0c" + _number(len(plain)) + b"\0"
    counts = b"\x0d" + _number(len(files)) + b"\x09" + b"".join(map(_number, sizes[:-1])) + b"\x0a\1" + sums + b"\0"
    streams = b"\6" + _number(0) + b"\1\x09" + _number(len(packed)) + b"\0" + b"\7" + folder + b"\x08" + counts + b"\0"
    names = b"\0" + b"".join(name.encode("utf-16-le") + b"\0\0" for name, _ in files)
    header = b"\1\4" + streams + b"\5" + _number(len(files)) + b"\x11" + _number(len(names)) + names + b"\0\0"
    start = struct.pack("<QQI", len(packed), len(header), zlib.crc32(header))
    return b"7z\xbc\xaf\x27\x1c\0\4" + struct.pack("<I", zlib.crc32(start)) + start + packed + header


def _number(value):
    """A number as such an archive writes it: the first byte says how many follow."""
    for more in range(8):
        if value < 1 << (7 * (more + 1)):
            first = (0xFF00 >> more) & 0xFF | value >> (8 * more)
            return bytes([first]) + (value & ((1 << 8 * more) - 1)).to_bytes(more, "little")
    return b"\xff" + value.to_bytes(8, "little")
