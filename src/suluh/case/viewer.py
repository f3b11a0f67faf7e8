# SPDX-License-Identifier: Apache-2.0
"""What this officer may see for this purpose: access, masking and the ledger of reads in one place."""

import hashlib
from collections.abc import Iterator

from suluh.case import mask
from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.case.rights import READ, need
from suluh.case.views.view import ALL_ROWS, Filter, View
from suluh.model.body import kind_of
from suluh.model.errors import UnknownObject
from suluh.plugins import find
from suluh.store import read
from suluh.store.read import ALL, Part


def views() -> dict[str, View]:
    """Every list of a case by its name."""
    return {kind.name: kind() for kind in find("suluh.case.views", View)}


class Viewer:
    """One reader of a case: pages and `show` use nothing else."""

    def __init__(self, case: Case, purpose: str | None = None) -> None:
        self.case = case
        self.purpose = purpose
        if purpose is not None:
            need(case, READ)

    def list(self, what: str, where: Filter = ALL_ROWS, part: Part = ALL) -> Iterator[dict[str, object]]:
        """Rows of one list, masked without a purpose; with one, after the ledger entry. Raises `UnknownObject`."""
        view = self._view(what)
        view.check(where)
        if view.private and self.purpose is not None:
            self._enter(view, where)
            return view.select(self.case, where, part)
        return (mask.row(row, view.private) for row in view.select(self.case, where, part))

    def count(self, what: str, where: Filter = ALL_ROWS) -> int:
        """How many rows the list has."""
        view = self._view(what)
        view.check(where)
        return view.count(self.case, where)

    def fields(self, what: str) -> tuple[str, ...]:
        """The fixed fields of a list, in their order."""
        return self._view(what).fields

    def _view(self, what: str) -> View:
        known = views()
        if what not in known:
            raise UnknownObject(f"there is no list {what!r}: choose one of {', '.join(known)}")
        return known[what]

    def _enter(self, view: View, where: Filter) -> None:
        """Enter the read in the ledger before anything is shown."""
        seen = hashlib.sha256()
        for kind in view.nouns:
            batches = read.batches_of(self.case.connection, kind_of(kind))
            seen.update(f"{kind_of(kind)}:{batches};".encode())
        detail = {"purpose": self.purpose or "", "where": where.text(), "batches": seen.hexdigest()}
        self.case.note(Act("read", view.name, detail))
