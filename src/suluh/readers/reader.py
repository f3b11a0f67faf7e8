# SPDX-License-Identifier: Apache-2.0
"""What a reader is: one format of evidence, turned into the nouns of the model."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.place import Place, at
from suluh.model.talk import Account, Contact, Conversation, Message, Trait
from suluh.model.trade import Payment, Statement

Record = Account | Contact | Conversation | Message | Statement | Payment | Trait

RAW_LIMIT = 500
"""Characters of broken text that a flaw keeps."""


class Reader(ABC):
    """One format: one class in one file of ``readers/``, found by itself."""

    name: ClassVar[str]
    covers: ClassVar[Literal["chat", "money", "contacts"]]
    """The kind of data that an authority must cover before this reader may read."""

    @abstractmethod
    def claims(self, source: Source) -> str | None:
        """The reason why this is the format, or null. Looks at content, never at the suffix alone."""

    @abstractmethod
    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Every fact in the order of the file; a flaw for what cannot be read. Never raises for bad evidence.

        Ids are made of the file and the position that the place tells, see docs/workers.md.
        """

    def refuses(self, source: Source) -> str | None:  # noqa: ARG002 # most readers have nothing to say
        """Why a file of this kind, which no reader claims, is not read, and what to do; null for any other kind."""
        return None


def flaw(source: Source, position: str, reason: str, place: Place, raw: str | None = None) -> Flaw:
    """A flaw of the reading step; `position` is unique among the flaws of one file, such as ``line:12``."""
    kept = None if raw is None else raw[:RAW_LIMIT]
    return Flaw(
        id=record_id("flaw", source.file, position),
        step="read",
        reason=reason,
        place=at("flaw", place, position),
        raw=kept,
    )


@lru_cache(maxsize=4)  # every reader of texts asks
def is_binary(head: bytes) -> bool:
    """Whether one byte in a hundred is zero, or one in twenty of those that no text has.

    Somebody may type one, two bytes a character are half zeros, and of packed bytes one in ten is of the second kind.
    """
    odd = len(head) - len(head.translate(None, _IN_NO_TEXT))
    return 100 * head.count(b"\0") > len(head) or 20 * odd > len(head)


_IN_NO_TEXT = bytes({*range(9), *range(14, 27), *range(28, 32)})


def counted(number: int, what: str) -> str:
    """A number of things in words: ``1 record``, ``2 records``."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
