# SPDX-License-Identifier: Apache-2.0
"""Words of a place or a trade that officers say are like a known one: read as it, and shown as they were written."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from suluh.deals.reading.acting import reader
from suluh.deals.words.cue import cues
from suluh.model.errors import Misuse
from suluh.model.people import Decision

_WORD: Final = re.compile(r"[^\W\d_]{2,24}")
"""What a word is here: letters alone, so that no number, sum, link or account is ever read as something else."""

_ANY: Final = re.compile(r"[^\W_]+")
"""Letters and digits that stand together."""

_REFUSALS: Final = frozenset(
    re.split(
        " ",
        "belom belum bkn blm blom bukan cancel dont enggak ga gak gk jangan jgn nda ndak never ngga nggak no not tak "
        "tdk tidak",
    )
)
"""Words that turn what is said around. Set by hand: read as another, a refusal would become a deal."""

Taught = tuple[tuple[str, str], ...]
"""Words of a text, each with the known one as which it is read."""


class SameAs:
    """Reads words as others that are known."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """The known word by the one that is read as it; both in small letters."""
        self._words = words

    def read(self, text: str) -> tuple[str, Taught]:
        """The text with its words as known ones, and which these were, in their order.

        >>> SameAs({"setor": "transfer"}).read("Setor 50rb, setoran kmrn")
        ('transfer 50rb, setoran kmrn', (('setor', 'transfer'),))
        """
        if not self._words:
            return text, ()
        taught: dict[str, str] = {}

        def known(found: re.Match[str]) -> str:
            word = found.group().lower()
            if word not in self._words:
                return found.group()
            taught[word] = self._words[word]
            return taught[word]

        return _ANY.sub(known, text), tuple(taught.items())


AS_WRITTEN: Final = SameAs({})
"""Reads every word as it is written."""


def pair(word: str, known: str) -> tuple[str, str]:
    """Both words in small letters.

    Raises `Misuse` for what is no word, for a word of trade or a refusal, which says what it says in every case, and
    where the second is not known here.
    """
    one, other = word.strip().lower(), known.strip().lower()
    for each in (one, other):
        if not _WORD.fullmatch(each):
            raise Misuse(f"{each!r} is no word of 2 to 24 letters: numbers, sums and signs are read by their own rules")
    if one != other and (one in _REFUSALS or cues(one)):
        raise Misuse(f"{one!r} is a word of trade or a refusal: it is read as what it says and as nothing else")
    if one != other and not (reader().knows(other) or cues(other)):
        raise Misuse(f"{other!r} is no word that the reading of deals knows: name one such as 'transfer'")
    return one, other


def by_word(decisions: Iterable[Decision]) -> dict[str, str]:
    """The known word as which each word is read, by the latest decision on it; one read as itself stands for none."""
    said = sorted((one for one in decisions if one.act == "word"), key=lambda one: one.order)
    latest = {one.left: one.right or one.left for one in said}
    return {word: known for word, known in latest.items() if word != known}
