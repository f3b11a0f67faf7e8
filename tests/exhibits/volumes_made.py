# SPDX-License-Identifier: Apache-2.0
"""Volumes of RAR with stored members, and ZIP archives cut as Info-ZIP cuts them, made by hand."""

import struct
import zlib


def rar_5(pieces, number=None, *, more):
    """One volume: pieces are name, bytes, whole member, and whether it goes on before or behind."""
    body = b"Rar!\x1a\7\1\0" + _block(b"\1\0" + (b"\1" if number is None else b"\3" + _number(number)))
    for name, data, whole, before, behind in pieces:
        flags = 2 | (8 if before else 0) | (16 if behind else 0)
        crc = zlib.crc32(data if behind else whole)
        head = b"".join(map(_number, (2, flags, len(data), 4, len(whole), 0o644)))
        body += _block(head + struct.pack("<I", crc) + b"\0\1" + _number(len(name)) + name) + data
    return body + _block(b"\5\0" + (b"\1" if more else b"\0"))


def rar_4(pieces, *, is_first, more):
    """The same in the older form."""
    body = b"Rar!\x1a\7\0" + _block_4(0x73, 0x101 if is_first else 1, bytes(6))
    for name, data, whole, before, behind in pieces:
        flags = 0x8000 | (1 if before else 0) | (2 if behind else 0)
        crc = zlib.crc32(data if behind else whole)
        fields = struct.pack("<IIBIIBBHI", len(data), len(whole), 3, crc, 0x58216000, 20, 0x30, len(name), 0o100644)
        body += _block_4(0x74, flags, fields + name) + data
    return body + _block_4(0x7B, 0x4000 | (1 if more else 0), b"")


def split_zip(members, size):
    """The parts of an archive with stored members: the first begins with a mark of its own."""
    body, directory = b"PK\7\x08", b""
    for name, data in members:
        common = struct.pack("<5H3L2H", 20, 0, 0, 0, 0x5B1E, zlib.crc32(data), len(data), len(data), len(name), 0)
        disk, place = divmod(len(body), size)
        body += b"PK\3\4" + common + name + data
        directory += b"PK\1\2\x14\3" + common + struct.pack("<HHHLL", 0, disk, 0, 0, place) + name
    disk, place = divmod(len(body), size)
    number = len(members)
    end = struct.pack("<4s4H2LH", b"PK\5\6", disk, disk, number, number, len(directory), place, 0)
    whole = body + directory + end
    return [whole[at : at + size] for at in range(0, len(whole), size)]


def _number(value):
    """As RAR 5 writes a number: seven bits a byte, the lowest first."""
    raw = b""
    while True:
        value, low = value >> 7, value & 0x7F
        raw += bytes((low | (0x80 if value else 0),))
        if not value:
            return raw


def _block(body):
    sized = _number(len(body)) + body
    return struct.pack("<I", zlib.crc32(sized)) + sized


def _block_4(kind, flags, fields):
    head = struct.pack("<BHH", kind, flags, 7 + len(fields)) + fields
    return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head
