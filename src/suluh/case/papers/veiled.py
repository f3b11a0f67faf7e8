# SPDX-License-Identifier: Apache-2.0
"""Takes every word that names a child out of a whole paper, whatever the reader's access: papers have codes alone."""

from collections.abc import Iterator
from typing import TypeVar, cast

import msgspec

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.gate.children import Children, children_of
from suluh.case.gate.guarded import Guarded, guarded_accounts
from suluh.case.gate.marks import Marks
from suluh.case.gate.veil import Veil, names_of
from suluh.case.typed.vault import recognised
from suluh.model.body import Part
from suluh.model.dossier.care import Identity
from suluh.model.errors import NotAllowed
from suluh.model.people import Person

P = TypeVar("P", bound=Part)

_KEPT = frozenset({"code", "sha256", "shown", "form", "number", "case", "unit", "by", "at", "tool", "seen", "name"})
"""Fields that hold codes and names of ours, and never words of a record."""

NOBODY = Guarded(frozenset())


class Veiled:
    """The names of a case's children, and how a paper is written without them."""

    def __init__(self, case: Case) -> None:
        """Raises `NotAllowed` where the vault holds a name that this officer cannot tell, and so cannot leave out."""
        accounts = children(case) | guarded_accounts(case)
        names, marks = list(names_of(case, accounts)), list(_in_vault(case))
        self._veil = Veil(accounts, names, marks) if accounts or names or marks else None
        self._told: dict[str, str] = {}

    def part(self, part: P) -> P:
        """A frozen value with every text in it veiled."""
        return part if self._veil is None else cast("P", self._value(part))

    def text(self, words: str) -> str:
        """One text, veiled."""
        if self._veil is None:
            return words
        if words not in self._told:
            self._told[words] = self._veil.text(words)
        return self._told[words]

    def _value(self, value: object) -> object:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, tuple):
            return tuple(self._value(one) for one in value)
        if isinstance(value, msgspec.Struct):
            fields = {name: getattr(value, name) for name in value.__struct_fields__ if name not in _KEPT}
            return msgspec.structs.replace(value, **{name: self._value(one) for name, one in fields.items()})
        return value


def children(case: Case, guarded: Guarded = NOBODY) -> Children:
    """Every account that papers print under the code of its person alone: of children, and of all in the vault.

    Whoever is under guard as well stands under no code at all, and so not here.
    """
    return Children((children_of(case) | _sealed(case)) - guarded)


def _sealed(case: Case) -> frozenset[str]:
    """The accounts of whoever lies in the vault."""
    sealed = {name for one in typed(case.rows, Identity) if one.vault for name in one.accounts}
    for person in case.nouns(Person) if sealed else ():
        if not sealed.isdisjoint(person.accounts):
            sealed |= set(person.accounts)
    return frozenset(sealed)


def _in_vault(case: Case) -> Iterator[Marks]:
    for one in typed(case.rows, Identity):
        if one.vault:
            try:
                yield from recognised(case, one)
            except NotAllowed as error:
                raise NotAllowed(
                    f"{error}; papers leave out the names of children, so an officer who may know them writes papers"
                ) from error
