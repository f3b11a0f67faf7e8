# SPDX-License-Identifier: Apache-2.0
"""Which scripts a made-up case plays."""

from collections.abc import Sequence
from dataclasses import dataclass

from suluh.simulator.dice import Dice
from suluh.simulator.scripts.script import Script, scripts

LONGEST = 0.8
"""Of the days of a case: a longer script would run out of it."""


@dataclass(frozen=True)
class Drawn:
    """Scripts of one case, each of them once."""

    trades: tuple[Script, ...] = ()
    ordinary: tuple[Script, ...] = ()
    """Those in which nothing is traded."""


def drawn(dice: Dice, deals: int, days: int) -> Drawn:
    """Scripts with so many deals, or as many as there are, and as much of ordinary life as lies between them."""
    fitting = [one for one in scripts() if one.days <= LONGEST * days]
    trades: list[Script] = []
    ordinary: list[Script] = []
    for script in dice.sample(fitting, len(fitting)):
        left = deals - _deals(trades)
        if not left:
            break
        if not script.deals:
            ordinary.append(script)
        elif len(script.deals) <= left:
            trades.append(script)
    return Drawn(tuple(trades), tuple(ordinary))


def _deals(trades: Sequence[Script]) -> int:
    return sum(len(one.deals) for one in trades)
