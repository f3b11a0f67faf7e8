# SPDX-License-Identifier: Apache-2.0
"""Lists of messages in JSON and JSON Lines, read one at a time, each with what stands beside its list."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.json_stream import BrokenJson, Json, JsonStream, skip_mark
from suluh.readers.reader import flaw, is_binary
from suluh.readers.tabled.entry import Entry, Table
from suluh.readers.tabled.files.flat import flat
from suluh.readers.tabled.files.lists import ANY, Steps, is_lines, lists_of, value_of, without_type
from suluh.readers.tabled.form import Doubt, Form, form_of

_MARK = b"\xef\xbb\xbf"
_LEAST = 3
_LONGEST = 900
_CALLED = frozenset({"messages", "messagelist", "chats", "conversations", "chat", "conversation", "pesan"})


def tables_of(source: Source) -> tuple[Table | Doubt, ...]:
    """The lists of messages of a file, in the order of their places; doubts for lists that may be others."""
    if source.tables or is_binary(source.head) or source.head.removeprefix(_MARK).lstrip()[:1] not in {b"{", b"["}:
        return ()
    found = list[Table | Doubt]()
    for steps, objects in sorted(lists_of(source).items()):
        rows = [flat(one) for one in objects]
        heads = tuple(dict.fromkeys(key for row in rows for key in row))
        is_called = any(one.casefold() in _CALLED for one in steps)
        form = form_of(heads, rows, is_in_chat=len(steps) > 1, is_called=is_called) if len(heads) >= _LEAST else None
        if isinstance(form, Form):
            place = source.place(pointer="/".join(("", *steps[:-1]))) if len(steps) > 1 else source.place()
            rows_of = partial(_lines, source) if is_lines(source) else _Walk(source, steps).rows
            found.append(Table(form, place, ", ".join(heads), rows_of, steps=steps))
        elif form is not None:
            found.append(form)
    return tuple(found)


class _Walk:
    """The way through one file to its messages."""

    def __init__(self, source: Source, steps: Steps) -> None:
        self._source, self._steps = source, steps
        self._at = ""
        self._others = Counter[str]()

    def rows(self) -> Iterator[Entry | Flaw]:
        """Every message with its place; where the file cannot be read on, a flaw."""
        self._at = ""
        self._others.clear()
        try:
            with self._source.open() as file:
                yield from self._take(JsonStream(skip_mark(file)), self._steps, "", {}, is_one_of=False)
        except BrokenJson as error:
            reason = f"the file cannot be read on after {self._at or 'its start'}: {error}"
            word = "/".join(("broken:", *self._steps))
            yield flaw(self._source, word, reason, self._source.place(pointer=f"{self._at}/"))
        if self._others:
            told = ", ".join(f"{key} ({number})" for key, number in sorted(self._others.items()))
            reason = f"objects of other lists of the file, which are not read: {told}"
            yield flaw(self._source, "/".join(("others:", *self._steps)), reason[:_LONGEST], self._source.place())

    def _take(
        self, stream: JsonStream, steps: Steps, pointer: str, beside: dict[str, str], *, is_one_of: bool
    ) -> Iterator[Entry | Flaw]:
        """The messages on the way that is left; what stands beside them is whole once their list has been passed."""
        step, rest = steps[0], steps[1:]
        for key in stream.items() if stream.peek() == "start_array" else stream.fields():
            here = f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"
            if step not in {ANY, key}:
                value = stream.value()
                beside |= flat({str(key): value})
                if number := _objects(value):
                    self._others[str(key)] += number
                continue
            self._at = here
            if rest:
                inner = beside if step != ANY else _of_one(beside, key)
                yield from self._take(stream, rest, here, inner, is_one_of=is_one_of or step == ANY)
                continue
            written = stream.value()
            if isinstance(written, dict):
                yield Entry(self._source.place(pointer=here), flat(written), pointer if is_one_of else "", beside)
            else:
                place = self._source.place(pointer=here)
                yield flaw(self._source, here, "no message: not an object", place, str(written))


def _objects(value: Json) -> int:
    """How many objects stand in lists in a value, at whatever depth."""
    if isinstance(value, list):
        return sum(isinstance(one, dict) for one in value) + sum(map(_objects, value))
    return sum(map(_objects, value.values())) if isinstance(value, dict) else 0


def _of_one(beside: dict[str, str], key: str | int) -> dict[str, str]:
    """What is known of one conversation of several before it is read: what the file says of itself is not its own."""
    return {f"top {head}": cell for head, cell in beside.items()} | ({"key": key} if isinstance(key, str) else {})


def _lines(source: Source) -> Iterator[Entry | Flaw]:
    """Every line that is a message; the others are flaws, and what they say stands beside the messages."""
    about = dict[str, str]()
    for line in source.lines():
        place, word = source.place(line=line.number), f"line:{line.number}"
        written = value_of(line.raw.removeprefix(_MARK))
        if not isinstance(written, dict):
            yield flaw(source, word, "no message: not an object", place, line.text)
        elif written.get("_type", "message") != "message":
            about |= flat(without_type(written))
            yield flaw(source, word, "no message: the line tells of the file or of somebody", place, line.text)
        else:
            yield Entry(place, flat(without_type(written)), "", about)
