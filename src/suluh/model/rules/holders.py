# SPDX-License-Identifier: Apache-2.0
"""Whose device an exhibit is: the accounts of its holder, asked in this one place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from suluh.model.intake import Exhibit
from suluh.model.people import Link, Person
from suluh.model.talk import Account, exhibit_of, service_of


class Holder(NamedTuple):
    """What is known of the accounts of whoever held one exhibit."""

    stated: AbstractSet[str] = frozenset()
    """Accounts that an officer stated or that a record calls the device's own."""

    accounts: AbstractSet[str] = frozenset()
    """These, and all accounts of the same persons, known by name only or not."""

    doubtful: AbstractSet[str] = frozenset()
    """Accounts that may be the holder's: a link to one of these waits for a decision."""

    named_in: AbstractSet[str] = frozenset()
    """Services in which the exhibit shows by which name the holder goes."""

    def has(self, service: str) -> bool:
        """Whether an account of the holder on a service is known."""
        return any(service_of(one) == service for one in self.accounts)


NOBODY = Holder()
"""The holder of an exhibit of which no account is known."""


def called_own(accounts: Iterable[Account]) -> Iterator[Account]:
    """The sightings of accounts that a record calls its device's own."""
    return (sighting for sighting in accounts if sighting.own)


def own_accounts(
    exhibits: Iterable[Exhibit],
    accounts: Iterable[Account],
    persons: Iterable[Person] = (),
    links: Iterable[Link] = (),
) -> dict[str, Holder]:
    """The holder's accounts of each exhibit of which any is known: stated, called own, or joined to one of these.

    What is inferred of a device counts as soon as an officer has joined it with the device, and not before.
    """
    stated: dict[str, set[str]] = defaultdict(set)
    for exhibit in exhibits:
        stated[exhibit.label] |= set(exhibit.accounts)
    named: dict[tuple[str, str], bool] = {}
    for sighting in accounts:
        label, account = sighting.place.exhibit, sighting.account
        if sighting.own:
            stated[label].add(account)
        named[label, account] = bool(sighting.names) or named.get((label, account), False)
    together: dict[str, tuple[str, ...]] = {}
    for person in persons:
        together |= dict.fromkeys(person.accounts, person.accounts)
        devices = [one for one in person.accounts if exhibit_of(one) is not None]
        for device in devices if len(devices) < len(person.accounts) else ():
            stated[exhibit_of(device) or ""].add(device)
    waiting = _waiting(links)
    return {label: _holder(label, own, together, waiting, named) for label, own in sorted(stated.items()) if own}


def _holder(
    label: str,
    own: AbstractSet[str],
    together: Mapping[str, tuple[str, ...]],
    waiting: Mapping[str, set[str]],
    named: Mapping[tuple[str, str], bool],
) -> Holder:
    whole = frozenset(one for account in own for one in together.get(account, (account,)))
    return Holder(
        stated=frozenset(own),
        accounts=whole,
        doubtful=frozenset(one for account in whole for one in waiting.get(account, ())) - whole,
        named_in=frozenset(service_of(one) for one in whole if named.get((label, one))),
    )


def _waiting(links: Iterable[Link]) -> dict[str, set[str]]:
    """For each account those that a link joins to it as soon as an officer confirms it."""
    found: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.judgement in {"suggested", "disputed"} and not link.merges:
            found[link.left].add(link.right)
            found[link.right].add(link.left)
    return found
