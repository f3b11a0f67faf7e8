# SPDX-License-Identifier: Apache-2.0
"""The vault: who a child or a victim is, sealed for the officers whose access covers it; elsewhere only a code."""

import secrets
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.gate.children import ELSE, KNOWS, children_of
from suluh.case.gate.guarded import key_of, mark_of, part_of
from suluh.case.officers import standing
from suluh.custody.key import PublicKey
from suluh.model.dossier.care import Identity, Protected, Sealed
from suluh.model.errors import Misuse, NotAllowed
from suluh.model.people import Access

KEY = 32
"""Bytes of the key of marks."""


class Secret(msgspec.Struct, frozen=True):
    """What the vault holds of one identity."""

    name: str | None = None
    birth: str | None = None
    sex: str | None = None


class Kept(msgspec.Struct, frozen=True):
    """What the vault holds of accounts under protection."""

    accounts: tuple[str, ...]
    why: str | None = None


def sealed(case: Case, one: Identity) -> Identity:
    """An identity as it is kept: of a child or a victim with name, birth and sex for those alone who may know.

    Raises `Misuse` for the name of a child that is not given to the vault, or has no code.
    """
    if not one.vault:
        if not children_of(case).isdisjoint(one.accounts):
            raise Misuse("a role or status says that this is, or may be, a child: give the name to the vault, --vault")
        if one.person and not one.person.startswith(ELSE):
            raise Misuse(f"{one.person} is the code of a child: give the name to the vault, --vault")
        return replace(one, sealed=())
    if not one.person:
        raise Misuse("who lies in the vault has a code everywhere else: give it with --person, as AK-1")
    said = Secret(one.name, one.birth, one.sex)
    if not any(msgspec.structs.astuple(said)):
        return one  # what is sealed of one that was corrected in another field stays as it is
    before = opened(case, one) if one.sealed else Secret()
    whole = Secret(said.name or before.name, said.birth or before.birth, said.sex or before.sex)
    plain = msgspec.json.encode(whole)
    return replace(one, name=None, birth=None, sex=None, sealed=tuple(_for_all(case, plain)))


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
    """The same, sealed for those who are officers of the case now. Raises `NotAllowed` for whom it was not sealed."""
    if isinstance(one, Identity):
        return replace(one, sealed=tuple(_for_all(case, _unsealed(case, one))))
    return _guarded(case, one, kept(case, one), _marked(case, one))


def with_keys(case: Case, one: Protected) -> Protected:
    """Accounts under protection with the key of their marks for everybody who is an officer now; the rest as it is.

    Raises `NotAllowed` for an officer who does not have it.
    """
    key = _marked(case, one)
    return one if key is None else replace(one, keys=tuple(_for_all(case, key, None)))


def _marked(case: Case, one: Protected) -> bytes | None:
    """The key of the marks; null where an earlier version made them with the secret of the case."""
    return key_of(case, one) if one.keys else None


def _guarded(case: Case, one: Protected, whole: Kept, key: bytes | None) -> Protected:
    """The accounts sealed for supervisors, with marks under a key that every officer of the case has."""
    key = key or secrets.token_bytes(KEY)
    return replace(
        one,
        marks=tuple(sorted(mark_of(key, account) for account in whole.accounts)),
        keys=tuple(_for_all(case, key, None)),
        sealed=tuple(_for_all(case, msgspec.json.encode(whole), frozenset({"supervisor"}))),
    )


def _for_all(case: Case, plain: bytes, access: frozenset[Access] | None = KNOWS) -> Iterator[Sealed]:
    """A secret for every officer of the case whose access covers it, or for all: as a rule the names of children.

    The keys are those of the admissions, and not of the files beside the case, which anybody may have exchanged.
    """
    for code, officer in sorted(standing(case.rows).items()):
        if access is None or officer.access in access:
            signing, box = bytes.fromhex(officer.key), bytes.fromhex(officer.box)
            key = PublicKey(code=code, access=officer.access, signing=signing, box=box)
            yield Sealed(officer=code, key=officer.box, secret=key.seal(plain).hex())


def lacking(case: Case, one: Identity | Protected) -> tuple[str, ...]:
    """Codes of officers whose access covers it, and for whom it was not sealed; none where nothing lies sealed."""
    access = KNOWS if isinstance(one, Identity) else frozenset({"supervisor"})
    has = {(part.officer, part.key) for part in one.sealed}
    mine = {code for code, each in standing(case.rows).items() if each.access in access and (code, each.box) not in has}
    if isinstance(one, Protected):
        keyed = {(part.officer, part.key) for part in one.keys}
        mine |= {code for code, each in standing(case.rows).items() if (code, each.box) not in keyed}
    return tuple(sorted(mine)) if one.sealed else ()


def opened(case: Case, one: Identity) -> Secret:
    """What the vault holds of an identity, for an officer for whom it was sealed. Raises `NotAllowed`."""
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
