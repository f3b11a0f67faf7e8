# SPDX-License-Identifier: Apache-2.0
"""What may be messages of a program that no reader knows: how much it holds. It is told and never read.

Its columns, keys or elements say which are times and words. Whose the words are, which side is the device's and which
rows are one conversation, each program says in another way: a table of this kind that is read by its names alone gives
words to people who never wrote them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from suluh.model.evidence.source import Source
from suluh.readers.json_stream import BrokenJson, JsonStream, skip_mark
from suluh.readers.tabled.entry import Table
from suluh.readers.tabled.files.comma import table_of
from suluh.readers.tabled.files.lists import ANY, Steps, is_lines, value_of
from suluh.readers.tabled.files.objects import tables_of
from suluh.readers.tabled.files.sheets import sheets_of
from suluh.readers.tabled.form import form_of
from suluh.readers.tabled.talking import talk_in

_PIECE = 1 << 16
_DEEPEST = 32
_LOOKED_AT = 400
_LEAST = 3
_MOST = 1000
"""Cells of an element and pieces of its text that are kept."""

_STYLED = frozenset({"div", "span", "p", "b", "i", "u", "a", "font", "body", "html"})
"""Elements that only say how their words look: these are words of what stands around them."""

_PAGES = (b"<!doctype html", b"<html")

Path = tuple[str, ...]


def number_of(source: Source) -> int:
    """How many elements or objects of a file may be messages that are not read; none where it looks like no such."""
    head = source.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if source.tables:
        return 0
    if head[:1] not in {b"<", b"{", b"["}:
        tables = (table_of(source), *sheets_of(source))
        return sum(one.number() for one in tables if isinstance(one, Table))
    if head[:1] == b"<" and (rows := sum(one.number() for one in sheets_of(source) if isinstance(one, Table))):
        return rows
    if head[:1] == b"<":
        return 0 if head[:14].lower().startswith(_PAGES) else _elements(source)
    wanted = [one.steps for one in tables_of(source) if isinstance(one, Table)]
    found = bool(wanted)
    if found and is_lines(source):
        return sum(isinstance(value_of(line.raw), dict) for line in source.lines())
    if len(source.head) < source.size:
        wanted = _alike(wanted)
    return _objects(source, wanted) if found else 0


def _alike(ways: list[Steps]) -> list[Steps]:
    """Ways of one length as one, for the head of a file shows some of its lists alone: a key that differs is any."""
    by_length = dict[int, list[Steps]]()
    for steps in ways:
        by_length.setdefault(len(steps), []).append(steps)
    return [
        tuple(keys[0] if len(set(keys)) == 1 else ANY for keys in zip(*some, strict=True))
        for some in by_length.values()
    ]


def _objects(source: Source, wanted: list[Steps]) -> int:
    """The objects of these lists, counted in one pass, as far as the file can be read."""
    found = Counter[str]()
    try:
        with source.open() as file:
            _count(JsonStream(skip_mark(file)), set(wanted), found)
    except BrokenJson:
        return found["object"]
    return found["object"]


def _count(stream: JsonStream, ways: set[Steps], found: Counter[str]) -> None:
    """Count what stands at the end of each way."""
    for key in stream.items() if stream.peek() == "start_array" else stream.fields():
        left = {steps[1:] for steps in ways if steps[0] in {ANY, key}}
        if () in left:
            found["object"] += stream.peek() == "start_map"
        if further := left - {()}:
            _count(stream, further, found)
        else:
            stream.skip()


def _elements(source: Source) -> int:
    """The elements of XML that are named as messages are, those of the most frequent kind."""
    lists = dict[Path, list[Mapping[str, str]]]()
    for path, cells in _Parsing(source.head).take(source.head, is_last=False):
        lists.setdefault(path, []).append(cells)
    wanted = {path for path, rows in lists.items() if _is_of_messages(rows[:_LOOKED_AT])}
    if not wanted:
        return 0
    found = Counter(path for path, _ in _closed(source) if path in wanted)
    return max(found.values(), default=0)


def _is_of_messages(rows: list[Mapping[str, str]]) -> bool:
    heads = tuple(dict.fromkeys(key for row in rows for key in row))
    is_named = len(heads) >= _LEAST and form_of(heads, rows, is_in_chat=True, is_called=True) is not None
    return is_named or talk_in(heads, rows) is not None


def _closed(source: Source) -> Iterator[tuple[Path, Mapping[str, str]]]:
    parsing = _Parsing(source.head)
    with source.open() as file:
        while not parsing.is_broken:
            piece = file.read(_PIECE)
            yield from parsing.take(piece, is_last=not piece)
            if not piece:
                return


class _Parsing:
    """XML while it is parsed: each element with attributes or elements of text in it, once it is closed."""

    def __init__(self, head: bytes) -> None:
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end
        self._parser.CharacterDataHandler, self._parser.StartDoctypeDeclHandler = self._text, self._refuse
        self.is_broken = False
        self._open: list[tuple[str, dict[str, str], list[str]]] = []
        self._done: list[tuple[Path, Mapping[str, str]]] = []
        if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"<?", b"<!")):
            self.take(b"<all>", is_last=False)  # programs add one element after another to a file

    def take(self, piece: bytes, *, is_last: bool) -> list[tuple[Path, Mapping[str, str]]]:
        """The elements that this piece closes; what is broken ends it."""
        try:
            self._parser.Parse(piece, is_last)
        except (expat.ExpatError, LookupError, ValueError):
            self.is_broken = True
        done, self._done = self._done, []
        return done

    def _refuse(self, *_: object) -> None:
        raise ValueError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _DEEPEST:
            raise ValueError
        cells = {_bare(key): cell for key, cell in attributes.items()}
        self._open.append((_bare(name), cells, []))

    def _text(self, text: str) -> None:
        if self._open and len(self._open[-1][2]) < _MOST:
            self._open[-1][2].append(text)

    def _end(self, _: str) -> None:
        name, cells, texts = self._open.pop()
        path = (*(one[0] for one in self._open), name)
        text = "".join(texts).strip()
        if text and name.casefold() in _STYLED and self._open and len(self._open[-1][2]) < _MOST:
            self._open[-1][2].append(f"{text} ")
            return
        if cells and text:
            cells.setdefault("text", text)
        if cells:
            self._done.append((path, cells))
            if self._open and all(" " not in key for key in cells):
                self._hold({f"{name} {key}": cell for key, cell in cells.items()})
        elif text and self._open:
            self._hold({name: text})

    def _hold(self, cells: dict[str, str]) -> None:
        """Give cells to the element that is open, as far as it has room."""
        held = self._open[-1][1]
        for key, cell in cells.items():
            if len(held) < _MOST:
                held.setdefault(key, cell)


def _bare(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(":")[2]
