# SPDX-License-Identifier: Apache-2.0
"""Seals what lies in the vault anew, for officers who were admitted later; both rows are kept.

Whose admission ended gets no part of a new row. What they have of earlier rows stays where it is, and is a half alone
of what was locked for two; a row that one key opens is locked anew, and stays as it was for whom it was sealed.
"""

from typing import NamedTuple

from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.keep import Act
from suluh.case.lease import turn
from suluh.case.rights import CARE, need, need_one
from suluh.case.typed.vault import lacking, opens_alone, sealed_anew, with_keys
from suluh.model.body import kind_of
from suluh.model.deeds.typed import TYPED
from suluh.model.dossier.care import Identity, Protected
from suluh.model.errors import NotAllowed
from suluh.model.ids import make_id
from suluh.model.times import utc


class Sealing(NamedTuple):
    """What was sealed anew, and for whom."""

    done: tuple[tuple[str, tuple[str, ...]], ...]
    """Each code, with the codes of officers who have a part of it from now on."""

    locked: tuple[str, ...]
    """Codes of what one key opened before and two open now."""

    left: tuple[str, ...]
    """Sentences on what this officer cannot open, and so cannot seal."""


def seal_anew(case: Case) -> Sealing:
    """Seal all that the acting officer can open for everybody whose access covers it now. Raises `NotAllowed`."""
    need(case, CARE)
    done: list[tuple[str, tuple[str, ...]]] = []
    locked: list[str] = []
    left: list[str] = []
    with turn(case.folder):
        kept: list[Identity | Protected] = [*typed(case.rows, Identity), *typed(case.rows, Protected)]
        for one in kept:
            if lacking(case, one) or opens_alone(case, one):
                _seal(case, one, done, locked, left)
    return Sealing(tuple(done), tuple(locked), tuple(left))


def _seal(
    case: Case,
    one: Identity | Protected,
    done: list[tuple[str, tuple[str, ...]]],
    locked: list[str],
    left: list[str],
) -> None:
    """One thing, with what came of it."""
    try:
        need_one(case, TYPED[type(one)].rights)
        new = sealed_anew(case, one)
    except NotAllowed as error:
        left.append(str(error))
        return
    rest = lacking(case, new)
    given = tuple(code for code in lacking(case, one) if code not in rest)
    if new != one:
        _keep(case, one, new, given)
    if given:
        done.append((one.code, given))
    if opens_alone(case, one):
        locked.append(one.code)
    if rest:
        left.append(f"{one.code} lacks a half for {', '.join(rest)}, whom an officer of the same access gives it")


def give_keys(case: Case) -> None:
    """Give the marks of protected accounts to officers who were admitted: not which they are, and not why.

    What the acting supervisor does not have is left; the case says so to whoever reads it.
    """
    for one in typed(case.rows, Protected):
        try:
            new = with_keys(case, one)
        except NotAllowed:
            continue
        codes = tuple(sorted({part.officer for part in new.keys} - {part.officer for part in one.keys}))
        if codes:
            _keep(case, one, new, codes)


def _keep(case: Case, old: Identity | Protected, new: Identity | Protected, codes: tuple[str, ...]) -> None:
    """The new row under its code, with its reason."""
    key, kind = case.acting.key, kind_of(type(old))
    reason = f"sealed for {', '.join(codes)}" if codes else "parts and keys anew"
    row = replace(
        new,
        id=make_id(kind, old.code, old.id),
        corrects=old.id,
        reason=reason,
        by=key.code,
        at=utc(case.acting.now()),
    )
    case.keep(Act(kind, old.code, {"corrects": old.code, "reason": reason}), [row])
