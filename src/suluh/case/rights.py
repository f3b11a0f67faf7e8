# SPDX-License-Identifier: Apache-2.0
"""Which access may do what in a case: deny by default, in one place."""

from suluh.case.case import Case
from suluh.model.errors import NotAllowed
from suluh.model.people import Access

ADD = "add exhibits and run steps"
READ = "read files, chats, payments, deals and persons"
COUNT = "read counts"
DECIDE = "decide links"
CATEGORISE = "decide categories"
DRAFT = "draft a release"
APPROVE = "approve a release"
ADMIT = "start a case and admit officers to it"

RIGHTS: dict[str, frozenset[Access]] = {
    ADD: frozenset({"examiner", "supervisor"}),
    READ: frozenset({"examiner", "analyst", "child-protection", "supervisor"}),
    COUNT: frozenset({"examiner", "analyst", "child-protection", "supervisor", "auditor"}),
    DECIDE: frozenset({"analyst", "supervisor"}),
    CATEGORISE: frozenset({"examiner", "analyst", "child-protection", "supervisor"}),
    DRAFT: frozenset({"examiner", "analyst", "child-protection", "supervisor"}),
    APPROVE: frozenset({"supervisor"}),
    ADMIT: frozenset({"supervisor"}),
}
"""The matrix of design/desk.md, section 5, as far as the commands reach."""

ACTS: dict[str, frozenset[Access]] = {
    "new": RIGHTS[ADMIT],
    "officer": RIGHTS[ADMIT],
    "authority": RIGHTS[ADD],
    "add": RIGHTS[ADD],
    "sets": RIGHTS[ADD],
    "decide": RIGHTS[DECIDE] | RIGHTS[CATEGORISE] | RIGHTS[ADD],
    "categories": RIGHTS[CATEGORISE],
    "sample": RIGHTS[CATEGORISE],
    "draft": RIGHTS[DRAFT],
    "approve": RIGHTS[APPROVE],
}
"""Who may enter what by an action of the ledger."""


ENTERS: dict[str, frozenset[str]] = {
    "new": frozenset({"case", "officer"}),
    "officer": frozenset({"officer"}),
    "authority": frozenset({"authority"}),
    "add": frozenset({"exhibit", "acquisition"}),
    "sets": frozenset({"hashset"}),
    "decide": frozenset({"decision"}),
    "categories": frozenset({"vote"}),
    "sample": frozenset({"sample"}),
    "draft": frozenset({"draft"}),
    "approve": frozenset({"release"}),
}
"""The kinds of rows that each of these actions enters, all of them and no others; steps of the line enter the rest."""

SIGNED = frozenset().union(*ENTERS.values())
"""Kinds of rows that only the officer whom they name may have entered."""


def may_enter(action: str, access: Access) -> bool:
    """Whether an access covers an action that wrote rows: steps of the line are for who may add."""
    return access in ACTS.get(action, RIGHTS[ADD])


def may_decide(act: str, access: Access) -> bool:
    """Whether an access covers a decision of this kind."""
    return access in RIGHTS[{"category": CATEGORISE, "zone": ADD}.get(act, DECIDE)]


def enters(action: str, kind: str) -> bool:
    """Whether rows of a kind may come from an action."""
    return kind in ENTERS[action] if action in ENTERS else kind not in SIGNED


def need(case: Case, right: str) -> None:
    """Raise `NotAllowed` unless the acting officer's access covers the act, and the case has admitted them."""
    public = case.acting.key.public
    if public.access not in RIGHTS[right]:
        allowed = ", ".join(sorted(RIGHTS[right]))
        raise NotAllowed(f"{public.code} has the access {public.access} and may not {right}: that is for {allowed}")
    case.check_admitted()
