# SPDX-License-Identifier: Apache-2.0
"""What several booked lines that are one payment say together."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from suluh.model.talk import is_named_only
from suluh.model.times import When
from suluh.model.trade import Payment

T = TypeVar("T")


def as_one(stands: Payment, members: Iterable[Payment]) -> Payment:
    """The payment that stands for all, with what only others know: the sides, their names, the clock, the reference.

    An account goes before one that is known by name only; of two that are told, the standing line's is kept.
    """
    lines = [stands, *(one for one in members if one.id != stands.id)]
    return replace(
        stands,
        payer=_account([one.payer for one in lines]),
        beneficiary=_account([one.beneficiary for one in lines]),
        payer_name=_first([one.payer_name for one in lines]),
        beneficiary_name=_first([one.beneficiary_name for one in lines]),
        at=_clock([one.at for one in lines]),
        reference=_first([one.reference for one in lines]),
        balance_after_minor=_first([one.balance_after_minor for one in lines if one.statement == stands.statement]),
    )


def _first(values: Sequence[T | None]) -> T | None:
    return next((one for one in values if one is not None), None)


def _account(values: Sequence[str | None]) -> str | None:
    known = [one for one in values if one is not None]
    return next((one for one in known if not is_named_only(one)), known[0] if known else None)


def _clock(values: Sequence[When | None]) -> When | None:
    """The first time that has a clock, else the first."""
    return _first([one for one in values if one is not None and one.precision != "day"]) or _first(values)
