# SPDX-License-Identifier: Apache-2.0
"""The list of files."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import chain, islice

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.records import CHUNK, chunks
from suluh.case.views.settled import Settled
from suluh.case.views.view import Filter, Page, Row, View, place_row
from suluh.model.ids import display
from suluh.model.intake import Content, File, Standing, place_of


class Files(View):
    """Every file in the order of intake, with the state in which it left it; files not yet settled come last."""

    name = "files"
    nouns = (File, Content, Standing)
    fields = (
        "exhibit",
        "acquisition",
        "path",
        "inside",
        "sha256",
        "sha1",
        "md5",
        "size",
        "type",
        "state",
        "same_as",
        "reader",
        "reason",
    )
    shown = ("exhibit", "path", "inside", "size", "type", "state", "reader", "reason")
    private = hide(id="id", same_as="id", reason="text")
    exhibits = ("exhibit",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every file."""
        return self._rows(case, case.nouns(Standing, order="position"))

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """One file, or those of one exhibit or state, without reading the others."""
        if where.id is not None or where.ids:
            return self._some(case, where.ids or {where.id or ""})
        standings = case.nouns(Standing, _columns(where), order="position")
        return _settled(case, standings) if where.state else self._rows(case, standings)

    def _some(self, case: Case, wanted: AbstractSet[str]) -> Iterator[Row]:
        """The files of some ids, those not yet settled last."""
        standings = sorted(case.rows.by_column(Standing, "file", wanted), key=lambda one: one.position)
        yield from _settled(case, standings)
        yield from _bare(case, case.rows.by_column(File, "id", wanted - {one.file for one in standings}))

    def select(self, case: Case, where: Filter, part: Page) -> Iterator[Row]:
        """A page of a list by exhibit and state, without reading what stands before it."""
        if part.limit < 0 or not _is_by_column(where):
            return super().select(case, where, part)
        order = self._order(case)
        wanted = order.part(where.exhibit, where.state, part)
        found = _settled(case, case.rows.by_column(Standing, "position", wanted))
        if len(wanted) == part.limit or where.state is not None or self._all(case, where) == self._known(case, where):
            return found
        before = max(0, part.offset - self._known(case, where))
        waits = (one for one in _waiting(case) if where.exhibit in (None, one.exhibit))
        return chain(found, _bare(case, islice(waits, before, before + part.limit - len(wanted))))

    def slim(self, case: Case, where: Filter, fields: frozenset[str]) -> Iterator[Row]:
        """Settled files without their paths, where nobody asks for these."""
        is_short = fields <= SHORT | NONE_HERE and _is_by_column(where)
        if not is_short or (where.state is None and self._all(case, where) != self._known(case, where)):
            return super().slim(case, where, fields)
        return _short(case, self._order(case).part(where.exhibit, where.state, Page(self._known(case, where))))

    def count(self, case: Case, where: Filter) -> int:
        """How many files there are, by the index."""
        if not _is_by_column(where):
            return super().count(case, where)
        return self._all(case, where) if where.state is None else self._known(case, where)

    def holding(self, case: Case, name: str) -> Iterator[str]:
        """The files of one content, by its SHA-256."""
        return (one.file for one in case.rows.by_column(Content, "sha256", [name]))

    def count_up(self, case: Case) -> None:
        """The order of all files."""
        self._order(case)

    def _all(self, case: Case, where: Filter) -> int:
        """How many files an exhibit has, or the case."""
        return case.rows.count(File, None if where.exhibit is None else {"exhibit": where.exhibit})

    def _known(self, case: Case, where: Filter) -> int:
        """How many of them are settled."""
        return self._order(case).size(where.exhibit, where.state)

    def _order(self, case: Case) -> Settled:
        """The state of every settled file in the order of intake."""
        return self.lasting(case, "settled", (Standing,), Settled, lambda: Settled.of(case.rows.settled()))

    def _rows(self, case: Case, standings: Iterable[Standing]) -> Iterator[Row]:
        yield from _settled(case, standings)
        yield from _bare(case, _waiting(case))


def _columns(where: Filter) -> dict[str, str]:
    """What of a filter stands in columns."""
    return {name: value for name in ("exhibit", "state") if (value := getattr(where, name)) is not None}


def _is_by_column(where: Filter) -> bool:
    """Whether columns decide all that a filter asks."""
    return where == Filter(exhibit=where.exhibit, state=where.state)


def _settled(case: Case, standings: Iterable[Standing]) -> Iterator[Row]:
    for chunk in chunks(standings, CHUNK):
        wanted = {one.file for one in chunk} | {one.same_as for one in chunk if one.same_as}
        files = {file.id: file for file in case.rows.by_column(File, "id", wanted)}
        contents = _contents(case, (one.file for one in chunk))
        for one in chunk:
            yield _row(files[one.file], contents.get(one.file), one, files.get(one.same_as or ""))


def _waiting(case: Case) -> Iterator[File]:
    """Files that are not settled yet."""
    return case.rows.without(File, "id", Standing, "file")


def _bare(case: Case, files: Iterable[File]) -> Iterator[Row]:
    """The rows of files that are not settled yet."""
    for chunk in chunks(files, CHUNK):
        contents = _contents(case, (file.id for file in chunk))
        yield from (_row(file, contents.get(file.id), None, None) for file in chunk)


SHORT = frozenset({"id", "exhibit", "state", "type", "reader"})
"""Fields of a settled file that are made without reading where it lies."""

NONE_HERE = frozenset({"key", "exhibits", "place", "places"})
"""Fields that other lists have and are asked for as well."""


def _short(case: Case, positions: Iterable[int]) -> Iterator[Row]:
    """What is counted and chosen by, of files at some positions."""
    for chunk in chunks(case.rows.by_column(Standing, "position", positions), CHUNK):
        types = dict(case.rows.beside(Content, "file", (one.file for one in chunk), "type"))
        for one in chunk:
            own = {"id": one.file, "exhibit": one.exhibit, "state": one.state, "reader": one.reader}
            yield {**own, "type": types.get(one.file)}


def _contents(case: Case, files: Iterable[str]) -> dict[str, Content]:
    return {content.file: content for content in case.rows.by_column(Content, "file", files)}


def _row(file: File, content: Content | None, standing: Standing | None, first: File | None) -> Row:
    place = place_of(file)
    row: Row = {
        "exhibit": file.exhibit,
        "acquisition": file.acquisition,
        "path": place.path,
        "inside": place.inside,
        "sha256": content.sha256 if content else None,
        "sha1": content.sha1 if content else None,
        "md5": content.md5 if content else None,
        "size": content.size if content else file.size,
        "type": content.type if content else None,
        "state": standing.state if standing else None,
        "same_as": standing.same_as if standing else None,
        "reader": standing.reader if standing else None,
        "reason": standing.reason if standing else file.special,
        "same_as_place": place_row(place_of(first)) if first else None,
        "modified": file.modified,
        "lies": display(file.lies) if file.lies else None,
        "id": file.id,
    }
    return row if place.path_b64 is None else {**row, "path_b64": place.path_b64}
