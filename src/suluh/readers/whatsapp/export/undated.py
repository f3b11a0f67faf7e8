# SPDX-License-Identifier: Apache-2.0
"""Lines of WhatsApp's own that stand without a date: behind a message they would pass for words of its author."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from suluh.readers.whatsapp import words
from suluh.readers.whatsapp.export import notices
from suluh.readers.whatsapp.headers import MARKS

_BESIDE = MARKS + "\r\n "
_LONG = 40
"""Characters of the line about encryption: a person may well say as much in fewer."""


def is_opening(line: str) -> bool:
    """Whether a line is the one about encryption and nothing else, which nobody types."""
    plain = line.strip(_BESIDE)
    return len(plain) > _LONG and notices.SENTENCES.match(plain) is not None and words.is_encryption(plain)


class Undated:
    """Tells such lines by WhatsApp's sentences, and by the names of those who speak."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            self._by_word[name.partition(" ")[0]].append(name)

    def may_be(self, line: str) -> bool:
        """Whether a further line of a message may be WhatsApp's own: its sender may have typed it."""
        plain = line.strip(_BESIDE)
        if notices.is_sentence(plain):
            return True
        named = self._by_word.get(plain.partition(" ")[0])
        return named is not None and ":" not in plain.partition('"')[0] and any(_is_act(plain, name) for name in named)


def _is_act(plain: str, name: str) -> bool:
    said = plain.removeprefix(name + " ")
    return said != plain and (notices.ENDS.fullmatch(said) is not None or notices.tells_act(said))


def closing(parts: Sequence[str]) -> int:
    """How many of the last lines of a message are the line about encryption."""
    number = 0
    while number < len(parts) - 1 and is_opening(parts[-1 - number]):
        number += 1
    return number
