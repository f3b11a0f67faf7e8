# SPDX-License-Identifier: Apache-2.0
"""Containers that are known and not opened: each file of such a kind says so, and what to do."""

import re

from suluh.exhibits.disks import encase
from suluh.exhibits.marks import kind_of, locked_volume
from suluh.exhibits.members import Ends, is_opened
from suluh.exhibits.types import UNKNOWN, media_type
from suluh.exhibits.unpack import rar
from suluh.model.evidence.backup import INDEX
from suluh.model.evidence.parts import first
from suluh.model.intake import File

_OPEN_OUTSIDE = "unpack it outside, and add what comes out as a further acquisition"
_OPENERS = {
    "images": "install `suluh[images]` and add it again with --corrects, or ",
    "libarchive": "install libarchive on this machine (Debian: libarchive13) and add it again with --corrects, or ",
}
"""What would open it here."""

_DECRYPT = "decrypt it outside with its password or key, and add what comes out as a further acquisition"
ORPHAN = (
    "by its name this is a further part of a file that was cut into several, and it was not read with the first: "
    "add the whole file"
)
_PART = re.compile(
    rb"\.(zip|zipx|7z|rar|tar|t?gz|bz2|xz|dd|raw|img|iso|bin)\.\d{2,4}$|\.([zrs]\d\d|zip)$", re.IGNORECASE
)
_OLD_INDEX = b"mbdb\5\0"
OLD_INDEX = (
    "this is the index of an iPhone's backup by iOS 4 to 9, which is not read: its files are looked at under their "
    "hashed names"
)
INDEX_INSIDE = (
    "this is the index of an iPhone's backup inside an archive: its files are looked at under their hashed names; "
    "unpack the backup outside and add its folder to see their own"
)
AFF4 = (
    "this is an AFF4 image: its parts are listed as they are packed, and the files of the disk were not looked at: "
    "convert it outside to a raw or EnCase image, and add that as a further acquisition"
)
_LAST_OF_ZIP = b"PK\5\6"
_AES_OF_7Z = bytes.fromhex("06f10701")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEALED_OFFICE = "EncryptedPackage".encode("utf-16-le")


def why_shut(ends: Ends) -> str | None:
    """What to say of a file that is a container and is not opened; null where it is none."""
    locked = _locked(ends)
    if locked is not None:
        return f"this is an encrypted container of type {locked}; its files were not looked at: {_DECRYPT}"
    if ends.head.startswith(_OLD_INDEX):
        return OLD_INDEX
    if ends.head.startswith(b"PK") and b"information.turtle" in (ends.tail or b""):
        return AFF4
    kind = None if is_opened(ends) else kind_of(*ends)
    if kind is None:
        return None
    if kind.mark == encase.MARK and not ends.head.startswith(encase.FIRST, encase.PLACE):
        return "this is a further part of an EnCase image that was not opened with its first part: add the whole image"
    todo = _OPENERS.get(kind.opener or "", "") + _OPEN_OUTSIDE
    return f"this is a container of type {kind.name}; its files were not looked at: {todo}"


def is_index_inside(file: File) -> bool:
    """Whether a member of an archive is called as the index of an iPhone's backup is."""
    return bool(file.containers) and file.path.rpartition(b"/")[2] == INDEX


def is_orphan(path: bytes, ends: Ends) -> bool:
    """Whether a name is that of a further part of a file cut into several, and the bytes are of no known kind."""
    if first(path) is None or _PART.search(path) is None or media_type(ends.head) != UNKNOWN or is_opened(ends):
        return False
    return not path.lower().endswith(b".zip") or _LAST_OF_ZIP in (ends.tail or b"")


def _locked(ends: Ends) -> str | None:
    """The kind of an encrypted container, by its bytes."""
    head, tail = ends.head, ends.tail or b""
    volume = locked_volume(head)
    if volume is None and not head.startswith((b"7z", b"Rar!", b"%PDF-", _OLE)):
        return None
    signs = {
        "7z": head.startswith(b"7z\xbc\xaf\x27\x1c") and _AES_OF_7Z in tail,
        "RAR": rar.is_sealed(head),
        "Office": head.startswith(_OLE) and (_SEALED_OFFICE in head or _SEALED_OFFICE in tail),
        "PDF": head.startswith(b"%PDF-") and (b"/Encrypt" in tail or b"/Encrypt" in head),
    }
    return volume or next((name for name, is_so in signs.items() if is_so), None)
