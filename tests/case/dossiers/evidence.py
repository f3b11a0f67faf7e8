# SPDX-License-Identifier: Apache-2.0
"""The made-up evidence of a dossier: two phones with one talk, a statement, deals that officers confirmed."""

import hashlib
from collections.abc import Iterator
from random import Random

from suluh.model.after.beyond import Edge, Joint
from suluh.model.body import Noun
from suluh.model.ids import deal_id, file_id, make_id, record_id
from suluh.model.intake import Content, File, Flaw, Standing, place_of
from suluh.model.matching import HashSet, Match
from suluh.model.people import Link, Person
from suluh.model.place import Place
from suluh.model.talk import Account, Attachment, Message
from suluh.model.times import When
from suluh.model.trade import Deal, Payment, Statement
from suluh.network.edges import edges

AT = "2026-01-03T09:00:00Z"
CHAT = "chat.txt"


def sha(word: str) -> str:
    """The digest of a word."""
    return hashlib.sha256(word.encode()).hexdigest()


class Evidence:
    """What the exhibits hold and the line made of it; a test may put other nouns in the place of these."""

    def __init__(self, dice: Random) -> None:
        self.seller, self.buyer = (f"whatsapp:+62812{dice.randrange(10**8):08}" for _ in range(2))
        self.bank = f"bca:{dice.randrange(10**10):010}"
        self.labels = ("B-1", "B-2", "B-3")
        self.elements = ("setiap orang", "menjual", "berkas")[: dice.randint(2, 3)]
        self.files = [_file("B-1", CHAT, 1), _file("B-2", CHAT, 2), _file("B-3", "mutasi.csv", 3)]
        self.pictures = [_file("B-1", f"kirim/{number}.bin", 1) for number in range(dice.randint(2, 4))]
        self.words = [f"isi {dice.random()}" for _ in self.pictures]
        self.messages: list[Message] = []
        self.payments: list[Payment] = []
        self.joints: list[Joint] = []
        self.deals: list[Deal] = []
        self.flaws: list[Flaw] = []
        self.edges: list[Edge] | None = None
        """The edges where they are others than those of the deals."""

        self.persons = [
            Person(id=make_id("person", one), accounts=accounts)
            for one, accounts in ((self.seller, tuple(sorted((self.bank, self.seller)))), (self.buyer, (self.buyer,)))
        ]
        self.links = [_link(self.bank, self.seller)]
        self.statement = _statement(self.files[2], self.bank)
        self.sets = [_set()]
        self.matches = [_match(sha(one)) for one in self.words]
        for number in range(dice.randint(2, 4)):
            self._sell(number, dice.randrange(20, 90) * 100_000)

    def _sell(self, number: int, amount: int) -> None:
        """One more deal: an offer on both phones, a booked line, a delivery."""
        pairs = [[self._say(file, 2 * number + line) for file in self.files[:2]] for line in (1, 2)]
        for one, other in pairs:
            self.joints.append(_joint(one, other))
        line = _payment(self, number, amount)
        self.messages += [one for pair in pairs for one in pair]
        self.payments.append(line)
        first = pairs[0][0]
        self.deals.append(
            Deal(
                id=deal_id(first.id),
                kind="sale",
                state="delivered",
                tier="recorded",
                seller=self.seller,
                buyer=self.buyer,
                items_delivered=1,
                items_distinct=1,
                amount_minor=amount,
                currency="IDR",
                offered_at=f"2026-01-0{1 + number}T02:00:00Z",
                paid_at=f"2026-01-0{1 + number}T02:05:00Z",
                payments=(line.id,),
                messages=tuple(pair[0].id for pair in pairs),
                files=(sha(self.words[number % len(self.words)]),),
                chance=1_000,
                judgement="confirmed",
                by="S1",
                at=AT,
            )
        )

    def _say(self, file: File, line: int) -> Message:
        sent = When(written=f"01/01/26 09.{line:02}", local=f"2026-01-01T09:{line:02}", precision="minute")
        held = Attachment(state="present", name="file.bin", sha256=sha(self.words[0]))
        return Message(
            id=record_id("message", file.id, f"line:{line}"),
            conversation=self.seller,
            kind="text",
            place=place(file, line=line),
            sent=sent,
            sender=self.seller if line % 2 else self.buyer,
            text="paket 40 file 50rb",
            attachments=() if line % 2 else (held,),
        )

    def nouns(self) -> list[Noun]:
        """All of it, for the steps that write it."""
        return [*self._intake(), *self._found(), *self._derived()]

    def _intake(self) -> Iterator[Noun]:
        for position, one in enumerate((*self.files, *self.pictures)):
            word = self.words[position - len(self.files)] if one in self.pictures else f"{one.exhibit} {position}"
            yield one
            yield Content(
                id=make_id("content", one.id),
                file=one.id,
                sha256=sha(word),
                sha1="1" * 40,
                md5="2" * 32,
                size=9,
                type="text/plain",
            )
            yield Standing(
                id=make_id("standing", one.id), file=one.id, exhibit=one.exhibit, state="read", position=position
            )

    def _found(self) -> Iterator[Noun]:
        sides = ((self.seller, self.files[0]), (self.buyer, self.files[1]), (self.bank, self.files[2]))
        for account, file in sides:
            yield Account(id=make_id("made", account), account=account, place=place(file))
        yield from (*self.messages, self.statement, *self.payments, *self.flaws)

    def _derived(self) -> Iterator[Noun]:
        yield from (*self.persons, *self.links, *self.joints, *self.matches, *self.deals)
        yield from edges(self.deals, self.persons) if self.edges is None else self.edges


def _file(exhibit: str, path: str, order: int) -> File:
    raw = path.encode()
    return File(id=file_id(exhibit, "1", (), raw), exhibit=exhibit, acquisition="1", path=raw, order=order)


def place(file: File, **where: int | str) -> Place:
    """A place inside a file."""
    whole = place_of(file)
    names = ("exhibit", "acquisition", "path", "file")
    return Place(**{name: getattr(whole, name) for name in names}, **where)


def _link(left: str, right: str) -> Link:
    return Link(
        id=make_id("link", left, right), left=left, right=right, rule="same-holder", judgement="confirmed", merges=True
    )


def _statement(file: File, bank: str) -> Statement:
    return Statement(
        id=make_id("statement", bank), account=bank, place=place(file), currency="IDR", adds_up=True, layout="bca"
    )


def _set() -> HashSet:
    digest = sha("himpunan")
    return HashSet(
        id=make_id("hashset", digest),
        name="unit",
        kind="known",
        digest=digest,
        version="2026-01",
        entries=9,
        at=AT,
        by="S1",
    )


def _match(sha256: str) -> Match:
    return Match(
        id=make_id("match", sha256),
        sha256=sha256,
        kind="exact",
        set=sha("himpunan"),
        set_name="unit",
        set_kind="known",
        set_entry=1,
    )


def _joint(one: Message, other: Message) -> Joint:
    return Joint(id=one.id, record="message", members=(one.id, other.id), places=(one.place, other.place))


def _payment(evidence: Evidence, number: int, amount: int) -> Payment:
    return Payment(
        id=make_id("payment", evidence.bank, number),
        statement=evidence.statement.id,
        amount_minor=amount,
        amount_as_written=f"{amount // 100},00",
        currency="IDR",
        channel="bank",
        incoming=True,
        place=place(evidence.files[2], row=str(number + 2)),
        beneficiary=evidence.bank,
        at=When(written="01/01/2026", local="2026-01-01", precision="day"),
        booked="2026-01-01",
    )
