# SPDX-License-Identifier: Apache-2.0
"""Every place at which a record stands: its own, and those in files that are copies of the same bytes."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

import msgspec

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import exhibits
from suluh.model.body import Noun
from suluh.model.intake import File, Standing, place_of
from suluh.model.place import Place


class Places:
    """The copies of all files that records of one kind stand in."""

    def __init__(self, case: Case, kind: type[Noun]) -> None:
        self._case, self._kind = case, kind

    def of(self, places: Iterable[Place]) -> list[Place]:
        """All places, each once: those given, and each in the duplicates of its file."""
        found: dict[Place, None] = {}
        for place in places:
            if place.file not in self._files:  # records were read in it since the copies were looked for
                self.__dict__.pop("_files", None)
                self.__dict__.pop("_copies", None)
            found.setdefault(place)
            for copy in self._copies.get(place.file, ()):
                found.setdefault(_moved(place, copy))
        return list(found)

    def exhibits(self, places: Iterable[Place]) -> list[str]:
        """The exhibits of all places, in the order of `add`."""
        labels = {place.exhibit for place in self.of(places)}
        return sorted(labels, key=lambda label: (self._orders.get(label, 0), label))

    @cached_property
    def _orders(self) -> dict[str, int]:
        return {exhibit.label: exhibit.order for exhibit in exhibits(self._case.rows)}

    @cached_property
    def _files(self) -> frozenset[str]:
        """The files in which records of the kind stand."""
        return frozenset(file for (file,) in self._case.rows.tally(self._kind, "place.file"))

    @cached_property
    def _copies(self) -> dict[str, tuple[Place, ...]]:
        """For each file with records the places of its duplicates, in the order of intake."""
        rows = self._case.rows
        if not rows.count(Standing, {"state": "duplicate"}):
            return {}
        copies = [
            one
            for one in self._case.nouns(Standing, {"state": "duplicate"}, order="position")
            if one.same_as in self._files
        ]
        places = {file.id: place_of(file) for file in rows.by_column(File, "id", [one.file for one in copies])}
        found: dict[str, list[Place]] = defaultdict(list)
        for one in copies:
            found[one.same_as or ""].append(places[one.file])
        return {file: tuple(places) for file, places in found.items()}


def _moved(place: Place, copy: Place) -> Place:
    """The same line or row in a copy of the file."""
    where = {name: getattr(copy, name) for name in ("exhibit", "acquisition", "path", "path_b64", "inside", "file")}
    log = None if place.beside is None else copy.path + place.beside.removeprefix(place.path)
    return msgspec.structs.replace(place, **where, beside=log)
