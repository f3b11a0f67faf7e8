# SPDX-License-Identifier: Apache-2.0
"""Who an exported chat was with, where only the device's holder wrote in it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from suluh.model.rules.holders import NOBODY, Holder
from suluh.model.talk import Account, Conversation, named_account, service_of
from suluh.persons.identifiers import bound_name
from suluh.persons.names import as_listed

_NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")
_SIGNS = re.compile(r"[\s().-]")
_BY_NUMBER = frozenset({"signal", "viber", "whatsapp"})
"""Services that show who is in no address book by number."""


def with_silent_sides(
    conversations: Iterable[Conversation], accounts: Iterable[Account], own: Mapping[str, Holder]
) -> Iterator[Conversation]:
    """Every conversation, with the side that never wrote among its members.

    The title of an exported chat is the name or number of the other side. It is taken only where the one who wrote is
    certainly the holder of the device.
    """
    known = tuple(conversations)
    silent = {one.id: account for one, account in _silent(known, accounts, own)}
    for one in known:
        yield replace(one, members=(*one.members, silent[one.id])) if one.id in silent else one


def _silent(
    conversations: Iterable[Conversation], accounts: Iterable[Account], own: Mapping[str, Holder]
) -> Iterator[tuple[Conversation, str]]:
    called: dict[tuple[str, str], set[str]] = defaultdict(set)
    for sighting in accounts:
        exhibit = sighting.place.exhibit
        if sighting.account in own.get(exhibit, NOBODY).accounts:
            called[exhibit, service_of(sighting.account)].update(map(as_listed, sighting.names))
    for one in conversations:
        service = service_of(one.conversation)
        if one.kind != "direct" or not one.title or len(one.members) != 1 or service not in _BY_NUMBER:
            continue
        [spoke] = one.members
        names = called[one.place.exhibit, service]
        if _is_own(spoke, own.get(one.place.exhibit, NOBODY), names) and as_listed(one.title) not in names:
            account = _titled(one)
            if account != spoke:
                yield one, account


def _is_own(spoke: str, own: Holder, names: set[str]) -> bool:
    """Whether the only one who wrote is the device's holder, by account or by name."""
    bound = bound_name(spoke)
    return spoke in own.accounts or (bound is not None and as_listed(bound[1]) in names)


def _titled(one: Conversation) -> str:
    """The account that a title names: its number, or else the name in this conversation alone."""
    service, title = service_of(one.conversation), one.title or ""
    number = _SIGNS.sub("", as_listed(title))
    if _NUMBER.fullmatch(number):
        return f"{service}:{number}"
    return named_account(service, one.place.exhibit, one.conversation, title)
