# SPDX-License-Identifier: Apache-2.0
"""Accounts of undercover officers and informants: which they are lies sealed, and marks tell them again in the case."""

import hmac

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.model.dossier.care import Protected
from suluh.model.people import Person
from suluh.model.talk import Account


def mark_of(secret: bytes, account: str) -> str:
    """By what an account is known again: HMAC-SHA-256 under the secret of the case, hex."""
    return hmac.digest(secret, b"guarded " + account.encode("utf-8", "surrogateescape"), "sha256").hex()


def guarded_accounts(case: Case) -> frozenset[str]:
    """Every account of the case under protection, with all that are joined to it and its other names."""
    marks = {mark for one in typed(case.rows, Protected) for mark in one.marks}
    if not marks:
        return frozenset()
    accounts, secret = list(case.nouns(Account)), case.secret
    named = {one.account for one in accounts}.union(*(one.accounts for one in case.nouns(Person)))
    found = {one for one in named if mark_of(secret, one) in marks}
    for person in case.nouns(Person):
        if not found.isdisjoint(person.accounts):
            found |= set(person.accounts)
    return frozenset(found.union(*(one.aliases for one in accounts if one.account in found)))
