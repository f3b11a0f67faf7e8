# SPDX-License-Identifier: Apache-2.0
"""Keeps children apart where officers type: a dossier of their own, and names behind their codes in the vault alone."""

import re
from collections.abc import Iterable, Sequence

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.gate.children import children_of
from suluh.model.dossier.care import Identity
from suluh.model.dossier.charges import Defendant
from suluh.model.dossier.entered import Entered
from suluh.model.errors import Misuse

_CODE = re.compile(r"(AK|AS|A)-\d+", re.IGNORECASE)


def is_code_of_child(code: str) -> bool:
    """Whether a code is one of a child: AK-1 of a victim, AS-1 of a witness, A-1 in conflict with the law."""
    return _CODE.fullmatch(code) is not None


def adults_and_children(defendants: Sequence[Defendant]) -> bool:
    """Whether a child and somebody else are defendants of one dossier."""
    return len(defendants) > 1 and any(one.age == "child" for one in defendants)


def check_entered(case: Case, entered: Iterable[Entered]) -> None:
    """Raise `Misuse` where a child would stand among others, or be named outside the vault."""
    standing = [one for one in entered if not one.withdrawn]
    for one in standing:
        if isinstance(one, Identity) and is_code_of_child(one.person or "") and not one.vault:
            raise Misuse(f"{one.person} is the code of a child: give the name to the vault, --vault")
    new = [one for one in standing if isinstance(one, Defendant)]
    known = [one for one in typed(case.rows, Defendant) if one.code not in {other.code for other in new}]
    for one in new:
        _check_apart(case, one, [*known, *new])


def _check_apart(case: Case, one: Defendant, all_: Sequence[Defendant]) -> None:
    if adults_and_children([other for other in all_ if other.dossier == one.dossier]):
        raise Misuse(
            f"{one.dossier} would have a child and another defendant: a child has a dossier of its own; make one with "
            "`suluh dossier CASE new`, and enter the child there"
        )
    if one.age == "adult" and not children_of(case).isdisjoint(one.accounts):
        raise Misuse(
            "a role or status says that this is, or may be, a child: enter them with --age child in a dossier of its "
            "own, or correct the role first"
        )
