# SPDX-License-Identifier: Apache-2.0
"""Every place at which a record stands: its own, and those in files that are copies of the same bytes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple, Self

import msgspec

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import exhibits
from suluh.model.body import Noun, kind_of
from suluh.model.intake import File, Standing, place_of
from suluh.model.place import Place
from suluh.store.rows import Rows


class Places:
    """The copies of all files that records of one kind stand in."""

    def __init__(self, case: Case, kind: type[Noun]) -> None:
        self._case, self._kind = case, kind

    def of(self, places: Iterable[Place]) -> list[Place]:
        """All places, each once: those given, and each in the duplicates of its file."""
        found: dict[Place, None] = {}
        copies = self._copies
        for place in places:
            if place.file not in copies.files:  # records were read in it since the copies were looked for
                self._case.kept.forget([self._name])
                copies = self._copies
            found.setdefault(place)
            for copy in copies.of.get(place.file, ()):
                found.setdefault(_moved(place, copy))
        return list(found)

    def exhibits(self, places: Iterable[Place]) -> list[str]:
        """The exhibits of all places, in the order of `add`."""
        labels = {place.exhibit for place in self.of(places)}
        return sorted(labels, key=lambda label: (self._orders.get(label, 0), label))

    @cached_property
    def _orders(self) -> dict[str, int]:
        return {exhibit.label: exhibit.order for exhibit in exhibits(self._case.rows)}

    @property
    def _name(self) -> str:
        return f"copies of files with {kind_of(self._kind)}"

    @property
    def _copies(self) -> "_Copies":
        """The duplicates of all files with records."""
        rows = self._case.rows
        return self._case.kept.of(rows, self._name, (Standing,), lambda: _Copies.found(rows, self._kind))


class _Copies(NamedTuple):
    """The duplicates of the files in which records of one kind stand."""

    files: frozenset[str]
    """The files in which records of the kind stand."""

    of: Mapping[str, tuple[Place, ...]]
    """For each of these files the places of its duplicates, in the order of intake."""

    @classmethod
    def found(cls, rows: Rows, kind: type[Noun]) -> Self:
        """Those that the case holds now."""
        files = frozenset(file for (file,) in rows.tally(kind, "place.file"))
        copies = [one for one in rows.nouns(Standing, {"state": "duplicate"}, order="position") if one.same_as in files]
        places = {file.id: place_of(file) for file in rows.by_column(File, "id", [one.file for one in copies])}
        held: dict[str, list[Place]] = defaultdict(list)
        for one in copies:
            held[one.same_as or ""].append(places[one.file])
        return cls(files, {file: tuple(some) for file, some in held.items()})


def _moved(place: Place, copy: Place) -> Place:
    """The same line or row in a copy of the file."""
    where = {name: getattr(copy, name) for name in ("exhibit", "acquisition", "path", "path_b64", "inside", "file")}
    log = None if place.beside is None else copy.path + place.beside.removeprefix(place.path)
    return msgspec.structs.replace(place, **where, beside=log)
