# SPDX-License-Identifier: Apache-2.0
"""Accounts of undercover officers and informants: which they are lies sealed, and marks tell them again in the case.

1. A mark is a digest of an account under a key that was drawn for these accounts and lies sealed for each officer of
   the case. Whoever has the folder and no officer's key cannot tell from it which accounts they are.
2. Where nobody unlocked a key, nothing is known of them: lists mask them as any other account, and say of none that it
   is protected. An officer for whom the key was not sealed reads nothing before a supervisor sealed it anew.
3. Marks of earlier versions were made with the secret of the case, which lies in its folder; their rows are kept.
"""

import hmac
from typing import NewType

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.model.dossier.care import Protected, Sealed
from suluh.model.errors import NotAllowed
from suluh.model.people import Person
from suluh.model.talk import Account

Guarded = NewType("Guarded", frozenset[str])
"""Accounts of undercover officers and informants: they stand nowhere, and what is left out for them is counted."""


def mark_of(key: bytes, account: str) -> str:
    """By what an account is known again: HMAC-SHA-256 under a key, hex."""
    return hmac.digest(key, b"guarded " + account.encode("utf-8", "surrogateescape"), "sha256").hex()


def part_of(case: Case, parts: tuple[Sealed, ...]) -> Sealed | None:
    """The part that was sealed for the acting officer's very key, if there is one."""
    public = case.acting.key.public
    mine = (one for one in parts if one.officer == public.code and one.key == public.box.hex())
    return next(mine, None)


def key_of(case: Case, one: Protected) -> bytes | None:
    """What the marks were made with; null where nobody unlocked a key. Raises `NotAllowed`."""
    if not one.keys:
        return case.secret
    if case.access is None:
        return None
    part = part_of(case, one.keys)
    if part is None:
        code = case.acting.key.code
        raise NotAllowed(
            f"some accounts of this case are under protection, and {code} came later and cannot tell which: nothing is "
            "shown before a supervisor of the case gives `suluh vault CASE seal`"
        )
    return case.acting.key.unseal(bytes.fromhex(part.secret))


def guarded_accounts(case: Case) -> Guarded:
    """Every account of the case under protection, with all that are joined to it and its other names.

    Raises `NotAllowed` for an officer who cannot tell which they are.
    """
    standing = [(key, one) for one in typed(case.rows, Protected) if (key := key_of(case, one)) is not None]
    if not standing:
        return Guarded(frozenset())
    accounts = list(case.nouns(Account))
    named = {one.account for one in accounts}.union(*(one.accounts for one in case.nouns(Person)))
    found = {name for key, one in standing for name in named if mark_of(key, name) in one.marks}
    for person in case.nouns(Person):
        if not found.isdisjoint(person.accounts):
            found |= set(person.accounts)
    return Guarded(frozenset(found.union(*(one.aliases for one in accounts if one.account in found))))
