# SPDX-License-Identifier: Apache-2.0
"""The payment of each episode: first what stands out, then, of what is left, what may be."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from suluh.deals.facts.chance import Chance, Traffic
from suluh.deals.facts.ledger import Line
from suluh.deals.facts.parties import Parties
from suluh.deals.money.aside import Aside
from suluh.deals.money.gates import LENIENT, PAYER_KNOWN, Pair, Search
from suluh.deals.money.parts import in_parts
from suluh.deals.money.payers import Learned, is_paid_elsewhere
from suluh.deals.money.posterior import Apart, apart
from suluh.deals.money.rivals import Rival, Rivals
from suluh.deals.money.signs import Sign
from suluh.deals.money.solve import margins, solve
from suluh.deals.talks.episodes import Episode, Talk

STRICT = 1_500_000
"""A pair that weighs more is clear, if it also stands out from all others: it is chosen before those that are not."""

CLEAR = 700_000
"""By so much a clear pair is better than any other use of its episode or its payment."""


@dataclass(frozen=True)
class Paid:
    """The payment that was given to an episode, and how well it stands out."""

    pair: Pair
    lines: tuple[Line, ...]
    margin: int
    """How much better than the best other use of the episode or the payment, in millionths."""

    rivals: int
    """Other payments that fit the episode."""

    chance: Chance
    apart: Apart
    """How likely it is beside all that else fits."""

    others: tuple[Line, ...] = ()
    """The other payments that fit the episode by themselves, by time; none of them is among its lines."""

    near: tuple[Line, ...] = ()
    """Lines of the same sum into the same account, of the day of the payment or no more than 24 hours from it."""

    elsewhere: tuple[Line, ...] = ()
    """Lines of the same sum into another account of the person, no more than a day from the payment."""

    named: tuple[Line, ...] = ()
    """Lines into the same account of another sum that the talk names, which fit too little to be among `others`."""

    equal: Rival | None = None
    """An equal payment of somebody else that only a name sets apart from this one."""

    back: tuple[Line, ...] = ()
    """What gave all of it back, or a part."""

    held: bool = False
    """Whether something keeps it from being `recorded`, however well it fits."""


def match(talks: Sequence[Talk], episodes: Sequence[Episode], booked: list[Line], sides: Parties) -> dict[int, Paid]:
    """The payment of each episode that has one, by the episode's number."""
    first = _pairs(talks, episodes, Search(sides, booked))
    rivals = Rivals(booked)
    clear = _clear(first)
    doubtful = rivals.of(clear, first)
    learned = _learn(episodes, booked, (one for one in clear if one.episode not in doubtful))
    search = Search(sides, booked, learned, _by_episode(first))
    pairs = _pairs(talks, episodes, search)
    strict = _clear(pairs)
    first_parts = [pair for pair in _parts(search, talks, episodes, strict) if pair.weight > STRICT]
    possible = solve(_left(pairs, [*strict, *first_parts]), LENIENT)
    equal = rivals.of([*strict, *possible], pairs)
    whole = [*strict, *first_parts, *possible]
    parts = [*first_parts, *(one for one in _parts(search, talks, episodes, whole) if one.weight > LENIENT)]
    standing = margins([*strict, *possible, *parts], pairs, LENIENT)
    fitting: dict[int, set[int]] = defaultdict(set)
    for pair in pairs:
        if pair.weight > LENIENT:
            fitting[pair.episode].add(pair.line)
    traffic, beside, aside = Traffic(booked), apart(pairs), Aside(booked, sides)
    found: dict[int, Paid] = {}
    for pair in (*strict, *possible, *parts):
        its = tuple(booked[line] for line in pair.lines)
        paid = Paid(
            pair=pair,
            lines=its,
            margin=standing[pair.episode],
            rivals=max(0, len(fitting[pair.episode]) - 1),
            others=tuple(sorted((booked[one] for one in fitting[pair.episode] - set(pair.lines)), key=_time)),
            chance=_chance(traffic, pair, episodes[pair.episode], its[0]),
            apart=beside.of(pair),
        )
        paid = _with_aside(paid, episodes[pair.episode], aside)
        held = replace(paid, held=is_paid_elsewhere(pair.signs))
        found[pair.episode] = _held(held, equal.get(pair.episode))
    return found


def _with_aside(paid: Paid, episode: Episode, aside: Aside) -> Paid:
    """The same payment with the lines of its sums that it leaves aside, none of them its own."""
    own = {name for line in paid.lines for name in line.payments}
    fitting = {one.payment.id for one in paid.others}
    near = {one.payment.id: one for line in paid.lines for one in aside.equal_near(line)}
    elsewhere = {one.payment.id: one for line in paid.lines for one in aside.equal_elsewhere(line, episode.seller)}
    named = {one.payment.id: one for line in paid.lines for one in aside.named(line, episode)}
    return replace(
        paid,
        near=tuple(one for name, one in near.items() if name not in own),
        elsewhere=tuple(one for name, one in elsewhere.items() if name not in own),
        named=tuple(one for name, one in named.items() if name not in own | fitting),
    )


def _time(line: Line) -> tuple[datetime, str]:
    return line.start, line.payment.id


def _held(paid: Paid, equal: Rival | None) -> Paid:
    """Where only a name sets it apart from an equal payment, a payment is held and stands out by no name."""
    if equal is None:
        return paid
    return replace(paid, held=True, margin=min(paid.margin, equal.lead), equal=equal)


def _parts(search: Search, talks: Sequence[Talk], episodes: Sequence[Episode], chosen: Iterable[Pair]) -> list[Pair]:
    """Payments in parts for the episodes, and of the payments, that are still free."""
    taken = tuple(chosen)
    served = {one.episode for one in taken}
    open_ = ((number, one) for number, one in enumerate(episodes) if number not in served)
    return in_parts(search, talks, open_, {line for one in taken for line in one.lines})


def _left(pairs: Iterable[Pair], chosen: Iterable[Pair]) -> list[Pair]:
    """The pairs of episodes and payments that are still free."""
    taken = {("episode", one.episode) for one in chosen} | {("line", line) for one in chosen for line in one.lines}
    return [one for one in pairs if not {("episode", one.episode), ("line", one.line)} & taken]


def _pairs(talks: Sequence[Talk], episodes: Sequence[Episode], search: Search) -> list[Pair]:
    """Every pair; of one that weighs too little to be chosen the signs of the two sides alone, each held once."""
    once: dict[Sign, Sign] = {}
    found = (pair for number, one in enumerate(episodes) for pair in search.pairs(talks, number, one))
    return [one if one.weight > LENIENT else _slight(one, once) for one in found]


def _slight(pair: Pair, once: dict[Sign, Sign]) -> Pair:
    received, paid, *others = pair.signs
    return pair._replace(signs=(once.setdefault(received, received), once.setdefault(paid, paid))) if others else pair


def _by_episode(pairs: Iterable[Pair]) -> dict[int, list[Pair]]:
    found: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[pair.episode].append(pair)
    return found


def _clear(pairs: Sequence[Pair]) -> list[Pair]:
    """The strict assignment, without pairs that another use of the episode or the payment comes near."""
    chosen = solve(pairs, STRICT)
    standing = margins(chosen, pairs, LENIENT)
    return [one for one in chosen if standing[one.episode] > CLEAR]


def _learn(episodes: Sequence[Episode], booked: Sequence[Line], clear: Iterable[Pair]) -> dict[str, Learned]:
    """Payers whose payments fitted one person only, and that person."""
    paid_for: dict[str, list[tuple[Episode, Line]]] = defaultdict(list)
    for pair in clear:
        line = booked[pair.line]
        if line.payer_key:
            paid_for[line.payer_key].append((episodes[pair.episode], line))
    one_buyer = ((key, found) for key, found in paid_for.items() if len({one.buyer for one, _ in found}) == 1)
    return {key: Learned(found[0][0].buyer, tuple(found)) for key, found in one_buyer}


def _chance(traffic: Traffic, pair: Pair, episode: Episode, line: Line) -> Chance:
    opened = max((one.at for one in episode.openings if one.at and one.at <= line.end), default=line.start)
    known = any(one.rule in PAYER_KNOWN for one in pair.signs)
    return traffic.chance(line, opened, payer_known=known)
