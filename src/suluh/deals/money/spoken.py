# SPDX-License-Identifier: Apache-2.0
"""Whether a message that counts as the buyer's word of having paid may be cited as one: by its words, or its place.

1. Words of the lists, the number of a payment, and what the weights find far more of than of anything else are enough.
2. Other words (*masuk 50rb kan?*, where the weights find asking as well) are cited where it stands behind the word of
   where to pay, or beside the payment or after it, and names no sum that is new: who haggles names a new one.
"""

from collections.abc import Iterable

from suluh.deals.facts.ledger import Line
from suluh.deals.talks.episodes import Episode
from suluh.deals.talks.handover import EARLY
from suluh.deals.words.signals import Signal


def cited_as_paid(said: Iterable[Signal], episode: Episode, line: Line | None) -> list[Signal]:
    """Those of some such messages of an episode that may be cited, beside its booked line where it has one."""
    return [one for one in said if one.says_paid or _may_be_one(one, episode, line)]


def _may_be_one(one: Signal, episode: Episode, line: Line | None) -> bool:
    if one.at is None:
        return False
    before = [each for each in (*episode.openings, *episode.others) if each.at is not None and each.at <= one.at]
    known = {money for each in before if each.message != one.message for money in each.money()}
    if line is not None:
        known.add((line.amount, line.payment.currency))
    told = any(each.side == episode.seller and _tells_where(each) for each in before)
    is_paid = line is not None and one.at >= line.start - EARLY
    return (told or is_paid) and one.money() <= known


def _tells_where(one: Signal) -> bool:
    return "payhow" in one.cues or bool(one.named.accounts) or one.named.is_strange
