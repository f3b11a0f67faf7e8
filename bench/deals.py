# SPDX-License-Identifier: Apache-2.0
"""Scores deals on made-up worlds: ``python -m bench.deals FIRST LAST [PLAYED]`` prints the figures of some seeds.

`PLAYED` is the share of their deals whose talk people wrote; without it none is.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from suluh.deals.find import find
from suluh.deals.reading.rooms import by_room
from suluh.model.ids import make_id
from suluh.model.intake import Flaw
from suluh.model.people import Link, Person
from suluh.model.place import Place
from suluh.model.rules.holders import own_accounts
from suluh.model.talk import Account, Attachment, Conversation, Message
from suluh.model.times import Dated, When, utc
from suluh.model.trade import Deal, Offer, Payment, Statement
from suluh.simulator.baseline import first_in_time
from suluh.simulator.simulate import live
from suluh.simulator.world.events import Paid, Room, Said
from suluh.simulator.world.people import Person as Somebody
from suluh.simulator.world.trade import Size
from suluh.simulator.world.world import World
from suluh.simulator.writers.ledger import paying_account


@dataclass
class Facts:
    """A made-up world as the line hands it to the deals step, and what is true of it."""

    talk: list[Dated[Message]] = field(default_factory=list)
    payments: list[Dated[Payment]] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    conversations: list[Conversation] = field(default_factory=list)
    persons: list[Person] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    ends: dict[str, datetime] = field(default_factory=dict)
    deal_of_message: dict[str, str] = field(default_factory=dict)
    deals_of_payment: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sides: dict[str, tuple[str, str]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    """True deals that the exhibits hold with at least one payment."""

    owner: dict[str, str] = field(default_factory=dict)
    """Whose each account really is."""

    delivered: dict[str, int] = field(default_factory=dict)
    paid_minor: dict[str, int] = field(default_factory=dict)

    def deals(self) -> list[Deal]:
        """What the deals step finds."""
        return [one for one in self.all() if isinstance(one, Deal)]

    def all(self) -> list[Deal | Offer | Link | Flaw]:
        """Deals, offers, links, and what could not be worked with."""
        return list(
            find(
                by_room(self.talk),
                self.payments,
                self.statements,
                self.conversations,
                self.persons,
                self.accounts,
                own_accounts([], self.accounts, self.persons),
                self.ends,
            )
        )


def made_up(seed: int, *, deals: int = 240, days: int = 60, dated: bool = True, played: float = 0) -> Facts:
    """The facts of one world; `dated` false gives bank lines that know only their day."""
    world = World(seed)
    trade, _ = live(world, Size(3, 40, deals, days, 400, played))
    return _facts(world, {person.key: f"B-{number + 1}" for number, person in enumerate(trade.seized)}, dated=dated)


def _facts(world: World, devices: Mapping[str, str], *, dated: bool) -> Facts:
    facts = Facts()
    rooms = {key: room for key, room in world.rooms.items() if not room.deleted and _device(room, devices)}
    for one in world.said:
        if one.room.key in rooms and one.kind in {"text", "media", "post"}:
            facts.talk.append(Dated(_message(one, devices), one.at))
    for number, room in enumerate(rooms.values()):
        facts.conversations.append(_conversation(number, room, devices))
    for who in world.registry.persons:
        facts.persons += _persons(who)
        facts.accounts += _accounts(who, devices)
        facts.owner.update(dict.fromkeys(who.accounts, who.key))
    for who in world.registry.persons:
        if who.key in devices:
            for account in (who.money, who.wallet, who.credit):
                _statement(facts, world.paid, who, account, devices[who.key], dated=dated)
    for deal in world.deals:
        facts.sides[deal.key] = (deal.seller.key, deal.buyer.key)
        facts.delivered[deal.key] = len(deal.pictures)
        facts.deal_of_message.update((said.key, deal.key) for said in deal.said)
        paid = [one.key for one in deal.paid]
        facts.deals_of_payment.update((key, (deal.key,)) for key in paid)
        booked = {one.value.id for one in facts.payments}
        if deal.room.key in rooms and booked & set(paid):
            facts.seen.add(deal.key)
            facts.paid_minor[deal.key] = 100 * deal.money
    last = max(one.at for one in facts.talk if one.at)
    facts.ends = dict.fromkeys(devices.values(), last)
    return facts


def _device(room: Room, devices: Mapping[str, str]) -> str | None:
    return next((devices[member.key] for member in room.members if member.key in devices), None)


def _place(exhibit: str, file: str, line: int) -> Place:
    return Place(exhibit=exhibit, acquisition="1", path=file, file=file, line=line)


def _message(one: Said, devices: Mapping[str, str]) -> Message:
    exhibit = _device(one.room, devices) or ""
    sender = _account(one.sender, one.room, devices) if one.sender else None
    sent = one.picture
    picture = Attachment(state="present", name=f"x.{sent.suffix}", sha256=sent.sha256) if sent else None
    return Message(
        id=one.key,
        conversation=one.room.key,
        kind="media" if picture else one.kind,
        place=_place(exhibit, one.room.key, int(one.key[-6:])),
        sent=When(written="", at=utc(one.at)),
        sender=sender,
        text=one.text,
        attachments=(picture,) if picture else (),
        forwarded_from="x" if one.forwarded else None,
    )


def _account(who: Somebody, room: Room, devices: Mapping[str, str]) -> str:
    if room.lids and who.key not in devices:
        return f"whatsapp:{who.lid}@lid"
    return who.account(room.service)


def _conversation(number: int, room: Room, devices: Mapping[str, str]) -> Conversation:
    exhibit = _device(room, devices) or ""
    members = tuple(_account(one, room, devices) for one in room.members)
    return Conversation(
        id=f"c{number}", conversation=room.key, kind=room.kind, place=_place(exhibit, room.key, 1), members=members
    )


def _persons(one: Somebody) -> Iterator[Person]:
    by_number = (one.whatsapp, f"whatsapp:{one.lid}@lid", one.wallet, one.credit)
    for accounts in (by_number, (one.account("telegram"),), (one.account("x"),), (one.money,)):
        yield Person(id=make_id("person", *sorted(accounts)), accounts=tuple(sorted(accounts)))


def _accounts(one: Somebody, devices: Mapping[str, str]) -> Iterator[Account]:
    exhibit = devices.get(one.key)
    for account in (one.whatsapp, one.account("telegram"), one.account("x")):
        yield Account(
            id=make_id("a", account),
            account=account,
            place=_place(exhibit or "B-1", "accounts", 1),
            names=(one.name,),
            own=exhibit is not None,
        )


def _statement(facts: Facts, paid: Iterable[Paid], one: Somebody, account: str, exhibit: str, *, dated: bool) -> None:
    name = f"statement/{account}"
    credit = account == one.credit
    facts.statements.append(
        Statement(
            id=name,
            account="otomax:X" if credit else account,
            place=_place("B-9" if credit else exhibit, name, 1),
            holder=None if credit else one.holder,
        )
    )
    bank = account == one.money
    mine = [line for line in paid if account in {line.to, paying_account(line)}]
    for number, line in enumerate(sorted(mine, key=lambda line: (line.at, line.key))):
        incoming = line.to == account
        if credit and not incoming:
            continue
        facts.payments.append(
            _payment(line, name, exhibit, number, incoming=incoming, credit=credit, bank=bank, dated=dated)
        )


def _payment(  # noqa: PLR0913 # what a line of a statement is made of
    line: Paid, statement: str, exhibit: str, number: int, *, incoming: bool, credit: bool, bank: bool, dated: bool
) -> Dated[Payment]:
    day = bank and not dated
    local = line.at.isoformat()[:10]
    at = When(written="", precision="day", local=local) if day else When(written="", at=utc(line.at))
    shown = line.channel != "atm" and not credit
    own = line.to if incoming else paying_account(line)
    other = None if bank or credit else (paying_account(line) if incoming else line.to)
    other_name = (line.payer if incoming else line.beneficiary).holder if shown else None
    payment = Payment(
        id=line.key,
        statement=statement,
        amount_minor=line.amount * 100,
        amount_as_written=str(line.amount),
        currency="IDR",
        channel=line.channel,
        incoming=incoming and not credit,
        place=_place("B-9" if credit else exhibit, statement, number),
        payer=(other if incoming else own) if not credit else None,
        beneficiary=own if incoming else other,
        payer_name=other_name if incoming else None,
        beneficiary_name=None if incoming else other_name,
        at=at,
        booked=local,
        reference=line.reference or None,
    )
    return Dated(payment, None if day else line.at)


@dataclass
class Figures:
    """Counts over one or more worlds."""

    shown: int = 0
    right: int = 0
    true: int = 0
    recorded: int = 0
    recorded_right: int = 0
    items: int = 0
    items_wrong: int = 0
    money: int = 0
    money_shown: int = 0
    edges_shown: int = 0
    edges_right: int = 0
    edges_true: int = 0
    plain_shown: int = 0
    plain_right: int = 0
    bins: Counter[tuple[int, bool]] = field(default_factory=Counter)
    points: list[tuple[int, int, bool]] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall of deals with payments."""
        return 2 * self.right / max(1, self.shown + self.true)

    @property
    def plain_f1(self) -> float:
        """The same of the plainest rule."""
        return 2 * self.plain_right / max(1, self.plain_shown + self.true)

    def ece(self) -> float:
        """Expected calibration error of the score, in ten bins."""
        total = sum(self.bins.values())
        error = 0.0
        for low in range(10):
            right, wrong = self.bins[low, True], self.bins[low, False]
            if right + wrong:
                error += abs(right / (right + wrong) - self._mean(low)) * (right + wrong) / total
        return error

    def _mean(self, low: int) -> float:
        scores = [score for score, _, _ in self.points if min(9, score // 100_000) == low]
        return sum(scores) / len(scores) / 1_000_000

    def __str__(self) -> str:
        return (
            f"recorded P {self.recorded_right / max(1, self.recorded):.3f} ({self.recorded}) | paid"
            f" P {self.right / max(1, self.shown):.3f} R {self.right / max(1, self.true):.3f} F1 {self.f1:.3f}"
            f" | first in time F1 {self.plain_f1:.3f} | edges P {self.edges_right / max(1, self.edges_shown):.3f}"
            f" R {self.edges_right / max(1, self.edges_true):.3f} | items {self.items_wrong / max(1, self.items):.3f}"
            f" money {abs(self.money_shown - self.money) / max(1, self.money):.3f} ECE {self.ece():.3f}"
        )


def score(facts: Facts, deals: Iterable[Deal], into: Figures | None = None) -> Figures:
    """The figures of one world, added to those of others."""
    figures = into or Figures()
    whose = facts.owner
    found: set[str] = set()
    pairs: set[tuple[str | None, str | None]] = set()
    for deal in deals:
        key = _true_deal(facts, deal, whose)
        if key is not None and deal.state != "offered":
            figures.items += facts.delivered[key]
            figures.items_wrong += abs(facts.delivered[key] - deal.items_delivered)
            pairs.add(facts.sides[key])
        if deal.payments:
            figures.shown += 1
            figures.money_shown += deal.amount_minor or 0
            right = key is not None and key in facts.seen and key not in found
            figures.right += right
            figures.bins[min(9, deal.score // 100_000), right] += 1
            figures.points.append((deal.score, 0, right))
            if deal.tier == "recorded":
                figures.recorded += 1
                figures.recorded_right += right
            if key:
                found.add(key)
    figures.true += len(facts.seen)
    figures.money += sum(facts.paid_minor.values())
    shown = {
        (whose.get(deal.seller or ""), whose.get(deal.buyer or ""))
        for deal in deals
        if deal.state != "offered" and deal.buyer
    }
    true = {facts.sides[key] for key in {facts.deal_of_message.get(one.value.id) for one in facts.talk} if key}
    figures.edges_shown += len(shown)
    figures.edges_right += len(shown & true)
    figures.edges_true += len({facts.sides[key] for key in facts.seen})
    _plain(facts, figures, whose)
    return figures


def _plain(facts: Facts, figures: Figures, whose: Mapping[str, str]) -> None:
    messages = [
        {
            "id": one.value.id,
            "conversation": one.value.conversation,
            "sender": one.value.sender,
            "sent_at": utc(one.at) if one.at else None,
            "kind": one.value.kind,
            "text": one.value.text,
            "attachments": one.value.attachments,
        }
        for one in facts.talk
    ]
    payments = [
        {
            "id": one.value.id,
            "beneficiary": one.value.beneficiary,
            "status": one.value.status,
            "amount_minor": one.value.amount_minor,
            "at": utc(one.at) if one.at else None,
            "booked": one.value.booked,
        }
        for one in facts.payments
        if one.value.incoming or one.value.channel == "phone-credit"
    ]
    found: set[str] = set()
    for deal in first_in_time(messages, payments):
        figures.plain_shown += 1
        message, payment = deal["messages"][0], deal["payments"][0]  # type: ignore[index] # deals hold lists
        key = facts.deal_of_message.get(message)
        sides = (whose.get(str(deal["seller"])), whose.get(str(deal["buyer"])))
        if key and key in facts.deals_of_payment.get(payment, ()) and key not in found and facts.sides[key] == sides:
            figures.plain_right += 1
            found.add(key)


def _true_deal(facts: Facts, deal: Deal, whose: Mapping[str, str]) -> str | None:
    said = Counter(key for one in deal.messages if (key := facts.deal_of_message.get(one)))
    if not said:
        return None
    key = said.most_common(1)[0][0]
    if any(key not in facts.deals_of_payment.get(one, ()) for one in deal.payments):
        return None
    sides = (whose.get(deal.seller or ""), whose.get(deal.buyer or ""))
    return key if sides == facts.sides[key] else None


def main() -> None:
    """Print the figures of a range of seeds."""
    first, last, *share = sys.argv[1:]
    played = float(share[0]) if share else 0.0
    for dated in (True, False):
        total = Figures()
        start = time.perf_counter()
        for seed in range(int(first), int(last) + 1):
            facts = made_up(seed, dated=dated, played=played)
            score(facts, facts.deals(), total)
        print(f"{'times' if dated else 'days only'}: {total} in {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
