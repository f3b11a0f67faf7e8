# SPDX-License-Identifier: Apache-2.0
"""The list of files."""

from collections.abc import Iterable, Iterator

from suluh.case.case import Case
from suluh.case.views.records import CHUNK, chunks
from suluh.case.views.view import ALL_ROWS, Filter, Row, View, hide, place_row
from suluh.model.intake import Content, File, Standing, place_of
from suluh.store import read
from suluh.store.read import Part


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
    private = hide(reason="text")
    exhibits = ("exhibit",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every file."""
        return self._rows(case, case.nouns(Standing, order="position"))

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """The files of one exhibit without reading the others."""
        if where.exhibit is None:
            return self.rows(case)
        return self._rows(case, case.nouns(Standing, {"exhibit": where.exhibit}, order="position"))

    def select(self, case: Case, where: Filter, part: Part) -> Iterator[Row]:
        """A page of the whole list without reading what stands before it."""
        settled = read.count(case.connection, Standing)
        if where != ALL_ROWS or not 0 <= part.limit <= settled - part.offset:
            return super().select(case, where, part)
        return _settled(case, case.nouns(Standing, order="position", part=part))

    def count(self, case: Case, where: Filter) -> int:
        """How many files there are, by the index."""
        return read.count(case.connection, File) if where == ALL_ROWS else super().count(case, where)

    def _rows(self, case: Case, standings: Iterable[Standing]) -> Iterator[Row]:
        yield from _settled(case, standings)
        waiting = read.without(case.connection, File, "id", Standing, "file")
        for chunk in chunks(waiting, CHUNK):
            contents = _contents(case, (file.id for file in chunk))
            yield from (_row(file, contents.get(file.id), None, None) for file in chunk)


def _settled(case: Case, standings: Iterable[Standing]) -> Iterator[Row]:
    for chunk in chunks(standings, CHUNK):
        wanted = {one.file for one in chunk} | {one.same_as for one in chunk if one.same_as}
        files = {file.id: file for file in read.by_column(case.connection, File, "id", wanted)}
        contents = _contents(case, (one.file for one in chunk))
        for one in chunk:
            yield _row(files[one.file], contents.get(one.file), one, files.get(one.same_as or ""))


def _contents(case: Case, files: Iterable[str]) -> dict[str, Content]:
    return {content.file: content for content in read.by_column(case.connection, Content, "file", files)}


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
        "id": file.id,
    }
    return row if place.path_b64 is None else {**row, "path_b64": place.path_b64}
