# SPDX-License-Identifier: Apache-2.0
"""Whether a payment would be seen: a ledger of either side goes on in the time in which it would have come."""

from collections.abc import Sequence
from datetime import datetime

from suluh.deals.facts.ledger import Line
from suluh.deals.facts.parties import Parties
from suluh.deals.money.gates import WINDOW
from suluh.deals.talks.episodes import Episode


class Covered:
    """From when to when each ledger goes on, by its first line and its last."""

    def __init__(self, booked: Sequence[Line], sides: Parties) -> None:
        self._sides = sides
        self._spans: dict[tuple[str, str], tuple[datetime, datetime]] = {}
        for line in booked:
            first, last = self._spans.get((line.ledger, line.exhibit), (line.start, line.end))
            self._spans[line.ledger, line.exhibit] = min(first, line.start), max(last, line.end)

    def is_covered(self, episode: Episode) -> bool:
        """Whether a ledger known to be of the seller or of the buyer goes on where they speak of trade."""
        opened = episode.opened
        if opened is None:
            return False
        until = (episode.last or opened) + WINDOW
        return any(
            first <= until and opened <= last and self._is_theirs(episode, ledger, exhibit)
            for (ledger, exhibit), (first, last) in self._spans.items()
        )

    def _is_theirs(self, episode: Episode, ledger: str, exhibit: str) -> bool:
        sides = self._sides
        return ledger in episode.pay_to or any(
            ledger in sides.named.get(side, ()) or sides.side(ledger) == side or sides.is_own(side, exhibit)
            for side in (episode.seller, episode.buyer)
        )
