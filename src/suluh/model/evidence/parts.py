# SPDX-License-Identifier: Apache-2.0
"""How the parts of a file are called that was cut into several: the first says what the next are, and any the first.

Images of EnCase (``.E01``, ``.E02``), pieces of anything (``.001``, ``.002``), volumes of RAR (``.part1.rar``,
``.part2.rar``, or ``.rar``, ``.r00``) and of ZIP (``.z01``, ``.z02``, and last of all ``.zip``).
"""

import re
from collections.abc import Iterator

MOST = 400
"""So many parts of one file are joined; a disk of 500 GB in pieces of 1.5 GiB has 334."""

_FIRST = re.compile(rb"(?P<stem>.*\.)(?P<mark>[Ee]01|[Zz]01|0*1|[Rr][Aa][Rr])", re.DOTALL)
_ANY = re.compile(
    rb"(?P<stem>.*\.)(?P<mark>[Ee]\d\d|[Zz]\d\d|[Zz][Ii][Pp]|[E-Ze-z][A-Za-z]{2}|[R-Zr-z]\d\d|\d{2,5})", re.DOTALL
)
_VOLUME = re.compile(rb"(?P<stem>.*\.part)(?P<number>\d{1,5})(?P<suffix>\.rar)", re.DOTALL | re.IGNORECASE)
_NINETY_NINE, _LETTERS = 99, 26


def further(name: bytes) -> Iterator[bytes]:
    """The names of the second part and those behind it, where a name is that of a first one."""
    volume = _VOLUME.fullmatch(name)
    if volume is not None:
        width = len(volume["number"])
        if int(volume["number"]) == 1:
            yield from (b"%b%0*d%b" % (volume["stem"], width, at, volume["suffix"]) for at in range(2, MOST + 2))
        return
    found = _FIRST.fullmatch(name)
    if found is None:
        return
    yield from (found["stem"] + mark for mark in _marks(found["mark"]))


def last(name: bytes) -> bytes | None:
    """The name of the last part, where it is called otherwise than those before it: ``.zip`` behind ``.z01``."""
    found = _FIRST.fullmatch(name)
    if found is None or found["mark"] not in {b"z01", b"Z01"}:
        return None
    return found["stem"] + (b"zip" if found["mark"] == b"z01" else b"ZIP")


def first(name: bytes) -> bytes | None:
    """The name of the first part, where a name is that of a further one."""
    volume = _VOLUME.fullmatch(name)
    if volume is not None:
        own = b"%b%0*d%b" % (volume["stem"], len(volume["number"]), 1, volume["suffix"])
        return own if own != name else None
    found = _ANY.fullmatch(name)
    if found is None:
        return None
    own = found["stem"] + _first_mark(found["mark"])
    return own if name in further(own) or name == last(own) else None


def between(own: bytes, name: bytes) -> Iterator[bytes]:
    """The names of the parts that stand between the first one and a further one."""
    if name != last(own):
        for one in further(own):
            if one == name:
                return
            yield one


def _marks(mark: bytes) -> Iterator[bytes]:
    """How the second part and those behind it end."""
    letter = mark[:1]
    if letter in b"Rr":
        yield from (bytes((letter[0] + at // 100,)) + b"%02d" % (at % 100) for at in range(MOST))
    elif letter in b"Zz":
        yield from (letter + b"%02d" % at for at in range(2, _NINETY_NINE + 1))
    elif letter in b"Ee":
        yield from (_of_image(mark, at) for at in range(2, MOST + 2))
    else:
        yield from (b"%0*d" % (len(mark), at) for at in range(2, MOST + 2))


def _first_mark(mark: bytes) -> bytes:
    """How the first part ends, where a further one ends so."""
    if mark.isdigit():
        return b"%0*d" % (len(mark), 1)
    is_large = mark[:1].isupper()
    if mark[:1] in b"Zz" and (mark[1:].isdigit() or mark.lower() == b"zip"):
        return b"Z01" if is_large else b"z01"
    if mark[:1].lower() >= b"r" and mark[1:].isdigit():
        return b"RAR" if is_large else b"rar"
    return b"E01" if is_large else b"e01"


def _of_image(mark: bytes, number: int) -> bytes:
    """``E02`` to ``E99``, then ``EAA`` to ``EZZ``, ``FAA`` and on."""
    letter = mark[:1]
    if number <= _NINETY_NINE:
        return letter + b"%02d" % number
    block, rest = divmod(number - _NINETY_NINE - 1, _LETTERS * _LETTERS)
    base = 97 if letter == b"e" else 65
    high, low = divmod(rest, _LETTERS)
    return bytes((letter[0] + block, base + high, base + low))
