# SPDX-License-Identifier: Apache-2.0
"""Keeps the index of a case as the case is: what came is added; where something went, it is made anew."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import TypeVar

from suluh.case.case import Case
from suluh.case.gate.seal import Seal
from suluh.case.search.terms import indexed
from suluh.case.search.texts import KINDS, told
from suluh.model.body import Noun, kind_of
from suluh.model.errors import CaseError
from suluh.model.ids import begun
from suluh.model.talk import Message
from suluh.store.words import Part, Words

T = TypeVar("T")
ID, CALL = "§", "§call"
"""Before, or for, what no text says: the sign stands in no term of a text."""

_MANY = 20_000
"""Rows after which the pieces of the index are joined: fewer are not worth it."""

WHILE_ONE_WAITS = 20_000
"""Rows that are taken into the index while somebody waits for a page: a fifth of a second of a processor."""


def bring_up(case: Case, words: Words, *, checked: bool = False, most: int | None = None) -> int:
    """Make the index hold what the case holds now; `checked` looks as well whether rows stand where they stood.

    With `most` no more batches are taken than have so many rows, one at least. Returns how many rows it still lacks.
    """
    held = words.parts()
    if _gone(case, held) or (checked and any(part != _part(case, part.kind, part.batch) for part in held)):
        words.empty()
        held = set()
    known = {(part.kind, part.batch) for part in held}
    new = [_part(case, *one) for one in _batches(case) if one not in known]
    sums = accumulate(part.size for part in new)
    now = [part for part, size in zip(new, sums, strict=True) if most is None or size <= most] or new[:1]
    words.add((_NUMBERS[part.kind], part, _rows(case, part)) for part in now)
    if most is None and sum(part.size for part in now) >= _MANY:
        words.tidy()
    return sum(part.size for part in new[len(now) :])


_NUMBERS = {kind_of(kind): number for number, kind in enumerate(KINDS)}


def is_looked_up(kind: type[Noun]) -> bool:
    """Whether the index holds nouns of a kind."""
    return kind in KINDS


def shown_as(case: Case, kind: type[Noun], keys: AbstractSet[str]) -> dict[str, str] | None:
    """The ids of the store by those that lists show of them, as far as there are any; null where it cannot tell.

    Where all are found at once, what came since is not taken into the index first.
    """
    seal = Seal(case.secret)

    def found(words: Words) -> dict[str, str]:
        begins = sorted({_begins(begun(key)) for key in keys})
        some = (one for begin in begins for one in _under(case, words, kind, begin))
        return {key: one.id for one in some if (key := seal.of(one.id)) in keys}

    return _asked(case, found, lambda known: len(known) == len(keys))


def calls(case: Case) -> list[str] | None:
    """The ids of all messages that are calls; null where it cannot tell."""
    return _asked(
        case,
        lambda words: [
            one.id for one in _under(case, words, Message, CALL) if isinstance(one, Message) and one.kind == "call"
        ],
        lambda _: False,
    )


def _asked(case: Case, ask: Callable[[Words], T], is_enough: Callable[[T], bool]) -> T | None:
    """What an index says that holds all that the case holds; null where it cannot be had, or lacks much."""
    try:
        with Words(case.folder.words) as words:
            found = ask(words)
            if is_enough(found):
                return found
            if _lacks(case, words) >= _MANY:
                return None
            bring_up(case, words)
            return ask(words)
    except CaseError:
        return None


def _under(case: Case, words: Words, kind: type[Noun], term: str) -> Iterator[Noun]:
    """Nouns of a kind under a term of ours."""
    held = (case.rows.at(kind, hit.row) for hit in words.find([term], [_NUMBERS[kind_of(kind)]]))
    return (noun for noun in held if noun is not None)


def _lacks(case: Case, words: Words) -> int:
    """How many rows an index lacks; many where it is to be made anew."""
    held = words.parts()
    if _gone(case, held):
        return _MANY
    known = {(part.kind, part.batch) for part in held}
    return sum(_part(case, *one).size for one in _batches(case) if one not in known)


def _batches(case: Case) -> Iterator[tuple[str, int]]:
    """Every live batch of the kinds that are looked up."""
    return ((name, batch) for name in _NUMBERS for batch in case.rows.batches_of(name))


def _gone(case: Case, held: set[Part]) -> bool:
    """Whether rows were taken away or worked out again since."""
    return not {(part.kind, part.batch) for part in held} <= set(_batches(case))


def _part(case: Case, name: str, batch: int) -> Part:
    return Part(name, batch, *case.rows.stretch(_kind(name), batch))


def _rows(case: Case, part: Part) -> Iterator[tuple[int, str]]:
    """Each row with its terms, and with those of ours: how the id that lists show begins, and of a call that it is one.

    The whole id would take more room than the text: some sixty of two million rows begin alike, and each is read.
    """
    begins = Seal(case.secret).begins
    for row, noun in case.rows.placed(_kind(part.kind), part.batch):
        call = f" {CALL}" if isinstance(noun, Message) and noun.kind == "call" else ""
        yield row, f"{indexed(told(noun).whole)} {_begins(begins(noun.id))}{call}"


def _begins(bits: int) -> str:
    """The term of the first bits of an id, three a sign: FTS5 counts terms in buckets, and so each has its own."""
    return f"{ID}{bits:05o}"


def _kind(name: str) -> type[Noun]:
    return KINDS[_NUMBERS[name]]
