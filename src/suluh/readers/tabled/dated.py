# SPDX-License-Identifier: Apache-2.0
"""Texts in which a day, a clock and a name stand before what was said, in whatever form: told as what may be a chat.

Days by numbers or by the name of a month, with a year or without, before the clock or behind it; the name before the
words on one line, or with the time on a line above them. Logs look so too: two must speak as only people do.
"""

import re
from collections.abc import Iterator, Sequence

from suluh.model.evidence.source import Source
from suluh.readers.reader import is_binary
from suluh.readers.tabled.spoken import Said, are_people, is_talk_of_people
from suluh.readers.whatsapp.export.lines import head_lines

DATED = "its lines begin with a date, a clock and a name, as a chat or a list does: no reader takes this form"
HEADED = "lines of a name, a date and a clock stand above its words, as in a chat: no reader takes this form"

_MONTH = r"[^\W\d_]{3,12}"
_DAY = (
    r"(?:\d{1,4}\W{1,3}\d{1,2}\W{1,3}\d{1,4}|\d{4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]"
    rf"|\d{{1,2}}\W{{0,3}}(?:de )?{_MONTH}(?:\W{{1,3}}(?:de )?\d{{2,4}})?"
    rf"|{_MONTH}\W{{1,3}}\d{{1,2}}(?:\W{{1,3}}\d{{4}})?)"
)
_HALF = r"(?:[AaPp]\.?\W?[Mm]\b\.?|P?TG\b|TGH\b|PG\b|[^\W\d_a-zA-Z]{1,3})"
_CLOCK = rf"(?:{_HALF}\W?)?\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}})?(?:[.,]\d{{1,7}})?(?:\W?{_HALF}|Z|[+-]\d\d:?\d\d)?"
_STAMP = rf"(?:{_DAY}(?:\W{{1,4}}|T)(?:\w{{1,10}}\W{{1,3}})?{_CLOCK}|{_CLOCK}\W{{1,4}}{_DAY})"
_NAME = r"(?P<name>[^\W\d_][^:\n<>{}=|\\/]{0,40}?)"
_LINE = re.compile(
    rf"\W{{0,3}}(?:\w{{1,12}}\W{{1,3}})?{_STAMP}(?P<sign>[^\w\n]{{1,5}}){_NAME}(?: wrote| menulis)?\s?: ?(?P<said>\S.*)"
)
_SIGN = re.compile(r"[-\u2013\u2014,|\])>]")
"""Between a time and a name: logs have a blank alone."""

_NAMED_BELOW = _NAME.replace("<name>", "<after>")
_ABOVE = re.compile(
    rf"{_NAME}(?:\W?\([^()\n]{{1,40}}\))?[,:]?\W{{1,4}}{_STAMP}\W{{0,3}}|\W{{0,3}}{_STAMP}\W{{1,4}}{_NAMED_BELOW}:?\s?"
)
_LONGEST, _FEWEST, _SHARE = 300, 3, 80


def dated(source: Source) -> str | None:
    """The sentence about such a text; null where it is none."""
    if source.tables or is_binary(source.head):
        return None
    lines = head_lines(source.head, whole=len(source.head) >= source.size)
    matches = [one for line in lines if (one := _LINE.match(line[:_LONGEST]))]
    found = [Said(clock=True, name=one["name"].strip(), text=one["said"]) for one in matches]
    if len(found) >= _FEWEST and 100 * len(found) >= _SHARE * len(lines):
        is_signed = all(_SIGN.search(one["sign"]) for one in matches)
        if is_talk_of_people(found) or (is_signed and are_people(found)):
            return DATED
    above = list(_above(lines))
    return HEADED if len(above) >= _FEWEST and are_people(above, back=1) else None


def _above(lines: Sequence[str]) -> Iterator[Said]:
    """Names with a time on a line of their own, each with the words below it; none where other lines come first."""
    name, words = "", list[str]()
    for line in lines:
        if (one := _ABOVE.fullmatch(line[:_LONGEST].strip())) is not None:
            if name:
                yield Said(clock=True, name=name, text=" ".join(words))
            name, words = next(filter(None, one.groups())).strip(), []
        elif not name:
            return
        else:
            words.append(line.strip())
    if name:
        yield Said(clock=True, name=name, text=" ".join(words))
