# SPDX-License-Identifier: Apache-2.0
"""What lies behind or inside a picture, a film or sound: motion photos, further pictures, archives, covers."""

import io
from collections.abc import Iterator
from typing import BinaryIO, ClassVar, cast

from suluh.exhibits import media
from suluh.exhibits.carving.ends import end_of
from suluh.exhibits.carving.heads import small_pictures
from suluh.exhibits.carving.id3 import Tag, is_stuffed, tag_of
from suluh.exhibits.carving.joined import Joined, joined
from suluh.exhibits.carving.parts import Part, Parts, is_strange, parts, pictures
from suluh.exhibits.carving.tiff import previews
from suluh.exhibits.types import media_type
from suluh.exhibits.unpack.window import Window
from suluh.model.evidence.container import Container, Member, Remark, distinct

_HOSTS = ("image/", "video/", "audio/")
_MOST = 10_000
_CANON, _LOSSLESS = b"CR\2", b"\xff\xd8\xff\xc4"
_RAW = {
    f"image/x-{one}"
    for one in ("olympus-orf", "panasonic-raw2", "fuji-raf", "canon-crw", "canon-cr3", "minolta-mrw", "sigma-x3f")
} | {"image/dicom", "image/vnd.adobe.photoshop"}


class Behind(Container):
    """Files in a picture, film or sound: behind its own end, or in a box or tag, as cameras and players put them.

    Where something stands behind it that no camera writes there, it is an item itself, without that: lists know a
    picture by the hash of its own bytes, and one byte more would hide it.
    """

    name: ClassVar[str] = "behind"
    is_host: ClassVar[bool] = True

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._parts: dict[bytes, Part | Joined] = {}
        self._remarks: list[Remark] = []

    def claims(self, head: bytes, tail: bytes | None) -> bool:
        """A picture, film or sound whose own end can be told."""
        return tail != b"" and _kind(head).startswith(_HOSTS)

    def members(self, file: BinaryIO) -> Iterator[Member | Remark]:
        """Every file in it, by its place."""
        self._read(file)
        yield from (Member(name, _size(part), None, None) for name, part in self._parts.items())
        yield from self._remarks

    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """The bytes of one. Raises `KeyError`."""
        self._read(file)
        part = self._parts[name]
        if isinstance(part, Joined):
            return io.BytesIO(part.data)
        return cast("BinaryIO", Window(file, part.start, part.end))

    def _read(self, file: BinaryIO) -> None:
        if self._file is file:
            return
        self._file, self._parts, self._remarks = file, {}, []
        size = file.seek(0, 2)
        file.seek(0)
        head = file.read(1 << 16)
        kind = _kind(head)
        lying = _made_pictures(file, size) if _is_raw(kind, head) else _others(file, kind, size)
        faults = {lying.fault} if lying.fault is not None else set[str]()
        found: list[Part | Joined] = [*lying, *joined(file, kind, size, faults)]
        self._remarks = [Remark(f"left:{number}", one) for number, one in enumerate(sorted(faults))]
        if len(found) > _MOST:
            reason = f"{len(found)} files lie in it: only the first {_MOST} are listed"
            self._remarks.append(Remark("most", reason))
            found = found[:_MOST]
        names = distinct(b"%010d.%s" % (part.start, part.suffix) for part in found)
        self._parts = dict(zip(names, found, strict=True))


def _kind(head: bytes) -> str:
    """The media type of what begins here with its first byte; sound is told by its frames as well."""
    kind = media.kind_of(head) or media_type(head)
    return kind if kind.startswith("audio/") else media.kind_of(head) or ""


def _size(part: Part | Joined) -> int:
    return len(part.data) if isinstance(part, Joined) else part.end - part.start


def _others(file: BinaryIO, kind: str, size: int) -> Parts:
    """What lies in it and behind it; and itself without that, where no camera writes such a thing there."""
    if kind == "image/tiff":
        return Parts(previews(file, size))
    own = end_of(file, kind, size)
    tail = parts(file, ((own.end, size),), end=True)
    covers = parts(file, own.covers, end=False)
    hashed = small_pictures(file, size) if kind == "image/jpeg" else frozenset[int]()
    is_hidden = own.end < size and is_strange(file, own.end, size, tail)
    found = Parts([Part(0, own.end, _suffix(kind))] if is_hidden else ())
    found += parts(file, own.inside, end=True)
    tag = tag_of(file, size) if kind == "audio/mpeg" else None
    found += [one for one in covers if one.start not in hashed and not (tag and _is_stuffed(file, one, tag))]
    found += tail
    found.left = covers.left
    return found


def _is_stuffed(file: BinaryIO, part: Part, tag: Tag) -> bool:
    """Whether a picture in a tag is surely not as it lies, for the tag says so and it looks so: see joined.py."""
    file.seek(part.start)
    return tag.says(part.start, part.end) and is_stuffed(file.read(part.end - part.start))


def _made_pictures(file: BinaryIO, size: int) -> Parts:
    """The pictures that a camera made of what its sensor saw; that itself may stand there as a JPEG without loss."""
    found = Parts()
    every = pictures(file, 0, size)
    found.left = every.left
    for part in every:
        file.seek(part.start)
        if not file.read(4).startswith(_LOSSLESS):
            found.append(part)
    return found


def _is_raw(kind: str, head: bytes) -> bool:
    """Whether it is what a camera's sensor saw, which is not decoded: the picture that was made of it lies inside."""
    return kind in _RAW or (kind == "image/tiff" and head.startswith(_CANON, 8))


def _suffix(kind: str) -> bytes:
    """What a picture, film or sound without what stands behind it is called by."""
    return {"image/jpeg": b"jpg", "video/x-msvideo": b"avi"}.get(kind, kind.rpartition("/")[2].encode())
