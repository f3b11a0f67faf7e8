# SPDX-License-Identifier: Apache-2.0
"""What stands beside the messages of ``ChatStorage.sqlite``: files, places, cards, quoted words and answers."""

import base64
import binascii
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from suluh.model.evidence.source import Cell
from suluh.model.talk import Attachment, Beside
from suluh.readers.apps.base import Base, text_of, whole_of
from suluh.readers.apps.proto import Fields, fields, words
from suluh.readers.whatsapp.jids import account_of, is_person
from suluh.readers.whatsapp.rows import of_card

COLUMNS = (
    *("ZMESSAGE", "ZMEDIALOCALPATH", "ZVCARDNAME", "ZVCARDSTRING", "ZFILESIZE", "ZTITLE", "ZLATITUDE", "ZLONGITUDE"),
    "ZMETADATA",
)
PLACES = frozenset({5, 16})
"""Types of message whose numbers of a place are one; elsewhere the app keeps width and height there."""

_DIGEST_BYTES = 32
_QUOTED_KEY, _QUOTED_SENDER, _FORWARDS, _QUOTED, _WORDS, _LONG_TEXT = 5, 6, 17, 19, 1, 6
_ANSWERS = 7


class Media(NamedTuple):
    """What the app keeps of a file, a place or a card in a message."""

    row: int
    path: str
    name: str
    kind: str
    size: int
    title: str
    place: tuple[Cell, Cell]
    more: Fields

    @property
    def is_file(self) -> bool:
        """Whether it describes a file."""
        return bool(self.path or self.sha256 or (self.size and "/" in self.kind))

    @property
    def sha256(self) -> str | None:
        """The hash of the plain file that the app keeps in base64, as hex."""
        try:
            raw = base64.b64decode(self.name, validate=True)
        except (binascii.Error, ValueError):
            return None
        return raw.hex() if len(raw) == _DIGEST_BYTES else None

    @property
    def file(self) -> Attachment:
        """The file as an attachment."""
        return Attachment(
            state="named" if self.path or self.sha256 else "omitted",
            name=self.path or None,
            sha256=self.sha256,
            stated=self.sha256 is not None,
            mime=self.kind if "/" in self.kind and "\n" not in self.kind else None,
            size=self.size or None,
        )

    @property
    def is_forwarded(self) -> bool:
        """Whether the app counts how often it was passed on."""
        return any(isinstance(one, int) and one > 0 for one in self.more.get(_FORWARDS, ()))

    @property
    def quoted_key(self) -> str:
        """The key of the message that it answers."""
        return words(self.more.get(_QUOTED_KEY, ()))

    def lines(self, kind: int) -> Iterator[str]:
        """A place, and the name and numbers of a card."""
        if kind in PLACES and any(self.place):
            yield ",".join(str(one) for one in self.place)
        yield from of_card(self.kind)

    def besides(self, *, is_title: bool) -> Iterator[Beside]:
        """The name of a document or page, and the words that it quotes: of what is gone they are the only copy."""
        if is_title and self.title:
            yield Beside(what="title", text=self.title)
        inner = fields((self.more.get(_QUOTED) or (b"",))[0])
        text = words(inner.get(_WORDS, ())) or words(fields((inner.get(_LONG_TEXT) or (b"",))[0]).get(_WORDS, ()))
        sender = words(self.more.get(_QUOTED_SENDER, ()))
        if text:
            yield Beside(what="quoted", text=text, account=account_of(sender) if is_person(sender) else None)


def media_of(base: Base) -> defaultdict[int, list[Media]]:
    """What the app keeps beside each message, by the row of the message."""
    found: defaultdict[int, list[Media]] = defaultdict(list)
    for row in base.rows("ZWAMEDIAITEM", COLUMNS):
        message, path, name, kind, size, title, latitude, longitude, more = row.cells
        one = Media(
            row.id,
            text_of(path),
            text_of(name),
            text_of(kind),
            max(0, whole_of(size)),
            text_of(title),
            (latitude, longitude),
            fields(more),
        )
        found[whole_of(message)].append(one)
    return found


def answers_of(base: Base) -> dict[int, tuple[Beside, ...]]:
    """Reactions by the row of the message; one without an account in it is nobody's here."""
    found = {}
    for row in base.rows("ZWAMESSAGEINFO", ("ZMESSAGE", "ZRECEIPTINFO")):
        said = tuple(_answers(fields(row.cells[1])))
        if said:
            found[whole_of(row.cells[0])] = said
    return found


def _answers(receipt: Fields) -> Iterator[Beside]:
    for block in receipt.get(_ANSWERS, ()):
        for entries in fields(block).values():
            for entry in entries:
                yield from _answer(fields(entry))


def _answer(entry: Fields) -> Iterator[Beside]:
    """One reaction: of its texts the one with a server is who reacted, the first is the key, the other the sign."""
    texts = [text for values in entry.values() if (text := words(values))]
    who = next((one for one in texts if is_person(one)), None)
    signs = [one for one in texts[1:] if one != who]
    if signs:
        yield Beside(what="reaction", text=signs[0], account=account_of(who) if who else None)
