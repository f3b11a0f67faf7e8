# SPDX-License-Identifier: Apache-2.0
"""A made-up case of any size, written past the line: files, talks, statements, persons, deals, as a run leaves them.

Nothing in it was read from a file; its words are drawn from a made-up tongue, its numbers from a seed.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

from bench.search import vocabulary
from tests.custody.every_noun import work_out

from suluh.case.acts.decide import decide_role
from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.case.search.index import bring_up
from suluh.model.after.beyond import Country, Edge, Joint, Lead, LeadTerm, Origin, Poster
from suluh.model.body import Noun
from suluh.model.ids import deal_id, file_id, make_id, person_id, record_id
from suluh.model.intake import Acquisition, Authority, Content, Exhibit, File, Flaw, Standing, place_of
from suluh.model.people import Link, Person
from suluh.model.place import Place
from suluh.model.talk import Account, Attachment, Conversation, Message
from suluh.model.times import When, utc
from suluh.model.trade import Deal, Offer, Payment, Price, Stamp, Statement, Term
from suluh.store.words import Words

AT = "2026-01-02T03:04:05Z"
START = datetime(2024, 1, 1, tzinfo=UTC)
DAYS = 700
BATCH = 5_000
LABELS = tuple(f"B-{number}" for number in range(1, 9))
STATES = ("unparsed",) * 12 + ("duplicate",) * 3 + ("benign",) * 3 + ("read", "quarantined")
KINDS = ("direct", "direct", "direct", "group", "channel")
MEDIA, CHATS = b"media", b"chats"
ID = "whatsapp:+62813"
EACH_CALL = 100
"""Of so many messages one is a call."""

CHILD = 8
"""The number of the account of a child, whose names every list hides from most officers."""


class Size(NamedTuple):
    """How large a case is."""

    files: int
    messages: int

    @property
    def talks(self) -> int:
        """Conversations: half of all messages stand in a tenth of them."""
        return max(20, self.messages // 500)

    @property
    def accounts(self) -> int:
        """Accounts, each of some talks."""
        return max(50, self.messages // 100)

    @property
    def payments(self) -> int:
        """Booked lines."""
        return max(50, self.messages // 40)

    @property
    def deals(self) -> int:
        """Deals; nine thousand of them make two hundred printed pages."""
        return max(20, min(9_000, self.messages // 220))


def fill(case: Case, size: Size) -> None:
    """Write all of a case of some size."""
    draw = random.Random(1)  # noqa: S311 # a drawn world, no secret
    by = case.acting.key.code
    case.keep(Act("authority", "P-1"), [_authority(by)])
    case.keep(Act("add", "by hand"), _exhibits(by))
    _keep(case, "walk", _files(size))
    _keep(case, "digest", _contents(size))
    _keep(case, "read", _talks(size, draw))
    _keep(case, "read", _messages(size, draw))
    _keep(case, "read", _payments(size, draw))
    _whole(case, "stand", _standings(size, draw))
    _whole(case, "join", _joints(size))
    _whole(case, "deals", _trade(size, draw))
    _whole(case, "draw", _drawn(size, draw))
    _whole(case, "rank", _leads(size))
    decide_role(case, _account(CHILD), "child_victim", "made up", ("2024-01-01", None))
    work_out(case)
    with Words(case.folder.words) as words:
        bring_up(case, words)


def more_messages(start: int, count: int) -> list[Noun]:
    """Messages beyond those of any case, with a conversation and its accounts, as a run that goes on adds them."""
    drawn = random.Random(start)  # noqa: S311 # as above
    place, talk = _chat(0), 10**6 + start
    members = tuple(_account(10**7 + start % 10**7 + one) for one in range(5))
    accounts = [
        Account(id=record_id("account", one, f"line:{start}"), account=one, place=place, names=(f"Nama{one[-7:]}",))
        for one in members
    ]
    own = {"conversation": _talk(talk), "kind": "group", "title": f"Kelompok {talk}", "members": members}
    return [
        Conversation(id=make_id("conversation", "more", start), place=place, **own),  # type: ignore[arg-type] # as above
        *accounts,
        *(
            _message(10**9 + start + one, talk if one % 2 else drawn.randrange(20), f"pesan {start + one}", place)
            for one in range(count)
        ),
    ]


def _keep(case: Case, word: str, nouns: Iterator[Noun]) -> None:
    while batch := list(islice(nouns, BATCH)):
        case.keep(Act(word, "files"), batch)


def _whole(case: Case, word: str, nouns: Iterator[Noun]) -> None:
    case.keep(Act(word, "case"), nouns)


def _authority(by: str) -> Authority:
    issued = {"kind": "court", "number": "P-1", "issuer": "PN Contoh", "date": "2023-12-01"}
    return Authority(id=make_id("authority", "P-1"), at=AT, by=by, **issued)  # type: ignore[arg-type] # one of its kinds


def _exhibits(by: str) -> Iterator[Noun]:
    for order, label in enumerate(LABELS, 1):
        made = {"label": label, "authority": "P-1", "order": order, "timezone": "Asia/Jakarta", "at": AT, "by": by}
        yield Exhibit(id=make_id("exhibit", label), holder=f"Pemegang {order}", **made)  # type: ignore[arg-type] # as above
        yield Acquisition(id=make_id("acquisition", label, "1"), exhibit=label, name="1", order=order, at=AT, by=by)


def _file(number: int) -> File:
    """The file of a number: exhibits in turn, a folder for every thousand."""
    order = number % len(LABELS)
    path = b"%s/%04d/IMG-%07d.jpg" % (MEDIA, number // 1000, number)
    return _made_file(order, path)


def _made_file(order: int, path: bytes) -> File:
    label = LABELS[order]
    return File(id=file_id(label, "1", (), path), exhibit=label, acquisition="1", path=path, order=order + 1, size=4096)


def _chat(number: int) -> Place:
    """The file of a number of talks."""
    return place_of(_made_file(number % len(LABELS), b"%s/chat-%05d.txt" % (CHATS, number)))


def _files(size: Size) -> Iterator[Noun]:
    yield from (_file(number) for number in range(size.files - size.talks))
    for number in range(size.talks):
        yield _made_file(number % len(LABELS), b"%s/chat-%05d.txt" % (CHATS, number))


def _content_id(number: int) -> str:
    return sha256(b"%d" % (number * 9 // 10)).hexdigest()


def _contents(size: Size) -> Iterator[Noun]:
    for number, file in enumerate(_files(size)):
        assert isinstance(file, File)
        kind = "text/plain" if file.path.startswith(CHATS) else "image/jpeg"
        digest, other = _content_id(number), f"{number:040x}"
        yield Content(id=file.id, file=file.id, sha256=digest, sha1=other, md5=other[:32], size=4096, type=kind)


def _standings(size: Size, draw: random.Random) -> Iterator[Noun]:
    files = sorted((file for file in _files(size) if isinstance(file, File)), key=lambda one: one.intake_key)
    media = [file.id for file in files if file.path.startswith(MEDIA)]
    for position, file in enumerate(files):
        is_chat = file.path.startswith(CHATS)
        state = "read" if is_chat else draw.choice(STATES)
        reader, same = ("made-up" if state == "read" else None), (draw.choice(media) if state == "duplicate" else None)
        reason = "larger than the limit" if state == "quarantined" else None
        own = {"position": position, "same_as": same, "reader": reader, "reason": reason}
        yield Standing(id=make_id("standing", file.id), file=file.id, exhibit=file.exhibit, state=state, **own)  # type: ignore[arg-type] # as above


def _account(number: int) -> str:
    return f"{ID}{number:08}"


def _talk(number: int) -> str:
    return f"whatsapp:group/{number}" if KINDS[number % 5] != "direct" else f"whatsapp:direct/{number}"


def _talks(size: Size, draw: random.Random) -> Iterator[Noun]:
    for number in range(size.accounts):
        place = _chat(number % size.talks)
        own = Place(
            **{name: getattr(place, name) for name in ("exhibit", "acquisition", "path", "file")}, line=number + 1
        )
        names = (f"Nama{number} Contoh{number % 977}",) if number % 3 else ()
        yield Account(
            id=record_id("account", own.file, f"line:{number + 1}"), account=_account(number), place=own, names=names
        )
    for number in range(size.talks):
        kind, place = KINDS[number % 5], _chat(number)
        members = sorted({_account(draw.randrange(size.accounts)) for _ in range(2 if kind == "direct" else 40)})
        title = None if kind == "direct" else f"Kelompok {number}"
        name, own = _talk(number), make_id("conversation", number)
        yield Conversation(id=own, conversation=name, kind=kind, place=place, title=title, members=tuple(members))  # type: ignore[arg-type] # as above
    for number in range(size.files // 200):
        place = _chat(number % size.talks)
        yield Flaw(
            id=make_id("flaw", number), step="read", reason="a message has no time before it", place=place, raw="?"
        )


def _message(number: int, talk: int, text: str, place: Place) -> Message:
    moment = START + timedelta(minutes=number % (DAYS * 24 * 60), seconds=number % 60)
    own = {name: getattr(place, name) for name in ("exhibit", "acquisition", "path", "file")}
    files = (Attachment(state="present", name="IMG.jpg", sha256=_content_id(number)),) if number % 50 == 0 else ()
    is_call = number % EACH_CALL == 1
    return Message(
        id=make_id("message", number),
        conversation=_talk(talk),
        kind="media" if files else "call" if is_call else "text",
        native_kind="voice-call" if is_call else None,
        place=Place(**own, line=number + 1),
        sent=When(written=f"{moment:%d/%m/%y %H.%M}", at=utc(moment)),
        sender=_account(number % 5_000),
        text=text,
        attachments=files,
    )


def _messages(size: Size, draw: random.Random) -> Iterator[Noun]:
    known = vocabulary(draw)
    drawn = draw.choices(known, [1 / (rank + 10) for rank in range(len(known))], k=500_000)
    few = max(1, size.talks // 10)
    for number in range(size.messages):
        at = draw.randrange(len(drawn) - 20)
        text = " ".join(drawn[at : at + draw.randrange(2, 20)])
        talk = draw.randrange(few) if number % 2 else draw.randrange(size.talks)
        yield _message(
            number, talk, text + (f" 0813-0000-{number % 10_000:04}" if number % 20 == 0 else ""), _chat(talk)
        )


def _statement(number: int) -> str:
    return make_id("statement", number)


def _payments(size: Size, draw: random.Random) -> Iterator[Noun]:
    for number in range(size.payments // 500 + 1):
        place, holder = _chat(number % size.talks), f"Pemilik {number}"
        period = {"period_from": "2024-01-01", "period_to": "2025-11-30"}
        own = {"account": f"bca:{number:010}", "holder": holder, "currency": "IDR", "adds_up": True, **period}
        yield Statement(id=_statement(number), place=place, **own)  # type: ignore[arg-type] # as above
    for number in range(size.payments):
        book = number // 500
        moment, amount = START + timedelta(minutes=17 * number % (DAYS * 1440)), 1_000_000 * draw.randrange(1, 40)
        shown = f"{amount // 100:,}".replace(",", ".") + ",00"
        own = {
            "amount_minor": amount,
            "amount_as_written": shown,
            "currency": "IDR",
            "channel": "bank",
            "incoming": True,
        }
        when = When(written=f"{moment:%d/%m/%Y %H:%M}", at=utc(moment))
        sides = {
            "beneficiary": f"bca:{book:010}",
            "payer": _account(number % size.accounts),
            "payer_name": f"Pembayar {number % 997}",
        }
        yield Payment(
            id=make_id("payment", number),
            statement=_statement(book),
            place=_chat(book % size.talks),
            at=when,
            **own,
            **sides,
        )  # type: ignore[arg-type] # as above


def _joints(size: Size) -> Iterator[Noun]:
    """One message in fifty stands on a second exhibit."""
    for number in range(0, size.messages - 1, 100):
        members = make_id("message", number), make_id("message", number + 1)
        yield Joint(id=members[0], record="message", members=members, places=(_chat(number % size.talks),))


def _trade(size: Size, draw: random.Random) -> Iterator[Noun]:
    for number in range(0, size.accounts - 1, 2):
        is_one = number % 10 == 0
        accounts = (_account(number), _account(number + 1)) if is_one else (_account(number),)
        yield Person(id=person_id(accounts[0]), accounts=accounts, exhibits=(LABELS[number % 8],))
        if is_one:
            own = {
                "left": accounts[0],
                "right": accounts[1],
                "rule": "same-name",
                "judgement": "suggested",
                "merges": True,
            }
            reason = Term(rule="name", score=1_500_000, text="one name", text_id="satu nama")
            places = (_chat(number % size.talks),)
            yield Link(
                id=make_id("link", number), score=900_000, chance=10_000, reasons_for=(reason,), places=places, **own
            )  # type: ignore[arg-type] # as above
    for number in range(size.deals):
        seller, buyer = _account(2 * draw.randrange(40)), _account(2 * draw.randrange(size.accounts // 4))
        moment, is_paid = utc(START + timedelta(minutes=110 * number % (DAYS * 1440))), number % 3 > 0
        messages = tuple(make_id("message", 200 * number + one) for one in range(4))
        on = Stamp(exhibit=LABELS[number % 8], written=moment)
        paid = (make_id("payment", 5 * number),) if is_paid else ()
        reasons = tuple(
            Term(rule=f"r{one}", score=100_000 * one, text=f"reason {one}", text_id=f"alasan {one}") for one in range(5)
        )
        yield Deal(
            id=deal_id(messages[0]),
            kind="sale",
            state="delivered" if is_paid else "offered",
            tier="recorded" if is_paid else "possible",
            seller=seller,
            buyer=buyer,
            items_promised=40,
            items_delivered=38,
            items_distinct=30,
            amount_minor=5_000_000,
            currency="IDR",
            offered_at=moment,
            offered_on=on,
            paid_at=moment if is_paid else None,
            paid_on=on if is_paid else None,
            payments=paid,
            messages=messages,
            files=tuple(_content_id(number + one) for one in range(30)),
            score=800_000,
            reasons_for=reasons,
            reasons_against=reasons[:2],
        )
    for number in range(size.deals // 2):
        price = Price(items=40, amount_minor=5_000_000, currency="IDR")
        own = {
            "conversation": _talk(number % size.talks),
            "seller": _account(2 * (number % 40)),
            "at": AT,
            "prices": (price,),
        }
        yield Offer(id=make_id("offer", number), kind="sale", messages=(make_id("message", number),), told=1, **own)  # type: ignore[arg-type] # as above


def _drawn(size: Size, draw: random.Random) -> Iterator[Noun]:
    for number in range(size.deals // 3):
        left, right = person_id(_account(2 * (number % 40))), person_id(_account(2 * number + 100))
        money = {"amount_minor": 5_000_000, "currency": "IDR", "recorded": 1, "first": AT, "last": AT}
        yield Edge(id=make_id("edge", number), left=left, right=right, kind="sale", deals=2, items=40, **money)  # type: ignore[arg-type] # as above
    for number in range(size.talks // 20):
        posters = tuple(Poster(account=_account(draw.randrange(5_000)), items=3) for _ in range(5))
        country = Country(code="ID", basis="phone")
        own = {"first_seen_items": 40, "items_sold_on": 12, "countries": (country,), "posters": posters}
        yield Origin(id=make_id("origin", number), conversation=_talk(5 * number + 3), **own)  # type: ignore[arg-type] # as above


def _leads(size: Size) -> Iterator[Noun]:
    for number in range(min(2_000, size.deals // 4)):
        about, terms = person_id(_account(2 * number)), (LeadTerm(name="deals", value=3),)
        said = {
            "reasons": ("3 deals",),
            "reasons_id": ("3 rangkaian",),
            "answer": "ask the bank",
            "answer_id": "tanya bank",
        }
        yield Lead(id=make_id("lead", number), rank=number + 1, tier=2, about=about, terms=terms, **said)  # type: ignore[arg-type] # as above
