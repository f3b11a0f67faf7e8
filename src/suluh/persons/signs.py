# SPDX-License-Identifier: Apache-2.0
"""Signs of whose device an exhibit is, where nobody stated it: gathered from all its chats, never taken for a fact."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple
from urllib.parse import unquote

from suluh.model.talk import Account, device_account, service_of
from suluh.persons.identifiers import bound_name
from suluh.persons.names import as_listed

EXPORTS = 3
"""So many exports at least: of two an author who stands in both may be a friend of both."""

EVERY = "every"
"""An author who stands in every export of the exhibit, and nobody else does."""

_OF_A_CHAT = "chat/"


class Sign(NamedTuple):
    """What speaks for one name, or one number, as the own side of a device."""

    account: str
    """The account of it that was seen first, by its own order."""

    accounts: tuple[str, ...]
    """All of them: a name is an account of its own in each chat."""

    by: Mapping[str, int]
    """In how many chats each sign stands."""


def signs_of(sightings: Iterable[Account], known: AbstractSet[tuple[str, str]]) -> dict[str, tuple[Sign, ...]]:
    """For each device its signs, by name; `known` are exhibits and services of which the own account is known."""
    seen = tuple(sightings)
    by: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    same: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in seen:
        if one.owning is not None and (one.place.exhibit, service_of(one.account)) not in known:
            who = one.owning.device, _called(one.account)
            by[who][one.owning.by] += 1
            same[who].add(one.account)
    for device, account, times in _in_every_export(seen, known):
        who = device, _called(account)
        by[who][EVERY] = times
        same[who].add(account)
    found: dict[str, list[Sign]] = defaultdict(list)
    for (device, name), signs in sorted(by.items()):
        accounts = tuple(sorted(same[device, name]))
        found[device].append(Sign(accounts[0], accounts, dict(sorted(signs.items()))))
    return {device: tuple(signs) for device, signs in found.items()}


def _called(account: str) -> str:
    """The name of an account that one chat alone names, else the account."""
    bound = bound_name(account)
    return account if bound is None else as_listed(bound[1])


def _in_every_export(
    sightings: Iterable[Account], known: AbstractSet[tuple[str, str]]
) -> Iterable[tuple[str, str, int]]:
    """The one author who speaks in every exported chat of an exhibit, with each of its accounts."""
    chats: dict[tuple[str, str], dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for one in sightings:
        where = one.place.exhibit, service_of(one.account)
        chat = _export(one.account)
        if chat is not None and where not in known:
            chats[where][chat][_called(one.account)] = one.account
    for (exhibit, service), exports in sorted(chats.items()):
        everywhere = set.intersection(*(set(names) for names in exports.values()))
        if len(exports) >= EXPORTS and len(everywhere) == 1:
            [name] = everywhere
            device = device_account(service, exhibit)
            yield from ((device, names[name], len(exports)) for names in exports.values())


def _export(account: str) -> str | None:
    """The exported chat that alone names an account, by its file; null for any other."""
    if bound_name(account) is None:
        return None
    chat = unquote(account.partition(":")[2].split("/")[2]).partition(":")[2]
    return chat if chat.startswith(_OF_A_CHAT) else None
