# SPDX-License-Identifier: Apache-2.0
"""Plays one script on a stage: its talk, its money, its files, and what is true of them."""

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta

from suluh.simulator.evidence.pictures import Picture
from suluh.simulator.scripts.script import FORMS, Outcome, Pay, Script, Turn
from suluh.simulator.scripts.slots import Slots
from suluh.simulator.world.events import Channel, Deal, Paid, Said, SaidKind
from suluh.simulator.world.people import Person
from suluh.simulator.world.stage import Stage

CHANNELS: Mapping[str, Channel] = {
    "bank": "bank",
    "cash": "atm",
    "phone-credit": "phone-credit",
    "qris": "e-wallet",
    "wallet": "e-wallet",
}
APART = timedelta(seconds=2)
"""Apps send several files as so many messages."""

REMARK = 17
"""Letters that banks book of what a payer writes: one less than the field, so that it stands apart from the name."""

OFFERS = frozenset({"offer", "price"})
_UNBOOKED = re.compile(r"[^A-Z0-9 ]+")


class Performance:
    """One script with those who play it."""

    def __init__(self, stage: Stage, script: Script, cast: Mapping[str, Person], at: datetime) -> None:
        self.stage, self.script, self.cast, self.at = stage, script, cast, at
        self.dice = stage.dice.stream(f"script/{script.id}")
        first, second = cast.values()
        self.room = stage.direct(first, second, "telegram" if script.app == "telegram" else "whatsapp")
        is_third = any(turn.pay and turn.pay.whose == "third" for turn in script.turns)
        self.payer = stage.person(role="relative") if is_third else None
        """Who pays where an account is somebody else's."""

        self.slots = Slots(script, cast, self.payer, self.dice)
        self.said: dict[int, list[Said]] = defaultdict(list)
        self.paid: dict[int, Paid] = {}

    def run(self) -> list[Deal]:
        """Every turn, then the deals."""
        at = self.at
        for number, turn in enumerate(self.script.turns):
            at += timedelta(minutes=turn.wait)
            if turn.by is not None:
                self.said[number] += self._say(turn, self.cast[turn.by], at)
            elif turn.pay is not None and _is_booked(turn.pay):
                self.paid[number] = self._pay(turn.pay, at)
        found = [self._deal(outcome) for outcome in self.script.deals]
        self.stage.deals += found
        return found

    def _say(self, turn: Turn, sender: Person, at: datetime) -> list[Said]:
        if turn.deleted:
            return [self._one(turn, sender, at, "", None, "revoked")]
        files = [self.stage.props.one(FORMS[one]) for one in turn.media]
        files += self._items(turn.items, sender)
        text = self.slots.fill(turn.text)
        first = self._one(turn, sender, at, text, files[0] if files else None)
        rest = enumerate(files[1:], 1)
        return [first, *(self._one(turn, sender, at + number * APART, "", one) for number, one in rest)]

    def _one(  # what a message is made of
        self, turn: Turn, sender: Person, at: datetime, text: str, file: Picture | None, kind: SaidKind = "text"
    ) -> Said:
        step = turn.acts[0] if turn.acts else ""
        shown: SaidKind = "media" if file else kind
        return self.stage.say(
            self.room, sender, text, at=at, picture=file, kind=shown, step=step, forwarded=turn.forwarded
        )

    def _items(self, count: int, sender: Person) -> list[Picture]:
        """Of a seller's stock; what somebody else brings comes into the stock of the seller who gets it."""
        if sender.key in self.stage.stock:
            return self.stage.chosen(sender, count, self.dice)
        own = [self.stage.gallery.new("jpg") for _ in range(count)]
        for person in self.cast.values():
            if person.key in self.stage.stock:
                self.stage.stock[person.key] += own
        return own

    def _pay(self, pay: Pay, at: datetime) -> Paid:
        payer = self.payer if self.payer and pay.whose == "third" else self.cast[pay.payer]
        booked = at + timedelta(minutes=pay.booked_late)
        return self.stage.pay(
            payer,
            self.cast[pay.payee],
            pay.amount,
            at=booked,
            channel=CHANNELS[pay.channel],
            remark=_UNBOOKED.sub(" ", self.slots.fill(pay.text).upper())[:REMARK].strip(),
        )

    def _deal(self, outcome: Outcome) -> Deal:
        turns = self.script.turns
        seller, room = self.cast[outcome.seller], self.room
        offers = [number for number in outcome.turns if OFFERS & set(turns[number].acts)]
        handed = [one for number in outcome.delivers for one in self.said[number] if one.sender == seller]
        number = len(self.stage.deals) + self.script.deals.index(outcome) + 1
        return Deal(
            key=f"deal-{number:05d}",
            kind=outcome.kind,
            state=outcome.state,
            seller=seller,
            buyer=self.cast[outcome.buyer],
            room=room,
            items=outcome.promised,
            price=outcome.price or 0,
            said=[one for number in outcome.turns for one in self.said[number]],
            paid=[self.paid[number] for number in outcome.pays if number in self.paid],
            delivered=[one for one in handed if one.picture is None or self._is_traded(one.picture)],
            offered_at=self.said[offers[0]][0].at if offers else None,
        )

    def _is_traded(self, file: Picture) -> bool:
        """Whether it is one of the goods, and not sent beside them."""
        return file.form == "picture" and file not in self.stage.props.pictures


def _is_booked(pay: Pay) -> bool:
    """Cash that goes from hand to hand stands on no statement; with a text it was paid in at a machine."""
    return pay.channel != "cash" or bool(pay.text)
