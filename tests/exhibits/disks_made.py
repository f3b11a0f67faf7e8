# SPDX-License-Identifier: Apache-2.0
"""Small disks for tests: a FAT volume of a floppy's size, partitions around volumes, and EnCase's form of both."""

import struct
import zlib

SECTOR, FAT_SECTORS, ROOT_ENTRIES, SECTORS = 512, 9, 224, 2880
DATA = 1 + 2 * FAT_SECTORS + ROOT_ENTRIES * 32 // SECTOR
CHUNK = 64 * SECTOR
DELETED = 0xE5


def fat(files, deleted=()):
    """A FAT12 volume with files of names such as ``DCIM/A.BIN``; those named in `deleted` are marked as such."""
    made = _Fat(set(deleted))
    root = made.folder(files)
    boot = b"\xeb\x3c\x90MADE UP " + struct.pack(
        "<HBHBHHBHHHII", SECTOR, 1, 1, 2, ROOT_ENTRIES, SECTORS, 0xF0, FAT_SECTORS, 18, 2, 0, 0
    )
    boot += struct.pack("<BBBI", 0, 0, 0x29, 1) + b"MADE UP    " + b"FAT12   "
    table = made.table()
    head = boot.ljust(510, b"\0") + b"\x55\xaa" + 2 * table + root.ljust(ROOT_ENTRIES * 32, b"\0")
    return (head + bytes(made.data)).ljust(SECTORS * SECTOR, b"\0")


class _Fat:
    """Clusters that are handed out one after the other."""

    def __init__(self, deleted):
        self.data, self.next, self.deleted = bytearray(), [0xFF0, 0xFFF], deleted

    def folder(self, files, path=""):
        entries = b""
        tops = sorted({name.split("/", 1)[0] for name in files})
        for top in tops:
            own = f"{path}{top}"
            inner = {name.split("/", 1)[1]: raw for name, raw in files.items() if name.startswith(f"{top}/")}
            raw = self.folder(inner, f"{own}/") if inner else files[top]
            entries += self.entry(top, raw, is_folder=bool(inner), is_deleted=own in self.deleted)
        return entries

    def entry(self, name, raw, *, is_folder, is_deleted):
        """A name of eight and three letters, with its long form before it where it is another."""
        stem, _, suffix = name.upper().rpartition(".") if "." in name else (name.upper(), "", "")
        fits = name == name.upper() and len(stem) <= 8 and len(suffix) <= 3 and " " not in name
        short = f"{stem if fits else f'MADE{len(self.next):04}':<8}{suffix[:3]:<3}".encode()
        first = self.keep(raw) if raw else 0
        long = b"" if fits else _long(name, short)
        if is_deleted:
            short = bytes([DELETED]) + short[1:]
        date = (46 << 9) | (3 << 5) | 4
        stamp = struct.pack("<HHHHHHH", 0, date, date, 0, (10 << 11) | (20 << 5), date, first)
        size = 0 if is_folder else len(raw)
        return long + short + bytes([0x10 if is_folder else 0x20, 0, 0]) + stamp + struct.pack("<I", size)

    def keep(self, raw):
        first, count = len(self.next), -(-len(raw) // SECTOR)
        self.next += [*range(first + 1, first + count), 0xFFF]
        self.data += raw.ljust(count * SECTOR, b"\0")
        return first

    def table(self):
        values = self.next + [0] * (len(self.next) % 2)
        pairs = zip(values[::2], values[1::2], strict=True)
        raw = b"".join((low | high << 12).to_bytes(3, "little") for low, high in pairs)
        return raw.ljust(FAT_SECTORS * SECTOR, b"\0")


def _long(name, short):
    """The entries of a long name, the last piece first."""
    check = 0
    for one in short:
        check = ((check & 1) << 7) + (check >> 1) + one & 0xFF
    units = name.encode("utf-16-le") + b"\0\0"
    pieces = [units[at : at + 26].ljust(26, b"\xff") for at in range(0, len(units), 26)]
    if len(units) % 26 == 2:
        pieces = pieces[: -(-(len(units) - 2) // 26)]
    made = []
    for number, one in enumerate(pieces, 1):
        order = number | (0x40 if number == len(pieces) else 0)
        made.append(bytes([order]) + one[:10] + bytes([0x0F, 0, check]) + one[10:22] + b"\0\0" + one[22:])
    return b"".join(reversed(made))


def partitioned(*volumes):
    """A disk with a table of partitions, one for each volume: pairs of a kind and bytes."""
    entries, data, at = b"", b"", 1
    for kind, raw in volumes:
        entries += bytes([0, 0, 0, 0, kind, 0, 0, 0]) + struct.pack("<II", at, len(raw) // SECTOR)
        data, at = data + raw, at + len(raw) // SECTOR
    return bytes(446) + entries.ljust(64, b"\0") + b"\x55\xaa" + data


def encase(disk, parts=1, md5=None, sha1=None):
    """The same disk as EnCase's files, in so many parts, with sums where given; every other chunk is packed."""
    chunks = [disk[at : at + CHUNK] for at in range(0, len(disk), CHUNK)]
    each = -(-len(chunks) // parts)
    sums = {b"hash": (md5 or b"").ljust(32, b"\0"), b"digest": (md5 or bytes(16)) + (sha1 or b"").ljust(60, b"\0")}
    stated = {name: raw for name, raw in sums.items() if (sha1 if name == b"digest" else md5)}
    places = [(number + 1, parts) for number in range(parts)]
    return [_part(disk, chunks[one * each :][:each], places[one], stated) for one in range(parts)]


def _part(disk, chunks, place, stated):
    number, parts = place
    raw = b"EVF\x09\r\n\xff\0\1" + struct.pack("<HH", number, 0)
    if number == 1:
        count = -(-len(disk) // CHUNK)
        volume = struct.pack("<IIIIQ", 1, count, CHUNK // SECTOR, SECTOR, len(disk) // SECTOR)
        raw += _section(b"volume", volume.ljust(1052, b"\0"), len(raw))
    kept = [(1 << 31, zlib.compress(one)) if place % 2 else (0, one + _sum(one)) for place, one in enumerate(chunks)]
    start = len(raw) + 76
    raw += _section(b"sectors", b"".join(one for _, one in kept), len(raw))
    entries, at = [], start
    for flag, one in kept:
        entries.append(flag | at)
        at += len(one)
    head, places = struct.pack("<IIQI", len(entries), 0, 0, 0), struct.pack(f"<{len(entries)}I", *entries)
    for name in (b"table", b"table2"):
        raw += _section(name, head + _sum(head) + places + _sum(places), len(raw))
    for name, sums in stated.items() if number == parts else ():
        raw += _section(name, sums + _sum(sums), len(raw))
    return raw + _section(b"done" if number == parts else b"next", b"", len(raw), is_last=True)


def _section(name, raw, at, *, is_last=False):
    size = 76 + len(raw)
    head = name.ljust(16, b"\0") + struct.pack("<QQ", at if is_last else at + size, size) + bytes(40)
    return head + _sum(head) + raw


def _sum(raw):
    return zlib.adler32(raw).to_bytes(4, "little")
