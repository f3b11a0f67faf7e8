# SPDX-License-Identifier: Apache-2.0
"""What stays open about an exported chat as a whole, each as one sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from suluh.readers.whatsapp.export.pasted import Pasted
from suluh.readers.whatsapp.export.voices import Voices
from suluh.readers.whatsapp.headers import Form


@dataclass
class Lines:
    """Lines of which something stays open."""

    undecided: list[int] = field(default_factory=list)
    as_beside: list[int] = field(default_factory=list)
    impossible: list[int] = field(default_factory=list)
    elsewhere: list[int] = field(default_factory=list)
    by_form: list[int] = field(default_factory=list)
    marked: list[int] = field(default_factory=list)
    undated: list[int] = field(default_factory=list)
    cut: list[int] = field(default_factory=list)


class Known(Protocol):
    """What the passes over the whole file found."""

    form: Form
    voices: Voices
    pasted: Pasted
    not_utf8: list[int]


ORDER = "nothing decides whether day or month stands first, so the time stays as written"
BESIDE = (
    "nothing here decides whether day or month stands first: they are read as other exports of this folder, written in "
    "the same setting, have them"
)
CALENDAR = "the date or time is in no calendar of 2009 to 2099 and stays as written"
ELSEWHERE = (
    "the year is one of the Islamic or the Persian calendar, so the time stays as written and nothing is ordered by "
    "it: export the chat anew from a telephone set to the Gregorian calendar, or work these days out by hand"
)
UTF8 = "bytes that are not UTF-8 are shown as \\xNN"
PASTED = (
    "these run back in time and their authors speak nowhere else: they are taken for lines of another chat that were "
    "pasted, and stay text of the message before, whose sender may have written them"
)
BACK = (
    "time runs back here by more than a day: a clock was set, or lines of another chat were pasted; compare these "
    "messages with the phone before anything rests on them"
)
BY_FORM = "a whole message in angle brackets, in words that are not known, is taken for a file that was left out"
MARKED = (
    "a mark that WhatsApp puts before its own words stands before words that are not known: they are told as words "
    "of their author"
)
UNDATED = (
    "words as WhatsApp itself writes them stand here without a date: they stay text of the message before, whose "
    "sender may have typed them, and may be none of their words"
)
CUT = "the file ends in a line that has a time and no author: it may break off in the middle of that line"
CLAIM = (
    "nothing but its form speaks for a chat of WhatsApp: {reason}; a text copied out of another app, or a list, may "
    "look so too: see whether it is a chat, and of which service, before anything rests on it"
)
COPIED = "these lines were copied out of a chat and not exported: whoever kept them may have changed them"
COLON = (
    "every line of {names} goes on with words and a further colon: the name may go on after its first colon, and one "
    "name may stand for several persons"
)
OWN = (
    "the chat shows another account as the device's own side than was stated with --account: see which of them is "
    "right, or whether the chat came from another phone"
)
TORN = (
    "words that WhatsApp writes to the phone's own side alone stand under another author than the title of the chat "
    "leaves: whose phone it was stays open, state it with --account"
)
_SHOWN = 5


class Doubt(NamedTuple):
    """What a doubt is about, its sentence, and the lines that it names."""

    what: str
    reason: str
    numbers: Sequence[int] = ()


def of_file(known: Known, lines: Lines, rests_on: str) -> Iterator[Doubt]:
    """What stays open of a file."""
    if rests_on:
        yield Doubt("claim", CLAIM.format(reason=rests_on))
    if known.form.copied:
        yield Doubt("copied", COPIED)
    open_: tuple[tuple[str, Sequence[int], str], ...] = (
        ("order", lines.undecided, ORDER),
        ("order beside", lines.as_beside, BESIDE),
        ("calendar", lines.impossible, CALENDAR),
        ("elsewhere", lines.elsewhere, ELSEWHERE),
        ("utf-8", known.not_utf8, UTF8),
        ("pasted", sorted(known.pasted.text), PASTED),
        ("back", known.pasted.back, BACK),
        ("by form", lines.by_form, BY_FORM),
        ("marked", lines.marked, MARKED),
        ("undated", lines.undated, UNDATED),
        ("cut", lines.cut, CUT),
    )
    for what, numbers, reason in open_:
        if numbers:
            yield Doubt(what, f"{_where(numbers)}: {reason}", numbers)
    if known.voices.doubtful:
        yield Doubt("colon", COLON.format(names=", ".join(known.voices.doubtful[:_SHOWN])))


def _where(numbers: Sequence[int]) -> str:
    return f"{len(numbers)} lines from {numbers[0]} to {numbers[-1]}" if len(numbers) > 1 else f"line {numbers[0]}"
