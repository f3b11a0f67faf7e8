# SPDX-License-Identifier: Apache-2.0
"""What is looked at in an episode, with or without a payment, each by a name that can be read."""

from collections.abc import Iterator
from datetime import timedelta
from math import log1p, log10

from suluh.deals.money.matched import Paid
from suluh.deals.reading.acts import ACK, ACTS, COMPLAIN, HANDOVER, REFUND, TRADE
from suluh.deals.told import Told, said_in
from suluh.deals.words.signals import Signal

Marks = dict[str, float]

PLAINLY = "named plainly"
"""Goods with their price, in words that need no weights."""

ACCOUNT = "account named"
"""The seller named an account of a ledger to pay into."""

CLAIMED, SENT = "said to be paid", "any items"
"""The buyer said that they paid; the seller sent something."""

FEW = "few talks"
"""The case has too few talks for anything to be usual in it."""

_MILLION = 1_000_000
_USUAL, _LARGE = 5_000_000, 15_000_000
"""Sums in minor units: the middle of what is asked for digital items, and what is more than most ask."""

_MANY, _CHANCE = 4, 0.3
_HOUR = timedelta(hours=1)


def marks(told: Told, paid: Paid | None) -> Marks:
    """Everything that is looked at: of the words, of what was sent, of the payment."""
    found = dict(_of_talk(told))
    found |= _of_items(told, paid)
    found |= _of_habits(told)
    if paid is not None:
        found |= _of_payment(paid)
    return found


def _after(told: Told, read: list[Signal]) -> Iterator[tuple[str, float]]:
    """What was said once the buyer had paid, or had said so."""
    paid = min((one.at for one in told.handed.claims if one.at), default=None)
    later = [one for one in read if paid is not None and one.at is not None and one.at > paid]
    for side, name in ((told.episode.seller, "seller"), (told.episode.buyer, "buyer")):
        for act in (HANDOVER, ACK, COMPLAIN, REFUND):
            its = [one.acts[act] for one in later if one.side == side and one.acts]
            if its:
                yield f"then {name} {ACTS[act]}", max(its)


def _of_talk(told: Told) -> Iterator[tuple[str, float]]:
    episode, said = told.episode, said_in(told)
    read = [one for one in said if one.acts is not None]
    for side, name in ((episode.seller, "seller"), (episode.buyer, "buyer")):
        its = [one.acts for one in read if one.side == side and one.acts]
        for act, word in enumerate(ACTS):
            if its and act != TRADE:
                yield f"{name} {word}", max(scores[act] for scores in its)
    shares = [one.trade for one in read if one.trade is not None]
    if shares:
        yield "trade mean", sum(shares) / len(shares)
        yield "trade most", max(shares)
    yield from _after(told, read)
    yield f"kind {episode.kind}", 1
    yield f"basis {told.talk.basis}", 1
    yield PLAINLY, float(any(one.plain for one in episode.openings))
    yield "number named", float(any(one.reading.counts for one in (*episode.openings, *episode.others)))
    yield "price is the usual one", float(episode.usual)
    yield ACCOUNT, float(bool(episode.pay_to))
    yield "no offer or order", float(bool(episode.begun))
    yield "refused", float(episode.refused)
    yield "messages", log1p(len(said))
    times = [one.at for one in said if one.at]
    if times:
        yield "hours", log1p((max(times) - min(times)) / _HOUR)


def _of_items(told: Told, paid: Paid | None) -> Iterator[tuple[str, float]]:
    handed, episode = told.handed, told.episode
    sent, back = handed.items, sum(len(one.items) for one in handed.returned)
    promised = (paid.pair.items if paid else None) or episode.promised()
    yield "items sent", log1p(sent)
    yield SENT, float(sent > 0)
    yield "many items", float(sent >= _MANY)
    yield "as many as named", float(bool(promised) and promised == sent)
    yield "access given", float(bool(handed.access))
    yield CLAIMED, float(bool(handed.claims))
    yield "buyer sent", log1p(back)
    yield "the two ever sent many", float(_many(told))
    yield "items of two trades", float(handed.in_one_going)


def _of_habits(told: Told) -> Iterator[tuple[str, float]]:
    """What the two do with others; in a case of few talks nothing is usual."""
    its = told.habits
    yield FEW, float(not its.many)
    yield "seller gives to others", float(its.seller > 0)
    yield "seller gives to many others", log1p(its.seller)
    yield "buyer gives to others", log1p(its.buyer)
    yield "others give, this seller does not", float(its.somebody and not its.seller)
    yield "nobody gives", float(its.many and not its.somebody)
    if its.many and not its.seller and not told.handed.items and not told.handed.access:
        yield "gives to nobody at all", float(not _many(told))


def _many(told: Told) -> bool:
    """Whether either side ever sent the other many items in one going."""
    return any(len(one.signals) >= _MANY for one in told.talk.bursts)


def _of_payment(paid: Paid) -> Iterator[tuple[str, float]]:
    pair, line = paid.pair, paid.lines[0]
    for one in pair.signs:
        yield f"is {one.rule}", 1
        if one.rule in _MEASURED:
            yield f"how {one.rule}", one.score / _MILLION
    yield "amount says", pair.signs[2].score / _MILLION
    yield "stands out by", max(-1.0, min(3.0, paid.margin / _MILLION))
    yield "likely among lines", _bounded(paid.apart.of_lines)
    yield "likely among episodes", _bounded(paid.apart.of_episodes)
    yield "weighs", max(-2.0, min(6.0, pair.weight / _MILLION))
    yield "others fit", log1p(paid.rivals)
    yield "an equal one", float(paid.equal is not None)
    yield "day only", float(line.at is None)
    yield "of the payer's statement", float(not line.incoming)
    yield "chance", min(_CHANCE, paid.chance.share / _MILLION)
    total = sum(one.amount for one in paid.lines)
    yield "sum", log10(max(total, 1) / _USUAL)
    yield "large sum", float(total > _LARGE)


def _bounded(odds: float) -> float:
    return max(-4.0, min(6.0, odds))


_MEASURED = frozenset({"delay", "claim", "then-sent", "same-name", "writes-beside"})
