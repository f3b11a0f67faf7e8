# SPDX-License-Identifier: Apache-2.0
"""What the case says of its accounts: the one input of every rule."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from suluh.model.after.beyond import Joint
from suluh.model.place import Place
from suluh.model.rules.holders import own_accounts
from suluh.model.talk import Account, Contact
from suluh.persons.books import entries
from suluh.persons.names import as_listed
from suluh.persons.said.heard import NOTHING_HEARD, Heard
from suluh.persons.said.naming import Naming
from suluh.persons.signs import Sign, signs_of

K = TypeVar("K", str, tuple[str, str])

Rank = tuple[int, str, int, int, str, str]
Orders = Mapping[str, tuple[int, str]]
"""For each file its place in the order of intake."""

UNORDERED: Orders = MappingProxyType({})


class Said(NamedTuple):
    """What officers said of whose device an exhibit is."""

    known: AbstractSet[tuple[str, str]] = frozenset()
    """Exhibits, each with a service of which its own account is stated or called own."""

    decided: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Accounts that they joined with the account of a device, by exhibit."""


NOTHING_SAID = Said()


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

    carded: Mapping[tuple[str, str], tuple[str, ...]]
    """The same of cards that people send each other: how somebody, perhaps of another phone, lists them."""

    places: Mapping[str, tuple[Place, ...]]
    """One place of each exhibit that knows the account."""

    names_on: Mapping[tuple[str, str], tuple[str, ...]]
    """Names that the records of one exhibit give to an account, by exhibit and account."""

    same_talk: tuple[tuple[str, str, int], ...] = ()
    """Pairs of accounts that wrote the same messages in copies of one conversation, and how many rare ones agree."""

    namings: tuple[Naming, ...] = ()
    """What holders of devices named as accounts of statements."""

    heard: Heard = NOTHING_HEARD
    """All that messages and statements tell of accounts."""

    owning: Mapping[str, tuple[Sign, ...]] = field(default_factory=dict)
    """For each device whose own account nothing says: the signs of whose it is."""

    decided: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Accounts that officers joined with the account of a device, by exhibit."""

    first_seen: Mapping[str, Rank] = field(default_factory=dict)
    """Where each account was seen first, in the order of intake."""

    def exhibits(self, account: str) -> tuple[str, ...]:
        """The exhibits that know an account."""
        return tuple(place.exhibit for place in self.places.get(account, ()))

    @cached_property
    def used(self) -> Mapping[str, int]:
        """When each account that wrote in a talk of two, or paid, did so first, in whole minutes since 1970."""
        first: dict[str, int] = {}
        wrote = [(talk.other, talk.minutes[0]) for talk in self.heard.talks if talk.minutes]
        for account, at in [*wrote, *((line.payer, line.start) for line in self.heard.lines)]:
            first[account] = min(at, first.get(account, at))
        return first

    @cached_property
    def handed_on(self) -> Mapping[str, int]:
        """From when on each account is another person's, by the words of whoever writes under it."""
        since: dict[str, int] = {}
        for talk in self.heard.talks:
            if talk.handed_on is not None:
                since[talk.other] = min(talk.handed_on, since.get(talk.other, talk.handed_on))
        return since

    def first(self, accounts: Iterable[str]) -> str:
        """The account that was seen first of some: no link and no later exhibit makes it another one."""
        return min(accounts, key=lambda one: (self.first_seen[one], one))


def pool(
    accounts: Iterable[Account],
    contacts: Iterable[Contact],
    orders: Orders = UNORDERED,
    same_talk: Iterable[Joint] = (),
    said: Said = NOTHING_SAID,
    heard: Heard = NOTHING_HEARD,
) -> Pool:
    """Everything that the records say of accounts, in a fixed order; `orders` places each file in that of intake."""
    lists = entries(contacts, heard.sent_files)
    names: dict[str, set[str]] = defaultdict(set)
    names_on: dict[tuple[str, str], set[str]] = defaultdict(set)
    seen = tuple(accounts)
    signs = signs_of(seen, said.known)
    places: dict[str, dict[str, Place]] = defaultdict(dict)
    ranks: dict[str, Rank] = {}
    pairs: set[tuple[str, str]] = set()
    for sighting in seen:
        names[sighting.account].update(sighting.names)
        names_on[sighting.place.exhibit, sighting.account].update(sighting.names)
        rank = _rank(sighting.place, orders)
        device = (sighting.owning.device,) if sighting.owning is not None else ()
        for account in (sighting.account, *sighting.aliases, *device):
            _see(places[account], sighting.place)
            ranks[account] = min(rank, ranks.get(account, rank))
        pairs.update(_pair(sighting.account, alias) for alias in sighting.aliases if alias != sighting.account)
    for contact in (*lists.book, *lists.cards):
        _see(places[contact.account], contact.place)
        rank = _rank(contact.place, orders)
        ranks[contact.account] = min(rank, ranks.get(contact.account, rank))
    return Pool(
        accounts=tuple(sorted(places)),
        names=_fixed(names),
        aliases=tuple(sorted(pairs)),
        own={exhibit: tuple(sorted(holder.accounts)) for exhibit, holder in own_accounts((), seen).items()},
        listed=_by_name(lists.book),
        carded=_by_name(lists.cards),
        places={one: tuple(found[exhibit] for exhibit in sorted(found)) for one, found in sorted(places.items())},
        names_on=_fixed(names_on),
        same_talk=tuple(
            sorted((*pair, one.agree) for one in same_talk for pair in one.same if set(pair) <= places.keys())
        ),
        namings=tuple(
            sorted({one for one in heard.namings if {one.sender, one.account} <= places.keys()}, key=_as_text)
        ),
        heard=heard,
        owning=signs,
        decided=said.decided,
        first_seen=ranks,
    )


def _by_name(found: Iterable[Contact]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The accounts that stand under each name, by exhibit and name."""
    listed: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in found:
        listed[one.place.exhibit, as_listed(one.name)].add(one.account)
    return _fixed(listed)


def _as_text(one: Naming) -> tuple[str, str, str, str]:
    return one.account, one.sender, one.conversation, " ".join(sorted(one.words))


def _rank(place: Place, orders: Orders) -> Rank:
    """Where a place stands in the order of intake: its file, then line or row; a longer number is a later row."""
    row = place.row or ""
    return (*orders.get(place.file, (0, place.file)), place.line or 0, len(row), row, place.pointer or "")


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
