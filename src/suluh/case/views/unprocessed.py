# SPDX-License-Identifier: Apache-2.0
"""The list of what was not processed: flaws and whole files in one, by exhibit, state and reason."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import authorities, exhibits
from suluh.case.views.hiding import hide
from suluh.case.views.records import CHUNK, chunks
from suluh.case.views.view import Row, View
from suluh.exhibits.sealed import is_sealed
from suluh.model.intake import Authority, Content, Exhibit, File, Flaw, Outcome, Removal, Standing

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
    files: int = 0
    named: set[str] = field(default_factory=set)
    """Files that may be named more than once, beside those that were counted."""

    records: int = 0
    size: int | None = None

    def count(self, reason: str, files: int, size: int | None) -> None:
        """Take so many whole files more."""
        self.reasons.add(reason)
        self.files += files
        self.size = self.size if size is None else (self.size or 0) + size

    def name(self, reason: str, file: str, records: int) -> None:
        """Take some records of a file more."""
        self.reasons.add(reason)
        self.named.add(file)
        self.records += records


class Unprocessed(View):
    """What was not processed and why, encrypted files first: what is only counted is not yet answered for."""

    name = "unprocessed"
    nouns = (Standing, Flaw, Outcome, Exhibit, Authority)
    fields = ("exhibit", "state", "encrypted", "step", "reason", "alike", "files", "records", "bytes")
    private = hide(reason="text")
    exhibits = ("exhibit",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every group; reasons that differ in figures only are one, under the first of them."""
        kinds = (*self.nouns, File, Content, Removal)
        return iter(self.lasting(case, "groups", kinds, list[Row], lambda: _rows(case)))

    def count_up(self, case: Case) -> None:
        """All groups."""
        self.rows(case)


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
        "files": heap.files + len(heap.named),
        "records": heap.records,
        "bytes": heap.size,
    }


def _heaps(case: Case) -> dict[Key, _Heap]:
    """Everything that was left aside, in heaps."""
    heaps: dict[Key, _Heap] = {}
    for state in STATES[:3]:
        for label, reason, files, size in case.rows.aside_by_reason(state):
            _heap(heaps, label, state, "", reason).count(reason, files, size)
    for label, files, size in case.rows.unsettled():
        _heap(heaps, label, "waiting", "", WAITING).count(WAITING, files, size)
    for flaw in case.nouns(Flaw):
        _heap(heaps, flaw.place.exhibit, "flaw", flaw.step, flaw.reason).name(flaw.reason, flaw.place.file, 1)
    if any(paper.covers_from or paper.covers_to for paper in authorities(case.rows)):
        _add_outside(case, heaps)
    return heaps


def _heap(heaps: dict[Key, _Heap], exhibit: str, state: str, step: str, reason: str) -> _Heap:
    return heaps.setdefault((exhibit, state, step, _FIGURES.sub("0", reason)), _Heap())


def _add_outside(case: Case, heaps: dict[Key, _Heap]) -> None:
    """Records of files that were read, which the authority does not cover."""
    for chunk in chunks((one for one in case.nouns(Outcome) if one.outside), CHUNK):
        files = {one.id: one for one in case.rows.by_column(File, "id", [one.file for one in chunk])}
        for one in chunk:
            label = files[one.file].exhibit
            _heap(heaps, label, "out-of-scope", "read", OUTSIDE).name(OUTSIDE, one.file, one.outside)
