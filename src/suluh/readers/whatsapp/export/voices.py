# SPDX-License-Identifier: Apache-2.0
"""Who may be an author of an exported chat, told by counting how the lines of the whole file begin.

1. A name ends at its first colon, unless a title, a sentence of WhatsApp's own or all its lines say that it goes on;
   what WhatsApp itself writes of a file is no part of it.
2. A sentence of WhatsApp's own has no author, whatever colon stands in it.
3. The author of the line about encryption is the chat: in a group that is nobody.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from suluh.readers.whatsapp import words
from suluh.readers.whatsapp.authors import is_titled
from suluh.readers.whatsapp.export import notices
from suluh.readers.whatsapp.export.acts import is_about_somebody
from suluh.readers.whatsapp.headers import MARKS, SPACES

_ISOLATED = "\u202a"
"""Stands before each number in a line of WhatsApp's own: behind the mark, and with the author's number in the line, it
tells of a new number in any language."""

_BLANKS = re.compile(f"[{SPACES}]")
_LONGEST = 150
_LONGEST_SECOND = 80
_MOST = 100_000
"""Different beginnings that are counted: nobody has so many authors."""

_SURE = 3
"""So many lines that all go on with one word and a colon make it a part of the name. Set by hand."""

_OPENS = re.compile("^(?=[^<>\n]{15,}$).*[.。،,]")
"""A sentence, and no word for a file."""

_FEW = 5
"""Lines with one beginning of which each is looked at for a name in it."""

_QUIET = 2
"""So many lines in words of no known language leave the title of a group the chat and no person. Set by hand."""


@dataclass
class Voices:
    """What the beginnings of all lines say."""

    titles: tuple[str, ...] = ()
    counts: Counter[str] = field(default_factory=Counter)
    tight: Counter[str] = field(default_factory=Counter)
    """Beginnings before a colon without a blank after it."""

    further: dict[str, Counter[str]] = field(default_factory=dict)
    """For each beginning the longer ones, up to the second colon."""

    learned: set[str] = field(default_factory=set)
    """Whole names as WhatsApp's own sentences say them."""

    objects: list[str] = field(default_factory=list)
    """Lines that may tell whom a member added or removed, with a colon in them: who did it is known at the end."""

    chat: str | None = None
    """The author of the line about encryption: the chat's own title."""

    opening: str | None = None
    """The first line, marked as WhatsApp's own, of the author whose name the file bears, in words of any language."""

    spoken: Counter[str] = field(default_factory=Counter)
    """Lines that are no sentence of WhatsApp's own, by beginning."""

    told: Counter[str] = field(default_factory=Counter)
    """Marked lines about an act in the group, by beginning."""

    has_own_lines: bool = False
    """Whether WhatsApp's own lines stand without an author: then the title of a group is none."""

    late: set[str] = field(default_factory=set)
    """Beginnings that spoke after another had spoken: a group says its own things first."""

    first: str | None = None
    has_marks: bool = False
    has_group: bool = False
    whole: tuple[str, ...] = ()
    """Names with a colon in them, longest first."""

    acts: frozenset[str] = frozenset()
    """Beginnings that are an act of somebody and no name."""

    silent: str | None = None
    """The title of a group, which is no person."""

    doubtful: tuple[str, ...] = ()
    """Names that may go on after the colon."""

    plain: frozenset[str] = frozenset()
    """Names that come back and can be nothing else: most lines begin with one of them."""

    def hear(self, rest: str) -> None:
        """Count how one line goes on after its header."""
        if notices.is_sentence(rest):
            name = notices.names_in(rest)
            if name is not None and ":" in name:
                self.learned.add(name.strip(MARKS))
            self.has_group = self.has_group or notices.has_group(rest)
            self.has_own_lines = True
            return
        end = rest.find(": ")
        colon = rest.find(":")
        self.has_own_lines = self.has_own_lines or colon < 0
        if 0 < colon < _LONGEST and colon != end and not rest[colon - 1].isdigit() and len(self.tight) < _MOST:
            self.tight[rest[:colon]] += 1
        if not 0 < end < _LONGEST:
            return
        name, text = rest[:end], rest[end + 2 :]
        if self.counts[name] < _FEW and len(self.objects) < _MOST and notices.whom(name) is not None:
            self.objects.append(rest)
        if len(self.counts) < _MOST or name in self.counts:
            self._count(name, text)

    def _count(self, name: str, text: str) -> None:
        self.counts[name] += 1
        self.first = self.first or name
        marked = text[:1] == "\u200e"
        self.has_marks = self.has_marks or marked
        if self._is_opening(name, text, marked=marked):
            return
        second = text.find(": ", 0, _LONGEST_SECOND)
        if 0 < second < _app_from(text):
            self.further.setdefault(name, Counter())[f"{name}: {text[:second]}"] += 1
        if marked and notices.whom(text) is not None and len(self.objects) < _MOST:
            self.objects.append(text.lstrip(MARKS))
        if name not in {self.chat, self.first} and not marked and text[:1].islower():
            return  # only of who may be the chat itself it matters what was said
        if not marked and self.spoken[name] > _QUIET and name in self.late:
            return  # who has said so much is no chat
        plain = text.lstrip(MARKS)
        if not (notices.is_sentence(plain) or notices.is_act(plain) or (marked and notices.has_group(plain))):
            self.spoken[name] += 1
            if len(self.counts) > 1:
                self.late.add(name)
        elif notices.has_group(plain):
            self.has_group = True
            self.told[name] += marked

    def _is_opening(self, name: str, text: str, *, marked: bool) -> bool:
        """Whether a line is the one about encryption; then its author is the chat itself."""
        if self.chat is None and not self.has_own_lines and words.is_encryption(text):
            plain = text.lstrip(MARKS)
            opening = notices.SENTENCES.search(plain)
            before = plain[: opening.start()].rstrip(MARKS) if opening is not None else ""
            if before.endswith(": "):
                name = f"{name}: {before[:-2]}"
                self.learned.add(name.strip(MARKS + SPACES))
            self.opening = text if self._opens(name, text) else None
        elif marked and self._opens(name, text):
            self.opening = text
        else:
            return False
        self.chat = name
        return True

    def _opens(self, name: str, text: str) -> bool:
        """Whether the first line of all is a sentence under the name that the file bears."""
        return sum(self.counts.values()) == 1 and _OPENS.search(text) is not None and is_titled(name, self.titles)

    def settle(self) -> None:
        """Decide, once every line was heard."""
        self.acts = frozenset(name for name in self.counts if self._is_act(name))
        for name in self.acts:
            self.has_group = self.has_group or notices.has_group(name)
        self.learned.update(self._members())
        known = {name for name in (*self.titles, *self.learned, *self._as_titled()) if ": " in name}
        doubtful = []
        for name, found in sorted(self.further.items()):
            longer = Counter({one: times for one, times in found.items() if not _is_in(one, known)})
            times = self.counts[name] - sum(found.values()) + sum(longer.values())
            if not longer or name in self.titles or not self._may_go_on(times, longer):
                continue
            doubtful.append(name)
            [(most, number)] = longer.most_common(1)
            if len(longer) == 1 and number >= _SURE:
                known.add(most)
        self.doubtful = tuple(doubtful)
        self.whole = tuple(sorted(known, key=lambda name: (-len(name), name)))
        self.silent = self._group_title()
        self.plain = frozenset(name for name, times in self.counts.items() if times > 1 and self._is_plain(name))

    def _may_go_on(self, times: int, longer: "Counter[str]") -> bool:
        """Whether a name may go on after its colon: all its lines do, or most of them in the same way."""
        most = max(longer.values())
        return sum(longer.values()) >= max(_QUIET, times) or (most >= _QUIET and 3 * most >= 2 * times)

    def _members(self) -> Iterator[str]:
        """Whole names of whom somebody who speaks here added or removed."""
        for line in self.objects:
            found = notices.whom(line)
            if found is not None and self.counts[line[: found.start()].rstrip()]:
                yield from notices.each_of(found["whom"])

    def _is_plain(self, name: str) -> bool:
        """Whether a beginning can be neither an act, nor a sentence, nor a part of a longer name."""
        is_part = any(one.startswith(name) for one in self.whole)
        return ":" not in name and name not in self.acts and not is_part and not notices.may_be_sentence(f"{name}: ")

    def _as_titled(self) -> Iterator[str]:
        """Longer names that are the title as a file system can write it, which knows no colon."""
        longer = (one for found in self.further.values() for one in found)
        return (one for one in longer if self.titles and is_titled(one, self.titles))

    def _is_act(self, name: str) -> bool:
        """Whether a beginning is somebody's name and what they did: ``Andi menyematkan pesan``."""
        for place in _blanks(name):
            author, rest = self.counts[name[:place]], name[place + 1 :]
            if author and notices.AFTER_NAME.match(rest):
                return True
            if author > 1 and self.counts[name] == 1 and " " in rest and rest == rest.casefold():
                return True
        return False

    def _group_title(self) -> str | None:
        """Who is the group itself: the author of the opening line where others speak too."""
        first = self.first if self.first and not self.has_own_lines else ""
        is_first = first in self.titles or (self.told[first] and self.told[first] == self.counts[first])
        for name in (self.chat, first if is_first else None):
            if not name:
                continue
            others = {one.strip(MARKS + SPACES) for one in self.counts if one not in self.acts and one != name}
            is_group = self.has_group or len(others) > 1
            is_quiet = name not in self.late and self.spoken[name] <= _QUIET
            if is_group and is_quiet and len(others) > 0:
                return name
        return None

    def author(self, rest: str) -> tuple[str | None, str]:
        """The author as written and the text, or null and the whole for a line of WhatsApp's own."""
        colon = rest.find(":")
        if rest.startswith(": ", colon) and rest[:colon] in self.plain:
            return rest[:colon], rest[colon + 2 :]
        name = next((one for one in self.whole if rest.startswith(one)), None)
        if name is not None and rest.startswith(": ", len(name)):
            return name, rest[len(name) + 2 :]
        if notices.is_sentence(rest) or (name is not None and _goes_on(rest, name)):
            return None, rest
        return self._tight_author(rest) or self._plain_author(rest)

    def _tight_author(self, rest: str) -> tuple[str, str] | None:
        """An author without a blank behind the colon, who is one because the name comes back."""
        colon = rest.find(":")
        raw = rest[: max(colon, 0)]
        if not 0 < colon < _LONGEST or rest.startswith(" ", colon + 1) or raw in self.acts:
            return None
        return (raw, rest[colon + 1 :]) if raw in self.counts or self.tight[raw] > 1 else None

    def _plain_author(self, rest: str) -> tuple[str | None, str]:
        end = rest.find(": ")
        raw = rest[: max(end, 0)]
        once = self.counts[raw] < 2  # noqa: PLR2004 # comes back
        is_act = raw in self.acts or (once and _tells_act(raw, rest))
        return (None, rest) if is_act or not 0 < end < _LONGEST else (raw, rest[end + 2 :])

    def is_notice(self, raw: str, text: str, *, says: str) -> bool:
        """Whether WhatsApp itself says a text under an author's name; `says` is the author's cleaned name."""
        if raw == self.silent or text == self.opening:
            return True
        plain = text.strip(MARKS)
        if text[:1] == "\u200e":
            return notices.tells_new_number(plain) or self._is_marked_notice(raw, text, plain, says)
        if raw == self.chat and notices.is_sentence(plain):
            return True
        # Mail programs drop the marks: then only an act upon the group, told of the author by name, is a notice.
        if self.has_marks or not notices.tells_of(plain, says):
            return False
        if says.startswith("+") and notices.ENDS.fullmatch(plain, len(says) + 1):
            return True  # nobody writes their own number to say so
        return notices.ACT.search(plain + '"') is not None and notices.has_group(plain)

    def _is_marked_notice(self, raw: str, text: str, plain: str, says: str) -> bool:
        """The same of a text behind the mark of WhatsApp's own words."""
        tells_number = text[1:2] == _ISOLATED and bool(says) and says in plain
        tells_alone = raw == self.first and self.told[raw] == self.counts[raw]
        is_own = tells_alone or tells_number or notices.is_sentence(plain) or words.is_encryption(plain)
        return is_own or bool(says and _BLANKS.sub(" ", plain).startswith(says + " "))


def _is_in(longer: str, known: Iterable[str]) -> bool:
    """Whether a beginning up to its second colon is the whole name that is known, or a part of it."""
    return any(f"{one}: ".startswith(f"{longer}: ") for one in known)


def _tells_act(raw: str, rest: str) -> bool:
    """Whether a beginning that comes once is no name: an act in the group, or words of one in any language."""
    return notices.ACT.search(raw) is not None or notices.is_act(raw) or is_about_somebody(rest)


def _goes_on(rest: str, name: str) -> bool:
    """Whether a line tells what became of somebody whose name is certain."""
    if not rest.startswith(" ", len(name)):
        return False
    said = rest[len(name) + 1 :]
    return notices.ENDS.fullmatch(said) is not None or notices.tells_act(said)


def _app_from(text: str) -> int:
    """From where on a text may be what WhatsApp itself writes of a file: a mark or an angle bracket begins it."""
    places = [place for sign in ("\u200e", "<") if (place := text.find(sign)) >= 0]
    return min(places, default=len(text))


def _blanks(name: str) -> Iterator[int]:
    """Where the blanks of a name stand."""
    place = name.find(" ")
    while place > 0:
        yield place
        place = name.find(" ", place + 1)


def voices(rests: Iterable[str], titles: tuple[str, ...]) -> Voices:
    """Hear every line of a file."""
    found = Voices(titles)
    for rest in rests:
        found.hear(rest)
    found.settle()
    return found
