# SPDX-License-Identifier: Apache-2.0
"""Whose an account of a training case is, also one that is only a name on a booked line."""

from collections.abc import Iterable, Iterator, Mapping

from suluh.simulator.index import Index, Row
from suluh.simulator.truth import Truth

DEALER = "otomax"
"""Accounts of dealers in phone credit: each is somebody of its own."""


class Owners:
    """The persons of a truth by account, with the names on the payments of a case."""

    def __init__(self, truth: Truth, index: Index, payments: Iterable[Row]) -> None:
        self._index = index
        self._named = _unique(_names(truth, index, payments))

    def of(self, account: str) -> str | None:
        """The person; null where the truth knows none, or two."""
        if account.startswith(f"{DEALER}:"):
            return account
        return self._named.get(account) or self._index.owner(account)

    def are_one(self, left: str, right: str) -> bool | None:
        """Whether two accounts are one person; null where the truth does not know both."""
        one, other = self.of(left), self.of(right)
        return None if one is None or other is None else one == other


def _names(truth: Truth, index: Index, payments: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """A name on a booked line is the person who really paid, or was paid."""
    paid = {one.key: one for one in truth.payments}
    for row in payments:
        place = row["place"]
        entry = index.entry(place) if isinstance(place, Mapping) else None
        really = paid.get(entry.payment or "") if entry else None
        if really is not None:
            sides = ((row["payer"], really.payer), (row["beneficiary"], really.beneficiary))
            yield from ((str(account), person) for account, person in sides if ":name/" in str(account))


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for account, person in pairs:
        found.setdefault(account, set()).add(person)
    return {account: min(persons) for account, persons in found.items() if len(persons) == 1}
