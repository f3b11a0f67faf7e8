# SPDX-License-Identifier: Apache-2.0
"""Which lists of objects a file of JSON holds, by its head: at whatever depth, under whatever keys."""

from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from itertools import islice

from suluh.model.evidence.source import Source
from suluh.readers.json_stream import BrokenJson, Json, JsonStream
from suluh.readers.tabled.people import is_address

ANY = "*"
_MARK = b"\xef\xbb\xbf"
_DEEPEST = 5
_LOOKED_AT = 400
Steps = tuple[str, ...]
"""The way from the top to a message: the key of each object, `ANY` for each item of a list or of an object of likes."""

Lists = dict[Steps, list[dict[str, Json]]]


def is_lines(source: Source) -> bool:
    """Whether each line of a file is an object of its own."""
    first, _, rest = source.head.removeprefix(_MARK).lstrip().partition(b"\n")
    return first.startswith(b"{") and first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")


def lists_of(source: Source) -> Lists:
    """The objects of each list in the head of a file, by the way there."""
    found = Lists()
    if is_lines(source):
        lines = source.head.removeprefix(_MARK).splitlines()
        objects = [one for line in islice(lines, _LOOKED_AT) if isinstance(one := value_of(line), dict)]
        kinds = {str(one.get("_type", "")) for one in objects}
        best = "message" if "message" in kinds else ""
        found[(ANY,)] = [without_type(one) for one in objects if not best or one.get("_type") == best]
        return found
    try:
        _gather(JsonStream(BytesIO(source.head.removeprefix(_MARK))), (), found)
    except BrokenJson:
        return _merged(found)
    return _merged(found)


def without_type(one: dict[str, Json]) -> dict[str, Json]:
    """An object of a line without the key that says what the line is."""
    return {key: value for key, value in one.items() if key != "_type"}


def _merged(found: Mapping[Steps, list[dict[str, Json]]]) -> Lists:
    """The lists, those under keys that are not of the format, such as the number of a chat, as one."""
    keys = Counter(_but(steps, at) for steps in found for at in _open(steps))
    whole = Lists()
    for steps, objects in found.items():
        for at in _open(steps):
            if keys[_but(steps, at)] > 1 or is_address(steps[at]):
                steps = (*steps[:at], ANY, *steps[at + 1 :])  # noqa: PLW2901 # the same list under its merged way
        whole.setdefault(steps, []).extend(objects)
    return whole


def _but(steps: Steps, at: int) -> Steps:
    """The way without what its key at one place is."""
    return (*steps[:at], "", *steps[at + 1 :])


def _open(steps: Steps) -> list[int]:
    """The keys on the way that have a further key behind them: such a key may name a conversation."""
    return [at for at in range(len(steps) - 2) if steps[at] != ANY and steps[at + 1] != ANY]


def value_of(line: bytes) -> Json:
    """The value of a line; null where it holds none that is whole."""
    stream = JsonStream(BytesIO(line))
    try:
        return stream.value()
    except BrokenJson:
        return None


def _gather(stream: JsonStream, steps: Steps, found: Lists) -> dict[str, Json]:
    """The scalars of the object that comes next; lists of objects in it are gathered on the way."""
    if stream.peek() == "start_array":
        for _ in stream.items():
            _item(stream, (*steps, ANY), found)
        return {}
    fields = dict[str, Json]()
    inner = list[dict[str, Json]]()
    try:
        for key in stream.fields():
            kind = stream.peek()
            if kind == "start_map" and len(steps) < _DEEPEST:
                fields[key] = one = _gather(stream, (*steps, key), found)
                inner.append(one)
            elif kind == "start_array" and len(steps) < _DEEPEST:
                fields[key] = _array(stream, (*steps, key), found)
            else:
                fields[key] = stream.value()
    finally:  # the head of a file breaks off somewhere
        if inner and len(inner) == len(fields):
            found.setdefault((*steps, ANY), []).extend(inner)
    return fields


def _array(stream: JsonStream, steps: Steps, found: Lists) -> Json:
    """A list: its objects are gathered, and its single values given back."""
    values = list[Json]()
    for _ in stream.items():
        values.append(_item(stream, (*steps, ANY), found))
    return values


def _item(stream: JsonStream, steps: Steps, found: Lists) -> Json:
    if stream.peek() != "start_map" or len(steps) >= _DEEPEST:
        return stream.value()
    one = _gather(stream, steps, found)
    found.setdefault(steps, []).append(one)
    return one
