# SPDX-License-Identifier: Apache-2.0
"""How often each buyer was seen, of the largest part of them in which nobody is counted twice."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from suluh.model.ids import person_id
from suluh.model.people import Link, Person
from suluh.model.talk import is_named_only, service_of
from suluh.model.trade import Deal
from suluh.unseen.captures import Captures
from suluh.unseen.warnings import Circumstances


class Buyers(NamedTuple):
    """The buyers as captures."""

    captures: Captures
    """Of the largest part in which nobody is counted twice."""

    around: Circumstances
    groups: int
    """How many groups of accounts bought, of which some may be one person."""


class _Buyer(NamedTuple):
    name: str
    exhibits: tuple[str, ...]
    known: frozenset[str]
    """Services of accounts with an identifier."""

    services: frozenset[str]


def buyers(deals: Iterable[Deal], people: Mapping[str, Person], links: Iterable[Link]) -> Buyers:
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
    return Buyers(Captures.counted(_apart(times, _alike(links, people))), around, len(times))


def _buyer(account: str, person: Person | None) -> _Buyer:
    accounts = (account,) if person is None else person.accounts
    known = frozenset(service_of(one) for one in accounts if not is_named_only(one))
    name, exhibits = (person_id(account), ()) if person is None else (person.id, person.exhibits)
    return _Buyer(name, exhibits, known, frozenset(map(service_of, accounts)))


def _largest_device(times: Mapping[_Buyer, int]) -> float:
    """The share of buyers known to one exhibit and no other, of the exhibit that has most of them."""
    alone = Counter(one.exhibits[0] for one in times if len(one.exhibits) == 1)
    return max(alone.values()) / len(times) if alone else 0.0


def _alike(links: Iterable[Link], people: Mapping[str, Person]) -> dict[str, set[str]]:
    """Persons of whom a link that nobody decided yet says that they may be one."""
    found: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.judgement == "suggested" and not link.merges:
            left, right = (people[one].id if one in people else person_id(one) for one in (link.left, link.right))
            found[left].add(right)
            found[right].add(left)
    return found


def _apart(times: Mapping[_Buyer, int], alike: Mapping[str, set[str]]) -> list[int]:
    """Of each buyer how often they were seen, of the largest part in which no two can be one person.

    A name on one exhibit may be somebody whom another exhibit knows by number or by another name, and an account of
    one service may be somebody whom another service knows: so a part is all with an identifier of one service, or all
    of one service whom one exhibit knows; and of those whom a link that is not decided may join, the first alone.
    """
    parts: dict[tuple[str, str], list[_Buyer]] = defaultdict(list)
    for one in sorted(times):
        for service in one.known:
            parts[service, ""].append(one)
        for service in one.services:
            for exhibit in one.exhibits:
                parts[service, exhibit].append(one)
    sure = [list(_first_of_each(parts[key], alike)) for key in sorted(parts)]
    return [times[one] for one in max(sure, key=len, default=[])]


def _first_of_each(part: Iterable[_Buyer], alike: Mapping[str, set[str]]) -> Iterator[_Buyer]:
    """Buyers of a part, of those whom links may join the first."""
    met: set[str] = set()
    for one in part:
        if one.name not in met:
            yield one
            met |= _reached(one.name, alike)


def _reached(name: str, alike: Mapping[str, set[str]]) -> set[str]:
    """A person with all whom a chain of links may join to them."""
    found, waiting = {name}, [name]
    while waiting:
        fresh = alike.get(waiting.pop(), set()) - found
        found |= fresh
        waiting.extend(fresh)
    return found
