# SPDX-License-Identifier: Apache-2.0
"""Opens the vault by two keys: a child-protection officer's and a supervisor's, each with an entry of their own.

Each secret is sealed for one officer at a time, because the program leaves the names of children out of papers for any
one of them. So two keys are what this way asks, and not what the cipher asks: whoever may know a name can reach it with
their own key outside of it, and leaves no entry then.
"""

from collections.abc import Iterator
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.keep import Act
from suluh.case.rights import CARE, need
from suluh.case.sharing.sheets import paper_line
from suluh.case.typed.vault import Kept, Secret, kept, opened
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
    """Why neither of both could open it."""


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
    """What lies in the vault, and for whom each was sealed; nothing of it is opened."""
    need(case, CARE)
    for one in _all(case):
        yield one, tuple(part.officer for part in one.sealed)


def _all(case: Case) -> list[Identity | Protected]:
    identities: list[Identity | Protected] = [one for one in typed(case.rows, Identity) if one.vault]
    return sorted((*identities, *typed(case.rows, Protected)), key=lambda one: in_order(one.code))


def _person(one: Identity | Protected) -> str:
    return (one.person if isinstance(one, Identity) else None) or one.code


def _opened(cases: tuple[Case, Case], one: Identity | Protected) -> Opened:
    """By whichever of both it was sealed for."""
    person = one.person if isinstance(one, Identity) else None
    known = f"{one.kind}, {paper_line(cases[0], one.paper)}" if isinstance(one, Identity) else f"{one.by}, {one.at}"
    shut = ""
    for case in cases:
        try:
            says = opened(case, one) if isinstance(one, Identity) else kept(case, one)
            return Opened(one.code, person, known, says)
        except NotAllowed as error:
            shut = str(error)
    return Opened(one.code, person, known, None, shut)
