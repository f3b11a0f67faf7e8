# SPDX-License-Identifier: Apache-2.0
"""Made-up worlds that ties and deals are learned from and measured on: scripts of one writer on one phone, a ledger."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import msgspec

from suluh.model.people import Person
from suluh.model.place import Place
from suluh.model.talk import Account, Conversation, Message
from suluh.model.times import Dated, When, utc
from suluh.model.trade import Payment, Statement
from training.corpus import Script
from training.play import Somebody, Stage, play, somebody

SCRIPTS, DAYS = 45, 90
AGAIN, ALIKE, SHOWN = 0.31, 0.3, 0.8
"""How often somebody of an earlier script comes back; shares a word with the name of record; has it printed."""

STRANGERS, TRAFFIC, INCOMING = 3, 2.5, 0.75
"""Payments of strangers of the same sum around each one; round sums a day, and the share of those that come in."""

EXHIBIT = "W-1"
_START = datetime(2025, 3, 3, 1, tzinfo=UTC)
_ROUND = (10, 15, 20, 25, 30, 35, 40, 50, 60, 75, 100, 150, 200, 250, 300, 500)


@dataclass
class TrueDeal:
    """What is true of one deal."""

    key: str
    kind: str
    state: str
    seller: str
    buyer: str
    payments: frozenset[str]
    messages: frozenset[str]
    items: int
    money: int


@dataclass
class Scene:
    """One world: what the line hands to the deals step, and what is true of it."""

    name: str
    owner: Somebody
    both: bool = False
    """Whether the other side of a payment has a statement as well."""

    talk: list[Dated[Message]] = field(default_factory=list)
    payments: list[Dated[Payment]] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    conversations: dict[str, Conversation] = field(default_factory=dict)
    people: dict[str, Somebody] = field(default_factory=dict)
    deals: list[TrueDeal] = field(default_factory=list)
    room_of: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The conversation that each payment truly belongs to, and with whom; strangers' stand in none."""

    deal_of_payment: dict[str, str] = field(default_factory=dict)

    acts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What each message does, by id."""

    sums: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=dict)
    """The sums of money and the numbers of items that each message names."""

    deal_of_message: dict[str, str] = field(default_factory=dict)
    script_of: dict[str, str] = field(default_factory=dict)
    """The script of each message and payment."""

    def persons(self) -> list[Person]:
        """Each account by itself."""
        return [Person(id=f"person/{one.account}", accounts=(one.account,)) for one in self.people.values()]

    def accounts(self) -> list[Account]:
        """A sighting of each."""
        return [
            Account(
                id=f"a/{one.account}",
                account=one.account,
                place=_place(1),
                names=(one.nick,),
                own=one.account == self.owner.account,
            )
            for one in self.people.values()
        ]


def world(  # noqa: PLR0913 # what worlds differ by
    scripts: Sequence[Script],
    seed: str,
    *,
    dated: bool,
    quiet: bool = False,
    booked: bool = True,
    both: bool = False,
    days: int = DAYS,
) -> Scene:
    """Some scripts, each a while after the others, on one phone; `dated` false gives lines that know their day only.

    Of a `quiet` world no everyday payment is known. One that is not `booked` holds no statement. With `both` a payment
    stands on a statement of whoever it goes to or comes from as well.
    """
    dice = Random(f"world {seed}")  # noqa: S311 # made-up worlds, drawn again alike
    owner = somebody(dice, "toko saya", "whatsapp", alike=False)
    scene = Scene(seed, owner, both=both)
    scene.people[owner.account] = owner
    for one, number in ((owner.bank, "bank"), (owner.wallet, "wallet")):
        account = f"{'bca' if number == 'bank' else 'gopay'}:{one}"
        scene.statements.append(Statement(id=number, account=account, place=_place(1), holder=owner.holder))
    scene.statements.append(Statement(id="credit", account="reseller:1", place=_place(1)))
    drawn = dice.sample(list(scripts), min(SCRIPTS, len(scripts)))
    for script in drawn:
        _Cast(scene, script, dice).play(_START + timedelta(minutes=dice.uniform(0, days * 1440)), dated=dated)
    if not quiet:
        _traffic(scene, dice, days, dated=dated)
    scene.talk.sort(key=lambda one: (one.at, one.value.id))
    scene.payments.sort(key=lambda one: (one.value.booked or "", one.value.id))
    if not booked:
        _without_statements(scene)
    return scene


def _without_statements(scene: Scene) -> None:
    """Leave out every booked line: what is true of the deals stays, and no payment of theirs is known."""
    scene.payments, scene.statements, scene.room_of, scene.deal_of_payment = [], [], {}, {}
    scene.deals = [replace(one, payments=frozenset()) for one in scene.deals]


def alone(script: Script) -> Scene:
    """One script by itself, as it is read for its acts."""
    return world([script], f"alone {script.id}", dated=True, quiet=True)


class _Cast:
    """One script and those who play it."""

    def __init__(self, scene: Scene, script: Script, dice: Random) -> None:
        self.scene, self.script, self.dice = scene, script, dice
        pays = [turn["pay"] for turn in script.turns if "pay" in turn]
        self.mine = self._owner(pays)
        others = [key for key in script.people if key != self.mine]
        self.cast = {self.mine: scene.owner}
        for key in others:
            self.cast[key] = self._other(key, alone=len(others) == 1)
        self.channel = pays[0]["channel"] if pays else "bank"
        payee = pays[0]["to"] if pays else self.mine
        self.payee = self.cast.get(payee, scene.owner)
        self.other = next(one for key, one in self.cast.items() if one is not self.payee or key != payee)
        self.room = self._room([self.cast[key] for key in others])

    def _owner(self, pays: list[dict[str, Any]]) -> str:
        if "S" in self.script.people and self.script.deals:
            return "S"
        named = [one[side] for one in pays for side in ("to", "to", "from") if one[side] in self.script.people]
        speakers = [turn["by"] for turn in self.script.turns if "by" in turn]
        return self.dice.choice(named or speakers)

    def _other(self, key: str, *, alone: bool) -> Somebody:
        """Somebody new, or who has been here before."""
        known = [one for one in self.scene.people.values() if one is not self.scene.owner]
        if alone and known and self.dice.random() < AGAIN:
            return self.dice.choice(known)
        nick = self.script.people[key].get("nick") or key
        one = somebody(self.dice, nick, self.script.app, alike=self.dice.random() < ALIKE)
        self.scene.people[one.account] = one
        return one

    def _room(self, others: list[Somebody]) -> str:
        service = others[0].account.partition(":")[0] if len(others) == 1 else self.script.app
        name = f"{service}:chat/{others[0].account}" if len(others) == 1 else f"{service}:group/{self.script.id}"
        members = (self.scene.owner.account, *(one.account for one in others))
        self.scene.conversations[name] = Conversation(
            id=name,
            conversation=name,
            kind="direct" if len(others) == 1 else "group",
            place=_place(1),
            title=others[0].nick if len(others) == 1 else None,
            members=members,
        )
        return name

    def play(self, start: datetime, *, dated: bool) -> None:
        """Every turn, then what is true of it."""
        scene, script = self.scene, self.script
        stage = Stage(EXHIBIT, self.room, script.id, self.cast, self.payee, self.other, self.channel)
        messages: dict[int, list[str]] = defaultdict(list)
        paid: dict[int, tuple[str, ...]] = {}
        for number, at, turn in play(script.turns, start, stage, self.dice):
            row = script.turns[number]
            if turn is None:
                if "pay" in row and (name := self._pay(number, row["pay"], at, dated=dated)):
                    paid[number] = name
                continue
            for one in turn.messages:
                scene.talk.append(one)
                scene.script_of[one.value.id] = script.id
                messages[number].append(one.value.id)
                scene.acts[one.value.id] = tuple(row.get("acts", ()))
            whole = tuple(one for one in row.get("amounts", ()) if isinstance(one, int))
            scene.sums[turn.messages[0].value.id] = (whole, tuple(row.get("counts", ())))
        self._true(messages, paid)

    def _true(self, messages: dict[int, list[str]], paid: dict[int, str]) -> None:
        for number, deal in enumerate(self.script.deals):
            turns = self.script.turns
            if deal["seller"] not in self.cast or deal["buyer"] not in self.cast:
                continue
            pays = [turn for turn in deal.get("pays", ()) if turn in paid]
            net = sum(
                turns[one]["pay"]["amount"] * (1 if turns[one]["pay"]["to"] == deal["seller"] else -1) for one in pays
            )
            own = frozenset(one for turn in deal.get("turns", ()) for one in messages[turn])
            items = sum(
                int(turns[one].get("items") or 0)
                for one in deal.get("delivers", ())
                if turns[one].get("by") == deal["seller"] and not turns[one].get("deleted")
            )
            key = f"{self.scene.name}/{self.script.id}/{number}"
            self.scene.deal_of_message.update(dict.fromkeys(own, key))
            self.scene.deal_of_payment.update((name, key) for one in pays for name in paid[one])
            self.scene.deals.append(
                TrueDeal(
                    key=key,
                    kind=deal["kind"],
                    state=deal["state"],
                    seller=self.cast[deal["seller"]].account,
                    buyer=self.cast[deal["buyer"]].account,
                    payments=frozenset(name for one in pays for name in paid[one]),
                    messages=own,
                    items=items,
                    money=net,
                )
            )

    def _pay(self, number: int, pay: dict[str, Any], at: datetime, *, dated: bool) -> tuple[str, ...]:
        """The booked lines, where the phone's holder pays or is paid through a ledger that is on the exhibit."""
        incoming, outgoing = pay["to"] == self.mine, pay["from"] == self.mine
        channel = pay["channel"]
        if incoming == outgoing or (channel == "cash" and not pay.get("text")) or not pay["amount"]:
            return ()
        if channel == "phone-credit" and outgoing:
            return ()
        other = self.cast.get(pay["from"] if incoming else pay["to"])
        name = other.holder if other else None
        if pay.get("payer") == "third" and incoming:
            name = somebody(self.dice, "x", "whatsapp", alike=False).holder
        words = pay.get("text") or ""
        if channel in {"cash", "phone-credit", "qris"} or self.dice.random() > SHOWN:
            name = None
        script = self.script
        key = f"{script.id}/pay/{number:04d}"
        late, place = timedelta(minutes=float(pay.get("booked_late") or 0)), len(self.scene.payments)
        self.scene.payments.append(
            _line(self.scene, key, channel, pay["amount"], at + late, name, words, incoming=incoming, dated=dated)
        )
        with_ = (
            other.account if other else next(one.account for one in self.cast.values() if one is not self.scene.owner)
        )
        self.scene.room_of[key] = (self.room, with_)
        self.scene.script_of[key] = script.id
        if incoming:
            _strangers(self.scene, key, channel, pay["amount"], at, self.dice, dated=dated)
        if not self.scene.both or other is None or channel not in {"bank", "wallet"} or pay.get("payer") == "third":
            return (key,)
        twin = _beyond(self.scene, self.scene.payments[place], other, channel, self.dice)
        self.scene.room_of[twin], self.scene.script_of[twin] = (self.room, with_), script.id
        return (key, twin)


def _beyond(scene: Scene, line: Dated[Payment], other: Somebody, channel: str, dice: Random) -> str:
    """The same payment on the statement of the other side, which prints the account of this one or not."""
    number, name = (other.bank, "bca") if channel == "bank" else (other.wallet, "gopay")
    paper = Statement(id=f"{name}/{number}", account=f"{name}:{number}", place=_place(1), holder=other.holder)
    if paper not in scene.statements:
        scene.statements.append(paper)
    one, incoming = line.value, line.value.incoming
    mine = (one.beneficiary if incoming else one.payer) if dice.random() < SHOWN else None
    twin = msgspec.structs.replace(
        one,
        id=f"{one.id}/beyond",
        statement=paper.id,
        incoming=not incoming,
        payer=paper.account if incoming else mine,
        beneficiary=mine if incoming else paper.account,
        payer_name=None if incoming else scene.owner.holder,
        beneficiary_name=scene.owner.holder if incoming else None,
    )
    scene.payments.append(Dated(twin, line.at))
    return twin.id


def _line(  # noqa: PLR0913, PLR0917 # what a booked line is made of
    scene: Scene,
    key: str,
    channel: str,
    amount: int,
    at: datetime,
    name: str | None,
    text: str,
    *,
    incoming: bool,
    dated: bool,
) -> Dated[Payment]:
    paper = "wallet" if channel in {"wallet", "qris"} else "credit" if channel == "phone-credit" else "bank"
    own = scene.statements[0].account if paper == "bank" else scene.statements[1].account
    day = paper == "bank" and not dated
    local = (at + timedelta(hours=7)).isoformat()[:10]
    mine = f"phone-credit:+62{scene.owner.wallet[1:]}" if paper == "credit" else own
    payment = Payment(
        id=key,
        statement=paper,
        amount_minor=amount * 100,
        amount_as_written=str(amount),
        currency="IDR",
        channel="phone-credit"
        if paper == "credit"
        else "e-wallet"
        if paper == "wallet"
        else "atm"
        if channel == "cash"
        else "bank",
        incoming=incoming and paper != "credit",
        place=_place(len(scene.payments) + 1),
        payer=None if incoming else mine,
        beneficiary=mine if incoming else None,
        payer_name=name if incoming else None,
        beneficiary_name=None if incoming else name,
        at=When(written="", precision="day", local=local)
        if day
        else When(written="", at=utc(at.replace(microsecond=0))),
        booked=local,
        text=text,
    )
    return Dated(payment, None if day else at.replace(microsecond=0))


def _strangers(  # noqa: PLR0913 # what a booked line is made of
    scene: Scene, key: str, channel: str, amount: int, at: datetime, dice: Random, *, dated: bool
) -> None:
    """Payments of the same sum around one that is spoken of."""
    for number in range(dice.randrange(2 * STRANGERS + 1)):
        moment = at + timedelta(days=dice.gauss(0, 9))
        name = somebody(dice, "x", "whatsapp", alike=False).holder if dice.random() < SHOWN else None
        scene.payments.append(
            _line(scene, f"{key}/s{number}", channel, amount, moment, name, "", incoming=True, dated=dated)
        )


def _traffic(scene: Scene, dice: Random, days: int, *, dated: bool) -> None:
    """Everyday payments of round sums, by strangers who come back."""
    names = [somebody(dice, "x", "whatsapp", alike=False).holder for _ in range(30)]
    for number in range(round(TRAFFIC * days)):
        at = _START + timedelta(minutes=dice.uniform(0, days * 1440))
        name = dice.choice(names) if dice.random() < SHOWN else None
        channel, amount = dice.choice(("bank", "bank", "wallet")), dice.choice(_ROUND) * 1000
        incoming = dice.random() < INCOMING
        scene.payments.append(
            _line(scene, f"traffic/{number:04d}", channel, amount, at, name, "", incoming=incoming, dated=dated)
        )


def _place(line: int) -> Place:
    return Place(exhibit=EXHIBIT, acquisition="1", path="ledger", file="ledger", line=line)
