# SPDX-License-Identifier: Apache-2.0
"""Tables whose columns are named in no known way, and in whose rows people talk: told by what they hold alone."""

from collections.abc import Sequence
from itertools import product

from suluh.readers.tabled.form import Form, Row
from suluh.readers.tabled.lexicon import AGAINST, words
from suluh.readers.tabled.moments import moment_of
from suluh.readers.tabled.spoken import Said, is_talk_of_people

_FEWEST, _WIDEST, _LOOKED_AT = 4, 40, 60
_LONGEST_NAME = 40
_HALF = 2
_SIDES = {
    **dict.fromkeys(("incoming", "received", "in", "inbox", "masuk", "diterima"), "The other"),
    **dict.fromkeys(("outgoing", "sent", "out", "outbox", "keluar", "terkirim"), "Own"),
}


def talk_in(heads: Sequence[str], rows: Sequence[Row]) -> Form | None:
    """Such a table as messages; null where no column of times, of names and of words stands in it."""
    rows = rows[:_LOOKED_AT]
    if len(rows) < _FEWEST or len(heads) > _WIDEST:
        return None
    columns = {head: [row.get(head, "").strip() for row in rows] for head in heads}
    if any(AGAINST.fullmatch(words(head)) and any(cells) for head, cells in columns.items()):
        return None
    times = [head for head, cells in columns.items() if _are_times(cells)]
    texts = [head for head, cells in columns.items() if head not in times and _are_words(cells)]
    names = [head for head, cells in columns.items() if head not in times and _are_names(cells)]
    if not times:
        return None
    for text, name in product(texts, names):
        cells = zip(map(_called, columns[name]), columns[text], strict=True)
        said = [Said(clock=True, name=one, text=two) for one, two in cells if one]
        if text != name and is_talk_of_people(said):
            return Form("talk", {"time": times[0], "text": text, "name": name}, ("talk",))
    return None


def _called(cell: str) -> str:
    """Who a cell names: a word for the direction stands for one of the two sides."""
    return _SIDES.get(cell.casefold(), cell)


def _are_times(cells: Sequence[str]) -> bool:
    found = [one for cell in cells if cell and (one := moment_of(cell)) is not None]
    return _HALF * len(found) > len(cells) and all(one.has_clock for one in found)


def _are_words(cells: Sequence[str]) -> bool:
    """Whether half are several words, and hardly any stand twice."""
    several = [one for one in cells if len(one.split()) > 1 and any(map(str.isalpha, one))]
    return _HALF * len(several) >= len(cells) and _HALF * len(set(several)) > len(several)


def _are_names(cells: Sequence[str]) -> bool:
    """Whether each is short and on one line, and some come back."""
    held = [one for one in cells if one]
    is_short = all(
        len(one) <= _LONGEST_NAME and "\n" not in one and (one[0] + "0").strip("+").isalnum() for one in held
    )
    return _HALF * len(held) > len(cells) and is_short and 1 < len(set(held)) < len(held)
