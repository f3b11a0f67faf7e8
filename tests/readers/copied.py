# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: SIM905 # lines are shown as they are written
"""Made-up copies of made-up talks."""

import random
from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace

from suluh.model.place import Place
from suluh.model.talk import Attachment, Conversation, Message
from suluh.model.times import When
from suluh.readers.copies.same import NOTHING_BESIDE, Copies, copies
from suluh.readers.copies.talks import Beside

WORDS = (
    "kue bolu nastar roti donat pastel risoles lemper onde klepon pasar bandung besok pagi sore kirim ambil dua".split()
)
SMALL = ("ok", "ya", "siap kak", "terima kasih", "sip")


def talk(chance: random.Random, size: int, *, two: tuple[str, ...] = ("a", "b")) -> list[tuple[int, str, str]]:
    """What two say to each other: minute, who, words."""
    minute, found = 1_000_000 + chance.randrange(50_000), []
    for _ in range(size):
        minute += chance.randrange(1, 40)
        short = chance.random() < 0.4
        words = chance.choice(SMALL) if short else " ".join(chance.sample(WORDS, 5)) + f" {chance.randrange(10_000)}"
        found.append((minute, chance.choice(two), words))
    return found


BOTH_WAYS = 100
"""Of a thousand drawn pairs so many are looked for both ways."""


def told(
    name: str, said: Sequence[tuple[int, str, str]], *, ahead: int = 0, exhibit: str = "B-1", service: str = "whatsapp"
) -> list[Message]:
    """One copy of a talk: under its own names, on its own clock."""
    place = Place(exhibit=exhibit, acquisition="1", path=f"{name}.txt", file=f"file-{name}")
    return [
        Message(
            id=f"{name}-{number:04}",
            conversation=f"{service}:chat/{name}",
            kind="text",
            place=place,
            sent=When(written=str(minute + ahead), local=str(minute + ahead), precision="minute"),
            sender=f"{service}:name/{exhibit}/{name}/{who}",
            text=words,
        )
        for number, (minute, who, words) in enumerate(said)
    ]


def joined(*sides: list[Message], kind: str = "direct", title: str | None = None, by_name: bool = True) -> Copies:
    """What is joined of some conversations, whatever is proposed beside it."""
    return looked(*sides, kind=kind, title=title, by_name=by_name)._replace(links=())


def looked(
    *sides: list[Message],
    kind: str = "direct",
    title: str | None = None,
    beside: Beside = NOTHING_BESIDE,
    by_name: bool = True,
) -> Copies:
    """What is found of some conversations, be those that may be copies looked for among all messages or by name.

    Of a thousand drawn alike the first ones are enough to see that both ways find the same.
    """
    every = [one for side in sides for one in side]
    first = {side[0].conversation: side[0] for side in sides}
    known = [
        Conversation(id=f"c-{name}", conversation=name, kind=kind, place=one.place, title=title)
        for name, one in first.items()
    ]
    orders = {side[0].place.file: (number, side[0].place.file) for number, side in enumerate(sides)}
    ways = (None, lambda names: [one for one in every if one.conversation in names])
    found = [
        copies(
            lambda: every,
            known,
            orders,
            _minute,
            within,
            beside,
        )
        for within in (ways if by_name else ways[:1])
    ]
    assert found[1:] in ([], found[:1])
    return found[0]


def _minute(one: Message) -> int | None:
    """The minute of a message, whose time is a number of minutes or one with seconds."""
    local = one.sent.local if one.sent else None
    if local is None or "T" not in local:
        return None if local is None else int(local)
    return int(datetime.fromisoformat(f"{local}Z").timestamp()) // 60


def lost(chance: random.Random, said: list, share: float) -> list:
    return [one for one in said if chance.random() >= share]


def one_sided(chance: random.Random, size: int) -> list[tuple[int, str, str]]:
    """A talk in which one side sends what is rare, and the other answers in small talk."""
    minute, found = 1_000_000 + chance.randrange(50_000), []
    for number in range(size):
        minute += chance.randrange(1, 40)
        mine = chance.random() < 0.4
        words = chance.choice(SMALL) if mine or number % 3 else " ".join(chance.sample(WORDS, 5)) + f" {number}"
        found.append((minute, "b" if mine else "a", words))
    return found


def numbered(side: list[Message], **names: str) -> list[Message]:
    """The same with accounts of the service for some of the names."""
    return [replace(one, sender=names.get(one.sender.rpartition("/")[2], one.sender)) for one in side]


SHORT = [
    (100, "b", "kak ready?"),
    (106, "a", "isi empat delapan lembar tiga puluh"),
    (119, "a", "transfer ke sini aja"),
    (122, "b", "gas"),
    (145, "b", "sudah ya"),
    (198, "a", "ok cek dulu"),
    (260, "b", "terima kasih"),
]
"""A talk of two in which little was said, most of it as everybody says it: its turns show it."""


FEW = SHORT[:4]
"""The same, of which too little is there."""


SPOKEN = [
    (100, "b", "kak masih ada yang biru"),
    (106, "a", "isi empat delapan lembar tiga puluh"),
    (119, "a", "transfer ke sini aja"),
    (122, "b", "bisa ambil hari kamis"),
    (145, "b", "sudah saya kirim barusan"),
    (198, "a", "ok cek dulu"),
    (260, "b", "terima kasih"),
]
"""A talk in which each side says three things of its own at three times."""


LEFT_OUT = Attachment(state="omitted")


def with_files(side: list[Message], *, held: bool) -> list[Message]:
    """A copy in which what has no words is a file, held or left out of the export."""
    return [
        one
        if one.text
        else replace(
            one,
            kind="media",
            attachments=(Attachment(state="present", name="x.jpg", sha256=f"{n:064}") if held else LEFT_OUT,),
        )
        for n, one in enumerate(side)
    ]


def group(name: str, said: list[tuple[int, str, str]], exhibit: str, named: str = "") -> list[Message]:
    """One copy of a group: members by number, but for those whom it knows by a name."""
    return [
        m if m.sender[-1] in named else replace(m, sender=f"whatsapp:+62{m.sender[-1]}")
        for m in told(name, said, exhibit=exhibit)
    ]


TERSE = [(n * 700 + n * n * 53 % 350, "12345"[n % 5], ("new", "enjoy", "", "set 1")[n % 4]) for n in range(40)]
"""A group in which hardly a word is said."""


def renamed(side: list[Message], conversation: str) -> list[Message]:
    return [replace(one, conversation=conversation) for one in side]
