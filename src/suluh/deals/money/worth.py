# SPDX-License-Identifier: Apache-2.0
"""Whether the amount of a payment is the price of an episode."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta
from math import log

from suluh.deals.facts.ledger import Line
from suluh.deals.talks.episodes import Episode, Talk
from suluh.model.trade import Term

UNIQUE = 100_000
"""Sellers add less than a thousand rupiah to a price to tell buyers apart (minor units)."""

_FEES = frozenset({50_000, 100_000, 150_000, 200_000, 250_000, 400_000, 500_000, 650_000, 750_000})
"""Fees of banks and wallets (minor units)."""

_MOST_TIMES = 3
_NEAR = timedelta(hours=6)

Judged = tuple[Term, int | None]


class Worth:
    """How often each ledger holds each amount: a rare one says more."""

    def __init__(self, booked: Sequence[Line]) -> None:
        self._amounts: dict[str, Counter[int]] = defaultdict(Counter)
        for line in booked:
            self._amounts[line.ledger][line.amount] += 1

    def judge(self, episode: Episode, line: Line, talk: Talk) -> Judged | None:
        """The term on the amount, and the number of items of the option that was paid; null closes the gate."""
        amount = line.amount
        if line.payment.id in talk.cited:
            text = "The buyer's word of having paid names the number of this payment."
            text_id = "Pembeli menyebut nomor pembayaran ini ketika mengatakan sudah membayar."
            return Term(rule="reference-named", score=3_000_000, text=text, text_id=text_id), items_of(episode, amount)
        told = (amount, line.payment.currency) in episode.told | _claimed(talk, line)
        if told and amount % UNIQUE:
            text = "The exact amount, down to its last digits, was named in the talk."
            text_id = "Jumlah yang tepat, sampai angka terakhirnya, disebut dalam percakapan."
            return Term(rule="told-amount", score=2_200_000, text=text, text_id=text_id), items_of(episode, amount)
        rare = self.rarity(line)
        exact = [option for option in episode.options if option.minor == amount]
        exact = [option for option in exact if option.currency == line.payment.currency]
        if exact:
            text = "The amount is the price that was named."
            text_id = "Jumlahnya sama dengan harga yang disebut."
            if episode.usual:
                text = "The amount is a price that the seller takes from others."
                text_id = "Jumlahnya sama dengan harga yang diminta penjual dari orang lain."
            items = {option.items for option in exact}
            term = Term(
                rule="same-amount", score=rare // 2 - 300_000 if episode.usual else rare, text=text, text_id=text_id
            )
            return term, _one(items, episode.asked)
        if told:
            return Term(
                rule="told-amount",
                score=rare,
                text="The amount was named in the talk.",
                text_id="Jumlahnya disebut dalam percakapan.",
            ), None
        near = _near_price(episode, line, rare)
        if near is None and (episode.usual or not episode.options):
            return _no_price(talk, line)
        return near

    def rarity(self, line: Line) -> int:
        """What an amount says, by how seldom its ledger holds it."""
        found = self._amounts[line.ledger]
        return min(1_500_000, 200_000 + round(300_000 * -log(found[line.amount] / found.total())))


def _one(items: set[int | None], asked: set[int]) -> int | None:
    """The one number of items that a price stands for, or that was asked for among several."""
    chosen = {one for one in items if one in asked} if len(items) > 1 else items
    return chosen.pop() if len(chosen) == 1 else None


def items_of(episode: Episode, amount: int) -> int | None:
    """The items of the option whose price an amount is, or exceeds by unique digits."""
    fitting = (option.items for option in episode.options if 0 <= amount - option.minor < UNIQUE)
    return next(fitting, None)


def _near_price(episode: Episode, line: Line, rare: int) -> Judged | None:
    usual = -400_000 if episode.usual else 0
    for option in episode.options:
        if option.currency != line.payment.currency:
            continue
        more = line.amount - option.minor
        if 0 < more < UNIQUE:
            text = "The amount is the price and less than a thousand more, as sellers tell buyers apart."
            text_id = "Jumlahnya harga ditambah kurang dari seribu, cara penjual membedakan pembeli."
            return Term(
                rule="unique-digits", score=min(rare, 400_000) + usual, text=text, text_id=text_id
            ), option.items
        if abs(more) in _FEES:
            text = "The amount differs from the price by a usual fee."
            text_id = "Jumlahnya berselisih dengan harga sebesar biaya yang lazim."
            return Term(rule="fee", score=usual - 200_000, text=text, text_id=text_id), option.items
        times = line.amount // option.minor
        if 1 < times <= _MOST_TIMES and line.amount == times * option.minor:
            items = option.items * times if option.items else None
            return Term(
                rule="times",
                score=usual - 500_000,
                text=f"The amount is {times} times the price.",
                text_id=f"Jumlahnya {times} kali harga.",
            ), items
    return None


def _no_price(talk: Talk, line: Line) -> Judged | None:
    """Where no price is known, only the buyer's word near the payment opens the gate."""
    if not talk.claims_within(line.start - _NEAR, line.end + _NEAR):
        return None
    return Term(
        rule="no-price",
        score=-300_000,
        text="No price was named, so the amount says nothing.",
        text_id="Tidak ada harga yang disebut, jadi jumlahnya tidak menjelaskan apa pun.",
    ), None


def _claimed(talk: Talk, line: Line) -> set[tuple[int, str]]:
    """The amounts that the buyer named near the payment."""
    near = talk.claims_within(line.end - 4 * _NEAR, line.end + 4 * _NEAR)
    return {money for one in near for money in one.money()}
