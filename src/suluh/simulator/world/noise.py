# SPDX-License-Identifier: Apache-2.0
"""Ordinary life around a trade: family, shops, and payments of the same small round amounts by others."""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta

from suluh.simulator.scripts.performance import Performance
from suluh.simulator.scripts.script import Script
from suluh.simulator.scripts.slots import nick
from suluh.simulator.world import phrases
from suluh.simulator.world.events import Channel, Room, SaidKind
from suluh.simulator.world.manners import HOME
from suluh.simulator.world.people import Person
from suluh.simulator.world.phrases import money_words
from suluh.simulator.world.world import World

ROUND = (10_000, 20_000, 25_000, 30_000, 35_000, 50_000, 60_000, 75_000, 100_000, 150_000)
FAMILY = ("Mama", "Adek", "Kakak", "Bos")
"""Names under which several devices hold different persons."""


class Noise:
    """The life of one seller beside the trade."""

    def __init__(self, world: World, person: Person, days: int, played: float = 0) -> None:
        self.world = world
        self.person = person
        self.days = days
        self.chats = round(days * (1 - played))
        """How many phrases each of the family says; scripts stand for the rest."""

        self.met: dict[str, str] = {}
        """What those are called in the holder's contacts who play a script, by person."""

        self.dice = world.dice.stream(f"noise/{person.key}")
        self.family = [world.person(role="family") for _ in FAMILY]
        self.shop = world.person(role="shop", holder=self.dice.pick(phrases.SHOP_HOLDERS))
        self.friends = [world.person(role="stranger") for _ in range(8)]

    def run(self, windows: Sequence[tuple[datetime, int]], scripts: Sequence[Script] = ()) -> None:
        """Let it happen; windows are times and amounts at which the trade was paid."""
        for member in self.family:
            self._chat(self.world.direct(self.person, member), member, phrases.FAMILY, self.chats)
        self._chat(self.world.direct(self.person, self.shop), self.shop, phrases.SHOP, self.chats // 3)
        for at, amount in windows:
            if self.dice.chance(0.35):
                near = at + timedelta(seconds=int(self.dice.skewed(7_200, 1.0)) * self.dice.pick((-1, 1)))
                self._decoy(self._inside(near), amount if self.dice.chance(0.6) else self.dice.pick(ROUND))
        for _ in range(self.days // 2):
            self._decoy(self._moment(), self.dice.pick(ROUND))
            self._spend(self._moment())
        for script in scripts:
            self._play(script)

    def _play(self, script: Script) -> None:
        """The holder and somebody else play a script in which nothing is traded."""
        mine = self.dice.pick(sorted(script.people))
        other = next(who for who in script.people if who != mine)
        person = self.world.person(role="friend")
        self.met[person.key] = nick(script, other, person)
        day = self.dice.whole(0, max(self.days - 1 - math.ceil(script.days), 0))
        hour = self.dice.whole(6, 20) if script.hour is None else script.hour
        at = self.world.start.replace(hour=0) + timedelta(days=day, hours=hour, minutes=self.dice.whole(0, 59)) - HOME
        Performance(self.world, script, {mine: self.person, other: person}, at).run()

    def _decoy(self, at: datetime, amount: int) -> None:
        """A friend or relative pays back a small round amount."""
        payer = self.dice.pick([*self.friends, *self.family])
        channel: Channel = self.dice.weighted(("bank", "atm", "e-wallet", "phone-credit"), (6, 1, 3, 1))
        self.world.pay(payer, self.person, amount, at=at, channel=channel, remark=self._remark(channel))

    def _spend(self, at: datetime) -> None:
        """The seller pays a shop or a friend."""
        other = self.dice.pick([self.shop, *self.friends[:3]])
        amount = self.dice.pick(ROUND) if self.dice.chance(0.4) else self.dice.whole(11, 400) * 500
        channel: Channel = "bank" if self.dice.chance(0.7) else "e-wallet"
        self.world.pay(self.person, other, amount, at=at, channel=channel, remark=self.dice.pick(phrases.LIFE))

    def _remark(self, channel: Channel) -> str:
        return self.dice.pick(phrases.REMARKS) if channel == "bank" else ""

    def _chat(self, room: Room, other: Person, words: Sequence[str], count: int) -> None:
        moments = sorted(self._moment() for _ in range(count))
        for at in moments:
            amount = money_words(self.dice, self.dice.pick(ROUND))
            text = self.dice.pick(words).format(price=amount)
            sender = self.dice.pick((self.person, other))
            kind: SaidKind = "revoked" if self.dice.chance(0.02) else "text"
            if self.dice.chance(0.05) and kind == "text":
                picture = self.dice.pick(self.world.wallpapers)
                self.world.say(room, sender, text if self.dice.chance(0.3) else "", at=at, picture=picture)
            else:
                self.world.say(room, sender, "" if kind == "revoked" else text, at=at, kind=kind)

    def _moment(self) -> datetime:
        day = self.world.start.replace(hour=0) + timedelta(days=self.dice.whole(0, self.days - 1))
        return day + timedelta(hours=self.dice.whole(6, 22), seconds=self.dice.whole(0, 3_599)) - HOME

    def _inside(self, at: datetime) -> datetime:
        return min(max(at, self.world.start), self.world.start + timedelta(days=self.days))
