# SPDX-License-Identifier: Apache-2.0
"""Prices that were paid in parts: two payments of one payer that add up to a price."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from suluh.deals.facts.ledger import Line
from suluh.deals.money.gates import Pair, Search, weight
from suluh.deals.money.moments import when
from suluh.deals.money.signs import sign
from suluh.deals.money.worth import UNIQUE
from suluh.deals.talks.episodes import Episode, Talk

_MOST = 12
"""More payments than this in one window are not tried by twos."""


def in_parts(
    search: Search, talks: Sequence[Talk], episodes: Iterable[tuple[int, Episode]], taken: set[int]
) -> list[Pair]:
    """For each episode without a payment the best two free payments that make up its price, each payment used once."""
    found = [
        pair for number, episode in episodes for pair in _twos(search, talks[episode.talk], (number, episode), taken)
    ]
    chosen: list[Pair] = []
    used: set[int] = set(taken)
    served: set[int] = set()
    for pair in sorted(found, key=lambda one: (-one.weight, one.episode, one.lines)):
        if pair.episode not in served and not used & set(pair.lines):
            chosen.append(pair)
            used |= set(pair.lines)
            served.add(pair.episode)
    return chosen


def _twos(search: Search, talk: Talk, one: tuple[int, Episode], taken: set[int]) -> Iterator[Pair]:
    number, episode = one
    prices = {option.minor: option.items for option in episode.options} if not episode.usual else {}
    if not prices:
        return
    most = max(prices)
    free = [line for line in search.near(talk, episode) if line not in taken and search.booked[line].amount < most]
    judged = {line: search.payers.judge(episode, search.booked[line], talk) for line in free}
    fitting = [line for line in free if judged[line]]
    if len(fitting) > _MOST:
        return
    for first, second in combinations(fitting, 2):
        lines = search.booked[first], search.booked[second]
        price = next((price for price in prices if 0 <= lines[0].amount + lines[1].amount - price < UNIQUE), None)
        if price is None or not _same_payer(*lines):
            continue
        who = judged[first] or ()
        text = "Two payments of one payer add up to the price."
        text_id = "Dua pembayaran dari satu pembayar berjumlah sama dengan harganya."
        sums = sign("in-parts", text, text_id, ("two payments make the price", 1))
        signs = (*who, sums, *when(talk, episode, lines[0]))
        yield Pair(number, (first, second), weight(signs), signs, prices[price])


def _same_payer(one: Line, two: Line) -> bool:
    return one.ledger == two.ledger and one.payer_key is not None and one.payer_key == two.payer_key
