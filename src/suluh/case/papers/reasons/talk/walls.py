# SPDX-License-Identifier: Apache-2.0
"""Whose words stand on no paper: those of protected persons, what may tell of a child, and on D4 of other buyers.

1. A text is withheld as a whole, never masked: by the words that papers leave out, and by those of check 13.
2. On the annex of a buyer a text is withheld as well that has the number, the user name or a whole name of another
   buyer, or was written by anybody but the two sides of the deal.
"""

import re
from functools import cached_property

from suluh.case.corrections.standing_papers import typed
from suluh.case.dossiers.listed import any_of
from suluh.case.dossiers.told import SHORTEST, Tells
from suluh.case.gate.veil import Veil
from suluh.case.papers.material import Material
from suluh.model.dossier.care import Identity
from suluh.model.talk import is_named_only
from suluh.model.trade import Deal, counts


class Walls:
    """What a case keeps off papers."""

    def __init__(self, material: Material) -> None:
        self._material, self._seen = material, dict[str, bool]()
        self._others: dict[frozenset[str], tuple[Veil, re.Pattern[str] | None]] = {}

    @cached_property
    def tells(self) -> Tells:
        """What check 13 looks for."""
        case = self._material.case
        return Tells(case, typed(case.rows, Identity))

    def is_held(self, text: str, sender: str | None, deal: Deal, own: frozenset[str]) -> bool:
        """Whether a text of a deal stands not on the paper of a person; `own` are their accounts."""
        parties = self._material.parties
        if sender is not None and parties.is_child(sender):
            return True
        if self.is_of_child(text):
            return True
        if not is_annex_of_buyer(deal, own):
            return False
        return self.is_other(sender, deal) or self._names_another(text, own, parties.group(deal.seller or ""))

    def is_of_child(self, text: str) -> bool:
        """Whether a text has a word that papers leave out, or one that check 13 looks for."""
        if text not in self._seen:
            self._seen[text] = self._material.is_veiled(text) or any(self.tells.of(text))
        return self._seen[text]

    def is_other(self, sender: str | None, deal: Deal) -> bool:
        """Whether somebody wrote who is neither side of the deal."""
        sides = (side for side in (deal.seller, deal.buyer) if side)
        return sender is not None and not any(sender in self._material.parties.group(side) for side in sides)

    def _names_another(self, text: str, own: frozenset[str], sellers: frozenset[str]) -> bool:
        """Whether a number, a user name or a whole name of another buyer stands in it."""
        known = own | sellers
        if known not in self._others:
            self._others[known] = self._of_others(known)
        veil, names = self._others[known]
        return veil.text(text) != text or (names is not None and names.search(text) is not None)

    def _of_others(self, known: frozenset[str]) -> tuple[Veil, re.Pattern[str] | None]:
        material, parties = self._material, self._material.parties
        buyers = {one.buyer for one in parties.deals if one.buyer and counts(one)}
        accounts = {name for one in buyers for name in parties.group(one)} - known
        mine = {name.casefold() for one in known for name in material.names.get(one, ())}
        names = {name.strip() for one in accounts for name in material.names.get(one, ())}
        named = sorted(one for one in names if len(one) >= SHORTEST and one.casefold() not in mine)
        veil = Veil(frozenset(one for one in accounts if not is_named_only(one)), ())
        return veil, any_of(named) if named else None


def is_annex_of_buyer(deal: Deal, own: frozenset[str]) -> bool:
    """Whether a deal stands on the paper of its buyer, who is not the seller as well."""
    return deal.buyer in own and deal.seller not in own
