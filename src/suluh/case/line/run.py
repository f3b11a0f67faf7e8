# SPDX-License-Identifier: Apache-2.0
"""Runs every step of the line that is due; a run that was stopped goes on where it was."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain

from suluh.case.case import Case
from suluh.case.corrections.corrected import note_settled
from suluh.case.corrections.lift import lift
from suluh.case.corrections.standing_papers import acquisitions
from suluh.case.keep import Act
from suluh.case.lease import lease
from suluh.case.line import backups, gather
from suluh.case.line.due import CASE, does_lack, is_done, listed, takes
from suluh.case.line.inputs import Inputs
from suluh.case.line.line import LINE
from suluh.case.line.meter import Meter, Progress, Tell
from suluh.case.line.proof import NOTHING, proven
from suluh.case.line.reach import Reach
from suluh.case.line.spool import Spool
from suluh.case.line.step import Derived, Gathered, Step, Walked
from suluh.case.rights import ADD, need
from suluh.case.search.index import bring_up
from suluh.exhibits.walk import WHOLE, walk
from suluh.model.body import Noun
from suluh.model.errors import CaseIsFull
from suluh.model.evidence.work import Answer, Target
from suluh.model.intake import Acquisition, Content, Flaw, Outcome
from suluh.model.matching import Fingerprint
from suluh.store.words import Words
from suluh.workers.pool import Pool, engine_named

BATCH = 1000
"""Values in one transaction: killing the machine loses one batch at most."""

__all__ = ["Progress", "run"]

LEAST_FREE = 64 * 1024 * 1024
CONTAINERS = "suluh.exhibits.containers"


def run(case: Case, tell: Tell, *, slots: int = 2, engine: str = "local") -> None:
    """Run the line. Raises `CaseIsLocked`, `CaseIsFull`, and `NotAllThere` at its end."""
    need(case, ADD)
    engine_named(engine)
    with lease(case.folder):
        _check_room(case)
        lift(case)
        shift = Shift(case, Reach(case), tell, slots, engine)
        for step in LINE:
            _take(shift, step)
        note_settled(case)
        with Words(case.folder.words) as words:
            bring_up(case, words, checked=True)
        shift.reach.close()
        case.checkpoint()


@dataclass(frozen=True)
class Shift:
    """What every step needs: the case, what of it is in reach, whom to tell, how many workers."""

    case: Case
    reach: Reach
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
    """List each acquisition that is not listed yet, and what of the others could not be read."""
    case = shift.case
    for one in acquisitions(case.rows):
        unit = listed(one)
        if not shift.reach.is_in(one.exhibit, one.name):
            continue
        done = case.book.took(step.name, unit) is not None
        for path in list(shift.reach.again(one)) if done else [WHOLE]:
            _list(shift, step, one, path)
        if not done:
            case.keep(Act(step.name, unit, took="listed"), [])
        shift.reach.see_whether_empty(one)


def _list(shift: Shift, step: Walked, one: Acquisition, path: bytes) -> None:
    """List what lies at a path of an acquisition."""
    meter, basket = Meter(step.name, shift.tell, None), _Basket(shift.case, step.name)
    listed = walk(shift.reach.roots[one.exhibit, one.name], one, path)
    for noun in backups.named(one, listed, lambda target: _ask(shift, target)):
        is_away = isinstance(noun, Flaw) and noun.step == step.name and shift.reach.note(noun)
        if not is_away:
            basket.add([noun])
        meter.add()
    basket.close()
    meter.say()


def _ask(shift: Shift, target: Target) -> Iterator[Answer]:
    """What a locked worker says of the index of a backup."""
    work = shift.case.folder.work.absolute()
    with Pool(1, shift.reach.roots, work, containers=CONTAINERS, engine=shift.engine) as pool:
        yield from pool.run(backups.JOB, [target])


def _gather(shift: Shift, step: Gathered) -> None:
    """Send files to the locked workers until none is left that waits for this step; none is asked twice in a run."""
    case = shift.case
    if step.takes and is_done(case, step) and not does_lack(case, step):
        return
    asked, missed = set[str](), set[str]()
    while _pass(shift, step, asked, missed) and step.again:
        pass
    for unit, took in takes(case, step).items() if not missed else ():
        case.keep(Act(step.name, unit, took=took), [])


def _pass(shift: Shift, step: Gathered, asked: set[str], missed: set[str]) -> bool:
    """Send every file that waits and was not asked yet; whether there was one. What cannot be reached is missed."""
    inputs = Inputs(shift.case.rows, shift.case.acting)
    waiting = step.targets(inputs)
    fresh = (one for one in _in_reach(shift, waiting.targets, missed) if one.file.id not in asked)
    first = next(fresh, None)
    if first is None:
        return False
    targets = chain((first,), fresh)
    wanted = gather.Waiting(waiting.most, _noted(targets, asked) if step.again else targets)
    missed.update(_send(shift, step, inputs, wanted))
    return True


def _in_reach(shift: Shift, targets: Iterable[Target], missed: set[str]) -> Iterator[Target]:
    for one in targets:
        if shift.reach.is_wanted(one.file.exhibit, one.file.acquisition):
            yield one
        else:
            missed.add(one.file.id)


def _noted(targets: Iterable[Target], asked: set[str]) -> Iterator[Target]:
    for one in targets:
        asked.add(one.file.id)
        yield one


def _send(shift: Shift, step: Gathered, inputs: Inputs, waiting: gather.Waiting) -> list[str]:
    """Keep what the workers answer; the files that they could not reach."""
    missed: list[str] = []
    meter, basket = Meter(step.name, shift.tell, waiting.most), _Basket(shift.case, step.name)
    work = shift.case.folder.work.absolute()
    with Pool(shift.slots, shift.reach.roots, work, containers=CONTAINERS, engine=shift.engine) as pool:
        answers = pool.run(step.job, waiting.targets)
        for answer in _received(basket, answers, lambda answer: step.settle(inputs, answer)):
            meter.add(failed=answer.failure is not None)
            if shift.reach.note(gather.away(step.name, answer)):
                missed.append(answer.target.file.id)
    basket.close()
    meter.say()
    return missed


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
    shift.reach.keep()
    meter = Meter(step.name, shift.tell, None)
    with case.snapshot(step.takes) as seen, Spool(case.folder.work) as values:
        digest = proven(seen, step)
        with closing(step.found(Inputs(seen, case.acting))) as found:
            for _ in values.fill(found):
                meter.add()
        _make_way(case, step, values)
        case.keep(Act(step.name, CASE, replaces=case.book.batches(step.name, CASE), took=digest), values)
    meter.say()


def _make_way(case: Case, step: Derived, values: Iterable[Noun]) -> None:
    """Take back what a later step gave under an id that this one gives now, such as a link that an officer decided.

    The later step took nothing that is there now: so it is due, whenever the run is killed.
    """
    for later in LINE[LINE.index(step) + 1 :]:
        shared = set(later.deed.writes) & set(step.deed.writes) - {Flaw}
        batches = case.book.batches(later.name, CASE) if isinstance(later, Derived) and shared else ()
        held = {noun.id for batch in batches for noun in case.rows.in_batch(batch) if type(noun) in shared}
        if held and any(noun.id in held for noun in values if type(noun) in shared):
            case.keep(Act(later.name, CASE, replaces=batches, took=NOTHING), [])
