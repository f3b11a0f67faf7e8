# SPDX-License-Identifier: Apache-2.0
"""What the columns of a table are, by what they are called and by what they hold, and whether they are of messages."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from suluh.readers.tabled.lexicon import AGAINST, STRONG, TELLING, WORDS, Role, words
from suluh.readers.tabled.moments import clock_in, moment_of
from suluh.readers.tabled.people import OWN, is_address
from suluh.readers.tabled.ways import tells

_SHARE = 70
_SPAN = re.compile(r"(?:\d{1,6}(?:\.\d{1,3})?(?: ?s(?:ec(?:onds)?)?)?|(?:\d{1,3}:)?\d{1,3}:\d{2})")
_NUMBERED = re.compile(r"[1-7]")
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

    def of(self, role: Role, row: Row) -> str:
        """The cell of a role; empty where the table has no such column."""
        return row.get(self.columns.get(role, ""), "").strip()

    def other(self, row: Row) -> str:
        """The other side of the device: some write whom it went to in another column than whom it came from."""
        return self.of("other", row) or (self.of("receiver", row) if "other" in self.columns else "")

    def told(self) -> str:
        """The columns by their roles, in words."""
        return "; ".join(f"{role} = {self.called(role)}" for role in WORDS if role in self.columns)

    def beside(self) -> str:
        """The columns of what is neither time, words, people nor direction."""
        return self.called("chat", "title", "file", "service", "span", *_TOLD)

    def called(self, *roles: Role) -> str:
        """What the columns of these roles are called; a stroke where there are none."""
        return ", ".join(" ".join(self.columns[one].split()) for one in roles if one in self.columns) or "-"


class Doubt(NamedTuple):
    """Columns named as those of messages, of which nothing else says that they are."""

    columns: tuple[str, ...]


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
            worth = 3 if all(one.is_instant for one in found) else 2 if all(one.has_clock for one in found) else 1
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
            is_numbered = has_other and all(_NUMBERED.fullmatch(one) for one in cells)
            is_plain = not is_numbered or words(head).startswith(("is ", "from me"))
            if words(head) in _FOLDERS and len({one.casefold() for one in cells}) == 1 and self._all_named():
                continue
            if tells(head, cells, is_numbered=not is_plain, is_call=is_call):
                self.take("way", head)
                return not is_plain
        return False

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
        return [one for one in self.named("text") if any(map(_is_text, self.cells(one)))]

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
            return None
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

    def _why(self, *, is_called: bool) -> Iterable[str]:
        """What speaks for messages beside the names of the columns."""
        strong = [one for one in (self.taken.get("name"), self.taken.get("id")) if one and words(one) in STRONG]
        senders = [cell for role in ("name", "id") if role in self.taken for cell in self.cells(self.taken[role])]
        receivers = set(self.cells(self.taken["receiver"])) if "receiver" in self.taken else set[str]()
        has_own = any(one.casefold() in OWN for one in (*senders, *receivers))
        if "way" in self.taken:
            yield "direction"
        if "chat" in self.taken:
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


def _is_text(cell: str) -> bool:
    """Whether a cell may be words: neither a number nor a yes or no."""
    return not re.fullmatch(r"[\d.,:+-]*|true|false|null", cell, re.IGNORECASE)


def _is_level(cell: str) -> bool:
    """Whether a cell is a word of a log, such as ``INFO`` or ``app.main``."""
    return cell.isupper() or "." in cell.strip(".")
