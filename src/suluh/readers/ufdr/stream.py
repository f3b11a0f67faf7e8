# SPDX-License-Identifier: Apache-2.0
"""The models of a report as a stream: each message of a chat comes alone, the chat after them without them.

Nothing is fetched and nothing is expanded: a file that declares a document type or an entity is refused as a whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

_CHUNK = 1 << 16
_DEEPEST = 100
_LONGEST = 1 << 20
"""Characters of one value that are kept."""

_SAID = frozenset({"InstantMessage"})
_REFUSED = "this XML declares entities or is too deep: nothing of it is read"
_FILES = frozenset({"Local Path", "SHA256", "MimeType"})


class BrokenReport(ValueError):
    """A report that cannot be read on."""


@dataclass
class Model:
    """One decoded thing: a chat, a message, a party, or a file of the report."""

    type: str
    id: str
    deleted: str = ""
    confidence: str = ""
    chat: str = ""
    """Of a message the id of the chat that it stands in."""

    fields: dict[str, str] = field(default_factory=dict)
    inside: dict[str, list["Model"]] = field(default_factory=dict)
    targets: list[str] = field(default_factory=list)
    """Ids of files that it leads to."""

    def say(self, name: str) -> str:
        """A field's value, without blanks around it."""
        return self.fields.get(name, "").strip()

    def all(self, name: str) -> list["Model"]:
        """The models under a name."""
        return self.inside.get(name, [])


def models(file: BinaryIO) -> Iterator[Model]:
    """Every file, every message of a chat, and every other model that stands in none, once it is whole."""
    stream = _Stream()
    try:
        while chunk := file.read(_CHUNK):
            stream.parser.Parse(chunk, False)  # noqa: FBT003 # as expat wants it
            yield from stream.taken()
        stream.parser.Parse(b"", True)  # noqa: FBT003 # as expat wants it
    except expat.ExpatError as error:
        yield from stream.taken()
        yield from stream.cut()
        if stream.refused:
            raise BrokenReport(stream.refused) from error
        raise BrokenReport(f"this XML breaks off in line {error.lineno}, what stands before it was read") from error
    except (LookupError, ValueError) as error:
        yield from stream.taken()
        raise BrokenReport("this XML is in an encoding that nobody knows: nothing of it is read") from error
    yield from stream.taken()


class _Stream:
    """The models that are open, and those that are whole."""

    def __init__(self) -> None:
        self.refused = ""
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.buffer_text = True
        self._open: list[Model] = []
        self._under: list[str] = []
        """The names under which the open models stand."""

        self._whole: list[Model] = []
        self._field: str | None = None
        self._words: list[str] | None = None
        self._depth = self._size = self._chats = 0

    def taken(self) -> Iterator[Model]:
        """What is whole by now; each is given once."""
        whole, self._whole = self._whole, []
        yield from whole

    def cut(self) -> Iterator[Model]:
        """The chats that the file breaks off in: what was said in them has been given."""
        yield from (one for one in self._open if one.type == "Chat")

    def _refuse(self, *_: object) -> None:
        self.refused = _REFUSED
        raise expat.ExpatError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            self.refused = _REFUSED
            raise expat.ExpatError
        tag = name.rpartition(":")[2]
        if tag in {"model", "file"}:
            self._begin(tag, attributes)
        elif tag in {"modelField", "multiModelField"}:
            self._under.append(attributes.get("name", ""))
        elif tag in {"field", "multiField"}:
            self._field = attributes.get("name", "")
        elif tag == "item" and self._open and self._open[-1].type == "file":
            self._field, self._words = attributes.get("name", ""), []
        elif tag in {"value", "targetid"}:
            self._words, self._size = [], 0

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        type_ = "file" if tag == "file" else attributes.get("type", "")
        one = Model(
            type=type_,
            id=attributes.get("id", ""),
            deleted=attributes.get("deleted_state", ""),
            confidence=attributes.get("decoding_confidence", ""),
        )
        if tag == "file":
            one.fields["path"] = attributes.get("path", "")
        if type_ == "Chat" and not one.id:
            self._chats += 1
            one.id = f"#{self._chats}"
        if type_ in _SAID and not self._is_quoted():
            one.chat = next((model.id for model in reversed(self._open) if model.type == "Chat"), "")
        self._open.append(one)

    def _is_quoted(self) -> bool:
        """Whether what begins stands in a message as the one that it answers."""
        depth = next((at for at, one in enumerate(self._open) if one.type in _SAID), None)
        return depth is not None and (
            any("Reply" in one.type for one in self._open[depth:]) or any("Reply" in name for name in self._under)
        )

    def _text(self, text: str) -> None:
        if self._words is not None and self._size < _LONGEST:
            self._words.append(text)
            self._size += len(text)

    def _end(self, name: str) -> None:
        self._depth -= 1
        tag = name.rpartition(":")[2]
        if tag in {"model", "file"} and self._open:
            self._close(self._open.pop())
        elif tag in {"modelField", "multiModelField"} and self._under:
            self._under.pop()
        elif tag in {"field", "multiField"}:
            self._field = None
        elif tag in {"value", "item", "targetid"} and self._words is not None:
            self._keep(tag, "".join(self._words))
            self._words = None

    def _keep(self, tag: str, words: str) -> None:
        if not self._open:
            return
        one = self._open[-1]
        if tag == "targetid":
            one.targets.append(words.strip())
        elif self._field and (one.type != "file" or self._field in _FILES):
            known = one.fields.get(self._field)
            one.fields[self._field] = words if known is None else f"{known}\n{words}"

    def _close(self, one: Model) -> None:
        is_said = one.type in _SAID and one.chat
        if not self._open or is_said or one.type == "file":
            self._whole.append(one)
        else:
            under = self._under[-1] if self._under else ""
            self._open[-1].inside.setdefault(under, []).append(one)
