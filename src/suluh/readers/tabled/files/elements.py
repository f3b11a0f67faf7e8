# SPDX-License-Identifier: Apache-2.0
"""Lists of messages in XML: an element that comes again is a row, its attributes and the elements in it are columns."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from xml.parsers import expat

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.reader import flaw
from suluh.readers.tabled.entry import Entry, Table
from suluh.readers.tabled.form import Doubt, Form, form_of

_PIECE = 1 << 16
_DEEPEST = 8
_LOOKED_AT = 400
_LEAST = 3
_MOST_SIGNS = 1 << 20
_ASIDE = frozenset({"status", "event", "presence", "notification", "system"})
"""Elements in which a program tells what itself saw, such as that somebody came online: nobody said it."""

Path = tuple[str, ...]


@dataclass
class _Element:
    """An element while it is open."""

    name: str
    cells: dict[str, str]
    has_attributes: bool
    texts: list[str] = field(default_factory=list)
    signs: int = 0
    """Of the elements in it: around all rows of a file they are not kept."""


def tables_of(source: Source) -> tuple[Table | Doubt, ...]:
    """The lists of messages of a file, in the order of their paths; doubts for lists that may be others."""
    head = source.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if source.tables or head[:1] != b"<" or head[:14].lower() == b"<!doctype html" or head[:5].lower() == b"<html":
        return ()
    lists = dict[Path, list[Mapping[str, str]]]()
    parsing = _Parsing()
    for path, cells, _ in parsing.take(source.head):
        lists.setdefault(path, []).append(cells)
    found = list[Table | Doubt]()
    for path, rows in sorted(lists.items()):
        if path[-1].rpartition(":")[2].casefold() in _ASIDE:
            continue
        some = rows[:_LOOKED_AT]
        heads = tuple(dict.fromkeys(key for row in some for key in row))
        form = form_of(heads, some, is_in_chat=True, is_called=_is_called(path)) if len(heads) >= _LEAST else None
        if isinstance(form, Form):
            place = source.place(pointer="/".join(path[:-1]))
            found.append(Table(form, place, ", ".join(heads), partial(_rows, source, path), path=path))
        elif form is not None:
            found.append(form)
    return tuple(found)


def _is_called(path: Path) -> bool:
    return any(one.rpartition(":")[2].casefold() in {"message", "messages", "chat", "msg", "sms", "im"} for one in path)


def left_of(source: Source, tables: Sequence[Table]) -> Mapping[str, int]:
    """How many elements of each other name hold something and are not read."""
    read = {one.path for one in tables}
    found = Counter[str]()
    parsing = _Parsing()
    with source.open() as file:
        while piece := file.read(_PIECE):
            for path, _, _ in parsing.take(piece):
                is_told = any(one[: len(path)] == path or path[: len(one)] == one for one in read)
                found[path[-1]] += not is_told
    return {name: number for name, number in sorted(found.items()) if number}


class _Parsing:
    """One file while it is parsed: elements are given once they are closed, with what stands around them."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._refuse
        self.broken: int | None = None
        """The line where it cannot be read on."""

        self._open: list[_Element] = []
        self._done: list[tuple[Path, dict[str, str], dict[str, str]]] = []

    def take(self, piece: bytes, *, is_last: bool = False) -> list[tuple[Path, dict[str, str], dict[str, str]]]:
        """The elements that this piece closes: path, cells, the attributes around; what is broken ends it."""
        try:
            self._parser.Parse(piece, is_last)
        except (expat.ExpatError, LookupError, ValueError):
            self.broken = self._parser.CurrentLineNumber
        done, self._done = self._done, []
        return done

    def _refuse(self, *_: object) -> None:
        raise ValueError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _DEEPEST:
            raise ValueError
        self._open.append(_Element(name, dict(attributes), bool(attributes)))

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].texts.append(text)

    def _end(self, _: str) -> None:
        closed = self._open.pop()
        text = "".join(closed.texts).strip()
        path = (*(one.name for one in self._open), closed.name)
        if closed.has_attributes and text and "text" not in closed.cells:
            closed.cells["text"] = text
        if closed.cells:
            around: dict[str, str] = {}
            for one in self._open:
                around |= one.cells
            self._done.append((path, closed.cells, around))
        if self._open:
            above = self._open[-1]
            if above.signs < _MOST_SIGNS:
                above.texts.append(text)
                above.signs += len(text)
            if not closed.cells and text:
                above.cells.setdefault(closed.name, text)


def _rows(source: Source, path: Path) -> Iterator[Entry | Flaw]:
    """Every element on this path with its place; where the file cannot be read on, a flaw."""
    parsing, named = _Parsing(), "/".join(path)
    for number, (cells, around) in enumerate(_on(source, parsing, path), 1):
        yield Entry(source.place(pointer=f"{named}/{number}"), cells, "", around)
    if parsing.broken is not None:
        reason = f"this XML breaks off in line {parsing.broken}, what stands before it was read"
        yield flaw(source, f"broken:{named}", reason, source.place())


def _on(source: Source, parsing: _Parsing, path: Path) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """What each element on a path holds, and what stands around it."""
    with source.open() as file:
        while parsing.broken is None:
            piece = file.read(_PIECE)
            yield from (one[1:] for one in parsing.take(piece, is_last=not piece) if one[0] == path)
            if not piece:
                return
