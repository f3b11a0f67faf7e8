# SPDX-License-Identifier: Apache-2.0
"""The cells of a row by what they are: a statement may have a million rows, so they are taken in one go."""

from collections.abc import Callable, Sequence
from operator import itemgetter

from suluh.readers.statements.heads.layout import Places

PARTS = "   "
"""Stands between the columns of a text, as a run of blanks does between a bank's own fields inside one column."""

ROLES: Sequence[str] = (
    *("date", "value_date", "time", "text", "amount", "direction", "debit", "credit", "balance", "before", "reference"),
    *("status", "account", "holder", "currency", "party", "party_name", "from", "to", "from_name", "to_name", "bank"),
    *("fee", "net", "branch", "number", "balance_mark"),
)

_Taker = Callable[[tuple[str, ...]], tuple[str, ...]]


class Roles:
    """Where in a row each role stands."""

    def __init__(self, places: Places) -> None:
        single = {role: some[0] for role, some in places.items() if len(some) == 1}
        self._single, self._taken = single, _taker(tuple(single.values()))
        self._last = max(single.values(), default=0)
        several = {role: some for role, some in places.items() if len(some) != 1}
        self._several = [(role, some, max(some, default=0), _taker(some)) for role, some in several.items()]

    def of(self, cells: tuple[str, ...]) -> dict[str, str]:
        """The cells of a row under the heading by role; an absent one is empty."""
        found, many = _EMPTY.copy(), len(cells)
        if many > self._last:
            found.update(zip(self._single, self._taken(cells), strict=True))
        else:
            found.update((role, cells[place]) for role, place in self._single.items() if place < many)
        if found["balance_mark"] and found["balance"]:
            found["balance"] = f"{found['balance']} {found['balance_mark']}"
        for role, places, last, taken in self._several:
            held = taken(cells) if many > last else [cells[at] for at in places if at < many]
            # Some banks write the same words in two columns: a text says them once.
            found[role] = PARTS.join(dict.fromkeys(filter(None, held)))
        return found


def _taker(places: Sequence[int]) -> _Taker:
    """Takes the cells of some places out of a row."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda cells: tuple(cells[at] for at in places)


class _Row:
    """A row without any cell. Copies of what an instance holds share its keys: a third of the memory of other dicts."""

    def __init__(self) -> None:
        for role in ROLES:
            setattr(self, role, "")


_EMPTY: dict[str, str] = vars(_Row())
