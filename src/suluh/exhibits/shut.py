# SPDX-License-Identifier: Apache-2.0
"""Containers that are known and not opened: each file of such a kind says so, and what to do."""

import re
from typing import NamedTuple

from suluh.exhibits.members import Ends

SECTOR = 512
_OPEN_OUTSIDE = "unpack it outside, and add what comes out as a further acquisition"
_DECRYPT = "decrypt it outside with its password or key, and add what comes out as a further acquisition"


class _Kind(NamedTuple):
    """A kind of container, and where its mark stands."""

    name: str
    mark: bytes
    place: int = 0


_KINDS = (
    _Kind("7z", b"7z\xbc\xaf\x27\x1c"),
    _Kind("RAR", b"Rar!\x1a\x07"),
    _Kind("Windows cabinet", b"MSCF\0\0\0\0"),
    _Kind("LZH", b"-lh5-", 2),
    _Kind("LZH", b"-lh7-", 2),
    _Kind("ACE", b"**ACE**", 7),
    _Kind("ARJ", b"\x60\xea"),
    _Kind("lzip", b"LZIP\x01"),
    _Kind("LZ4", b"\x04\x22\x4d\x18"),
    _Kind("lzop", b"\x89LZO\0\r\n\x1a\n"),
    _Kind("compress", b"\x1f\x9d"),
    _Kind("cpio", b"070701"),
    _Kind("cpio", b"070702"),
    _Kind("cpio", b"070707"),
    _Kind("ar or deb", b"!<arch>\n"),
    _Kind("RPM", b"\xed\xab\xee\xdb"),
    _Kind("xar", b"xar!\0"),
    _Kind("Windows imaging", b"MSWIM\0\0\0"),
    _Kind("SquashFS", b"hsqs"),
    _Kind("Outlook store", b"!BDN"),
    _Kind("Outlook Express store", b"\xcf\xad\x12\xfe"),
    _Kind("EnCase image (E01)", b"EVF\x09\r\n\xff\0"),
    _Kind("EnCase image (Ex01)", b"EVF2\r\n\x81\0"),
    _Kind("EnCase logical image (L01)", b"LVF\x09\r\n\xff\0"),
    _Kind("SMART image", b"VCLSMART"),
    _Kind("QEMU disk image", b"QFI\xfb"),
    _Kind("VMware disk image", b"KDMV"),
    _Kind("VMware disk image", b"COWD"),
    _Kind("VirtualBox disk image", b"\x7f\x10\xda\xbe", 64),
    _Kind("Hyper-V disk image", b"conectix"),
    _Kind("Hyper-V disk image", b"vhdxfile"),
    _Kind("ISO 9660 image", b"CD001", 32769),
    _Kind("UDF image", b"BEA01", 32769),
    _Kind("disk image with an NTFS file system", b"NTFS    ", 3),
    _Kind("disk image with an exFAT file system", b"EXFAT   ", 3),
    _Kind("disk image with a FAT file system", b"FAT32   ", 82),
    _Kind("disk image with a FAT file system", b"FAT16   ", 54),
    _Kind("disk image with a FAT file system", b"FAT12   ", 54),
    _Kind("disk image with an APFS file system", b"NXSB", 32),
    _Kind("disk image with an HFS+ file system", b"H+\0\4", 1024),
    _Kind("disk image with an HFS+ file system", b"HX\0\5", 1024),
    _Kind("disk image with an ext file system", b"\x53\xef", 1080),
    _Kind("disk image with an F2FS file system", b"\x10\x20\xf5\xf2", 1024),
    _Kind("disk image with a Btrfs file system", b"_BHRfS_M", 65600),
    _Kind("disk image with an XFS file system", b"XFSB\0\0"),
    _Kind("disk image with a partition table", b"EFI PART", SECTOR),
)
_PLACES = sorted({one.place for one in _KINDS})
_MARKS = {place: tuple(one.mark for one in _KINDS if one.place == place) for place in _PLACES}
"""All marks at each place: one look at each settles most files."""

_LOCKED = (
    _Kind("LUKS volume", b"LUKS\xba\xbe"),
    _Kind("BitLocker volume", b"-FVE-FS-", 3),
    _Kind("encrypted Apple disk image", b"encrcdsa"),
    _Kind("FileVault volume", b"cdsaencr"),
)
_PLAIN_TEXT = re.compile(rb"[\t\r\n -~\x80-\xff]{64}")
_BOOT, _BOOT_PLACE, _PARTITIONS = b"\x55\xaa", 510, 446
_DMG, _DMG_SIZE = b"koly", 512
_AES_OF_7Z = bytes.fromhex("06f10701")
_RAR_5 = b"Rar!\x1a\x07\x01\0"
_RAR_4 = re.compile(rb"Rar!\x1a\x07\0..\x73[\x80-\xff]", re.DOTALL)
"""Its main block says that even the names are encrypted."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEALED_OFFICE = "EncryptedPackage".encode("utf-16-le")


def why_shut(ends: Ends) -> str | None:
    """What to say of a file that is a container and is not opened; null where it is none."""
    locked = _locked(ends)
    if locked is not None:
        return f"this is an encrypted container of type {locked}; its files were not looked at: {_DECRYPT}"
    kind = _kind(ends)
    if kind is not None:
        return f"this is a container of type {kind}; its files were not looked at: {_OPEN_OUTSIDE}"
    return None


def _kind(ends: Ends) -> str | None:
    head = ends.head
    for place in [place for place, marks in _MARKS.items() if head.startswith(marks, place)]:
        for one in _KINDS:
            if one.place == place and head.startswith(one.mark, place) and not _is_text(one, head):
                return one.name
    if (ends.tail or b"")[-_DMG_SIZE:].startswith(_DMG):
        return "Apple disk image"
    if (ends.tail or b"")[-SECTOR:].startswith(b"conectix"):
        return "Hyper-V disk image"
    return "disk image with a partition table" if _is_disk(head) else None


def _is_text(kind: _Kind, head: bytes) -> bool:
    """Whether a short mark only happens to stand in a text."""
    return len(kind.mark) < 4 and _PLAIN_TEXT.match(head) is not None  # noqa: PLR2004 # a short mark


def _is_disk(head: bytes) -> bool:
    """Whether the first sector has a partition table with at least one partition that can be."""
    if len(head) <= SECTOR or head[_BOOT_PLACE:SECTOR] != _BOOT:
        return False
    entries = [head[at : at + 16] for at in range(_PARTITIONS, _BOOT_PLACE, 16)]
    used = [one for one in entries if one[4]]
    return bool(used) and all(one[0] in {0, 0x80} and any(one[12:16]) for one in used)


def _locked(ends: Ends) -> str | None:
    """The kind of an encrypted container, by its bytes."""
    head, tail = ends.head, ends.tail or b""
    volume = next((one.name for one in _LOCKED if head[one.place : one.place + len(one.mark)] == one.mark), None)
    if volume is None and not head.startswith((b"7z", b"Rar!", b"%PDF-", _OLE)):
        return None
    signs = {
        "7z": head.startswith(b"7z\xbc\xaf\x27\x1c") and _AES_OF_7Z in tail,
        "RAR": (head.startswith(_RAR_5) and _is_sealed_rar(head)) or _RAR_4.match(head) is not None,
        "Office": head.startswith(_OLE) and (_SEALED_OFFICE in head or _SEALED_OFFICE in tail),
        "PDF": head.startswith(b"%PDF-") and (b"/Encrypt" in tail or b"/Encrypt" in head),
    }
    return volume or next((name for name, is_so in signs.items() if is_so), None)


def _is_sealed_rar(head: bytes) -> bool:
    """Whether the first block of a RAR 5 is that of encryption: checksum, size, kind."""
    at = len(_RAR_5) + 4
    while at < len(head) and head[at] & 0x80:
        at += 1
    return head[at + 1 : at + 2] == b"\4"
