# SPDX-License-Identifier: Apache-2.0
"""Accepting how statements of an unknown layout were read: one statement alone, or its layout once for the unit."""

from collections.abc import Iterator

from msgspec import structs

from suluh.case.acts.decide import digest_of, keep_decision
from suluh.case.case import Acting, Case
from suluh.case.gate.cited import Cited
from suluh.case.gate.seal import Seal
from suluh.case.gate.viewer import views
from suluh.case.rights import DECIDE, RIGHTS, need
from suluh.model.errors import Changed, Misuse, NotAllowed, UnknownObject
from suluh.model.people import Decision
from suluh.model.times import utc
from suluh.model.trade import UNKNOWN_LAYOUT, Statement, is_of_layout, layout_digest, layout_of
from suluh.unit.layouts import Layout, layouts, sign
from suluh.unit.officers import public_key


def accept_layout(
    case: Case, statement: str, reason: str, seen: str | None = None, *, for_unit: bool = False
) -> Decision:
    """Accept how a statement of an unknown layout was read: from then on its lines may make a deal recorded.

    For the unit its layout is accepted by its digest: every statement of it, here and in later cases. Raises `Misuse`,
    and `Changed` when the statement is not what the officer saw.
    """
    need(case, DECIDE)
    found = _statement(case, statement)
    now = digest_of(found)
    if seen is not None and seen not in {now, Seal(case.secret).of(now)}:
        raise Changed(f"statement {statement} was read again since it was shown: look at it again, then decide")
    if not for_unit:
        return keep_decision(case, "layout", found.id, right=found.layout, reason=reason, seen=now)
    layout = layout_of(found)
    if layout is None:
        raise Misuse(
            f"the table of statement {statement} has no headings by which its layout would be known again: accept the "
            "statement alone"
        )
    digest = layout_digest(*layout)
    made = _layout(case.acting, digest, layout, reason)
    done = keep_decision(case, "layout", digest, right=found.layout, reason=reason, seen=now)
    sign(case.acting.unit, case.acting.key, made)
    return done


def take_back_layout(acting: Acting, digest: str, reason: str) -> Layout:
    """Take back what was accepted for the unit: cases that read it as accepted keep their decision, later ones ask."""
    public = acting.key.public
    if public.access not in RIGHTS[DECIDE]:
        raise NotAllowed(f"{public.code} has the access {public.access} and may not {DECIDE}")
    if not reason.strip():
        raise Misuse("a decision needs its reason in words: give it with --reason")
    for one in layouts(acting.unit):
        if one.digest == digest and not one.is_withdrawn:
            made = _layout(acting, digest, (one.service, one.answers), reason)
            return sign(acting.unit, acting.key, structs.replace(made, is_withdrawn=True))
    raise UnknownObject(f"the unit accepted no layout {digest}: `suluh statement layouts` lists what it accepted")


def take_over_layouts(case: Case) -> list[tuple[Decision, Layout]]:
    """Decide as the unit did on each layout that waits in this case and that an officer accepted once for the unit.

    The decision is of the acting officer, names who accepted it and when, and bears the mark of that acceptance.
    """
    need(case, DECIDE)
    waiting = {digest for digest, _ in waiting_layouts(case)}
    done = []
    for one in accepted_for_unit(case):
        if one.digest in waiting:
            told = f"{one.reason} ({one.by}, {one.at[:10]})"
            kept = keep_decision(case, "layout", one.digest, right=UNKNOWN_LAYOUT, reason=told, seen=one.mark())
            done.append((kept, one))
    return done


def accepted_for_unit(case: Case) -> list[Layout]:
    """The layouts that stand as accepted for the unit, by officers who may decide. Raises `Changed`."""
    unit = case.acting.unit
    return [one for one in layouts(unit) if not one.is_withdrawn and _may(case, one.by)]


def waiting_layouts(case: Case) -> Iterator[tuple[str, Statement]]:
    """Each statement of an unknown layout that nobody accepted in this case, with the digest of its layout."""
    said = [one.left for one in case.nouns(Decision) if one.act == "layout"]
    for one in case.nouns(Statement):
        layout = layout_of(one)
        if layout is not None and not any(is_of_layout(one, left) for left in said):
            yield layout_digest(*layout), one


def _statement(case: Case, statement: str) -> Statement:
    """A statement of an unknown layout. Raises `Misuse`, `UnknownObject`."""
    name = Cited(case, views(), plain=True).one("statements", statement)
    found = next(case.rows.by_column(Statement, "id", [name]))
    if found.layout != UNKNOWN_LAYOUT:
        raise Misuse(
            f"statement {statement} was read by a profile, not by its own arithmetic: there is nothing to accept"
        )
    return found


def _layout(acting: Acting, digest: str, layout: tuple[str, tuple[tuple[str, str], ...]], reason: str) -> Layout:
    """A layout before the acting officer signs it."""
    service, answers = layout
    at = utc(acting.now())
    return Layout(digest=digest, service=service, answers=answers, reason=reason, by=acting.key.code, key="", at=at)


def _may(case: Case, code: str) -> bool:
    return public_key(case.acting.unit, code).access in RIGHTS[DECIDE]
