# SPDX-License-Identifier: Apache-2.0
"""Every place at which a record stands: its own, and those in files that are copies of the same bytes."""

from collections.abc import Iterable
from functools import cached_property

import msgspec

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import exhibits
from suluh.model.intake import Standing, place_of
from suluh.model.place import Place


class Places:
    """The copies of files that records stand in: of each file they are looked for once, when it is first met."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._copies: dict[str, tuple[Place, ...]] = case.kept.of(case.rows, "copies of files", (Standing,), dict)

    def of(self, places: Iterable[Place]) -> list[Place]:
        """All places, each once: those given, and each in the duplicates of its file."""
        found: dict[Place, None] = {}
        for place in places:
            copies = self._copies.get(place.file)
            if copies is None:
                copies = self._copies[place.file] = tuple(map(place_of, self._case.rows.copies(place.file)))
            found.setdefault(place)
            for copy in copies:
                found.setdefault(_moved(place, copy))
        return list(found)

    def exhibits(self, places: Iterable[Place]) -> list[str]:
        """The exhibits of all places, in the order of `add`."""
        labels = {place.exhibit for place in self.of(places)}
        return sorted(labels, key=lambda label: (self._orders.get(label, 0), label))

    @cached_property
    def _orders(self) -> dict[str, int]:
        return {exhibit.label: exhibit.order for exhibit in exhibits(self._case.rows)}


def _moved(place: Place, copy: Place) -> Place:
    """The same line or row in a copy of the file."""
    where = {name: getattr(copy, name) for name in ("exhibit", "acquisition", "path", "path_b64", "inside", "file")}
    log = None if place.beside is None else copy.path + place.beside.removeprefix(place.path)
    return msgspec.structs.replace(place, **where, beside=log)
