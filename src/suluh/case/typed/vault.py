# SPDX-License-Identifier: Apache-2.0
"""The vault: who a child or a victim is, sealed for the officers whose access covers it; elsewhere only a code."""

from collections.abc import Iterator

import msgspec

from suluh.case.case import Case
from suluh.case.gate.children import ELSE, KNOWS, children_of
from suluh.case.gate.guarded import mark_of
from suluh.case.officers import standing
from suluh.custody.key import PublicKey
from suluh.model.dossier.care import Identity, Protected, Sealed
from suluh.model.errors import Misuse, NotAllowed
from suluh.model.people import Access


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
        return msgspec.structs.replace(one, sealed=())
    if not one.person:
        raise Misuse("who lies in the vault has a code everywhere else: give it with --person, as AK-1")
    said = Secret(one.name, one.birth, one.sex)
    if not any(msgspec.structs.astuple(said)):
        return one  # what is sealed of one that was corrected in another field stays as it is
    before = opened(case, one) if one.sealed else Secret()
    whole = Secret(said.name or before.name, said.birth or before.birth, said.sex or before.sex)
    return msgspec.structs.replace(one, name=None, birth=None, sex=None, sealed=tuple(_for_all(case, whole)))


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
    marks = tuple(sorted(mark_of(case.secret, account) for account in whole.accounts))
    parts = tuple(_for_all(case, whole, frozenset({"supervisor"})))
    return msgspec.structs.replace(one, accounts=(), why=None, marks=marks, sealed=parts)


def _for_all(case: Case, secret: Secret | Kept, access: frozenset[Access] = KNOWS) -> Iterator[Sealed]:
    """A secret for every officer of the case whose access covers it: as a rule the names of children."""
    plain = msgspec.json.encode(secret)
    for code, officer in sorted(standing(case.rows).items()):
        if officer.access in access:
            key = PublicKey.read((case.folder.keys / f"{code}.pub").read_bytes())
            yield Sealed(officer=code, key=key.box.hex(), secret=key.seal(plain).hex())


def opened(case: Case, one: Identity) -> Secret:
    """What the vault holds of an identity, for an officer for whom it was sealed. Raises `NotAllowed`."""
    return msgspec.json.decode(_unsealed(case, one), type=Secret)


def kept(case: Case, one: Protected) -> Kept:
    """What the vault holds of protected accounts, for a supervisor for whom it was sealed. Raises `NotAllowed`."""
    return msgspec.json.decode(_unsealed(case, one), type=Kept)


def _unsealed(case: Case, one: Identity | Protected) -> bytes:
    """What was sealed for the acting officer. Raises `NotAllowed`."""
    key = case.acting.key
    for part in one.sealed:
        if part.officer == key.code and part.key == key.public.box.hex():
            return key.unseal(bytes.fromhex(part.secret))
    codes = ", ".join(part.officer for part in one.sealed) or "nobody"
    raise NotAllowed(f"{one.code} was sealed for {codes}, not for {key.code}: one of them opens it")
