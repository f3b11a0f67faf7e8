# SPDX-License-Identifier: Apache-2.0
"""Admits officers to a case: nobody comes in without the signature of one of its supervisors."""

from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.case.lease import turn
from suluh.case.officers import keep_key, officer_of
from suluh.case.rights import ADMIT, need
from suluh.custody.key import PublicKey
from suluh.model.errors import Misuse, NotAllowed
from suluh.model.people import Officer
from suluh.model.times import utc


def admit(case: Case, public: PublicKey) -> Officer:
    """Enter an officer's public key, signed by the acting supervisor. Raises `NotAllowed`, `Misuse`."""
    need(case, ADMIT)
    with turn(case.folder):
        _check_another(case, public)
        keep_key(case.folder.keys, public)
        officer = officer_of(public, by=case.acting.key.code, at=utc(case.acting.now()))
        case.keep(Act("officer", public.code, public.admission()), [officer])
    return officer


def _check_another(case: Case, public: PublicKey) -> None:
    """Raise unless this is another person, by code and by key, than everybody who is in the case already."""
    own = case.acting.key.public
    if own.code == public.code or own.shares(public):
        raise NotAllowed(f"{own.code} admits nobody under their own key: another officer has a key of their own")
    for one in case.nouns(Officer):
        if one.code == public.code:
            raise Misuse(f"{one.code} is an officer of this case already, admitted by {one.by}: nothing was done")
        if one.key == public.signing.hex() or one.box == public.box.hex():
            raise Misuse(f"{public.code} has the key of {one.code}, who is in this case: each officer has their own")
