# SPDX-License-Identifier: Apache-2.0
"""Proposes to remove what a case holds of an exhibit, under the document that orders it."""

from collections.abc import Iterator

from suluh.case.acts.intake import check_named
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import exhibits, sealed
from suluh.case.keep import Act
from suluh.case.lease import turn
from suluh.case.rights import ADD, need
from suluh.model.errors import Misuse, UnknownObject
from suluh.model.ids import make_id
from suluh.model.intake import Removal
from suluh.model.times import utc


def propose(case: Case, label: str, document: str, reason: str | None) -> Removal:
    """Enter the proposal; nothing is removed by it. Raises `Misuse`, `UnknownObject`."""
    need(case, ADD)
    why = (reason or "").strip()
    if not why:
        raise Misuse("a removal needs its reason in words: give it with --reason")
    check_named("a document", document)
    with turn(case.folder):
        _check(case, label, document)
        key, at = case.acting.key.code, utc(case.acting.now())
        identity = make_id("removal", label, document, key, at)
        made = Removal(id=identity, exhibit=label, document=document, reason=why, at=at, by=key)
        case.keep(Act("removal", label, {"proposal": identity, "document": document, "reason": why}), [made])
    return made


def find_proposal(case: Case, name: str) -> Removal:
    """The proposal of this id. Raises `UnknownObject`."""
    for found in case.rows.by_column(Removal, "id", [name]):
        if found.carries is None:
            return found
    known = ", ".join(one.id for one in waiting(case)) or "none: make one with --exhibit, --document and --reason"
    raise UnknownObject(f"the case has no proposal {name} to remove something; it has {known}")


def waiting(case: Case) -> Iterator[Removal]:
    """The proposals that nobody carried out, by exhibit and time."""
    gone = sealed(case.rows)
    found = sorted(case.nouns(Removal), key=lambda one: (one.exhibit, one.at, one.id))
    for one in found:
        removed = one.exhibit in gone and gone[one.exhibit].removal is not None
        if one.carries is None and not removed:
            yield one


def _check(case: Case, label: str, document: str) -> None:
    seal = sealed(case.rows).get(label)
    if seal is not None and seal.removal is not None:
        raise Misuse(f"{label} was removed already, under {seal.number}: nothing was proposed")
    if label not in {one.label for one in exhibits(case.rows, with_sealed=True)}:
        raise UnknownObject(f"the case has no exhibit {label}: `suluh show CASE exhibits` lists what it has")
    for one in waiting(case):
        if (one.exhibit, one.document) == (label, document):
            raise Misuse(f"{one.by} proposed this already: another officer carries {one.id} out")
