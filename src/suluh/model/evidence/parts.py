# SPDX-License-Identifier: Apache-2.0
"""How the parts of a file are called that was cut into several: the first says what the next are."""

import re
from collections.abc import Iterator

MOST = 400
"""So many parts of one file are joined; a disk of 500 GB in pieces of 1.5 GiB has 334."""

_FIRST = re.compile(rb"(?P<stem>.*\.)(?P<mark>[Ee]01|0*1)", re.DOTALL)
_ANY = re.compile(rb"(?P<stem>.*\.)(?P<mark>[Ee]\d\d|[E-Ze-z][A-Za-z]{2}|\d{2,5})", re.DOTALL)
_NINETY_NINE, _LETTERS = 99, 26


def further(name: bytes) -> Iterator[bytes]:
    """The names of the second part and those behind it, where a name is that of a first one: ``.E01``, ``.001``."""
    found = _FIRST.fullmatch(name)
    if found is None:
        return
    stem, mark = found["stem"], found["mark"]
    for number in range(2, MOST + 2):
        yield stem + (_of_image(mark, number) if mark[:1] in b"Ee" else b"%0*d" % (len(mark), number))


def first(name: bytes) -> bytes | None:
    """The name of the first part, where a name is that of a further one of an image: of ``.E02`` and so on."""
    found = _ANY.fullmatch(name)
    if found is None or found["mark"][:1].isdigit():
        return None
    own = found["stem"] + (b"E01" if found["mark"].isupper() or found["mark"][:1] == b"E" else b"e01")
    return own if name in further(own) else None


def _of_image(mark: bytes, number: int) -> bytes:
    """``E02`` to ``E99``, then ``EAA`` to ``EZZ``, ``FAA`` and on."""
    letter = mark[:1]
    if number <= _NINETY_NINE:
        return letter + b"%02d" % number
    block, rest = divmod(number - _NINETY_NINE - 1, _LETTERS * _LETTERS)
    base = 97 if letter == b"e" else 65
    high, low = divmod(rest, _LETTERS)
    return bytes((letter[0] + block, base + high, base + low))
