# SPDX-License-Identifier: Apache-2.0
"""Whether the acting officer may do something in a case: the rights themselves stand in `model/deeds/rights.py`."""

from suluh.case.case import Case
from suluh.model.deeds.rights import (
    ADD,
    ADMIT,
    APPROVE,
    CATEGORISE,
    COUNT,
    DECIDE,
    DRAFT,
    READ,
    REMOVE,
    RIGHTS,
    WITHDRAW,
)
from suluh.model.errors import NotAllowed

__all__ = [
    "ADD",
    "ADMIT",
    "APPROVE",
    "CATEGORISE",
    "COUNT",
    "DECIDE",
    "DRAFT",
    "READ",
    "REMOVE",
    "RIGHTS",
    "WITHDRAW",
    "need",
]


def need(case: Case, right: str) -> None:
    """Raise `NotAllowed` unless the acting officer's access covers the act, and the case has admitted them."""
    public = case.acting.key.public
    if public.access not in RIGHTS[right]:
        allowed = ", ".join(sorted(RIGHTS[right]))
        raise NotAllowed(f"{public.code} has the access {public.access} and may not {right}: that is for {allowed}")
    case.check_admitted()
