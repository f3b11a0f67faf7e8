# SPDX-License-Identifier: Apache-2.0
"""Marks by which containers are known that are not archives of files read here: other archives, and images of disks."""

import re
import struct
from typing import Literal, NamedTuple

SECTOR = 512


class Kind(NamedTuple):
    """A kind of container, and where its mark stands."""

    name: str
    mark: bytes
    place: int = 0
    opener: Literal["images", "libarchive"] | None = None
    """What opens it, where that is installed: the extra `images`, or the system's library for archives."""

    is_stream: bool = False
    """Whether it is packed bytes, which may be an archive or one file."""


_KINDS = (
    Kind("7z", b"7z\xbc\xaf\x27\x1c", opener="libarchive"),
    Kind("RAR", b"Rar!\x1a\x07", opener="libarchive"),
    Kind("Windows cabinet", b"MSCF\0\0\0\0", opener="libarchive"),
    *(Kind("LZH", b"-lh%c-" % one, 2, opener="libarchive") for one in b"014567d"),
    Kind("ACE", b"**ACE**", 7),
    Kind("ARJ", b"\x60\xea"),
    Kind("lzip", b"LZIP\x01", opener="libarchive", is_stream=True),
    Kind("LZ4", b"\x04\x22\x4d\x18", opener="libarchive", is_stream=True),
    Kind("LZ4", b"\x02\x21\x4c\x18", opener="libarchive", is_stream=True),
    Kind("lzop", b"\x89LZO\0\r\n\x1a\n"),
    *(Kind("compress", b"\x1f\x9d%c" % (0x80 | bits), opener="libarchive", is_stream=True) for bits in range(9, 17)),
    Kind("cpio", b"070701", opener="libarchive"),
    Kind("cpio", b"070702", opener="libarchive"),
    Kind("cpio", b"070707", opener="libarchive"),
    Kind("ar or deb", b"!<arch>\n", opener="libarchive"),
    Kind("RPM", b"\xed\xab\xee\xdb", opener="libarchive"),
    Kind("xar", b"xar!\0", opener="libarchive"),
    Kind("Windows imaging", b"MSWIM\0\0\0"),
    Kind("SquashFS", b"hsqs"),
    Kind("Outlook store", b"!BDN"),
    Kind("Outlook Express store", b"\xcf\xad\x12\xfe"),
    Kind("EnCase image (E01)", b"EVF\x09\r\n\xff\0", opener="images"),
    Kind("EnCase image (Ex01)", b"EVF2\r\n\x81\0"),
    Kind("EnCase logical image (L01)", b"LVF\x09\r\n\xff\0"),
    Kind("EnCase logical image (Lx01)", b"LEF2\r\n\x81\0"),
    Kind("SMART image", b"VCLSMART"),
    Kind("AFF image", b"AFF10\r\n\0"),
    Kind("AccessData logical image (AD1)", b"ADSEGMENTEDFILE\0"),
    Kind("AccessData logical image (AD1)", b"ADLOGICALIMAGE\0"),
    Kind("QEMU disk image", b"QFI\xfb", opener="images"),
    Kind("VMware disk image", b"KDMV", opener="images"),
    Kind("VMware disk image", b"COWD"),
    Kind("VirtualBox disk image", b"\x7f\x10\xda\xbe", 64, opener="images"),
    Kind("Hyper-V disk image", b"conectix", opener="images"),
    Kind("Hyper-V disk image", b"vhdxfile"),
    Kind("ISO 9660 image", b"CD001", 32769, opener="images"),
    Kind("UDF image", b"BEA01", 32769),
    Kind("disk image with an NTFS file system", b"NTFS    ", 3, opener="images"),
    Kind("disk image with an exFAT file system", b"EXFAT   ", 3, opener="images"),
    Kind("disk image with a FAT file system", b"FAT32   ", 82, opener="images"),
    Kind("disk image with a FAT file system", b"FAT16   ", 54, opener="images"),
    Kind("disk image with a FAT file system", b"FAT12   ", 54, opener="images"),
    Kind("disk image with an APFS file system", b"NXSB", 32),
    Kind("disk image with an HFS+ file system", b"H+\0\4", 1024, opener="images"),
    Kind("disk image with an HFS+ file system", b"HX\0\5", 1024, opener="images"),
    Kind("disk image with an ext file system", b"\x53\xef", 1080, opener="images"),
    Kind("disk image with an F2FS file system", b"\x10\x20\xf5\xf2", 1024),
    Kind("disk image with a Btrfs file system", b"_BHRfS_M", 65600),
    Kind("disk image with an XFS file system", b"XFSB\0\0"),
    Kind("disk image with a ReFS file system", b"\0\0\0ReFS\0"),
    Kind("disk image with an EROFS file system", b"\xe2\xe1\xf5\xe0", 1024),
    Kind("disk image with a JFFS2 file system", b"\x85\x19\x03\x20\x0c\0\0\0"),
    Kind("disk image with a cramfs file system", b"Compressed ROMFS", 16),
    Kind("disk image with UBI volumes", b"UBI#\1\0\0"),
    Kind("disk image with LVM volumes", b"LABELONE", SECTOR),
    Kind("sparse image of Android", b"\x3a\xff\x26\xed\1\0", opener="images"),
    Kind("disk image with a partition table", b"EFI PART", SECTOR, opener="images"),
)
_PLACES = sorted({one.place for one in _KINDS})
_MARKS = {place: tuple(one.mark for one in _KINDS if one.place == place) for place in _PLACES}
"""All marks at each place: one look at each settles most files."""
_LOCKED = (
    Kind("LUKS volume", b"LUKS\xba\xbe"),
    Kind("BitLocker volume", b"-FVE-FS-", 3),
    Kind("encrypted Apple disk image", b"encrcdsa"),
    Kind("FileVault volume", b"cdsaencr"),
)
_PLAIN_TEXT = re.compile(rb"[\t\r\n -~\x80-\xff]{64}")
_BOOT, _BOOT_PLACE, _PARTITIONS = b"\x55\xaa", 510, 446
_DMG, _DMG_SIZE = b"koly", 512
_APPLE, _HYPER_V = (
    Kind("Apple disk image", _DMG, opener="images"),
    Kind("Hyper-V disk image", b"conectix", opener="images"),
)
_SKIPPED = b"\x2a\x4d\x18"
_LZ4 = Kind("LZ4", b"\x04\x22\x4d\x18", opener="libarchive", is_stream=True)
"""Behind frames that are to be skipped, which Zstandard has as well."""

_OLD_CPIO, _OLD_CPIO_HEAD = Kind("cpio", b"\xc7\x71", opener="libarchive"), 26
_DISK = Kind("disk image with a partition table", _BOOT, _BOOT_PLACE, opener="images")


def kind_of(head: bytes, tail: bytes | None) -> Kind | None:
    """The kind of container that begins and ends so; null where none is known by that."""
    for place in [place for place, marks in _MARKS.items() if head.startswith(marks, place)]:
        for one in _KINDS:
            if one.place == place and head.startswith(one.mark, place) and not _is_text(one, head):
                return one
    if head.startswith(_LZ4.mark, skipped(head) or len(head)):
        return _LZ4
    if (tail or b"")[-_DMG_SIZE:].startswith(_DMG):
        return _APPLE
    if (tail or b"")[-SECTOR:].startswith(_HYPER_V.mark):
        return _HYPER_V
    if _is_old_cpio(head):
        return _OLD_CPIO
    return _DISK if _is_disk(head) else None


def skipped(head: bytes) -> int:
    """Where the first frame begins that is not to be skipped."""
    at = 0
    while head[at + 1 : at + 4] == _SKIPPED and head[at] >> 4 == 5:  # noqa: PLR2004 # sixteen marks of that kind
        at += 8 + int.from_bytes(head[at + 4 : at + 8], "little")
    return at


def locked_volume(head: bytes) -> str | None:
    """The kind of an encrypted volume that begins so."""
    return next((one.name for one in _LOCKED if head.startswith(one.mark, one.place)), None)


def _is_text(kind: Kind, head: bytes) -> bool:
    """Whether a short mark only happens to stand in a text."""
    return len(kind.mark) < 4 and _PLAIN_TEXT.match(head) is not None  # noqa: PLR2004 # a short mark


def _is_old_cpio(head: bytes) -> bool:
    """Whether the first member of an archive of cpio in its oldest form begins here: its mark is short."""
    order = {b"\xc7\x71": "<", b"\x71\xc7": ">"}.get(head[:2])
    if order is None or len(head) < _OLD_CPIO_HEAD:
        return False
    mode, length = struct.unpack_from(f"{order}6xH12xH", head)
    name = head[_OLD_CPIO_HEAD : _OLD_CPIO_HEAD + length]
    return mode >> 12 in {1, 2, 4, 6, 8, 10, 12} and name.endswith(b"\0") and name.find(b"\0") == length - 1 > 0


def _is_disk(head: bytes) -> bool:
    """Whether the first sector has a partition table with at least one partition that can be."""
    if len(head) <= SECTOR or head[_BOOT_PLACE:SECTOR] != _BOOT:
        return False
    entries = [head[at : at + 16] for at in range(_PARTITIONS, _BOOT_PLACE, 16)]
    used = [one for one in entries if one[4]]
    return bool(used) and all(one[0] in {0, 0x80} and any(one[12:16]) for one in used)
