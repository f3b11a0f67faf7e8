# SPDX-License-Identifier: Apache-2.0
"""Whom other explanations are asked of, and the shape of a hint."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.material import Material
from suluh.case.papers.remark import Remark
from suluh.model.trade import Deal, Payment
from suluh.referral.papers.values import Both


@dataclass(frozen=True)
class Subject:
    """Whom other explanations are asked of: a person, by the accounts that decisions joined."""

    trade: Trade
    held: frozenset[str]
    deals: tuple[Deal, ...]
    """Confirmed ones of theirs."""

    open: tuple[Deal, ...]
    """Those of theirs that nobody decided on."""

    exhibits: tuple[str, ...]
    """Those that are their own device."""

    is_seller: bool = False
    """Whether it is asked for the annex of a seller, on which buyers stand under their codes."""

    @property
    def material(self) -> Material:
        """The case."""
        return self.trade.material

    @cached_property
    def names(self) -> frozenset[str]:
        """Their names, in every record."""
        return frozenset(name for one in self.held for name in self.material.names.get(one, ()))

    @cached_property
    def lines(self) -> tuple[Payment, ...]:
        """The booked lines of their confirmed deals."""
        found = {one.record.id: one.record for deal in self.deals for one in self.material.lines_of(deal)}
        return tuple(found.values())

    def codes(self, deals: Iterable[Deal]) -> str:
        """Deals by their codes."""
        return ", ".join(self.material.parties.deal_codes[one.id] for one in deals)

    def listed(self, deals: Sequence[Deal], says: Both) -> Remark:
        """A sentence with the deals of which it is true behind it."""
        codes = self.codes(deals)
        names = tuple(self.material.parties.deal_codes[one.id] for one in deals)
        return Remark(Both(f"{says.english}: {codes}", f"{says.indonesian}: {codes}"), deals=names)


def lines_of(one: Subject, deal: Deal) -> Iterator[Payment]:
    """The booked lines of a deal."""
    return (shown.record for shown in one.material.lines_of(deal))


def words_of(name: str) -> list[str]:
    """The words of a name as they are compared."""
    return re.findall(r"[^\W\d_]+", name.casefold())
