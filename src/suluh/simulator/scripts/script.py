# SPDX-License-Identifier: Apache-2.0
"""A script: what two people write, pay and send, with its deals. ``training/corpus/README.md`` describes every field.

Its writers (`o` to `s`) knew that page alone; nothing is learned from them, and `make accuracy` measures on them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct, field

from suluh.simulator.evidence.pictures import FileKind
from suluh.simulator.world.events import DealKind, DealState

FOLDER = Path(__file__).parent
FORMS: dict[str, FileKind] = {
    "photo": "picture",
    "proof": "picture",
    "sticker": "sticker",
    "voice": "voice",
    "document": "document",
}
"""What is sent beside the goods, and what a file of it is; of contacts and places no file is made."""

SERVICES = frozenset({"whatsapp", "telegram"})
"""Apps whose made-up exports hold pictures."""

PAIR = 2
NAME = 4
"""Letters from which on a word of a nickname may be a name."""

HARDLY = 1
"""Scripts that may have a name and nobody who is called so."""

HOURS = {"pagi": 7, "morning": 8, "siang": 12, "sore": 16, "petang": 17, "malam": 19, "evening": 19}
"""The hour of the day at which people greet so."""


_WORD = re.compile(r"[^\W\d_]+")


class Pay(Struct, frozen=True):
    """Money that changes hands, in whole rupiah."""

    payer: str = field(name="from")
    payee: str = field(name="to")
    amount: int
    channel: Literal["bank", "wallet", "phone-credit", "cash", "qris"]
    whose: Literal["own", "third", "shared"] = field(name="payer")
    """Whose account it leaves."""

    text: str = ""
    """What the booking says."""

    booked_late: float = 0
    """Minutes."""


class Turn(Struct, frozen=True):
    """One message, one payment, or a pause."""

    wait: float = 0
    """Minutes since the turn before."""

    by: str | None = None
    text: str = ""
    acts: tuple[str, ...] = ()
    items: int = 0
    """Pieces of what is traded."""

    media: tuple[str, ...] = ()
    """What else is sent."""

    deleted: bool = False
    forwarded: bool = False
    pay: Pay | None = None


class Outcome(Struct, frozen=True):
    """One deal as it really is; turns by their numbers."""

    kind: DealKind
    state: DealState
    seller: str
    buyer: str
    price: int | None
    promised: int | None
    pays: tuple[int, ...]
    delivers: tuple[int, ...]
    turns: tuple[int, ...]


class Role(Struct, frozen=True):
    """Somebody in a script."""

    nick: str


class Script(Struct, frozen=True):
    """One conversation."""

    id: str
    app: str
    people: dict[str, Role]
    turns: tuple[Turn, ...]
    deals: tuple[Outcome, ...]

    @property
    def writer(self) -> str:
        """The letter of who wrote it."""
        return self.id.partition("-")[0]

    @property
    def days(self) -> float:
        """How long it lasts."""
        return sum(turn.wait for turn in self.turns) / (24 * 60)

    @property
    def hour(self) -> int | None:
        """When it begins, where its first words say so."""
        return next(
            (HOURS[word] for word in words(" ".join(turn.text for turn in self.turns[:3])) if word in HOURS), None
        )

    @property
    def texts(self) -> str:
        """All that is written."""
        return "\n".join(turn.text for turn in self.turns)

    def names(self, who: str) -> frozenset[str]:
        """Words of a nickname that name its bearer: other scripts hardly have them, as they have "bang"."""
        own = {word for word in words(self.people[who].nick) if len(word) >= NAME}
        return frozenset(word for word in own - _common() if _elsewhere()[word] <= HARDLY)


def words(text: str) -> Iterator[str]:
    """The words of a text in small letters."""
    return (one.lower() for one in _WORD.findall(text))


@cache
def scripts() -> tuple[Script, ...]:
    """The scripts that a made-up case can play: two people, in apps and with files that are made up."""
    return tuple(one for one in _all() if _can_be_played(one))


def _can_be_played(script: Script) -> bool:
    media = {one for turn in script.turns for one in turn.media}
    return len(script.people) == PAIR and script.app in SERVICES and media <= FORMS.keys()


@cache
def _all() -> tuple[Script, ...]:
    lines = (line for path in sorted(FOLDER.glob("*.jsonl")) for line in path.read_bytes().splitlines())
    return tuple(msgspec.json.decode(line, type=Script) for line in lines)


@cache
def _common() -> frozenset[str]:
    """Words of nicknames that say what somebody is or sells, and name nobody."""
    return frozenset((FOLDER / "common.txt").read_text("utf-8").split())


@cache
def _elsewhere() -> Counter[str]:
    """In how many scripts each word stands in which nobody is called so."""
    found: Counter[str] = Counter()
    for script in _all():
        called = {word for role in script.people.values() for word in words(role.nick)}
        found.update(set(words(script.texts)) - called)
    return found
