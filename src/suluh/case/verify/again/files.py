# SPDX-License-Identifier: Apache-2.0
"""Sends files through the locked workers again and compares what they give with the case: rule 19 of docs/custody.md.

Nothing is written to the case; copies of databases lie in a scratch folder of this command.
"""

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.corrected import is_settled
from suluh.case.folder import CaseFolder
from suluh.case.line import gather
from suluh.case.line.inputs import Inputs
from suluh.case.line.line import LINE
from suluh.case.line.reach import Reach
from suluh.case.line.run import CONTAINERS
from suluh.case.line.step import Gathered
from suluh.case.second import LeftOut
from suluh.case.verify.again.named import named
from suluh.exhibits.standing import in_order
from suluh.hashing.pictures import video
from suluh.model.body import Noun, kind_of
from suluh.model.deeds import steps
from suluh.model.errors import BrokenCustody
from suluh.model.evidence.work import AWAY, STOPPED, Answer, Target
from suluh.model.ids import display
from suluh.model.intake import Content, File, Flaw, Outcome
from suluh.store import check
from suluh.store.tables import COLUMNS
from suluh.unit.folder import UnitFolder
from suluh.workers.pool import Pool

RULE = 19
FILMS = frozenset({steps.FRAMES.word, steps.SECONDS.word})


class Reread(NamedTuple):
    """What was sent through the workers again, and what could not be."""

    files: int
    rows: int
    left: tuple[str, ...]
    """Why something was left out."""


class _Errand(NamedTuple):
    """One file for one step, and what of the case must come of it."""

    target: Target
    files: tuple[str, ...]
    contents: tuple[str, ...] = ()


def check_files_of(folder: CaseFolder, unit: UnitFolder, names: Sequence[str], slots: int) -> Reread:
    """The same for a case that is opened for this alone: nothing is written to it."""
    with check.open_to_check(folder.file) as connection, check.of_this_version(connection) as today:
        return check_files(Case(folder, today, None), unit, names, slots)


def check_files(case: Case, unit: UnitFolder, names: Sequence[str], slots: int) -> Reread:
    """Read files again; if none is named, those on which packages rest and those whose records were written anew.

    Raises `BrokenCustody` at the first row that differs, `UnknownObject` for a name that no file has.
    """
    files, left = named(case, names)
    if not is_settled(case):
        return Reread(0, 0, (*left, "no file was read again: something was corrected, start `suluh run CASE` first"))
    sent, rows = set[str](), 0
    for step in _steps(case):
        if step.name in FILMS and not video.is_possible():
            left = (*left, f"the step {step.name} was left out: this installation cannot take videos apart")
            continue
        errands = list(_errands(case, unit, step, files))
        rows += _send(case, step, errands, slots) if errands else 0
        sent.update(one.target.file.id for one in errands)
    return Reread(len(sent), rows, left)


def _steps(case: Case) -> Iterator[Gathered]:
    """The steps over single files of which something stands."""
    return (one for one in LINE if isinstance(one, Gathered) and case.book.batches(one.name, "files"))


def _errands(case: Case, unit: UnitFolder, step: Gathered, files: Sequence[File]) -> Iterator[_Errand]:
    """What a step is asked again: files of which the case holds something that this step wrote."""
    i = Inputs(case.rows, None)
    if step.name == steps.DIGEST.word:
        found = _of_disks(case, i, files)
    elif step.name == steps.READ_FILES.word:
        copies = [(file, content) for file, content in _copies(case, files) if _held(case, step, [file.id])]
        found = (_Errand(one, (one.file.id,)) for one in gather.readable(i, copies, unit))
    else:
        found = _of_pictures(case, i, step, files)
    return (one for one in found if _held(case, step, one.files, one.contents))


def _of_disks(case: Case, i: Inputs, files: Iterable[File]) -> Iterator[_Errand]:
    """The file on disk around each file, with all that lies in it."""
    outer = {one.id: one for one in (i.on_disk(file) or file for file in files)}
    for target in gather.whole(i, in_order(outer.values())):
        inside, last = [target.file.id], [target.file.id]
        while last:
            last = [one.id for one in case.rows.by_column(File, "parent", last)]
            inside += last
        yield _Errand(target, tuple(inside))


def _copies(case: Case, files: Iterable[File]) -> Iterator[tuple[File, Content]]:
    """Every file with the content of one of some files: one copy was read, or looked at, for all."""
    digests = {one.sha256 for one in case.rows.by_column(Content, "file", (file.id for file in files))}
    contents = {one.file: one for one in case.rows.by_column(Content, "sha256", digests)}
    return ((one, contents[one.id]) for one in in_order(case.rows.by_column(File, "id", contents)))


_PICTURES: dict[str, Callable[[Inputs, Iterable[Content]], gather.Waiting]] = {
    steps.PICTURE.word: lambda i, some: gather.pictures(i, some, mode="fast"),
    steps.CONFIRM.word: lambda i, some: gather.pictures(i, some, mode="full"),
    steps.FRAMES.word: lambda i, some: gather.pictures(i, some, film="key frames"),
    steps.SECONDS.word: lambda i, some: gather.pictures(i, some, film="seconds"),
}


def _of_pictures(case: Case, i: Inputs, step: Gathered, files: Iterable[File]) -> Iterator[_Errand]:
    """One copy of each content: that of which flaws stand, if they do, for it is the one that was looked at."""
    copies: dict[str, list[Content]] = defaultdict(list)
    for _, content in _copies(case, files):
        copies[content.sha256].append(content)
    for sha256, contents in copies.items():
        ids = tuple(one.file for one in contents)
        seen = {one.place.file for one in _held(case, step, ids) if isinstance(one, Flaw)}
        some = [one for one in contents if one.file in seen] or contents
        yield from (_Errand(one, ids, (sha256,)) for one in _PICTURES[step.name](i, some).targets)


def _held(case: Case, step: Gathered, files: Iterable[str], contents: Iterable[str] = ()) -> list[Noun]:
    """What stands of a step about some files, or about their contents."""
    batches = frozenset(case.book.batches(step.name, "files"))
    found = chain.from_iterable(
        case.rows.by_column(kind, column, contents if column == "sha256" else files)
        for kind in step.deed.writes
        for column in [_column(kind)]
    )
    return [one for one in found if case.rows.batch_of(one) in batches]


def _column(kind: type[Noun]) -> str:
    """By which column a noun is found from its file, or from the content of it."""
    fields = COLUMNS[kind_of(kind)]
    return next(one for one in ("place.file", "file", "parent", "sha256") if one in fields)


def _send(case: Case, step: Gathered, errands: Sequence[_Errand], slots: int) -> int:
    """Send files through the workers and compare each when its last answer has come; how many rows they gave."""
    waiting, rows, roots = {one.target.file.id: one for one in errands}, 0, Reach(case).roots
    given: dict[str, list[Noun]] = defaultdict(list)
    inputs = Inputs(case.rows, None)
    with (
        tempfile.TemporaryDirectory(prefix="suluh-verify-") as scratch,
        Pool(slots, roots, Path(scratch), containers=CONTAINERS) as pool,
    ):
        for answer in pool.run(step.job, (one.target for one in errands)):
            file = answer.target.file.id
            given[file].extend(step.settle(inputs, answer))
            if answer.last:
                rows += _compare(case, step, waiting[file], given.pop(file), answer)
    return rows


def _compare(case: Case, step: Gathered, errand: _Errand, given: list[Noun], last: Answer) -> int:
    """Compare what a file gives now with what stands of it; of one that is set aside another step may have told."""
    failure = last.failure
    if failure is not None and failure.kind in AWAY:
        raise _broken(step, errand, f"cannot be read any more: {failure.reason}")
    found, aside = _kept(case, step, given), None
    if failure is not None and failure.kind in STOPPED:
        aside = gather.set_aside(errand.target.file, failure)
        found.setdefault((Outcome, aside.id), aside)
    for one in _held(case, step, errand.files, errand.contents):
        if (type(one), one.id) not in found:
            number = case.rows.batch_of(one)
            raise _broken(step, errand, f"does not give {_name(one)} of entry {number}, which stands in the case", one)
    for one in found.values():
        there = list(case.rows.by_column(type(one), "id", [one.id]))
        if one not in there and (there or one is not aside):
            raise _broken(step, errand, f"gives {_name(one)}, and the case does not hold it so", one)
    return len(found)


def _kept(case: Case, step: Gathered, given: Iterable[Noun]) -> dict[tuple[type[Noun], str], Noun]:
    """What would be kept of some nouns: of two under one id the first, and a flaw for the other."""
    found: dict[tuple[type[Noun], str], Noun] = {}
    second = LeftOut(case.rows, step.name)
    for one in given:
        first = found.setdefault((type(one), one.id), one)
        if first != one:
            flaw = second.flaw(first, one)
            found[Flaw, flaw.id] = flaw
    return found


def _name(one: Noun) -> str:
    return f"{kind_of(type(one))} {one.id}"


def _broken(step: Gathered, errand: _Errand, how: str, one: Noun | None = None) -> BrokenCustody:
    file = errand.target.file
    path = "!/".join(display(part) for part in (*file.containers, file.path))
    where = f"{file.exhibit} {file.acquisition} {path}"
    sentence = f"{where}, sent through the step {step.name} again, {how}"
    return BrokenCustody(sentence, rule=RULE, where=_name(one) if one is not None else where)
