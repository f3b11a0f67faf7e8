# SPDX-License-Identifier: Apache-2.0
"""Which statements lie on a device, and where."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from suluh.simulator.evidence.devices import Seizure
from suluh.simulator.evidence.tree import Sheet, Tree
from suluh.simulator.world.events import Paid
from suluh.simulator.world.people import Person
from suluh.simulator.world.stage import Stage
from suluh.simulator.writers import bca, bri, mandiri, mt940, phone_credit, wallet
from suluh.simulator.writers.ledger import JAKARTA, Ledger, ledger

WRITERS: dict[str, Callable[[Ledger], Sheet]] = {
    "bca": bca.write,
    "bri": bri.write,
    "gopay": wallet.write,
    "mandiri": mandiri.write,
    "mt940": mt940.write,
    "phone-credit": phone_credit.write,
}
SUFFIXES = {"mt940": ".sta"}


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

    def part(self, form: str, beside: Collection[str]) -> "Period":
        """The days of one statement: where MT940 goes on for a table, each covers one half."""
        middle = self.first + (self.last - self.first) // 2
        if "mt940" not in beside or form in {"gopay", "phone-credit"}:
            return self
        return Period(middle + timedelta(days=1), self.last) if form == "mt940" else Period(self.first, middle)


def write_money(tree: Tree, seizure: Seizure, paid: Sequence[Paid], period: Period) -> None:
    """Write every statement that lies on a device."""
    folder = "Users/made-up/Documents/mutasi/" if seizure.talk == "telegram" else "Download/"
    for form in seizure.money:
        write_statement(tree, folder, (seizure.holder, form), paid, period.part(form, seizure.money))


def write_statement(tree: Tree, folder: str, whose: tuple[Person, str], paid: Sequence[Paid], period: Period) -> None:
    """Write the statement of one person in one format."""
    person, form = whose
    account = {"gopay": person.wallet, "phone-credit": person.credit}.get(form, person.money)
    made = ledger(account, person, paid, (period.first, period.last))
    tree.sheet(f"{folder}{form}-{made.number.removeprefix('+')}{SUFFIXES.get(form, '.csv')}", WRITERS[form](made), form)
