# SPDX-License-Identifier: Apache-2.0
"""Verifies that nothing waits, or stands, against what the ledger calls finished: rule 16 of docs/custody.md."""

from suluh import __version__
from suluh.case.case import Case
from suluh.case.corrections.corrected import is_settled
from suluh.case.corrections.lift import left
from suluh.case.line.due import WAITING
from suluh.case.line.inputs import Inputs
from suluh.case.line.line import LINE
from suluh.case.line.step import Gathered
from suluh.custody.entry import Entry
from suluh.model.body import kind_of
from suluh.model.errors import BrokenCustody
from suluh.model.ids import display
from suluh.store.rows import Rows

RULE = 16


def check_steps(case: Case) -> tuple[str, ...]:
    """Raise `BrokenCustody` for a file that waits though its step is finished, and nothing came since.

    A row that lay in the case during a run and was taken away again makes a run leave a file out: it would be found
    nowhere else, for no entry covers such a row, and the next run takes the word of the ledger. Steps that another
    version finished are given back: it may have known of fewer files.
    """
    others = []
    for step in LINE:
        entry = case.book.finished.get((step.name, WAITING))
        if not isinstance(step, Gathered) or step.waits is None or entry is None:
            continue
        if not is_ours(entry):
            others.append(step.name)
            continue
        if entry.seq > _latest(case.rows, step):
            for file in step.waits(Inputs(case.rows, None)):
                where = f"{file.exhibit} {file.acquisition} {display(file.path)}"
                sentence = f"{where} waits for the step {step.name}, which entry {entry.seq} calls finished"
                raise BrokenCustody(
                    f"{sentence}: it was left out, or its rows were taken away; read the exhibits into a new case",
                    rule=RULE,
                    where=where,
                )
    return tuple(others)


def check_lifted(case: Case) -> None:
    """Raise `BrokenCustody` for a row on terms that were corrected, once the ledger says that a run followed that.

    Until a run says so such rows are due to fall, and nothing leaves the case.
    """
    if not is_settled(case):
        return
    for number, noun in left(case):
        where = f"{kind_of(type(noun))} {noun.id}"
        sentence = f"{where} of entry {number} rests on terms that a later act corrected, and no run took it away"
        raise BrokenCustody(
            f"{sentence}, though an entry says that all corrections were followed; read the exhibits into a new case",
            rule=RULE,
            where=where,
        )


def is_ours(entry: Entry) -> bool:
    """Whether this version wrote an entry: another one may have known of fewer files, or taken something else."""
    return entry.tool.partition(",")[0] == f"suluh {__version__}"


def _latest(rows: Rows, step: Gathered) -> int:
    """The newest batch of what may let more files wait for a step."""
    return max((number for kind in step.takes for number in rows.batches_of(kind)), default=0)
