# SPDX-License-Identifier: Apache-2.0
"""Lists of objects in JSON as grids: a row an object, a column a key, and above it what stands beside the list."""

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

from suluh.model.evidence.source import Source
from suluh.readers.json_stream import BrokenJson, Json, JsonStream, skip_mark
from suluh.readers.statements.grid import Grid, Row

_MOST_BYTES = 32 * 1024 * 1024
_BEGINS = re.compile(rb"[\xef\xbb\xbf\s]*+[\[{]")
_MONEY = re.compile(
    rb'"[^"]{0,40}(?:amount|nominal|jumlah|debit|credit|kredit|value|paid|money|valor)[^"]{0,40}"\s*:', re.IGNORECASE
)
_DAY = re.compile(
    rb'"[^"]{0,40}(?:date|time|tanggal|waktu|created|booked|posted|fecha|data)[^"]{0,40}"\s*:', re.IGNORECASE
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOISE = re.compile(r"-?\d{1,9}\.\d{10,}")
_LONG = 30
_DEEP = 3
_LEAST = 2
_MOST_KEYS = 80
_MOST_LISTS = 20


def may_be(source: Source) -> bool:
    """Whether the head of a file is JSON that names sums and days."""
    head = source.head
    return (
        source.size <= _MOST_BYTES
        and _BEGINS.match(head) is not None
        and _MONEY.search(head) is not None
        and _DAY.search(head) is not None
    )


def lists(source: Source) -> tuple[Grid, ...]:
    """Every list of objects, in the order of the file; none where it is broken."""
    with source.open() as file:
        raw = skip_mark(file).read(_MOST_BYTES)
    try:
        found = _whole(raw)
    except BrokenJson:
        return ()
    grids = (_grid(where, some, beside) for where, some, beside in _found(found, "", ()))
    return tuple(one for one, _ in zip(grids, range(_MOST_LISTS), strict=False))


def _whole(raw: bytes) -> Json:
    """The value of a file, or those of its lines, where each is one. Raises `BrokenJson`."""
    try:
        return _value(raw)
    except BrokenJson:
        several = [line for line in raw.splitlines() if line.strip()]
        if len(several) < _LEAST:
            raise
        return [_value(line) for line in several]


def _value(raw: bytes) -> Json:
    stream = JsonStream(BytesIO(raw))
    found = stream.value()
    stream.finish()
    return found


def _found(
    value: Json, where: str, beside: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, list[dict[str, Json]], Sequence[tuple[str, str]]]]:
    """Each list of objects with its place and what stands beside it and above."""
    if isinstance(value, list):
        objects = [one for one in value if isinstance(one, dict)]
        if len(objects) >= _LEAST and len(objects) == len(value):
            yield where or "/", objects, beside
        return
    if isinstance(value, dict):
        said = (*beside, *_said(value))
        for key, one in value.items():
            if isinstance(one, list | dict):
                yield from _found(one, f"{where}/{key}", said)


def _said(value: Mapping[str, Json], deep: int = 0) -> Iterator[tuple[str, str]]:
    """What stands beside a list, by the last key of each: a service's own key of an account is no number of it."""
    for key, one in value.items():
        name = _words(key)
        if isinstance(one, dict) and deep < _DEEP:
            yield from _said(one, deep + 1)
        elif isinstance(one, str | int) and name.casefold().split()[-1:] != ["id"]:
            yield name, str(one)


def _grid(where: str, objects: Sequence[Mapping[str, Json]], beside: Sequence[tuple[str, str]]) -> Grid:
    """One list as a grid; the place of a row is the number of its object."""
    flat = [_flat(one, "") for one in objects]
    names = list(dict.fromkeys(key for one in flat for key in one))[:_MOST_KEYS]
    above = [Row(1, 1, (key, value), f"{key}: {value}", where) for key, value in beside]
    head = Row(1, 1, tuple(names), ", ".join(names), where)
    rows = [
        Row(at, at, tuple(one.get(name, "") for name in names), "; ".join(f"{k}: {v}" for k, v in one.items()), where)
        for at, one in enumerate(flat, 1)
    ]
    return Grid(where, "json", (*above, head, *rows))


def _flat(one: Mapping[str, Json], before: str, deep: int = 0) -> dict[str, str]:
    """The values of an object by their keys in words: ``amount value`` for one inside another; lists stay out."""
    found: dict[str, str] = {}
    for key, value in one.items():
        name = f"{before} {_words(key)}".strip()
        if isinstance(value, dict) and deep < _DEEP:
            found |= _flat(value, name, deep + 1)
        elif not isinstance(value, dict | list):
            found[name] = "" if value is None else _number(str(value))
    return found


def _number(text: str) -> str:
    """A number without the noise of binary fractions: ``899.4300000000001`` is 899.43."""
    return f"{float(text):.12g}" if len(text) <= _LONG and _NOISE.fullmatch(text) else text


def _words(key: str) -> str:
    return _CAMEL.sub(" ", key).replace("_", " ").replace("-", " ").strip()
