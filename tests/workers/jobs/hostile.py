# SPDX-License-Identifier: Apache-2.0
"""A job of tests that speaks for another file, as a worker might that a hostile file has taken over.

The file names a kind of noun and a lie. What is true is said first, so that the lie alone is what is refused.
"""

import msgspec

from suluh.model.body import body
from suluh.model.ids import file_id, make_id, record_id
from suluh.model.intake import Content, File, Flaw, Outcome
from suluh.model.matching import Fingerprint, MediaFacts
from suluh.model.place import at
from suluh.model.talk import Account, Attachment, Contact, Conversation, Message
from suluh.model.times import When
from suluh.model.trade import Payment, Statement
from suluh.workers.wire import wire

OTHER = file_id("B-1", "1", (), b"other")
OTHER_CONTENT = "f" * 64
SAID = {
    "account": (Account, {"account": "whatsapp:+628990000001"}),
    "contact": (Contact, {"account": "whatsapp:+628990000001", "name": "Budi"}),
    "conversation": (Conversation, {"conversation": "whatsapp:group/1", "kind": "group"}),
    "flaw": (Flaw, {"step": "read", "reason": "made up"}),
    "message": (Message, {"conversation": "whatsapp:group/1", "kind": "text", "text": "paket 40 file 50rb"}),
    "statement": (Statement, {"account": None}),
}
PLACED = (*SAID, "payment")
BOOKED = {"amount_minor": 50_000, "amount_as_written": "50.000", "currency": "IDR", "channel": "bank", "incoming": True}


def warm():
    """Nothing to load."""


def work(source):
    kind, _, lie = source.head.decode().partition(" ")
    if lie.startswith("odd "):
        yield msgspec.structs.replace(placed(kind, source, "1"), **ODD[lie.removeprefix("odd ")])
        yield placed(kind, source)
        return
    if lie == "second":
        one, other = seconds(kind, source)
        source._desk.channel.send(wire.NOUNS, source._desk.number, body(one) + b"\n" + body(other))
        return
    yield from before(kind, source)
    yield LIES[lie](kind, source)


def before(kind, source):
    """What must be said before a noun of this kind."""
    return [placed("statement", source)] if kind == "payment" else []


def true(kind, source):
    """A noun of this kind that belongs to the file."""
    if kind in PLACED:
        return placed(kind, source)
    file, content = source.file, source.content or ""
    digests = {"sha256": "a" * 64, "sha1": "a" * 40, "md5": "a" * 32, "size": 1, "type": "text/plain"}
    chain = (source.item.path,)
    made = {
        "content": lambda: Content(id=make_id("content", file), file=file, **digests),
        "outcome": lambda: Outcome(id=make_id("outcome", file), file=file, state="read"),
        "facts": lambda: MediaFacts(id=make_id("facts", content), sha256=content),
        "fingerprint": lambda: Fingerprint(
            id=make_id("fingerprint", "pdq", "full", content), sha256=content, kind="pdq", reason="none"
        ),
        "file": lambda: File(
            id=file_id("B-1", "1", chain, b"m"),
            exhibit="B-1",
            acquisition="1",
            path=b"m",
            order=1,
            containers=chain,
            parent=file,
        ),
    }
    return made[kind]()


def placed(kind, source, position="0"):
    """A record at a place of this file."""
    file = source.file
    shared = {"id": record_id(kind, file, position), "place": at(kind, source.place(), position)}
    if kind == "payment":
        return Payment(**shared, statement=record_id("statement", file, "0"), **BOOKED)
    made, fields = SAID[kind]
    return made(**shared, **fields)


def of_another(kind, source):
    """All of it is about another file or content, as that file's own worker would say it."""
    if kind in PLACED:
        honest = placed(kind, source)
        place = msgspec.structs.replace(honest.place, file=OTHER, path="other")
        return msgspec.structs.replace(honest, id=record_id(kind, OTHER, "0"), place=place)
    honest = true(kind, source)
    changed = {
        "content": {"file": OTHER, "id": make_id("content", OTHER)},
        "outcome": {"file": OTHER, "id": make_id("outcome", OTHER)},
        "facts": {"sha256": OTHER_CONTENT, "id": make_id("facts", OTHER_CONTENT)},
        "fingerprint": {
            "sha256": OTHER_CONTENT,
            "id": make_id("fingerprint", "pdq", "full", OTHER_CONTENT),
        },
        "file": {"containers": (b"other",), "parent": OTHER, "id": file_id("B-1", "1", (b"other",), b"m")},
    }
    return msgspec.structs.replace(honest, **changed[kind])


def under_its_id(kind, source):
    """It is about this file, and takes the id of what another file says."""
    return msgspec.structs.replace(true(kind, source), id=of_another(kind, source).id)


def elsewhere(kind, source):
    """Its id is right, and the place that a court would look at is another's."""
    honest = placed(kind, source)
    return msgspec.structs.replace(honest, place=msgspec.structs.replace(honest.place, path="other"))


def seconds(kind, source):
    """Two bodies under one id."""
    one = true(kind, source)
    field, other = {
        "content": ("size", 2),
        "outcome": ("reason", "another"),
        "facts": ("reason", "another"),
        "fingerprint": ("reason", "another"),
        "file": ("size", 2),
        "statement": ("holder", "Budi"),
        "payment": ("text", "another"),
        "flaw": ("reason", "another"),
        "message": ("text", "another"),
        "conversation": ("title", "another"),
        "contact": ("name", "another"),
        "account": ("own", True),
    }[kind]
    return one, msgspec.structs.replace(one, **{field: other})


ODD = {
    "time": {"sent": When(written="", local="yesterday")},
    "number": {"attachments": (Attachment(state="named", size=10**5000),)},
    "text": {"text": "\ud800"},
    "long": {"text": "x" * 2_000_000},
}
"""What a reader may give of a message without meaning to, each of which no worker may say."""

LIES = {"nothing": true, "of another": of_another, "under its id": under_its_id, "elsewhere": elsewhere}
