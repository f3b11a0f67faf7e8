# SPDX-License-Identifier: Apache-2.0
"""Who a child is, locked for two: half of each key for child-protection officers, half for supervisors.

1. A key is drawn for each thing that is locked and kept nowhere. Each half of it alone is noise, so that the key of
   one officer opens nothing, and an officer whose admission ended opens nothing with what they had.
2. Marks of the words of a name lie beside it under another key, which every officer has who may know names: one officer
   leaves the words out of papers without reading them (`gate/marks.py` says what that tells them).
3. A half is handed on by whoever has it, to officers of the same access.
"""

import secrets
from collections.abc import Callable, Iterator
from typing import get_args

import msgspec
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.gate.children import KNOWS
from suluh.case.gate.guarded import part_of
from suluh.case.gate.marks import Marks, What
from suluh.case.officers import standing
from suluh.case.vault.halves import lock, unlock
from suluh.custody.key import PublicKey
from suluh.model.dossier.care import Identity, Locked, Sealed
from suluh.model.errors import NotAllowed
from suluh.model.people import Access

KEY = 32
"""Bytes of the key of marks."""

HALVES: tuple[Access, Access] = ("child-protection", "supervisor")
"""Who has the one half of a key, and who the other."""


class Secret(msgspec.Struct, frozen=True):
    """What the vault holds of one identity."""

    name: str | None = None
    birth: str | None = None
    sex: str | None = None


def has_both(case: Case) -> bool:
    """Whether the case has an officer for each half."""
    return {one.access for one in standing(case.rows).values()}.issuperset(HALVES)


def locked(case: Case, said: Secret) -> Iterator[Locked]:
    """What is known of somebody, each thing under a key of its own."""
    for what in ("name", "birth", "sex"):
        text = getattr(said, what)
        if text:
            yield _locked(case, Locked(what=what, secret="", halves=()), text)


def _locked(case: Case, one: Locked, text: str) -> Locked:
    halved = lock(text.encode("utf-8", "surrogateescape"))
    mine = (tuple(for_each(case, half, {access})) for half, access in zip(halved[1:], HALVES, strict=True))
    one = replace(one, secret=halved.secret.hex(), halves=sum(mine, ()))
    if one.what not in get_args(What):
        return one
    key = secrets.token_bytes(KEY)
    return replace(one, marks=Marks.of(one.what, key, text).marks, keys=tuple(for_each(case, key, KNOWS)))  # type: ignore[arg-type] # as above


def handed_on(case: Case, one: Identity) -> Identity:
    """The same for those who are officers now, as far as the acting officer has a part that they lack."""
    return replace(one, locked=tuple(_handed_on(case, each) for each in one.locked))


def _handed_on(case: Case, one: Locked) -> Locked:
    mine = case.acting.key.public.access
    return replace(
        one,
        halves=_more(case, one.halves, lambda access: access == mine and access in HALVES),
        keys=_more(case, one.keys, lambda access: access in KNOWS),
    )


def _more(case: Case, parts: tuple[Sealed, ...], gets: Callable[[Access], bool]) -> tuple[Sealed, ...]:
    """Parts of officers who stand, and for each who lacks one that of the acting officer."""
    known = standing(case.rows)
    kept = [one for one in parts if one.officer in known and known[one.officer].box == one.key]
    part, has = part_of(case, parts), {one.officer for one in kept}
    late = {code for code, one in known.items() if code not in has and gets(one.access)}
    if part is not None and late:
        secret = case.acting.key.unseal(bytes.fromhex(part.secret))
        kept += [one for one in for_each(case, secret, KNOWS) if one.officer in late]
    return tuple(sorted(kept, key=lambda one: one.officer))


def for_each(case: Case, plain: bytes, access: frozenset[Access] | set[Access] | None) -> Iterator[Sealed]:
    """A secret for every officer of the case whose access covers it, or for all.

    The keys are those of the admissions, and not of the files beside the case, which anybody may have exchanged.
    """
    for code, officer in sorted(standing(case.rows).items()):
        if access is None or officer.access in access:
            signing, box = bytes.fromhex(officer.key), bytes.fromhex(officer.box)
            key = PublicKey(code=code, access=officer.access, signing=signing, box=box)
            yield Sealed(officer=code, key=officer.box, secret=key.seal(plain).hex())


def without(case: Case, one: Locked) -> set[str]:
    """Codes of officers who would have a part of it, and have none."""
    known = {code: each for code, each in standing(case.rows).items() if each.access in KNOWS}
    lack = {code for code, each in known.items() if (code, each.box) not in _holders(one.halves)}
    return lack | {code for code, each in known.items() if one.keys and (code, each.box) not in _holders(one.keys)}


def _holders(parts: tuple[Sealed, ...]) -> set[tuple[str, str]]:
    return {(part.officer, part.key) for part in parts}


def joined(cases: tuple[Case, Case], one: Identity) -> Secret:
    """Who it is, by the halves of both officers. Raises `NotAllowed` where one of them has no half."""
    return Secret(**{each.what: _joined(cases, one, each) for each in one.locked})


def _joined(cases: tuple[Case, Case], one: Identity, each: Locked) -> str:
    halves = []
    for case in cases:
        part = part_of(case, each.halves)
        if part is None:
            named = ", ".join(sorted({half.officer for half in each.halves})) or "nobody"
            raise NotAllowed(
                f"{one.code} was locked for {named}, not for {case.acting.key.code}: an officer of the same access who "
                "has a half hands it on with `suluh vault CASE seal`"
            )
        halves.append(case.acting.key.unseal(bytes.fromhex(part.secret)))
    return unlock(bytes.fromhex(each.secret), *halves).decode("utf-8", "surrogateescape")


def marks_of(case: Case, one: Identity) -> Iterator[Marks]:
    """By what the acting officer knows its words again. Raises `NotAllowed` where they have no key of the marks."""
    for each in one.locked:
        if each.what == "sex" or not each.marks:
            continue
        part = part_of(case, each.keys)
        if part is None:
            raise NotAllowed(
                f"{one.code} came into the vault before {case.acting.key.code} was admitted, who cannot tell the name "
                "in a text: an officer who can gives `suluh vault CASE seal`"
            )
        yield Marks(each.what, case.acting.key.unseal(bytes.fromhex(part.secret)), each.marks)
