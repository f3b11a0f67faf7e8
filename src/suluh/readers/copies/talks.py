# SPDX-License-Identifier: Apache-2.0
"""What is known of conversations before their messages are compared; `bounds.two` says which can never be one.

The device that wrote stands for its own account where one alone is known.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import NamedTuple

from suluh.model.people import Judgement
from suluh.model.place import Place
from suluh.model.talk import Conversation, is_device, is_hidden, service_of
from suluh.readers.copies.lines.offset import Pair, is_known

Orders = Mapping[str, tuple[int, str]]
_LAST = 1 << 62

SIDES = 2
"""A talk of two has two."""

_OWN_ID = re.compile(r"whatsapp:(?:direct/\+\d{6,15}/\+\d{6,15}|[\d-]{1,40}@g\.us)")
"""A conversation by the id of WhatsApp itself, or by its two numbers: another such id is another conversation."""


class Beside(NamedTuple):
    """What a case knows of conversations beside what is said in them."""

    words: Mapping[Pair, Judgement] = MappingProxyType({})
    """What officers said of two conversations, by their ids in order."""

    own: Mapping[str, AbstractSet[str]] = MappingProxyType({})
    """Accounts that are stated of an exhibit, or that its records call its own."""

    listed: Mapping[tuple[str, str], AbstractSet[str]] = MappingProxyType({})
    """Accounts by exhibit and name in its address book."""


class Known(NamedTuple):
    """Where a conversation is sighted first, and by whom it was entered."""

    rank: tuple[int, str, str]
    place: Place
    group: str | None
    """The title of a group."""

    is_direct: bool
    """Whether it is a talk of two."""

    members: tuple[str, ...]


def known_talks(conversations: Iterable[Conversation], orders: Orders) -> dict[str, Known]:
    """The first sighting of each conversation, in the order of intake."""
    found: dict[str, Known] = {}
    for one in conversations:
        rank = (*orders.get(one.place.file, (_LAST, one.place.file)), one.id)
        before = found.get(one.conversation)
        members = tuple(dict.fromkeys((*(before.members if before else ()), *one.members)))
        if before is None or rank < before.rank:
            title = one.title if one.kind == "group" else None
            found[one.conversation] = Known(rank, one.place, title, one.kind == "direct", members)
        else:
            found[one.conversation] = before._replace(members=members)
    return found


def groups(known: Mapping[str, Known]) -> dict[str, str]:
    """Groups whose title another group bears as well, with the title."""
    times = Counter(one.group for one in known.values() if one.group)
    return {name: one.group for name, one in known.items() if one.group and times[one.group] > 1}


def is_titled(pair: Pair, known: Mapping[str, Known]) -> bool:
    """Whether two conversations are groups of one title."""
    titles = {known[name].group if name in known else None for name in pair}
    return len(titles) == 1 and None not in titles


def is_of_two_ids(pair: Pair) -> bool:
    """Whether the services, or the ids that the service itself gave, say that the two are two."""
    return len({service_of(name) for name in pair}) > 1 or all(map(has_own_id, pair))


def has_own_id(name: str) -> bool:
    """Whether a conversation goes by an id that the service itself gave."""
    return _OWN_ID.fullmatch(name) is not None


def shown(accounts: Iterable[str], exhibit: str, own: Mapping[str, AbstractSet[str]]) -> frozenset[str]:
    """The accounts that a talk of two shows by a number or an id of the service, its device's own among them."""
    found: set[str] = set()
    for account in accounts:
        if is_device(account):
            mine = [one for one in own.get(exhibit, ()) if service_of(one) == service_of(account) and is_known(one)]
            found.update(mine if len(mine) == 1 else ())
        elif is_known(account):
            found.add(account)
    return frozenset(found)


def is_hidden_in_both(pair: Pair, known: Mapping[str, Known], accounts: Iterable[str]) -> bool:
    """Whether two phones show somebody of these by what hides the number."""
    one, other = (known[name].place.exhibit for name in pair)
    return one != other and any(map(is_hidden, accounts))
