# SPDX-License-Identifier: Apache-2.0
"""Equal payments between which nothing but a name of the buyer decides."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from suluh.deals.facts.ledger import Line
from suluh.deals.money.gates import Pair

APART = 700_000
"""A payment that fits so much better, whoever made it, needs no name to stand out."""


class Rival(NamedTuple):
    """An equal payment of somebody else that only a name sets apart."""

    line: Line
    lead: int
    """By how much the chosen payment fits better, whoever made the two."""


@dataclass(frozen=True)
class Rivals:
    """Looks for them among the pairs of all episodes.

    A whole name that nobody else goes by is a name as well: others whom no exhibit shows may bear it, and who pays for
    somebody else bears another one.
    """

    booked: Sequence[Line]

    def of(self, chosen: Iterable[Pair], pairs: Iterable[Pair]) -> Mapping[int, Rival]:
        """By episode, the best equal rival of its chosen payment, where a name alone ties that to the buyer."""
        fitting: dict[int, list[Pair]] = defaultdict(list)
        for pair in pairs:
            fitting[pair.episode].append(pair)
        named = (pair for pair in chosen if _payer(pair) == "same-name")
        return {pair.episode: best for pair in named if (best := self._best(pair, fitting[pair.episode]))}

    def _best(self, pair: Pair, others: Iterable[Pair]) -> Rival | None:
        rivals = (
            Rival(self.booked[one.line], _but_for_payer(pair) - _but_for_payer(one))
            for one in others
            if _payer(one) != "payer-of-another" and self._is_equal(self.booked[pair.line], self.booked[one.line])
        )
        open_ = (one for one in rivals if one.lead <= APART)
        return min(open_, key=lambda one: (one.lead, one.line.start, one.line.payment.id), default=None)

    def _is_equal(self, line: Line, rival: Line) -> bool:
        """Whether another payer paid the same amount to the same receiver."""
        same = (line.ledger, line.payee, line.amount, line.payment.currency)
        return line.payer_key != rival.payer_key and same == (
            rival.ledger,
            rival.payee,
            rival.amount,
            rival.payment.currency,
        )


def _payer(pair: Pair) -> str:
    """The rule of the sign of who paid, which stands behind that on who received."""
    return pair.signs[1].rule


def _but_for_payer(pair: Pair) -> int:
    """What speaks for a payment, whoever made it."""
    return pair.weight - pair.signs[1].score
