# SPDX-License-Identifier: Apache-2.0
"""Texts of words alone, piece by piece: what a run of signs between two blanks shows is found once and kept."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from suluh.deals.reading.normal import LINK, LONGEST, RUN, may_link, normal, tokens
from suluh.deals.words.amounts import may_name_number
from suluh.deals.words.cue import phrases

_KEPT, _LONG = 100_000, 40
"""So many pieces are kept, none of more signs: a longer one hardly comes again."""

_START = re.compile(r"(?<![a-z0-9])|(?=[^a-z0-9])")
"""Where a phrase of trade may begin."""


class Piece(NamedTuple):
    """What one run of signs without a blank shows."""

    words: tuple[str, ...]
    """In normal form."""

    is_plain: bool
    """Whether it holds neither a number, in digits or words, nor a link."""

    is_cue: bool
    """Whether a phrase of trade of one word may stand in it."""

    goes_on: tuple[str, ...]
    """How the next piece begins where a longer phrase of trade begins in this one."""


class Plain(NamedTuple):
    """A text without numbers and links."""

    words: tuple[str, ...]
    may_cue: bool
    """Whether a phrase of trade may stand in it."""


def plain(text: str) -> Plain | None:
    """A text that holds words alone, by its pieces; null for one that has to be looked at as a whole."""
    low = text.lower()
    if not len(text) == len(low) <= LONGEST:
        return None
    runs = low.split()
    found = [_piece(run) if len(run) <= _LONG else _looked_at(run) for run in runs]
    if not all(one.is_plain for one in found):
        return None
    return Plain(tuple(chain.from_iterable([one.words for one in found])), _may_cue(runs, found))


def _may_cue(runs: Sequence[str], found: Sequence[Piece]) -> bool:
    for one, following in zip(found, [*runs[1:], ""], strict=True):
        if one.is_cue or (one.goes_on and following.startswith(one.goes_on)):
            return True
    return False


def _looked_at(run: str) -> Piece:
    known = _begun()
    starts = [run[found.start() :] for found in _START.finditer(run)]
    return Piece(
        words=tuple(tokens(normal(run))),
        is_plain=not (may_name_number(run) or may_link(run) or LINK in run or RUN in run),
        is_cue=any(one.startswith(known.whole) for one in starts),
        goes_on=tuple(sorted({second for one in starts for second in known.longer.get(one, ())})),
    )


_piece = lru_cache(maxsize=_KEPT)(_looked_at)


class _Begun(NamedTuple):
    """How phrases of trade begin."""

    whole: tuple[str, ...]
    """Those of one word."""

    longer: dict[str, set[str]]
    """The second word of longer ones by the first."""


@cache
def _begun() -> _Begun:
    longer: dict[str, set[str]] = {}
    whole = set[str]()
    for phrase in phrases():
        first, *rest = phrase.split()
        if rest:
            longer.setdefault(first, set()).add(rest[0])
        else:
            whole.add(first)
    return _Begun(tuple(sorted(whole)), longer)
