# SPDX-License-Identifier: Apache-2.0
"""The list of flaws."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.orders import Weight, kept_order
from suluh.case.views.view import Filter, Row, View
from suluh.model.intake import Flaw


class Flaws(View):
    """What could not be read, by exhibit, path and line."""

    name = "flaws"
    nouns = (Flaw,)
    each = Flaw
    fields = ("exhibit", "path", "inside", "line", "step", "reason")
    private = hide(id="id", reason="text", raw="text")
    exhibits = ("exhibit",)
    in_files = True

    def rows(self, case: Case) -> Iterator[Row]:
        """Every flaw."""
        return _rows(case.nouns(Flaw, order="place.exhibit"))

    def ordered(self, case: Case) -> Sequence[str]:
        """The ids of all flaws in their order."""

        def came(first: int, last: int) -> Iterator[Flaw]:
            return case.rows.worded(Flaw, "", first, last)

        return kept_order(case, "order of flaws", (), Flaw, came, _weight)

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """The flaws of some ids, of one file or of one exhibit without reading the others."""
        if where.ids:
            return map(_row, sorted(case.rows.by_column(Flaw, "id", where.ids), key=_weight))
        if where.file is not None:
            return _rows(case.rows.by_column(Flaw, "place.file", [where.file]))
        return self.rows(case) if where.exhibit is None else _rows(case.nouns(Flaw, {"place.exhibit": where.exhibit}))


def _rows(flaws: Iterator[Flaw]) -> Iterator[Row]:
    for _, group in groupby(flaws, key=lambda flaw: flaw.place.exhibit):
        yield from map(_row, sorted(group, key=_order))


def _weight(flaw: Flaw) -> Weight:
    return flaw.place.exhibit, *_order(flaw)


def _order(flaw: Flaw) -> tuple[str, str, int, str, str]:
    place = flaw.place
    return place.inside or "", place.path, place.line or 0, flaw.step, flaw.id


def _row(flaw: Flaw) -> Row:
    place = flaw.place
    row: Row = {
        "exhibit": place.exhibit,
        "path": place.path,
        "inside": place.inside,
        "line": place.line,
        "step": flaw.step,
        "reason": flaw.reason,
        "raw": flaw.raw,
        "acquisition": place.acquisition,
        "last_line": place.last_line,
        "table": place.table,
        "row": place.row,
        "pointer": place.pointer,
        "id": flaw.id,
        "file": place.file,
    }
    more = {"path_b64": place.path_b64, "sheet": place.sheet, "page": place.page}
    return row | {name: value for name, value in more.items() if value is not None}
