# SPDX-License-Identifier: Apache-2.0
"""What the case says of its accounts: the one input of every rule."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from suluh.model.holders import own_accounts
from suluh.model.place import Place
from suluh.model.talk import Account, Contact
from suluh.persons.names import as_listed

K = TypeVar("K", str, tuple[str, str])


@dataclass(frozen=True)
class Pool:
    """Accounts, what they are called and where they were seen, all in a fixed order."""

    accounts: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]
    """Names that records give to an account; an address book is not among them."""

    aliases: tuple[tuple[str, str], ...]
    """Pairs of identifiers that one record says are one account."""

    own: Mapping[str, tuple[str, ...]]
    """The accounts that records call the device's own, by exhibit."""

    listed: Mapping[tuple[str, str], tuple[str, ...]]
    """Accounts that stand under one name in one exhibit's address book."""

    places: Mapping[str, tuple[Place, ...]]
    """One place of each exhibit that knows the account."""

    names_on: Mapping[tuple[str, str], tuple[str, ...]]
    """Names that the records of one exhibit give to an account, by exhibit and account."""

    def exhibits(self, account: str) -> tuple[str, ...]:
        """The exhibits that know an account."""
        return tuple(place.exhibit for place in self.places.get(account, ()))


def pool(accounts: Iterable[Account], contacts: Iterable[Contact]) -> Pool:
    """Everything that the records say of accounts, in a fixed order."""
    names: dict[str, set[str]] = defaultdict(set)
    names_on: dict[tuple[str, str], set[str]] = defaultdict(set)
    seen = tuple(accounts)
    places: dict[str, dict[str, Place]] = defaultdict(dict)
    listed: dict[tuple[str, str], set[str]] = defaultdict(set)
    pairs: set[tuple[str, str]] = set()
    for sighting in seen:
        names[sighting.account].update(sighting.names)
        names_on[sighting.place.exhibit, sighting.account].update(sighting.names)
        for account in (sighting.account, *sighting.aliases):
            _see(places[account], sighting.place)
        pairs.update(_pair(sighting.account, alias) for alias in sighting.aliases if alias != sighting.account)
    for contact in contacts:
        _see(places[contact.account], contact.place)
        listed[contact.place.exhibit, as_listed(contact.name)].add(contact.account)
    return Pool(
        accounts=tuple(sorted(places)),
        names=_fixed(names),
        aliases=tuple(sorted(pairs)),
        own={exhibit: tuple(sorted(holder.accounts)) for exhibit, holder in own_accounts((), seen).items()},
        listed=_fixed(listed),
        places={one: tuple(found[exhibit] for exhibit in sorted(found)) for one, found in sorted(places.items())},
        names_on=_fixed(names_on),
    )


def _pair(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one < two else (two, one)


def _see(found: dict[str, Place], place: Place) -> None:
    """Keep the first place of each exhibit, in the order of files, whatever order the records come in."""
    known = found.get(place.exhibit)
    if known is None or _order(place) < _order(known):
        found[place.exhibit] = place


def _order(place: Place) -> tuple[str, str, int, str, str]:
    return (place.acquisition, place.file, place.line or 0, place.row or "", place.pointer or "")


def _fixed(found: Mapping[K, set[str]]) -> dict[K, tuple[str, ...]]:
    return {key: tuple(sorted(values)) for key, values in sorted(found.items()) if values}
