# SPDX-License-Identifier: Apache-2.0
"""Admits officers to a case and ends that: nobody comes in, or goes, without the signature of a supervisor of it."""

import msgspec

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import check_reason
from suluh.case.keep import Act
from suluh.case.lease import turn
from suluh.case.officers import admissions, endings, keep_key, officer_of, standing, supervisors
from suluh.case.rights import ADMIT, need
from suluh.case.vault.sealing import give_keys
from suluh.custody.key import PublicKey
from suluh.model.errors import Misuse, NotAllowed, UnknownObject
from suluh.model.ids import make_id
from suluh.model.people import Officer
from suluh.model.times import utc


def admit(case: Case, public: PublicKey) -> Officer:
    """Enter an officer's public key, signed by the acting supervisor; what marks protected accounts is sealed for them.

    Raises `NotAllowed`, `Misuse`.
    """
    need(case, ADMIT)
    with turn(case.folder):
        _check_another(case, public)
        keep_key(case.folder.keys, public)
        officer = officer_of(public, by=case.acting.key.code, at=utc(case.acting.now()))
        case.keep(Act("officer", public.code, public.admission()), [officer])
        give_keys(case)
    return officer


def end(case: Case, code: str, reason: str | None) -> Officer:
    """Enter that an admission ends, for ever: the case takes nothing more that this key signs. Raises `NotAllowed`."""
    need(case, ADMIT)
    why = check_reason(reason)
    with turn(case.folder):
        found = _ending(case, code)
        by, at = case.acting.key.code, utc(case.acting.now())
        identity = make_id("officer", found.code, found.key, "end")
        row = msgspec.structs.replace(found, id=identity, ends=found.id, reason=why, by=by, at=at)
        case.keep(Act("end", code, {"officer": code, "key": found.key, "reason": why}), [row])
    return row


def _ending(case: Case, code: str) -> Officer:
    """The admission that is to end. Raises `UnknownObject`, and `NotAllowed` where no supervisor would be left."""
    known = standing(case.rows)
    if code not in known:
        named = ", ".join(sorted(known))
        raise UnknownObject(f"{code} is no officer of this case, or is none any more: its officers are {named}")
    if not supervisors(case.rows) - {code}:
        raise NotAllowed(f"{code} is the only supervisor of this case: admit another one first, who can go on")
    return known[code]


def _check_another(case: Case, public: PublicKey) -> None:
    """Raise unless this is another person, by code and by key, than everybody who is in the case already."""
    own = case.acting.key.public
    if own.code == public.code or own.shares(public):
        raise NotAllowed(f"{own.code} admits nobody under their own key: another officer has a key of their own")
    ended = endings(case.rows)
    if public.code in ended:
        raise Misuse(f"{ended[public.code].by} ended the admission of {public.code}: a new code and key are needed")
    for _, one in sorted(admissions(case.rows).items()):
        if one.code == public.code:
            raise Misuse(f"{one.code} is an officer of this case already, admitted by {one.by}: nothing was done")
        if one.key == public.signing.hex() or one.box == public.box.hex():
            raise Misuse(f"{public.code} has the key of {one.code}, who is in this case: each officer has their own")
