# SPDX-License-Identifier: Apache-2.0
"""The vault: who a child or a victim is, for two officers together; what is under protection, for supervisors."""

import secrets
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.gate.children import ELSE, KNOWS, children_of
from suluh.case.gate.guarded import key_of, mark_of, part_of
from suluh.case.gate.marks import Marks
from suluh.case.officers import standing
from suluh.case.typed.locked import KEY, Secret, for_each, handed_on, has_both, locked, marks_of, without
from suluh.model.dossier.care import Identity, Protected
from suluh.model.errors import Misuse, NotAllowed

PARTS = ("name", "birth", "sex")


class Kept(msgspec.Struct, frozen=True):
    """What the vault holds of accounts under protection."""

    accounts: tuple[str, ...]
    why: str | None = None


def sealed(case: Case, one: Identity) -> Identity:
    """An identity as it is kept: of a child or a victim with name, birth and sex for two officers together.

    Raises `Misuse` for the name of a child that is not given to the vault, or has no code.
    """
    if not one.vault:
        if not children_of(case).isdisjoint(one.accounts):
            raise Misuse("a role or status says that this is, or may be, a child: give the name to the vault, --vault")
        if one.person and not one.person.startswith(ELSE):
            raise Misuse(f"{one.person} is the code of a child: give the name to the vault, --vault")
        return replace(one, sealed=(), locked=())
    if not one.person:
        raise Misuse("who lies in the vault has a code everywhere else: give it with --person, as AK-1")
    said = Secret(one.name, one.birth, one.sex)
    if not any(msgspec.structs.astuple(said)):
        return one  # what is sealed of one that was corrected in another field stays as it is
    return _put_away(case, replace(one, name=None, birth=None, sex=None), said)


def _put_away(case: Case, one: Identity, said: Secret) -> Identity:
    """What was said goes in; what was not said stays as it lies there."""
    if one.locked and not has_both(case):
        raise Misuse(
            f"{one.code} is locked for a child-protection officer and a supervisor, and the case has not both any "
            "more: admit whom it lacks"
        )
    before = alone(case, one) if one.sealed else Secret()
    whole = Secret(*(getattr(said, part) or getattr(before, part) for part in PARTS))
    if not has_both(case):
        return replace(one, sealed=tuple(for_each(case, msgspec.json.encode(whole), KNOWS)))
    new = tuple(locked(case, whole))
    stays = tuple(each for each in one.locked if each.what not in {other.what for other in new})
    return replace(one, sealed=(), locked=(*stays, *new))


def guarded(case: Case, one: Protected) -> Protected:
    """Accounts under protection as they are kept: sealed for supervisors, known again by marks.

    Raises `Misuse` where none is named, `NotAllowed` for who says why of what was not sealed for them.
    """
    if not one.accounts and not one.marks:
        raise Misuse("name the accounts that are to be protected with --accounts")
    if not one.accounts and one.why is None:
        return one  # neither was named in a correction
    is_whole = bool(one.accounts and one.why)  # both are said anew: what was sealed before is not needed
    before = kept(case, one) if one.sealed and not is_whole else Kept(())
    whole = Kept(one.accounts or before.accounts, one.why or before.why)
    return _guarded(case, replace(one, accounts=(), why=None), whole, None if is_whole else _marked(case, one))


def sealed_anew(case: Case, one: Identity | Protected) -> Identity | Protected:
    """The same for those who are officers of the case now, by two keys wherever it can be.

    Raises `NotAllowed` for whom it was not sealed.
    """
    if isinstance(one, Protected):
        return _guarded(case, one, kept(case, one), _marked(case, one))
    return handed_on(case, one) if one.locked else _put_away(case, one, alone(case, one))


def with_keys(case: Case, one: Protected) -> Protected:
    """Accounts under protection with the key of their marks for everybody who is an officer now; the rest as it is.

    Raises `NotAllowed` for an officer who does not have it.
    """
    key = _marked(case, one)
    return one if key is None else replace(one, keys=tuple(for_each(case, key, None)))


def _marked(case: Case, one: Protected) -> bytes | None:
    """The key of the marks; null where an earlier version made them with the secret of the case."""
    return key_of(case, one) if one.keys else None


def _guarded(case: Case, one: Protected, whole: Kept, key: bytes | None) -> Protected:
    """The accounts sealed for supervisors, with marks under a key that every officer of the case has."""
    key = key or secrets.token_bytes(KEY)
    return replace(
        one,
        marks=tuple(sorted(mark_of(key, account) for account in whole.accounts)),
        keys=tuple(for_each(case, key, None)),
        sealed=tuple(for_each(case, msgspec.json.encode(whole), frozenset({"supervisor"}))),
    )


def lacking(case: Case, one: Identity | Protected) -> tuple[str, ...]:
    """Codes of officers whose access covers it, and who have no part of it; none where nothing lies sealed."""
    known = standing(case.rows)
    if isinstance(one, Identity) and one.locked:
        return tuple(sorted(set().union(*(without(case, each) for each in one.locked))))
    access = KNOWS if isinstance(one, Identity) else frozenset({"supervisor"})
    has = {(part.officer, part.key) for part in one.sealed}
    mine = {code for code, each in known.items() if each.access in access and (code, each.box) not in has}
    if isinstance(one, Protected):
        keyed = {(part.officer, part.key) for part in one.keys}
        mine |= {code for code, each in known.items() if (code, each.box) not in keyed}
    return tuple(sorted(mine)) if one.sealed else ()


def opens_alone(case: Case, one: Identity | Protected) -> bool:
    """Whether one key opens who a child is, though the case has both officers whom two keys need."""
    return isinstance(one, Identity) and bool(one.sealed) and has_both(case)


def recognised(case: Case, one: Identity) -> Iterator[Marks]:
    """By what the acting officer knows the words of an identity again in texts. Raises `NotAllowed`."""
    yield from marks_of(case, one)
    if one.sealed:
        said, key = alone(case, one), secrets.token_bytes(KEY)
        yield from (Marks.of(what, key, text) for what in ("name", "birth") if (text := getattr(said, what)))


def can_tell(case: Case, one: Identity) -> bool:
    """Whether the acting officer knows the words of an identity again in texts."""
    try:
        list(recognised(case, one))
    except NotAllowed:
        return False
    return True


def alone(case: Case, one: Identity) -> Secret:
    """Who it is, where it was sealed for the acting officer alone. Raises `NotAllowed`."""
    return msgspec.json.decode(_unsealed(case, one), type=Secret)


def kept(case: Case, one: Protected) -> Kept:
    """What the vault holds of protected accounts, for a supervisor for whom it was sealed. Raises `NotAllowed`."""
    return msgspec.json.decode(_unsealed(case, one), type=Kept)


def _unsealed(case: Case, one: Identity | Protected) -> bytes:
    """What was sealed for the acting officer. Raises `NotAllowed`."""
    part = part_of(case, one.sealed)
    if part is not None:
        return case.acting.key.unseal(bytes.fromhex(part.secret))
    codes = ", ".join(part.officer for part in one.sealed) or "nobody"
    raise NotAllowed(f"{one.code} was sealed for {codes}, not for {case.acting.key.code}: one of them opens it")
