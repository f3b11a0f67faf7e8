# SPDX-License-Identifier: Apache-2.0
"""Disks for tests in the forms of virtual machines, Apple and Android, each block stored apart from its neighbour."""

import plistlib
import struct
import zlib

SECTOR = 512
BLOCK = 1 << 16


def _blocks(disk, size=BLOCK):
    return [disk[at : at + size].ljust(size, b"\0") for at in range(0, len(disk), size)]


def _laid(disk, first, size=BLOCK, before=b""):
    """Where each block that is not all zeros lies, backwards, and the bytes of all of them."""
    places, data = [0] * len(_blocks(disk, size)), b""
    for number, one in reversed(list(enumerate(_blocks(disk, size)))):
        if any(one):
            places[number] = first + len(data)
            data += before + one
    return places, data


def vhd(disk, *, kind=3):
    """Hyper-V's: 2 is of one size, 3 grows, 4 differs from another."""
    foot = struct.pack(">8sIIQ", b"conectix", 2, 0x10000, SECTOR if kind != 2 else (1 << 64) - 1) + bytes(16)
    foot += struct.pack(">QQII", len(disk), len(disk), 0, kind)
    foot = foot.ljust(SECTOR, b"\0")
    if kind == 2:
        return disk + foot
    count = len(_blocks(disk))
    first = SECTOR + 1024 + 4 * SECTOR
    places, data = _laid(disk, first, before=b"\xff" * SECTOR)
    head = struct.pack(">8sQQIII", b"cxsparse", (1 << 64) - 1, SECTOR + 1024, 0x10000, count, BLOCK).ljust(1024, b"\0")
    table = b"".join(struct.pack(">I", one // SECTOR if one else 0xFFFFFFFF) for one in places)
    return foot + head + table.ljust(4 * SECTOR, b"\xff") + data + foot


def vdi(disk):
    """VirtualBox's."""
    places, data = _laid(disk, 0)
    table = b"".join(
        struct.pack("<I", at // BLOCK if any(one) else 0xFFFFFFFF)
        for at, one in zip(places, _blocks(disk), strict=True)
    )
    head = bytearray(1024)
    struct.pack_into("<IIII", head, 64, 0xBEDA107F, 0x10001, 400, 1)
    struct.pack_into("<II", head, 340, 1024, 4096)
    struct.pack_into("<QIII", head, 368, len(disk), BLOCK, 0, len(places))
    return (bytes(head) + table).ljust(4096, b"\0") + data


def qcow(disk, *, packed=False, backing=0):
    """QEMU's, version 2."""
    second, first = 2 * BLOCK, 3 * BLOCK
    if packed:
        entries, data = [], b""
        for one in _blocks(disk):
            packer = zlib.compressobj(9, wbits=-12)
            raw = packer.compress(one) + packer.flush()
            raw += bytes(-len(raw) % SECTOR)
            entries.append(1 << 62 | (len(raw) // SECTOR - 1) << 54 | first + len(data))
            data += raw
    else:
        places, data = _laid(disk, first)
        entries = [1 << 63 | one if one else 0 for one in places]
    head = struct.pack(">4sIQIIQIIQ", b"QFI\xfb", 2, backing, 0, 16, len(disk), 0, 1, BLOCK)
    tables = struct.pack(">Q", 1 << 63 | second).ljust(BLOCK, b"\0")
    return (
        head.ljust(BLOCK, b"\0")
        + tables
        + b"".join(struct.pack(">Q", one) for one in entries).ljust(BLOCK, b"\0")
        + data
    )


def vmdk(disk, *, packed=False):
    """VMware's, in one growing file."""
    grains, first = SECTOR * 128, 64 * SECTOR
    text = b'# Disk DescriptorFile\nCID=1\nparentCID=ffffffff\nRW 2880 SPARSE "a.vmdk"\n'
    if packed:
        places, data = [], b""
        for number, one in enumerate(_blocks(disk, grains)):
            raw = zlib.compress(one)
            places.append(first + len(data))
            data += struct.pack("<QI", number * 128, len(raw)) + raw
            data += bytes(-len(data) % SECTOR)
    else:
        places, data = _laid(disk, first, grains)
    flags = 3 | (1 << 16 if packed else 0)
    head = struct.pack("<4sIIQQQQIQQQ", b"KDMV", 1, flags, len(disk) // SECTOR, 128, 1, 4, 512, 0, 8, 64)
    tables = struct.pack("<I", 16).ljust(8 * SECTOR, b"\0") + b"".join(
        struct.pack("<I", one // SECTOR) for one in places
    )
    return (head.ljust(SECTOR, b"\0") + text.ljust(7 * SECTOR, b"\0") + tables).ljust(first, b"\0") + data


def dmg(disk):
    """Apple's, its blocks packed, plain and of zeros in turn."""
    runs, data = [], b""
    for number, one in enumerate(_blocks(disk)):
        kind = 0 if not any(one) else 1 if number % 2 else 0x80000005
        raw = {0: b"", 1: one, 0x80000005: zlib.compress(one)}[kind]
        runs.append(struct.pack(">II4Q", kind, 0, number * BLOCK // SECTOR, BLOCK // SECTOR, len(data), len(raw)))
        data += raw
    runs.append(struct.pack(">II4Q", 0xFFFFFFFF, 0, len(disk) // SECTOR, 0, len(data), 0))
    table = struct.pack(">4sIQQQII", b"mish", 1, 0, len(disk) // SECTOR, 0, 520, 0).ljust(200, b"\0")
    table += struct.pack(">I", len(runs)) + b"".join(runs)
    told = plistlib.dumps({"resource-fork": {"blkx": [{"ID": "0", "Name": "whole", "Data": table}]}})
    trailer = struct.pack(">4s3IQQQ", b"koly", 4, 512, 1, 0, 0, len(data)).ljust(216, b"\0")
    return data + told + (trailer + struct.pack(">QQ", len(data), len(told))).ljust(512, b"\0")


def sparse(disk):
    """Android's: plain blocks, blocks of four bytes again and again, and blocks that are left out."""
    chunks = []
    for one in _blocks(disk, 4096):
        if not any(one):
            chunks.append(struct.pack("<HHII", 0xCAC3, 0, 1, 12))
        elif one == one[:4] * 1024:
            chunks.append(struct.pack("<HHII", 0xCAC2, 0, 1, 16) + one[:4])
        else:
            chunks.append(struct.pack("<HHII", 0xCAC1, 0, 1, 12 + 4096) + one)
    return struct.pack("<I4H4I", 0xED26FF3A, 1, 0, 28, 12, 4096, len(chunks), len(chunks), 0) + b"".join(chunks)
