# SPDX-License-Identifier: Apache-2.0
"""A made-up case with people of three countries and a child, so that every kind of package leaves somebody out."""

import hashlib
from pathlib import Path

from tests.custody.every_noun import AT, file_away, place, start

from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.custody.key import OfficerKey
from suluh.model.body import Noun
from suluh.model.ids import make_id, record_id
from suluh.model.intake import Acquisition, Authority, Content, Exhibit, File, Flaw, Outcome, Standing
from suluh.model.matching import Group, HashSet, Match
from suluh.model.people import Decision, Link, Person
from suluh.model.talk import Account, Contact, Message
from suluh.model.times import When
from suluh.model.trade import Deal, Offer, Payment, Price, Statement, Term
from suluh.unit.folder import UnitFolder

ANI, BUDI = "whatsapp:+6281200000001", "whatsapp:+6281200000002"
BANK = "bca:9912345670"
SITI, SITI_TOO = "whatsapp:+60123456789", "telegram:user777001"
TWO, ABROAD = "whatsapp:+60129876543", "whatsapp:+6581234567"
"""One person with a number of Malaysia and one of Singapore."""

DEWI, RAMLI = "whatsapp:+6281200000011", "whatsapp:+60135550001"
"""Two who only announce something: one here, one with a number of Malaysia."""

LILI, LILI_TOO = "whatsapp:+6281200000009", "telegram:user999001"
NAMES = {
    ANI: "Ani Sukmawati",
    BUDI: "Budi Raharjo",
    BANK: "ANI SUKMA W",
    SITI: "Siti Melaka",
    SITI_TOO: "sitimelaka",
    TWO: "Tuah Jebat",
    ABROAD: "Tuah Jebat SG",
    DEWI: "Dewi Pasar",
    RAMLI: "Ramli Ipoh",
    LILI: "Lili Kecil",
    LILI_TOO: "lilikecil",
}
PERSONS = ((ANI, BANK), (BUDI,), (SITI, SITI_TOO), (TWO, ABROAD), (LILI, LILI_TOO))
FILES = ("WhatsApp Chat with Lili Kecil.txt", "one.png", "two.png", "three.png", "four.png")


def digest(word: str, kind: str = "sha256") -> str:
    return hashlib.new(kind, word.encode()).hexdigest()


SET = digest("the set")
TALK, ONE, TWO_, THREE, FOUR = (digest(name) for name in FILES)
SOLD = {ONE: BUDI, TWO_: SITI, FOUR: TWO}
"""What Ani sold to whom; what the child sold to Budi is `THREE`."""


def person_of(account: str) -> str:
    return make_id("person", next(one[0] for one in PERSONS if account in one))


def entered(by: str) -> list[tuple[str, list[Noun]]]:
    paper = Authority(
        id=make_id("authority", "P-1"), kind="court", number="P-1", issuer="PN", date="2026-01-01", at=AT, by=by
    )
    told = {"label": "B-1", "authority": "P-1", "order": 1, "holder": NAMES[LILI], "accounts": (LILI,)}
    exhibit = Exhibit(id=make_id("exhibit", "B-1"), at=AT, by=by, **told)
    acquired = Acquisition(id=make_id("acquisition", "B-1", "1"), exhibit="B-1", name="1", order=1, at=AT, by=by)
    known = HashSet(id=make_id("hashset", SET), name="himpunan", kind="known", digest=SET, entries=4, at=AT, by=by)
    rows = (
        ("role", LILI, "anak korban", {"valid_from": "2026-01-01", "reason": f"kata {NAMES[LILI]}"}),
        ("status", LILI_TOO, "Anak saksi", {"document": "SK-1", "valid_from": "2026-01-02"}),
        ("role", ANI, "seller", {"reason": f"menurut {NAMES[BUDI]}"}),
        ("part", ANI, BUDI, {"reason": f"bukan {NAMES[BUDI]}"}),
        ("category", FOUR, "scheme:1", {}),
    )
    decisions = [
        Decision(id=make_id("decision", order), act=act, left=left, right=right, by=by, at=AT, order=order, **more)
        for order, (act, left, right, more) in enumerate(rows, 1)
    ]
    return [("authority", [paper]), ("add", [exhibit, acquired]), ("sets", [known]), ("decide", decisions)]


def found() -> list[Noun]:
    nouns: list[Noun] = []
    for position, name in enumerate(FILES):
        file, sha256 = make_id("file", name), digest(name)
        digests = {"sha256": sha256, "sha1": digest(name, "sha1"), "md5": digest(name, "md5")}
        nouns += [
            File(id=file, exhibit="B-1", acquisition="1", path=name.encode(), order=1, size=9),
            Content(id=file, file=file, size=9, type="image/png" if position else "text/plain", **digests),
            Outcome(id=record_id("outcome", file, ""), file=file, state="read", reader="whatsapp-txt"),
            Standing(
                id=make_id("standing", file),
                file=file,
                exhibit="B-1",
                state="unparsed" if name == "two.png" else "read",
                position=position,
                reason=f"no reader knows {NAMES[LILI]}",
            ),
        ]
    told = {"kind": "exact", "set": SET, "set_name": "himpunan", "set_kind": "known", "set_entry": 1}
    nouns += [Match(id=make_id("match", one), sha256=one, **told) for one in (ONE, TWO_, THREE)]
    return [*nouns, *_told()]


def _told() -> list[Noun]:
    """What chats and statements say: names, numbers and words that leave in no package but where they may."""
    nouns: list[Noun] = []
    for line, (account, name) in enumerate(NAMES.items(), 1):
        at, spot = When(written="02/01/26 10.04", local="2026-01-02T10:04", precision="minute"), place(line)
        nouns += [
            Account(id=make_id("account", line), account=account, place=spot, names=(name,)),
            Contact(id=make_id("contact", line), name=f"Panggilan {name}", account=account, place=spot),
            Message(
                id=make_id("message", line),
                conversation=f"whatsapp:direct/{line}",
                kind="text",
                place=spot,
                sent=at,
                sender=account,
                text=f"Rahasia {name}: paket 40 file 50rb",
            ),
            Statement(id=make_id("statement", line), account=BANK, place=spot, holder=name, currency="IDR"),
            Payment(
                id=make_id("payment", line),
                statement=make_id("statement", line),
                amount_minor=5_000_000,
                amount_as_written="50.000,00",
                currency="IDR",
                channel="bank",
                incoming=True,
                place=spot,
                payer=account,
                payer_name=name,
                text=f"TRSF {name}",
                at=at,
            ),
            Flaw(id=make_id("flaw", line), step="read", reason=f"no time beside {name}", place=spot, raw=name),
        ]
    return nouns


DECIDED = {"judgement": "confirmed", "by": "N-1", "at": "2026-01-04T03:04:05Z"}
"""What an officer decided of the first deal; of the others nobody decided."""


def worked_out() -> list[Noun]:
    nouns: list[Noun] = [Person(id=make_id("person", one[0]), accounts=one) for one in PERSONS]
    pairs = [*((ANI, buyer, (sha256,)) for sha256, buyer in SOLD.items()), (LILI, BUDI, (THREE,))]
    for number, (seller, buyer, files) in enumerate(pairs, 1):
        nouns.append(
            Deal(
                id=make_id("deal", number),
                kind="sale",
                state="delivered",
                tier="recorded",
                seller=seller,
                buyer=buyer,
                items_delivered=1,
                items_distinct=1,
                amount_minor=5_000_000 + number,
                currency="IDR",
                paid_at=f"2026-01-0{number}T03:04:05Z",
                payments=(make_id("payment", number),),
                files=files,
                reasons_for=(Term(rule="amount", score=7, text=f"the payer's name is {NAMES[buyer]}"),),
                **(DECIDED if number == 1 else {}),
            )
        )
    nouns += announced()
    joined = {"rule": "same-number", "judgement": "confirmed", "merges": True}
    apart = {"rule": "same-name", "judgement": "rejected"}
    nouns += [Link(id=make_id("link", one), left=one, right=two, **joined) for one, two in (PERSONS[0], PERSONS[2])]
    nouns += [Link(id=make_id("link", ANI, one), left=ANI, right=one, **apart) for one in (BUDI, LILI)]
    return [*nouns, Group(id=make_id("group", 1), contents=(ONE, TWO_))]


def announced() -> list[Noun]:
    """Offers of Ani, with two prices, of the child, and of both who do nothing else."""
    told = ((ANI, ((40, 5_000_000), (90, 9_000_000))), (LILI, ((5, 1_000_000),)), (DEWI, ()), (RAMLI, ((7, 700_000),)))
    return [
        Offer(
            id=make_id("offer", seller),
            kind="sale",
            conversation="whatsapp:group/rahasia",
            seller=seller,
            at=f"2026-01-0{number}T01:02:03Z",
            prices=tuple(Price(items=items, amount_minor=minor, currency="IDR") for items, minor in prices),
            items_promised=3 if not prices else None,
            messages=(make_id("message", number),),
            told=number,
            reasons_for=(Term(rule="public-offer", score=7, text=f"Rahasia {NAMES[seller]}"),),
        )
        for number, (seller, prices) in enumerate(told, 1)
    ]


def made_case(root: Path, unit: UnitFolder, key: OfficerKey) -> Case:
    """The case with all of it; whoever admits more officers enters afterwards that all is worked out."""
    case = start(root, unit, key)
    for action, nouns in entered(key.code):
        case.keep(Act(action, "by hand"), nouns)
    file_away(case, [*found(), *worked_out()])
    return case
