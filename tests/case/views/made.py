# SPDX-License-Identifier: Apache-2.0
"""A small made-up case, written noun by noun, for the tests of lists and pages."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.custody.every_noun import file_away, work_out

from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.custody.key import QUICK
from suluh.model.after.beyond import Country, Edge, Estimate, Joint, Lead, LeadTerm, Origin
from suluh.model.body import Noun
from suluh.model.ids import file_id, make_id, record_id
from suluh.model.intake import Content, File, Flaw, Standing, place_of
from suluh.model.matching import Category, Group, Match
from suluh.model.people import Decision, Link, Person
from suluh.model.place import Place
from suluh.model.talk import Account, Attachment, Contact, Conversation, Message
from suluh.model.times import When
from suluh.model.trade import Claim, Coincidence, Deal, Offer, Payment, Price, Stamp, Statement, Term
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import add_officer, unlock

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
PASSPHRASE = "a made-up passphrase"  # noqa: S105 # it opens keys that tests make
ANI, BUDI = "whatsapp:+6281234567890", "whatsapp:+6285711112222"
CITRA = "whatsapp:name/B-1/chat/Citra%20Lestari"
BANK = "bca:0123456789"
TALK = "whatsapp:+6281234567890"
GROUP = "telegram:channel1234567890"
HOSTILE = "Evil \u202etxt.exe <script>alert(1)</script> & 'quotes'"
SHA = {letter: letter * 64 for letter in "abcdef"}


def acting(home: Path, code: str = "S1", access: str = "supervisor") -> Acting:
    """An officer at work, made if the unit has none of this code."""
    unit = UnitFolder(home)
    if not (unit.officers / f"{code}.key").is_file():
        add_officer(unit, code, access, PASSPHRASE, "2026-01-05T09:00:00Z", QUICK)
    return Acting(unlock(unit, code, PASSPHRASE), unit, lambda: NOW)


def made_case(folder: Path) -> Case:
    """The case, with two exhibits, their talk and money, and what the line made of them."""
    evidence = folder / "telepon Citra 081234567890"
    evidence.mkdir()
    case = Case.start(CaseFolder(folder / "case"), "LP/1/2026", "Unit Contoh", acting(folder / "home"))
    record_authority(case, Paper("court", "PEN-1", "PN Contoh", "2026-01-02", scope="telepon milik Citra Lestari"))
    for label, holder in (("B-1", "Citra Lestari"), ("B-2", None)):
        (evidence / label).mkdir()
        bag = Bag(evidence / label, label, "PEN-1", holder=holder, accounts=(BUDI,), timezone="Asia/Jakarta")
        add_exhibit(case, bag)
    (evidence / "B-3").mkdir()
    add_exhibit(case, Bag(evidence / "B-3", "B-3", "PEN-1"))
    file_away(case, [*files(), *talk(), *money(), *derived()])
    case.keep(Act("decide", BANK), [decided()])
    work_out(case)
    return case


def file(exhibit: str, path: str) -> File:
    """A file of an exhibit."""
    raw = path.encode()
    return File(id=file_id(exhibit, "1", (), raw), exhibit=exhibit, acquisition="1", path=raw, order=int(exhibit[-1]))


CHAT = file("B-1", "WhatsApp Chat with Citra Lestari.txt")
COPY = file("B-2", "copy/WhatsApp Chat with Citra Lestari.txt")
OTHER = file("B-2", "msgstore.db")
BOOK = file("B-2", "BCA_0123456789.csv")
PICTURES = tuple(file("B-1", f"DCIM/IMG_20250830_18000{number}.jpg") for number in range(6))
BROKEN = file("B-1", "broken-081234567890.txt")


def files() -> Iterator[Noun]:
    """Files, their contents and the state in which each left intake."""
    settled = [(CHAT, "read"), *zip(PICTURES, ["read", "read", "read", "benign", "read", "duplicate"], strict=True)]
    settled += [(BROKEN, "unparsed"), (COPY, "duplicate"), (OTHER, "read"), (BOOK, "read")]
    for position, (one, state) in enumerate(settled):
        yield one
        yield _content(one, position)
        same = {PICTURES[5].id: PICTURES[0].id, COPY.id: CHAT.id}.get(one.id)
        yield Standing(
            id=make_id("standing", one.id),
            file=one.id,
            exhibit=one.exhibit,
            state=state,
            position=position,
            same_as=same,
            reader="whatsapp-text" if one is CHAT else None,
            reason="no reader knows this text" if state == "unparsed" else None,
        )
    yield Match(
        id=make_id("match", 1),
        sha256=SHA["a"],
        kind="exact",
        set="s" * 64,
        set_name="unit",
        set_kind="known",
        set_entry=7,
        categories=(Category(scheme="unit", code="1"),),
    )
    yield Match(
        id=make_id("match", 2),
        sha256=SHA["d"],
        kind="exact",
        set="t" * 64,
        set_name="os",
        set_kind="benign",
        set_entry=9,
    )
    yield Group(id=make_id("group", 1), contents=(SHA["b"], SHA["c"]))
    yield Flaw(
        id=make_id("flaw", 1),
        step="read",
        reason=f"no time before +62 812-3456-7890 {HOSTILE}",
        place=place(BROKEN, line=2),
        raw="Citra Lestari: halo",
    )


def _content(one: File, position: int) -> Content:
    pictures = {picture.id: SHA["abcdea"[number]] for number, picture in enumerate(PICTURES)}
    sha256 = pictures.get(one.id, make_id("made", "chat" if one in (CHAT, COPY) else position).ljust(64, "0"))
    kind = "image/jpeg" if one.id in pictures else "text/plain"
    return Content(
        id=make_id("content", one.id), file=one.id, sha256=sha256, sha1="1" * 40, md5="2" * 32, size=1000, type=kind
    )


def place(one: File, **where: int | str) -> Place:
    """A place inside a file."""
    whole = place_of(one)
    names = ("exhibit", "acquisition", "path", "file")
    return Place(**{name: getattr(whole, name) for name in names}, **where)


def talk() -> Iterator[Noun]:
    """Accounts, contacts, conversations and messages."""
    sightings = ((ANI, CHAT, ()), (BUDI, OTHER, ("Budi Hartono",)), (CITRA, CHAT, ("Citra Lestari",)))
    for account, where, names in sightings:
        yield Account(id=make_id("made", account), account=account, place=place(where), names=names)
    yield Contact(id=make_id("contact", 1), name=HOSTILE, account=ANI, place=place(OTHER, table="wa_contacts", row="4"))
    yield Conversation(
        id=make_id("conversation", 1),
        conversation=TALK,
        kind="direct",
        place=place(CHAT),
        title="Citra Lestari",
        members=(ANI, BUDI),
    )
    yield Conversation(
        id=make_id("conversation", 2), conversation=GROUP, kind="channel", place=place(OTHER), title=HOSTILE
    )
    texts = ("Halo Citra, paket 40 file 50rb", HOSTILE, "hubungi 0812-3456-7890 atau @citra_l")
    for number, text in enumerate(texts):
        yield message(CHAT, number, text)
    yield message(OTHER, 0, texts[0])
    twins = (message(CHAT, 0, texts[0]), message(OTHER, 0, texts[0]))
    yield Joint(
        id=twins[0].id,
        record="message",
        members=tuple(one.id for one in twins),
        places=tuple(one.place for one in twins),
        differs=("sent",),
    )


def message(where: File, number: int, text: str) -> Message:
    """A message of the direct conversation."""
    line = number + 1
    sent = When(written=f"30/08/25 18.0{number}", local=f"2025-08-30T18:0{number}", precision="minute")
    attached = Attachment(state="present", name="IMG_20250830_180000.jpg", sha256=SHA["a"])
    return Message(
        id=record_id("message", where.id, f"line:{line}"),
        conversation=TALK,
        kind="text",
        place=place(where, line=line, last_line=line),
        sent=sent,
        sender=ANI if number else BUDI,
        text=text,
        attachments=(attached,) if number == 1 else (),
    )


def money() -> Iterator[Noun]:
    """A statement and its lines."""
    statement = Statement(
        id=make_id("statement", 1),
        account=BANK,
        place=place(BOOK),
        holder="BUDI HARTONO",
        currency="IDR",
        period_from="2025-08-01",
        period_to="2025-08-31",
        opening_minor=0,
        closing_minor=5_000_000,
        adds_up=True,
    )
    yield statement
    yield Payment(
        id=make_id("payment", 1),
        statement=statement.id,
        amount_minor=5_000_000,
        amount_as_written="50.000,00",
        currency="IDR",
        channel="atm",
        incoming=True,
        place=place(BOOK, row="2"),
        payer="bca:name/x/CITRA%20LESTARI",
        beneficiary=BANK,
        payer_name="CITRA LESTARI",
        beneficiary_name="BUDI HARTONO",
        at=When(written="30/08/2025", local="2025-08-30", precision="day"),
        booked="2025-08-30",
        text="SETORAN ATM CITRA LESTARI",
        balance_after_minor=5_000_000,
    )


SELLER = Person(id=make_id("person", BUDI), accounts=(BANK, BUDI), roles=("seller",), exhibits=("B-2",))
BUYER = Person(id=make_id("person", ANI), accounts=(ANI, CITRA), roles=("buyer",), exhibits=("B-1",))


def derived() -> Iterator[Noun]:
    """Persons, links, a deal and what follows from it."""
    yield from (SELLER, BUYER)
    yield linked()
    yield deal()
    yield offer()
    yield claim()
    yield from beyond()


def linked() -> Link:
    """The one link."""
    against = Term(rule="other-name", score=-250_000, text="Budi Hartono is saved under another name")
    return Link(
        id=make_id("link", 1),
        left=BANK,
        right=BUDI,
        rule="same-holder",
        judgement="suggested",
        score=900_000,
        chance=1_500,
        reasons_for=(Term(rule="same-holder", score=900_000, text="holder BUDI HARTONO"),),
        reasons_against=(against,),
        places=(place(BOOK, row="1"),),
    )


def decided() -> Decision:
    """A decision about the same accounts."""
    return Decision(
        id=make_id("decision", 1),
        act="join",
        left=BANK,
        right=BUDI,
        reason="Budi Hartono said so",
        by="S1",
        at="2026-01-05T09:00:00Z",
        order=1,
    )


def deal() -> Deal:
    """The one deal."""
    offered = record_id("message", CHAT.id, "line:1")
    rests = (offered, make_id("payment", 1))
    text = "50000.00 as offered to +62 812-3456-7890"
    return Deal(
        id=make_id("deal", 1),
        kind="sale",
        state="delivered",
        tier="recorded",
        seller=BUDI,
        buyer=ANI,
        items_promised=40,
        items_delivered=40,
        items_distinct=38,
        amount_minor=5_000_000,
        currency="IDR",
        offered_at="2025-08-30T11:00:00Z",
        paid_at="2025-08-30T11:05:00Z",
        delivered_at="2025-08-30T11:20:00Z",
        payments=(make_id("payment", 1),),
        messages=(offered, record_id("message", CHAT.id, "line:2")),
        files=(SHA["a"],),
        score=912_345,
        chance=12_000,
        offered_on=Stamp(exhibit="B-1", written="30/08/25 18.00"),
        paid_on=Stamp(exhibit="B-2", written="30/08/2025 18:05"),
        coincidence=Coincidence(days=31, lines=12, others=1, window=180),
        reasons_for=(Term(rule="amount", score=700_000, text=text, rests=rests),),
        reasons_against=(Term(rule="payer", score=-100_000, text="Citra Lestari did not write herself"),),
    )


def claim() -> Claim:
    """The one claim of payment."""
    return Claim(
        id=make_id("claim", 1),
        message=record_id("message", CHAT.id, "line:2"),
        conversation=GROUP,
        form="slip",
        says="paid",
        amount_minor=5_000_000,
        amount_as_written="Rp50.000",
        currency="IDR",
        channel="bank",
        place=place(CHAT, line=2),
        sender=ANI,
        payer_name="CITRA LESTARI",
        beneficiary=BANK,
        beneficiary_name="BUDI HARTONO",
        at=When(written="30/08/2025 18:05", local="2025-08-30T18:05", precision="minute"),
        reference="2508301805001",
        payment=make_id("payment", 1),
        reasons_for=(Term(rule="same-reference", score=0, text="A booked line has this reference and this sum."),),
        reasons_against=(Term(rule="other", score=0, text="Citra Lestari did not write herself"),),
    )


def offer() -> Offer:
    """The one offer."""
    return Offer(
        id=make_id("offer", 1),
        kind="sale",
        conversation=GROUP,
        seller=BUDI,
        at="2025-08-30T10:00:00Z",
        seen=Stamp(exhibit="B-1", written="30/08/25 17.00"),
        prices=(
            Price(items=40, amount_minor=5_000_000, currency="IDR"),
            Price(items=20, amount_minor=3_000_000, currency="IDR"),
        ),
        messages=(record_id("message", CHAT.id, "line:1"),),
        told=1,
        reasons_against=(Term(rule="no-buyer", score=-300_000, text="Citra Lestari did not answer"),),
    )


def beyond() -> Iterator[Noun]:
    """What follows from the deal."""
    yield Edge(
        id=make_id("edge", 1),
        left=SELLER.id,
        right=BUYER.id,
        kind="sale",
        deals=1,
        items=40,
        amount_minor=5_000_000,
        currency="IDR",
        first="2025-08-30T11:05:00Z",
        last="2025-08-30T11:05:00Z",
        recorded=1,
        asked_minor=123_400,
        first_on=Stamp(exhibit="B-1", written="30/08/25 18.05"),
    )
    yield Origin(
        id=make_id("origin", 1),
        conversation=GROUP,
        first_seen_items=12,
        items_sold_on=9,
        countries=(Country(code="ID", basis="phone number of a member"),),
    )
    yield Estimate(
        id=make_id("estimate", 1),
        of="buyers",
        role="floor",
        method="chao1",
        observed=1,
        low=3,
        coverage=500_000,
        assumes=("deals are found independently",),
        sentence="At least 3 buyers.",
        sentence_id="Sedikitnya 3 pembeli.",
    )
    yield Estimate(
        id=make_id("estimate", 2),
        of="items",
        role="floor",
        method="chao1",
        observed=40,
        refused="too few items were seen twice",
    )
    yield Lead(
        id=make_id("lead", 1),
        rank=1,
        tier=2,
        about=ANI,
        reasons=("traded with +6281234567890",),
        reasons_id=("bertransaksi dengan +6281234567890",),
        terms=(LeadTerm(name="deals", value=1), LeadTerm(name="paid-IDR", value=7500000)),
    )
