# SPDX-License-Identifier: Apache-2.0
"""Who is who in a case, as far as events need it: defendants with their dossiers, children among them, codes."""

from collections.abc import Iterable
from dataclasses import dataclass

from suluh.case.case import Case
from suluh.case.clocks.words import OF_ADULT, OF_CHILD
from suluh.case.corrections.standing_papers import typed
from suluh.model.dossier.care import Identity
from suluh.model.dossier.charges import Defendant, Dossier


@dataclass(frozen=True)
class Persons:
    """Defendants, dossiers and identities that stand."""

    defendants: tuple[Defendant, ...]
    dossiers: dict[str, Dossier]
    identities: dict[str, Identity]

    @classmethod
    def of(cls, case: Case) -> "Persons":
        """Those of a case."""
        return cls(
            typed(case.rows, Defendant),
            {one.code: one for one in typed(case.rows, Dossier)},
            {one.code: one for one in typed(case.rows, Identity)},
        )

    def wider(self, about: Iterable[str]) -> frozenset[str]:
        """What something is about, with the dossier of a defendant, the defendants of a dossier, and their codes."""
        found = set(about)
        for one in self.defendants:
            if one.code in found or one.dossier in found:
                found |= {one.code, one.dossier}
                person = self.identities.get(one.identity or "")
                found |= {person.person} if person and person.person else set()
        return frozenset(found)

    def words(self, what: str, about: Iterable[str]) -> set[str]:
        """The words that say whether something is about a child or an adult; who may be a child counts as one."""
        ages = {one.age for one in self.defendants if one.code in about}
        return {OF_ADULT + what if age == "adult" else OF_CHILD + what for age in ages}

    def of_exhibit(self, what: str, label: str) -> set[str]:
        """The same words by those in whose dossier an exhibit is."""
        holding = {code for code, one in self.dossiers.items() if label in one.exhibits}
        return self.words(what, {one.code for one in self.defendants if one.dossier in holding})

    def code_of(self, account: str) -> str | None:
        """The code of whoever holds an account, where an identity says it."""
        return next((one.person for one in self.identities.values() if account in one.accounts and one.person), None)
