# SPDX-License-Identifier: Apache-2.0
"""What lies in OLE files: thumbnails (`Thumbs.db`), attachments of Outlook mails (`.msg`), pictures of old Office."""

import io
import struct
from collections.abc import Iterator
from typing import BinaryIO, ClassVar

import olefile

from suluh.exhibits.carving.parts import pictures
from suluh.model.evidence.container import Container, Member, Remark, distinct

_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST = 256 << 20
_ATTACHED, _DATA = "__attach_version1.0", "__substg1.0_37010102"
_NAMES = ("__substg1.0_3707001F", "__substg1.0_3704001F", "__substg1.0_3707001E", "__substg1.0_3704001E")
_FAULTS = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError, struct.error)
"""What the library raises for files that break its rules."""

Span = tuple[str, int, int]
"""A stream, and from where to where in it."""


class Ole(Container):
    """Streams of an OLE file that are attachments, and every picture in any other stream."""

    name: ClassVar[str] = "ole"
    is_host: ClassVar[bool] = True

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._found: dict[bytes, bytes] = {}
        self._remarks: list[Remark] = []

    def claims(self, head: bytes, tail: bytes | None) -> bool:  # noqa: ARG002 # the first bytes say it
        """The mark."""
        return head.startswith(_MARK)

    def members(self, file: BinaryIO) -> Iterator[Member | Remark]:
        """Every attachment and picture, by its stream. Raises `ValueError`."""
        self._read(file)
        yield from self._remarks
        yield from (Member(name, len(data), None, None) for name, data in self._found.items())

    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """The bytes of one. Raises `KeyError`, `ValueError`."""
        self._read(file)
        return io.BytesIO(self._found[name])

    def _read(self, file: BinaryIO) -> None:
        if self._file is file:
            return
        if file.seek(0, 2) > _LARGEST:
            raise ValueError(f"it is larger than {_LARGEST} bytes")
        file.seek(0)
        raw = file.read()
        try:
            with olefile.OleFileIO(io.BytesIO(raw)) as opened:
                found = sorted(self._streams(opened), key=lambda one: one[0])
        except _FAULTS as error:
            fault = f"it is damaged ({type(error).__name__}): only pictures that lie in one piece are listed"
            self._remarks.append(Remark("damaged", fault))
            found = list(self._pictures("", raw))
        names = distinct(name for name, _ in found)
        self._found = {name: data for name, (_, data) in zip(names, found, strict=True)}
        self._file = file

    def _streams(self, opened: "olefile.OleFileIO") -> Iterator[tuple[bytes, bytes]]:
        for path in opened.listdir(streams=True, storages=False):
            shown = "/".join(path)
            try:
                data = opened.openstream(path).read()
            except _FAULTS as error:
                self._remarks.append(Remark(f"stream:{shown}", f"its stream {shown} cannot be read: {error}"))
                continue
            if path[-1] == _DATA and len(path) > 1 and path[-2].startswith(_ATTACHED):
                yield _called(opened, path[:-1]), data
                continue
            yield from self._pictures(f"{shown}/", data)

    def _pictures(self, before: str, data: bytes) -> Iterator[tuple[bytes, bytes]]:
        found = pictures(io.BytesIO(data), 0, len(data))
        if found.fault is not None:
            self._remarks.append(Remark(f"left:{before}", found.fault))
        for part in found:
            yield f"{before}{part.start}.".encode() + part.suffix, data[part.start : part.end]


def _called(opened: "olefile.OleFileIO", folder: list[str]) -> bytes:
    """What an attachment is called in its mail."""
    for name in _NAMES:
        if opened.exists([*folder, name]):
            raw = opened.openstream([*folder, name]).read()
            text = raw.decode("utf-16-le" if name.endswith("F") else "cp1252", "replace").strip("\0")
            if text:
                return "/".join((*folder[:-1], folder[-1], text.replace("/", "_"))).encode()
    return "/".join((*folder, "attachment")).encode()
