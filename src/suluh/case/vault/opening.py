# SPDX-License-Identifier: Apache-2.0
"""Opens the vault by two keys: a child-protection officer's and a supervisor's, each with an entry of their own.

Who a child is lies locked under a key of which each of them has half (`typed/locked.py`): two keys are what the cipher
asks as well. Rows of earlier versions, and of a case that had not both, open by one key until `seal` locks them, and
`list` says which those are. Accounts under protection are sealed for supervisors, who alone see them in lists.
"""

from collections.abc import Iterator
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.keep import Act
from suluh.case.rights import CARE, need
from suluh.case.sharing.sheets import paper_line
from suluh.case.typed.locked import Secret, joined
from suluh.case.typed.vault import Kept, alone, kept
from suluh.model.deeds.acts import VAULT
from suluh.model.dossier.care import Identity, Protected
from suluh.model.dossier.entered import in_order
from suluh.model.errors import Misuse, NotAllowed, UnknownObject

PAIR = {"child-protection", "supervisor"}
"""Whose keys open it together."""


class Opened(NamedTuple):
    """One thing of the vault in the clear, or why it could not be opened."""

    code: str
    person: str | None
    """Code of the person on papers; of accounts under protection there is none."""

    source: str
    """By which paper it is known, or who entered it."""

    says: Secret | Kept | None
    shut: str | None = None
    """Why they could not open it."""


def open_vault(case: Case, second: Case, purpose: str, codes: tuple[str, ...] = ()) -> tuple[Opened, ...]:
    """What lies in the vault, for two officers at once, after each of them left an entry; all, or some by their codes.

    Raises `NotAllowed` unless they are a child-protection officer and a supervisor, `UnknownObject`, `Misuse`.
    """
    check_two(case, second)
    if not purpose.strip():
        raise Misuse("say why with --purpose: opening the vault is entered by both officers with its reason")
    found = [one for one in _all(case) if not codes or not {one.code, _person(one)}.isdisjoint(codes)]
    known = {name for one in found for name in (one.code, _person(one))}
    missing = sorted(set(codes) - known)
    if missing:
        raise UnknownObject(f"nothing in the vault is called {missing[0]}: `suluh vault CASE list` names what there is")
    if not found:
        raise UnknownObject("nothing lies in the vault of this case")
    told = " ".join(one.code for one in found)
    for mine, other in ((case, second), (second, case)):
        mine.note(Act(VAULT.word, told, {"purpose": purpose, "with": other.acting.key.code}))
    return tuple(_opened((case, second), one) for one in found)


def check_two(case: Case, second: Case) -> None:
    """Raise `NotAllowed` unless two different officers of the case act, one of each access."""
    one, other = case.acting.key.public, second.acting.key.public
    need(case, CARE)
    need(second, CARE)
    if {one.access, other.access} != PAIR or one.code == other.code or one.shares(other):
        raise NotAllowed(
            f"the vault is opened by two: a child-protection officer and a supervisor, and {one.code} is "
            f"{one.access}, {other.code} is {other.access}; name the other one with --with"
        )


def listed(case: Case) -> Iterator[tuple[Identity | Protected, tuple[str, ...]]]:
    """What lies in the vault, and who has a part of each; nothing of it is opened."""
    need(case, CARE)
    for one in _all(case):
        parts = [*one.sealed, *(half for each in getattr(one, "locked", ()) for half in each.halves)]
        yield one, tuple(sorted({part.officer for part in parts}))


def _all(case: Case) -> list[Identity | Protected]:
    identities: list[Identity | Protected] = [one for one in typed(case.rows, Identity) if one.vault]
    return sorted((*identities, *typed(case.rows, Protected)), key=lambda one: in_order(one.code))


def _person(one: Identity | Protected) -> str:
    return (one.person if isinstance(one, Identity) else None) or one.code


def _opened(cases: tuple[Case, Case], one: Identity | Protected) -> Opened:
    """By both together, or by whichever of them it was sealed for alone."""
    person = one.person if isinstance(one, Identity) else None
    known = f"{one.kind}, {paper_line(cases[0], one.paper)}" if isinstance(one, Identity) else f"{one.by}, {one.at}"
    shut = ""
    if isinstance(one, Identity) and one.locked:
        try:
            return Opened(one.code, person, known, joined(cases, one))
        except NotAllowed as error:
            return Opened(one.code, person, known, None, str(error))
    for case in cases:
        try:
            says = alone(case, one) if isinstance(one, Identity) else kept(case, one)
            return Opened(one.code, person, known, says)
        except NotAllowed as error:
            shut = str(error)
    return Opened(one.code, person, known, None, shut)
