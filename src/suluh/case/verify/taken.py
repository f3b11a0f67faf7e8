# SPDX-License-Identifier: Apache-2.0
"""Verifies what the steps of the whole case took: rule 17 of docs/custody.md."""

from suluh.case.case import Case
from suluh.case.line.due import CASE
from suluh.case.line.line import LINE
from suluh.case.line.proof import NOTHING, RULE, took
from suluh.case.line.step import Derived
from suluh.case.verify.steps import is_ours
from suluh.custody.entry import Entry
from suluh.custody.removal import REACHED
from suluh.model.body import Noun, kind_of
from suluh.model.deeds.acts import DEEDS, ENTER
from suluh.model.errors import BrokenCustody


def check_taken(case: Case) -> tuple[str, ...]:
    """Raise `BrokenCustody` for a step that took other rows than the case holds, and nothing changed these since.

    A row that lay in the case while the step worked and was taken away afterwards is found here, and one that was taken
    away and put back. Steps that another version finished are given back: its digest may be over something else.
    """
    others = []
    for step in LINE:
        entry = case.book.finished.get((step.name, CASE))
        if not isinstance(step, Derived) or entry is None or entry.took == NOTHING:
            continue
        if entry.took == took(case.rows, step, case.book) or _has_changed(case, step, entry):
            continue
        if is_ours(entry):
            where = f"entry {entry.seq}"
            raise BrokenCustody(
                f"{where} says that the step {step.name} took other rows than this case holds, and nothing was entered "
                "since that changes them: rows came and went; run the exhibits in a new case",
                rule=RULE,
                where=where,
            )
        others.append(step.name)
    return tuple(others)


def _has_changed(case: Case, step: Derived, entry: Entry) -> bool:
    """Whether an entry after this one wrote nouns that the step takes, or took some away."""
    return any(
        number > entry.seq and any(kind_of(kind) in step.takes for kind in _touches(word))
        for word, number in case.book.touched.items()
        if word != step.name
    )


def _touches(word: str) -> tuple[type[Noun], ...]:
    """Kinds of nouns that an entry of a word may write or take away: but for a removal they are the same."""
    deed = DEEDS[word]
    if deed.replaces != "entered":
        return deed.writes
    return (*deed.writes, *ENTER.writes, *(kind for word in sorted(REACHED) for kind in DEEDS[word].writes))
