# SPDX-License-Identifier: Apache-2.0
"""What of the line is due: steps that would take something else now than when they were last finished."""

import hashlib

import msgspec

from suluh import __version__
from suluh.case.case import Case
from suluh.case.corrections.corrected import is_settled
from suluh.case.corrections.standing_papers import acquisitions
from suluh.case.line.inputs import Inputs
from suluh.case.line.line import LINE
from suluh.case.line.proof import check_whole, took
from suluh.case.line.reach import does_wait
from suluh.case.line.step import Derived, Gathered, Step, Walked
from suluh.model.body import kind_of
from suluh.model.deeds.acts import DEEDS
from suluh.model.errors import Misuse
from suluh.model.ids import make_id
from suluh.model.intake import Acquisition

CASE = "case"
"""Under this unit a step over the whole case writes and is finished."""

WAITING = "waiting"
"""Under this unit a step over single files notes in which state of the case no file waited for it."""

Units = dict[str, str]
"""What a step takes, by the unit of its work: an acquisition, all that waits, the whole case."""


def is_due(case: Case) -> bool:
    """Whether something was entered, or found by a run that was stopped, that is not worked out yet.

    Steps over single files need not be asked: those behind them take what lets more files wait, and what came of them.
    """
    whole = (step for step in LINE if not isinstance(step, Gathered))
    return does_wait(case) or not is_settled(case) or any(not is_done(case, step) for step in whole)


def is_done(case: Case, step: Step) -> bool:
    """Whether a step took all that it would take now when it was last finished."""
    return all(case.book.took(step.name, unit) == digest for unit, digest in takes(case, step).items())


def does_lack(case: Case, step: Gathered) -> bool:
    """Whether a file waits for a step, whatever the ledger says: a row that lay there during a run may be gone now."""
    return step.waits is not None and any(True for _ in step.waits(Inputs(case.rows, None)))


def check_run(case: Case) -> None:
    """Raise `Misuse` while what was entered is not all worked out: what leaves then would say less than the case.

    Raises `BrokenCustody` where the case holds a row that nobody signed, or lacks one: nothing is made of these.
    """
    lacks = any(does_lack(case, step) for step in LINE if isinstance(step, Gathered) and is_done(case, step))
    if lacks or is_due(case):
        raise Misuse("not all that was entered has been worked out: start `suluh run CASE`, then go on")
    check_whole(case.rows, case.book)


def takes(case: Case, step: Step) -> Units:
    """What a step takes as the case stands; nothing where what is installed decides as well."""
    match step:
        case Walked():
            return {listed(one): "listed" for one in acquisitions(case.rows)}
        case Gathered():
            return {WAITING: _state(case, step)} if step.takes else {}
        case Derived():
            return {CASE: took(case.rows, step, case.book)}


def listed(acquisition: Acquisition) -> str:
    """The unit under which an acquisition is listed: the same wherever it lies by now."""
    return make_id("acquisition", acquisition.exhibit, acquisition.name)


def _state(case: Case, step: Gathered) -> str:
    """The digest of this version and of all batches, as the ledger has them, that may let more files wait."""
    writers = {kind: {word for word, deed in DEEDS.items() if kind in map(kind_of, deed.writes)} for kind in step.takes}
    batches = {
        kind: [number for number, entry in case.book.standing.items() if entry.action in words]
        for kind, words in writers.items()
    }
    return hashlib.sha256(msgspec.json.encode([__version__, batches], order="sorted")).hexdigest()
