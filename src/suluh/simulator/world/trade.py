# SPDX-License-Identifier: Apache-2.0
"""A random trade over some weeks: who sells what to whom, through which rooms, paid how."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from suluh.simulator.scripts.part import Part
from suluh.simulator.scripts.script import Script
from suluh.simulator.world import phrases
from suluh.simulator.world.events import Channel, DealKind, Room, SaidKind, Service
from suluh.simulator.world.manners import HOME
from suluh.simulator.world.people import Person
from suluh.simulator.world.phrases import money_words
from suluh.simulator.world.play import Plan, Play
from suluh.simulator.world.world import World

HOURS = tuple(range(24))
BUSY = (2, 1, 0.5, 0.5, 0.5, 1, 2, 3, 4, 4, 5, 5, 6, 5, 5, 5, 6, 7, 9, 11, 12, 11, 8, 4)
"""How busy each hour of the day is, at home."""

BANKS = ("bca", "mandiri", "bri")
PACKAGES = ((10, 25_000), (20, 35_000), (30, 50_000), (40, 60_000), (50, 75_000))
FAVOURITES = 3
"""Pictures that go round again and again, in other sizes."""

SUBSCRIPTION = 150_000
TRIES = 40
"""Draws of two people for a talk: then a script is left out, and phrases are said in the middle of one."""

COUNTRIES = ("ID", "MY", "PH", "TH", "DE", "BR", "GB", "VN")


@dataclass(frozen=True)
class Size:
    """How large the world is to be."""

    sellers: int = 3
    buyers: int = 30
    deals: int = 120
    days: int = 60
    pictures: int = 400
    played: float = 0
    """Share of the deals, and of the ordinary life beside them, whose talk people wrote; the rest is of phrases."""


@dataclass(frozen=True)
class Seller:
    """How one person sells."""

    person: Person
    packages: tuple[tuple[int, int], ...]
    channel: Room
    posts: Room
    unique: float
    """Share of bank deals for which they add unique digits."""


@dataclass(frozen=True)
class Buyer:
    """How one person buys."""

    person: Person
    service: Service
    channel: Channel
    weight: float
    home: int
    """Number of the seller whom they mostly go to."""

    payer: Person
    """Who pays for them: mostly themselves."""


class Trade:
    """Fills a world with a trade, event by event in the order of time."""

    def __init__(self, world: World, size: Size, scripts: Sequence[Script] = ()) -> None:
        self.world = world
        self.size = size
        self.dice = world.dice.stream("trade")
        self.fresh = size.pictures
        """How many pictures may still be drawn."""

        self.groups: list[Room] = []
        self.sellers = [self._seller(number) for number in range(size.sellers + 1)]
        self.buyers = [self._buyer() for _ in range(size.buyers)]
        self._groups()
        self._hide()
        self.parts: list[Part] = []
        """Scripts with those who play them."""

        self.scripts = scripts
        for script in scripts:
            self._cast(script)

    @property
    def seized(self) -> list[Person]:
        """The sellers whose devices come in; the last one's never does."""
        return [seller.person for seller in self.sellers[:-1]]

    def run(self) -> None:
        """Let everything happen."""
        events = sorted(self._events(), key=lambda event: event[0])
        for at, _, act in events:
            act(at)
        self.world.now = self.world.start + timedelta(days=self.size.days)

    def _events(self) -> Iterator[tuple[datetime, int, Callable[[datetime], None]]]:
        scripted = sum(len(part.script.deals) for part in self.parts)
        plans: list[tuple[float, Callable[[datetime], None]]] = [(self.size.deals - scripted, self._deal)]
        plans += [(self.size.days / 3 * len(self.sellers), self._advert)]
        plans += [(self.size.days / 10 * (len(self.sellers) > 1), self._pass_on)]
        plans += [(self._to_come(), self._arrival), (self.size.days * len(self.groups) * 0.6, self._chatter)]
        number = 0
        for count, act in plans:
            for _ in range(int(count)):
                number += 1
                yield self._moment(), number, act
        for part in self.parts:
            number += 1
            yield part.at, number, partial(self._play, part)

    def _play(self, part: Part, at: datetime) -> None:
        del at  # the part knows it
        part.play(self.world)

    def _moment(self, lasts: float = 0, hour: int | None = None) -> datetime:
        """A moment within the world's days, mostly in the evening, from which on there is room for so many days."""
        last = max(self.size.days - 1 - math.ceil(lasts), 0)
        day = self.world.start.replace(hour=0) + timedelta(days=self.dice.whole(0, last))
        hour = self.dice.weighted(HOURS, BUSY) if hour is None else hour
        return day + timedelta(hours=hour, minutes=self.dice.whole(0, 59), seconds=self.dice.whole(0, 59)) - HOME

    def _seller(self, number: int) -> Seller:
        """A seller with a stock, a channel and posts; packages are dearer with one, cheaper with another."""
        world, dice = self.world, self.dice
        share = self.size.pictures * 45 // 100 // (self.size.sellers + 1)
        person = world.seller(bank=BANKS[number % len(BANKS)], pictures=share)
        self.fresh -= share
        dearer = dice.pick((0, 5_000, 10_000))
        packages = tuple((items, price + dearer) for items, price in PACKAGES)
        title = f"Stok {person.name.split()[0]}"
        channel = world.group(title, [person], "telegram", "channel")
        return Seller(person, packages, channel, world.posts(person), dice.pick((0.0, 0.2, 0.6)))

    def _buyer(self) -> Buyer:
        world, dice = self.world, self.dice
        nick = dice.chance(world.manners.nick)
        holder = {"holder": world.registry.name()} if nick else {}
        person = world.person(role="buyer", **holder)
        payer = world.person(role="relative") if dice.chance(0.1) else person
        return Buyer(
            person=person,
            service=dice.weighted(("whatsapp", "telegram"), (6, 4)),
            channel=dice.weighted(("bank", "atm", "e-wallet", "phone-credit"), (60, 10, 20, 10)),
            weight=dice.skewed(1, dice.between(0.7, 1.4)),
            home=dice.whole(0, self.size.sellers),
            payer=payer,
        )

    def _groups(self) -> None:
        """Groups with members of several countries, each with some of the sellers."""
        for number, title in enumerate(phrases.GROUP_TITLES[: 4 + self.size.sellers // 2]):
            members = [self.world.person(role="member", country=self.dice.pick(COUNTRIES)) for _ in range(6)]
            mine = [seller.person for seller in self.sellers if self.dice.chance(0.6)] or [self.sellers[0].person]
            service: Service = "telegram" if number % 2 else "whatsapp"
            self.groups.append(self.world.group(title, [*members, *mine], service))

    def _hide(self) -> None:
        """Some chats were deleted, and some go by opaque numbers."""
        for buyer in self.buyers:
            for seller in self.sellers:
                room = self.world.direct(seller.person, buyer.person, buyer.service)
                lids = buyer.service == "whatsapp" and self.dice.chance(0.3)
                self.world.replace(replace(room, deleted=self.dice.chance(0.05), lids=lids))

    def _to_come(self) -> int:
        """How many pictures come in through the groups."""
        return self.fresh * 70 // 100

    def _arrival(self, at: datetime) -> None:
        """Somebody shows pictures in a group, and sellers take them into their stock."""
        room = self.dice.pick(self.groups)
        sender = self.dice.pick([member for member in room.members if member.role == "member"])
        gallery = self.world.gallery
        again = self.dice.chance(0.12) and gallery.pictures
        picture = gallery.variant(self.dice.pick(gallery.pictures[:FAVOURITES])) if again else gallery.new("jpg")
        self.fresh -= 1
        self.world.say(room, sender, at=at, picture=picture, step="source", forwarded=self.dice.chance(0.3))
        for member in room.members:
            if member.role == "seller" and self.dice.chance(0.7):
                self.world.stock[member.key].append(picture)

    def _pass_on(self, at: datetime) -> None:
        """One seller gives another some of their stock."""
        giver, taker = self.dice.sample(self.sellers, 2)
        plan = Plan(kind="gift", items=self.dice.whole(2, 5), service="whatsapp")
        gift = Play(self.world, plan, giver.person, taker.person, at).run()
        self.world.stock[taker.person.key] += gift.pictures

    def _advert(self, at: datetime) -> None:
        """A seller announces: on X, in their channel, or in a group."""
        seller = self.dice.pick(self.sellers)
        items, price = self.dice.pick(seller.packages)
        text = self.dice.pick(phrases.ADVERTS).format(items=items, price=money_words(self.dice, price))
        mine = [room for room in self.groups if seller.person in room.members]
        room = self.dice.weighted((seller.posts, seller.channel, self.dice.pick(mine or [seller.channel])), (5, 4, 1))
        kind: SaidKind = "post" if room.service == "x" else "text"
        self.world.say(room, seller.person, text, at=at, kind=kind, step="advert")

    def _chatter(self, at: datetime) -> None:
        room = self.dice.pick(self.groups)
        self.world.say(room, self.dice.pick(room.members), self.dice.pick(phrases.CHATTER), at=at)

    def _deal(self, at: datetime) -> None:
        """One deal of somebody who buys often or seldom, mostly with the seller they know."""
        seller, buyer = self._pair(self.buyers)
        for _ in range(TRIES):
            if not any(part.is_near(seller.person, buyer.person, at, at) for part in self.parts):
                break
            seller, buyer = self._pair(self.buyers)
        if self.dice.chance(0.1):
            at = self._first_contact(seller, buyer, at)
        Play(self.world, self._plan(seller, buyer, at), seller.person, buyer.person, at).run()

    def _pair(self, buyers: Sequence[Buyer]) -> tuple[Seller, Buyer]:
        buyer = self.dice.weighted(buyers, [one.weight for one in buyers])
        return self.sellers[buyer.home] if self.dice.chance(0.8) else self.dice.pick(self.sellers), buyer

    def _cast(self, script: Script) -> None:
        """Give a script to a seller and a buyer who use its app, at a time at which they have nothing else to say."""
        apt = [one for one in self.buyers if one.service == script.app]
        buyers = [one for one in apt if self._voice(one) == script.writer] or apt or self.buyers
        for _ in range(TRIES):
            seller, buyer = self._pair(buyers)
            part = Part(script, seller.person, buyer.person, self._moment(script.days, script.hour))
            if not any(one.meets(part) for one in self.parts):
                self.parts.append(part)
                return

    def _voice(self, buyer: Buyer) -> str:
        """The writer whose words somebody says, where there are buyers enough."""
        voices = sorted({part.writer for part in self.scripts})
        return voices[self.buyers.index(buyer) % len(voices)]

    def _first_contact(self, seller: Seller, buyer: Buyer, at: datetime) -> datetime:
        """They meet on X and go on elsewhere."""
        room = self.world.direct(seller.person, buyer.person, "x")
        self.world.say(room, buyer.person, "kak liat post, masih ready?", at=at)
        where = f"wa 0{seller.person.phone[3:]}" if buyer.service == "whatsapp" else f"tele @{seller.person.handle}"
        self.world.say(room, seller.person, f"lanjut di {where} ya", at=at + timedelta(minutes=4))
        return at + timedelta(minutes=self.dice.whole(6, 60))

    def _plan(self, seller: Seller, buyer: Buyer, at: datetime) -> Plan:
        dice, manners = self.dice, self.world.manners
        items, price = dice.weighted(seller.packages, (5, 4, 4, 2, 1))
        base = Plan(
            items=items,
            price=price,
            service=buyer.service,
            channel=buyer.channel if dice.chance(0.85) else "bank",
            bursts=dice.weighted((1, 2, 3), (6, 3, 1)),
            payer=None if buyer.payer == buyer.person else buyer.payer,
            says_paid=dice.chance(0.8),
        )
        kind: DealKind = dice.weighted(("sale", "subscription", "barter", "gift"), (82, 7, 5, 6))
        if kind == "subscription":
            return replace(base, kind="subscription", price=SUBSCRIPTION)
        if kind != "sale":
            return replace(base, kind=kind, items=min(items, 20))
        return self._sale(seller, base, wordless=manners.wordless, last=self._is_last_day(at))

    def _sale(self, seller: Seller, plan: Plan, *, wordless: float, last: bool) -> Plan:
        """How a sale turns out: haggled over, paid in parts, with a fee, or never delivered."""
        dice = self.dice
        plan = replace(plan, state=dice.weighted(("delivered", "paid-not-delivered", "offered"), (80, 8, 12)))
        if last and plan.state != "offered":
            plan = replace(plan, state="paid")
        plan = replace(plan, wording=dice.weighted(("none", "menu", "plain"), (wordless, 0.1, 0.9 - wordless)))
        if plan.wording == "plain" and dice.chance(0.13):
            low = plan.price - 5_000
            return replace(plan, haggled_from=plan.price, price=low)
        if plan.channel == "bank" and dice.chance(seller.unique):
            return replace(plan, unique=dice.whole(11, 999))
        if plan.channel in {"bank", "e-wallet"} and dice.chance(0.05):
            return replace(plan, fee=2_500 if plan.channel == "bank" else 1_000)
        if plan.channel == "bank" and plan.price >= 50_000 and dice.chance(0.06):  # noqa: PLR2004 # only large ones
            return replace(plan, splits=2)
        return plan

    def _is_last_day(self, at: datetime) -> bool:
        return at > self.world.start + timedelta(days=self.size.days - 1)
