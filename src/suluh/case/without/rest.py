# SPDX-License-Identifier: Apache-2.0
"""A case as it would be without some exhibits: their rows are taken out of a passing copy, and the line goes over it.

1. What was worked out is taken away whole, and what single files of the exhibits gave; then every step works again.
2. A content of which one copy is read for all is read from a copy that is left: its file must be in reach for that.
3. Papers, decisions, grades and hash sets stay as they are. Nothing is written to the case.
"""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from suluh.case.case import Case
from suluh.case.corrections.withdrawn import contents_to_redo
from suluh.case.line.due import CASE
from suluh.case.line.inputs import Inputs
from suluh.case.line.line import LINE
from suluh.case.line.reach import Reach, Roots
from suluh.case.line.run import CONTAINERS
from suluh.case.line.spool import Spool
from suluh.case.line.step import Derived, Gathered
from suluh.case.second import LeftOut, refused
from suluh.model.body import Noun, kind_of
from suluh.model.deeds import steps
from suluh.model.evidence.work import AWAY, Answer, Target
from suluh.model.intake import Acquisition, Content, Exhibit, File, Outcome
from suluh.model.matching import Fingerprint, MediaFacts
from suluh.store.rows import Rows
from suluh.store.tables import COLUMNS
from suluh.store.trial import Trial
from suluh.workers.pool import Pool

RECORDS: tuple[type[Noun], ...] = (*steps.READ_FILES.writes, Content)
"""Kinds of what is of one file; flaws are among them."""


@dataclass
class Rest:
    """What is left of a case without some exhibits."""

    rows: Rows
    copies: dict[str, str] = field(default_factory=dict)
    """For each file of them with a copy that is left, and was read in its place, the id of that copy."""

    unread: list[File] = field(default_factory=list)
    """Copies that would be read in place of files of them, and are out of reach: what they say is missing here."""


@contextmanager
def rest_of(case: Case, labels: frozenset[str]) -> Iterator[Rest]:
    """The case without the exhibits of some labels, as long as nothing else is asked. Raises `NotAllowed`."""
    gone = {file.id: 0 for label in sorted(labels) for file in case.nouns(File, {"exhibit": label})}
    contents = {one.file: one.sha256 for one in case.rows.by_column(Content, "file", gone)}
    with Trial.of(case.rows) as trial:
        rest = Rest(trial.rows)
        for step in LINE:
            if isinstance(step, Derived):
                trial.retire(case.book.batches(step.name, CASE))
        redo = [sha.hex() for sha in contents_to_redo(case, gone)]
        for kind in (Fingerprint, MediaFacts):
            trial.take(kind, "sha256", redo)
        _take_out(trial, labels, gone)
        touched = frozenset(contents.values())
        for step in LINE:
            if isinstance(step, Derived):
                _work_out(case, trial, step)
            elif isinstance(step, Gathered):
                _gather(case, rest, trial, step, touched)
        _note_copies(rest, contents)
        yield rest


def _take_out(trial: Trial, labels: frozenset[str], files: Iterable[str]) -> None:
    """Take away the exhibits, and all that single files of them gave."""
    for kind in RECORDS:
        fields = COLUMNS[kind_of(kind)]
        if "place.exhibit" in fields:
            trial.take(kind, "place.exhibit", labels)
        else:
            trial.take(kind, "place.file" if "place.file" in fields else "file", files)
    trial.take(File, "exhibit", labels)
    trial.take(Acquisition, "exhibit", labels)
    trial.take(Exhibit, "label", labels)


def _work_out(case: Case, trial: Trial, step: Derived) -> None:
    """Let a step over the whole case work on what is left."""
    with Spool(case.folder.work) as values, closing(step.found(Inputs(trial.rows, case.acting))) as found:
        for _ in values.fill(found):
            pass
        trial.put(step.name, values, refused)


def _gather(case: Case, rest: Rest, trial: Trial, step: Gathered, touched: frozenset[str]) -> None:
    """Send copies that are left to the locked workers, of contents that the exhibits hold and that wait now."""
    asked: set[str] = set()
    while left := _waiting(case, trial, step, touched, asked):
        asked.update(target.file.id for target in left)
        _send(case, rest, trial, step, left)
        if not step.again:
            return


def _waiting(case: Case, trial: Trial, step: Gathered, touched: frozenset[str], asked: set[str]) -> list[Target]:
    """The files that wait for a step now and have one of some contents."""
    if not any(True for _ in trial.rows.by_column(Content, "sha256", touched)):
        return []
    waiting = step.targets(Inputs(trial.rows, case.acting)).targets
    return [one for one in waiting if one.content in touched and one.file.id not in asked]


def _send(case: Case, rest: Rest, trial: Trial, step: Gathered, targets: list[Target]) -> None:
    """Put what the workers answer; what they cannot reach is noted."""
    roots, inputs = Reach(case).roots, Inputs(trial.rows, case.acting)
    there = [one for one in targets if (one.file.exhibit, one.file.acquisition) in roots]
    rest.unread += [one.file for one in targets if one not in there]
    if not there:
        return
    with Spool(case.folder.work) as values:
        for answer in _answers(step, roots, there):
            for _ in values.fill(step.settle(inputs, answer)):
                pass
            if answer.failure is not None and answer.failure.kind in AWAY:
                rest.unread.append(answer.target.file)
        trial.put(step.name, values, LeftOut(trial.rows, step.name).flaw)


def _answers(step: Gathered, roots: Roots, targets: list[Target]) -> Iterator[Answer]:
    """What locked workers say; copies of databases lie in a folder of this question alone."""
    with (
        tempfile.TemporaryDirectory(prefix="suluh-without-") as scratch,
        Pool(1, roots, Path(scratch), containers=CONTAINERS) as pool,
    ):
        yield from pool.run(step.job, targets)


def _note_copies(rest: Rest, contents: Mapping[str, str]) -> None:
    """Note for each file that is gone which copy of its content is left, rather one that was read."""
    left = list(rest.rows.by_column(Content, "sha256", set(contents.values())))
    read = {one.file for one in rest.rows.by_column(Outcome, "file", (one.file for one in left))}
    copies = {one.sha256: one.file for one in sorted(left, key=lambda one: one.file in read)}
    rest.copies = {file: copies[sha256] for file, sha256 in contents.items() if sha256 in copies}
