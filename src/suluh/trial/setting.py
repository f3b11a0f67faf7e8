# SPDX-License-Identifier: Apache-2.0
"""On what a trial is held: the disk, the seed, the clock, and one made-up case for all parts."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from suluh.trial.made_up import MadeUp, Size, made_up

FULL = Size(sellers=3, buyers=30, deals=120, days=60, pictures=400)
"""As large as the demonstration."""

QUICK = Size(sellers=2, buyers=12, deals=50, days=30, pictures=80)
"""As small as one deal that is missed makes no part of it fall."""


@dataclass(frozen=True)
class Setting:
    """What every part is given."""

    scratch: Path
    """An empty folder on the disk on trial; it is removed afterwards."""

    seed: int
    slots: int
    now: datetime
    quick: bool = False

    def many(self, full: int) -> int:
        """How often something is drawn: a tenth of it in a hurry."""
        return max(1, full // 10) if self.quick else full

    @cached_property
    def case(self) -> MadeUp:
        """The made-up case after its run: made when it is first asked for."""
        return made_up(self.scratch / "made-up", self.seed, QUICK if self.quick else FULL, self.slots)
