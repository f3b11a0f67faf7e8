# SPDX-License-Identifier: Apache-2.0
"""Members of conversations of whom no record says more: they are accounts of the case as well."""

from collections.abc import Iterable, Iterator

from suluh.model.ids import make_id
from suluh.model.talk import Account, Conversation
from suluh.persons.identifiers import bound_name


def unsighted(conversations: Iterable[Conversation], accounts: Iterable[Account]) -> Iterator[Account]:
    """One sighting, where the conversation was found, of each member whom no record sights."""
    seen = {name for one in accounts for name in (one.account, *one.aliases)}
    for one in conversations:
        for account in one.members:
            if account not in seen:
                seen.add(account)
                bound = bound_name(account)
                names = (bound[1],) if bound else ()
                yield Account(id=make_id("account", "member", account), account=account, place=one.place, names=names)
