# SPDX-License-Identifier: Apache-2.0
"""How quickly people answer, pay and deliver, drawn anew for every seed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from suluh.simulator.dice import Dice

HOME = timedelta(hours=7)
_DAY_BEGINS, _SLEEP_ENDS = 1, 6
LONGEST = 6 * 86_400
"""No human delay is longer: who has not paid or sent by then never does."""


@dataclass(frozen=True)
class Manners:
    """Medians in seconds and spreads of log-normal delays."""

    reply: float
    pay: float
    pay_spread: float
    deliver: float
    deliver_spread: float
    nick: float
    """Share of buyers whose chat name is not their name at the bank."""

    wordless: float
    """Share of offers without an amount."""

    @classmethod
    def drawn(cls, dice: Dice) -> "Manners":
        """The manners of one world."""
        return cls(
            reply=dice.between(60, 400),
            pay=dice.between(1_200, 9_000),
            pay_spread=dice.between(0.9, 1.5),
            deliver=dice.between(600, 7_000),
            deliver_spread=dice.between(0.9, 1.5),
            nick=dice.between(0.2, 0.4),
            wordless=dice.between(0.1, 0.2),
        )


def later(moment: datetime, seconds: float, dice: Dice) -> datetime:
    """A moment so much later; what falls into the night mostly waits for the morning."""
    then = (moment + timedelta(seconds=min(max(seconds, 1), LONGEST))).replace(microsecond=0)
    local = then + HOME
    if _DAY_BEGINS <= local.hour < _SLEEP_ENDS and dice.chance(0.85):
        then += timedelta(hours=_SLEEP_ENDS - local.hour, minutes=dice.whole(0, 90))
    return then
