# SPDX-License-Identifier: Apache-2.0
"""The unit's own words of trade, each with the known word as which it is read: ``words/*.toml`` of its folder."""

import hashlib
import tomllib
from collections.abc import Iterable
from typing import NamedTuple

from suluh.model.errors import Misuse, UnknownObject
from suluh.unit.folder import UnitFolder

TABLE = "same-as"
"""The one table of such a text: nothing else can be said in it."""


class OwnWords(NamedTuple):
    """What the texts of a unit say."""

    words: dict[str, str]
    """The known word by the one that is read as it, as written."""

    sources: tuple[str, ...]
    """Name and SHA-256 of each text."""


def own_words(unit: UnitFolder) -> OwnWords:
    """The words of all texts. Raises `UnknownObject` where there is none, `Misuse` for one that says anything else."""
    texts = sorted(unit.words.glob("*.toml"))
    if not texts:
        raise UnknownObject(
            f'the unit has no words: write them into {unit.words}/NAME.toml as\n[{TABLE}]\nsetor = "transfer"'
        )
    words: dict[str, str] = {}
    sources: list[str] = []
    for path in texts:
        content = path.read_bytes()
        for word, known in _pairs(path.name, content):
            if words.setdefault(word, known) != known:
                raise Misuse(f"{path.name} reads {word!r} as {known!r}, another text as {words[word]!r}: leave one")
        sources.append(f"{path.name} {hashlib.sha256(content).hexdigest()}")
    return OwnWords(words, tuple(sources))


def _pairs(name: str, content: bytes) -> Iterable[tuple[str, str]]:
    try:
        told = tomllib.loads(content.decode("utf-8"))
    except ValueError as error:
        raise Misuse(f"{name} is no TOML text ({error}): mend it, then try again") from error
    table = told.get(TABLE)
    others = sorted(told.keys() - {TABLE})
    if others or not isinstance(table, dict) or not all(isinstance(one, str) for one in table.values()):
        raise Misuse(
            f'{name} says {others or "no words"}: it may hold the table [{TABLE}] alone, as setor = "transfer"'
        )
    return ((word.lower(), known.lower()) for word, known in table.items())
