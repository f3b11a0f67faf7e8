# SPDX-License-Identifier: Apache-2.0
"""Gathers what is true of a world, and how much of it the written exhibits show."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from msgspec.structs import replace

from suluh.model.times import utc
from suluh.simulator.evidence.devices import Reply, Seizure
from suluh.simulator.evidence.pictures import PILLOW
from suluh.simulator.evidence.tree import Tree, with_copies
from suluh.simulator.origins import origins
from suluh.simulator.truth import (
    IDLE,
    Population,
    TrueDeal,
    TrueEdge,
    TrueExhibit,
    TrueMessage,
    TruePayment,
    TruePerson,
    TrueRecord,
    TrueRoom,
    TrueSource,
    Truth,
)
from suluh.simulator.world.events import Deal, Paid, Room, Said
from suluh.simulator.world.stage import Stage
from suluh.simulator.writers.ledger import MINOR

COURT = "12/Pen.Sita/2026/PN-MADE-UP"
"""Number of the made-up paper that covers every device."""

LETTER = "B/345/MADE-UP/2026"
"""Number of the made-up letter that banks and dealers replied to."""


@dataclass(frozen=True)
class Seen:
    """What stands in the exhibits."""

    messages: frozenset[str]
    payments: frozenset[str]
    pictures: frozenset[str]
    """SHA-256 of every file."""


def gather(stage: Stage, exhibits: Sequence[Seizure | Reply], trees: Sequence[Tree]) -> Truth:
    """The truth of a world and of the exhibits that were written of it."""
    files = with_copies(file for tree in trees for file in sorted(tree.files, key=lambda one: one.key.encode()))
    records = tuple(_settled(record, tree) for tree in trees for record in tree.records)
    entries = tuple(entry for tree in trees for entry in tree.entries)
    seen = Seen(
        frozenset(record.message for record in records if record.message),
        frozenset(entry.payment for entry in entries if entry.payment),
        frozenset(file.sha256 for file in files),
    )
    deals = tuple(_deal(deal, seen) for deal in stage.deals)
    sources = tuple(_sources(stage))
    messages = tuple(_messages(stage))
    holders = {one.label: one.holder.key for one in exhibits if isinstance(one, Seizure)}
    directs = {key for key, room in stage.rooms.items() if room.kind == "direct"}
    counts = {"files": len(files), "records": len(records), "entries": len(entries), "deals": len(deals)}
    counts["pictures"] = len(stage.gallery.pictures)
    return Truth(
        seed=stage.seed,
        pillow=PILLOW,
        start=utc(stage.start),
        persons=tuple(_persons(stage, [one for one in exhibits if isinstance(one, Seizure)])),
        exhibits=tuple(_exhibit(one) for one in exhibits),
        files=files,
        rooms=tuple(_room(room) for _, room in sorted(stage.rooms.items())),
        messages=messages,
        records=records,
        payments=tuple(_payments(stage)),
        entries=entries,
        deals=deals,
        edges=tuple(_edges(stage.deals, seen)),
        sources=sources,
        origins=tuple(origins(records, messages, deals, holders, directs)),
        population=_population(stage, seen, sources),
        counts=counts,
    )


def _settled(record: TrueRecord, tree: Tree) -> TrueRecord:
    """Where the app states a file's hash, the file is there as long as its bytes lie anywhere on the device."""
    if record.table is None or all(one.state != "missing" for one in record.attachments):
        return record
    held = tree.digests
    there = tuple(replace(one, state="present") if one.sha256 in held else one for one in record.attachments)
    return replace(record, attachments=there)


def _persons(stage: Stage, seizures: Sequence[Seizure]) -> list[TruePerson]:
    return [
        TruePerson(
            key=person.key,
            name=person.name,
            holder=person.holder,
            role=person.role,
            country=person.country,
            accounts=person.accounts,
            called=tuple((seizure.label, seizure.called(person)) for seizure in seizures),
        )
        for person in stage.registry.persons
    ]


def _exhibit(one: Seizure | Reply) -> TrueExhibit:
    path = f"exhibits/{one.label}"
    if isinstance(one, Reply):
        return TrueExhibit(label=one.label, path=path, authority=LETTER, holder="", accounts=(), timezone=one.zone)
    return TrueExhibit(
        label=one.label,
        path=path,
        authority=one.paper or COURT,
        holder=one.holder.name,
        accounts=one.accounts,
        timezone=one.stated or one.zone,
    )


def _room(room: Room) -> TrueRoom:
    members = tuple(person.key for person in room.members)
    return TrueRoom(
        key=room.key, service=room.service, kind=room.kind, title=room.title, members=members, deleted=room.deleted
    )


def _messages(stage: Stage) -> list[TrueMessage]:
    deal_of = {said.key: deal.key for deal in stage.deals for said in deal.said}
    return [
        TrueMessage(
            key=one.key,
            conversation=one.room.key,
            sender=one.sender.key if one.sender else None,
            at=utc(one.at),
            kind=one.kind,
            text=one.text,
            step=one.step,
            deal=deal_of.get(one.key),
            picture=one.picture.sha256 if one.picture else None,
        )
        for one in stage.said
    ]


def _payments(stage: Stage) -> list[TruePayment]:
    deals_of: dict[str, list[str]] = {}
    for deal in stage.deals:
        for paid in deal.paid:
            deals_of.setdefault(paid.key, []).append(deal.key)
    return [
        TruePayment(
            key=one.key,
            payer=one.payer.key,
            beneficiary=one.beneficiary.key,
            amount_minor=one.amount * MINOR,
            at=utc(one.at),
            channel=one.channel,
            to=one.to,
            deals=tuple(deals_of.get(one.key, ())),
        )
        for one in stage.paid
    ]


def _deal(deal: Deal, seen: Seen) -> TrueDeal:
    return TrueDeal(
        key=deal.key,
        kind=deal.kind,
        state=deal.state,
        seller=deal.seller.key,
        buyer=deal.buyer.key,
        conversation=deal.room.key,
        items=deal.items,
        delivered=len(deal.pictures),
        distinct=len({picture.sha256 for picture in deal.pictures}),
        price_minor=deal.price * MINOR,
        paid_minor=deal.money * MINOR,
        offered_at=utc(deal.offered_at) if deal.offered_at else None,
        paid_at=_first(deal.paid),
        delivered_at=_first(deal.delivered),
        payments=tuple(paid.key for paid in deal.paid),
        messages=tuple(said.key for said in deal.said),
        pictures=tuple(picture.sha256 for picture in deal.pictures),
        seen_messages=sum(said.key in seen.messages for said in deal.said),
        seen_payments=sum(paid.key in seen.payments for paid in deal.paid),
    )


def _first(events: Sequence[Paid] | Sequence[Said]) -> str | None:
    return utc(min(one.at for one in events)) if events else None


def shows(deal: Deal, seen: Seen) -> bool:
    """Whether the exhibits hold any of a deal."""
    return any(said.key in seen.messages for said in deal.said) or any(paid.key in seen.payments for paid in deal.paid)


def _edges(deals: Sequence[Deal], seen: Seen) -> list[TrueEdge]:
    traded = sorted((deal for deal in deals if deal.state not in IDLE), key=_pair)
    edges = []
    for (seller, buyer), group in groupby(traded, key=_pair):
        mine = list(group)
        edges.append(
            TrueEdge(
                seller=seller,
                buyer=buyer,
                deals=len(mine),
                items=sum(len(deal.pictures) for deal in mine),
                amount_minor=sum(deal.money for deal in mine) * MINOR,
                seen=any(shows(deal, seen) for deal in mine),
            )
        )
    return edges


def _pair(deal: Deal) -> tuple[str, str]:
    return deal.seller.key, deal.buyer.key


def _sources(stage: Stage) -> list[TrueSource]:
    """Every group through which pictures came, with how many of them were sold on."""
    sold = {picture.sha256 for deal in stage.deals for picture in deal.pictures}
    came: dict[str, dict[str, str]] = {}
    for one in stage.said:
        if one.picture and one.sender and one.room.kind == "group":
            came.setdefault(one.room.key, {}).setdefault(one.picture.sha256, one.sender.country)
    return [
        TrueSource(
            conversation=key,
            title=stage.rooms[key].title,
            pictures=len(pictures),
            sold_on=len(pictures.keys() & sold),
            countries=tuple(sorted({member.country for member in stage.rooms[key].members})),
        )
        for key, pictures in sorted(came.items())
    ]


def _population(stage: Stage, seen: Seen, sources: Sequence[TrueSource]) -> Population:
    traded = [deal for deal in stage.deals if deal.state not in IDLE and deal.buyer.role == "buyer"]
    sold = {picture.sha256 for deal in traded for picture in deal.pictures}
    shown = {one.room.key for one in stage.said if one.key in seen.messages}
    return Population(
        buyers=len({deal.buyer.key for deal in traded}),
        buyers_seen=len({deal.buyer.key for deal in traded if shows(deal, seen)}),
        pictures=len(sold),
        pictures_seen=len(sold & seen.pictures),
        sources=len(sources),
        sources_seen=sum(source.conversation in shown for source in sources),
    )
