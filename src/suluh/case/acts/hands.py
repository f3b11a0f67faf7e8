# SPDX-License-Identifier: Apache-2.0
"""The two-person rule: what one officer signed, another one releases, with a key of their own."""

from collections.abc import Mapping

from suluh.case.case import Case
from suluh.case.officers import MANY, admissions, standing
from suluh.case.rights import APPROVE, RIGHTS
from suluh.custody.key import PublicKey
from suluh.model.errors import Changed, NotAllowed, UnknownObject
from suluh.model.people import Officer


def check_another_officer(case: Case, author: str, words: bytes, signature: str, what: str) -> None:
    """Raise `NotAllowed` for the author, and for the author's key under any code; `Changed` for a wrong signature."""
    found, own = officer_named(case, author), case.acting.key.public
    if own.code == author or own.signing.hex() == found.key or own.box.hex() == found.box:
        raise NotAllowed(f"{author} drafted {what}: another officer approves it, with their own key")
    _check_independent(case, author, own.code)
    key = PublicKey(
        code=found.code, access=found.access, signing=bytes.fromhex(found.key), box=bytes.fromhex(found.box)
    )
    if not key.verify(words, bytes.fromhex(signature)):
        raise Changed(f"{what} does not bear the signature of {author}: run `suluh verify`")


def _check_independent(case: Case, author: str, approver: str) -> None:
    """Raise `NotAllowed` where the author let the approver in, and the case has, or had, others to ask."""
    known = admissions(case.rows)
    if _let_in(known, author, approver):
        raise NotAllowed(
            f"{approver} was admitted by {author}, who drafted this, and this case has had {len(known)} officers: let "
            "somebody else draft it, or a supervisor approve it whom somebody else admitted"
        )


def _let_in(known: Mapping[str, Officer], author: str, approver: str) -> bool:
    """Whether the author let the approver in, in a case that has, or had, others to ask."""
    return len(known) >= MANY and known[approver].by == author


def may_approve(case: Case, author: str) -> tuple[str, ...]:
    """Who of the case may approve or release what one officer signs: said before it is drafted, not after."""
    known = admissions(case.rows)
    able = (code for code, one in standing(case.rows).items() if one.access in RIGHTS[APPROVE] and code != author)
    return tuple(sorted(code for code in able if not _let_in(known, author, code)))


def officer_named(case: Case, code: str) -> Officer:
    """The officer of a code. Raises `UnknownObject`."""
    found = admissions(case.rows).get(code)
    if found is None:
        raise UnknownObject(f"the case has no officer {code}: run `suluh verify`")
    return found
