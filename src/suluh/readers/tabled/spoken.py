# SPDX-License-Identifier: Apache-2.0
"""Texts whose lines begin with a name, perhaps with a clock before it and never with a day: told as what may be a chat.

Logs, lists and forms have such lines as well. Names speak for a chat: two who come back and take turns in words, none
of them a level of a log, a heading of a table or a label of minutes, and no three that come round like fields.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from suluh.model.evidence.source import Source
from suluh.readers.plain import wide
from suluh.readers.reader import is_binary
from suluh.readers.tabled.lexicon import AGAINST, WORDS, words
from suluh.readers.whatsapp.export.labels import is_label
from suluh.readers.whatsapp.export.lines import head_lines, texts

CLOCKED = "what may be a chat, whose lines begin with a clock and a name and no day"
NAMED = "what may be a chat, whose lines begin with a name and no time"

_LINE = re.compile(
    r"\s{0,4}(?P<clock>[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AP]\.?M\.?)?[\])]?[ \t]{0,3}(?:[-\u2013|] ?)?)?"
    r"(?P<name>[^\W\d_][^:\n<>{}=|\\/@#,;()\[\]]{0,30}): (?P<said>\S.*)",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"trace|debug|info|notice|warn(?:ing)?|err(?:or)?|fatal|critical|alert|emerg|success|fail(?:ed|ure)?", re.IGNORECASE
)
_TIMES = frozenset((*WORDS["time"], *WORDS["clock"]))
_FIELDS = frozenset(word for named in WORDS.values() for word in named) - {"user"} | {
    *("alamat", "umur", "usia", "status", "judul", "keterangan", "agama", "pekerjaan", "warna", "ukuran", "stok"),
    *("address", "age", "title", "description", "subject", "cc", "bcc", "url", "version", "id", "email", "kelas"),
}
"""What stands before a colon in forms and lists."""

_FEWEST, _SHARE = 4, 80
_NAMES, _LONGEST = 40, 400
_FIELDS_OF_A_RECORD = 3
_TALK = 2
"""So many words make a sentence; a figure or a single word may be a field's."""


class Said(NamedTuple):
    """A line that somebody may have said."""

    clock: bool
    name: str
    text: str


def spoken(source: Source) -> tuple[str, int] | None:
    """What such a text may be and how many lines of it somebody may have said; null where it is no such text."""
    if source.tables or (is_binary(source.head) and wide(source.head) is None):
        return None
    lines = said_lines(source)[:_LONGEST]
    found = [one for line in lines if (one := _said(line)) is not None]
    if (
        len(found) < _FEWEST
        or 100 * len(found) < _SHARE * len(lines)
        or not (_is_talk(found) or is_talk_of_people(found))
    ):
        return None
    is_clocked = all(one.clock for one in found)
    number = sum(one.clock >= is_clocked for _, line in texts(source) if (one := _said(line)) is not None)
    return (CLOCKED if is_clocked else NAMED), number


def said_lines(source: Source) -> list[str]:
    """The lines of a head, without those of signs alone and those in a box, which frame what was said."""
    lines = [_MARKED.sub("", one) for one in head_lines(source.head, whole=len(source.head) >= source.size)]
    return [line for line in lines if _WORD.search(line) and not _BOXED.fullmatch(line)]


_MARKED = re.compile(r"\*\*|__|(?<![^\W_])_|_(?![^\W_])")
"""What makes words thick or slanted in Markdown."""

_WORD, _BOXED = re.compile(r"\w"), re.compile(r"\s*\|.*\|\s*")


def _said(line: str) -> Said | None:
    found = _LINE.match(line[:_LONGEST])
    return Said(bool(found["clock"]), found["name"].strip(), found["said"]) if found else None


_PEOPLE = re.compile(
    r"[?\u061f\uff1f\u2600-\u27bf\U0001f300-\U0001faff]|\b(?:kak|bang|bro|sis|gan|halo|hai|hi|hello|hallo|hola|pagi|"
    r"sip|siap|makasih|terima kasih|thanks|thx|tolong|maaf|sorry|wkwk\w*|haha\w*|saya|aku|kamu|gue|iya|dong|deh|sih|"
    r"nih|kok|mau|oke|ich|danke|gracias|merci|tamam|obrigad[oa]|tak apa|boleh)\b",
    re.IGNORECASE,
)
"""What people say to one another; of these words none stands in logs and forms."""


_PLAIN_OF = 5


def is_talk_of_people(found: Sequence[Said]) -> bool:
    """Whether some take turns, however their names are written, and they ask, greet or thank as only people do.

    Two who do so are enough; of one it must be several lines and one in five.
    """
    names = [one.name for one in found]
    plainly = [one.name for one in found if _PEOPLE.search(one.text)]
    is_plain = len(set(plainly)) > 1 or (len(plainly) > 1 and _PLAIN_OF * len(plainly) >= len(names))
    turns = sum(one != other for one, other in pairwise(names))
    return (
        is_plain
        and turns > 1
        and len(set(names)) < len(names)
        and len(set(names)) <= _NAMES
        and not any(_is_no_name(name, plainly=True) for name in set(names))
        and not _comes_round(names)
    )


def _is_talk(found: Sequence[Said]) -> bool:
    names = [one.name for one in found]
    times = Counter(names)
    back = {name for name, number in times.items() if number > 1}
    talking = {one.name for one in found if len(one.text.split()) >= _TALK and any(map(str.isalpha, one.text))}
    turns = sum(one != other for one, other in pairwise(names))
    return (
        len(back) > 1
        and len(times) <= _NAMES
        and sum(times[name] for name in back) * 2 > len(names)
        and len(back & talking) > 1
        and turns > 1
        and not any(_is_no_name(name, plainly=False) for name in times)
        and not _comes_round(names)
    )


def are_people(found: Sequence[Said], *, back: int = 2) -> bool:
    """Whether some take turns, so many of them come back, and all have names as people have, whatever they say."""
    times = Counter(one.name for one in found)
    turns = sum(one.name != other.name for one, other in pairwise(found))
    is_named = not any(_is_no_name(name, plainly=False) for name in times)
    return sum(number > 1 for number in times.values()) >= back and turns > 1 and is_named


def _is_no_name(name: str, *, plainly: bool) -> bool:
    """Whether nobody is called so: a level of a log, a field, a label, dots, small letters but in plain talk."""
    plain = words(name)
    is_person = plainly or name[0].isupper() or not name.isascii()
    return (
        not is_person
        or "." in name.strip(".")
        or len(name) == 1
        or bool(_LEVEL.fullmatch(name) or AGAINST.fullmatch(plain))
        or plain in _FIELDS
        or not _TIMES.isdisjoint(plain.split())
        or is_label(name)
    )


def _comes_round(names: Sequence[str]) -> bool:
    """Whether three names or more stand in one order again and again, as the fields of records do."""
    size = len(dict.fromkeys(names))
    return size >= _FIELDS_OF_A_RECORD and all(one == names[at % size] for at, one in enumerate(names))
