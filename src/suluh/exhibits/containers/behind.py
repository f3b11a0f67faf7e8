# SPDX-License-Identifier: Apache-2.0
"""What lies behind or inside a picture, a film or sound: motion photos, further pictures, archives, covers."""

from collections.abc import Iterator
from typing import BinaryIO, ClassVar, cast

from suluh.exhibits import media
from suluh.exhibits.carving.ends import end_of
from suluh.exhibits.carving.parts import Part, is_strange, parts, pictures
from suluh.exhibits.carving.tiff import previews
from suluh.exhibits.unpack.window import Window
from suluh.model.evidence.container import Container, Member, Remark

_HOSTS = ("image/", "video/", "audio/")
_MOST = 10_000
_CANON, _LOSSLESS = b"CR\2", b"\xff\xd8\xff\xc4"
_RAW = {
    f"image/x-{one}"
    for one in ("olympus-orf", "panasonic-raw2", "fuji-raf", "canon-crw", "canon-cr3", "minolta-mrw", "sigma-x3f")
} | {"image/dicom"}


class Behind(Container):
    """Files in a picture, film or sound: behind its own end, or in a box or tag, as cameras and players put them.

    Where something stands behind it that no camera writes there, it is an item itself, without that: lists know a
    picture by the hash of its own bytes, and one byte more would hide it.
    """

    name: ClassVar[str] = "behind"
    is_host: ClassVar[bool] = True

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._parts: dict[bytes, Part] = {}
        self._rest: Remark | None = None

    def claims(self, head: bytes, tail: bytes | None) -> bool:
        """A picture, film or sound whose own end can be told."""
        kind = media.kind_of(head)
        return tail != b"" and kind is not None and kind.startswith(_HOSTS)

    def members(self, file: BinaryIO) -> Iterator[Member | Remark]:
        """Every file in it, by its place."""
        self._read(file)
        yield from (Member(name, part.end - part.start, None, None) for name, part in self._parts.items())
        if self._rest is not None:
            yield self._rest

    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """The bytes of one. Raises `KeyError`."""
        self._read(file)
        part = self._parts[name]
        return cast("BinaryIO", Window(file, part.start, part.end))

    def _read(self, file: BinaryIO) -> None:
        if self._file is file:
            return
        self._file, self._parts, self._rest = file, {}, None
        size = file.seek(0, 2)
        file.seek(0)
        head = file.read(1 << 16)
        kind = media.kind_of(head) or ""
        found = _made_pictures(file, size) if _is_raw(kind, head) else _others(file, kind, size)
        if len(found) > _MOST:
            reason = f"{len(found)} files lie in it: only the first {_MOST} are listed"
            self._rest, found = Remark("most", reason), found[:_MOST]
        self._parts = {b"%010d.%s" % (part.start, part.suffix): part for part in found}


def _others(file: BinaryIO, kind: str, size: int) -> list[Part]:
    """What lies in it and behind it; and itself without that, where no camera writes such a thing there."""
    if kind == "image/tiff":
        return previews(file, size)
    own = end_of(file, kind, size)
    tail = parts(file, ((own.end, size),), end=True)
    found = parts(file, own.inside, end=own.is_film_inside) + parts(file, own.covers, end=False) + tail
    is_hidden = own.end < size and is_strange(file, own.end, size, tail)
    return [Part(0, own.end, _suffix(kind)), *found] if is_hidden else found


def _made_pictures(file: BinaryIO, size: int) -> list[Part]:
    """The pictures that a camera made of what its sensor saw; that itself may stand there as a JPEG without loss."""
    found = []
    for part in pictures(file, 0, size):
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
