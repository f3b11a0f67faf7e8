# SPDX-License-Identifier: Apache-2.0
"""Accounts of children: those to whom a role or a status of a child was ever given, and all that are joined to them.

A later role or status lifts nothing: a child of the case stays protected.
"""

from suluh.case.case import Case
from suluh.case.gate.guarded import guarded_accounts
from suluh.model.people import Access, Decision, Person
from suluh.model.rules.children import child_of
from suluh.model.talk import Account

KNOWS: frozenset[Access] = frozenset({"child-protection", "supervisor"})
"""Whose access covers the names of children (design of rights, docs/commands.md)."""


def protected_accounts(case: Case) -> frozenset[str]:
    """Every account that stands in no package: of children, and of undercover officers and informants."""
    return children_of(case) | guarded_accounts(case)


def children_of(case: Case) -> frozenset[str]:
    """Every account of a child, by its persons and by what records call other names of it."""
    named = {one.left for one in case.nouns(Decision) if one.act in ("role", "status") and child_of(one.right)}
    if not named:
        return frozenset()
    for person in case.nouns(Person):
        if not named.isdisjoint(person.accounts):
            named |= set(person.accounts)
    aliases = (one.aliases for one in case.nouns(Account) if one.account in named)
    return frozenset(named.union(*aliases))
