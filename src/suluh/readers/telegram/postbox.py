# SPDX-License-Identifier: Apache-2.0
"""Messages and peers as Telegram for iOS keeps them in its tables of keys and values."""

import struct
from typing import NamedTuple

_DEEPEST = 12
_MOST = 100_000
_SCALARS = {0: "<i", 1: "<q", 2: "<?", 3: "<d"}
_STRING, _OBJECT, _OBJECTS, _PAIRS, _BYTES, _NIL, _STRINGS, _BLOBS = 4, 5, 8, 9, 10, 11, 12, 13
_ARRAYS = {6: "<i", 7: "<q"}
_KINDS = ("user", "chat", "channel", "secret")
_GLOBAL, _TAGS, _GROUPING, _GROUP, _LOCAL, _THREAD = 1, 2, 4, 8, 16, 32
_INCOMING = 4
_FORWARD_SOURCE, _FORWARD_MESSAGE, _SIGNATURE, _NOTICE, _FORWARD_FLAGS = 2, 4, 8, 16, 32

Value = object
Fields = dict[str, Value]


class Key(NamedTuple):
    """The key of a message: where and when it was said."""

    peer: int
    space: int
    """Zero for messages of the service, others for those of the device alone."""

    date: int
    number: int


class Told(NamedTuple):
    """What a row's bytes say."""

    is_incoming: bool
    author: int | None
    forwarded_from: int | None
    is_forwarded: bool
    text: str
    media: tuple[Fields, ...]
    referred: int
    """How many files stand in another table."""


def key_of(raw: object) -> Key | None:
    """The key of a message; null where the bytes are none."""
    return Key(*struct.unpack(">qiii", raw)) if isinstance(raw, bytes) and len(raw) == 20 else None  # noqa: PLR2004 # their sizes


def peer_of(number: int) -> tuple[str, int]:
    """What a peer is and its number in the service, from the number by which the app keeps it."""
    kind = number >> 32 & 7
    return _KINDS[kind] if kind < len(_KINDS) else f"peer{kind}", (number & 0xFFFFFFFF) | (number >> 35) << 32


def told(raw: object) -> Told | None:
    """What the bytes of a message say; null where they are none, or end too early."""
    if not isinstance(raw, bytes):
        return None
    try:
        return _told(_Bytes(raw))
    except (ValueError, struct.error, UnicodeDecodeError):
        return None


def fields(raw: object) -> Fields:
    """The fields of a stored object by their names; none where the bytes are no such object."""
    if not isinstance(raw, bytes):
        return {}
    try:
        found = _Bytes(raw).fields(0)
    except (ValueError, struct.error, UnicodeDecodeError):
        return {}
    root = found.get("_")
    return root if isinstance(root, dict) else found


def _told(data: "_Bytes") -> Told | None:
    if data.take("<b") != 0:
        return None
    data.skip(8)
    flags = data.take("<B")
    for mark, size in ((_GLOBAL, 8), (_TAGS, 4), (_GROUPING, 8), (_GROUP, 4), (_LOCAL, 4), (_THREAD, 8)):
        data.skip(size if flags & mark else 0)
    state = data.take("<I")
    data.skip(4)
    is_forwarded, origin = _forward(data)
    author = data.take("<q") if data.take("<b") == 1 else None
    text = data.text()
    for _ in range(_counted(data)):
        data.blob()
    media = tuple(fields(data.blob()) for _ in range(_counted(data)))
    referred = _counted(data)
    return Told(bool(state & _INCOMING), author, origin, is_forwarded, text, media, referred)


def _forward(data: "_Bytes") -> tuple[bool, int | None]:
    """Whether a message was passed on, and whose it was."""
    flags = data.take("<b")
    if flags == 0:
        return False, None
    author = data.take("<q")
    data.skip(4 + 8 * bool(flags & _FORWARD_SOURCE) + 16 * bool(flags & _FORWARD_MESSAGE))
    for mark in (_SIGNATURE, _NOTICE):
        if flags & mark:
            data.blob()
    data.skip(4 * bool(flags & _FORWARD_FLAGS))
    return True, author or None


def _counted(data: "_Bytes") -> int:
    number = int(data.take("<i"))
    if not 0 <= number <= _MOST:
        raise ValueError
    return number


class _Bytes:
    """Bytes as they are read."""

    def __init__(self, raw: bytes) -> None:
        self._raw, self._at = raw, 0

    def take(self, form: str) -> int:
        """A number of this form."""
        size = struct.calcsize(form)
        [found] = struct.unpack(form, self._next(size))
        return found  # type: ignore[no-any-return] # a number, by its form

    def skip(self, size: int) -> None:
        """Pass over so many bytes."""
        self._next(size)

    def blob(self) -> bytes:
        """Bytes behind their length."""
        return self._next(self.take("<i"))

    def text(self) -> str:
        """A text behind its length."""
        return self.blob().decode("utf-8")

    def fields(self, depth: int) -> Fields:
        """Names with values up to the end."""
        if depth > _DEEPEST:
            raise ValueError
        found: Fields = {}
        while self._at < len(self._raw):
            name = self._next(self.take("<B")).decode("utf-8")
            found[name] = self._value(self.take("<B"), depth)
        return found

    def _value(self, kind: int, depth: int) -> Value:
        if kind in _SCALARS:
            return self.take(_SCALARS[kind])
        if kind in {_STRING, _BYTES}:
            return self.text() if kind == _STRING else self.blob()
        if kind in {_OBJECT, _NIL}:
            return self._object(depth) if kind == _OBJECT else None
        return self._list(kind, _counted(self), depth)

    def _list(self, kind: int, number: int, depth: int) -> list[Value]:
        if kind in _ARRAYS:
            return [self.take(_ARRAYS[kind]) for _ in range(number)]
        if kind in {_OBJECTS, _PAIRS}:
            return [self._object(depth) for _ in range(number * (2 if kind == _PAIRS else 1))]
        if kind in {_STRINGS, _BLOBS}:
            return [self.blob() for _ in range(number)]
        raise ValueError

    def _object(self, depth: int) -> Fields:
        self.skip(4)  # a hash of the name of its class
        return _Bytes(self.blob()).fields(depth + 1)

    def _next(self, size: int) -> bytes:
        if size < 0 or self._at + size > len(self._raw):
            raise ValueError
        self._at += size
        return self._raw[self._at - size : self._at]
