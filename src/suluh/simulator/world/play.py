# SPDX-License-Identifier: Apache-2.0
"""One deal played out: asked, offered, haggled, paid, delivered, thanked."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypedDict

from suluh.simulator.dice import Dice
from suluh.simulator.evidence.pictures import Picture
from suluh.simulator.world import phrases
from suluh.simulator.world.events import Channel, Deal, DealKind, DealState, Room, Service
from suluh.simulator.world.manners import later
from suluh.simulator.world.people import Person
from suluh.simulator.world.phrases import money_words
from suluh.simulator.world.stage import Stage


class PlanTerms(TypedDict, total=False):
    """What a test or the trade fixes of a deal; see `Plan`."""

    kind: DealKind
    state: DealState
    items: int
    price: int
    service: Service
    channel: Channel
    at: datetime | None
    wording: Literal["plain", "menu", "none"]
    haggled_from: int
    unique: int
    fee: int
    splits: int
    payer: Person | None
    says_paid: bool
    bursts: int


@dataclass(frozen=True)
class Plan:
    """What is to happen in one deal."""

    kind: DealKind = "sale"
    state: DealState = "delivered"
    items: int = 10
    price: int = 25_000
    """Whole rupiah, as agreed."""

    service: Service = "whatsapp"
    channel: Channel = "bank"
    at: datetime | None = None
    wording: Literal["plain", "menu", "none"] = "plain"
    """Whether the offer names one amount, several, or none."""

    haggled_from: int = 0
    unique: int = 0
    """Digits that the seller adds to tell buyers apart."""

    fee: int = 0
    """What the payer takes off the amount."""

    splits: int = 1
    payer: Person | None = None
    """Who pays, where it is not the buyer."""

    says_paid: bool = True
    bursts: int = 1
    """In how many goes the items are sent."""


class Play:
    """The course of one deal on a stage."""

    def __init__(self, stage: Stage, plan: Plan, seller: Person, buyer: Person, at: datetime) -> None:
        self.stage = stage
        self.plan = plan
        self.clock = at
        self.room: Room = stage.direct(seller, buyer, plan.service)
        self.dice: Dice = stage.dice.stream(f"deal/{len(stage.deals) + 1}")
        self.deal = Deal(f"deal-{len(stage.deals) + 1:05}", plan.kind, plan.state, seller, buyer, self.room)
        stage.deals.append(self.deal)

    def run(self) -> Deal:
        """Play it to its end."""
        self.deal.items = None if self.plan.kind == "subscription" else self.plan.items
        self.deal.price = self.plan.price if self.plan.kind in {"sale", "subscription"} else 0
        {"sale": self._sale, "subscription": self._sale, "barter": self._barter, "gift": self._gift}[self.plan.kind]()
        return self.deal

    def _sale(self) -> None:
        self._buyer("ask", self.dice.pick(phrases.ASKS))
        self._wait(self.stage.manners.reply)
        self._offer()
        if self.plan.state == "offered":
            if self.dice.chance(0.6):
                self._buyer("decline", self.dice.pick(phrases.DECLINES))
            return
        self._agree()
        self._pay()
        if self.plan.state == "delivered":
            self._hand_over()
        elif self.plan.state == "paid-not-delivered" and self.dice.chance(0.7):
            self.clock += timedelta(days=2)
            self._buyer("chase", self.dice.pick(phrases.CHASES))

    def _offer(self) -> None:
        first = self.plan.haggled_from or self.plan.price
        words = {"items": self.plan.items, "price": money_words(self.dice, first)}
        if self.plan.kind == "subscription":
            text = self.dice.pick(phrases.SUBSCRIPTIONS).format(**words)
        elif self.plan.wording == "none":
            text = self.dice.pick(phrases.OFFERS_WITHOUT).format(**words)
        elif self.plan.wording == "menu":
            small = max(self.plan.items // 2, 1)
            cheap = money_words(self.dice, max(self.plan.price // 2 // 5_000 * 5_000, 5_000))
            text = self.dice.pick(phrases.MENUS).format(small=small, small_price=cheap, **words)
        else:
            text = self.dice.pick(phrases.OFFERS).format(**words)
        self._seller("offer", text)
        self.deal.offered_at = self.deal.said[-1].at

    def _agree(self) -> None:
        price = money_words(self.dice, self.plan.price)
        if self.plan.haggled_from:
            self._buyer("haggle", self.dice.pick(phrases.HAGGLES).format(low=price))
            self._seller("yield", self.dice.pick(phrases.YIELDS).format(price=price))
        elif self.plan.wording == "menu":
            self._buyer("agree", self.dice.pick(phrases.CHOICES).format(items=self.plan.items))
        else:
            self._buyer("agree", self.dice.pick(phrases.AGREES))
        self._instruct()
        if self.plan.unique:
            exact = money_words(self.dice, self.plan.price + self.plan.unique)
            self._seller("instruct", self.dice.pick(phrases.UNIQUE).format(price=exact))

    def _instruct(self) -> None:
        seller = self.deal.seller
        lines = {"e-wallet": phrases.WALLET_INSTRUCTIONS, "phone-credit": phrases.CREDIT_INSTRUCTIONS}
        line = self.dice.pick(lines.get(self.plan.channel, phrases.BANK_INSTRUCTIONS))
        bank = "BCA" if seller.bank == "mt940" else seller.bank.upper()
        words = {"bank": bank, "account": seller.bank_account, "holder": seller.holder.title()}
        self._seller("instruct", line.format(phone="0" + seller.phone[3:], **words))

    def _pay(self) -> None:
        manners, whole = self.stage.manners, self.plan.price + self.plan.unique - self.plan.fee
        first = whole // self.plan.splits // 1_000 * 1_000 if self.plan.splits > 1 else whole
        parts = [first] * (self.plan.splits - 1) + [whole - first * (self.plan.splits - 1)]
        payer = self.plan.payer or self.deal.buyer
        for part in parts:
            self.clock = later(self.clock, self.dice.skewed(manners.pay, manners.pay_spread), self.dice)
            remark = "" if self.plan.channel != "bank" else self.dice.pick(phrases.REMARKS[:6])
            paid = self.stage.pay(
                payer, self.deal.seller, part, at=self.clock, channel=self.plan.channel, remark=remark
            )
            self.deal.paid.append(paid)
            if self.plan.says_paid:
                self._say_paid(paid.reference, payer)

    def _say_paid(self, reference: str, payer: Person) -> None:
        self._wait(self.stage.manners.reply / 2)
        if self.plan.channel == "phone-credit":
            text = self.dice.pick(phrases.PAID_CREDIT).format(sn=reference)
        elif payer != self.deal.buyer and self.dice.chance(0.7):
            text = self.dice.pick(phrases.PAID_AS).format(holder=payer.holder.title())
        else:
            text = self.dice.pick(phrases.PAID_WORDS)
        self._buyer("say-paid", text)

    def _hand_over(self) -> None:
        manners = self.stage.manners
        if self.dice.chance(0.5):
            self._seller("received", self.dice.pick(phrases.RECEIVED))
        self.clock = later(self.clock, self.dice.skewed(manners.deliver, manners.deliver_spread), self.dice)
        if self.plan.kind == "subscription":
            code = self.dice.stream("invite").raw(8).hex()
            self._seller("delivery", self.dice.pick(phrases.INVITES).format(code=code))
            self.deal.delivered.append(self.deal.said[-1])
            return
        self._send(self._chosen(), self.deal.seller)
        if self.dice.chance(0.5):
            self._wait(manners.reply)
            self._buyer("thank", self.dice.pick(phrases.THANKS))

    def _chosen(self) -> list[Picture]:
        return self.stage.chosen(self.deal.seller, self.plan.items, self.dice)

    def _send(self, pictures: list[Picture], sender: Person) -> None:
        size = -(-len(pictures) // max(self.plan.bursts, 1))
        for number, picture in enumerate(pictures):
            opening = number % size == 0
            if opening and number:
                self._wait(self.stage.manners.reply * 5)
            part = number // size + 1
            caption = self.dice.pick(phrases.CAPTIONS).format(part=part) if opening and self.dice.chance(0.4) else ""
            self.clock += timedelta(seconds=self.dice.whole(1, 4))
            one = self.stage.say(self.room, sender, caption, at=self.clock, picture=picture, step="delivery")
            self.deal.said.append(one)
            if sender == self.deal.seller:
                self.deal.delivered.append(one)

    def _barter(self) -> None:
        self._buyer("ask", self.dice.pick(phrases.BARTER_ASKS))
        self._seller("agree", self.dice.pick(phrases.BARTER_YES))
        own = [self.stage.gallery.new("jpg") for _ in range(min(self.plan.items, 6))]
        self._wait(self.stage.manners.reply)
        self._send(own, self.deal.buyer)
        self.stage.stock.setdefault(self.deal.seller.key, []).extend(own)
        self.clock = later(self.clock, self.dice.skewed(self.stage.manners.deliver, 1.0), self.dice)
        self._send(self._chosen(), self.deal.seller)

    def _gift(self) -> None:
        self._seller("offer", self.dice.pick(phrases.GIFTS))
        self.deal.offered_at = self.deal.said[-1].at
        self._wait(self.stage.manners.reply)
        self._send(self._chosen(), self.deal.seller)

    def _wait(self, median: float) -> None:
        self.clock = later(self.clock, self.dice.skewed(median, 1.0), self.dice)

    def _seller(self, step: str, text: str) -> None:
        self._say(self.deal.seller, step, text)

    def _buyer(self, step: str, text: str) -> None:
        self._say(self.deal.buyer, step, text)

    def _say(self, sender: Person, step: str, text: str) -> None:
        self.clock += timedelta(seconds=self.dice.whole(5, 90))
        self.deal.said.append(self.stage.say(self.room, sender, text, at=self.clock, step=step))
