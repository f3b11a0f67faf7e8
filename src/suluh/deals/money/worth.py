# SPDX-License-Identifier: Apache-2.0
"""Whether the amount of a payment is the price of an episode."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta

from suluh.deals.facts.ledger import Line
from suluh.deals.money.signs import Level, Sign, rarity, sign
from suluh.deals.talks.episodes import Episode, Talk

UNIQUE = 100_000
"""Sellers add less than a thousand rupiah to a price to tell buyers apart (minor units)."""

_FEES = frozenset({50_000, 100_000, 150_000, 200_000, 250_000, 400_000, 500_000, 650_000, 750_000})
"""Fees of banks and wallets (minor units)."""

USUAL = "The amount is a price that the seller takes from others."
"""What is said of a sum that nobody named between the two."""

_MOST_TIMES = 3
_NEAR, _BESIDE = timedelta(hours=6), timedelta(hours=1)
Judged = tuple[Sign, int | None]


class Worth:
    """How often each ledger holds each amount: a rare one says more."""

    def __init__(self, booked: Sequence[Line]) -> None:
        self._amounts: dict[str, Counter[int]] = defaultdict(Counter)
        for line in booked:
            self._amounts[line.ledger][line.amount] += 1

    def judge(self, episode: Episode, line: Line, talk: Talk, *, known: bool = False) -> Judged | None:
        """The sign of the amount, and the number of items of the option that was paid; null closes the gate.

        `known` says that something else ties payer and buyer, so that a sum of which nobody spoke closes no gate.
        """
        amount = line.amount
        if line.payment.id in talk.cited:
            text, text_id = "The buyer names the number of this payment.", "Pembeli menyebut nomor pembayaran ini."
            cited = tuple(one.message for one in talk.claims if line.payment.id in one.named.payments)
            found = sign("reference-named", text, text_id, ("payment's number named", 1), said=cited)
            return found._replace(but=_sum_beside(episode, line, talk)), items_of(episode, amount)
        told = _naming(episode, talk, line)
        if told and amount % UNIQUE:
            text = "The exact amount, down to its last digits, was named in the talk."
            text_id = "Jumlah yang tepat, sampai angka terakhirnya, disebut dalam percakapan."
            level = ("sum named to the last digit", 1)
            return sign("told-amount", text, text_id, level, said=told), items_of(episode, amount)
        rare: Level = ("rarity of the sum", self.rarity(line))
        exact = [option for option in episode.options if option.minor == amount]
        exact = [option for option in exact if option.currency == line.payment.currency]
        if exact:
            items = {option.items for option in exact}
            priced = _pricing(episode, line, amount)
            return _price(rare, priced, usual=episode.usual), _one(items, episode)
        if told:
            return sign("told-amount", *_NAMED, ("sum named", 1), rare, said=told), None
        return _near_price(episode, line) or _no_price(episode, talk, line, known=known)

    def rarity(self, line: Line) -> float:
        """What an amount says, by how seldom its ledger holds it elsewhere."""
        found = self._amounts[line.ledger]
        return rarity(found[line.amount] - 1, found.total() - 1)


def _sum_beside(episode: Episode, line: Line, talk: Talk) -> Sign | None:
    """What the sum of a payment says whose number the buyer names: told beside it and not weighed."""
    price, prices = (line.amount, line.payment.currency), {(one.minor, one.currency) for one in episode.options}
    if price in prices and not episode.usual:
        return Sign("same-amount", 0, *_PRICE, said=_pricing(episode, line, line.amount))
    if told := _naming(episode, talk, line):
        return Sign("told-amount", 0, *_NAMED, said=told)
    if not prices or episode.usual:
        return None
    said = tuple(one.message for one in episode.openings if one.options())
    return Sign("another-price", 0, *_ANOTHER_PRICE, said=said, side="against")


_PRICE = "The amount is the price that was named.", "Jumlahnya sama dengan harga yang disebut."
_NAMED = "The amount was named in the talk.", "Jumlahnya disebut dalam percakapan."
_ANOTHER_PRICE = "Other prices were named, and not this amount.", "Harga lain yang disebut, bukan jumlah ini."


def _price(rare: Level, said: tuple[str, ...], *, usual: bool) -> Sign:
    if usual:
        text = USUAL
        text_id = "Jumlahnya sama dengan harga yang diminta penjual dari orang lain."
        return sign(
            "same-amount", text, text_id, ("price taken from others", 1), ("rarity of the usual price", rare[1])
        )
    return sign("same-amount", *_PRICE, ("price named", 1), rare, said=said)


def _one(items: set[int | None], episode: Episode) -> int | None:
    """The one number of items that a price stands for, or that was asked for among several."""
    chosen = items & episode.asked if len(items) > 1 else items
    return chosen.pop() if len(chosen) == 1 else None


def items_of(episode: Episode, amount: int) -> int | None:
    """The items of the option whose price an amount is, or exceeds by unique digits."""
    fitting = (option.items for option in episode.options if 0 <= amount - option.minor < UNIQUE)
    return next(fitting, None)


def _near_price(episode: Episode, line: Line) -> Judged | None:
    usual: tuple[Level, ...] = (("near a price taken from others", 1),) if episode.usual else ()
    for option in episode.options:
        if option.currency != line.payment.currency:
            continue
        more, said = line.amount - option.minor, _pricing(episode, line, option.minor)
        if 0 < more < UNIQUE:
            text = "The amount is the price and less than a thousand more, as sellers tell buyers apart."
            text_id = "Jumlahnya harga ditambah kurang dari seribu, cara penjual membedakan pembeli."
            return sign(
                "unique-digits", text, text_id, ("price and less than a thousand", 1), *usual, said=said
            ), option.items
        if abs(more) in _FEES:
            text = "The amount differs from the price by a usual fee."
            text_id = "Jumlahnya berselisih dengan harga sebesar biaya yang lazim."
            return sign("fee", text, text_id, ("price and a fee", 1), *usual, said=said), option.items
        times = line.amount // option.minor
        if 1 < times <= _MOST_TIMES and line.amount == times * option.minor:
            items = option.items * times if option.items else None
            text, text_id = f"The amount is {times} times the price.", f"Jumlahnya {times} kali harga."
            level = ("several times the price", 1)
            return sign("times", text, text_id, level, *usual, said=said, side="against"), items
    return None


def _no_price(episode: Episode, talk: Talk, line: Line, *, known: bool) -> Judged | None:
    """Where the amount is no price, a payer who is known opens the gate, or a buyer who writes beside the payment."""
    if not known and not talk.claims_within(line.start - _NEAR, line.end + _NEAR) and not _writes(talk, line):
        return None
    if episode.options and not episode.usual:
        prices = tuple(one.message for one in episode.openings if one.options())
        return sign("another-price", *_ANOTHER_PRICE, ("another price named", 1), said=prices, side="against"), None
    text = "No price was named, so the amount says nothing."
    text_id = "Tidak ada harga yang disebut, jadi jumlahnya tidak menjelaskan apa pun."
    return sign("no-price", text, text_id, ("no price named", 1), side="against"), None


def _writes(talk: Talk, line: Line) -> bool:
    """Whether the buyer writes anything within an hour of a line whose instant is known."""
    if line.at is None:
        return False
    first, last = bisect_left(talk.times, line.at - _BESIDE / 4), bisect_right(talk.times, line.at + _BESIDE)
    return any(one.side == talk.buyer for one in talk.timed[first:last])


def _naming(episode: Episode, talk: Talk, line: Line) -> tuple[str, ...]:
    """The messages that name this amount: of the episode, and the buyer's on having paid near the payment."""
    money = line.amount, line.payment.currency
    told = (*episode.openings, *episode.others) if money in episode.told else ()
    near = talk.claims_within(line.end - 4 * _NEAR, line.end + 4 * _NEAR)
    return tuple(dict.fromkeys(one.message for one in (*told, *near) if money in one.money()))


def _pricing(episode: Episode, line: Line, minor: int) -> tuple[str, ...]:
    """The offers and orders that name a price; none where it is one that the seller takes from others."""
    price = minor, line.payment.currency
    return tuple(
        one.message
        for one in episode.openings
        if price in {(option.minor, option.currency) for option in one.options()}
    )
