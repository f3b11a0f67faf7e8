# SPDX-License-Identifier: Apache-2.0
"""A page of an HTML export as its blocks: the heading, and each message as a small tree of elements."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import BinaryIO

_PIECE = 1 << 16
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_DEEPEST = 60
_CHAT = frozenset({"message", "page_header"})


@dataclass
class Element:
    """One element with what lies in it."""

    tag: str
    attributes: dict[str, str]
    inside: "list[Element | str]" = field(default_factory=list)
    parts: set[str] = field(default_factory=set)
    """The words of its class."""

    def all(self, part: str) -> "Iterator[Element]":
        """Every element below whose class has this word, in the order of the page."""
        for one in self.inside:
            if isinstance(one, Element):
                if part in one.parts:
                    yield one
                yield from one.all(part)

    def first(self, part: str, without: str = "") -> "Element | None":
        """The first of them that does not lie in an element of another class."""
        for one in self.inside:
            if isinstance(one, Element) and (not without or without not in one.parts):
                found = one if part in one.parts else one.first(part, without)
                if found is not None:
                    return found
        return None

    def links(self) -> "Iterator[Element]":
        """Every link below."""
        for one in self.inside:
            if isinstance(one, Element):
                if one.tag == "a":
                    yield one
                yield from one.links()

    def text(self, without: str = "") -> str:
        """The words in it, a line for each break, and none of an element of another class."""
        return "".join(self.words(without)).strip()

    def words(self, without: str) -> Iterator[str]:
        """The same in pieces."""
        for one in self.inside:
            if isinstance(one, str):
                yield one
            elif one.tag == "br":
                yield "\n"
            elif not without or without not in one.parts:
                yield from one.words(without)


def blocks(file: BinaryIO, wanted: AbstractSet[str] = _CHAT) -> Iterator[Element]:
    """Each heading and each message of a page, or each block of other classes, once it is whole or the file ends."""
    page = _Page(wanted)
    while piece := file.read(_PIECE):
        page.feed(page.rest(piece))
        yield from page.taken()
    page.close()
    page.end()
    yield from page.taken()


class _Page(HTMLParser):
    """Gathers the blocks of a page."""

    def __init__(self, wanted: AbstractSet[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._wanted = wanted
        self._open: list[Element] = []
        self._whole: list[Element] = []
        self._half = b""

    def rest(self, piece: bytes) -> str:
        """The piece as text; a sign that is cut by its end waits for the next."""
        data = self._half + piece
        cut = len(data)
        while cut and len(data) - cut < 3 and data[cut - 1] & 0xC0 == 0x80:  # noqa: PLR2004 # a sign has four bytes at most
            cut -= 1
        cut -= bool(cut and data[cut - 1] >= 0xC0)  # noqa: PLR2004 # the first byte of a sign
        self._half = data[cut:]
        return data[:cut].decode("utf-8", "backslashreplace")

    def taken(self) -> Iterator[Element]:
        """What is whole by now; each is given once."""
        whole, self._whole = self._whole, []
        yield from whole

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        one = Element(tag, named, parts=set(named.get("class", "").split()))
        if not self._open and not (tag in {"div", "a"} and self._wanted & one.parts):
            return
        if self._open:
            self._open[-1].inside.append(one)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(one)

    def handle_endtag(self, tag: str) -> None:
        if all(one.tag != tag for one in self._open):
            return
        while self._open:
            last = self._open.pop()
            if not self._open:
                self._whole.append(last)
            if last.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1].inside.append(data.replace("\n", "") if data.isspace() else data.strip("\n"))

    def end(self) -> None:
        """Close what the file left open."""
        if self._half:
            self.feed(self._half.decode("utf-8", "backslashreplace"))
        if self._open:
            self._whole.append(self._open[0])
            self._open = []
