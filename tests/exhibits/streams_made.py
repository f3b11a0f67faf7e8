# SPDX-License-Identifier: Apache-2.0
"""Packed files and archives for tests, each by the description of its format, with nothing packed well."""

import hashlib
import lzma
import struct
import zlib


def lz4(raw):
    """A frame of blocks that are not packed."""
    blocks = [raw[at : at + 65536] for at in range(0, len(raw), 65536)]
    body = b"".join(struct.pack("<I", len(one) | 1 << 31) + one for one in blocks)
    return bytes.fromhex("04224d18604082") + body + bytes(4)


def old_lz4(raw):
    """The older form: one block of letters alone."""
    more = len(raw) - 15
    block = b"\xf0" + b"\xff" * (more // 255) + bytes([more % 255]) + raw
    return bytes.fromhex("02214c18") + struct.pack("<I", len(block)) + block


def lzip(raw):
    """One member of lzip."""
    how = {"id": lzma.FILTER_LZMA1, "lc": 3, "lp": 0, "pb": 2, "dict_size": 1 << 20}
    packed = lzma.compress(raw, lzma.FORMAT_RAW, filters=[how])
    return b"LZIP\1\x14" + packed + struct.pack("<IQQ", zlib.crc32(raw), len(raw), 6 + len(packed) + 20)


def compress(raw):
    """What the program `compress` writes: LZW, in groups of eight codes, with codes of nine to sixteen bits."""
    known, free, width = {bytes([one]): one for one in range(256)}, 257, 9
    packed, group, held = b"\x1f\x9d\x90", [], b""
    for at in range(len(raw)):
        longer = held + raw[at : at + 1]
        if longer in known:
            held = longer
            continue
        group.append(known[held])
        if free >= 1 << width and width < 16:
            packed += _coded(group, width, whole=True)
            group, width = [], width + 1
        if free < 1 << 16:
            known[longer], free = free, free + 1
        held = longer[-1:]
    return packed + _coded([*group, known[held]], width, whole=False)


def _coded(codes, width, *, whole):
    """Codes of so many bits; `whole` fills up the last group of eight."""
    bits = sum(one << (width * at) for at, one in enumerate(codes))
    return bits.to_bytes(-(-len(codes) // 8) * width if whole else -(-len(codes) * width // 8), "little")


def cabinet(name, raw, *, packed):
    """A cabinet of one file in one block."""
    packer = zlib.compressobj(9, wbits=-15)
    data = b"CK" + packer.compress(raw) + packer.flush() if packed else raw
    entry = struct.pack("<IIHHHH", len(raw), 0, 0, 0x5A21, 0x6000, 0x20) + name + b"\0"
    block = struct.pack("<IHH", 0, len(data), len(raw)) + data
    start = 36 + 8 + len(entry)
    head = (b"MSCF", 0, start + len(block), 0, 36 + 8, 0, 3, 1, 1, 1, 0, 0, 0)
    return struct.pack("<4sIIIIIBBHHHHH", *head) + struct.pack("<IHH", start, 1, int(packed)) + entry + block


def xar(name, raw):
    """An archive of one file in one folder."""
    data, sums = zlib.compress(raw), [hashlib.sha1(one, usedforsecurity=False).hexdigest() for one in (raw, b"")]
    told = (
        "<?xml version='1.0' encoding='UTF-8'?><xar><toc><checksum style='sha1'><size>20</size><offset>0</offset>"
        "</checksum><file id='1'><name>d</name><type>directory</type><file id='2'><data>"
        f"<length>{len(data)}</length><encoding style='application/x-gzip'/><offset>20</offset><size>{len(raw)}</size>"
        f"<extracted-checksum style='sha1'>{sums[0]}</extracted-checksum></data><type>file</type>"
        f"<name>{name}</name></file></file></toc></xar>"
    ).encode()
    toc = zlib.compress(told)
    head = struct.pack(">4sHHQQI", b"xar!", 28, 1, len(toc), len(told), 1)
    return head + toc + hashlib.sha1(toc, usedforsecurity=False).digest() + data


def cpio(name, raw):
    """An archive of one file in the portable form."""
    members = [(name, raw, 0o100644), (b"TRAILER!!!", b"", 0)]
    return b"".join(_entry(*one) for one in members)


def _entry(name, raw, mode):
    numbers = (1, mode, 0, 0, 1, 0, len(raw), 0, 0, 0, 0, len(name) + 1, 0)
    head = b"070701" + b"".join(b"%08x" % one for one in numbers) + name + b"\0"
    return head + bytes(-len(head) % 4) + raw + bytes(-len(raw) % 4)


def rpm(name, raw):
    """A package with empty headings."""
    lead = struct.pack(">4sBBhh66shh16s", b"\xed\xab\xee\xdb", 3, 0, 0, 1, b"coba-1-1", 1, 5, b"")
    empty = b"\x8e\xad\xe8\1" + bytes(12)
    return lead + 2 * empty + zlib.compress(cpio(name, raw), wbits=31)
