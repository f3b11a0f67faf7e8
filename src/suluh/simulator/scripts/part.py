# SPDX-License-Identifier: Apache-2.0
"""Who plays a script, and when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from suluh.simulator.scripts.performance import Performance
from suluh.simulator.scripts.script import Script
from suluh.simulator.world.people import Person
from suluh.simulator.world.stage import Stage

APART = timedelta(days=2)
"""Between two talks of the same two people, so that neither begins within the other."""


@dataclass(frozen=True)
class Part:
    """A script of a trade with its seller and its buyer."""

    script: Script
    seller: Person
    buyer: Person
    at: datetime

    def is_near(self, seller: Person, buyer: Person, first: datetime, last: datetime) -> bool:
        """Whether the two are in the middle of it, or just before or after it, at some time between two moments."""
        ends = self.at + timedelta(days=self.script.days)
        return (seller, buyer) == (self.seller, self.buyer) and first < ends + APART and self.at - APART < last

    def meets(self, other: "Part") -> bool:
        """Whether another one would run into it."""
        return self.is_near(other.seller, other.buyer, other.at, other.at + timedelta(days=other.script.days))

    def play(self, stage: Stage) -> None:
        """Let it happen."""
        role = self.script.deals[0].seller
        cast = {who: self.seller if who == role else self.buyer for who in self.script.people}
        Performance(stage, self.script, cast, self.at).run()
