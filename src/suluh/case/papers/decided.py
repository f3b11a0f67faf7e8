# SPDX-License-Identifier: Apache-2.0
"""Every decision of a case as a paper says it: accounts by code, a child by theirs, deals by R-1."""

from dataclasses import dataclass

from suluh.case.papers.material import Material
from suluh.case.papers.parties import identifier
from suluh.case.papers.places import TO
from suluh.model.people import Decision
from suluh.model.rules.conduct import ROLES, STATUSES
from suluh.referral.papers.report import Rows
from suluh.referral.papers.values import Both, Cell
from suluh.referral.papers.words import done, told

DIGEST = 64
"""Characters of the digest of a layout: the id of a single statement has fewer."""

SHORT = 16
"""Characters of a digest that a paper prints."""

PAIRS = frozenset({"confirm", "reject", "dispute", "retract", "join", "part"})


@dataclass(frozen=True)
class Decided:
    """The decisions of a case."""

    material: Material

    def rows(self) -> Rows:
        """All of them, in their order."""
        return tuple(self._row(one) for one in sorted(self.material.case.nouns(Decision), key=lambda one: one.order))

    def _row(self, one: Decision) -> tuple[Cell, ...]:
        reason = "; ".join(filter(None, (one.reason, one.document))) or None
        days = f" ({one.valid_from or '…'} {TO} {one.valid_to or '…'})" if one.valid_from or one.valid_to else ""
        return one.order, told(one.act), self._about(one), self._as(one, days), reason, done(one.by, one.at)

    def _about(self, one: Decision) -> str:
        parties = self.material.parties
        if one.act.endswith("-deal"):
            return parties.deal_codes.get(one.left, "R-—")
        if one.act == "layout":
            statement = self.material.statements.get(one.left)
            if len(one.left) == DIGEST:
                return one.left[:SHORT]
            return self._account(statement.account) if statement and statement.account else "—"
        return one.left if one.act in {"zone", "category", "word"} else self._account(one.left)

    def _as(self, one: Decision, days: str) -> Cell:
        if one.right is None:
            return None
        if one.act in PAIRS:
            return "\n".join(filter(None, (self._account(one.right), self._rule(one))))
        if one.act in {"role", "status"}:
            word = (ROLES if one.act == "role" else STATUSES).get(one.right)
            return Both(word.english + days, word.indonesian + days) if word else one.right + days
        return one.right

    @staticmethod
    def _rule(one: Decision) -> str:
        return f"({told(one.rule).indonesian})" if one.rule else ""

    def _account(self, account: str) -> str:
        """An account by person and code, in full where it is no child's."""
        parties = self.material.parties
        if parties.is_child(account):
            return parties.person(account)
        return f"{parties.person(account)} {parties.account(account)} {account.partition(':')[0]} {identifier(account)}"
