# SPDX-License-Identifier: Apache-2.0
"""Whether a text is an exported chat: what speaks for it, what against, and on what a doubtful claim rests.

1. Lines must begin with a header, the first of them above all.
2. A sign of WhatsApp decides: the name of the file, the opening line, its words for files, a name it gives to files,
   its marks, a name nobody saved, a number as author, a setting of the clock that other programs do not write.
3. Without one, names that are none decide against it, and so do lists and minutes: nobody comes back, one alone
   speaks, or most lines begin with a label such as *Keputusan*.
4. Between the two it is read, and a flaw says on what the claim rests.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from suluh.readers.whatsapp import words
from suluh.readers.whatsapp.authors import HOME, is_named_as_export, number_of
from suluh.readers.whatsapp.export.acts import is_about_somebody
from suluh.readers.whatsapp.export.labels import is_label
from suluh.readers.whatsapp.export.notices import is_sentence
from suluh.readers.whatsapp.headers import MARKS, SPACES, Form, form_of, may_begin

_ENOUGH = 3
_SHARE = 60
_SMALL = 3
"""Lines up to which nobody needs to come back."""

_COMING_BACK = 40
"""Of a hundred lines so many must be of authors who come back. Set by hand: of a list most labels stand once."""

_ODD = re.compile(r"[<>\[\]{}=|\\#@/]|\w[.]\w|^\d+$|\(\d+\)")
_BESIDE_NAMES = re.compile(
    r"\\x[0-9a-f]{2}|\((?!\d+\))[^\W\d_][^()\n]{0,30}\)$|(?<= )(?:[A-Z][A-Za-z]{0,3}\.){1,2}[A-Z][A-Za-z]{0,4}\b"
)
"""What stands in names of people as well: bytes of another encoding, a remark at the end, an academic title."""

_LEVEL = re.compile(r"(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|ERR|FATAL|CRITICAL|ALERT|EMERG)\b", re.IGNORECASE)
_PLAIN = re.compile(r"[a-z0-9_-]+")
_FIGURE = re.compile(r"[^\W\d_]{0,3}\.? ?[-+]?\d[\d.,:% ]*(?:[^\W\d_]{1,3}|%|°C)?\.?")
_LETTERS = re.compile(r"[^\W\d_]")


class Verdict(NamedTuple):
    """What a text is, and the sentence that says why."""

    is_chat: Literal["sure", "doubtful", "no"]
    reason: str
    looks_dated: bool = False
    """Whether its lines all begin with a date, a clock and ``NAME: ``, as those of a list do."""

    is_no_header: bool = False
    """Whether hardly a line begins with any header that is known."""


class _Line(NamedTuple):
    author: str
    text: str
    date: str


def weigh(lines: Sequence[str], path: str, inside: str | None) -> Verdict:
    """Judge the lines of the head of a file."""
    form, found = form_of(lines)
    match = form.pattern.match
    headed = [(line, header) for line in lines if may_begin(line) and (header := match(line))]
    said = [_said(line[header.end() :], header["date"]) for line, header in headed]
    spoken = [one for one in said if one.author]
    enough = found >= _ENOUGH or 100 * found >= _SHARE * len(lines)
    sign = bool(headed) and _sign(headed, lines, spoken, form)
    named = is_named_as_export(path, inside) and found and match(lines[0]) is not None
    if not (spoken or sign) or not (enough or named):
        return Verdict("no", "too few lines begin with a header", is_no_header=True)
    reason = f"{found} of the first {len(lines)} lines begin with the header of an exported WhatsApp chat"
    if sign or named or is_named_as_export(path, inside):
        return Verdict("sure", reason)
    against = _against(form, headed[0][1], spoken, len(said))
    if against is not None:
        is_told = against in _LISTS or (against in _PROGRAMS and _is_talk(spoken) and _sounds_like_talk(spoken))
        return Verdict("no", against, looks_dated=100 * found >= _SHARE * len(lines) and is_told)
    is_talk = form.name == "dashed" and _is_talk(spoken) and _sounds_like_talk(spoken)
    return Verdict("sure" if is_talk else "doubtful", reason)


def _said(rest: str, date: str) -> _Line:
    """Author and text of a line, as far as its first colon tells them."""
    if is_sentence(rest) or is_about_somebody(rest):
        return _Line("", rest, date)
    author, colon, text = rest.partition(":")
    return _Line(author.strip(MARKS + SPACES) if colon else "", text.strip() if colon else rest, date)


def _sign(
    headed: Sequence[tuple[str, re.Match[str]]], lines: Sequence[str], spoken: Sequence[_Line], form: Form
) -> bool:
    """Whether anything in the lines is WhatsApp's own."""
    return (
        form.copied
        or any(_is_own_header(line, header) for line, header in headed)
        or any(_is_own_text(one) for one in spoken)
        or any(words.NAMED.search(line) for line in lines)
    )


def _is_own_header(line: str, header: re.Match[str]) -> bool:
    """Whether a header has marks, blanks or words that no other program writes, or stands before the opening line."""
    beside = header.group("comma", "half", "early", "aside")
    if any(one is not None and not one.isascii() for one in beside) or "\u202f" in header[0]:
        return True
    return "\u200e" in line[: header.end() + _NEAR] or words.ENCRYPTED.search(line) is not None


def _is_own_text(one: _Line) -> bool:
    """Whether an author is written as WhatsApp writes who is not saved, or a text is one of its words for files."""
    text = one.text.strip(MARKS + SPACES)
    if one.author.startswith("~") or number_of(one.author, HOME):
        return True
    whole = (words.OMITTED, words.REVOKED, words.SAYS_LEFT_OUT)
    return any(one.fullmatch(text) for one in whole) or any(
        one is not None for one in (words.OWN_NAME.match(text), words.ATTACHED.match(text), words.NAMED.search(text))
    )


_NEAR = 40
"""Characters behind a header within which a mark stands before a name or a text."""


def _is_talk(spoken: Sequence[_Line]) -> bool:
    """Whether two come back and take turns."""
    counts = Counter(one.author for one in spoken)
    turns = sum(one.author != two.author for one, two in pairwise(spoken))
    return sum(times > 1 for times in counts.values()) > 1 and turns > 1


_SPOKEN = re.compile(
    r"[?\u2600-\u27bf\U0001f300-\U0001faff]|\b(?:ok|oke|okay|okey|okie|ya|iya|yes|yup|no|nope|tidak|gak|nggak|ndak|kak|"
    r"bang|bro|sis|min|gan|halo|hai|hi|hello|hallo|hola|pagi|sip|siap|makasih|terima kasih|thanks|thx|tolong|maaf|"
    r"sorry|wkwk\w*|haha\w*|hehe\w*|saya|aku|kamu|gue|lu|kita|you|me|my|we|dong|deh|sih|nih|kok|lah|besok|mau|ich|du|ja|"
    r"nein|danke|si|gracias|oui|merci|tak|tamam)\b",
    re.IGNORECASE,
)
"""What people say to one another and programs do not."""

_DIGITS = re.compile(r"\d+")


def _sounds_like_talk(spoken: Sequence[_Line]) -> bool:
    """Whether anybody asks, greets, agrees or laughs; a few lines show nothing of it."""
    return len(spoken) <= _SMALL + 1 or any(_SPOKEN.search(one.text) for one in spoken)


def _repeats(spoken: Sequence[_Line]) -> bool:
    """Whether the same few texts stand over and over, figures apart, and nobody talks."""
    texts = {_DIGITS.sub("#", one.text) for one in spoken}
    is_few = len(spoken) > _SMALL and _MOST_DIFFERENT * len(texts) <= len(spoken) * (_MOST_DIFFERENT - 2)
    return is_few and not any(_SPOKEN.search(one.text) for one in spoken)


_MOST_DIFFERENT = 5
"""Of so many texts at most two less may differ. Set by hand: states and readings come back, what people say hardly."""

_ALONE = "one name alone stands in all lines, and nothing else speaks for a chat"
_NOBODY = "hardly a name comes back, as in a list, and nothing else speaks for a chat"
_OVER = "the same few texts stand behind its names over and over, and nothing else speaks for a chat"
_OF_PROGRAMS = "its header is one that programs write and no phone"
_NAMES = "its names are those of programs"
_LABELS = "behind its times stand what minutes are divided by, and nothing else speaks for a chat"
_PROGRAMS = frozenset({_OF_PROGRAMS, _NAMES})
_LISTS = frozenset({_ALONE, _NOBODY, _OVER, _LABELS})


def _against(form: Form, header: re.Match[str], spoken: Sequence[_Line], found: int) -> str | None:
    """What speaks against a chat where no sign speaks for it."""
    counts = Counter(one.author for one in spoken)
    odd = sum(times for name, times in counts.items() if _ODD.search(_BESIDE_NAMES.sub("", name)) or _LEVEL.match(name))
    year_first = re.match(r"\d{4}-", header["date"]) is not None
    if 5 * odd >= len(spoken) or (year_first and all(_PLAIN.fullmatch(name) for name in counts)):
        return _NAMES
    if year_first and _is_of_programs(form, header, spoken):
        return _OF_PROGRAMS
    if all(_FIGURE.fullmatch(one.text) or not _LETTERS.search(one.text) for one in spoken):
        return "behind its names stand figures alone"
    if 2 * len(spoken) < found:
        return "most of its lines have no author"
    return _OVER if _repeats(spoken) else _against_list(counts, spoken, found)


def _is_of_programs(form: Form, header: re.Match[str], spoken: Sequence[_Line]) -> bool:
    """Whether a header with the year first is that of a log: in brackets phones add a comma and seconds."""
    if not re.fullmatch(r"[\d:.]+", header["clock"]):
        return False
    has_seconds = len(re.findall(r"\d+", header["clock"])) > 2  # noqa: PLR2004 # hour and minute
    if form.ios:
        return not header["comma"] or not has_seconds
    return not header["comma"] and (has_seconds or not _is_talk(spoken))


def _against_list(counts: Counter[str], spoken: Sequence[_Line], found: int) -> str | None:
    """Whether the names are labels: nobody answers anybody."""
    if len(counts) < 2:  # noqa: PLR2004 # one who speaks, and one who answers
        return _ALONE if found > 1 else None
    if 2 * sum(times for name, times in counts.items() if is_label(name)) > len(spoken):
        return _LABELS
    back = sum(times for times in counts.values() if times > 1)
    if found > _SMALL and 100 * back < _COMING_BACK * len(spoken) and not _is_talk(spoken):
        return _NOBODY
    if found <= _SMALL and not back and not any(one.date == two.date for one, two in pairwise(spoken)):
        return _NOBODY
    if 5 * sum(times for name, times in counts.items() if len(name) > _LONGEST_NAME) > len(spoken):
        return _NOBODY
    return None


_LONGEST_NAME = 60
