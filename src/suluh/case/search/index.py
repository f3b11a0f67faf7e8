# SPDX-License-Identifier: Apache-2.0
"""Keeps the index of a case as the case is: what came is added; where something went, it is made anew."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.search.terms import terms
from suluh.case.search.texts import KINDS, told
from suluh.model.body import Noun, kind_of
from suluh.store.words import Part, Words

_MANY = 20_000
"""Rows after which the pieces of the index are joined: fewer are not worth it."""


def bring_up(case: Case, words: Words, *, checked: bool = False) -> None:
    """Make the index hold what the case holds now; `checked` looks as well whether rows stand where they stood."""
    held = words.parts()
    if _gone(case, held) or (checked and any(part != _part(case, part.kind, part.batch) for part in held)):
        words.empty()
        held = set()
    known = {(part.kind, part.batch) for part in held}
    new = [_part(case, *one) for one in _batches(case) if one not in known]
    words.add((_NUMBERS[part.kind], part, _rows(case, part)) for part in new)
    if sum(part.size for part in new) >= _MANY:
        words.tidy()


_NUMBERS = {kind_of(kind): number for number, kind in enumerate(KINDS)}


def _batches(case: Case) -> Iterator[tuple[str, int]]:
    """Every live batch of the kinds that are looked up."""
    return ((name, batch) for name in _NUMBERS for batch in case.rows.batches_of(name))


def _gone(case: Case, held: set[Part]) -> bool:
    """Whether rows were taken away or worked out again since."""
    return not {(part.kind, part.batch) for part in held} <= set(_batches(case))


def _part(case: Case, name: str, batch: int) -> Part:
    return Part(name, batch, *case.rows.stretch(_kind(name), batch))


def _rows(case: Case, part: Part) -> Iterator[tuple[int, str]]:
    return ((row, " ".join(terms(told(noun).whole))) for row, noun in case.rows.placed(_kind(part.kind), part.batch))


def _kind(name: str) -> type[Noun]:
    return KINDS[_NUMBERS[name]]
