# SPDX-License-Identifier: Apache-2.0
"""The rights of a case, and which access covers which: deny by default."""

from suluh.model.people import Access

ADD = "add exhibits and run steps"
WITHDRAW = "take an acquisition out of a case"
REMOVE = "remove an exhibit by law"
READ = "read files, chats, payments, deals and persons"
COUNT = "read counts"
DECIDE = "decide links"
CATEGORISE = "decide categories"
DRAFT = "draft a release"
APPROVE = "approve a release"
RECEIVE = "read packages that were approved for prosecutors"
ADMIT = "start a case and admit officers to it"
PAPERS = "enter papers"
RECORD = "record what was done with exhibits"
PREPARE = "prepare a dossier"
ANSWER = "answer for a dossier"
CARE = "keep what belongs to children and victims"

RIGHTS: dict[str, frozenset[Access]] = {
    ADD: frozenset({"examiner", "supervisor"}),
    WITHDRAW: frozenset({"supervisor"}),
    REMOVE: frozenset({"supervisor"}),
    READ: frozenset({"examiner", "analyst", "child-protection", "supervisor"}),
    COUNT: frozenset({"examiner", "analyst", "child-protection", "supervisor", "auditor"}),
    DECIDE: frozenset({"analyst", "supervisor"}),
    CATEGORISE: frozenset({"examiner", "analyst", "child-protection", "supervisor"}),
    DRAFT: frozenset({"examiner", "analyst", "child-protection", "supervisor"}),
    APPROVE: frozenset({"supervisor"}),
    RECEIVE: frozenset({"prosecutor", "supervisor"}),
    ADMIT: frozenset({"supervisor"}),
    PAPERS: frozenset({"examiner", "analyst", "supervisor"}),
    RECORD: frozenset({"examiner", "supervisor"}),
    PREPARE: frozenset({"analyst", "supervisor"}),
    ANSWER: frozenset({"supervisor"}),
    CARE: frozenset({"child-protection", "supervisor"}),
}
"""Which access covers which right: deny by default."""

DECIDES = {"category": CATEGORISE, "zone": ADD}
"""The right that a decision of some kind needs; every other kind needs `DECIDE`."""


def may_decide(kind: str, access: Access) -> bool:
    """Whether an access covers a decision of this kind."""
    return access in RIGHTS[DECIDES.get(kind, DECIDE)]
