# SPDX-License-Identifier: Apache-2.0
"""Pulls values out of a JSON file of any size, one at a time, and never deeper than a limit."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import BinaryIO

import ijson

Json = dict[str, "Json"] | list["Json"] | str | int | bool | None

DEEPEST = 64
"""Nesting that no export reaches; a hostile file would else fill the memory."""

_MOST_DIGITS = 4300
"""Python reads no longer number; a message of Telegram has 4,096 characters, and may be digits throughout."""

_LONG_NUMBER = re.compile(rb"(?<![0-9])[0-9]{%d}" % (_MOST_DIGITS + 1))


class BrokenJson(ValueError):
    """The file breaks off, is no JSON, or nests too deep; what was pulled before it stands."""


class _Guarded:
    """A file without numbers of thousands of digits: Python refuses those, and ijson 3.6 then fails anywhere."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._before = b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes. Raises `BrokenJson` where they hold such a number."""
        found = self._file.read(size)
        if _LONG_NUMBER.search(self._before + found):
            raise BrokenJson("a number of thousands of digits")
        self._before = (self._before + found)[-_MOST_DIGITS:]
        return found


class JsonStream:
    """The values of a JSON file in their order. Numbers with a fraction come as their text."""

    def __init__(self, file: BinaryIO) -> None:
        self._events = ijson.basic_parse(_Guarded(file), use_float=False)
        self._next: tuple[str, object] | None = None
        self._depth = 0
        self.twice: dict[str, int] = {}
        """Keys that stand twice in one object, and how often: the last value is the one kept."""

    def peek(self) -> str:
        """The kind of what comes next: ``start_map``, ``start_array``, ``string`` and so on."""
        if self._next is None:
            self._next = self._pull()
        return self._next[0]

    def fields(self) -> Iterator[str]:
        """The keys of the object that comes next; the caller takes the value of each before the next key."""
        if self.peek() != "start_map":
            self.skip()
            return
        self._take()
        while (event := self._take())[0] == "map_key":
            yield str(event[1])

    def items(self) -> Iterator[int]:
        """The indexes of the array that comes next; the caller takes the item of each before the next index.

        Raises `BrokenJson` for an object in its place, whose values would be lost.
        """
        if self.peek() == "start_map":
            raise BrokenJson("an object stands where a list should")
        if self.peek() != "start_array":
            self.skip()
            return
        self._take()
        index = 0
        while self.peek() != "end_array":
            yield index
            index += 1
        self._take()

    def value(self) -> Json:
        """The whole value that comes next."""
        kind, scalar = self._take()
        if kind == "start_map":
            return self._object()
        if kind == "start_array":
            return self._array()
        if isinstance(scalar, str | int | bool) or scalar is None:
            return scalar
        return str(scalar) if isinstance(scalar, Decimal) else None

    def skip(self) -> int:
        """Pass over the value that comes next; how many items it holds, one for a single value."""
        opened, count = 0, 0
        is_array = self.peek() == "start_array"
        while True:
            kind, _ = self._take()
            count += int(opened == 1 and kind not in {"map_key", "end_array", "end_map"})
            opened += int(kind.startswith("start_")) - int(kind.startswith("end_"))
            if opened == 0:
                return count if is_array else 1

    def finish(self) -> None:
        """Check that nothing follows. Raises `BrokenJson` for what does."""
        for _ in iter(self._pull_or_none, None):
            raise BrokenJson("more follows after the end")

    def _object(self) -> Json:
        found: dict[str, Json] = {}
        while (event := self._take())[0] == "map_key":
            key = str(event[1])
            if key in found:
                self.twice[key] = self.twice.get(key, 0) + 1
            found[key] = self.value()
        return found

    def _array(self) -> Json:
        found: list[Json] = []
        while self.peek() != "end_array":
            found.append(self.value())
        self._take()
        return found

    def _take(self) -> tuple[str, object]:
        if self._next is None:
            return self._pull()
        event, self._next = self._next, None
        return event

    def _pull(self) -> tuple[str, object]:
        event = self._pull_or_none()
        if event is None:
            raise BrokenJson("the file ends in the middle")
        return event

    def _pull_or_none(self) -> tuple[str, object] | None:
        try:
            event: tuple[str, object] | None = next(self._events, None)
        except (ijson.JSONError, ValueError, ArithmeticError) as error:
            raise BrokenJson(str(error).partition("\n")[0].strip() or "no JSON") from error
        if event is None:
            return None
        self._depth += int(event[0].startswith("start_")) - int(event[0].startswith("end_"))
        if self._depth > DEEPEST:
            raise BrokenJson(f"nested deeper than {DEEPEST} levels")
        return event


def skip_mark(file: BinaryIO) -> BinaryIO:
    """The file past a UTF-8 byte-order mark, where there is one."""
    if file.read(3) != b"\xef\xbb\xbf":
        file.seek(0)
    return file
