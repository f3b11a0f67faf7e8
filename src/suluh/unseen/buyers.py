# SPDX-License-Identifier: Apache-2.0
"""How often each buyer was seen, and in which part of them nobody can be counted twice."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from suluh.model.ids import person_id
from suluh.model.people import Person
from suluh.model.talk import is_named_only
from suluh.model.trade import Deal
from suluh.unseen.captures import Captures
from suluh.unseen.warnings import Circumstances


class Buyers(NamedTuple):
    """The buyers as captures."""

    captures: Captures
    around: Circumstances
    apart: Captures | None
    """The largest part without double counting; null where every buyer has an identifier."""


class _Buyer(NamedTuple):
    name: str
    exhibits: tuple[str, ...]
    named_only: bool


def buyers(deals: Iterable[Deal], people: Mapping[str, Person]) -> Buyers:
    """How many deals each buyer has; who was only given something is no buyer."""
    times: Counter[_Buyer] = Counter()
    unresolved = total = 0
    for deal in deals:
        if deal.kind == "gift":
            continue
        total += 1
        unresolved += deal.buyer is None or is_named_only(deal.buyer)
        if deal.buyer is not None:
            times[_buyer(deal.buyer, people.get(deal.buyer))] += 1
    around = Circumstances(_largest_device(times), unresolved / total if total else 0.0)
    return Buyers(Captures.counted(times.values()), around, _apart(times))


def _buyer(account: str, person: Person | None) -> _Buyer:
    if person is None:
        return _Buyer(person_id(account), (), is_named_only(account))
    return _Buyer(person.id, person.exhibits, all(is_named_only(one) for one in person.accounts))


def _largest_device(times: Mapping[_Buyer, int]) -> float:
    """The share of buyers known to one exhibit and no other, of the exhibit that has most of them."""
    alone = Counter(one.exhibits[0] for one in times if len(one.exhibits) == 1)
    return max(alone.values()) / len(times) if alone else 0.0


def _apart(times: Mapping[_Buyer, int]) -> Captures | None:
    """The larger of two parts: all with an identifier, or all whom the exhibit with most buyers knows.

    A name on one exhibit may be somebody whom another exhibit knows by number, or by another name.
    """
    if not any(one.named_only for one in times):
        return None
    exhibits = sorted({exhibit for one in times for exhibit in one.exhibits})
    parts = [[many for one, many in times.items() if not one.named_only]]
    parts += [[many for one, many in times.items() if exhibit in one.exhibits] for exhibit in exhibits]
    largest = max(range(len(parts)), key=lambda part: len(parts[part]))
    return Captures.counted(parts[largest])
