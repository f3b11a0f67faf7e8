# SPDX-License-Identifier: Apache-2.0
"""Which statements lie on a device, and where."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from suluh.simulator.devices import Seizure
from suluh.simulator.events import Paid
from suluh.simulator.stage import Stage
from suluh.simulator.tree import Sheet, Tree
from suluh.simulator.writers import bca, bri, mandiri
from suluh.simulator.writers.ledger import JAKARTA, Ledger, ledger

WRITERS: dict[str, Callable[[Ledger], Sheet]] = {"bca": bca.write, "bri": bri.write, "mandiri": mandiri.write}


@dataclass(frozen=True)
class Period:
    """The days that the statements cover."""

    first: date
    last: date

    @classmethod
    def of(cls, stage: Stage) -> "Period":
        """From the world's first day to the day after the last thing that happened."""
        happened = [one.at for one in stage.said] + [one.at for one in stage.paid] + [stage.now]
        return cls(stage.start.astimezone(JAKARTA).date(), max(happened).astimezone(JAKARTA).date() + timedelta(days=1))


def write_money(tree: Tree, seizure: Seizure, paid: Sequence[Paid], period: Period) -> None:
    """Write every statement that lies on the device."""
    for name in seizure.money:
        account = {"gopay": seizure.holder.wallet}.get(name, seizure.holder.money)
        made = ledger(account, seizure.holder, paid, (period.first, period.last))
        folder = "Users/made-up/Documents/mutasi" if seizure.talk == "telegram" else "Download"
        tree.sheet(f"{folder}/{name}-{made.number}.csv", WRITERS[name](made), name)
