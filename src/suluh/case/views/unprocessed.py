# SPDX-License-Identifier: Apache-2.0
"""The list of what was not processed: flaws and whole files in one, by exhibit, state and reason."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import authorities, exhibits
from suluh.case.views.records import CHUNK, chunks
from suluh.case.views.view import Row, View, hide
from suluh.exhibits.sealed import is_sealed
from suluh.model.intake import Authority, Exhibit, File, Flaw, Outcome, Standing

STATES = ("quarantined", "unparsed", "out-of-scope", "waiting", "flaw")
"""The states in which something was left aside, in the order of the list; a flaw is of a file that was read else."""

WAITING = "not worked out yet"
OUTSIDE = "records outside the period that the authority covers"
_FIGURES = re.compile(r"\d+")

Key = tuple[str, str, str, str]
"""Exhibit, state, step, and what all reasons of a group have in common."""


@dataclass
class _Heap:
    """What has one reason."""

    reasons: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    records: int = 0
    size: int | None = None

    def add(self, reason: str, files: Iterable[str], records: int = 0, size: int | None = None) -> None:
        """Take one more."""
        self.reasons.add(reason)
        self.files.update(files)
        self.records += records
        self.size = self.size if size is None else (self.size or 0) + size


class Unprocessed(View):
    """What was not processed and why, encrypted files first: what is only counted is not yet answered for."""

    name = "unprocessed"
    nouns = (Standing, Flaw, Outcome, Exhibit, Authority)
    fields = ("exhibit", "state", "encrypted", "step", "reason", "alike", "files", "records", "bytes")
    private = hide(reason="text")
    exhibits = ("exhibit",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every group; reasons that differ in figures only are one, under the first of them."""
        return iter(self.keep(case, "groups", (*self.nouns, File), lambda: _rows(case)))


def _rows(case: Case) -> list[Row]:
    orders = {one.label: one.order for one in exhibits(case.rows)}
    rows = [_row(key, heap) for key, heap in _heaps(case).items()]
    return sorted(rows, key=lambda row: _order(row, orders))


def _order(row: Row, orders: dict[str, int]) -> tuple[object, ...]:
    label, state, size = str(row["exhibit"]), str(row["state"]), int(str(row["files"]))
    return not row["encrypted"], orders.get(label, 0), STATES.index(state), -size, str(row["step"]), str(row["reason"])


def _row(key: Key, heap: _Heap) -> Row:
    exhibit, state, step, _ = key
    return {
        "exhibit": exhibit,
        "state": state,
        "encrypted": is_sealed(min(heap.reasons)),
        "step": step or None,
        "reason": min(heap.reasons),
        "alike": len(heap.reasons),
        "files": len(heap.files),
        "records": heap.records,
        "bytes": heap.size,
    }


def _heaps(case: Case) -> dict[Key, _Heap]:
    """Everything that was left aside, in heaps."""
    heaps: dict[Key, _Heap] = {}
    for state in STATES[:3]:
        _add_files(case, heaps, state)
    for file in case.rows.without(File, "id", Standing, "file"):
        _heap(heaps, file.exhibit, "waiting", "", WAITING).add(WAITING, [file.id], size=file.size)
    for flaw in case.nouns(Flaw):
        _heap(heaps, flaw.place.exhibit, "flaw", flaw.step, flaw.reason).add(flaw.reason, [flaw.place.file], 1)
    if any(paper.covers_from or paper.covers_to for paper in authorities(case.rows)):
        _add_outside(case, heaps)
    return heaps


def _heap(heaps: dict[Key, _Heap], exhibit: str, state: str, step: str, reason: str) -> _Heap:
    return heaps.setdefault((exhibit, state, step, _FIGURES.sub("0", reason)), _Heap())


def _add_files(case: Case, heaps: dict[Key, _Heap], state: str) -> None:
    """Whole files in one state, with their sizes."""
    for chunk in chunks(case.rows.in_state(state), CHUNK):
        bare = [one.file for one, size in chunk if size is None]
        sizes = {one.id: one.size for one in case.rows.by_column(File, "id", bare)}
        for one, size in chunk:
            reason = one.reason or ""
            heap = _heap(heaps, one.exhibit, state, "", reason)
            heap.add(reason, [one.file], size=sizes.get(one.file) if size is None else size)


def _add_outside(case: Case, heaps: dict[Key, _Heap]) -> None:
    """Records of files that were read, which the authority does not cover."""
    for chunk in chunks((one for one in case.nouns(Outcome) if one.outside), CHUNK):
        files = {one.id: one for one in case.rows.by_column(File, "id", [one.file for one in chunk])}
        for one in chunk:
            label = files[one.file].exhibit
            _heap(heaps, label, "out-of-scope", "read", OUTSIDE).add(OUTSIDE, [one.file], one.outside)
