# SPDX-License-Identifier: Apache-2.0
"""Runs every step of the line that is due; a run that was stopped goes on where it was."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from suluh.case.case import Case
from suluh.case.corrections.corrected import note_settled
from suluh.case.corrections.lift import lift
from suluh.case.corrections.standing_papers import acquisitions
from suluh.case.keep import Act
from suluh.case.lease import lease
from suluh.case.line import gather
from suluh.case.line.due import CASE, is_done, listed, takes
from suluh.case.line.inputs import Inputs
from suluh.case.line.line import LINE
from suluh.case.line.meter import Meter, Progress, Tell
from suluh.case.line.proof import proven
from suluh.case.line.spool import Spool
from suluh.case.line.step import Derived, Gathered, Step, Walked
from suluh.case.location import location
from suluh.case.rights import ADD, need
from suluh.exhibits.walk import walk
from suluh.model.body import Noun
from suluh.model.errors import CaseIsFull, Misuse
from suluh.model.evidence.work import Answer, Target
from suluh.model.intake import Content, Outcome
from suluh.model.matching import Fingerprint
from suluh.workers.pool import Pool, engine_named

BATCH = 1000
"""Values in one transaction: killing the machine loses one batch at most."""

__all__ = ["Progress", "run"]

LEAST_FREE = 64 * 1024 * 1024
CONTAINERS = "suluh.exhibits.containers"


def run(case: Case, tell: Tell, *, slots: int = 2, engine: str = "local") -> None:
    """Run the line. Raises `CaseIsLocked`, `CaseIsFull`, `Misuse` when an exhibit is not where it was."""
    need(case, ADD)
    engine_named(engine)
    with lease(case.folder):
        _check_room(case)
        lift(case)
        shift = Shift(case, _roots(case), tell, slots, engine)
        for step in LINE:
            _take(shift, step)
        note_settled(case)
        case.checkpoint()


@dataclass(frozen=True)
class Shift:
    """What every step needs: the case, where its acquisitions lie, whom to tell, how many workers."""

    case: Case
    roots: dict[tuple[str, str], bytes]
    tell: Tell
    slots: int
    engine: str


def _take(shift: Shift, step: Step) -> None:
    """Run one step."""
    match step:
        case Walked():
            _walk(shift, step)
        case Gathered():
            _gather(shift, step)
        case Derived():
            _derive(shift, step)


def _check_room(case: Case) -> None:
    """The case grows by about a hundredth of what it describes; less room than that stops the run before it starts."""
    wanted = LEAST_FREE + case.rows.total(Content, "size") // 100
    free = shutil.disk_usage(case.folder.path).free
    if free < wanted:
        raise CaseIsFull(
            f"the disk of the case has {free >> 20} MiB left and the run may need {wanted >> 20}: "
            "free some room, then run again"
        )


def _roots(case: Case) -> dict[tuple[str, str], bytes]:
    """Where each acquisition lies on this machine."""
    roots: dict[tuple[str, str], bytes] = {}
    for one in acquisitions(case.rows):
        path = location(case.rows, one)
        if path is None or not Path(os.fsdecode(path)).exists():
            where = "any place" if path is None else os.fsdecode(path)
            raise Misuse(
                f"acquisition {one.name} of {one.exhibit} is not at {where}: attach its disk, then run again, "
                f"or say where it lies now with `suluh add CASE PATH --corrects {one.exhibit}`"
            )
        roots[one.exhibit, one.name] = path
    return roots


class _Basket:
    """Gathers values and keeps them in batches."""

    def __init__(self, case: Case, step: str) -> None:
        self._case, self._step = case, step
        self._values: list[Noun] = []

    def add(self, values: Iterator[Noun] | list[Noun]) -> None:
        """Take values; whole batches are kept at once."""
        self._values.extend(values)
        while len(self._values) >= BATCH:
            self._keep(self._values[:BATCH])
            self._values = self._values[BATCH:]

    def settle(self, values: list[Noun]) -> None:
        """Take what settles a file: all of it is kept at once, for with any of it the file waits no longer."""
        self._values.extend(values)
        if len(self._values) >= BATCH:
            self.close()

    def close(self) -> None:
        """Keep what is left."""
        if self._values:
            self._keep(self._values)
            self._values = []

    def _keep(self, values: list[Noun]) -> None:
        self._case.keep(Act(self._step, "files"), values)


def _walk(shift: Shift, step: Walked) -> None:
    """List each acquisition that is not listed yet."""
    case = shift.case
    for one in acquisitions(case.rows):
        unit = listed(one)
        if case.book.took(step.name, unit) is not None:
            continue
        meter, basket = Meter(step.name, shift.tell, None), _Basket(case, step.name)
        for noun in walk(shift.roots[one.exhibit, one.name], one):
            basket.add([noun])
            meter.add()
        basket.close()
        case.keep(Act(step.name, unit, took="listed"), [])
        meter.say()


def _gather(shift: Shift, step: Gathered) -> None:
    """Send files to the locked workers until none is left that waits for this step; none is asked twice in a run."""
    case = shift.case
    if step.takes and is_done(case, step):
        return
    asked: set[str] = set()
    while _pass(shift, step, asked) and step.again:
        pass
    for unit, took in takes(case, step).items():
        case.keep(Act(step.name, unit, took=took), [])


def _pass(shift: Shift, step: Gathered, asked: set[str]) -> bool:
    """Send every file that waits and was not asked yet; whether there was one."""
    inputs = Inputs(shift.case.rows, shift.case.acting)
    waiting = step.targets(inputs)
    fresh = (one for one in waiting.targets if one.file.id not in asked)
    first = next(fresh, None)
    if first is None:
        return False
    targets = chain((first,), fresh)
    _send(shift, step, inputs, gather.Waiting(waiting.most, _noted(targets, asked) if step.again else targets))
    return True


def _noted(targets: Iterable[Target], asked: set[str]) -> Iterator[Target]:
    for one in targets:
        asked.add(one.file.id)
        yield one


def _send(shift: Shift, step: Gathered, inputs: Inputs, waiting: gather.Waiting) -> None:
    """Keep what the workers answer."""
    meter, basket = Meter(step.name, shift.tell, waiting.most), _Basket(shift.case, step.name)
    work = shift.case.folder.work.absolute()
    with Pool(shift.slots, shift.roots, work, containers=CONTAINERS, engine=shift.engine) as pool:
        answers = pool.run(step.job, waiting.targets)
        for answer in _received(basket, answers, lambda answer: step.settle(inputs, answer)):
            meter.add(failed=answer.failure is not None)
    basket.close()
    meter.say()


def _received(basket: _Basket, answers: Iterable[Answer], told: Callable[[Answer], Iterable[Noun]]) -> Iterator[Answer]:
    """Keep what answers say, and of each file last what settles it; the last answer of each file."""
    held: dict[str, list[Noun]] = {}
    for answer in answers:
        file = answer.target.file.id
        nouns = list(told(answer))
        basket.add([noun for noun in nouns if not _settles(noun, file)])
        held.setdefault(file, []).extend(noun for noun in nouns if _settles(noun, file))
        if answer.last:
            basket.settle(held.pop(file))
            yield answer


def _settles(noun: Noun, file: str) -> bool:
    """Whether a file of which the case holds this noun waits no longer: by then all else of it must have been kept."""
    return isinstance(noun, Fingerprint) or (isinstance(noun, Content | Outcome) and noun.file == file)


def _derive(shift: Shift, step: Derived) -> None:
    """Work out a step again when what it takes has changed, in place of what it gave before.

    It sees the case as it stood at one moment, and of that only what its entry names and was proven.
    """
    case = shift.case
    if is_done(case, step):
        return
    meter = Meter(step.name, shift.tell, None)
    with case.snapshot(step.takes) as seen, Spool(case.folder.work) as values:
        digest = proven(seen, step)
        for _ in values.fill(step.work(Inputs(seen, case.acting))):
            meter.add()
        case.keep(Act(step.name, CASE, replaces=case.rows.batches_by(step.name, CASE), took=digest), values)
    meter.say()
