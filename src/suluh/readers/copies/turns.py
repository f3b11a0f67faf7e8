# SPDX-License-Identifier: Apache-2.0
"""Whether two talks of two are one by their turns: the same words after the same time, again and again, of both sides.

1. A text tells as much as its minute and its words are rare: a reply that came after twenty minutes might have come in
   any of as many. What follows in the same minute tells nothing, nor what was passed on, nor the same words again,
   for a program says them after the same time, nor words that the other side just said: who is told what to answer
   answers so.
2. The waits of each side alone, beside the one before the whole talk, tell so much that no two who follow one script
   come by it: what they say is the same, and a program answers each after the same time.
3. Each side alone tells enough by three texts at least, and both together, each less what a clock costs that nothing
   else shows to be so far off: a far one more. Words that many answer with at once tell next to nothing.
4. Each copy may lack what the other has. Where both have what the other has not, two people answered, and where the
   same words stand at two times as well.
"""

from collections.abc import Iterable, Sequence
from math import log2

from suluh.readers.copies.bounds.dictated import dictated
from suluh.readers.copies.lines.align import OWN, Laid, Said, in_common
from suluh.readers.copies.lines.marks import MOST, telling
from suluh.readers.copies.lines.offset import SURE

SPREAD = 63
"""Minutes of silence beyond which a text tells no more: who begins at some hour has reasons that others have too."""

RARE_WORDS, WORDS, A_WORD = 4.0, 2.0, 1.0
"""Bits that words tell: rare ones, several, one or two. Set by hand, and low: a case shows few of all words."""

OF_WAITS = 7.0
"""Bits that the waits of each side tell. Set by hand: two who follow one script seldom agree so far."""

OF_EACH = 15.0
"""Bits that each side has to tell: by chance one of 30,000 pairs of talks agrees so far. Set by hand."""

OF_BOTH = 36.0
"""Bits that both sides have to tell. Set by hand: two phones with 5,000 talks each make 2^25 pairs."""

GONE = 3.0
"""Bits that each text takes off which one copy alone has, beside one and a tenth. Set by hand."""

LEAST_TEXTS = 3
"""So many different texts of each side at least."""


def is_one_by_turns(
    copies: Sequence[Sequence[Said]], laid: Laid, shift: int, rare: frozenset[bytes], *, is_known_clock: bool
) -> bool:
    """Whether the turns of two copies, side by side under the same authors, show that they are one."""
    sides = {one.author for one, _ in laid.equal} - {OWN}
    told = [_bits(author, copies, laid, rare) for author in sides]
    lost = 0.0 if is_known_clock else 2 * log2(1 + abs(shift))
    return min(told, default=0.0) - lost >= OF_EACH and sum(told) - lost >= OF_BOTH


def _bits(author: str, copies: Sequence[Sequence[Said]], laid: Laid, rare: frozenset[bytes]) -> float:
    """What the texts of one side tell; nothing where too few are in both, or both copies have others."""
    both = [two for two in (*laid.equal, *laid.changed) if two[0].author == author and two[0].message.text]
    same = [(one, other) for one, other in both if one.message.text.strip() == other.message.text.strip()]
    paired = {one.message.id for two in both for one in two}
    lone = [[one for one in side if _is_text(one, author) and one.message.id not in paired] for side in copies]
    here = [[one for one in side if _is_text(one, author)] for side in in_common(*copies)]
    apart = [sum(one.message.id not in paired for one in side) for side in here]
    moved = {one.words for one in lone[0]} & {one.words for one in lone[1]}
    others = sum(one.words in moved and one.message.id not in paired for side in here for one in side)
    most = max(map(len, here))
    if len(same) < MOST * most or others > (1 - SURE) * len(same):
        return 0.0
    gone = max(0.0, sum(apart) - (1 - SURE) * most - 1)
    waits, said_before = [_waits(side) for side in copies], telling_nothing(copies[0])
    told: dict[bytes, tuple[float, float]] = {}
    begins = next((one.words for one in copies[0] if one.author != OWN), None)
    for one, other in same:
        wait = min(waits[0][one.message.id], waits[1][other.message.id])
        tells = wait and one.message.id not in said_before
        told.setdefault(one.words, (log2(1 + wait), _worth(one, rare)) if tells else (0.0, 0.0))
    of_waits = sum(wait for words, (wait, _) in told.items() if words != begins)
    if len(told) < LEAST_TEXTS or of_waits < OF_WAITS:
        return 0.0
    return sum(map(sum, told.values())) - GONE * gone


def telling_nothing(side: Iterable[Said]) -> set[str]:
    """Ids of the texts that say no more than the other side had just said, and of what was passed on."""
    every = list(side)
    return dictated(every) | {one.message.id for one in every if one.message.forwarded}


def _is_text(one: Said, author: str) -> bool:
    return one.author == author and bool(one.message.text)


def _waits(side: Sequence[Said]) -> dict[str, int]:
    """The minutes since anybody wrote before each message, as far as they tell; the first one's are as many as can."""
    found: dict[str, int] = {}
    last = None
    for one in side:
        if one.author != OWN:
            found[one.message.id] = SPREAD if last is None else min(SPREAD, one.minute - last)
            last = one.minute
    return found


def _worth(one: Said, rare: frozenset[bytes]) -> float:
    key = telling(one.message)
    return A_WORD if key is None else RARE_WORDS if key in rare else WORDS
