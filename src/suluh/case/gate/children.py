# SPDX-License-Identifier: Apache-2.0
"""Accounts of children: those to whom a role or a status of a child was ever given, and all that are joined to them.

A later role or status lifts nothing: a child of the case stays protected. Whoever lies in the vault under the code of a
child is one as well, as long as that stands.
"""

from typing import NewType

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.gate.guarded import guarded_accounts
from suluh.case.views.people import joined_with, with_aliases
from suluh.model.dossier.care import Identity
from suluh.model.people import Access, Decision
from suluh.model.rules.children import child_of
from suluh.model.rules.codes import CODES

KNOWS: frozenset[Access] = frozenset({"child-protection", "supervisor"})
"""Whose access covers the names of children (design of rights, docs/commands.md)."""

ELSE = f"{CODES['person'].letters}-"
"""What the code of a person begins with who is no child."""


Children = NewType("Children", frozenset[str])
"""Accounts of children and victims: they stand under the code of their person, and nothing of them is printed."""


def unnamed_accounts(case: Case) -> frozenset[str]:
    """Every account whose names and numbers stand in no text that leaves: of children, and of those under guard."""
    return children_of(case) | guarded_accounts(case)


def children_of(case: Case) -> Children:
    """Every account of a child, by its persons and by what records call other names of it."""
    named = {one.left for one in case.nouns(Decision) if one.act in ("role", "status") and child_of(one.right)}
    named.update(account for one in typed(case.rows, Identity) if is_child(one) for account in one.accounts)
    if not named:
        return Children(frozenset())
    return Children(with_aliases(case, joined_with(case, named)))


def is_child(one: Identity) -> bool:
    """Whether somebody lies in the vault under the code of a child."""
    return one.vault and one.person is not None and not one.person.startswith(ELSE)
