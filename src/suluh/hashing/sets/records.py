# SPDX-License-Identifier: Apache-2.0
"""Reads the objects of long JSON lists one by one, whatever stands around them; a broken one does not hide the rest."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

Record = dict[str, object]

_BLOCK = 1 << 20
_LONGEST = 16 << 20
_DECODER = json.JSONDecoder()
_GAP = re.compile(r"[\s,]*")


class _Text:
    """The text of a file, read on as it is needed and let go behind the place reached."""

    def __init__(self, file: BinaryIO) -> None:
        head = file.read(2)
        file.seek(0)
        encoding = "utf-16" if head in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._file = file
        self.text = ""
        self.at = 0

    def more(self) -> bool:
        """Read on; false at the end or when one object grows past any sense."""
        self.text, self.at = self.text[self.at :], 0
        if len(self.text) > _LONGEST:
            return False
        block = self._file.read(_BLOCK)
        self.text += self._decoder.decode(block, final=not block)
        return bool(block)

    def find(self, pattern: re.Pattern[str]) -> bool:
        """Go behind the next place that looks so."""
        while (found := pattern.search(self.text, self.at)) is None:
            self.at = max(self.at, len(self.text) - 200)
            if not self.more():
                return False
        self.at = found.end()
        return True

    def following(self) -> str:
        """The next character that is no space or comma; nothing at the end."""
        while True:
            found = _GAP.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""


def records(file: BinaryIO, lists: str, start: str) -> Iterator[tuple[int, Record | str]]:
    """Each object of all lists of some name, numbered from 1, or a sentence on why it could not be read.

    `start` is how an object begins: behind a broken one, reading goes on at the next place that looks so.
    """
    text = _Text(file)
    opening, beginning = re.compile(rf'"{lists}"\s*:\s*\['), re.compile(start, re.IGNORECASE)
    number = 0
    if text.following() == "[":
        opening = re.compile(r"\[")  # the file is the list itself
    while text.find(opening):
        while (character := text.following()) not in {"]", ""}:
            number += 1
            found = _object(text) if character == "{" else "the list holds something that is no object"
            yield number, found
            if isinstance(found, str) and not _skip(text, beginning):
                return


def _object(text: _Text) -> Record | str:
    """The object that begins here."""
    while True:
        try:
            found, end = _DECODER.raw_decode(text.text, text.at)
        except json.JSONDecodeError as error:
            if not text.more():
                return f"the object cannot be read: {error.msg}"
        except (RecursionError, ValueError):
            return "the object cannot be read: it is nested too deeply or holds a number beyond sense"
        else:
            text.at = end
            return found if isinstance(found, dict) else "the list holds something that is no object"


def _skip(text: _Text, beginning: re.Pattern[str]) -> bool:
    """Go to the next object behind a broken one."""
    text.at += 1
    if not text.find(beginning):
        return False
    text.at = text.text.rfind("{", 0, text.at)
    return True
