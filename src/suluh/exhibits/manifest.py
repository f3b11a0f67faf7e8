# SPDX-License-Identifier: Apache-2.0
"""Reads the hashes that an examiner states for an exhibit, as sha256sum, md5sum, BSD tools or a table write them."""

import codecs
import csv
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_HASH = r"[0-9a-fA-F]{64}|[0-9a-fA-F]{40}|[0-9a-fA-F]{32}"
_BARE = re.compile(rf"({_HASH})")
_SUM = re.compile(rf"(\\?)({_HASH}) [ *](.+)")
_BSD = re.compile(rf"(?:MD5|SHA1|SHA-1|SHA256|SHA-256) ?\((.+)\) = ({_HASH})", re.IGNORECASE)
_ESCAPES = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}
_PATH_COLUMNS = ("path", "filepath", "fullpath", "file", "filename", "name")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

MARK, END = "# suluh manifest 1", "# end: "
"""How a manifest made at the scene begins, and how its last line does."""

Pair = tuple[str, str]
"""A path, empty where the line states none, and a hash in lower case."""


class Stated(NamedTuple):
    """What a list states, and which of its lines say nothing that can be used."""

    hashes: tuple[Pair, ...]
    unread: tuple[int, ...]
    form: Literal["some", "whole", "cut"] = "some"
    """Whether it is a manifest that `suluh manifest` made of every file there was, or what is left of one."""


def stated(raw: bytes) -> Stated:
    """Every stated hash with its path; the numbers of the lines, from 1, that could not be read."""
    lines = [line.removesuffix("\r") for line in _decoded(raw).split("\n")]
    table = _Table(lines)
    hashes: list[Pair] = []
    unread: list[int] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith(("#", "%")) or number == table.heading:
            continue
        found = list(_line(line) or table.row(line))
        hashes += found
        if not found:
            unread.append(number)
    return Stated(tuple(hashes), tuple(unread), _form(lines, len(hashes)))


def _form(lines: list[str], count: int) -> Literal["some", "whole", "cut"]:
    """A manifest ends with a line that counts its files, and with nothing after it."""
    if lines[0] != MARK:
        return "some"
    is_whole = lines[-1] == "" and lines[-2].startswith(f"{END}{count} files, ")
    return "whole" if is_whole else "cut"


def _decoded(raw: bytes) -> str:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "backslashreplace")
    return raw.decode("utf-8", "backslashreplace")


def _line(line: str) -> list[Pair]:
    """A line that is no row of a table."""
    if found := _BARE.fullmatch(line.strip()):
        return [("", found[1].lower())]
    if found := _SUM.fullmatch(line):
        path = re.sub(r"\\[\\nr]", lambda one: _ESCAPES[one[0]], found[3]) if found[1] else _path(found[3])
        return [(path.removeprefix("./"), found[2].lower())]
    if found := _BSD.fullmatch(line.strip()):
        return [(_path(found[1]), found[2].lower())]
    return []


class _Table:
    """A list with columns: which is the path, and which character stands between them."""

    def __init__(self, lines: list[str]) -> None:
        first = next((number for number, line in enumerate(lines, 1) if line.strip()), 0)
        head = lines[first - 1] if first else ""
        self._delimiter = max(",;\t", key=head.count)
        names = [re.sub(r"[^a-z]", "", name.lower()) for name in self._cells(head)]
        self._path = next((names.index(name) for name in _PATH_COLUMNS if name in names), None)
        self.heading = first if self._path is not None and not _BARE.search(head) else None

    def row(self, line: str) -> Iterator[Pair]:
        """The hashes of one row, each with the row's path."""
        cells = self._cells(line)
        hashes = [cell.lower() for cell in cells if _BARE.fullmatch(cell)]
        others = [cell for cell in cells if cell and not _BARE.fullmatch(cell) and not cell.isdigit()]
        if self._path is not None and len(cells) > self._path:
            others = [cells[self._path]]
        if len(cells) > 1 and others:
            yield from ((_path(others[0]), one) for one in hashes)

    def _cells(self, line: str) -> list[str]:
        try:
            return [cell.strip() for row in csv.reader([line], delimiter=self._delimiter) for cell in row]
        except csv.Error:
            return [line]


def _path(written: str) -> str:
    """A path relative to the exhibit, with ``/``."""
    shown = written.replace("\\", "/") if "/" not in written else written
    return shown.removeprefix("./")
