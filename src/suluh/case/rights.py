# SPDX-License-Identifier: Apache-2.0
"""Whether the acting officer may do something in a case: the rights themselves stand in `model/deeds/rights.py`."""

from collections.abc import Sequence

from suluh.case.case import Case
from suluh.model.deeds.rights import (
    ADD,
    ADMIT,
    ANSWER,
    APPROVE,
    CARE,
    CATEGORISE,
    COUNT,
    DECIDE,
    DRAFT,
    READ,
    RECEIVE,
    REMOVE,
    RIGHTS,
    WITHDRAW,
)
from suluh.model.errors import NotAllowed

__all__ = [
    "ADD",
    "ADMIT",
    "ANSWER",
    "APPROVE",
    "CARE",
    "CATEGORISE",
    "COUNT",
    "DECIDE",
    "DRAFT",
    "READ",
    "RECEIVE",
    "REMOVE",
    "RIGHTS",
    "WITHDRAW",
    "need",
    "need_one",
]


def need(case: Case, right: str) -> None:
    """Raise `NotAllowed` unless the acting officer's access covers the act, and the case has admitted them."""
    need_one(case, (right,))


def need_one(case: Case, rights: Sequence[str]) -> None:
    """Raise `NotAllowed` unless the acting officer has one of these rights, and the case has admitted them."""
    public = case.acting.key.public
    having = frozenset[str]().union(*(RIGHTS[right] for right in rights))
    if public.access not in having:
        allowed, what = ", ".join(sorted(having)), " or ".join(rights)
        raise NotAllowed(f"{public.code} has the access {public.access} and may not {what}: that is for {allowed}")
    case.check_admitted()
