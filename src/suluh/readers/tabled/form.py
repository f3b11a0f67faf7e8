# SPDX-License-Identifier: Apache-2.0
"""What the columns of a table are, by what they are called and by what they hold, and whether they are of messages."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from suluh.readers.tabled.lexicon import AGAINST, STRONG, TELLING, WORDS, Role, words, zone_in
from suluh.readers.tabled.moments import clock_in, moment_of
from suluh.readers.tabled.people import OWN, is_address
from suluh.readers.tabled.ways import OF_OWN, tells

_SHARE = 70
_SPAN = re.compile(r"(?:\d{1,6}(?:\.\d{1,3})?(?: ?s(?:ec(?:onds)?)?)?|(?:\d{1,3}:)?\d{1,3}:\d{2})")
_NUMBERED = re.compile(r"[1-7]")
_DIGITS = re.compile(r"\(?\d[\d\s().-]{5,18}\d")
_BOXES, _CALLS = frozenset({"type", "box", "folder"}), frozenset({"type", "call type"})
"""Columns that may hold the numbers of Android's boxes, and of its kinds of calls."""

_ADDRESS = "address"
_PHONES = frozenset(
    {
        *(_ADDRESS, "phone number", "phone", "contact number", "caller number", "nomor telepon", "nomor hp"),
        *("telefono", "number", "nomor", "nummer", "numero", "número", "name number"),
    }
)
"""Columns of telephone numbers; some of them count other things as well."""

_COUNTS = frozenset({"number", "nomor", "nummer", "numero", "número", "name number"})
_OWN_WAYS = OF_OWN - {"is outgoing", "outgoing"}
"""Columns that say of a row whether the device's owner sent it, as no other list does."""

_NICKNAMES = frozenset({"self", "io", "yo", "eu", "tú"})
"""Words for the own side that accounts and people are called by as well."""

_FROM = frozenset({"from", "dari", "from id", "from number", "from phone"})
_CHATS = re.compile(r".*(?:chat|conversation|talker|percakapan|obrolan).*|match id")
"""Columns that name a conversation and nothing else, as a group, a room, a channel or a session may."""

_BARE = frozenset({"sender", "from", "user", "author"})
_SHOWN = frozenset(
    {
        *("account name", "sender name", "sender display name", "display name", "nickname", "nick name", "from name"),
        *("author name", "user name", "username", "name", "alias"),
    }
)
"""A sender beside one of these is an id, and these are what it is called."""

_PEOPLE: tuple[Role, ...] = ("name", "id")
_FOLDERS = frozenset({"folder", "box", "mailbox"})
_TOLD: tuple[Role, ...] = (
    *("kind", "status", "draft", "deleted", "edited"),
    *("forwarded", "system", "reply", "reaction", "subject"),
)
_BESIDE: tuple[Role, ...] = (
    *("receiver", "chat", "title", "file", "service"),
    *_TOLD,
)
Row = Mapping[str, str]


class Form(NamedTuple):
    """One table: its columns by their roles, and what it is of."""

    kind: Literal["talk", "calls"]
    columns: Mapping[Role, str]
    why: tuple[str, ...]
    """Why it is held to be what it is."""

    is_numbered: bool = False
    """Whether its column of the way holds the numbers of Android's boxes."""


class Doubt(NamedTuple):
    """Columns named as those of messages, of which nothing else says that they are."""

    columns: tuple[str, ...]
    """None where no heading names them and each row holds what a message does."""

    number: Callable[[], int] | None = None
    """Counts the rows, where that is known."""


def form_of(
    heads: Sequence[str], rows: Sequence[Row], *, is_in_chat: bool = False, is_called: bool = False
) -> Form | Doubt | None:
    """What a table is; a doubt where its columns are named as those of messages and it may be another list.

    `is_in_chat` where the file has a list for each conversation or names one around it, `is_called` where that list is
    called one of messages.
    """
    found = _Columns(heads, rows)
    if not rows or any(AGAINST.fullmatch(words(one)) and found.cells(one) for one in heads):
        return None
    time = found.time()
    if time is None:
        return None
    if (calls := found.calls()) is not None:
        return calls
    return found.talk(is_in_chat=is_in_chat, is_called=is_called)


class _Columns:
    """One table while its columns are told apart: each is taken once."""

    def __init__(self, heads: Sequence[str], rows: Sequence[Row]) -> None:
        self.heads, self.rows = list(dict.fromkeys(heads)), rows
        self.taken: dict[Role, str] = {}

    def cells(self, head: str) -> list[str]:
        return [one[head].strip() for one in self.rows if one.get(head, "").strip()]

    def named(self, role: Role, *, may_be_empty: bool = False) -> list[str]:
        """The free columns that hold anything and whose words stand for a role, the surest word first."""
        order = {word: at for at, word in enumerate(WORDS[role])}
        free = [one for one in self.heads if words(one) in order and one not in self.taken.values()]
        held = [one for one in free if may_be_empty or self.cells(one)]
        return sorted(held, key=lambda one: (not self.cells(one), order[words(one)]))

    def take(self, role: Role, head: str | None) -> str | None:
        if head is not None:
            self.taken[role] = head
        return head

    def time(self) -> str | None:
        """The column of times: an instant before a time without zone, that before a day."""
        best: tuple[int, str] | None = None
        for head in self.named("time"):
            cells = self.cells(head)
            found = [one for cell in cells if (one := moment_of(cell)) is not None]
            if 100 * len(found) < _SHARE * len(cells) or 2 * len(cells) < len(self.rows):
                continue
            has_clock = all(one.has_clock for one in found)
            worth = 1 + has_clock + (has_clock and (bool(zone_in(head)) or all(one.is_instant for one in found)))
            if best is None or worth > best[0]:
                best = worth, head
        if best is None:
            return None
        self.take("time", best[1])
        if best[0] == 1:
            self.take("clock", next((one for one in self.named("clock") if all(map(clock_in, self.cells(one)))), None))
        return best[1]

    def has_clock(self) -> bool:
        found = [moment_of(one) for one in self.cells(self.taken["time"])]
        return "clock" in self.taken or any(one.has_clock for one in found if one)

    def way(self, *, is_call: bool) -> bool:
        """Take the column that tells which way each went; whether it numbers Android's boxes."""
        has_other = bool(self.named("other")) and (is_call or not self._senders())
        for head in self.named("way"):
            cells = self.cells(head)
            is_numbered = has_other and self._is_numbered(head, cells, is_call=is_call)
            if words(head) in _FOLDERS and len({one.casefold() for one in cells}) == 1 and self._all_named():
                continue
            if tells(head, cells, is_numbered=is_numbered, is_call=is_call):
                self.take("way", head)
                return is_numbered
        return False

    def _is_numbered(self, head: str, cells: Sequence[str], *, is_call: bool) -> bool:
        """Whether a column numbers Android's boxes: kinds of messages are numbered as well, beside anything."""
        if words(head) not in (_CALLS if is_call else _BOXES) or not all(map(_NUMBERED.fullmatch, cells)):
            return False
        phones = [one for one in self.named("other") if words(one) in _PHONES and self._holds_numbers(one)]
        is_own = any(words(one) == _ADDRESS for one in phones)
        return bool(phones) and (is_call or is_own or {"1", "2"} <= set(cells))

    def _holds_numbers(self, head: str) -> bool:
        """Whether half of a column are telephone numbers; bare digits are where it is called one of telephones."""
        cells = self.cells(head)
        is_phone = words(head) in _PHONES - _COUNTS
        held = [one for one in cells if is_address(one) or (is_phone and _DIGITS.fullmatch(one))]
        return 2 * len(held) >= len(cells) > 0

    def _all_named(self) -> bool:
        """Whether every row names its sender: then a column that says one thing of all, such as a folder, is no way."""
        heads = [one for role in _PEOPLE for one in self.named(role)]
        return bool(heads) and all(any(row.get(one, "").strip() for one in heads) for row in self.rows)

    def _senders(self) -> bool:
        """Whether a column names the sender of each, where one is called so that may name nobody else."""
        return any(words(one) in STRONG for one in self.heads)

    def calls(self) -> Form | None:
        """A table of calls: whom, when, which way and how long, and no words."""
        span = next((one for one in self.named("span") if all(map(_SPAN.fullmatch, self.cells(one)))), None)
        if span is None or self._texts():
            return None
        before = dict(self.taken)
        self.take("span", span)
        is_numbered = self.way(is_call=True)
        numbers = [one for one in self.named("other") if any(map(is_address, self.cells(one)))]
        if "way" in self.taken and numbers and self.has_clock():
            self.take("other", numbers[0])
            self.take("name", next((one for one in self.named("other")), None))
            return Form("calls", dict(self.taken), ("direction", "duration"), is_numbered)
        self.taken = before
        return None

    def _texts(self) -> list[str]:
        """The columns of words; any program calls its values data, so these are words only beside who wrote."""
        has_own = any(words(one) in OF_OWN for one in self.heads)
        held = [one for one in self.named("text") if has_own or words(one) != "data"]
        return [one for one in held if any(map(_is_text, self.cells(one)))]

    def talk(self, *, is_in_chat: bool, is_called: bool) -> Form | Doubt | None:
        texts = self._texts()
        if not texts:
            return None
        self.take("text", texts[0])
        is_numbered = self.way(is_call=False)
        self._people()
        for role in _BESIDE:
            self.take(role, next(iter(self.named(role, may_be_empty=True)), None))
        self._title()
        people = [self.taken[role] for role in _PEOPLE if role in self.taken]
        has_sender = any(map(self.cells, people)) or ("way" in self.taken and "other" in self.taken)
        if not has_sender and not ("way" in self.taken and (is_in_chat or "chat" in self.taken)):
            number = next((one for one in self.named("other") if self._holds_numbers(one)), None)
            return Doubt((*self.taken.values(), number)) if number and self.has_clock() else None
        why = tuple(self._why(is_called=is_called))
        if why and (self.has_clock() or "chat" in self.taken):
            return Form("talk", dict(self.taken), why, is_numbered)
        return Doubt(tuple(self.taken.values()))

    def _people(self) -> None:
        """The sender's name and number; the other side of the device where nobody names a sender."""
        self.take("id", next(iter(self.named("id", may_be_empty=True)), None))
        names = self.named("name", may_be_empty=True)
        if (
            "way" in self.taken
            and not any(words(one) in STRONG and self.cells(one) for one in names)
            and "id" not in self.taken
        ):
            others = [one for one in self.named("other") if words(one) not in {"name", "display name", "sender name"}]
            if others:
                best = next((one for one in others if any(map(is_address, self.cells(one)))), others[0])
                self.take("other", best)
                self.take("name", next((one for one in self.named("other")), None))
                return
        is_id = "id" not in self.taken and len(names) > 1 and words(names[0]) in _BARE and words(names[1]) in _SHOWN
        self.take("id", names.pop(0) if is_id else None)
        self.take("name", next(iter(names), None))

    def _title(self) -> None:
        """One column may be the key of a conversation and its title."""
        if "title" not in self.taken and "chat" in self.taken and words(self.taken["chat"]) in WORDS["title"]:
            self.taken["title"] = self.taken["chat"]

    def _is_sent(self, senders: Sequence[str]) -> bool:
        """Whether a column names who sent by its heading, or whom by numbers or addresses that a person has."""
        heads = [self.taken[role] for role in (*_PEOPLE, "other") if role in self.taken]
        if any(words(one) in STRONG | _FROM for one in heads) and not all(map(_is_bare, senders)):
            return True
        heads += [self.taken["chat"]] if "chat" in self.taken else []
        return any(map(self._holds_numbers, heads))

    def _why(self, *, is_called: bool) -> Iterable[str]:
        """What speaks for messages beside the names of the columns."""
        strong = [one for one in (self.taken.get("name"), self.taken.get("id")) if one and words(one) in STRONG]
        senders = [cell for role in ("name", "id") if role in self.taken for cell in self.cells(self.taken[role])]
        receivers = set(self.cells(self.taken["receiver"])) if "receiver" in self.taken else set[str]()
        names = OWN if strong else OWN - _NICKNAMES
        has_own = any(one.casefold() in names for one in (*senders, *receivers))
        is_sure = has_own or is_called or self._is_sent(senders)
        if "way" in self.taken and (is_sure or words(self.taken["way"]) in _OWN_WAYS):
            yield "direction"
        if "chat" in self.taken and (
            is_sure or words(self.taken.get("way", "")) in _OWN_WAYS or _CHATS.fullmatch(words(self.taken["chat"]))
        ):
            yield "conversation"
        if has_own:
            yield "own-side"
        if receivers & set(senders):
            yield "answers"
        if not strong:
            return
        if is_called:
            yield "list-of-messages"
        if any(words(one) in TELLING for one in self.heads):
            yield "replies"
        if 2 * sum(map(is_address, senders)) >= len(senders) > 0:
            yield "numbers"
        if 1 < len(set(senders)) < len(senders) and not all(map(_is_level, senders)):
            yield "turns"


def _is_bare(cell: str) -> bool:
    """Whether a cell is an address of a network rather than of a person."""
    return bool(re.fullmatch(r"\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?|[\da-f]*:[\da-f:]+", cell))


def may_be_talk(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows without a heading hold each a time, a direction and a telephone number, and words beside them."""
    if not rows or any(len(one) != len(rows[0]) for one in rows):
        return False
    columns = [[one.strip() for one in cells] for cells in zip(*rows, strict=True)]
    times = [one for one in columns if all((found := moment_of(cell)) and found.has_clock for cell in one)]
    ways = [one for one in columns if all(one) and tells("direction", one, is_numbered=False, is_call=False)]
    numbers = [
        one for one in columns if one not in times and any(one) and all(is_address(cell) for cell in one if cell)
    ]
    texts = [one for one in columns if one not in (*times, *ways, *numbers) and any(map(str.strip, one))]
    return bool(times and ways and numbers and any(any(c.isalpha() for c in cell) for one in texts for cell in one))


def _is_text(cell: str) -> bool:
    """Whether a cell may be words: neither a number nor a yes or no."""
    return not re.fullmatch(r"[\d.,:+-]*|true|false|null", cell, re.IGNORECASE)


def _is_level(cell: str) -> bool:
    """Whether a cell is a word of a log, such as ``INFO`` or ``app.main``."""
    return cell.isupper() or "." in cell.strip(".")
