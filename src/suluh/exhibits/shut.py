# SPDX-License-Identifier: Apache-2.0
"""Containers that are known and not opened: each file of such a kind says so, and what to do."""

import re

from suluh.exhibits.disks import encase
from suluh.exhibits.marks import kind_of, locked_volume
from suluh.exhibits.members import Ends, is_container

_OPEN_OUTSIDE = "unpack it outside, and add what comes out as a further acquisition"
_OPENERS = {
    "images": "install `suluh[images]` and add it again with --corrects, or ",
    "libarchive": "install libarchive on this machine (Debian: libarchive13) and add it again with --corrects, or ",
}
"""What would open it here."""

_DECRYPT = "decrypt it outside with its password or key, and add what comes out as a further acquisition"
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
    kind = None if is_container(ends) else kind_of(*ends)
    if kind is None:
        return None
    if kind.mark == encase.MARK and not ends.head.startswith(encase.FIRST, encase.PLACE):
        return "this is a further part of an EnCase image whose first part does not lie beside it: add the whole image"
    todo = _OPENERS.get(kind.opener or "", "") + _OPEN_OUTSIDE
    return f"this is a container of type {kind.name}; its files were not looked at: {todo}"


def is_part(head: bytes) -> bool:
    """Whether a file begins as a part of an EnCase image does."""
    return head.startswith(encase.MARK)


def _locked(ends: Ends) -> str | None:
    """The kind of an encrypted container, by its bytes."""
    head, tail = ends.head, ends.tail or b""
    volume = locked_volume(head)
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
