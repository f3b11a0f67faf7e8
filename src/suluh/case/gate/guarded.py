# SPDX-License-Identifier: Apache-2.0
"""Accounts of undercover officers and informants: which they are lies sealed, and marks tell them again in the case.

1. A mark is a digest of an account under a key that was drawn for these accounts and lies sealed for each officer of
   the case. Whoever has the folder and no officer's key cannot tell from it which accounts they are.
2. Where nobody unlocked a key, nothing is known of them: lists mask them as any other account, and say of none that it
   is protected. An officer for whom the key was not sealed reads nothing before a supervisor sealed it anew.
3. Marks of earlier versions were made with the secret of the case, which lies in its folder; their rows are kept.
"""

import hashlib
import hmac
from collections.abc import Sequence
from typing import NamedTuple, NewType

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.views.people import joined_with, persons_of, with_aliases
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
    return Guarded(with_aliases(case, joined_with(case, _marked(case, standing))))


class _Marked(NamedTuple):
    """The accounts that have a mark, of those in the rows of their table up to one."""

    accounts: frozenset[str]
    row: int


def _marked(case: Case, standing: Sequence[tuple[bytes, Protected]]) -> frozenset[str]:
    """The accounts of the case that have a mark: of those that came since, only these are looked at."""

    def made(last: _Marked | None) -> _Marked:
        row = case.rows.last_row(Account)
        came = {one.account for one in case.rows.worded(Account, "", last.row if last else 0, row)}
        named = came if last else came.union(persons_of(case))
        found = (name for key, one in standing for name in named if mark_of(key, name) in one.marks)
        return _Marked((last.accounts if last else frozenset()).union(found), row)

    keys = hashlib.sha256(b"".join(key for key, _ in standing)).hexdigest()
    return case.kept.growing(case.rows, f"marked {keys}", (Protected, Person), Account, made).accounts
