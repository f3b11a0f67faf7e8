# SPDX-License-Identifier: Apache-2.0
"""An export of a chat app while it is read: who spoke in which conversation, and what is told at its end."""

import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from typing import Unpack

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.place import Place
from suluh.model.talk import device_account, named_account
from suluh.readers.apps.notes import nobody, ownerless
from suluh.readers.apps.telling import Kind, Telling, conversation, message
from suluh.readers.exported.saying import Saying
from suluh.readers.json_stream import Json, JsonStream, skip_mark
from suluh.readers.reader import Record, flaw

WORDLESS = "messages in which neither words nor a file nor anything else stands under the keys that are known: {count}"

_BOTH = 2
_LONGEST = 900


class Export:
    """One file of an export: whose it is, whom it names, and what of it is not read."""

    def __init__(self, source: Source, service: str) -> None:
        self.source, self.service, self.telling = source, service, Telling(source)
        stated = [one for one in source.accounts if one.startswith(f"{service}:")]
        self.own = stated[0] if len(stated) == 1 else None
        self.device = self.own or device_account(service, source.exhibit)
        self.mine = self.nobody = self.wordless = 0
        self.unread: Counter[str] = Counter()
        self.about: dict[str, Json] = {}
        """What stands beside the lists of a file."""

        self.at = ""
        """How far it was read, as a pointer."""

    def account(self, native: object) -> str:
        """The account of an identifier that is the service's own."""
        return f"{self.service}:{native}"

    def seen(self, place: Place, account: str, names: Iterable[str] = ()) -> Iterator[Record]:
        """A sighting of an account, under a name where there is one."""
        yield from self.telling.account(place, account, names=tuple(dict.fromkeys(one for one in names if one)))

    def listed(self, wanted: Container[str] | None = None) -> Iterator[tuple[str, Json]]:
        """Each item of the lists of a file of JSON that are wanted, with the key of its list. Raises `BrokenJson`."""
        with self.source.open() as file:
            stream = JsonStream(skip_mark(file))
            is_there = wanted is None
            for key in stream.fields():
                if wanted is not None and key not in wanted:
                    self.about[key] = stream.value()
                    continue
                is_there = True
                for index in stream.items():
                    self.at = f"/{key.replace('~', '~0').replace('/', '~1')}/{index}"
                    yield key, stream.value()
        if not is_there:
            self.unread.update(key for key, value in self.about.items() if isinstance(value, list | dict) and value)

    def odd(self, pointer: str, written: Json, why: str) -> Flaw:
        """A record that is none."""
        raw = json.dumps(written, ensure_ascii=False)
        return flaw(self.source, pointer, why, self.source.place(pointer=pointer), raw)

    def broken(self, at: str, error: Exception) -> Flaw:
        """Where the file cannot be read on."""
        reason = f"the file cannot be read on after {at or 'its start'}: {error}"
        return flaw(self.source, "broken", reason, self.source.place(pointer=at))

    def note(self, word: str, reason: str) -> Flaw:
        """A flaw of the whole file."""
        return flaw(self.source, word, reason, self.source.place())

    def count_keys(self, written: dict[str, Json], known: frozenset[str]) -> None:
        """Count the keys of a record that hold something and are not read."""
        self.unread.update(key for key, value in written.items() if key not in known and value)

    def closing(self, form: str) -> Iterator[Record | Flaw]:
        """The device's own account where it wrote, and what is counted."""
        if self.mine:
            yield self.telling.own(self.device)
        yield from nobody(self.source, self.nobody)
        yield from ownerless(self.source, 0 if self.own else self.mine, f"{self.service}:{form}")
        if self.wordless:
            yield self.note("wordless", WORDLESS.format(count=self.wordless))
        if self.unread:
            told = ", ".join(f"{key} ({number})" for key, number in sorted(self.unread.items()))
            reason = f"keys that hold something and are not read, with their messages: {told}"
            yield self.note("keys", reason[:_LONGEST])


class Room:
    """One conversation of an export."""

    def __init__(self, export: Export, called: str) -> None:
        self.export, self.called = export, called
        self.members: dict[str, None] = {}

    def named(self, name: str) -> str:
        """The account of somebody known by name only."""
        return named_account(self.export.service, self.export.source.exhibit, self.called, name)

    def say(
        self, place: Place, sender: str | None, names: Iterable[str] = (), **saying: Unpack[Saying]
    ) -> Iterator[Record]:
        """A message, after the account that it brings; null for what the app itself says."""
        kind = saying.get("kind", "text")
        self.export.wordless += kind == "text" and not any(map(saying.get, ("text", "attachments", "beside")))
        rest = {field: value for field, value in saying.items() if field != "kind"}
        if sender is None:
            self.export.nobody += kind != "system"
        else:
            self.members[sender] = None
            self.export.mine += sender == self.export.device and sender != self.export.own
            if sender != self.export.device:
                yield from self.export.seen(place, sender, names)
        yield message(place, self.called, kind, sender=sender, **rest)

    def told(self, place: Place, *, title: str | None = None, kind: Kind | None = None) -> Record:
        """The conversation itself: where nothing says what it is, more than two make a group."""
        found: Kind = kind or ("group" if len(self.members) > _BOTH else "direct")
        return conversation(place, self.called, found, title=title, members=tuple(self.members))
