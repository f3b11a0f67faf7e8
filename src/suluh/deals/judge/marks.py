# SPDX-License-Identifier: Apache-2.0
"""What is looked at in an episode, with or without a payment, each by a name that can be read."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from math import exp, log1p, log10
from typing import Literal

from suluh.deals.money.matched import Paid
from suluh.deals.reading.acts import ACK, ACTS, COMPLAIN, HANDOVER, PAYHOW, REFUND, TRADE
from suluh.deals.told import Told, said_in
from suluh.deals.words.signals import Signal

Marks = dict[str, float]
Bounds = dict[str, tuple[int, int]]
"""Between which values a mark counts, in thousandths: what the corpus hardly holds says no more than what it holds."""

PLAINLY, ACCOUNT = "named plainly", "account named"
"""Marks of goods with their price in words that need no weights, and of an account of a ledger to pay into."""

WHERE_TO_PAY = f"seller {ACTS[PAYHOW]}"
"""The mark of how much the seller tells where to pay."""

_STEP = 1_000

Seen = Literal["paid", "unpaid", "unbooked"]
"""What the ledgers show of an episode: its payment; none, where one would stand; nothing, as no ledger goes there."""

_MILLION = 1_000_000
_USUAL, _LARGE = 5_000_000, 15_000_000
"""Sums in minor units: the middle of what is asked for digital items, and what is more than most ask."""

_MANY = 4
_HOUR, _DAY_HOURS = timedelta(hours=1), 24
_END = datetime.max.replace(tzinfo=UTC)


def seen(told: Told, paid: Paid | None) -> Seen:
    """What the ledgers show of an episode."""
    return "paid" if paid is not None else "unpaid" if told.covered else "unbooked"


def marks(told: Told, paid: Paid | None) -> Marks:
    """Everything that is looked at: of the words, of what was sent, of the payment."""
    found = dict(_of_talk(told))
    found |= _of_items(told, paid)
    found |= _of_habits(told)
    found |= _of_kind(told, paid)
    found |= _of_beside(told)
    if paid is not None:
        found |= _of_payment(paid)
    return found


def total(table: Mapping[str, int], bounds: Bounds, marks: Marks) -> float:
    """What the marks of an episode weigh in one table, whose base stands under the empty name."""
    whole = float(table.get("", 0))
    for name, value in marks.items():
        weight = table.get(name)
        if weight is not None:
            least, most = bounds.get(name, (None, None))
            whole += weight * (value if least is None or most is None else max(least / _STEP, min(most / _STEP, value)))
    return whole


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
    yield PLAINLY, float(any(one.plain for one in episode.openings))
    yield "number named", float(any(one.reading.counts for one in (*episode.openings, *episode.others)))
    yield f"basis {told.talk.basis}", 1
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
    yield "any items", float(sent > 0)
    yield "many items", float(sent >= _MANY)
    yield "as many as named", float(bool(promised) and promised == sent)
    yield "access given", float(bool(handed.access))
    yield "said to be paid", float(bool(handed.claims))
    yield "buyer sent", log1p(back)
    yield "the two ever sent many", float(_many(told))
    yield "items of two trades", float(handed.in_one_going)


def _of_habits(told: Told) -> Iterator[tuple[str, float]]:
    """What the two do with others."""
    yield "seller gives to others", float(told.habits.seller > 0)
    yield "seller gives to many others", log1p(told.habits.seller)
    yield "buyer gives to others", log1p(told.habits.buyer)


def _of_kind(told: Told, paid: Paid | None) -> Iterator[tuple[str, float]]:
    """What tells kinds of trade apart."""
    episode, said = told.episode, said_in(told)
    yield f"begun as {episode.kind}", 1
    for word in ("subscription", "access", "gift", "perhaps_gift", "barter"):
        yield f"speaks of {word}", float(any(word in one.cues for one in said))
    yield "a sum named", float(bool(episode.told))
    yield "items of the buyer beside it", log1p(_beside_of_buyer(told))
    yield "paid alike at other times", log1p(told.alike)
    yield "payments", float(len(paid.lines) if paid else 0)


def _beside_of_buyer(told: Told) -> int:
    """How many items the buyer sent from an hour before an episode to a day after its last word, or to the next."""
    episode = told.episode
    opened = episode.opened
    if opened is None:
        return 0
    until = min(episode.ends or _END, (episode.last or opened) + 24 * _HOUR)
    its = (one for one in told.talk.bursts if one.side == episode.buyer and one.at is not None)
    return sum(one.items for one in its if one.at and opened - _HOUR <= one.at <= until)


def _of_beside(told: Told) -> Iterator[tuple[str, float]]:
    """The trades before and after it."""
    for name, one in (("before", told.before), ("after", told.after)):
        yield f"a trade {name}", float(one is not None)
        if one is not None:
            near = exp(-(one.away / _HOUR) / _DAY_HOURS)
            yield f"a trade {name}, near", near
            yield f"a paid trade {name}, near", near * one.paid
            yield f"a trade {name} that was handed over, near", near * one.sent


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
    yield "chance", paid.chance.share / _MILLION
    total = sum(one.amount for one in paid.lines)
    yield "sum", log10(max(total, 1) / _USUAL)
    yield "large sum", float(total > _LARGE)


def _bounded(odds: float) -> float:
    return max(-4.0, min(6.0, odds))


_MEASURED = frozenset({"delay", "claim", "then-sent", "same-name", "writes-beside"})
