# SPDX-License-Identifier: Apache-2.0
"""XML as a stream of the elements that are asked for, by their names without namespace, each with its path.

Nothing is fetched and nothing is expanded: a file that declares a document type or an entity is refused as a whole.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

_DEEP = 64
_LONG = 4_096
"""Characters of one element's text that are kept."""

_CHUNK = 65_536


class BrokenXml(ValueError):
    """XML that cannot be read on."""


@dataclass
class Element:
    """One element with what lies in it."""

    name: str
    where: str
    """Its path, such as ``/Document/BkToCstmrStmt/Stmt[2]/Ntry[1]``."""

    currency: str = ""
    """Its attribute ``Ccy``."""

    text: str = ""
    inside: list["Element"] = field(default_factory=list)

    def all(self, *path: str) -> Iterator["Element"]:
        """Every element at this path below."""
        if not path:
            yield self
            return
        for one in self.inside:
            if one.name == path[0]:
                yield from one.all(*path[1:])

    def first(self, *path: str) -> "Element | None":
        """The first element at this path below."""
        return next(self.all(*path), None)

    def say(self, *path: str) -> str:
        """The text at this path, empty where there is none."""
        found = self.first(*path)
        return " ".join(found.text.split()) if found is not None else ""


def elements(file: BinaryIO, wanted: Collection[str]) -> Iterator[Element]:
    """Each element with one of these names, once it is whole; one inside another comes alone and first.

    Raises `BrokenXml` where the file cannot be read on; what came before it has been given.
    """
    stream = _Stream(wanted)
    try:
        while chunk := file.read(_CHUNK):
            stream.feed(chunk, last=False)
            yield from stream.taken()
        stream.feed(b"", last=True)
    except expat.ExpatError as error:
        yield from stream.taken()
        yield from stream.cut()
        if stream.refused:
            raise BrokenXml(stream.refused) from error
        raise BrokenXml(f"this XML breaks off in line {error.lineno}, what stands before it was read") from error
    except (LookupError, ValueError) as error:  # it names an encoding that nobody knows
        raise BrokenXml("this XML is in an encoding that nobody knows: nothing of it is read") from error
    yield from stream.taken()


class _Stream:
    """The elements that are open, and those that are whole."""

    def __init__(self, wanted: Collection[str]) -> None:
        self._wanted = wanted
        self._open: list[Element] = []
        self._counts: list[Counter[str]] = [Counter()]
        self._kept = 0
        self._whole: list[Element] = []
        self.refused = ""
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._said
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse

    def feed(self, chunk: bytes, *, last: bool) -> None:
        """Read on. Raises `ExpatError`."""
        self._parser.Parse(chunk, last)

    def taken(self) -> Iterator[Element]:
        """What has become whole since."""
        while self._whole:
            yield self._whole.pop(0)

    def cut(self) -> Iterator[Element]:
        """The outermost element that was asked for and is still open, as far as it was read."""
        if not self.refused:
            yield from [one for one in self._open if one.name in self._wanted][:1]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(" ")[2]
        if len(self._open) >= _DEEP:
            self._refuse()
        counts = self._counts[-1]
        counts[name] += 1
        above = self._open[-1].where if self._open else ""
        number = f"[{counts[name]}]" if name in self._wanted or name in {"NtryDtls", "TxDtls"} else ""
        self._open.append(Element(name, f"{above}/{name}{number}", attributes.get("Ccy", "")))
        self._counts.append(Counter())
        self._kept += name in self._wanted

    def _end(self, _: str) -> None:
        self._counts.pop()
        one = self._open.pop()
        if one.name in self._wanted:
            self._kept -= 1
            self._whole.append(one)
        elif self._kept and self._open:
            self._open[-1].inside.append(one)

    def _said(self, text: str) -> None:
        if self._kept and self._open and len(self._open[-1].text) < _LONG:
            self._open[-1].text += text[:_LONG]

    def _refuse(self, *_: object) -> None:
        self.refused = "this XML declares entities or is too deep: nothing of it is read"
        self._parser.StartElementHandler = self._parser.EndElementHandler = None
        raise expat.ExpatError(self.refused)
