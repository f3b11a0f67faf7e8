# SPDX-License-Identifier: Apache-2.0
"""Texts in which a day, a clock and a name stand before what was said, in whatever form: told as what may be a chat.

Days by numbers or by the name of a month, with a year or without, before the clock or behind it; the name before the
words on one line, or with the time on a line above them. Logs look so too: two must speak as only people do.
"""

import re
from collections.abc import Iterator, Sequence

from suluh.model.evidence.source import Source
from suluh.readers.reader import is_binary
from suluh.readers.tabled.spoken import Said, are_people, is_talk_of_people, said_lines

DATED = "its lines begin with a date, a clock and a name, as a chat or a list does: no reader takes this form"
STAMPED = "names and clocks stand on lines of their own beside its words, as in a chat: no reader takes this form"
HEADED = "lines of a name, a date and a clock stand above its words, as in a chat: no reader takes this form"

_MONTH = r"[^\W\d_]{3,12}"
_ERA = (
    r"(?:\u660e\u6cbb|\u5927\u6b63|\u662d\u548c|\u5e73\u6210|\u4ee4\u548c|[MTSHR]) ?(?:\d{1,2}|\u5143)"
    r"[\u5e74./-] ?\d{1,2}[\u6708./-] ?\d{1,2}\u65e5?"
)
"""Japan's years of reign."""

_DAY = (
    rf"(?:{_ERA}|"
    r"\d{1,4}\W{1,3}\d{1,2}\W{1,3}\d{1,4}|\d{4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]"
    rf"|\d{{1,2}}\W{{0,3}}(?:de )?{_MONTH}(?:\W{{1,3}}(?:de )?\d{{2,4}})?"
    rf"|{_MONTH}\W{{1,3}}\d{{1,2}}(?:\W{{1,3}}\d{{4}})?|\d{{1,2}}[/.-]\d{{1,2}})"
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
_ALONE = re.compile(rf"\W{{0,3}}(?:{_STAMP}|{_CLOCK})\W{{0,3}}")
"""A line of a time and nothing else."""

_BESIDE = re.compile(
    rf"{_NAME}(?:\s{{1,4}}|,\s?|\s?[\u2022\u00b7|\[(-]\s?){_CLOCK}\W{{0,3}}|\W{{0,3}}{_CLOCK}\W{{1,4}}{_NAMED_BELOW}:?\s?"
)
"""A name with a clock beside it and no day."""

_LONGEST, _FEWEST, _SHARE = 300, 3, 80
_BEFORE = 12
"""Lines that may stand before the first that names somebody."""


def dated(source: Source, *, plainly: bool = False) -> str | None:
    """The sentence about such a text; null where it is none. `plainly` where only what people say may show it."""
    if source.tables or is_binary(source.head):
        return None
    lines = [line.strip()[:_LONGEST] for line in said_lines(source)]
    matches = [one for line in lines if (one := _LINE.match(line))]
    found = [Said(clock=True, name=one["name"].strip(), text=one["said"]) for one in matches]
    if len(found) >= _FEWEST and 100 * len(found) >= _SHARE * len(lines):
        is_signed = all(_SIGN.search(one["sign"]) for one in matches)
        if is_talk_of_people(found) or (is_signed and not plainly and are_people(found)):
            return DATED
    headed = list(_above(lines, _ABOVE))
    if _is_headed(headed, back=1) and (not plainly or is_talk_of_people(headed)):
        return HEADED
    ways = (_above(lines, _BESIDE), _by_line(lines, before=True), _by_line(lines, before=False))
    return STAMPED if any(_is_headed(talk := list(way), back=2) and is_talk_of_people(talk) for way in ways) else None


def _is_headed(found: Sequence[Said], *, back: int) -> bool:
    has_words = 2 * sum(bool(one.text) for one in found) > len(found)
    return len(found) >= _FEWEST and has_words and are_people(found, back=back)


def _above(lines: Sequence[str], form: re.Pattern[str]) -> Iterator[Said]:
    """Names with a time on a line of their own, each with the words below; none where many lines come first."""
    name, words = "", list[str]()
    for at, line in enumerate(lines):
        if (one := form.fullmatch(line)) is not None:
            if name:
                yield Said(clock=True, name=name, text=" ".join(words))
            name, words = next(filter(None, one.groups())).strip(), []
        elif name:
            words.append(line)
        elif at >= _BEFORE:
            return
    if name:
        yield Said(clock=True, name=name, text=" ".join(words))


def _by_line(lines: Sequence[str], *, before: bool) -> Iterator[Said]:
    """Names on a line of their own, with the time on a line below: before the words, or behind them."""
    stamps = [at for at, line in enumerate(lines) if _ALONE.fullmatch(line)]
    if before:
        ends = [at - 1 for at in stamps[1:]] + [len(lines)]
        parts = [(at - 1, lines[at + 1 : end]) for at, end in zip(stamps, ends, strict=False) if at]
    else:
        starts = [0] + [at + 1 for at in stamps]
        parts = [(start, lines[start + 1 : at]) for start, at in zip(starts, stamps, strict=False)]
    for at, words in parts:
        if words and _NAME_ALONE.fullmatch(lines[at]):
            yield Said(clock=True, name=lines[at], text=" ".join(words))


_NAME_ALONE = re.compile(r"[^\W\d_][^:\n<>{}=|\\/]{0,40}")
