# SPDX-License-Identifier: Apache-2.0
"""A small made-up case that holds at least two nouns of every kind, written by hand."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from suluh.case import keep
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.line.due import takes
from suluh.case.line.line import LINE
from suluh.case.line.step import Gathered
from suluh.custody.key import QUICK, OfficerKey
from suluh.model.after.beyond import Country, Edge, Estimate, Joint, Lead, LeadTerm, Origin
from suluh.model.after.sharing import Draft, Release
from suluh.model.body import Noun, kind_of
from suluh.model.deeds import steps
from suluh.model.deeds.acts import DEEDS
from suluh.model.deeds.deed import Deed
from suluh.model.deeds.typed import TYPED
from suluh.model.dossier.entered import Entered, fields_of
from suluh.model.ids import make_id, record_id
from suluh.model.intake import Acquisition, Authority, Content, Exhibit, File, Flaw, Outcome, Removal, Standing
from suluh.model.matching import (
    Camera,
    Category,
    Fingerprint,
    Group,
    HashSet,
    Match,
    MediaFacts,
    Sample,
    Sighting,
    Stratum,
    Vote,
)
from suluh.model.people import Decision, Link, Person
from suluh.model.place import Place
from suluh.model.talk import Account, Attachment, Contact, Conversation, Message, Trait
from suluh.model.times import When
from suluh.model.trade import Claim, Coincidence, Deal, Offer, Payment, Price, Stamp, Statement, Term
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import add_officer, unlock

AT = "2026-01-02T03:04:05Z"
ANI, BUDI = "whatsapp:+6281200000001", "whatsapp:+6281200000002"
ENTRIES, CHECKED = 68, 56
"""How many entries `fill` makes in a new case, and after how many of them the first checkpoint is written."""

LAST, NEXT, AFTER_NEXT = (f"entry {ENTRIES + more}" for more in range(3))
PASSPHRASE = "kata sandi uji"  # noqa: S105 # of made-up keys


def digest(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()


PICTURES = (digest("gradient"), digest("noise"))
SET = digest("set")
ABSENT = (
    f"the package of draft {make_id('draft', 1)} was released and is not in releases/: handed on, or lost",
    "the files of paper written-1 are not in releases/: it can no longer be released",
)
"""What verification says of the release and the frozen paper below, of which there are no files."""

FILES = (b"chat.txt", b"a.png", b"b.png")


def clock(start: datetime = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)) -> "Clock":
    return Clock(start)


class Clock:
    """Goes on by one second whenever somebody looks."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


def officer(unit: UnitFolder, code: str, access: str = "supervisor") -> OfficerKey:
    add_officer(unit, code, access, PASSPHRASE, AT, QUICK)
    return unlock(unit, code, PASSPHRASE)


def place(line: int) -> Place:
    return Place(exhibit="B-1", acquisition="1", path="chat.txt", file=make_id("file", "chat"), line=line)


def sample(kind: type[Entered], by: str) -> Entered:
    """One of a kind that officers type, with every field that it needs."""
    said = {
        one.name: one.choices[0] if one.choices else FORMS.get(one.form, "kata")
        for one in fields_of(kind)
        if one.is_needed
    }
    many = {one.name for one in fields_of(kind) if one.is_many}
    given = {name: (text,) if name in many else text for name, text in said.items()}
    return kind(id=make_id(kind_of(kind), 1), code=f"{kind_of(kind)}-1", at=AT, by=by, **given)


FORMS = {"day": "2026-01-02", "moment": "2026-01-02T08:15+07:00", "digest": "a" * 64, "number": "1", "person": "AK-1"}
"""How a field of each form may be written."""


def entered(by: str) -> list[tuple[str, list[Noun]]]:
    """What officers enter, by the action of each act."""
    authority = Authority(
        id=make_id("authority", "P-1"), kind="court", number="P-1", issuer="PN Contoh", date="2026-01-01", at=AT, by=by
    )
    exhibits: list[Noun] = []
    for order, label in enumerate(("B-1", "B-2"), 1):
        exhibits += [
            Exhibit(
                id=make_id("exhibit", label),
                label=label,
                authority="P-1",
                order=order,
                timezone="Asia/Jakarta",
                at=AT,
                by=by,
            ),
            Acquisition(id=make_id("acquisition", label, "1"), exhibit=label, name="1", order=order, at=AT, by=by),
        ]
    known = HashSet(id=make_id("hashset", SET), name="unit", kind="known", digest=SET, entries=2, at=AT, by=by)
    decision = Decision(
        id=make_id("decision", 1), act="category", left=PICTURES[0], right="scheme:1", by=by, at=AT, order=1
    )
    votes = [
        Vote(
            id=make_id("vote", one),
            sha256=one,
            scheme="unit",
            code="1",
            source="viewer",
            sheet=SET,
            line=2,
            by=by,
            at=AT,
        )
        for one in PICTURES
    ]
    stratum = Stratum(exhibit="B-1", files=2, contents=2, groups=1, drawn=PICTURES)
    samples = [
        Sample(
            id=make_id("sample", seed), seed=seed, size=2, frame=digest(seed), groups=1, strata=(stratum,), by=by, at=AT
        )
        for seed in ("5", "6")
    ]
    draft = Draft(id=make_id("draft", 1), recipient="Jaksa", digest=digest("d"), by=by, at=AT, signature="00")
    release = Release(id=make_id("release", 1), draft=draft.id, digest=draft.digest, by=by, at=AT, signature="00")
    return [
        ("authority", [authority]),
        *((kind_of(kind), [sample(kind, by)]) for kind in TYPED),
        ("add", exhibits),
        ("sets", [known]),
        ("decide", [decision]),
        ("categories", list(votes)),
        ("sample", list(samples)),
        ("draft", [draft]),
        ("approve", [release]),
        *removals(by),
    ]


def removals(by: str) -> list[tuple[str, list[Noun]]]:
    """Two proposals to remove an exhibit, which nobody carried out; an officer's act is one row."""
    found = (
        Removal(id=make_id("removal", number), exhibit="B-2", document=f"D-{number}", reason="uji", at=AT, by=by)
        for number in (1, 2)
    )
    return [("removal", [one]) for one in found]


def gathered() -> list[Noun]:
    """What the steps over single files find."""
    nouns: list[Noun] = []
    for order, name in enumerate(FILES):
        file = make_id("file", name)
        sha256 = digest("chat") if order == 0 else PICTURES[order - 1]
        nouns += [
            File(id=file, exhibit="B-1", acquisition="1", path=name, order=1, parent=None, size=9),
            Content(id=file, file=file, sha256=sha256, sha1="1" * 40, md5="2" * 32, size=9, type="image/png"),
            Outcome(id=record_id("outcome", file, ""), file=file, state="read", reader="whatsapp-txt"),
        ]
    for sha256 in PICTURES:
        nouns += [
            Fingerprint(id=make_id("fingerprint", sha256), sha256=sha256, kind="pdq", value="ab" * 32, quality=99),
            MediaFacts(id=make_id("facts", sha256), sha256=sha256, make="Pabrik", model="Satu", latitude=-6_175_392),
        ]
    return [*nouns, *told()]


def told() -> list[Noun]:
    """What a chat and a statement say."""
    nouns: list[Noun] = []
    for line, account in enumerate((ANI, BUDI), 1):
        at, spot = When(written="02/01/26 10.04", local="2026-01-02T10:04", precision="minute"), place(line)
        talk = f"whatsapp:direct/{line}"
        nouns += [
            Account(id=make_id("account", line), account=account, place=spot, names=(f"Nama {line}",)),
            Contact(id=make_id("contact", line), name="Seseorang", account=account, place=spot),
            Conversation(id=make_id("conversation", line), conversation=talk, kind="direct", place=spot),
            Message(
                id=make_id("message", line),
                conversation=talk,
                kind="text",
                place=spot,
                sent=at,
                sender=account,
                text='Rahasia: paket 40 file 50rb \u2028 "é" \x7f\x1f',
                attachments=(Attachment(state="present", name="a.png", sha256=PICTURES[0]),),
                native=f"n{line}",
            ),
            Statement(id=make_id("statement", line), account=f"bca:000{line}", place=spot, currency="IDR"),
            Payment(
                id=make_id("payment", line),
                statement=make_id("statement", line),
                amount_minor=5_000_000,
                amount_as_written="50.000,00",
                currency="IDR",
                channel="atm",
                incoming=True,
                place=spot,
                at=at,
            ),
            Trait(id=make_id("trait", line), what="model", value="CT-100", place=spot),
            Flaw(id=make_id("flaw", line), step="read", reason="no time", place=spot, raw="??"),
        ]
    return nouns


def derived() -> list[Noun]:
    """What is worked out from the rest."""
    persons = [Person(id=make_id("person", one), accounts=(one,)) for one in (ANI, BUDI)]
    nouns: list[Noun] = [*persons]
    for order, file in enumerate(make_id("file", name) for name in FILES):
        nouns.append(Standing(id=make_id("standing", file), file=file, exhibit="B-1", state="read", position=order))
    for sha256 in PICTURES:
        nouns += [
            Match(
                id=make_id("match", sha256),
                sha256=sha256,
                kind="exact",
                set=SET,
                set_name="unit",
                set_kind="known",
                set_entry=1,
                categories=(Category(scheme="scheme", code="1"),),
            ),
        ]
    for number in (1, 2):
        term = Term(rule="amount", score=-7, text="same amount")
        nouns += [
            Deal(
                id=make_id("deal", number),
                kind="sale",
                state="delivered",
                tier="recorded",
                seller=ANI,
                buyer=BUDI,
                items_promised=40,
                items_delivered=2,
                items_distinct=2,
                amount_minor=5_000_000,
                currency="IDR",
                paid_at=AT,
                paid_on=Stamp(exhibit="B-1", written="02/01/26 10.04"),
                payments=("p",),
                chance=0,
                coincidence=Coincidence(days=61, lines=210, others=0, window=180),
                files=PICTURES,
                reasons_for=(term,),
            ),
            Claim(
                id=make_id("claim", number),
                message=make_id("message", number),
                conversation=f"telegram:group{number}",
                form="notice",
                says="paid",
                amount_minor=5_000_000,
                amount_as_written="Rp50.000",
                currency="IDR",
                channel="bank",
                place=place(number),
                reference="TRX-1",
            ),
            Offer(
                id=make_id("offer", number),
                kind="sale",
                conversation=f"telegram:group{number}",
                seller=ANI,
                at=AT,
                prices=(Price(items=40, amount_minor=5_000_000, currency="IDR"),),
                messages=("m",),
                told=1,
            ),
            Camera(
                id=make_id("camera", number),
                make="Pabrik",
                model=f"Model {number}",
                sightings=(Sighting(exhibit="B-1", contents=3),),
                contents=3,
            ),
            Edge(
                id=make_id("edge", number),
                left=persons[0].id,
                right=persons[1].id,
                kind="sale" if number == 1 else "gift",
                deals=2,
                recorded=2,
                items=4,
                amount_minor=10_000_000,
                asked_minor=300_000,
                currency="IDR",
                first=AT,
                first_on=Stamp(exhibit="B-1", written="02/01/26 10.04"),
            ),
            Estimate(id=make_id("estimate", number), of="buyers", role="floor", method="chao1", observed=3, low=4),
            Group(id=make_id("group", number), contents=PICTURES),
            Joint(id=make_id("joint", number), record="message", members=("a", "b"), places=(place(1),)),
            Lead(id=make_id("lead", number), rank=number, tier=1, about=ANI, terms=(LeadTerm(name="n", value=1),)),
            Link(id=make_id("link", number), left=ANI, right=BUDI, rule="same-number", judgement="suggested"),
            Origin(
                id=make_id("origin", number),
                conversation=f"telegram:group{number}",
                first_seen_items=1,
                items_sold_on=1,
                countries=(Country(code="ID", basis="phone"),),
            ),
        ]
    return nouns


def every_noun(by: str = "S-1") -> list[Noun]:
    """All of them, but case and officer, which starting a case makes."""
    return [noun for _, nouns in entered(by) for noun in nouns] + gathered() + derived()


def start(root: Path, unit: UnitFolder, key: OfficerKey) -> Case:
    """An empty case."""
    return Case.start(CaseFolder(root), "LP/1/2026", "Unit PPA", Acting(key, unit, clock(), secret=bytes(32)))


def work_out(case: Case) -> None:
    """Enter that every step has taken what the case holds now, as a run does at its end."""
    for step in LINE:
        if not isinstance(step, Gathered):
            for unit, took in takes(case, step).items():
                case.keep(Act(step.name, unit, took=took), [])


def file_away(case: Case, nouns: Iterable[Noun]) -> None:
    """Keep nouns of any kinds, each under the step that writes it."""
    for deed, found in by_step(list(nouns)):
        case.keep(Act(deed.word, "case" if deed.per == "case" else "files"), found)


def taken(case: Case, word: str) -> str:
    """What a step of the whole case takes as the case stands."""
    return next(found for step in LINE if step.name == word for found in takes(case, step).values())


def forge(case: Case, act: Act, nouns: Iterable[Noun] = ()) -> None:
    """Keep rows and their entry past every check that `keep` makes, with the key of the acting officer."""
    keep._keep(case._connection, case._pen(case.paper.id), act, nouns)


def fill(case: Case) -> None:
    """Keep every noun, derived ones twice, with a read for a purpose and a checkpoint in between."""
    for action, nouns in entered(case.acting.key.code):
        case.keep(act_of(action, nouns), nouns)
    file_away(case, gathered())
    first = [worked_out(case, deed.word, nouns[:2]) for deed, nouns in by_step(derived())]
    case.checkpoint()
    case.note(Act("look", "payments", {"purpose": "uji"}))
    for batch, (deed, nouns) in zip(first, by_step(derived()), strict=True):
        worked_out(case, deed.word, nouns, batch.seq)
    case.checkpoint()


def act_of(action: str, nouns: list[Noun]) -> Act:
    """The act of an officer; of a removal it says what its row says."""
    for one in nouns:
        if isinstance(one, Removal):
            return Act(action, one.exhibit, {"proposal": one.id, "document": one.document, "reason": one.reason})
    return Act(action, "by hand")


def worked_out(case: Case, word: str, nouns: list[Noun], *replaces: int) -> keep.Batch:
    """Keep what a step gave, with what it took."""
    return case.keep(Act(word, "case", replaces=replaces, took=taken(case, word)), nouns)


def by_step(nouns: list[Noun]) -> list[tuple[Deed, list[Noun]]]:
    """Nouns by the step that writes them; a flaw is one of reading."""
    writers = {kind: deed for deed in reversed(DEEDS.values()) if deed.form == "step" for kind in deed.writes}
    writers |= {Outcome: steps.READ_FILES, Flaw: steps.READ_FILES}
    found: dict[Deed, list[Noun]] = {}
    for noun in nouns:
        found.setdefault(writers[type(noun)], []).append(noun)
    return list(found.items())
